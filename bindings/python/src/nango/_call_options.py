"""The options of a call that has a timeout, a cancel and an interrupt, and no more."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ._ffi import lib

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._call import Cancel


@contextmanager
def call_options(timeout_ms: int | None, cancel: Cancel, interrupt: Any) -> Iterator[Any]:
    """The library's options, for one call; without a timeout the client's, without an interrupt none."""
    options = lib.nango_call_options_new()
    try:
        if timeout_ms is not None:
            lib.nango_call_options_set_timeout_ms(options, timeout_ms)
        lib.nango_call_options_set_cancel(options, cancel.pointer)
        if interrupt is not None:
            lib.nango_call_options_set_interrupt(options, interrupt, None)
        yield options
    finally:
        lib.nango_call_options_free(options)
