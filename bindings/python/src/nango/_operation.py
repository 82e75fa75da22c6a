"""The operations of Nango's API: the request of each, and how it reads the response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Generic, NamedTuple, TypeVar

from . import _arguments as arguments
from ._api_call import APICall
from ._api_request import APIRequest, encoded
from ._errors import DecodeError, InvalidArgumentError
from ._kinds import JSON, NOT_GIVEN, Kind, MismatchError, inside
from ._query import text_of

if TYPE_CHECKING:
    from ._api_response import APIResponse

_T = TypeVar("_T")


class Parameter(NamedTuple):
    """A parameter of an operation."""

    name: str
    #: Where it is sent: path, query, header or body.
    place: str
    kind: Kind
    #: What Nango calls it, if that is not its name.
    wire: str = ""
    required: bool = False
    #: How a query has several values: csv, brackets or repeated.
    style: str = ""


class Operation(Generic[_T]):
    """An operation that gives a value."""

    def __init__(
        self,
        method: str,
        path: str,
        *parameters: Parameter,
        headers: dict[str, str] | None = None,
        constants: dict[str, str | int | None] | None = None,
        repeatable: bool = False,
        until: int | None = None,
        result: Callable[[APIResponse], _T],
    ) -> None:
        self._line = method, path
        self._parameters = parameters
        self._has_body = any(parameter.place == "body" for parameter in parameters)
        #: What the body of every call has, or the query if there is no body.
        self._body = constants or {} if self._has_body else {}
        self._query = [] if self._has_body else list(map(_constant_text, (constants or {}).items()))
        self._headers = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        self._repeatable = repeatable
        #: What a call of it waits for.
        self._until = until
        self._result = result

    def call(self, values: dict[str, Any], timeout: float | None) -> APICall[_T]:
        """A call with these values of the parameters. None is left out; where that is a value, NOT_GIVEN is."""
        try:
            request = self.request(values)
        finally:
            del values  # see Client
        return APICall(request, timeout, self.read, is_json=self._result is not nothing, until=self._until)

    def request(self, values: dict[str, Any]) -> APIRequest:
        """The request with these values, or the error in them."""
        try:
            return self._request(values)
        except Exception as error:
            del values
            raise error.with_traceback(None) from None

    def _request(self, values: dict[str, Any]) -> APIRequest:
        sent = {"path": [], "query": list(self._query), "header": list(self._headers)}
        body: dict[str, Any] = dict(self._body)
        for parameter in self._parameters:
            value = values[parameter.name]
            if value is (NOT_GIVEN if parameter.kind is JSON else None) and not parameter.required:
                continue
            written = parameter.kind.write(parameter.name, value)
            if parameter.place == "body":
                body[parameter.wire or parameter.name] = written
            else:
                sent[parameter.place].extend(_texts(parameter, written))
        json = encoded(body) if self._has_body else None
        return APIRequest(*self._line, sent["path"], sent["query"], sent["header"], json, repeatable=self._repeatable)

    def read(self, response: APIResponse) -> _T:
        """The result of reading a response, or the error in it."""
        try:
            return self._result(response)
        except MismatchError as mismatch:
            problem = mismatch.problem
        # Out here, since an error raised up there would carry along frames that have what Nango sent.
        parsed = "" if response._json_loads is None else ", as json_loads gave it,"
        raise DecodeError(
            f"the response{parsed} is not as Nango's API describes it: {problem}: update libnango, or make the call "
            "with client.request",
            http_status=response.status_code,
            body=response.text,
            attempts=1,
        )


def _constant_text(constant: tuple[str, str | int | None]) -> tuple[bytes, bytes]:
    name, value = constant
    return name.encode(), arguments.text(name, text_of(value))


def _texts(parameter: Parameter, written: Any) -> list[tuple[bytes, bytes]]:
    """A value as the path, the query or the headers have it."""
    name, wire = parameter.name, parameter.wire or parameter.name
    if parameter.style and not written:
        # No filter for Nango, but nothing at all for a program.
        raise InvalidArgumentError(f"{name} is empty: pass at least one item, or leave it out")
    if parameter.style == "csv":
        if any("," in item for item in written):
            raise InvalidArgumentError(f"{name} has an item with a comma, which Nango would take for two items")
        pairs = [(wire, ",".join(written))]
    elif parameter.style == "repeated":
        pairs = [(wire, item) for item in written]
    elif parameter.style == "brackets":
        pairs = [(f"{wire}[{key}]", item) for key, item in sorted(written.items())]  # as every language sends them
    else:
        pairs = [(wire, written)]
    return [(arguments.text(f"a key of {name}", key), arguments.text(name, text_of(value))) for key, value in pairs]


def nothing(_response: APIResponse) -> None:
    """Ignore the response."""


def value(kind: Kind, *at: str | int) -> Callable[[APIResponse], Any]:
    """The response, or what keys and indices lead to in it, as a value of a kind."""
    found = inside(at, kind)
    return lambda response: found.read(response._parsed())
