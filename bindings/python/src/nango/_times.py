"""Timestamps: RFC 3339 in the forms that Nango servers of all ages send."""

from __future__ import annotations

import re
import sys
from datetime import datetime, timedelta, timezone

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

# Formats that datetime.fromisoformat of Python 3.9 and 3.10 rejects: Z, fractions of any length, offsets without
# minutes.
_TIMESTAMP = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.,](?P<fraction>[0-9]+))?"
    r"(?:[Zz]|[+-]00(?::?00)?|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::?(?P<minutes>[0-9]{2}))?)"
)
#: Whether the interpreter reads what Nango writes as it is.
_KNOWS_Z = sys.version_info >= (3, 11)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MILLISECOND = timedelta(milliseconds=1)


def parse(text: str | None) -> datetime | None:
    """Read a timestamp, in UTC; None if it is absent, invalid, or has no offset from UTC."""
    # As Nango writes most: milliseconds in UTC. That is read at once, in a fifth of the time.
    if text is not None and text[4:20:3] == "--T::." and text[23:] in ("+00:00", "Z"):
        try:
            return datetime.fromisoformat(text if _KNOWS_Z else f"{text[:23]}+00:00")
        except ValueError:  # letters where digits belong, or a leap second
            pass
    match = _TIMESTAMP.fullmatch(text) if text is not None else None
    if match is None:
        return None
    date, time, fraction, sign, hours, minutes = match.groups()
    # Leap seconds, which datetime does not have, become the second after.
    leap = time.endswith(":60")
    if leap:
        time = time[:-2] + "59"
    try:
        moment = datetime.fromisoformat(f"{date}T{time}.{(fraction or '')[:6].ljust(6, '0')}+00:00")
        if leap:
            moment += timedelta(seconds=1)
        if sign is None:
            return moment
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return moment + offset if sign == "-" else moment - offset
    except (ValueError, OverflowError):  # no such day, or one that datetime cannot hold
        return None


def from_milliseconds(unix_ms: int) -> datetime | None:
    """Turn milliseconds since 1970 into a datetime in UTC; None beyond what datetime can hold."""
    try:
        return _EPOCH + unix_ms * _MILLISECOND
    except OverflowError:
        return None
