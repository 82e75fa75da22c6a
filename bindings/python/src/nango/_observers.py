"""Who follows the calls of a client."""

from __future__ import annotations

from typing import Callable, Optional

import nango

from ._importing import importing

#: A program's function for the end of each call.
OnCall = Callable[["nango.CallSummary"], object]


class Observers:
    """Who follows the calls of a client: the log, and a program's function."""

    __slots__ = ("log_level", "on_call")

    def __init__(self, log_level: int, on_call: Optional[OnCall]) -> None:
        #: The number of the most verbose level that the log wants; 0 if it wants nothing.
        self.log_level = log_level
        self.on_call = on_call


def observers_of(log_level: object, on_call: Optional[OnCall]) -> Optional[Observers]:
    """Who follows the calls of a client with these settings; None, which costs nothing, if nobody does."""
    if on_call is not None and not callable(on_call):
        raise TypeError(f"on_call must be callable or None, not {type(on_call).__name__}")
    most = 0
    # Each is imported here: `logging` takes long, and a callback of the library's must not wait for that.
    if log_level is not None:
        with importing:
            from ._log import most_verbose

        most = most_verbose(log_level)
    if on_call is not None:
        with importing:
            from . import _summary  # noqa: F401
    return Observers(most, on_call) if most or on_call is not None else None
