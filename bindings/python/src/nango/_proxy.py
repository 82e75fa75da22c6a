"""One call of an external API through Nango: everything from the arguments to a response or an error."""

from __future__ import annotations

from contextlib import nullcontext
from ctypes import byref
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any

from . import _arguments as arguments
from . import _ffi
from ._call import Cancel
from ._call_options import call_options
from ._callbacks import Callbacks
from ._convert import read_error
from ._ffi import lib
from ._response import Response

if TYPE_CHECKING:
    from ._handle import HasHandle
    from ._request import Request


class ProxyCall:
    """The checked arguments."""

    __slots__ = ("_ids", "_interruptible", "_request", "_timeout_ms", "cancel")

    def __init__(
        self,
        connection_id: str,
        provider_config_key: str,
        request: Request,
        timeout: float | None,
        *,
        interruptible: bool = True,
    ) -> None:
        self._ids = (
            arguments.text("connection_id", connection_id),
            arguments.text("provider_config_key", provider_config_key),
        )
        self._request = request
        self._timeout_ms = None if timeout is None else arguments.milliseconds("timeout", timeout)
        #: Whether signal handlers may end the call. Only the main thread runs them, and any may read the response.
        self._interruptible = interruptible
        #: Ends the call, and the reading of its response.
        self.cancel = Cancel()

    def run(self, client: HasHandle) -> Response:
        """Make the call."""
        callbacks = Callbacks()
        interrupt = callbacks.interrupt() if self._interruptible else None
        error = _ffi.Error()
        answers: list[Any] = []
        client._handle.calls_back = True
        begun = monotonic()
        try:
            with callbacks.receiving(client._observers) if client._observers else nullcontext():
                options = call_options(self._timeout_ms, self.cancel, interrupt)
                with options as pointer, self._request.handed_over(callbacks) as request:
                    client._handle.call(answers, lib.nango_proxy, *self._ids, request, pointer, byref(error))
            callbacks.raise_caught()
            if not answers[0]:
                raise read_error(error)
            elapsed = timedelta(seconds=monotonic() - begun)
            return Response._of(answers.pop(), client, self.cancel, callbacks, interrupt, elapsed, self._request.url())
        finally:
            for response in filter(None, answers):
                lib.nango_response_free(response)
            if error:
                lib.nango_error_free(error)
