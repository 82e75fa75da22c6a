"""Endpoints and queries: taken as they are written, and never out of the proxy."""

from __future__ import annotations

from .case import Json
from .proxied import ProxyCall, Sent, answered, refused

ABOUT = "Where a proxied request goes: the endpoint as written, the parameters behind it, nothing outside of the proxy."

#: Endpoint and its target below /proxy, by hand.
LITERAL = {
    "path": ("/v1/items", "/v1/items"),
    "relative": ("v1/items", "/v1/items"),
    "root": ("/", "/"),
    "word": ("items", "/items"),
    "trailing_slash": ("/v1/items/", "/v1/items/"),
    "double_slash_inside": ("/a//b", "/a//b"),
    "encoded_slash": ("/a%2Fb", "/a%2Fb"),
    "encoded_lower_case": ("/%e2%82%ac", "/%e2%82%ac"),
    "encoded_nul": ("/a%00b", "/a%00b"),
    "encoded_percent": ("/100%25", "/100%25"),
    "stray_percent": ("/100%/%2/%zz", "/100%25/%252/%25zz"),
    "plus": ("/a+b", "/a+b"),
    "space": ("/a b", "/a%20b"),
    "quotes": ("/a\"b'c", "/a%22b'c"),
    "angles_and_braces": ("/<{a|b}>", "/%3C%7Ba%7Cb%7D%3E"),
    "backslash": ("/a\\b", "/a%5Cb"),
    "caret_and_backtick": ("/a^b`c", "/a%5Eb%60c"),
    "hash": ("/a#b", "/a%23b"),
    "control": ("/a\tb\r\nHost: x", "/a%09b%0D%0AHost:%20x"),
    "unicode": ("/caf\u00e9/\u20ac/\U0001f98a", "/caf%C3%A9/%E2%82%AC/%F0%9F%A6%8A"),
    "sub_delimiters": ("/!$&'()*+,;=:@~", "/!$&'()*+,;=:@~"),
    "brackets": ("/a[0]", "/a[0]"),
    "dots_with_a_tab": ("/.\t./x", "/.%09./x"),
    "dots_encoded_twice": ("/%252e%252e/x", "/%252e%252e/x"),
    "dots_with_a_parameter": ("/..;a=1/x", "/..;a=1/x"),
    "dots_of_full_width": ("/\uff0e\uff0e/x", "/%EF%BC%8E%EF%BC%8E/x"),
    "dots_in_names": ("/.hidden/a..b/...", "/.hidden/a..b/..."),
    "colon": ("users:batch", "/users:batch"),
    "colon_in_a_segment": ("/users/1:archive", "/users/1:archive"),
    "query": ("/v1/items?a=1&b=2", "/v1/items?a=1&b=2"),
    "query_alone": ("?a=1", "/?a=1"),
    "query_empty": ("/v1/items?", "/v1/items?"),
    "query_encoded": ("/x?q=%20a+b%2B", "/x?q=%20a+b%2B"),
    "query_unicode": ("/x?q=\u00e9", "/x?q=%C3%A9"),
    "query_second_mark": ("/x?a=?&b=/", "/x?a=?&b=/"),
    "query_with_url": ("/x?to=https://example.com/../y", "/x?to=https://example.com/../y"),
    "query_with_dots": ("/x?../y", "/x?../y"),
    "long": ("/" + "x" * 8000, "/" + "x" * 8000),
}
REFUSED = {
    "empty": ("", "empty"),
    "dots": ("..", ".."),
    "dots_at_the_end": ("/v1/..", ".."),
    "dots_at_the_beginning": ("/../connections", ".."),
    "dots_inside": ("/a/../b", ".."),
    "dot_inside": ("/a/./b", ".."),
    "dot": (".", ".."),
    "dots_encoded": ("/a/%2e%2e/b", ".."),
    "dots_encoded_in_capitals": ("/%2E%2E/connections", ".."),
    "dots_half_encoded": ("/a/.%2e", ".."),
    "dot_encoded": ("/%2e", ".."),
    "dots_before_a_query": ("/a/..?x=1", ".."),
    "dots_behind_a_hash": ("/a#/../b", ".."),
    "dots_behind_an_encoded_question_mark": ("/a%3f/../b", ".."),
    "dots_behind_a_backslash": ("/a\\..\\b", ".."),
    "dots_before_an_encoded_slash": ("/a/..%2fb", ".."),
    "dots_behind_an_encoded_backslash": ("/a%5c..", ".."),
    "absolute": ("https://api.example.com/v1", "base_url_override"),
    "absolute_in_capitals": ("HTTPS://api.example.com", "base_url_override"),
    "absolute_plain": ("http://127.0.0.1:1/x", "base_url_override"),
    "absolute_without_slashes": ("https:api.example.com", "base_url_override"),
    "absolute_other_scheme": ("ftp://files.example.com", "base_url_override"),
    "two_slashes": ("//api.example.com/v1", "base_url_override"),
    "slash_and_backslash": ("/\\api.example.com", "base_url_override"),
    "two_backslashes": ("\\\\api.example.com", "base_url_override"),
    "too_long": ("/" + "x" * 70_000, "65,534"),
}


def cases() -> list[Json]:
    """The cases of this group."""
    found = []
    for name, (endpoint, sent) in LITERAL.items():
        found.append(
            answered(
                f"endpoint_{name}",
                "What has an encoding keeps it, what no URL can hold is encoded.",
                call=ProxyCall(endpoint=endpoint),
                sent=Sent("/proxy" + sent),
                status=200,
            )
        )
    found += [
        refused(
            f"endpoint_{name}",
            "It would reach something else than it says.",
            ProxyCall(endpoint=endpoint),
            contains,
        )
        for name, (endpoint, contains) in REFUSED.items()
    ]
    return found + _queries()


def _queries() -> list[Json]:
    #: Endpoint, parameters, and the target, by hand.
    queries = {
        "one": ("/x", [("a", "1")], "/x?a=1"),
        "behind_those_of_the_endpoint": ("/x?c=1", [("a", "1"), ("b", "2")], "/x?c=1&a=1&b=2"),
        "behind_an_empty_one": ("/x?", [("a", "1")], "/x?&a=1"),
        "same_name": ("/x", [("a", "1"), ("a", "2"), ("a", "1")], "/x?a=1&a=2&a=1"),
        "encoded": ("/x", [("a b&", "=\u00e9+/?#%25")], "/x?a%20b%26=%3D%C3%A9%2B%2F%3F%23%2525"),
        "unicode": ("/x", [("\U0001f98a", "\u20ac")], "/x?%F0%9F%A6%8A=%E2%82%AC"),
        "empty_value": ("/x", [("a", "")], "/x?a="),
        "empty_name": ("/x", [("", "1")], "/x?=1"),
        "brackets": ("/x", [("filter[a]", "[1,2]")], "/x?filter%5Ba%5D=%5B1%2C2%5D"),
        "unreserved": ("/x", [("a", "-._~")], "/x?a=-._~"),
        "line_break": ("/x", [("a", "1\r\nx: y")], "/x?a=1%0D%0Ax%3A%20y"),
        "relative_endpoint": ("x", [("a", "1")], "/x?a=1"),
        "endpoint_of_a_query": ("?b=2", [("a", "1")], "/?b=2&a=1"),
        "dots": ("/x", [("a", "../..")], "/x?a=..%2F.."),
    }
    found = [
        answered(
            f"query_{name}",
            "Parameters are encoded and added in their order.",
            call=ProxyCall(endpoint=endpoint, query=query),
            sent=Sent("/proxy" + sent),
            status=200,
        )
        for name, (endpoint, query, sent) in queries.items()
    ]
    found.append(
        answered(
            "base_url_with_a_path",
            "The proxy is below the path of the base URL.",
            call=ProxyCall(
                endpoint="/v1/items?a=1",
                query=[("b", "2")],
                options={"base_url": "http://127.0.0.1:{port}/{name}/nango/api/"},
            ),
            sent=Sent("/nango/api/proxy/v1/items?a=1&b=2"),
            status=200,
        )
    )
    return found
