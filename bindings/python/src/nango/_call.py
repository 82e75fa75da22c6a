"""One call of the library: everything from the arguments to a connection or an error."""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from ctypes import byref
from typing import TYPE_CHECKING, Any

from . import _arguments as arguments
from . import _ffi
from ._callbacks import Callbacks
from ._ffi import lib
from ._reading import read_connection, read_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._connection import Connection
    from ._handle import SharedHandle


class Cancel:
    """Ends a call from another thread."""

    __slots__ = ("_free", "pointer")

    def __init__(self) -> None:
        self._free = lib.nango_cancel_free  # at the interpreter's end, `lib` may be gone before this
        self.pointer = lib.nango_cancel_new()

    def __del__(self) -> None:
        self._free(self.pointer)

    def trigger(self) -> None:
        """End the call, also one that has not begun."""
        lib.nango_cancel_trigger(self.pointer)


class Call:
    """What is asked for, checked."""

    __slots__ = ("_cancel", "_flags", "_names", "_timeout_ms")

    def __init__(
        self,
        connection_id: str,
        provider_config_key: str,
        timeout: float | None,
        cancel: Cancel | None = None,
        **flags: bool,
    ) -> None:
        self._names = (
            arguments.text("connection_id", connection_id),
            arguments.text("provider_config_key", provider_config_key),
        )
        self._flags = [name for name, value in flags.items() if arguments.flag(name, value)]
        self._timeout_ms = None if timeout is None else arguments.milliseconds("timeout", timeout)
        self._cancel = cancel

    def run(self, handle: SharedHandle, *, logs: bool) -> Connection:
        """Make the call."""
        callbacks = Callbacks()
        error = _ffi.Error()
        answers: list[Any] = []
        try:
            with handle.borrowed() as client, ExitStack() as during:
                options = during.enter_context(self._options(callbacks))
                if logs:
                    during.enter_context(callbacks.receiving_log())
                # The call and the keeping of its result are one step for the interpreter. Between two, a signal handler
                # could raise, and nobody would free the connection.
                answers.extend(
                    map(
                        lib.nango_get_connection,
                        (client,),
                        *((name,) for name in self._names),
                        (options,),
                        (byref(error),),
                    )
                )
            callbacks.raise_caught()
            if not answers[0]:
                raise read_error(error)
            return read_connection(answers[0])
        finally:
            for connection in filter(None, answers):
                lib.nango_connection_free(connection)
            if error:
                lib.nango_error_free(error)

    @contextmanager
    def _options(self, callbacks: Callbacks) -> Iterator[Any]:
        """Options of the call; None if all is as by default."""
        # Python runs signal handlers on its main thread alone.
        interruptible = threading.get_ident() == threading.main_thread().ident
        if not (interruptible or self._flags or self._cancel or self._timeout_ms is not None):
            yield None
            return
        options = lib.nango_call_options_new()
        try:
            for name in self._flags:
                getattr(lib, f"nango_call_options_set_{name}")(options, 1)
            if self._timeout_ms is not None:
                lib.nango_call_options_set_timeout_ms(options, self._timeout_ms)
            if self._cancel is not None:
                lib.nango_call_options_set_cancel(options, self._cancel.pointer)
            if interruptible:
                interrupt = callbacks.interrupt()  # which has to live as long as the options
                lib.nango_call_options_set_interrupt(options, interrupt, None)
            yield options
        finally:
            lib.nango_call_options_free(options)
