"""The library's log, as messages of Python's logger "nango"."""

from __future__ import annotations

import ctypes
import logging
import sys
import traceback

from . import _arguments as arguments

#: The most verbose level, for which `logging` has no name.
TRACE = 5

#: Python's levels by the library's numbers: NANGO_LOG_ERROR and so on.
LEVELS = {1: logging.ERROR, 2: logging.WARNING, 3: logging.INFO, 4: logging.DEBUG, 5: TRACE}

_logger = logging.getLogger("nango")


def most_verbose(log_level: object) -> int:
    """The number of the most verbose level that a level of Python's lets through; 0 for none."""
    level = arguments.whole("log_level", log_level)
    return max((number for number, of_python in LEVELS.items() if of_python >= level), default=0)


def forward(number: int, address: int) -> None:
    """Log a message of the library's. The failure of a handler does not affect the call."""
    try:
        _logger.log(LEVELS.get(number, TRACE), ctypes.string_at(address).decode("utf-8"))
    except Exception:
        # As logging itself does where a handler leaves it to logging.
        if logging.raiseExceptions and sys.stderr:
            traceback.print_exc()
