"""Who failed: each rule where it ends. An error is Nango's own, a response the external API's."""

from __future__ import annotations

from dataclasses import replace

from .answer_oracle import Answer
from .case import Json
from .proxied import Body, ProxyCall, answered, nango_says, signed, unsigned
from .samples import HTML_TYPE, JSON_TYPE, compact

ABOUT = "Who failed in a proxied call: Nango's own failures are errors, all else is a response of the external API."

FORBIDDEN = nango_says(403, "forbidden", "Insufficient scope. Required: environment:proxy")
NO_INTEGRATION = nango_says(404, "unknown_provider_config", "Provider config not found.")
UNREACHED = signed(
    Answer(500, b'{"message":"connect ECONNREFUSED 127.0.0.1:9","code":"ECONNREFUSED","method":"get"}', (JSON_TYPE,))
)


def cases() -> list[Json]:
    """The cases of this group."""
    found = [
        *_etags(),
        *_shapes(),
        *_unreached(),
        *_statuses_and_types(),
        *_sizes(),
        *_kinds(),
        *_methods(),
    ]
    return [{**case, "name": f"error_origin_{case['name']}"} for case in found]


def _etags() -> list[Json]:
    right = dict(FORBIDDEN.headers)["etag"]
    found = [answered("etag_right", "Nango's mark over this body.", FORBIDDEN, kind_name="FORBIDDEN")]
    wrong = {
        "strong": right.removeprefix("W/"),
        "other_length": 'W/"5b' + right[5:],
        "other_digest": right[:-3] + ("AA" if right[-3:-1] != "AA" else "BB") + '"',
        "cut": right[:-2] + '"',
        "longer": right[:-1] + '="',
        "of_the_external_api": '"abc"',
        "weak_of_the_external_api": 'W/"abc"',
        "empty": "",
        "lower_case_w": "w" + right[1:],
        "without_quotes": right.replace('"', ""),
        "upper_case_length": right.replace("5a-", "5A-"),
    }
    for name, etag in wrong.items():
        assert etag != right, name
        found += [
            answered(
                f"etag_{name}",
                "Another mark is the external API's own, which passes through.",
                signed(FORBIDDEN, etag),
                status=403,
            ),
            answered(
                f"etag_{name}_alone",
                "It tells even about a code that is Nango's alone.",
                signed(NO_INTEGRATION, etag),
                status=404,
            ),
        ]
    other_body = signed(replace(FORBIDDEN, body=FORBIDDEN.body.replace(b"proxy", b"Proxy")), right)
    found.append(answered("etag_of_another_body", "The mark is over these very bytes.", other_body, status=403))
    return found


def _shapes() -> list[Json]:
    said = {"code": "unknown_provider_config", "message": "Provider config not found."}

    def says(value: object) -> Answer:
        return signed(Answer(404, compact(value).encode("utf-8"), (JSON_TYPE,)))

    def sent_as(body: bytes) -> Answer:
        return signed(Answer(404, body, (JSON_TYPE,)))

    body = compact({"error": said}).encode("utf-8")
    theirs = {
        "member_beside": says({"error": said, "request_id": "7"}),
        "member_inside": says({"error": {**said, "status": 404}}),
        "error_string": says({"error": "unknown_provider_config"}),
        "error_null": says({"error": None}),
        "error_list": says({"error": [said]}),
        "no_error": says({"code": "unknown_provider_config", "message": "x"}),
        "code_number": says({"error": {"code": 404, "message": "x"}}),
        "code_missing": says({"error": {"message": "unknown_provider_config"}}),
        "list": says([{"error": said}]),
        "string": says("unknown_provider_config"),
        "null": says(None),
        "empty": sent_as(b""),
        "no_json": sent_as(b"unknown_provider_config"),
        "cut": sent_as(body[:-1]),
        "two_documents": sent_as(body + body),
        "byte_order_mark": sent_as(b"\xef\xbb\xbf" + body),
        "not_utf8": sent_as(body.replace(b"not found", b"not f\xf6und")),
    }
    found = [
        answered(f"shape_{name}", "Nango does not answer in this shape.", answer, status=404)
        for name, answer in theirs.items()
    ]
    ours = {
        "all_members": says({"error": {**said, "errors": [], "payload": {}, "method": "GET", "path": "/proxy/x"}}),
        "code_alone": says({"error": {"code": "unknown_provider_config"}}),
        "message_object": says({"error": {**said, "message": {"a": 1}}}),
        "white_space": sent_as(b" \r\n\t" + body.replace(b":", b" : ").replace(b",", b"\n,") + b"\n"),
        "escaped_code": sent_as(body.replace(b"unknown_", b"unknown\\u005f")),
    }
    found += [
        answered(f"shape_{name}", "Nango's shape, however it is written.", answer, kind_name="UNKNOWN_INTEGRATION")
        for name, answer in ours.items()
    ]
    return found


def _unreached() -> list[Json]:
    def says(**members: object) -> Answer:
        said = {"message": "connect ECONNREFUSED 127.0.0.1:9", "code": "ECONNREFUSED", "method": "get", **members}
        present = {name: value for name, value in said.items() if value is not None}
        return signed(Answer(500, compact(present).encode("utf-8"), (JSON_TYPE,)))

    found = [
        answered(
            "unreached",
            "Nango did not reach the external API.",
            UNREACHED,
            contains="ECONNREFUSED",
            kind_name="SERVER",
            code="ECONNREFUSED",
            server_message="connect ECONNREFUSED 127.0.0.1:9",
            is_retryable=1,
        ),
        answered("unreached_unsigned", "Without the mark anyone may say so.", unsigned(UNREACHED), status=500),
        answered("unreached_other_etag", "Nor with another.", signed(UNREACHED, '"abc"'), status=500),
    ]
    ours = {
        "post": says(method="post"),
        "delete": says(method="delete"),
        "timed_out": says(code="ETIMEDOUT", message="connect ETIMEDOUT 192.0.2.1:443"),
        "aborted": says(code="ECONNABORTED", message="timeout of 300000ms exceeded"),
        "axios": says(code="ERR_BAD_REQUEST", message="Request failed"),
        "short_code": says(code="EX"),
        "with_digits": says(code="E2BIG"),
        "bad_http": says(code="HPE_INVALID_CONSTANT", message="Parse Error: Expected HTTP/, RTSP/ or ICE/"),
        "bad_certificate": says(code="DEPTH_ZERO_SELF_SIGNED_CERT", message="self-signed certificate"),
        "one_word": says(code="TIMEOUT"),
        "message_empty": says(message=""),
        "message_with_nul": says(message="connect\0"),
    }
    for name, answer in ours.items():
        call = ProxyCall(method={"post": "POST", "delete": "DELETE"}.get(name, "GET"))
        found.append(
            answered(
                f"unreached_{name}",
                "Any code of the system's or of Node's.",
                answer,
                call,
                kind_name="SERVER",
                is_retryable=int(call.method == "GET"),
            )
        )
    theirs = {
        "other_method": says(method="post"),
        "lower_case_code": says(code="econnrefused"),
        "method_in_capitals": says(method="GET"),
        "code_with_a_digit_first": says(code="2BIG"),
        "code_of_one_letter": says(code="E"),
        "code_with_a_dash": says(code="E-1"),
        "code_missing": says(code=None),
        "code_number": says(code=111),
        "message_missing": says(message=None),
        "message_object": says(message={"a": 1}),
        "method_missing": says(method=None),
        "one_more_member": says(status=500),
    }
    found += [
        answered(f"unreached_{name}", "Nango says it in one way only.", answer, status=500)
        for name, answer in theirs.items()
    ]
    found += [
        answered(f"unreached_with_{status}", "And with one status.", replace(UNREACHED, status=status), status=status)
        for status in (400, 501, 502, 503, 504)
    ]
    return found


def _statuses_and_types() -> list[Json]:
    found = []
    for status in (200, 201, 299, 302, 304, 399):
        answer = replace(NO_INTEGRATION, status=status)
        found.append(answered(f"status_{status}", "No refusal is a response.", answer, status=status))
    for status in (400, 405, 499, 500, 598):
        answer = replace(NO_INTEGRATION, status=status)
        found.append(answered(f"status_{status}", "The code has another status.", answer, status=status))
    types = {
        "json": ("application/json", True),
        "json_in_capitals": ("Application/JSON; Charset=UTF-8", True),
        "problem_json": ("application/problem+json", False),
        "json_with_space": ("application/json ; charset=utf-8", True),
        "json_sequence": ("application/json-seq", False),
        "json_lines": ("application/jsonlines", False),
        "text_json": ("text/json", False),
        "text": ("text/plain", False),
        "html": (HTML_TYPE[1], False),
        "empty": ("", False),
    }
    for name, (content_type, is_error) in types.items():
        answer = signed(replace(NO_INTEGRATION, headers=(("content-type", content_type),)))
        says = {"kind_name": "UNKNOWN_INTEGRATION"} if is_error else {"status": 404}
        found.append(answered(f"type_{name}", "Nango's failures are application/json.", answer, **says))
    found.append(
        answered("type_missing", "Nango always names it.", signed(replace(NO_INTEGRATION, headers=())), status=404)
    )
    page = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"
    for status in (200, 401, 403, 404, 500, 502, 503):
        found.append(
            answered(
                f"page_{status}",
                "A web page may be what the external API has to say.",
                Answer(status, page.encode("utf-8"), (HTML_TYPE,)),
                status=status,
            )
        )
    return found


def _sizes() -> list[Json]:
    chunked = (*unsigned(NO_INTEGRATION).headers, ("transfer-encoding", "chunked"))
    found = [
        answered(
            "chunked_alone",
            "In chunks it is the same.",
            replace(NO_INTEGRATION, headers=chunked),
            kind_name="UNKNOWN_INTEGRATION",
        ),
        answered(
            "chunked_signed",
            "With the mark, too.",
            signed(replace(FORBIDDEN, headers=chunked)),
            kind_name="FORBIDDEN",
        ),
        answered(
            "until_the_end_of_the_connection",
            "Even without a length.",
            unsigned(NO_INTEGRATION),
            end="close",
            kind_name="UNKNOWN_INTEGRATION",
        ),
    ]
    for size in (65_535, 65_536, 65_537, 200_000):
        for how, headers in {"": (JSON_TYPE,), "_chunked": (JSON_TYPE, ("transfer-encoding", "chunked"))}.items():
            room = size - len(b'{"error":{"code":"unknown_provider_config","message":""}}')
            body = b'{"error":{"code":"unknown_provider_config","message":"' + b"y" * room + b'"}}'
            answer = signed(Answer(404, body, headers))
            says = {"kind_name": "UNKNOWN_INTEGRATION"} if size <= 65_536 else {"status": 404}
            found.append(answered(f"size_{size}{how}", "Nango's own failures are at most 64 KiB long.", answer, **says))
    long = Answer(400, compact({"error": {"code": "x", "message": "y" * 100_000}}).encode("utf-8"), (JSON_TYPE,))
    found.append(answered("long_error_of_the_external_api", "It comes whole.", long, status=400))
    limit = ProxyCall(options={"max_response_bytes": 10})
    found.append(
        answered("limit_below_nangos_error", "The limit is for responses.", FORBIDDEN, limit, kind_name="FORBIDDEN")
    )
    return found


def _kinds() -> list[Json]:
    exhausted = "Failed to get connection credentials: 'The refresh limit has been reached for this connection.'"
    return [
        answered(
            "kind_refresh_failed",
            "Nango could not refresh, and may later.",
            nango_says(424, "server_error", "Failed to get connection credentials: 'timeout'"),
            kind_name="REFRESH_FAILED",
            is_retryable=1,
        ),
        answered(
            "kind_refresh_given_up",
            "Nango will not try any more.",
            nango_says(424, "server_error", exhausted),
            kind_name="REFRESH_FAILED",
            is_retryable=0,
        ),
        answered(
            "kind_server_error_500",
            "Nango has another status for this.",
            nango_says(500, "server_error", "Failed to get connection"),
            status=500,
        ),
        answered(
            "kind_malformed_auth_header",
            "What a server without its database says to a good key.",
            nango_says(401, "malformed_auth_header", "Authentication failed."),
            kind_name="SERVER",
            http_status=401,
        ),
    ]


def _methods() -> list[Json]:
    server = nango_says(500, "generic_error_support", "x")
    found = []
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        call = ProxyCall(method=method, body=Body() if method in ("POST", "PUT", "PATCH") else None)
        found.append(
            answered(
                f"method_{method.lower()}_not_carried_out",
                "What only reads can be repeated without harm.",
                server,
                call,
                kind_name="SERVER",
                is_retryable=int(method == "GET"),
            )
        )
    post = ProxyCall(method="POST", body=Body())
    limited = nango_says(429, "too_many_request", method="POST", path="/proxy/v1/items")
    found.append(
        answered(
            "method_post_limited", "It was not carried out.", limited, post, kind_name="RATE_LIMITED", is_retryable=1
        )
    )
    return found
