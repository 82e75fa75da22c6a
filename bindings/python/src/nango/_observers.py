"""Who follows the calls of a client."""

from __future__ import annotations

from typing import NamedTuple, Optional

from ._log import most_verbose
from ._summary import OnCall


class Observers(NamedTuple):
    """Who follows the calls of a client: the log, and a program's function."""

    #: The number of the most verbose level that the log wants; 0 if it wants nothing.
    log_level: int
    on_call: Optional[OnCall]


def observers_of(log_level: object, on_call: Optional[OnCall]) -> Optional[Observers]:
    """Who follows the calls of a client with these settings; None, which costs nothing, if nobody does."""
    if on_call is not None and not callable(on_call):
        raise TypeError(f"on_call must be callable or None, not {type(on_call).__name__}")
    most = 0 if log_level is None else most_verbose(log_level)
    return Observers(most, on_call) if most or on_call is not None else None
