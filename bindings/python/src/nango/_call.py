"""One call of the library: everything from the arguments to a connection or an error."""

from __future__ import annotations

import threading
from contextlib import contextmanager, nullcontext
from ctypes import byref
from typing import TYPE_CHECKING, Any

from . import _arguments as arguments
from . import _ffi
from ._callbacks import Callbacks
from ._convert import read_error
from ._ffi import lib
from ._importing import importing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._connection import Connection
    from ._handle import SharedHandle
    from ._observers import Observers


class Cancel:
    """Ends a call from another thread."""

    __slots__ = ("_free", "_free_options", "_options", "pointer")

    def __init__(self) -> None:
        self._free = lib.nango_cancel_free  # at the interpreter's end, `lib` may be gone before this
        self._free_options = lib.nango_call_options_free
        self._options: Any = None
        self.pointer = lib.nango_cancel_new()

    def __del__(self) -> None:
        # Without them if a signal's handler ended __init__. A coroutine that is collected with this may end its
        # call only afterwards.
        pointer, self.pointer = getattr(self, "pointer", None), None
        options, self._options = getattr(self, "_options", None), None
        if pointer:
            self._free(pointer)
        if options:
            self._free_options(options)

    def options(self) -> Any:
        """The options of a call that has all as by default but for this: for one call after the other."""
        if self._options is None:
            self._options = lib.nango_call_options_new()
            lib.nango_call_options_set_cancel(self._options, self.pointer)
        return self._options

    def trigger(self) -> None:
        """End the call, also one that has not begun."""
        lib.nango_cancel_trigger(self.pointer)


class Call:
    """The checked arguments."""

    __slots__ = ("_cancel", "_names", "_settings")

    def __init__(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        cancel: Cancel | None = None,
        force_refresh: bool,
        refresh_token: bool,
        refresh_github_app_jwt_token: bool,
        timeout: float | None,
        max_age: float | None,
    ) -> None:
        self._names = (
            arguments.text("connection_id", connection_id),
            arguments.text("provider_config_key", provider_config_key),
        )
        self._cancel = cancel
        #: The setters to call, with their values.
        self._settings: list[tuple[str, int]] = []
        if force_refresh is not False:
            self._set_flag("force_refresh", force_refresh)
        if refresh_token is not False:
            self._set_flag("refresh_token", refresh_token)
        if refresh_github_app_jwt_token is not False:
            self._set_flag("refresh_github_app_jwt_token", refresh_github_app_jwt_token)
        if timeout is not None:
            self._settings.append(("timeout_ms", arguments.milliseconds("timeout", timeout)))
        if max_age is not None:
            self._settings.append(("max_age_ms", arguments.milliseconds("max_age", max_age)))

    def _set_flag(self, name: str, value: bool) -> None:
        self._settings.append((name, arguments.flag(name, value)))

    def run(self, handle: SharedHandle, *, observers: Observers | None) -> Connection:
        """Make the call."""
        try:
            desk = _idle.pop()
        except IndexError:
            desk = _Desk()
        try:
            if observers is None and not self._settings:
                if self._cancel is None:
                    return self._get(handle, desk, desk.options_of_plain_calls())
                if not interruptible():
                    return self._get(handle, desk, self._cancel.options())
            receiving = desk.callbacks.receiving(observers) if observers else nullcontext()
            with self._options(desk) as options, receiving:
                return self._get(handle, desk, options)
        finally:
            desk.callbacks.forget()
            _idle.append(desk)

    def start(self, queue: Any, tag: int) -> None:
        """Have a thread of the library make the call, whose result comes out of the queue."""
        if not self._settings and self._cancel is not None:
            lib.nango_queue_get_connection(queue, *self._names, self._cancel.options(), tag)
            return
        options = lib.nango_call_options_new()
        try:
            self._set(options)
            lib.nango_queue_get_connection(queue, *self._names, options, tag)
        finally:
            lib.nango_call_options_free(options)

    def _get(self, handle: SharedHandle, desk: _Desk, options: Any) -> Connection:
        answers: list[Any] = []
        try:
            handle.call(answers, lib.nango_get_connection, *self._names, options, desk.error_out)
            desk.callbacks.raise_caught()
            if not answers[0]:
                raise read_error(desk.error)
            return _read_connection(answers[0])
        finally:
            for connection in filter(None, answers):
                lib.nango_connection_free(connection)
            if desk.error:
                # Taken out before it is freed: a signal handler that raises then would leave the next call a freed one.
                error, desk.error.value = desk.error.value, None
                lib.nango_error_free(error)

    @contextmanager
    def _options(self, desk: _Desk) -> Iterator[Any]:
        """Options of this call."""
        options = lib.nango_call_options_new()
        try:
            self._set(options)
            if interruptible():
                lib.nango_call_options_set_interrupt(options, desk.interrupt, None)
            yield options
        finally:
            lib.nango_call_options_free(options)

    def _set(self, options: Any) -> None:
        for name, value in self._settings:
            getattr(lib, f"nango_call_options_set_{name}")(options, value)
        if self._cancel is not None:
            lib.nango_call_options_set_cancel(options, self._cancel.pointer)


class _Desk:
    """The buffers that a call needs in addition to its arguments.

    One call has it at a time, and the next one afterwards: making it takes longer than the rest of a call.
    """

    __slots__ = ("_free", "_interruptible", "callbacks", "error", "error_out", "interrupt")

    def __init__(self) -> None:
        self._free = lib.nango_call_options_free  # see Cancel
        self._interruptible = lib.nango_call_options_new()
        self.callbacks = Callbacks()
        self.interrupt = self.callbacks.interrupt()  # which has to live as long as the options that have it
        self.error = _ffi.Error()
        self.error_out = byref(self.error)
        lib.nango_call_options_set_interrupt(self._interruptible, self.interrupt, None)

    def __del__(self) -> None:
        # Without it if a signal's handler ended __init__.
        if hasattr(self, "_interruptible"):
            self._free(self._interruptible)

    def options_of_plain_calls(self) -> Any:
        """The options of a call that has all as by default."""
        return self._interruptible if interruptible() else None


def _read_first_connection(handle: Any) -> Connection:
    """Import what reads connections, which later calls use at once."""
    global _read_connection
    with importing:
        from ._read_connection import read_connection

    _read_connection = read_connection
    return read_connection(handle)


_read_connection = _read_first_connection


def connection_of(handle: Any) -> Connection:
    """Read a connection."""
    return _read_connection(handle)


def interruptible() -> bool:
    """Whether this call has to check for signals: Python runs their handlers on its main thread alone."""
    return threading.get_ident() == threading.main_thread().ident


#: Unused buffers. A signal handler may make a call amid another, and threads run concurrently: each takes one
#: out, which is one step for the interpreter, or makes one.
_idle: list[_Desk] = []
