"""The library's log, as messages of Python's logger "nango"."""

from __future__ import annotations

import ctypes
import json
import logging
import sys
import traceback
from typing import Any, Callable

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


def forward(number: int, message: int, attributes: int) -> None:
    """Log a message of the library's. The failure of a handler does not affect the call."""
    level = LEVELS.get(number, TRACE)
    if _logger.isEnabledFor(level):
        contained(_logger.log, level, _text(message), extra=_prefixed(json.loads(_text(attributes))))


def contained(receive: Callable[..., object], *arguments: object, **named: object) -> None:
    """Call code of the program's, and report what it raises as logging does where a handler leaves it to logging."""
    try:
        receive(*arguments, **named)
    except Exception:
        if logging.raiseExceptions and sys.stderr:
            traceback.print_exc()


def _text(address: int) -> str:
    return ctypes.string_at(address).decode("utf-8")


def _prefixed(attributes: dict[str, Any]) -> dict[str, Any]:
    """The attributes of a record, under names that `logging` does not use itself."""
    return {f"nango_{name}": value for name, value in attributes.items()}
