"""Documents that are one JSON object, and others."""

from __future__ import annotations

from .case import Answer, Json, Look, connection, failure
from .jsontext import BOM
from .samples import HEAD, HTML_TYPE, JSON_TYPE, document, ok, with_credentials, with_member

ABOUT = "What is exactly one JSON object, byte for byte, and what is not."

GOOD = document()


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_accepted(), *_depth(), *_duplicates(), *_refused()]


def _accepted() -> list[Json]:
    outside = {
        "bom": (BOM + GOOD.encode(), "One byte order mark is skipped."),
        "bom_and_space": (BOM + b" \n" + GOOD.encode() + b"\n", "White space may follow the byte order mark."),
        "space_around": (b" \t\r\n" + GOOD.encode() + b"\r\n\t ", "White space around the object is no part of it."),
        "final_newline": (GOOD.encode() + b"\n", "Many servers end with a line feed."),
    }
    found = [
        connection(
            f"document_{name}", why, ok(body), {"json": GOOD, "access_token": "gho_invented"}, look=Look(get_json=[""])
        )
        for name, (body, why) in outside.items()
    ]
    types = {
        "without_content_type": (),
        "text_plain": (("content-type", "text/plain"),),
        "other_json_type": (("content-type", "application/vnd.api+json"),),
        "chunked": (JSON_TYPE, ("transfer-encoding", "chunked")),
        "closed": (JSON_TYPE, ("connection", "close")),
    }
    found += [
        connection(
            f"document_{name}",
            "What counts is the body; only HTML is told by its type.",
            ok(GOOD, headers),
            {"json": GOOD, "id": 7},
        )
        for name, headers in types.items()
    ]
    return found


def _depth() -> list[Json]:
    def arrays(levels: int) -> str:
        return "[" * levels + "1" + "]" * levels

    def objects(levels: int) -> str:
        return '{"a":' * levels + "1" + "}" * levels

    return [
        connection(
            "depth_128_arrays",
            "128 levels, the document itself being the first.",
            with_member(f'"deep":{arrays(127)}'),
            {"access_token": "gho_invented"},
            look=Look(get_json=["/deep" + "/0" * 126, "/deep" + "/0" * 127, "/deep" + "/0" * 128]),
        ),
        connection(
            "depth_128_objects",
            "Objects count like arrays.",
            with_member(f'"metadata":{objects(127)}'),
            {"metadata_json": objects(127)},
            look=Look(get_json=["/metadata" + "/a" * 127]),
        ),
        connection(
            "depth_128_mixed_in_raw",
            "Levels are counted wherever they are.",
            with_credentials(f'{{"type":"OAUTH2","access_token":"x","raw":{"[" * 63}{objects(63)}{"]" * 63}}}'),
            {"access_token": "x"},
        ),
        connection(
            "many_brackets_that_are_not_deep",
            "Brackets in strings and brackets side by side are not levels.",
            with_member(f'"metadata":{{"s":"{"[" * 500}","l":[{",".join(["[]"] * 400)}]}}'),
            {"access_token": "gho_invented"},
            look=Look(get_json=["/metadata/l/399", "/metadata/l/400"]),
        ),
        _decode("depth_129_arrays", "129 levels are too many.", document(f'"deep":{arrays(128)}')),
        _decode("depth_129_objects", "Objects count like arrays.", document(f'"metadata":{objects(128)}')),
        _decode("depth_129_in_an_unknown_member", "Also where nobody looks.", document(f'"x":{{"y":{arrays(127)}}}')),
        _decode("depth_100000", "No depth may exhaust the stack.", "[" * 100_000),
    ]


def _duplicates() -> list[Json]:
    return [
        connection(
            "duplicate_keys_at_the_top",
            "The last of duplicate keys wins.",
            ok(
                '{"connection_id":5,"provider":"a","connection_id":"rich","provider_config_key":"github","id":1,"provider":"b","id":2}'
            ),
            {"provider": "b", "id": 2, "connection_id": "rich"},
            look=Look(get_string=["/provider"], get_json=["/id", "/connection_id"]),
        ),
        connection(
            "duplicate_credentials",
            "Only the last credentials count, even if the first are no object.",
            ok("{" + HEAD + ',"credentials":"none","credentials":{"type":"API_KEY","apiKey":"k"}}'),
            {"auth_mode": 7, "token": "k"},
        ),
        connection(
            "duplicate_credentials_last_null",
            "The last may be null.",
            ok("{" + HEAD + ',"credentials":{"type":"API_KEY","apiKey":"k"},"credentials":null}'),
            {"auth_mode": 0, "api_key": None, "credentials_json": None},
            look=Look(credential=["apiKey"], get_json=["/credentials"]),
        ),
        connection(
            "duplicate_access_token",
            "The last wins inside the credentials too; a wrong one before it does no harm.",
            with_credentials(
                '{"type":"BASIC","type":"OAUTH2","access_token":1,"access_token":"second","raw":1,"raw":null}'
            ),
            {"access_token": "second", "auth_mode": 4, "raw_json": None, "token": "second"},
            look=Look(credential=["access_token", "type"], get_json=["/credentials/raw", "/credentials/access_token"]),
        ),
        failure(
            "duplicate_access_token_last_wrong",
            "The last is a number, and the last counts.",
            with_credentials('{"type":"OAUTH2","access_token":"good","access_token":1}'),
            {"kind_name": "DECODE", "message_contains": "/credentials/access_token"},
        ),
        connection(
            "duplicate_keys_in_look_ups",
            "At every level, and for arrays and objects as well.",
            with_member('"metadata":{"a":{"b":1},"a":{"b":[1,2],"b":{"c":"x","c":"y"}}}'),
            {"access_token": "gho_invented"},
            look=Look(get_string=["/metadata/a/b/c"], get_json=["/metadata/a", "/metadata/a/b", "/metadata/a/b/0"]),
        ),
        connection(
            "keys_with_escapes",
            "Keys are compared after their escapes are taken out; the last wins however it is spelled.",
            ok(
                '{"connection_id":"first","connection\\u005fid":"rich","\\u0070rovider_config_key":"github",'
                '"credentials":{"\\u0074ype":"OAUTH2","access\\u005Ftoken":"t"},"a\\/b":1,"\\"":2}'
            ),
            {"connection_id": "rich", "access_token": "t", "token": "t"},
            look=Look(credential=["access_token"], get_json=["/a~1b", '/"', "/credentials/type"]),
        ),
    ]


def _decode(name: str, why: str, body: str | bytes) -> Json:
    return failure(name, why, ok(body), {"kind_name": "DECODE", "http_status": 200, "body": None, "is_retryable": 0})


def _refused() -> list[Json]:
    good = GOOD.encode()
    bodies: dict[str, tuple[str | bytes, str]] = {
        "empty": (b"", "Nothing is no object."),
        "only_bom": (BOM, "A byte order mark is no object."),
        "two_boms": (BOM + BOM + good, "One byte order mark is skipped, not two."),
        "space_before_bom": (b" " + BOM + good, "A byte order mark leads or is an error."),
        "array": ("[" + GOOD + "]", "A list is no connection."),
        "string": ('"text"', "A string is no object."),
        "null": ("null", "null is no object."),
        "truncated": (GOOD[:-1], "The end is missing."),
        "two_objects": (GOOD + GOOD, "Exactly one object."),
        "object_then_word": (GOOD + " x", "Only white space may follow."),
        "object_then_nul": (GOOD + "\0", "U+0000 is no white space."),
        "object_then_no_break_space": (GOOD + "\u00a0", "Nor is U+00A0 white space."),
        "trailing_comma": (GOOD[:-1] + ",}", "No comma before the end."),
        "missing_comma": (GOOD[:-1] + ' "a":1}', "A comma between members."),
        "bare_key": (GOOD[:-1] + ",a:1}", "Keys have quotes."),
        "comment": (GOOD[:-1] + "/* x */}", "JSON has no comments."),
        "wrong_bracket": (GOOD[:-1] + ',"a":[1}}', "Brackets must match."),
        "nan": (GOOD[:-1] + ',"a":NaN}', "NaN is no JSON."),
        "leading_zero": (GOOD[:-1] + ',"a":01}', "Numbers have no leading zero."),
        "plus_sign": (GOOD[:-1] + ',"a":+1}', "Numbers have no plus sign."),
        "bare_fraction": (GOOD[:-1] + ',"a":.5}', "A digit before the point."),
        "raw_newline_in_a_string": (GOOD[:-1] + ',"a":"x\ny"}', "Control characters are escaped in strings."),
        "raw_nul_in_a_string": (GOOD[:-1] + ',"a":"x\0y"}', "U+0000 is escaped too."),
        "unknown_escape": (GOOD[:-1] + ',"a":"\\x41"}', "There is no \\x."),
        "short_escape": (GOOD[:-1] + ',"a":"\\u12"}', "\\u has four digits."),
        "escape_at_the_end": (GOOD[:-1] + ',"a":"\\"}', "A backslash needs something after it."),
        "invalid_utf8": (good[:-1] + b',"a":"\xff"}', "JSON is UTF-8."),
        "overlong_utf8": (good[:-1] + b',"a":"\xc0\x80"}', "U+0000 in two bytes is no UTF-8."),
        "surrogate_utf8": (good[:-1] + b',"a":"\xed\xa0\xbd\xed\xb8\x80"}', "Surrogates are not encoded one by one."),
        "truncated_utf8": (good[:-1] + b',"a":"\xe2\x82"}', "Half a character is none."),
        "utf16": (GOOD.encode("utf-16-le"), "UTF-16 is not JSON as Nango sends it."),
    }
    found = [_decode(f"not_json_{name}", why, body) for name, (body, why) in bodies.items()]
    html = Answer(200, good, (HTML_TYPE,))
    found.append(
        failure(
            "json_that_says_it_is_html",
            "A 200 that calls itself HTML is not from a Nango that has the route.",
            [html, html],
            {"kind_name": "NOT_NANGO", "http_status": 200, "code": None},
        )
    )
    return found
