"""Bodies of errors: in Nango's current format, in its old ones, in none, and bodies that are hard to print."""

from __future__ import annotations

from .case import ONE_ROUTE, Json, Value, refusal
from .jsontext import BOM
from .samples import HTML_TYPE, JSON_TYPE, compact, plain

ABOUT = "Bodies of errors: Nango's shapes of today and of old, everyone else's, and what is hard to show."

ODD_CODES = ["Not_Found", "not-found", "not found", "", "ключ", "x" * 65, "a\n", "a\u0000"]


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_shapes(), *_bodies()]


def _shapes() -> list[Json]:
    def said(name: str, why: str, body: object, kind: str, status: int = 400, **says: Value) -> Json:
        text = body if isinstance(body, str) else compact(body)
        return refusal(f"shape_{name}", why, plain(status, text, [JSON_TYPE]), kind, ONE_ROUTE, **says)

    listed = {
        "code": "invalid_body",
        "errors": [{"message": "one"}, {"code": "x"}, 5, {"message": 6}, {"message": "two"}],
    }
    found = [
        said(
            "code_only",
            "A message is not always there.",
            {"error": {"code": "a_1"}},
            "API",
            code="a_1",
            server_message=None,
        ),
        said("message_only", "Nor is a code.", {"error": {"message": "why"}}, "API", code=None, server_message="why"),
        said(
            "message_empty",
            "An empty message is one.",
            {"error": {"code": "x", "message": ""}},
            "API",
            server_message="",
        ),
        said("errors", "The messages of a list are joined.", {"error": listed}, "API", server_message="one; two"),
        said(
            "message_and_errors",
            "The message counts before the list.",
            {"error": {**listed, "message": "three"}},
            "API",
            server_message="three",
        ),
        said(
            "message_number",
            "A message that is no text is none.",
            {"error": {"code": "x", "message": 5}},
            "API",
            server_message=None,
        ),
        said(
            "code_number", "A code that is no text is none.", {"error": {"code": 5, "message": "m"}}, "API", code=None
        ),
        said(
            "errors_without_message",
            "A list without messages says nothing.",
            {"error": {"code": "x", "errors": [{"code": "y"}, {"message": None}]}},
            "API",
            server_message=None,
        ),
        said(
            "errors_no_list",
            "Nor does what is no list.",
            {"error": {"code": "x", "errors": {"message": "y"}}},
            "API",
            server_message=None,
        ),
        said(
            "nul_in_message",
            "What a C string cannot hold is absent; it stays in the body.",
            '{"error":{"code":"x","message":"a\\u0000b"}}',
            "API",
            code="x",
            server_message=None,
        ),
        said(
            "nul_in_old_message",
            "In the old shape too; Nango's it is all the same.",
            '{"error":"a\\u0000b","type":"x"}',
            "API",
            code="x",
            server_message=None,
        ),
        said(
            "lone_surrogate_in_message",
            "So is half a character.",
            '{"error":{"code":"x","message":"\\ud83e"}}',
            "API",
            server_message=None,
        ),
        said(
            "nul_in_errors",
            "In a list the others are still there.",
            '{"error":{"code":"x","errors":[{"message":"a\\u0000"},{"message":"b"}]}}',
            "API",
            server_message="b",
        ),
        said(
            "payload",
            "What else is there stays in the body.",
            {"error": {"code": "x", "payload": {"a": [1]}}},
            "API",
            code="x",
        ),
        said(
            "old_with_type",
            "An old server: the text is the error, the code its type.",
            {"error": "No connection matching the provided params.", "type": "unknown_connection", "payload": {}},
            "NOT_FOUND",
            code="unknown_connection",
            server_message="No connection matching the provided params.",
        ),
        said("old_not_found", "So it is with 404.", {"error": "x", "type": "not_found"}, "NOT_FOUND", status=404),
        said(
            "old_integration",
            "And an integration.",
            {"error": "x", "type": "unknown_provider_config"},
            "UNKNOWN_INTEGRATION",
        ),
        said(
            "oldest",
            "The oldest form has no code.",
            {"error": "Something broke"},
            "API",
            code=None,
            server_message="Something broke",
        ),
        said(
            "oldest_404", "It is Nango's, so the route exists.", {"error": "Not found."}, "API", status=404, code=None
        ),
        said(
            "old_type_number",
            "A type that is no text is none.",
            {"error": "x", "type": 404},
            "API",
            code=None,
            server_message="x",
        ),
        said(
            "type_beside_object",
            "Today's shape has its code inside.",
            {"error": {"message": "m"}, "type": "not_found"},
            "API",
            code=None,
        ),
        said(
            "duplicate_error",
            "The last of duplicate keys wins.",
            '{"error":"a","error":{"code":"b","code":"c"}}',
            "API",
            code="c",
        ),
        said("spaces", "JSON may have white space.", ' {\n "error" : { "code" : "x" } } \n', "API", code="x"),
        said(
            "escaped",
            "And escapes.",
            '{"\\u0065rror":{"code":"\\u0078","message":"\\ud83e\\udd8a\\n"}}',
            "API",
            code="x",
            server_message="🦊\n",
        ),
        said("error_null", "null is no error.", {"error": None}, "NOT_NANGO", code=None),
        said("error_array", "Nor is a list.", {"error": [{"code": "not_found"}]}, "NOT_NANGO", status=404),
        said("error_number", "Nor a number.", {"error": 404, "code": "not_found"}, "NOT_NANGO", status=404),
        said(
            "error_empty",
            "An error that says nothing is nobody's.",
            {"error": {}},
            "NOT_NANGO",
            code=None,
            server_message=None,
        ),
        said(
            "error_nested",
            "The error is at the top.",
            {"data": {"error": {"code": "not_found"}}},
            "NOT_NANGO",
            status=404,
        ),
        said("array", "A list is not Nango's.", [{"error": {"code": "not_found"}}], "NOT_NANGO", status=404),
        said("trailing", "It must be JSON to the end.", '{"error":{"code":"not_found"}} x', "NOT_NANGO", status=404),
        said(
            "truncated",
            "And complete.",
            '{"error":{"code":"not_found","message":"Fai',
            "NOT_NANGO",
            status=404,
            code=None,
        ),
    ]
    found += [
        said(
            f"odd_code_{index}",
            "A code is 1 to 64 of a-z, 0-9 and _; what is not stays in the body, and decides nothing.",
            {"error": {"code": code, "message": "m"}},
            "API",
            status=404,
            code=None,
            server_message="m",
        )
        for index, code in enumerate(ODD_CODES, start=1)
    ]
    found.append(
        said("longest_code", "64 characters are allowed.", {"error": {"code": "x" * 64}}, "API", code="x" * 64)
    )
    return found


def _bodies() -> list[Json]:
    limit = 64 * 1024
    large = compact({"error": {"code": "server_error", "message": "m", "payload": "x" * 70_000}})
    not_found = '{"error":{"code":"not_found"}}'
    broken = b"caf\xe9 \xff\xfe \xe2\x82 \xf0\x9f\xa6\x8a \xed\xa0\x80"
    wide = "a" + "é" * 40_000
    return [
        refusal("body_bom", "The text is all of it.", plain(500, BOM + b"x"), "SERVER", body="\ufeffx"),
        refusal(
            "body_not_utf8",
            "What is no UTF-8 is replaced.",
            plain(500, broken),
            "SERVER",
            body="caf\ufffd \ufffd\ufffd \ufffd 🦊 \ufffd\ufffd\ufffd",
        ),
        refusal("body_with_nul", "So is U+0000.", plain(500, b"a\0b\0"), "SERVER", body="a\ufffdb\ufffd"),
        refusal(
            "body_not_utf8_json",
            "JSON with a broken string is no JSON.",
            plain(400, b'{"error":{"code":"x","message":"\xff"}}'),
            "NOT_NANGO",
            code=None,
        ),
        refusal(
            "body_latin1_html",
            "Old web pages.",
            plain(502, b"<p>d\xe9sol\xe9</p>", [HTML_TYPE]),
            "SERVER",
            body="<p>d\ufffdsol\ufffd</p>",
        ),
        refusal("body_64_kib", "64 KiB are kept.", plain(500, "x" * limit), "SERVER", body="x" * limit),
        refusal("body_over_64_kib", "No more than that.", plain(500, "x" * limit + "yz"), "SERVER", body="x" * limit),
        refusal(
            "body_cut_inside_a_character",
            "A character is kept whole or not at all.",
            plain(500, wide),
            "SERVER",
            body=wide[:32_768],
        ),
        refusal(
            "body_large_json",
            "The whole body is judged before it is cut.",
            plain(500, large, [JSON_TYPE]),
            "SERVER",
            code="server_error",
            server_message="m",
            body=large[:limit],
        ),
        refusal(
            "body_chunked",
            "Sent in chunks.",
            plain(404, not_found, [("transfer-encoding", "chunked")]),
            "NOT_FOUND",
            body=not_found,
        ),
    ]
