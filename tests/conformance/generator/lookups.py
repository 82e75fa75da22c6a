"""JSON pointers, and times."""

from __future__ import annotations

from .case import Json, Look, connection
from .samples import with_credentials, with_member

ABOUT = "Look-ups by JSON pointer (RFC 6901), and times that are RFC 3339 or only look like it."


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_pointers(), *_times()]


def _pointers() -> list[Json]:
    # The example of RFC 6901, section 5.
    rfc = '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8}'
    names = ["", "/foo", "/foo/0", "/", "/a~1b", "/c%d", "/e^f", "/g|h", "/i\\j", '/k"l', "/ ", "/m~0n"]
    odd = '{"":{"":["x",{"":"deep"}]},"~1":"tilde one","/":"solidus","~":"tilde","0":"zero","-":"dash","01":"leading"}'
    list_of = '[["a","b"],{"0":"object"},"text",null,true,[]]'

    def member(pointers: list[str]) -> list[str]:
        return ["/metadata" + pointer for pointer in pointers]

    escapes = ["/", "//", "//0", "//1/", "/~01", "/~1", "/~0", "/0", "/-", "/01", "/~00", "/~10"]
    indices = [
        "/0",
        "/0/1",
        "/0/2",
        "/00",
        "/-",
        "/0/-",
        "/1/0",
        "/01",
        "/+1",
        "/-1",
        "/ 1",
        "/1 ",
        "/1.0",
        "/1e0",
        "/٣",
    ]
    indices += [
        "/2/0",
        "/3/0",
        "/3",
        "/4",
        "/5/0",
        "/6",
        "/0/",
        "/18446744073709551616",
        "/4294967296",
        "/1" + "0" * 40,
    ]
    invalid = [
        "metadata",
        "#/metadata",
        " /metadata",
        "/metadata/a~",
        "/metadata/a~2b",
        "/metadata/~",
        "/metadata/~~0",
        "id",
    ]
    return [
        connection(
            "pointers_of_rfc_6901",
            "The examples of the standard.",
            with_member(f'"metadata":{rfc}'),
            {"metadata_json": rfc},
            look=Look(get_string=member(names), get_json=member(names)),
        ),
        connection(
            "pointer_escapes_and_empty_keys",
            "~0 and ~1 once each, from left to right; an empty key is a key.",
            with_member(f'"metadata":{odd}'),
            {"metadata_json": odd},
            look=Look(get_string=member(escapes), get_json=member(escapes)),
        ),
        connection(
            "pointer_array_indices",
            "An index is digits without a leading zero; `-` names what is not there.",
            with_member(f'"metadata":{{"l":{list_of}}}'),
            {"metadata_json": f'{{"l":{list_of}}}'},
            look=Look(
                get_string=[f"/metadata/l{pointer}" for pointer in indices],
                get_json=[f"/metadata/l{pointer}" for pointer in indices],
            ),
        ),
        connection(
            "pointers_that_are_none",
            "What is no pointer names nothing.",
            with_member('"metadata":{"a~":1,"a~2b":2,"~":3,"~~0":4}'),
            {"id": 7},
            look=Look(get_string=invalid, get_json=invalid),
        ),
        connection(
            "pointer_to_the_document",
            "The empty pointer is the whole document.",
            with_member('"tags":{"a":"b"}'),
            {"tags_json": '{"a":"b"}'},
            look=Look(get_string=["", "/"], get_json=["", "/"]),
        ),
        connection(
            "pointers_to_every_kind",
            "get_string gives strings alone, get_json everything as sent.",
            with_member('"metadata":{"s":"x","e":"","n":1.50,"t":true,"f":false,"z":null,"o":{ },"a":[ 1 ]}'),
            {"metadata_json": '{"s":"x","e":"","n":1.50,"t":true,"f":false,"z":null,"o":{ },"a":[ 1 ]}'},
            look=Look(
                get_string=[f"/metadata/{name}" for name in "sentfzoa"],
                get_json=[f"/metadata/{name}" for name in "sentfzoa"] + ["/metadata/z/x", "/metadata/s/0"],
            ),
        ),
    ]


def _times() -> list[Json]:
    times: dict[str, tuple[str, int | None, str]] = {
        "z": ("2023-03-08T09:43:03.725Z", 1678268583725, "The form of 2023."),
        "offset": ("2026-11-22T01:16:10.66+00:00", 1795310170660, "Two digits of a second."),
        "no_fraction": ("2026-11-22T02:17:29Z", 1795313849000, "No fraction at all."),
        "east": ("2026-11-22T05:16:10+05:30", 1795304770000, "East of Greenwich it is earlier."),
        "west": ("2026-11-21T20:16:10-05:00", 1795310170000, "And west of it later."),
        "minus_zero": ("2026-11-22T01:16:10-00:00", 1795310170000, "An unknown offset is still UTC."),
        "nanoseconds": ("2026-11-22T01:16:10.123999999Z", 1795310170123, "The fraction is cut, not rounded."),
        "many_digits": ("2026-11-22T01:16:10.99999999999999999999999Z", 1795310170999, "However long it is."),
        "lower_case": ("2026-11-22t01:16:10z", 1795310170000, "RFC 3339 allows lower case."),
        "before_1970": ("1969-12-31T23:59:59.999Z", -1, "Before the epoch it is negative."),
        "far_future": ("2125-01-01T00:00:00.000Z", 4891363200000, "What never expires is far in the future."),
        "year_9999": ("9999-12-31T23:59:59Z", 253402300799000, "The last second that the form has."),
        "leap_day": ("2024-02-29T00:00:00Z", 1709164800000, "2024 is a leap year."),
        "no_leap_day": ("2023-02-29T00:00:00Z", None, "2023 is not."),
        "no_offset": ("2026-11-22T01:16:10", None, "Without an offset nobody knows when it is."),
        "date_only": ("2026-11-22", None, "A day is no time."),
        "no_seconds": ("2026-11-22T01:16Z", None, "Seconds are needed."),
        "month_13": ("2026-13-01T00:00:00Z", None, "There is no month 13."),
        "hour_24": ("2026-11-22T24:00:00Z", None, "There is no hour 24."),
        "offset_24": ("2026-11-22T01:16:10+24:00", None, "Nor such an offset."),
        "offset_without_colon": ("2026-11-22T01:16:10+0000", None, "That is ISO 8601, not RFC 3339."),
        "empty_fraction": ("2026-11-22T01:16:10.Z", None, "A point needs digits."),
        "trailing_space": ("2026-11-22T01:16:10Z ", None, "Nothing may follow."),
        "unix_seconds": ("1795310170", None, "A number as text is no time."),
        "words": ("never", None, "Whatever the provider sent."),
        "empty": ("", None, "Empty is not absent, but no time."),
        "other_digits": ("２０２６-11-22T01:16:10Z", None, "Digits are ASCII digits."),
    }
    return [
        connection(
            f"expires_at_{name}",
            why,
            with_credentials(f'{{"type":"OAUTH2","access_token":"t","expires_at":"{text}"}}'),
            {"expires_at": text, "expires_at_ms": unix_ms, "token": "t"},
            look=Look(
                credential=["expires_at"], get_string=["/credentials/expires_at"], get_json=["/credentials/expires_at"]
            ),
        )
        for name, (text, unix_ms, why) in times.items()
    ]
