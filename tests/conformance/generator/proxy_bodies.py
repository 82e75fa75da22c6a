"""Bodies of proxied requests: they reach Nango byte by byte, from memory or from a reader."""

from __future__ import annotations

from .case import Json
from .proxied import OCTETS, OK, Body, ProxyCall, Sent, answered, nango_says

ABOUT = (
    "Bodies of proxied requests, from memory and from readers of known and unknown length: Nango gets the very bytes."
)

EVERY_BYTE = bytes(range(256))
SOURCES = ("memory", "sized_reader", "reader")
CONTENTS = {
    "empty": (b"", "text/plain"),
    "one_byte": (b"x", "text/plain"),
    "json": ('{"hello": "w\u00f6rld", "n": 1.0}'.encode(), "application/json"),
    "form": (b"a=1&b=%20&a=2", "application/x-www-form-urlencoded"),
    "nul_bytes": (b"\0\0a\0", "application/octet-stream"),
    "line_breaks": (b"a\r\nb\nc\r\n\r\n", "text/csv"),
    "like_a_chunk": (b"0\r\n\r\nGET / HTTP/1.1\r\n\r\n", "text/plain"),
    "every_byte": (EVERY_BYTE, "application/octet-stream"),
    "no_utf8": (b"\xff\xfe\x80", "application/octet-stream"),
    "one_piece": (b"p" * 1000, "text/plain"),
    "one_piece_and_a_byte": (b"p" * 1001, "text/plain"),
    "large": (b"01234567" * 40_000, "text/plain"),
}


def cases() -> list[Json]:
    """The cases of this group."""
    found = []
    for name, (content, content_type) in CONTENTS.items():
        for source in SOURCES:
            if source == "sized_reader" and not content:
                continue
            call = ProxyCall("POST", body=Body(content, content_type, source))
            found.append(answered(f"body_{name}_from_{source}", "The bytes are the same.", call=call, status=200))
    very_large = b"01234567" * 262_144
    found += [
        answered(
            "body_of_2_mib_from_memory",
            "It is sent while the server reads.",
            call=ProxyCall("PUT", body=Body(very_large, "text/plain")),
            status=200,
        ),
        answered(
            "body_of_2_mib_from_reader",
            "It is never in memory as a whole.",
            call=ProxyCall("PUT", body=Body(very_large, "text/plain", "reader")),
            status=200,
        ),
        *_content_types(),
        *_told(),
        *_exact(),
        *_parsed(),
        *_methods(),
    ]
    return found


def _content_types() -> list[Json]:
    types = {
        "json": "application/json",
        "form": "application/x-www-form-urlencoded",
        "parameters": 'multipart/form-data; boundary="a b"',
        "charset": "text/plain; charset=utf-8",
        "vendor": "application/vnd.example.v2+json",
        "capitals": "Application/JSON",
    }
    return [
        answered(
            f"content_type_{name}",
            "Nango leaves the bytes alone, and the external API is told what they are.",
            call=ProxyCall("POST", body=Body(b"{}", content_type)),
            sent=Sent(passed={"content-type": OCTETS, "nango-proxy-content-type": content_type}),
            status=200,
        )
        for name, content_type in types.items()
    ]


def _told() -> list[Json]:
    types = {
        "json": "application/json",
        "json_in_capitals": "Application/JSON; Charset=UTF-8",
        "form": "application/x-www-form-urlencoded",
        "form_with_charset": "application/x-www-form-urlencoded;charset=UTF-8",
        "text": "text/plain; charset=utf-8",
        "vendor_json": "application/vnd.api+json",
        "json_sequence": "application/json-seq",
        "parts": "multipart/form-data; boundary=x",
        "image": "image/png",
        "words": "json",
        "empty": "",
    }
    found = []
    for name, content_type in types.items():
        for source in SOURCES:
            found.append(
                answered(
                    f"content_type_by_the_header_{name}_from_{source}",
                    "A header says it as well.",
                    call=ProxyCall("POST", headers=[("Content-Type", content_type)], body=Body(b"{}", None, source)),
                    sent=Sent(passed={"content-type": OCTETS, "nango-proxy-content-type": content_type}),
                    status=200,
                )
            )
    found += [
        answered(
            f"content_type_of_nobody_from_{source}",
            "Nobody says what it is.",
            call=ProxyCall("POST", body=Body(b"{}", None, source)),
            sent=Sent(passed={"content-type": OCTETS, "nango-proxy-content-type": OCTETS}),
            status=200,
        )
        for source in SOURCES
    ]
    return found


def _exact() -> list[Json]:
    """What Nango would change if it parsed it."""
    bodies = {
        "long_number": (b'{"id": 12345678901234567890}', "application/json"),
        "fraction": (b'{"a": 1.10, "b": 1E5}', "application/json"),
        "scalar": (b"7", "application/json"),
        "no_json": (b'{"a":', "application/json"),
        "repeated_name": (b"b=2&b=3&a=%20+", "application/x-www-form-urlencoded"),
    }
    return [
        answered(
            f"body_stays_{name}_from_{source}",
            "Nango gets it as bytes.",
            call=ProxyCall("POST", body=Body(content, content_type, source)),
            sent=Sent(passed={"content-type": OCTETS, "nango-proxy-content-type": content_type}),
            status=200,
        )
        for name, (content, content_type) in bodies.items()
        for source in SOURCES
    ]


def _parsed() -> list[Json]:
    """Bodies that Nango is to parse: the type, the header, and what Nango and the external API are told."""
    json, form = "application/json", "application/x-www-form-urlencoded"
    parts = "multipart/form-data; boundary=x"
    types = {
        "json": (json, None, json, json),
        "form": (form, None, form, form),
        "by_the_header": (None, form, form, form),
        "for_another_type": (form, json, form, json),
        "parts": (parts, None, parts, "multipart/form-data"),
        "text": ("text/csv", None, "text/csv", "text/csv"),
        "nothing": (None, None, OCTETS, OCTETS),
    }
    return [
        answered(
            f"body_parsed_by_nango_{name}_from_{source}",
            "Nango is told what it is.",
            call=ProxyCall(
                "POST",
                headers=[] if header is None else [("Content-Type", header)],
                body=Body(b"{}", content_type, source),
                settings={"nango_parses_body": True},
            ),
            sent=Sent(passed={"content-type": told, "nango-proxy-content-type": passed}),
            status=200,
        )
        for name, (content_type, header, told, passed) in types.items()
        for source in SOURCES
    ]


def _methods() -> list[Json]:
    found = []
    for method in ("PUT", "PATCH", "DELETE"):
        for source in SOURCES:
            body = Body(b'{"a":1}', source=source)
            found.append(
                answered(
                    f"body_with_{method.lower()}_from_{source}",
                    "Any method but HEAD may have one.",
                    call=ProxyCall(method, body=body),
                    status=200,
                )
            )
    refused = nango_says(400, "invalid_json", "Unexpected end of JSON input")
    found += [
        answered(
            "body_refused_by_nango",
            "Nango parses JSON before it sends it on, if it is to.",
            refused,
            ProxyCall("POST", body=Body(b'{"a":'), settings={"nango_parses_body": True}),
            kind_name="API",
            code="invalid_json",
        ),
        answered(
            "content_type_for_the_external_api",
            "The header comes before the type of the body.",
            call=ProxyCall(
                "POST", headers=[("content-type", "image/png")], body=Body(b"\x89PNG", "application/octet-stream")
            ),
            sent=Sent(passed={"nango-proxy-content-type": "image/png"}),
            status=200,
        ),
        answered(
            "body_with_everything_else",
            "A body keeps nothing else from being sent.",
            OK,
            ProxyCall("POST", "/v1/items?a=1", [("b", "2")], body=Body(b"x", "text/plain"), settings={"retries": 1}),
            status=200,
        ),
    ]
    return found
