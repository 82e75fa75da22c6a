#!/usr/bin/env python3
"""Python's clients: each gets a connection again and again, reads the same fields and checks the token.

usage: clients.py CLIENT BASE_URL CALLS|- CONNECTION_ID
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from turns import turns

if TYPE_CHECKING:
    import nango

INTEGRATION = "github"
# For calls through the proxy with any path.
CONNECTION = "customer-1"
# Invented, as is the token.
SECRET_KEY = "00000000-0000-4000-8000-00000000beef"
TOKEN = "invented_0123456789abcdef0123456789abcdef"
HEADERS = {"Authorization": f"Bearer {SECRET_KEY}"}
TIMEOUT_SECONDS = 30
CONNECT_TIMEOUT_SECONDS = 10

Call = Callable[[], None]


def check(fields: tuple[Any, ...]) -> None:
    """Fail unless all fields are there and the token is the right one."""
    if not all(fields) or fields[6] != TOKEN:
        raise SystemExit("the answer is not the expected one")


def check_json(connection: dict[str, Any]) -> None:
    """Read the fields of a response from its JSON."""
    credentials = connection["credentials"]
    check(
        (
            connection["connection_id"],
            connection["provider_config_key"],
            connection["provider"],
            connection["created_at"],
            connection["updated_at"],
            credentials["type"],
            credentials["access_token"],
            credentials["expires_at"],
        )
    )


def fields_of(connection: nango.Connection) -> tuple[Any, ...]:
    """Read the fields of a connection of this project's package."""
    return (
        connection.connection_id,
        connection.provider_config_key,
        connection.provider,
        connection.created_at,
        connection.updated_at,
        connection.auth_mode,
        connection.token,
        connection.expires_at,
    )


def with_nango(base_url: str, connection_id: str) -> Call:
    """This project's package."""
    import nango

    client = nango.Client(SECRET_KEY, base_url=base_url)

    def call() -> None:
        check(fields_of(client.get_connection(connection_id, INTEGRATION)))

    return call


def with_nango_through_the_proxy(base_url: str, path: str) -> Call:
    """This project's package, calling an external API."""
    import nango

    client = nango.Client(SECRET_KEY, base_url=base_url)
    headers = {"Accept-Language": "en"}

    def call() -> None:
        with client.proxy(
            CONNECTION, INTEGRATION, "GET", f"/{path}", headers=headers
        ) as response:
            body = response.content
        if (
            response.status_code != 200
            or len(body) < 1000
            or (body[:1], body[-1:]) != (b"{", b"}")
        ):
            raise SystemExit("the answer is not the expected one")

    return call


def with_requests(base_url: str, connection_id: str) -> Call:
    """A session of requests."""
    import requests

    session = requests.Session()
    session.headers.update(HEADERS)

    def call() -> None:
        response = session.get(
            f"{base_url}/connection/{connection_id}",
            params={"provider_config_key": INTEGRATION},
            timeout=(CONNECT_TIMEOUT_SECONDS, TIMEOUT_SECONDS),
        )
        response.raise_for_status()
        check_json(response.json())

    return call


def with_httpx(
    base_url: str, connection_id: str, loads: Callable[[bytes], Any] = json.loads
) -> Call:
    """A client of httpx."""
    import httpx

    timeout = httpx.Timeout(TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS)
    client = httpx.Client(base_url=base_url, headers=HEADERS, timeout=timeout)

    def call() -> None:
        response = client.get(
            f"/connection/{connection_id}", params={"provider_config_key": INTEGRATION}
        )
        response.raise_for_status()
        check_json(loads(response.content))

    return call


def with_httpx_and_orjson(base_url: str, connection_id: str) -> Call:
    """A client of httpx, with a faster parser."""
    import orjson

    return with_httpx(base_url, connection_id, orjson.loads)


def with_pycurl(
    base_url: str,
    connection_id: str,
    read: Callable[[bytes], None] = lambda body: check_json(json.loads(body)),
) -> Call:
    """One handle of libcurl."""
    import pycurl

    curl = pycurl.Curl()
    curl.setopt(
        pycurl.URL,
        f"{base_url}/connection/{connection_id}?provider_config_key={INTEGRATION}",
    )
    curl.setopt(
        pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in HEADERS.items()]
    )
    curl.setopt(pycurl.TIMEOUT, TIMEOUT_SECONDS)
    curl.setopt(pycurl.CONNECTTIMEOUT, CONNECT_TIMEOUT_SECONDS)
    curl.setopt(pycurl.NOSIGNAL, 1)
    if "SSL_CERT_FILE" in os.environ:
        curl.setopt(pycurl.CAINFO, os.environ["SSL_CERT_FILE"])

    def call() -> None:
        body = BytesIO()
        curl.setopt(pycurl.WRITEDATA, body)
        curl.perform()
        if curl.getinfo(pycurl.RESPONSE_CODE) != 200:
            raise SystemExit("not 200")
        read(body.getvalue())

    return call


def with_pycurl_unparsed(base_url: str, connection_id: str) -> Call:
    """One handle of libcurl, whose bodies are not parsed: it has no fields, only a token somewhere."""

    def read(body: bytes) -> None:
        if TOKEN.encode() not in body:
            raise SystemExit("the answer is not the expected one")

    return with_pycurl(base_url, connection_id, read)


def with_urllib(base_url: str, connection_id: str) -> Call:
    """Python's own: a new connection for each call."""
    import urllib.request

    url = f"{base_url}/connection/{connection_id}?provider_config_key={INTEGRATION}"
    request = urllib.request.Request(url, headers=HEADERS)

    def call() -> None:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
            check_json(json.load(response))

    return call


CLIENTS = {
    "nango": with_nango,
    "nango-proxy": with_nango_through_the_proxy,
    "requests": with_requests,
    "httpx": with_httpx,
    "httpx-orjson": with_httpx_and_orjson,
    "pycurl": with_pycurl,
    "pycurl-unparsed": with_pycurl_unparsed,
    "urllib": with_urllib,
}


def main() -> None:
    """Make the calls."""
    client, base_url, calls, connection_id = sys.argv[1:]
    call = CLIENTS[client](base_url, connection_id)
    for count in turns(calls):
        for _ in range(count):
            call()


if __name__ == "__main__":
    main()
