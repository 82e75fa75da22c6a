"""Responses of the external API: status, headers, bodies collected and read part by part, and bodies that never end."""

from __future__ import annotations

from .answer_oracle import Answer
from .case import Json
from .proxied import Body, Look, ProxyCall, answered
from .samples import HTML_TYPE

ABOUT = (
    "What a program gets of the external API's answer: status, headers, the body whole or in parts, or why it cannot."
)

JSON = ("content-type", "application/json")
TEXT = ("content-type", "text/plain")
CHUNKED = ("transfer-encoding", "chunked")
EVERY_BYTE = bytes(range(256))
BODIES = {
    "text": b"hello",
    "one_byte": b"x",
    "every_byte": EVERY_BYTE,
    "nul_bytes": b"\0a\0",
    "large": b"01234567" * 25_000,
    "large_binary": EVERY_BYTE * 5,
}


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_statuses(), *_headers(), *_bodies(), *_parts(), *_look_ups()]


def _statuses() -> list[Json]:
    found = []
    for status in (200, 201, 202, 206, 207, 301, 302, 307, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503, 504):
        headers = (TEXT, *([("location", "https://elsewhere.example.com/")] if status in (301, 302, 307) else []))
        answer = Answer(status, b"said by the external API", headers)
        found.append(answered(f"response_{status}", "Any status is a response.", answer, status=status))
    for status in (204, 304):
        answer = Answer(status, b"", (("x-request-id", "1"),))
        found.append(answered(f"response_{status}", "It has no body.", answer, status=status, body=""))
    head = Answer(200, b"twelve bytes", (TEXT,))
    found += [
        answered(
            "response_to_head",
            "It names a length and has no body.",
            head,
            ProxyCall("HEAD"),
            look=Look(header=("Content-Length",)),
            status=200,
            body="",
            header={"Content-Length": "12"},
        ),
        answered("response_empty", "An empty body is one.", Answer(200, b"", (TEXT,)), status=200, body=""),
        answered(
            "response_page",
            "A web page may be what was asked for.",
            Answer(200, b"<html></html>", (HTML_TYPE,)),
            status=200,
        ),
        answered("response_unknown_status", "Nobody judges it.", Answer(299, b"x", (TEXT,)), status=299),
        answered(
            "response_to_post",
            "Of a write as well.",
            Answer(201, b'{"id":7}', (JSON, ("location", "/v1/items/7"))),
            ProxyCall("POST", body=Body()),
            look=Look(header=("location",), get_json=("/id",)),
            status=201,
        ),
    ]
    return found


def _headers() -> list[Json]:
    many = (TEXT, ("X-One", "1"), ("x-two", "2"), ("x-same", "first"), ("X-Same", "second"), ("x-empty", ""))
    answer = Answer(200, b"x", tuple((name.lower(), value) for name, value in many))
    links = (
        "link",
        '<https://api.example.com/items?page=2>; rel="next", <https://api.example.com/items?page=9>; rel="last"',
    )
    # HashMaps have their limits somewhere.
    crowd = tuple((f"x-header-{i}", str(i)) for i in range(60))
    return [
        answered(
            "headers_by_name",
            "In whatever case; of several the first.",
            answer,
            look=Look(
                header=("x-one", "X-ONE", "X-Two", "x-same", "X-Empty", "x-none", "content-type", "Content-Length")
            ),
            status=200,
            header_count=7,
        ),
        answered(
            "header_link",
            "How an API pages.",
            Answer(200, b"[]", (JSON, links)),
            look=Look(header=("Link",)),
            header={"Link": links[1]},
        ),
        answered(
            "header_unicode",
            "UTF-8 is kept.",
            Answer(200, b"", (("x-name", "caf\u00e9 \U0001f98a"),)),
            look=Look(header=("x-name",)),
            header={"x-name": "caf\u00e9 \U0001f98a"},
        ),
        answered(
            "header_of_a_letter_like_another",
            "Only ASCII has another case here.",
            Answer(200, b"", (("x-k", "1"),)),
            look=Look(header=("x-K", "x-\u212a")),
            header={"x-K": "1", "x-\u212a": None},
        ),
        answered(
            "headers_many",
            "All of them are there.",
            Answer(200, b"", crowd),
            look=Look(header=("x-header-0", "x-header-59", "x-header-60")),
            header_count=61,
        ),
        answered(
            "header_set_cookie",
            "Each has a header of its own.",
            Answer(200, b"", (("set-cookie", "a=1; Path=/"), ("set-cookie", "b=2"))),
            look=Look(header=("set-cookie",)),
            header_count=3,
        ),
        answered(
            "header_odd_names",
            "A name that no header can have is that of none.",
            look=Look(header=("", " ", "content-type ", "content type", "x\u00e9", "content-type:")),
            status=200,
        ),
    ]


def _bodies() -> list[Json]:
    found = []
    for name, body in BODIES.items():
        for how, headers, end in (
            ("", (TEXT,), None),
            ("_chunked", (TEXT, CHUNKED), None),
            ("_close", (TEXT,), "close"),
        ):
            found.append(
                answered(
                    f"body_{name}{how}", "It comes as it was sent.", Answer(200, body, headers), end=end, status=200
                )
            )
    gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcbH\xcd\xc9\xc9\x07\x00\x86\xa6\x106\x05\x00\x00\x00"
    compressed = Answer(200, gzip, (TEXT, ("content-encoding", "gzip")))
    both = Answer(200, b"in chunks", (TEXT, ("content-length", "3"), CHUNKED))
    found += [
        answered(
            "body_compressed",
            "It is decoded, although the request accepts no coding.",
            compressed,
            look=Look(header=("Content-Encoding",)),
            header={"Content-Encoding": None},
            body="hello",
        ),
        answered(
            "body_with_both_lengths", "The chunks count.", both, look=Look(header=("content-type",)), body="in chunks"
        ),
        answered("body_empty_chunked", "It may be empty, too.", Answer(200, b"", (TEXT, CHUNKED)), body=""),
        answered("body_empty_close", "However it ends.", Answer(200, b"", (TEXT,)), end="close", body=""),
    ]
    return found


def _parts() -> list[Json]:
    found = []
    for name, body in BODIES.items():
        for size in (1, 7, 8192, 1_000_000):
            if size == 1 and len(body) > 10_000:
                continue
            for how, headers, end in (
                ("", (TEXT,), None),
                ("_chunked", (TEXT, CHUNKED), None),
                ("_close", (TEXT,), "close"),
            ):
                found.append(
                    answered(
                        f"parts_{name}_of_{size}{how}",
                        "In parts it is the same body.",
                        Answer(200, body, headers),
                        ProxyCall(settings={"read_size": size}),
                        end=end,
                        status=200,
                    )
                )
    parts = ProxyCall(settings={"read_size": 5})
    doubtful = Answer(404, b'{"error":{"code":"no_such_item","message":"gone"}}', (JSON,))
    found += [
        answered("parts_of_nothing", "The end comes at once.", Answer(200, b"", (TEXT,)), parts, status=200, body=""),
        answered("parts_of_204", "Here, too.", Answer(204, b"", ()), parts, status=204, body=""),
        answered(
            "parts_of_head",
            "And here.",
            Answer(200, b"twelve bytes", (TEXT,)),
            ProxyCall("HEAD", settings={"read_size": 5}),
            status=200,
            body="",
        ),
        answered("parts_of_an_error", "Also what was looked at before.", doubtful, parts, status=404),
        answered(
            "parts_of_a_long_error",
            "And what was looked at in part.",
            Answer(400, b'{"error":"' + b"y" * 100_000 + b'"}', (JSON, CHUNKED)),
            ProxyCall(settings={"read_size": 4096}),
            status=400,
        ),
    ]
    return found


def _look_ups() -> list[Json]:
    rich = (
        '{"id": 7, "name": "caf\u00e9", "price": 1.50, "tags": ["a", {"b": null}], "a/b": "slash", "m~n": "tilde", '
        '"": "nameless", "ok": true, "none": null, "empty": {}, "text": "a\\nb\\u00e9", "nul": "a\\u0000b", '
        '"big": 12345678901234567890}'
    )
    pointers = (
        "/id /name /price /tags /tags/0 /tags/1/b /tags/2 /tags/01 /tags/- /a~1b /m~0n / /ok /none /empty /text /nul "
        "/big /m~2n name /name/x"
    ).split()
    return [
        answered(
            "look_ups",
            "What a program asks for most.",
            Answer(200, rich.encode("utf-8"), (JSON,)),
            look=Look(get_string=pointers, get_json=pointers),
            status=200,
        ),
        answered(
            "look_ups_in_an_error",
            "An error of the external API says more.",
            Answer(422, b'{"errors":[{"field":"email","message":"is taken"}]}', (JSON,)),
            look=Look(get_string=("/errors/0/field",), get_json=("/errors/0",)),
            get_string={"/errors/0/field": "email"},
        ),
        answered(
            "look_ups_in_a_list",
            "The document need not be an object.",
            Answer(200, b'[{"id":1},{"id":2}]', (JSON,)),
            look=Look(get_string=("/0/id", ""), get_json=("/1/id", "", "/2")),
            get_json={"/1/id": "2", "": '[{"id":1},{"id":2}]', "/2": None},
        ),
        answered(
            "look_ups_in_a_string",
            "It may be a string.",
            Answer(200, b'"pong"', (JSON,)),
            look=Look(get_string=("", "/0"), get_json=("", "/0")),
            get_string={"": "pong", "/0": None},
        ),
        answered(
            "look_ups_whatever_the_type",
            "Many an API calls its JSON text.",
            Answer(200, b' {"a": "b"}\n', (TEXT,)),
            look=Look(get_string=("/a",), get_json=("",)),
            get_string={"/a": "b"},
        ),
        answered(
            "look_ups_with_byte_order_mark",
            "It is skipped, and stays in the body.",
            Answer(200, b'\xef\xbb\xbf{"a":"b"}', (JSON,)),
            look=Look(get_string=("/a",), get_json=("",)),
            get_json={"": '{"a":"b"}'},
        ),
        *(
            answered(
                f"look_ups_in_{name}",
                "There is nothing to be found, and nothing wrong with the body.",
                Answer(200, body, (JSON,)),
                look=Look(get_string=("/a", ""), get_json=("/a", "")),
                get_string={"/a": None, "": None},
                get_json={"/a": None, "": None},
            )
            for name, body in {
                "text": b"hello",
                "nothing": b"",
                "white_space": b" \n",
                "half_a_document": b'{"a":"b"',
                "two_documents": b'{"a":"b"}{"a":"c"}',
                "what_is_no_utf8": b'{"a":"\xff"}',
                "a_binary": EVERY_BYTE,
            }.items()
        ),
    ]
