"""Requests: ids, query, headers, the base URL; and the size limit of a response."""

from __future__ import annotations

from .case import Call, Json, connection, failure, too_large, unreachable
from .samples import DASHBOARD, HTML_TYPE, document, ok, plain

ABOUT = "What is sent: ids, query, headers, base URL; and how large an answer may be."

OK = ok(document())
SIZE = len(OK.body)
HERE = "http://127.0.0.1:{port}/{name}"


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_ids(), *_keys(), *_flags(), *_settings(), *_base_urls(), *_limits(), *_nobody_there()]


def _ids() -> list[Json]:
    ids = {
        "unreserved": "AZaz09-._~",
        "dot": ".",
        "dot_dot": "..",
        "three_dots": "...",
        "dots_inside": "../x/..",
        "dot_slash": "./.",
        "slash": "/",
        "slash_at_the_end": "rich/",
        "climbing": "a/../b?x=1",
        "encoded_dots": "%2e%2E",
        "percent": "100%",
        "percent_encoded": "a%20b%2Fc",
        "space": " a b ",
        "plus": "a+b",
        "query": "a?b=c&d#e",
        "matrix": "a;b=c,d:e@f!g$h'i(j)k*l",
        "brackets": '[{"a":\\}|^`<>]',
        "tab_and_newline": "a\tb\nc\rd",
        "control": "\x01\x1f\x7f\x80",
        "latin": "Zoë Müller",
        "decomposed": "e\u0301",
        "fox": "🦊",
        "bidirectional": "\u202eabc",
        "byte_order_mark": "\ufeffid",
        "no_character": "\uffff",
        "header_like": "x HTTP/1.1\r\nHost: evil.example",
        "url": "https://evil.example/connection/x",
        "authority": "//evil.example/",
        "255_long": "y" * 255,
        "255_wide": "я" * 255,
        "3000_long": "x" * 3000,
    }
    return [
        connection(
            f"id_{name}",
            "An id is one path segment, whatever it looks like, and can only name itself.",
            OK,
            {"id": 7},
            Call(connection_id=value),
        )
        for name, value in ids.items()
    ]


def _keys() -> list[Json]:
    keys = {
        "unreserved": "AZaz09-._~",
        "dot": ".",
        "dot_dot": "..",
        "ampersand": "a&force_refresh=true",
        "equals": "a=b",
        "plus_and_space": "a+b c",
        "hash": "a#b",
        "percent": "%41",
        "slashes": "a/b?c",
        "fox": "🦊",
        "newline": "a\nb",
        "255_long": "k" * 255,
    }
    return [
        connection(
            f"key_{name}",
            "A provider config key is one value of the query.",
            OK,
            {"id": 7},
            Call(provider_config_key=value, route="connections"),
        )
        for name, value in keys.items()
    ]


def _flags() -> list[Json]:
    chosen = [
        ("force_refresh",),
        ("refresh_token",),
        ("refresh_github_app_jwt_token",),
        ("force_refresh", "refresh_token"),
        ("force_refresh", "refresh_token", "refresh_github_app_jwt_token"),
    ]
    return [
        connection(
            "flags_" + "_and_".join(flag.removeprefix("refresh_") for flag in flags),
            "Each is sent when it is set, and only then: old servers refuse what they do not know.",
            OK,
            {"id": 7},
            Call(flags=flags),
        )
        for flags in chosen
    ]


def _settings() -> list[Json]:
    key = "not-a-uuid:but!printable~"
    return [
        connection(
            "setting_secret_key",
            "The server, not the library, judges what a key looks like.",
            OK,
            {"id": 7},
            Call(options={"secret_key": key}),
            sent_headers={"authorization": f"Bearer {key}"},
        ),
        connection(
            "setting_user_agent",
            "The product stands before the library.",
            OK,
            {"id": 7},
            Call(options={"user_agent": "example-app/1.0 (tests)"}),
        ),
        connection(
            "setting_headers",
            "Headers for a gateway are sent as given.",
            OK,
            {"id": 7},
            Call(options={"headers": [["X-Gateway-Token", "abc def"], ["cf-access-client-id", '1;2,3="4"']]}),
            sent_headers={"x-gateway-token": "abc def", "cf-access-client-id": '1;2,3="4"', "x-other": None},
        ),
        connection(
            "setting_no_others",
            "Nothing is sent that nobody asked for.",
            OK,
            {"id": 7},
            sent_headers={
                "cookie": None,
                "connection-id": None,
                "provider-config-key": None,
                "upgrade": None,
                "referer": None,
                "x-gateway-token": None,
            },
        ),
        connection(
            "setting_timeout",
            "A timeout that is long enough changes nothing.",
            OK,
            {"id": 7},
            Call(options={"timeout_ms": 60_000}),
        ),
        connection(
            "setting_allow_plaintext_http",
            "Allowing what is allowed anyway changes nothing.",
            OK,
            {"id": 7},
            Call(options={"allow_plaintext_http": True}),
        ),
    ]


def _base_urls() -> list[Json]:
    urls = {
        "trailing_slash": (HERE + "/", ""),
        "longer_path": (HERE + "/api/nango", "/api/nango"),
        "longer_path_and_slash": (HERE + "/api/nango/", "/api/nango"),
        "encoded_path": (HERE + "/a%20b", "/a%20b"),
        "localhost": ("http://localhost:{port}/{name}", ""),
        "localhost_with_a_dot": ("http://localhost.:{port}/{name}", ""),
        "below_localhost": ("http://nango.localhost:{port}/{name}", ""),
        "upper_case": ("HTTP://LOCALHOST:{port}/{name}", ""),
    }
    return [
        connection(
            f"base_url_{name}",
            "The base URL may have a path, and need not end in any particular way.",
            OK,
            {"id": 7},
            Call(options={"base_url": url}),
            base_path=path,
        )
        for name, (url, path) in urls.items()
    ]


def _limits() -> list[Json]:
    page = plain(200, DASHBOARD, [HTML_TYPE])
    chunked = ok(OK.body, [("transfer-encoding", "chunked")])

    def call(limit: int, route: str = "auto") -> Call:
        return Call(route=route, options={"max_response_bytes": limit})

    return [
        connection("limit_exact", "As large as allowed is allowed.", OK, {"id": 7}, call(SIZE)),
        connection("limit_exact_chunked", "In chunks too.", chunked, {"id": 7}, call(SIZE)),
        connection("limit_beyond_the_default", "A limit may be far away.", OK, {"id": 7}, call(2**40)),
        too_large("limit_one_less", "One byte more is too large.", OK, call(SIZE - 1)),
        too_large("limit_one_less_chunked", "In chunks, where no length is announced, too.", chunked, call(SIZE - 1)),
        too_large("limit_one", "One byte is no document.", OK, call(1)),
        too_large("limit_zero", "0 is zero, not the default.", OK, call(0)),
        too_large(
            "limit_web_page",
            "A web page of a route that is not there is too large as well.",
            page,
            call(10, "connection"),
        ),
        failure(
            "limit_zero_and_nothing_sent",
            "Nothing is not more than 0 bytes.",
            plain(204),
            {"kind_name": "NOT_NANGO", "http_status": 204},
            call(0),
        ),
    ]


def _nobody_there() -> list[Json]:
    # Nothing listens on port 1.
    found = [
        unreachable(
            "unreachable",
            "Nobody listens: nothing can have happened, and the same call may succeed later.",
            Call(options={"base_url": "http://127.0.0.1:1/{name}"}),
        )
    ]
    forced = Call(flags=("force_refresh",), options={"base_url": "http://127.0.0.1:1/{name}"})
    found.append(unreachable("unreachable_forced", "Nor can a token have been used up.", forced))
    return found
