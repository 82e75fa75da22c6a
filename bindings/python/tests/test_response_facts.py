"""What programs ask a response in addition to status, headers and body, as those of requests and httpx have it."""

from __future__ import annotations

import asyncio
import codecs
import json
from datetime import timedelta
from email.message import Message
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango._text import encoding_of
from server import Answer

if TYPE_CHECKING:
    from server import Server

IDS = "customer-1", "github"
DOCUMENT = {"name": "M\xfcller \u20ac"}
TEXT = json.dumps(DOCUMENT, ensure_ascii=False)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", TEXT.encode()),
        ("application/json", TEXT.encode("utf-8-sig")),
        ("application/json", TEXT.encode("utf-16")),
        ("application/json", TEXT.encode("utf-16-le")),
        ("application/json", TEXT.encode("utf-32-be")),
        ("application/json; charset=utf-8", TEXT.encode("utf-16")),
        ("application/json; charset=utf-16", TEXT.encode("utf-16-be")),
        ("application/json; charset=utf-16le", TEXT.encode("utf-16-le")),
        ("application/json; charset=cp1252", TEXT.encode("cp1252")),
        ('application/json; charset="ISO-8859-15"', TEXT.encode("iso-8859-15")),
        ("application/json; charset=iso-8859-1", TEXT.encode("utf-8-sig")),
        ("application/json; charset=unheard-of", TEXT.encode()),
    ],
)
def test_json_is_in_the_encoding_that_is_named(
    client: nango.Client, server: Server, content_type: str, body: bytes
) -> None:
    server.answer = lambda _request: Answer(body, headers={"content-type": content_type})
    assert client.proxy(*IDS, "GET", "/").json() == DOCUMENT
    assert client.request("GET", "/x").json() == DOCUMENT

    async def main() -> object:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url) as async_client:
            return await (await async_client.proxy(*IDS, "GET", "/")).json()

    assert asyncio.run(main()) == DOCUMENT


def test_json_that_is_not_in_its_encoding_is_a_value_error(client: nango.Client, server: Server) -> None:
    server.answer = lambda _request: Answer(b'"\xff"', headers={"content-type": "application/json"})
    with pytest.raises(ValueError, match="utf-8"):
        client.proxy(*IDS, "GET", "/").json()


@pytest.mark.parametrize(("status", "reason"), [(200, "OK"), (404, "Not Found"), (429, "Too Many Requests"), (599, "")])
def test_the_reason(client: nango.Client, server: Server, status: int, reason: str) -> None:
    server.gives("{}", status)
    with client.proxy(*IDS, "GET", "/") as response:
        assert response.reason == reason


def test_the_reason_of_nangos_own_answer(client: nango.Client, server: Server) -> None:
    server.gives("{}", 201)
    assert client.request("GET", "/x").reason == "Created"


@pytest.mark.parametrize(
    ("endpoint", "params", "base", "url"),
    [
        ("/v1/items", None, None, "/v1/items"),
        ("/v1/items?x=1", {"a b": ["\xe9", 2]}, None, "/v1/items?x=1&a%20b=%C3%A9&a%20b=2"),
        ("/v1", {"a": "/"}, "https://eu.api.example", "https://eu.api.example/v1?a=%2F"),
        ("v1", None, "https://eu.api.example/", "https://eu.api.example/v1"),
    ],
)
def test_the_url(client: nango.Client, server: Server, endpoint: str, params: Any, base: str | None, url: str) -> None:
    server.gives("{}")
    with client.proxy(*IDS, "GET", endpoint, params=params, base_url_override=base) as response:
        assert response.url == url
        assert "url" not in dir(response)
        assert url not in repr(response)

    async def main() -> tuple[str, str, timedelta]:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url) as async_client:
            async with await async_client.proxy(
                *IDS, "GET", endpoint, params=params, base_url_override=base
            ) as response:
                assert "url" not in dir(response)
                return response.url, response.reason, response.elapsed

    async_url, reason, elapsed = asyncio.run(main())
    assert (async_url, reason) == (url, "OK")
    assert timedelta(0) < elapsed < timedelta(seconds=30)


def test_elapsed_ends_with_the_head(client: nango.Client, server: Server) -> None:
    server.gives("{}")
    with client.proxy(*IDS, "GET", "/") as response:
        elapsed = response.elapsed
        assert timedelta(0) < elapsed < timedelta(seconds=30)
        response.read()
        assert response.elapsed == elapsed


@pytest.mark.parametrize(
    "content_type",
    [
        "text/html",
        "text/html; charset=ISO-8859-15",
        'text/html;charset="Shift_JIS"',
        'text/html; charset="iso-8859-15',
        'text/html; charset=iso-8859-15"',
        "text/html; boundary=x; charset=cp1252",
        "text/html ; charset = cp1252 ; format=flowed",
        "text/html; charset*=us-ascii'en'cp1252",
        "text/html; Charset=''",
        "text/html; charset=",
        "charset=cp1252",
        "text/html; x-charset=cp1252",
        'text/html; title="; charset=cp1252"',
    ],
)
def test_the_encoding_is_what_the_standard_library_finds(content_type: str) -> None:
    message = Message()
    message["content-type"] = content_type
    named = message.get_content_charset("utf-8")
    try:
        expected = codecs.lookup(named).name
    except LookupError:
        expected = "utf-8"
    assert encoding_of(content_type) == expected
