"""Methods, headers and settings of a proxied request, and the ids that select the credentials that Nango adds."""

from __future__ import annotations

from .case import Json
from .proxied import Body, ProxyCall, Sent, answered

ABOUT = (
    "What a proxied request carries: its method, the ids, the settings for Nango, and the headers for the external API."
)


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_methods(), *_headers(), *_settings(), *_ids()]


def _methods() -> list[Json]:
    found = []
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"):
        found.append(answered(f"sends_{method.lower()}", "Nango sends it on.", call=ProxyCall(method), status=200))
    found += [
        answered("sends_in_lower_case", "It is sent in capitals.", call=ProxyCall("post"), status=200),
        answered("sends_of_webdav", "Nango judges others.", call=ProxyCall("PROPFIND"), status=200),
        answered("sends_with_a_dash", "Any token is one.", call=ProxyCall("VERSION-CONTROL"), status=200),
        answered(
            "sends_delete_with_body",
            "It may have a body.",
            call=ProxyCall("DELETE", body=Body(b'{"ids":[1,2]}')),
            status=200,
        ),
        answered(
            "sends_get_with_body", "So may this one.", call=ProxyCall("GET", body=Body(b'{"query":{}}')), status=200
        ),
    ]
    return found


def _headers() -> list[Json]:
    #: Headers, and those that are sent, by hand.
    headers = {
        "one": ([("X-Custom", "hello")], {"nango-proxy-x-custom": "hello"}),
        "lower_case": ([("x-custom", "hello")], {"nango-proxy-x-custom": "hello"}),
        "several": ([("A", "1"), ("B", "2")], {"nango-proxy-a": "1", "nango-proxy-b": "2"}),
        "same_name": ([("X", "1"), ("x", "2"), ("X", "3")], {"nango-proxy-x": "1, 2, 3"}),
        "cookies": ([("Cookie", "a=1"), ("cookie", "b=2")], {"nango-proxy-cookie": "a=1; b=2"}),
        "accept": ([("Accept", "text/csv")], {"nango-proxy-accept": "text/csv"}),
        "authorization": (
            [("Authorization", "Basic aW52ZW50ZWQ=")],
            {"nango-proxy-authorization": "Basic aW52ZW50ZWQ="},
        ),
        "user_agent": ([("User-Agent", "example/1")], {"nango-proxy-user-agent": "example/1"}),
        "accept_encoding": ([("Accept-Encoding", "gzip")], {"nango-proxy-accept-encoding": "gzip"}),
        "if_match": ([("If-Match", '"abc", W/"d"')], {"nango-proxy-if-match": '"abc", W/"d"'}),
        "content_type": ([("Content-Type", "text/csv")], {"nango-proxy-content-type": "text/csv"}),
        "value_not_ascii": ([("X-Name", "caf\u00e9")], {"nango-proxy-x-name": "caf\u00e9"}),
        "empty_value": ([("X-Empty", "")], {"nango-proxy-x-empty": ""}),
        "spaces_inside": ([("X-Words", "a  b\tc")], {"nango-proxy-x-words": "a  b\tc"}),
        "of_nangos_names": (
            [("Connection-Id", "x"), ("Retries", "9")],
            {"nango-proxy-connection-id": "x", "nango-proxy-retries": "9"},
        ),
        "punctuation": ([("x!#$%&'*+-.^_`|~0", "1")], {"nango-proxy-x!#$%&'*+-.^_`|~0": "1"}),
        "almost_reserved": (
            [("Host-Name", "a"), ("Nango-Prox", "b")],
            {"nango-proxy-host-name": "a", "nango-proxy-nango-prox": "b"},
        ),
        "long": ([("X-Long", "v" * 4000)], {"nango-proxy-x-long": "v" * 4000}),
    }
    found = [
        answered(
            f"header_{name}",
            "It reaches the external API by a name of its own.",
            call=ProxyCall(headers=given),
            sent=Sent(passed=sent),
            status=200,
        )
        for name, (given, sent) in headers.items()
    ]
    found.append(
        answered(
            "header_of_the_client",
            "A gateway's header goes with every request, and no further than Nango.",
            call=ProxyCall(headers=[("X-Gateway", "theirs")], options={"headers": [["x-gateway", "ours"]]}),
            sent=Sent(passed={"x-gateway": "ours", "nango-proxy-x-gateway": "theirs"}),
            status=200,
        )
    )
    return found


def _settings() -> list[Json]:
    settings = {
        "retries": {"retries": 3},
        "retries_none": {"retries": 0},
        "retry_on": {"retry_on": [429]},
        "retry_on_several": {"retries": 2, "retry_on": [429, 503, 100, 599]},
        "decompress": {"decompress": True},
        "forward_headers_on_redirect": {"forward_headers_on_redirect": True},
        "base_url_override": {"base_url_override": "https://eu.api.example.com/v2"},
        "base_url_override_plain": {"base_url_override": "http://127.0.0.1:8080"},
        "all_at_once": {
            "base_url_override": "https://eu.api.example.com",
            "retries": 1,
            "retry_on": [500],
            "decompress": True,
            "forward_headers_on_redirect": True,
            "idle_timeout_ms": 20_000,
        },
    }
    found = [
        answered(f"setting_{name}", "Nango reads it from a header.", call=ProxyCall(settings=given), status=200)
        for name, given in settings.items()
    ]
    product = ProxyCall(options={"user_agent": "example/1.0", "secret_key": "0b5e55ed-0000-4000-8000-00000000c0de"})
    timeout = ProxyCall(options={"timeout_ms": 60_000})
    found.append(answered("setting_timeout_of_a_proxied_call", "Nango is not told.", call=timeout, status=200))
    found.append(answered("setting_of_the_client", "Key and product go with it.", call=product, status=200))
    return found


def _ids() -> list[Json]:
    ids = {
        "space_inside": "Jane Doe",
        "slashes": "a/../b?x=1#y",
        "percent": "a%20b",
        "quotes": "quote'\"dollar$",
        "long": "c" * 1000,
        "one_letter": "c",
        "comma": "a,b",
        "colon": "x: y",
    }
    found = []
    for name, given in ids.items():
        found += [
            answered(
                f"connection_id_in_a_header_{name}",
                "It names one connection, as it is.",
                call=ProxyCall(connection_id=given),
                status=200,
            ),
            answered(
                f"provider_config_key_in_a_header_{name}",
                "It names one integration, as it is.",
                call=ProxyCall(provider_config_key=given),
                status=200,
            ),
        ]
    return found
