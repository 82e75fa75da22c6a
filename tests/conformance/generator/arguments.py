"""Arguments that are refused before anything is sent."""

from __future__ import annotations

from .case import Call, Json, in_c_not_found, refused

ABOUT = "Arguments that are refused: nothing is sent, and the message names the one that is wrong."


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_names(), *_inner_nul(), *_secret_keys(), *_base_urls(), *_headers()]


def _names() -> list[Json]:
    return [
        refused("empty_connection_id", "It would ask for the list.", Call(connection_id=""), "connection_id"),
        refused("empty_provider_config_key", "It names nothing.", Call(provider_config_key=""), "provider_config_key"),
        refused("user_agent_newline", "A header is one line.", Call(options={"user_agent": "a\r\nx: y"}), "user_agent"),
    ]


def _inner_nul() -> list[Json]:
    calls = {
        "connection_id": (Call(connection_id="cus\0tomer-1"), "connection_id"),
        "connection_id_end": (Call(connection_id="customer-1\0"), "connection_id"),
        "connection_id_dots": (Call(connection_id="..\0x", route="connections"), "connection_id"),
        "provider_config_key": (Call(provider_config_key="git\0hub"), "provider_config_key"),
    }
    found = [
        refused(
            f"inner_nul_{name}",
            "A name cut short would be another connection's. C cannot see it and asks for the shorter name.",
            call,
            argument,
            in_c_not_found(call),
        )
        for name, (call, argument) in calls.items()
    ]
    for name, call in {
        "connection_id": Call(connection_id="\0x"),
        "provider_config_key": Call(provider_config_key="\0x"),
    }.items():
        found.append(refused(f"leading_nul_{name}", "In C it is empty, which is refused as well.", call, name))
    key = Call(options={"secret_key": "5ec2e7a1\0-0000"})
    in_c = in_c_not_found(key, {"authorization": "Bearer 5ec2e7a1"})
    found.append(refused("inner_nul_secret_key", "A key cut short is another key.", key, "secret_key", in_c))
    header = Call(options={"headers": [["x-gateway", "ab\0cd"]]})
    in_c = in_c_not_found(header, {"x-gateway": "ab"})
    found.append(refused("inner_nul_header", "A value cut short is another value.", header, "header", in_c))
    return found


def _secret_keys() -> list[Json]:
    keys = {
        "empty": ("", "secret_key"),
        "space_inside": ("5ec2e7a1 c0de", "secret_key"),
        "leading_space": (" 5ec2e7a1", "secret_key"),
        "trailing_newline": ("5ec2e7a1\n", "newline"),
        "trailing_crlf": ("5ec2e7a1\r\n", "newline"),
        "newline_inside": ("5ec2e7a1\nx-other: y", "secret_key"),
        "tab": ("5ec2\te7a1", "secret_key"),
        "delete": ("5ec2e7a1\x7f", "secret_key"),
        "not_ascii": ("clé", "secret_key"),
    }
    return [
        refused(
            f"secret_key_{name}",
            "A key is printable ASCII without spaces.",
            Call(options={"secret_key": key}),
            contains,
        )
        for name, (key, contains) in keys.items()
    ]


def _base_urls() -> list[Json]:
    urls = {
        "user": "http://user@127.0.0.1:{port}/{name}",
        "user_and_password": "http://user:pass@127.0.0.1:{port}/{name}",
        "query": "http://127.0.0.1:{port}/{name}?a=b",
        "empty_query": "http://127.0.0.1:{port}/{name}?",
        "fragment": "http://127.0.0.1:{port}/{name}#top",
        "no_scheme": "127.0.0.1:{port}/{name}",
        "only_a_host": "api.nango.dev",
        "path_only": "/{name}",
        "no_host": "http:///{name}",
        "only_a_scheme": "https://",
        "ftp": "ftp://127.0.0.1:{port}/{name}",
        "file": "file:///etc/hosts",
        "port_too_large": "http://127.0.0.1:65536/{name}",
        "port_no_number": "http://127.0.0.1:http/{name}",
        "space": "http://127.0.0.1:{port}/{name}/a b",
        "newline": "http://127.0.0.1:{port}/{name}\n",
        "plain_http": "http://192.0.2.1/{name}",
        "plain_http_ipv6": "http://[2001:db8::1]/{name}",
        "plain_http_name": "http://nango.example/{name}",
        "plain_http_almost_localhost": "http://localhost.example/{name}",
        "plain_http_almost_loopback": "http://127.0.0.1.example/{name}",
    }
    return [
        refused(
            f"base_url_{name}",
            "A key travels to this address: it must be clear and safe.",
            Call(options={"base_url": url}),
            "allow_plaintext_http" if name.startswith("plain_http") else "base_url",
        )
        for name, url in urls.items()
    ]


def _headers() -> list[Json]:
    reserved = (
        "Authorization host content-length Content-Type transfer-encoding accept-encoding connection upgrade user-agent"
    )
    found = [
        refused(
            f"reserved_header_{name.lower().replace('-', '_')}",
            "What the library or the connection says cannot be said twice.",
            Call(options={"headers": [["x-fine", "1"], [name, "x"]]}),
            "header",
        )
        for name in reserved.split()
    ]
    odd = {
        "value_lf": ["x-gateway", "a\nauthorization: Bearer other"],
        "value_cr": ["x-gateway", "a\rb"],
        "value_crlf": ["x-gateway", "a\r\n"],
        "name_empty": ["", "a"],
        "name_space": ["x gateway", "a"],
        "name_colon": ["x-gateway:", "a"],
        "name_newline": ["x-gateway\r\nx-other", "a"],
        "name_not_ascii": ["x-clé", "a"],
    }
    found += [
        refused(
            f"header_{name}", "A header is a token and one line of text.", Call(options={"headers": [header]}), "header"
        )
        for name, header in odd.items()
    ]
    return found
