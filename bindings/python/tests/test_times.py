from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from nango import _times

UTC = timezone.utc


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-03-08T09:43:03.725Z", datetime(2023, 3, 8, 9, 43, 3, 725000, UTC)),
        ("2026-11-22T01:16:10.173+00:00", datetime(2026, 11, 22, 1, 16, 10, 173000, UTC)),
        ("2026-11-22T01:16:10.66+00:00", datetime(2026, 11, 22, 1, 16, 10, 660000, UTC)),
        ("2026-11-22T01:16:10Z", datetime(2026, 11, 22, 1, 16, 10, 0, UTC)),
        ("2026-11-22t01:16:10z", datetime(2026, 11, 22, 1, 16, 10, 0, UTC)),
        ("2026-11-22 01:16:10+0000", datetime(2026, 11, 22, 1, 16, 10, 0, UTC)),
        ("2026-11-22 01:16:10+00", datetime(2026, 11, 22, 1, 16, 10, 0, UTC)),
        ("2026-11-22T01:16:10.123456789Z", datetime(2026, 11, 22, 1, 16, 10, 123456, UTC)),
        ("2026-11-22T01:16:10+05:30", datetime(2026, 11, 21, 19, 46, 10, 0, UTC)),
        ("2026-11-22T01:16:10-08:00", datetime(2026, 11, 22, 9, 16, 10, 0, UTC)),
        ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, 0, 0, 0, 0, UTC)),
        ("2125-01-01T00:00:00Z", datetime(2125, 1, 1, 0, 0, 0, 0, UTC)),
    ],
)
def test_a_timestamp_becomes_a_datetime_in_utc(text: str, moment: datetime) -> None:
    parsed = _times.parse(text)
    assert parsed == moment
    assert parsed is not None
    assert parsed.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "soon",
        "1795310170",
        "2026-11-22",
        "2026-11-22T01:16:10",  # which zone?
        "2026-02-30T01:16:10Z",
        "2026-11-22T25:16:10Z",
        "2026-11-22T01:16:10.Z",
        "2026-11-22T01:16:10Z ",
        "0001-01-01T00:00:00+01:00",
        "\u0662026-11-22T01:16:10Z",
    ],
)
def test_what_is_no_timestamp_is_none(text: str | None) -> None:
    assert _times.parse(text) is None


def test_milliseconds_become_a_datetime_in_utc() -> None:
    assert _times.from_milliseconds(1_700_000_000_123) == datetime(2023, 11, 14, 22, 13, 20, 123000, UTC)
    assert _times.from_milliseconds(-1) == datetime(1969, 12, 31, 23, 59, 59, 999000, UTC)
    assert _times.from_milliseconds(2**62) is None
    assert _times.from_milliseconds(-62_167_219_200_000) is None  # the year 0
