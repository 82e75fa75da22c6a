"""One call of Nango's own API: everything from the request to the whole response or an error."""

from __future__ import annotations

from contextlib import nullcontext
from ctypes import byref, c_size_t, string_at
from itertools import starmap
from typing import TYPE_CHECKING, Any, Callable, Generic, TypeVar

from . import _arguments as arguments
from . import _ffi
from ._api_response import APIResponse
from ._call import Cancel, interruptible
from ._call_options import call_options
from ._callbacks import Callbacks
from ._convert import read_error, read_headers
from ._ffi import lib

if TYPE_CHECKING:
    from ._api_request import APIRequest
    from ._handle import HasHandle
    from ._settings import JSONLoads

_T = TypeVar("_T")


#: What a call waits for: the numbers of nango.h.
UNTIL_FOUND = 1
UNTIL_NOT_EMPTY = 2


class APICall(Generic[_T]):
    """The checked request, and the conversion of the response."""

    __slots__ = ("_is_json", "_read", "_request", "_timeout_ms", "_until", "cancel")

    def __init__(
        self,
        request: APIRequest,
        timeout: float | None,
        read: Callable[[APIResponse], _T],
        *,
        is_json: bool = False,
        until: int | None = None,
    ) -> None:
        self._request = request
        #: What the response must have: the library repeats the call until then. None for any response.
        self._until = until
        #: Whether a response that is not JSON is an error.
        self._is_json = is_json
        self._timeout_ms = timeout_ms(timeout)
        self._read = read
        #: Ends the call.
        self.cancel = Cancel()

    def run(self, client: HasHandle) -> _T:
        """Make the call."""
        answers: list[APIResponse] = []
        with self._request.handed_over() as request:
            exchange(
                answers,
                client,
                lib.nango_call if self._until is None else lib.nango_call_until,
                lambda pointer: (pointer, request) if self._until is None else (pointer, request, self._until),
                timeout_ms=self._timeout_ms,
                cancel=self.cancel,
                is_json=self._is_json,
            )
        return self._read(answers[0])


def whole(response: APIResponse) -> APIResponse:
    """Ignore the response."""
    return response


def timeout_ms(timeout: float | None) -> int | None:
    """The timeout of a call, checked; None for the client's."""
    return None if timeout is None else arguments.milliseconds("timeout", timeout)


def exchange(
    answers: list[APIResponse],
    client: HasHandle,
    function: Any,
    subject: Callable[[Any], tuple[Any, ...]],
    *,
    timeout_ms: int | None,
    cancel: Cancel,
    is_json: bool,
) -> None:
    """Call a function of the library's that returns a response, and append the result to `answers`.

    `subject` gives the function's first arguments for the pointer of the client. Nothing is appended if the function
    gives NULL without an error. The result is there even if a signal handler has raised meanwhile.
    """
    callbacks = Callbacks()
    interrupt = callbacks.interrupt() if interruptible() else None
    error = _ffi.Error()
    responses: list[Any] = []

    def ask(pointer: Any) -> None:
        # In one step, as in SharedHandle.call.
        responses.extend(starmap(function, ((*subject(pointer), options, byref(error)),)))
        if responses[0]:
            _collect(responses[0], error, answers, client._json_loads, is_json=is_json)

    try:
        with callbacks.receiving(client._observers) if client._observers else nullcontext():
            with call_options(timeout_ms, cancel, interrupt) as options:
                client._handle.call([], ask)
        callbacks.raise_caught()
        if error:
            raise read_error(error)
    finally:
        for response in filter(None, responses):
            lib.nango_response_free(response)
        if error:
            lib.nango_error_free(error)


def _collect(
    response: Any, error: Any, answers: list[APIResponse], json_loads: JSONLoads | None, *, is_json: bool
) -> None:
    """Take over the result."""
    if is_json and not lib.nango_response_value(response, byref(error)):
        return
    length = c_size_t()
    address = lib.nango_response_body(response, byref(length), byref(error))
    if address is not None:
        content = string_at(address, length.value)
        status = lib.nango_response_status(response)
        answers.append(APIResponse._of(status, read_headers(response), content, json_loads))
