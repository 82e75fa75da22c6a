"""Responses of an external API, and the ways to read them."""

from __future__ import annotations

import copy
import io
import json
import pickle
import shutil
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable

import pytest

import nango
from conftest import SECRET_KEY
from nango._text import Lines
from server import Answer, Feed

if TYPE_CHECKING:
    from server import Server

IDS = ("customer-1", "github")
SECRET = "invented-secret"

Get = Callable[..., nango.Response]


@pytest.fixture
def get(client: nango.Client, server: Server) -> Get:
    """Gives a response that has this body and these headers."""

    def get(body: str | bytes = "", status: int = 200, **headers: Any) -> nango.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        server.answer = lambda _request: Answer(body, status, named)
        return client.proxy(*IDS, "GET", "/")

    return get


@pytest.fixture
def fed(client: nango.Client, server: Server) -> Callable[[Feed], nango.Response]:
    """Gives a response whose body is fed by the test."""

    def get(feed: Feed) -> nango.Response:
        server.answer = lambda _request: Answer(parts=feed)
        return client.proxy(*IDS, "GET", "/")

    return get


def test_the_body_as_a_whole(get: Get) -> None:
    response = get('{"name":"ü"}')
    assert (response.status_code, response.ok, response.encoding) == (200, True, "utf-8")
    assert response.content == response.content == b'{"name":"\xc3\xbc"}'
    assert response.text == '{"name":"ü"}'
    assert response.json() == {"name": "ü"}
    assert response.closed


def test_json(get: Get) -> None:
    assert get("\ufeff[1.10]").json(parse_float=Decimal) == [Decimal("1.10")]
    with pytest.raises(json.JSONDecodeError):
        get("<html>").json()
    with pytest.raises(ValueError, match="Expecting value"):
        get("", 204).json()


@pytest.mark.parametrize(
    ("content_type", "body", "text", "encoding"),
    [
        ("text/plain", "ü".encode(), "ü", "utf-8"),
        ("text/plain; charset=ISO-8859-1", b"\xfc", "ü", "iso8859-1"),
        ('text/plain; charset="utf-16"', "ü".encode("utf-16"), "ü", "utf-16"),
        ("text/plain; charset=unheard-of", "ü".encode(), "ü", "utf-8"),
        ("text/plain", b"a\xffb", "a\ufffdb", "utf-8"),
    ],
)
def test_text(get: Get, content_type: str, body: bytes, text: str, encoding: str) -> None:
    response = get(body, content_type=content_type)
    assert (response.text, response.encoding) == (text, encoding)


def test_headers(get: Get) -> None:
    headers = get(x_one="1", set_cookie=["a=1, 2", "b=3"]).headers
    assert headers["X-ONE"] == headers["x-one"] == "1"
    assert headers["Set-Cookie"] == "a=1, 2, b=3"
    assert headers.get_list("set-cookie") == ["a=1, 2", "b=3"]
    assert ("set-cookie", "b=3") in headers.multi_items()
    assert "X-Two" not in headers
    assert headers.get("X-Two", "none") == "none"
    assert len(headers) == len(list(headers)) == len(headers.multi_items()) - 1
    assert headers.get_list("x-two") == []
    with pytest.raises(KeyError):
        headers["x-two"]


def test_reading_in_parts(get: Get) -> None:
    response = get(b"0123456789" * 20_000)
    parts = [response.read(7), response.read(100_000)]
    assert parts[0] == b"0123456"
    assert 0 < len(parts[1]) <= 100_000
    assert not response.closed
    while response.read(0) == b"" and parts[-1]:
        parts.append(response.read(100_000))
    assert b"".join(parts) == b"0123456789" * 20_000
    assert response.closed
    assert response.read(7) == response.read() == b""


def test_reading_what_is_left(get: Get) -> None:
    response = get("0123456789")
    assert response.read(3) == b"012"
    assert response.read() == b"3456789"
    assert response.read() == b""
    response = get("0123456789")
    assert response.read() == b"0123456789"
    assert response.content == b"0123456789"


def test_reading_after_the_whole_was_read(get: Get) -> None:
    response = get("0123456789")
    assert response.content == b"0123456789"
    assert list(response.iter_bytes()) == [b"0123456789"]
    assert list(response.iter_bytes(4)) == [b"0123", b"4567", b"89"]
    assert (response.read(3), response.read(), response.read()) == (b"012", b"3456789", b"")
    assert list(response.iter_lines()) == ["0123456789"]


def test_the_whole_is_refused_after_a_part_was_read(get: Get) -> None:
    response = get("0123456789")
    response.read(1)
    for read in (lambda: response.content, lambda: response.text, response.json):
        with pytest.raises(nango.InvalidArgumentError, match="^response was read in part already"):
            read()


def test_parts_come_as_they_are_sent(fed: Callable[[Feed], nango.Response]) -> None:
    feed = Feed(b"first")
    response = fed(feed)
    parts = response.iter_bytes()
    assert next(parts) == b"first"
    feed.give(b"second")
    assert next(parts) == b"second"
    feed.end()
    assert list(parts) == []
    assert response.closed


def test_pieces_of_one_size(fed: Callable[[Feed], nango.Response]) -> None:
    feed = Feed(b"abc", b"d", b"efghijkl", b"m")
    feed.end()
    assert list(fed(feed).iter_bytes(5)) == [b"abcde", b"fghij", b"klm"]


@pytest.mark.parametrize(("wrong", "error"), [(0, nango.InvalidArgumentError), ("5", TypeError)])
def test_pieces_of_no_size_are_refused(get: Get, wrong: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="^chunk_size must be "):
        next(get("body").iter_bytes(wrong))


def test_lines_come_as_they_are_sent(fed: Callable[[Feed], nango.Response]) -> None:
    feed = Feed(b"one\ntw", b"o\r\n\nth\xc3")
    lines = fed(feed).iter_lines()
    assert [next(lines) for _ in range(3)] == ["one", "two", ""]
    feed.give(b"\xbcree\r")
    feed.give(b"four")
    feed.end()
    assert list(lines) == ["thüree", "four"]


@pytest.mark.parametrize("text", ["", "a", "a\n", "\n", "a\r\nb\r\n", "a\rb", "\n\na", "äö\nü\n"])
def test_lines_are_those_of_a_file(text: str) -> None:
    wanted = [line.rstrip("\n") for line in io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")]
    lines = Lines("utf-8")
    found = [line for byte in text.encode() for line in lines.push(bytes([byte]))]
    assert found + lines.push(b"", final=True) == wanted


def test_a_response_is_a_file_for_those_who_read(get: Get) -> None:
    copied = io.BytesIO()
    shutil.copyfileobj(get("0123456789" * 100_000), copied)
    assert copied.getvalue() == b"0123456789" * 100_000
    assert json.load(get("[1]")) == [1]


@pytest.mark.parametrize("status", [400, 404, 429, 500, 599])
def test_raise_for_status(get: Get, status: int) -> None:
    response = get(SECRET, status)
    with pytest.raises(nango.ExternalAPIError) as caught:
        response.raise_for_status()
    error = caught.value
    assert not isinstance(error, nango.NangoError)
    assert (error.status_code, error.response) == (status, response)
    assert str(error) == f"the external API answered {status}: see its response"
    assert error.response.text == SECRET
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (str(copied), copied.status_code, copied.response) == (str(error), status, None)


def test_a_good_status_raises_nothing(get: Get) -> None:
    for status in (200, 201, 204, 304):
        response = get("", status)
        assert response.raise_for_status() is response
        assert response.ok


def test_a_body_that_is_too_large(server: Server) -> None:
    server.gives("x" * 1001)
    with nango.Client(SECRET_KEY, base_url=server.url, max_response_bytes=1000) as client:
        with pytest.raises(nango.TooLargeError):
            client.proxy(*IDS, "GET", "/").content  # noqa: B018
        with pytest.raises(nango.TooLargeError):
            client.proxy(*IDS, "GET", "/").read()
        assert len(b"".join(client.proxy(*IDS, "GET", "/").iter_bytes())) == 1001
        server.gives("x" * 1000)
        assert len(client.proxy(*IDS, "GET", "/").content) == 1000


def test_a_body_that_breaks_off(client: nango.Client, server: Server) -> None:
    server.answer = lambda _request: Answer("some", missing=3)
    response = client.proxy(*IDS, "GET", "/")
    assert response.read(10) == b"some"
    for _ in range(2):
        with pytest.raises(nango.ConnectionError, match="the body is incomplete"):
            response.read(10)
    with pytest.raises(nango.ConnectionError):
        client.proxy(*IDS, "GET", "/").content  # noqa: B018


def test_a_body_that_does_not_come(client: nango.Client, server: Server) -> None:
    feed = Feed(b"some")
    server.answer = lambda _request: Answer(parts=feed)
    with client.proxy(*IDS, "GET", "/", idle_timeout=0.05) as response:
        with pytest.raises(nango.TimeoutError, match="^no data for 50 ms"):
            list(response.iter_bytes())
    feed.end()


def test_what_is_printed_shows_no_secret(get: Get) -> None:
    response = get(SECRET, 404, x_secret=SECRET, location=f"https://example.com/?{SECRET}")
    assert repr(response) == str(response) == "<nango.Response [404]>"
    assert SECRET not in repr(response.headers)
    assert "x-secret" in repr(response.headers)
    with pytest.raises(nango.ExternalAPIError) as caught:
        response.raise_for_status()
    assert SECRET not in f"{caught.value}{caught.value!r}"


def test_a_response_is_neither_made_nor_copied(get: Get) -> None:
    with pytest.raises(TypeError, match="^a Response comes from Client.proxy$"):
        nango.Response()
    for refused in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="^a Response cannot be pickled or copied"):
            refused(get())
