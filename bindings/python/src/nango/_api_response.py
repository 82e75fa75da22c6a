"""Responses of Nango's own API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from ._errors import DecodeError
from ._headers import ResponseHeaders
from ._json_text import loaded, without_mark
from ._public import publish
from ._text import encoding_of, json_text_of, reason_of

if TYPE_CHECKING:
    from ._settings import JSONLoads


class APIResponse:
    """What Nango answers to a call of its own API: the whole, with a status from 200 to 299. All else is an error."""

    # The body is in a function: no walk of the slots finds it. __dict__: see Client.
    __slots__ = ("__dict__", "_content", "_headers", "_json_loads", "_status")

    if TYPE_CHECKING:  # see Response
        _content: Callable[[], bytes]
        _headers: ResponseHeaders
        _json_loads: Optional[JSONLoads]
        _status: int

    def __init__(self) -> None:
        raise TypeError("an APIResponse comes from Client.request or AsyncClient.request")

    @classmethod
    def _of(cls, status: int, headers: ResponseHeaders, content: bytes, json_loads: Optional[JSONLoads]) -> APIResponse:
        response = cls.__new__(cls)
        response._json_loads = json_loads
        response._status, response._headers, response._content = status, headers, lambda: content
        return response

    @property
    def status_code(self) -> int:
        """The HTTP status of Nango's answer."""
        return self._status

    @property
    def reason(self) -> str:
        """The phrase of the status, such as "OK"; "" for a status that HTTP does not define."""
        return reason_of(self._status)

    @property
    def headers(self) -> ResponseHeaders:
        """The headers, by their names in whatever case."""
        return self._headers

    @property
    def content(self) -> bytes:
        """The body."""
        return self._content()

    @property
    def text(self) -> str:
        """The body as text; what is invalid in its encoding becomes U+FFFD."""
        return self._content().decode(encoding_of(self._headers.get("content-type")), "replace")

    def json(self) -> Any:
        """What the body says as JSON, in the encoding that the content type names. Integers keep all their digits.

        It is parsed with the `json_loads` of the client, if that has one, in UTF-8.

        Raises:
            ValueError: The body is not JSON. `json_loads` may raise something else.
        """
        loads = self._json_loads or loaded
        return loads(json_text_of(self._content(), self._headers.get("content-type")).encode())

    def _parsed(self) -> Any:
        """What the body says, which the library knows to be JSON in UTF-8."""
        loads = self._json_loads or loaded
        try:
            return loads(without_mark(self._content()))
        except Exception as error:
            raised = type(error).__name__
        # Out here, since an error raised up there would carry along the parser's own, which may have what Nango sent.
        name, advice = "json", "please report it"
        if self._json_loads is not None:
            name, advice = "json_loads", "pass a function that takes bytes and returns what json.loads does"
        raise DecodeError(
            f"{name} raised {raised} for a response that is JSON: {advice}",
            http_status=self._status,
            body=self.text,
            attempts=1,
        )

    def __repr__(self) -> str:
        return f"<nango.APIResponse [{getattr(self, '_status', '?')}]>"

    def __dir__(self) -> list[str]:
        """What tools may look at that show an object: the body may be a secret, or the customer's data."""
        return [name for name in object.__dir__(self) if name not in ("content", "text")]

    def __copy__(self) -> APIResponse:
        return self

    def __deepcopy__(self, _memo: object) -> APIResponse:
        return self

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("an APIResponse may hold secrets and cannot be pickled: pass its content instead")


publish(__name__)
