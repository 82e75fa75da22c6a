"""Requests that Nango's proxy does not support, and U+0000 in every text."""

from __future__ import annotations

from .case import Json
from .proxied import Body, ProxyCall, refused

ABOUT = "Proxied requests that are refused: nothing is sent, and the message names what is wrong."

RESERVED = (
    "Connection Content-Length Expect Host Keep-Alive Proxy-Authenticate Proxy-Authorization Proxy-Connection "
    "TE Trailer Transfer-Encoding Upgrade Nango-Proxy-X nango-proxy-"
).split()


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_methods(), *_headers(), *_ids(), *_settings(), *_inner_nul()]


def _methods() -> list[Json]:
    methods = {
        "space": ("GET /x", "method"),
        "line_break": ("GET\r\nX: y", "method"),
        "not_ascii": ("G\u00cbT", "method"),
        "slash": ("A/B", "method"),
        "connect": ("CONNECT", "CONNECT"),
        "connect_in_lower_case": ("connect", "CONNECT"),
        "options": ("OPTIONS", "OPTIONS"),
    }
    found = [
        refused(f"method_{name}", "Nango would not send it on.", ProxyCall(method), contains)
        for name, (method, contains) in methods.items()
    ]
    found.append(refused("method_head_with_body", "HEAD has none.", ProxyCall("HEAD", body=Body()), "HEAD"))
    return found


def _headers() -> list[Json]:
    found = [
        refused(
            f"proxied_reserved_header_{name.lower().strip('-').replace('-', '_')}",
            "It belongs to the connection, to the body, or to Nango.",
            ProxyCall(headers=[("X-Fine", "1"), (name, "x")]),
            "header",
        )
        for name in RESERVED
    ]
    odd = {
        "value_lf": ("X-Custom", "a\nAuthorization: Bearer other"),
        "value_cr": ("X-Custom", "a\rb"),
        "value_crlf": ("X-Custom", "a\r\n"),
        "value_delete": ("X-Custom", "a\x7f"),
        "value_control": ("X-Custom", "a\x01"),
        "name_empty": ("", "a"),
        "name_space": ("X Custom", "a"),
        "name_colon": ("X-Custom:", "a"),
        "name_line_break": ("X-Custom\r\nX-Other", "a"),
        "name_not_ascii": ("X-Caf\u00e9", "a"),
    }
    found += [
        refused(f"proxied_header_{name}", "A header is a token and one line.", ProxyCall(headers=[header]), "header")
        for name, header in odd.items()
    ]
    return found


def _ids() -> list[Json]:
    ids = {
        "empty": "",
        "space": " ",
        "leading_space": " c",
        "trailing_space": "c ",
        "not_ascii": "caf\u00e9",
        "emoji": "\U0001f98a",
        "line_break": "c\r\nX: y",
        "newline": "c\n",
        "tab": "a\tb",
        "delete": "a\x7f",
    }
    found = []
    for name, given in ids.items():
        found += [
            refused(
                f"proxied_connection_id_{name}",
                "A header cannot hold it as it is.",
                ProxyCall(connection_id=given),
                "connection_id",
            ),
            refused(
                f"proxied_provider_config_key_{name}",
                "A header cannot hold it as it is.",
                ProxyCall(provider_config_key=given),
                "provider_config_key",
            ),
        ]
    return found


def _settings() -> list[Json]:
    urls = {
        "empty": "",
        "no_scheme": "api.example.com",
        "path": "/v2",
        "ftp": "ftp://files.example.com",
        "no_host": "https://",
        "space": "https://api.example.com/a b",
        "line_break": "https://api.example.com\r\nX: y",
        "not_ascii": "https://caf\u00e9.example.com",
        "path_not_ascii": "https://api.example.com/caf\u00e9",
        "user": "https://me@api.example.com",
        "user_and_password": "https://me:invented-password@api.example.com/v2",
    }
    found = [
        refused(
            f"base_url_override_{name}",
            "It is a URL of http or https.",
            ProxyCall(settings={"base_url_override": url}),
            "base_url_override",
        )
        for name, url in urls.items()
    ]
    found += [
        refused(
            f"retry_on_{status}", "It is no HTTP status.", ProxyCall(settings={"retry_on": [503, status]}), str(status)
        )
        for status in (0, 42, 99, 600, 1000)
    ]
    types = {"without_boundary": "multipart/form-data", "line_break": "text/plain\r\nX: y", "control": "text/\x01"}
    found += [
        refused(
            f"content_type_{name}",
            "It is one line of ASCII, and a multipart body names its boundary.",
            ProxyCall("POST", body=Body(b"x", content_type)),
            "content_type",
        )
        for name, content_type in types.items()
    ]
    return found


def _inner_nul() -> list[Json]:
    """Each text with U+0000, the name in the message, and the text in C."""
    why = "A text cut short says something else. C cannot see it and sends the shorter one."

    def body(content_type: str) -> Body:
        return Body(b"a\0b", content_type)

    calls = {
        "method": (ProxyCall("PO\0ST"), ProxyCall("PO"), "method"),
        "endpoint": (ProxyCall(endpoint="/v1/items\0/7"), ProxyCall(endpoint="/v1/items"), "endpoint"),
        "endpoint_dots": (ProxyCall(endpoint="/v1\0/../x"), ProxyCall(endpoint="/v1"), "endpoint"),
        "query_name": (ProxyCall(query=[("a\0b", "1")]), ProxyCall(query=[("a", "1")]), ""),
        "query_value": (ProxyCall(query=[("a", "1\x002")]), ProxyCall(query=[("a", "1")]), ""),
        "header_name": (ProxyCall(headers=[("X-A\0b", "1")]), ProxyCall(headers=[("X-A", "1")]), "header"),
        "header_value": (ProxyCall(headers=[("X-A", "1\x002")]), ProxyCall(headers=[("X-A", "1")]), "header"),
        "content_type": (
            ProxyCall("POST", body=body("text/plain\0x")),
            ProxyCall("POST", body=body("text/plain")),
            "content_type",
        ),
        "base_url_override": (
            ProxyCall(settings={"base_url_override": "https://api.example.com\0.example.net"}),
            ProxyCall(settings={"base_url_override": "https://api.example.com"}),
            "base_url_override",
        ),
        "connection_id": (ProxyCall(connection_id="cus\0tomer"), ProxyCall(connection_id="cus"), "connection_id"),
        "provider_config_key": (
            ProxyCall(provider_config_key="git\0hub"),
            ProxyCall(provider_config_key="git"),
            "provider_config_key",
        ),
    }
    found = [
        refused(f"proxied_inner_nul_{name}", why, call, contains, in_c)
        for name, (call, in_c, contains) in calls.items()
    ]
    leading = {
        "method": (ProxyCall("\0GET"), "method"),
        "endpoint": (ProxyCall(endpoint="\0/v1"), "endpoint"),
        "connection_id": (ProxyCall(connection_id="\0c"), "connection_id"),
        "provider_config_key": (ProxyCall(provider_config_key="\0p"), "provider_config_key"),
        "header_name": (ProxyCall(headers=[("\0X", "1")]), "header"),
    }
    found += [
        refused(f"proxied_leading_nul_{name}", "In C it is empty, which is refused as well.", call, contains)
        for name, (call, contains) in leading.items()
    ]
    return found
