"""Requests to an external API, and those that are rejected before sending."""

from __future__ import annotations

import gzip
import io
import json
import os
import tempfile
from collections import UserDict
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nango.testing import Emulator
    from server import Request, Server

IDS = ("customer-1", "github")
BYTES = "application/octet-stream"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def external_api(server: Server) -> None:
    server.gives('{"from":"the external API"}')


def sent(server: Server) -> Request:
    (request,) = server.requests
    return request


def test_a_call(client: nango.Client, server: Server) -> None:
    response = client.proxy(*IDS, "GET", "/v1/items")
    assert (response.status_code, response.json()) == (200, {"from": "the external API"})
    request = sent(server)
    assert (request.method, request.target, request.body) == ("GET", "/proxy/v1/items", b"")
    assert request.headers["connection-id"] == "customer-1"
    assert request.headers["provider-config-key"] == "github"
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert request.headers["decompress"] == "true"
    for absent in (
        "content-type",
        "forward-headers-on-redirect",
        "nango-proxy-content-type",
        "content-length",
        "transfer-encoding",
        "retries",
    ):
        assert absent not in request.headers


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
def test_methods(client: nango.Client, server: Server, method: str) -> None:
    assert client.proxy(*IDS, method, "/v1/items").status_code == 200
    assert sent(server).method == method


def test_the_ids_may_be_named(client: nango.Client, server: Server) -> None:
    client.proxy(method="GET", endpoint="/v1/items", provider_config_key="github", connection_id="customer-1").close()
    assert sent(server).headers["connection-id"] == "customer-1"


@pytest.mark.parametrize(
    ("params", "query"),
    [
        ({}, ""),
        ({"q": "a b&c=ü"}, "?q=a%20b%26c%3D%C3%BC"),
        ({"limit": 10, "ratio": 0.5, "all": True, "none": False}, "?limit=10&ratio=0.5&all=true&none=false"),
        ({"tag": ["a", "b"], "more": ("c",), "left out": None}, "?tag=a&tag=b&more=c"),
        ([("tag", "a"), ("tag", "b")], "?tag=a&tag=b"),
    ],
)
def test_parameters(client: nango.Client, server: Server, params: Any, query: str) -> None:
    client.proxy(*IDS, "GET", "/v1/items", params=params).close()
    assert sent(server).target == f"/proxy/v1/items{query}"


def test_parameters_come_behind_those_of_the_endpoint(client: nango.Client, server: Server) -> None:
    client.proxy(*IDS, "GET", "/v1/a%2Fb?x=%41", params={"y": "1"}).close()
    assert sent(server).target == "/proxy/v1/a%2Fb?x=%41&y=1"


@pytest.mark.parametrize("headers", [{"X-One": "1", "Accept": "text/csv"}, [("X-One", "1"), ("Accept", "text/csv")]])
def test_headers(client: nango.Client, server: Server, headers: Any) -> None:
    client.proxy(*IDS, "GET", "/", headers=headers).close()
    received = sent(server).headers
    assert (received["nango-proxy-x-one"], received["nango-proxy-accept"]) == ("1", "text/csv")


def test_what_nango_is_told(client: nango.Client, server: Server) -> None:
    settings: dict[str, Any] = {"retries": 3, "retry_on": (404, 409), "decompress": False}
    settings["forward_headers_on_redirect"] = True
    client.proxy(*IDS, "GET", "/", base_url_override="https://eu.api.example.com", **settings).close()
    received = sent(server).headers
    assert received["retries"] == "3"
    assert received["retry-on"] == "404,409"
    assert "decompress" not in received
    assert received["forward-headers-on-redirect"] == "true"
    assert received["base-url-override"] == "https://eu.api.example.com"


class FileLike:
    """A file that only has `read`, and returns less than requested."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    def read(self, size: int) -> bytes:
        return self._file.read(min(size, 3))


def parts() -> Iterator[bytes | bytearray | memoryview]:
    yield b""
    yield b"some "
    yield bytearray(b"bytes")
    yield memoryview(b"")


CHUNKED = {"transfer-encoding": "chunked"}
LENGTH = {"content-length": "10"}


@pytest.mark.parametrize(
    ("data", "framing", "content_type"),
    [
        (b"some bytes", LENGTH, BYTES),
        (bytearray(b"some bytes"), LENGTH, BYTES),
        (memoryview(b"some bytes"), LENGTH, BYTES),
        ("some bytes", LENGTH, "text/plain; charset=utf-8"),
        (io.BytesIO(b"some bytes"), LENGTH, BYTES),
        (FileLike(b"some bytes"), CHUNKED, BYTES),
        (parts(), CHUNKED, BYTES),
        ([b"some", b" ", b"bytes"], CHUNKED, BYTES),
    ],
    ids=lambda value: type(value).__name__,
)
def test_bodies(client: nango.Client, server: Server, data: Any, framing: dict[str, str], content_type: str) -> None:
    client.proxy(*IDS, "POST", "/", data=data).close()
    request = sent(server)
    assert request.body == b"some bytes"
    found = {name: request.headers[name] for name in ("content-length", "transfer-encoding") if name in request.headers}
    assert (found, request.headers["nango-proxy-content-type"]) == (framing, content_type)
    assert request.headers["content-type"] == BYTES


def test_bodies_may_be_empty(client: nango.Client, server: Server) -> None:
    bodies: list[Any] = [b"", "", io.BytesIO(), []]
    for data in bodies:
        client.proxy(*IDS, "POST", "/", data=data).close()
    assert [request.body for request in server.requests] == [b""] * 4


def test_a_body_in_json(client: nango.Client, server: Server) -> None:
    client.proxy(*IDS, "PUT", "/", json={"name": "ü", "list": [1, None]}).close()
    request = sent(server)
    assert json.loads(request.body) == {"name": "ü", "list": [1, None]}
    assert (request.headers["content-type"], request.headers["nango-proxy-content-type"]) == (BYTES, "application/json")


CONTENT_TYPES = [
    "application/json",
    "Application/JSON ; charset=utf-8",
    "application/x-www-form-urlencoded",
    "application/vnd.api+json",
    "text/csv",
    "multipart/form-data; boundary=a",
]


@pytest.mark.parametrize("content_type", CONTENT_TYPES)
def test_the_content_type_may_be_named(client: nango.Client, server: Server, content_type: str) -> None:
    """Nango leaves the bytes alone and tells the external API what they are."""
    client.proxy(*IDS, "POST", "/", data=b"1", content_type=content_type).close()
    client.proxy(*IDS, "POST", "/", json=1, headers={"content-TYPE": content_type}).close()
    for request in server.requests:
        assert (request.body, request.headers["content-type"]) == (b"1", BYTES)
        assert request.headers["nango-proxy-content-type"] == content_type


@pytest.mark.parametrize("content_type", CONTENT_TYPES)
def test_nango_parses_a_body_if_it_is_to(client: nango.Client, server: Server, content_type: str) -> None:
    client.proxy(*IDS, "POST", "/", data=b"1", content_type=content_type, nango_parses_body=True).close()
    request = sent(server)
    assert request.headers["content-type"] == content_type
    # The boundary of a multipart body is made anew.
    passed_on = "multipart/form-data" if content_type.startswith("multipart/") else content_type
    assert request.headers["nango-proxy-content-type"] == passed_on


def test_json_keeps_its_digits(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        echo = client.proxy("customer-oauth2", "github", "POST", "/", json={"id": 12345678901234567890}).json()
        assert (echo["headers"]["content-type"], echo["body"]) == ("application/json", '{"id": 12345678901234567890}')
        scalar = client.proxy("customer-oauth2", "github", "POST", "/", json=7).json()
        assert scalar["body"] == "7"
        with pytest.raises(nango.APIError, match="invalid_json"):
            client.proxy("customer-oauth2", "github", "POST", "/", json=7, nango_parses_body=True)


@pytest.mark.parametrize(
    ("body", "content_type", "arrived"),
    [
        ({"json": {"a": 1}}, "application/json", '{"a": 1}'),
        ({"json": {"a": 1}, "nango_parses_body": True}, "application/json", '{"a":1}'),
        ({"data": b"b=2&b=3", "content_type": FORM}, FORM, "b=2&b=3"),
        ({"data": b"b=2&b=3", "content_type": FORM, "nango_parses_body": True}, FORM, "b%5B%5D=2&b%5B%5D=3"),
        ({"data": "a=1"}, "text/plain; charset=utf-8", "a=1"),
        ({"data": b"a=1", "content_type": "text/csv"}, "text/csv", "a=1"),
        ({"data": iter([b"a=1"])}, "application/octet-stream", "a=1"),
    ],
)
def test_a_body_arrives_as_what_it_is(
    nango_emulator: Emulator, body: dict[str, Any], content_type: str, arrived: str
) -> None:
    with nango_emulator.client() as client:
        echo = client.proxy("customer-oauth2", "github", "POST", "/", **body).json()
    assert (echo["headers"]["content-type"], echo["body"]) == (content_type, arrived)


@pytest.mark.parametrize("decompress", [True, False])
def test_an_answer_is_decompressed_by_nango(nango_emulator: Emulator, decompress: bool) -> None:
    with nango_emulator.client() as client:
        response = client.proxy("customer-oauth2", "github", "GET", "/gzip", decompress=decompress)
        assert "content-encoding" not in response.headers
        assert response.json()["gz"] is True


def test_a_body_that_nango_does_not_take(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client, pytest.raises(nango.TooLargeError, match="78643200") as caught:
        client.proxy("customer-oauth2", "github", "POST", "/", data=bytes(78_643_201))
    assert not caught.value.is_retryable


def test_a_file_is_sent_from_where_it_stands(client: nango.Client, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(b"skipped, some bytes")
    with path.open("rb") as file, path.open("rb", buffering=0) as raw, tempfile.NamedTemporaryFile() as temporary:
        temporary.write(b"skipped, some bytes")
        for each in (file, raw, temporary):
            each.seek(9)
            client.proxy(*IDS, "POST", "/", data=each).close()
    assert [request.body for request in server.requests] == [b"some bytes"] * 3
    assert [request.headers["content-length"] for request in server.requests] == ["10"] * 3


def test_a_file_whose_descriptor_is_of_something_else(client: nango.Client, server: Server, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "body.gz", "wb") as packed:
        packed.write(b"some bytes" * 1000)
    with gzip.open(tmp_path / "body.gz", "rb") as file:
        client.proxy(*IDS, "POST", "/", data=file).close()
    assert sent(server).body == b"some bytes" * 1000


def test_a_file_that_says_that_it_is_empty(client: nango.Client, server: Server) -> None:
    with open("/proc/self/stat", "rb") as file:  # noqa: PTH123 - the system's own size of it is 0
        client.proxy(*IDS, "POST", "/", data=file).close()
    assert sent(server).body.startswith(b"%d " % os.getpid())


def test_a_file_that_ends_early(client: nango.Client, tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(b"x" * 100_000)

    class Shrinking(io.FileIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            return b""

    with Shrinking(str(path)) as file, pytest.raises(nango.CallCancelledError, match="ended before"):
        client.proxy(*IDS, "POST", "/", data=file)


class OfTheProgramError(Exception):
    pass


@pytest.mark.parametrize("before", [0, 1, 100_000])
def test_what_a_reader_raises_is_raised(client: nango.Client, before: int) -> None:
    def failing() -> Iterator[bytes]:
        if before:
            yield b"x" * before
        raise OfTheProgramError("of the program")

    with pytest.raises(OfTheProgramError, match="^of the program$") as caught:
        client.proxy(*IDS, "POST", "/", data=failing())
    assert "failing" in [entry.name for entry in caught.traceback]
    assert client.proxy(*IDS, "GET", "/").ok


def test_what_a_file_raises_is_raised(client: nango.Client) -> None:
    class Failing:
        def read(self, _size: int) -> bytes:
            raise OfTheProgramError

    with pytest.raises(OfTheProgramError):
        client.proxy(*IDS, "POST", "/", data=Failing())


@pytest.mark.parametrize("wrong", ["text", 7, None])
def test_what_gives_no_bytes_is_refused(client: nango.Client, wrong: Any) -> None:
    class Wrong:
        def read(self, _size: int) -> Any:
            return wrong

    with pytest.raises((TypeError, BlockingIOError), match="^data "):
        client.proxy(*IDS, "POST", "/", data=Wrong())
    with pytest.raises(TypeError, match="^data must give bytes, not "):
        client.proxy(*IDS, "POST", "/", data=[wrong])


def test_a_file_that_gives_too_much_is_refused(client: nango.Client) -> None:
    class Greedy:
        def read(self, size: int) -> bytes:
            return b"x" * (size + 1)

    with pytest.raises(ValueError, match="^data is a file that gives more bytes than it is asked for$"):
        client.proxy(*IDS, "POST", "/", data=Greedy())


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"data": {"a": "1"}}, TypeError, "^data must not be a mapping: pass it as json"),
        ({"data": UserDict()}, TypeError, "^data must not be a mapping"),
        ({"data": io.StringIO("x")}, TypeError, "^data is a file of text: open it in binary mode"),
        ({"data": 7}, TypeError, "^data must be bytes, a str, a file .* not int$"),
        ({"data": "\ud800"}, nango.InvalidArgumentError, "^data contains a lone surrogate"),
        ({"data": b"", "json": []}, nango.InvalidArgumentError, "^data and json are both given"),
        ({"json": float("nan")}, ValueError, "JSON"),
        ({"content_type": "text/plain"}, nango.InvalidArgumentError, "^content_type is given without a body"),
        ({"params": ["a"]}, TypeError, "^params must be a mapping, pairs of a name and a value, or a query such as"),
        ({"params": 7}, TypeError, "^params must be a mapping, pairs of"),
        (
            {"params": {"a": object()}},
            TypeError,
            "^value in params must be a str, bytes, int, .* of those, not object$",
        ),
        ({"params": {("a",): "a"}}, TypeError, "^name in params must be a str, bytes, int, float or bool, not tuple$"),
        ({"params": {"a": b"\xff"}}, nango.InvalidArgumentError, "^value in params is bytes that are not UTF-8"),
        ({"params": b"\xff"}, nango.InvalidArgumentError, "^params is bytes that are not UTF-8"),
        ({"params": "a=%FF"}, nango.InvalidArgumentError, "^params is a query that is not UTF-8 once it is decoded"),
        ({"headers": ["x"]}, TypeError, "^headers must be a mapping, or pairs"),
        ({"headers": {"x": "a\0b"}}, nango.InvalidArgumentError, "^header value contains U"),
        ({"headers": {"Host": "x"}}, nango.InvalidArgumentError, "^header host is reserved"),
        ({"retries": -1}, nango.InvalidArgumentError, "^retries must be 0 or more"),
        ({"retry_on": [404.5]}, TypeError, "^retry_on must be an int"),
        ({"retry_on": [2**40]}, nango.InvalidArgumentError, "^retry_on contains"),
        ({"decompress": 1}, TypeError, "^decompress must be a bool"),
        ({"forward_headers_on_redirect": 1}, TypeError, "^forward_headers_on_redirect must be a bool"),
        ({"nango_parses_body": 1}, TypeError, "^nango_parses_body must be a bool"),
        ({"timeout": -1}, nango.InvalidArgumentError, "^timeout must be 0 or more seconds"),
        ({"idle_timeout": "1"}, TypeError, "^idle_timeout must be a number of seconds"),
        ({"base_url_override": "x"}, nango.InvalidArgumentError, "^base_url_override is not an http or https URL"),
    ],
    ids=repr,
)
def test_what_cannot_be_sent_is_refused(
    client: nango.Client, server: Server, arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        client.proxy(*IDS, "POST", "/", **arguments)
    assert server.requests == []


@pytest.mark.parametrize("number", range(4))
def test_texts_are_checked(client: nango.Client, server: Server, number: int) -> None:
    name = ("connection_id", "provider_config_key", "method", "endpoint")[number]
    for wrong, error in ((None, TypeError), (b"GET", TypeError), ("a\0b", nango.InvalidArgumentError)):
        arguments: list[Any] = [*IDS, "GET", "/"]
        arguments[number] = wrong
        with pytest.raises(error, match=f"^{name} "):
            client.proxy(*arguments)
    assert server.requests == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 424, 429, 500, 503])
def test_a_status_of_the_external_api_is_no_error(client: nango.Client, server: Server, status: int) -> None:
    server.gives('{"error":"of the external API"}', status)
    response = client.proxy(*IDS, "GET", "/")
    assert (response.status_code, response.ok) == (status, False)
    assert response.json() == {"error": "of the external API"}


def test_a_failure_of_nango_is_an_error(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        with pytest.raises(nango.UnknownIntegrationError):
            client.proxy("customer-oauth2", "unheard-of", "GET", "/")
        with pytest.raises(nango.NangoError) as caught:
            client.proxy("unheard-of", "github", "GET", "/")
    assert caught.value.http_status == 400
    with nango.Client(SECRET_KEY, base_url=nango_emulator.base_url) as client:
        with pytest.raises(nango.AuthenticationError):
            client.proxy("customer-oauth2", "github", "GET", "/")


def test_calls_log(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(1, "nango")
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=nango.TRACE) as client:
        client.proxy(*IDS, "POST", "/v1/invented-path", data=iter([b"invented-body"]), params={"q": "invented"}).json()
    messages = [record.getMessage() for record in caplog.records if record.name == "nango"]
    assert messages
    assert not [line for line in messages if "invented" in line]
