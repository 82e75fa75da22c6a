"""An ordinary requests.Session that calls the external API through Nango."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING, Any

import pytest
import requests
import urllib3

import nango
from conftest import SECRET_KEY
from nango.adapters.requests import ProxyAdapter
from program import output
from server import Answer, Feed, Gate, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nango.testing import Emulator

IDS = ("customer-1", "github")
API = "https://api.example.com"
HOSTS = ["EU.api.example.com:8443"]


@pytest.fixture
def session(client: nango.Client) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *IDS))
        yield session


def test_a_call(session: requests.Session, server: Server) -> None:
    server.gives('{"name":"ü"}', x_one="1")
    response = session.get(f"{API}/v1/a%2Fb?x=%C3%A9", params={"y": "a b"}, headers={"X-Two": b"2"})
    assert (response.status_code, response.reason, response.ok) == (200, "OK", True)
    assert response.json() == {"name": "ü"}
    assert response.headers["X-One"] == "1"
    assert response.url == f"{API}/v1/a%2Fb?x=%C3%A9&y=a+b"
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/proxy/v1/a%2Fb?x=%C3%A9&y=a+b")
    assert request.headers["connection-id"] == "customer-1"
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert request.headers["nango-proxy-x-two"] == "2"
    assert request.headers["nango-proxy-accept"] == "*/*"
    for absent in ("base-url-override", "nango-proxy-host", "nango-proxy-connection", "content-type", "retries"):
        assert absent not in request.headers


@pytest.mark.parametrize(
    ("body", "sent", "framing", "content_type"),
    [
        ({"json": {"a": 1}}, b'{"a": 1}', "8", "application/json"),
        ({"data": {"a": "b c"}}, b"a=b+c", "5", "application/x-www-form-urlencoded"),
        ({"data": "text"}, b"text", "4", "text/plain; charset=utf-8"),
        ({"data": b"bytes", "headers": {"Content-Type": "image/png"}}, b"bytes", "5", "image/png"),
        ({"data": io.BytesIO(b"a file")}, b"a file", "6", "application/octet-stream"),
        ({"data": iter([b"some", b" parts"])}, b"some parts", None, "application/octet-stream"),
    ],
)
def test_bodies(
    session: requests.Session, server: Server, body: dict[str, Any], sent: bytes, framing: str | None, content_type: str
) -> None:
    session.post(f"{API}/", **body)
    (request,) = server.requests
    assert request.body == sent
    assert request.headers.get("content-length") == framing
    assert request.headers["content-type"] == "application/octet-stream"
    assert request.headers["nango-proxy-content-type"] == content_type


def test_nango_parses_a_body_if_it_is_to(client: nango.Client, server: Server) -> None:
    with requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, "customer-1", "github", nango_parses_body=True))
        session.post(f"{API}/", json={"a": 1})
    assert server.requests[0].headers["content-type"] == "application/json"


def test_redirects_get_the_headers_if_they_are_to(client: nango.Client, server: Server) -> None:
    for forwards, sent in ((True, "true"), (False, None)):
        adapter = ProxyAdapter(client, "customer-1", "github", forward_headers_on_redirect=forwards)
        with requests.Session() as session:
            session.mount("https://", adapter)
            session.get(f"{API}/")
        assert server.requests[-1].headers.get("forward-headers-on-redirect") == sent


def test_the_parts_of_a_form_stay_as_they_are(session: requests.Session, server: Server) -> None:
    session.post(f"{API}/", files={"file": ("a.bin", b"\xff\x00")})
    (request,) = server.requests
    assert request.headers["nango-proxy-content-type"].startswith("multipart/form-data; boundary=")
    assert b"\xff\x00" in request.body


def test_a_content_type_without_a_body(session: requests.Session, server: Server) -> None:
    session.headers["Content-Type"] = "application/json"
    assert session.get(f"{API}/").ok
    assert "content-type" not in server.requests[0].headers
    assert server.requests[0].headers["nango-proxy-content-type"] == "application/json"


def test_a_response_is_streamed(session: requests.Session, server: Server) -> None:
    feed = Feed(b"one\n")
    server.answer = lambda _request: Answer(parts=feed)
    with session.get(f"{API}/", stream=True) as response:
        parts = response.iter_content(4)
        assert next(parts) == b"one\n"
        feed.give(b"two\n")
        feed.end()
        assert b"".join(parts) == b"two\n"
    server.answer = lambda _request: Answer("one\ntwo\n")
    with session.get(f"{API}/", stream=True) as response:
        assert list(response.iter_lines()) == [b"one", b"two"]
    with session.get(f"{API}/", stream=True) as response:
        assert response.raw.read() == b"one\ntwo\n"


def test_a_compressed_response_is_unpacked(session: requests.Session, server: Server) -> None:
    server.answer = lambda _request: Answer(gzip.compress(b'{"packed":true}'), headers={"content-encoding": "gzip"})
    assert session.get(f"{API}/").json() == {"packed": True}
    server.answer = lambda _request: Answer("no gzip", headers={"content-encoding": "gzip"})
    with pytest.raises(requests.exceptions.ContentDecodingError):
        session.get(f"{API}/")


def test_an_older_urllib3(session: requests.Session, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(urllib3, "HTTPHeaderDict")  # which 1.26 does not have
    server.gives("{}", x_one="1")
    assert session.get(f"{API}/").headers["X-One"] == "1"


def test_cookies_are_kept(session: requests.Session, server: Server) -> None:
    server.answer = lambda _request: Answer("", headers={"set-cookie": ["a=1; Path=/", "b=2; Path=/"]})
    assert dict(session.get(f"{API}/").cookies) == {"a": "1", "b": "2"}
    session.get(f"{API}/")
    assert server.requests[1].headers["nango-proxy-cookie"] == "a=1; b=2"


def test_a_status_is_left_to_the_session(session: requests.Session, server: Server) -> None:
    server.gives("", 404)
    with pytest.raises(requests.HTTPError, match="^404 Client Error: Not Found for url"):
        session.get(f"{API}/").raise_for_status()
    server.gives("", 200)
    assert session.head(f"{API}/").content == b""


def test_a_host_may_be_sent(client: nango.Client, server: Server) -> None:
    with requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *IDS, hosts_from_url=HOSTS, retries=2, retry_on=iter([404])))
        session.get("https://invented:user@eu.api.example.com:8443/v1/items?x=1")
        for other in (
            "https://evil.example/v1",
            "https://eu.api.example.com/",
            "https://eu.api.example.com:8443@evil.example/",
        ):
            with pytest.raises(nango.InvalidArgumentError, match="^the URL's host is not in hosts_from_url"):
                session.get(other)
        with pytest.raises(TypeError, match="^hosts_from_url must be several hosts"):
            ProxyAdapter(client, *IDS, hosts_from_url="eu.api.example.com")
    (request,) = server.requests
    assert request.target == "/proxy/v1/items?x=1"
    assert request.headers["base-url-override"] == "https://eu.api.example.com:8443"
    assert (request.headers["retries"], request.headers["retry-on"]) == ("2", "404")


@pytest.mark.parametrize("timeout", [0.05, (None, 0.05), (0.02, 0.03), urllib3.Timeout(connect=0.02, read=0.03)])
def test_timeouts(session: requests.Session, server: Server, timeout: Any) -> None:
    gate = Gate()
    server.answer = gate
    with pytest.raises(requests.Timeout) as caught:
        session.get(f"{API}/", timeout=timeout)
    assert isinstance(caught.value.__cause__, nango.TimeoutError)
    assert "50 ms" in str(caught.value)
    gate.open()


def test_a_timeout_of_the_body(session: requests.Session, server: Server) -> None:
    feed = Feed(b"begun")
    server.answer = lambda _request: Answer(parts=feed)
    with pytest.raises(requests.Timeout, match="^no data for 50 ms") as caught:
        session.get(f"{API}/", timeout=(30, 0.05))
    assert isinstance(caught.value.__cause__, nango.TimeoutError)
    feed.end()


def test_what_goes_wrong_on_the_way(session: requests.Session, server: Server) -> None:
    server.answer = lambda _request: Answer("some", missing=3)
    with pytest.raises(requests.ConnectionError, match="the body is incomplete") as caught:
        session.get(f"{API}/")
    assert isinstance(caught.value.__cause__, nango.ConnectionError)
    assert caught.value.request is not None
    with session.get(f"{API}/", stream=True) as response, pytest.raises(urllib3.exceptions.ProtocolError):
        response.raw.read()


@pytest.mark.parametrize(
    ("setting", "error", "cause"),
    [
        ("base_url", requests.ConnectionError, nango.ConnectionError),
        ("http_proxy", requests.exceptions.ProxyError, nango.ProxyError),
    ],
)
def test_no_connection(
    server: Server, nobody: str, setting: str, error: type[Exception], cause: type[Exception]
) -> None:
    settings: dict[str, Any] = {"base_url": server.url, "max_retries": 0, setting: nobody}
    with nango.Client(SECRET_KEY, **settings) as client:
        with requests.Session() as session:
            session.mount("https://", ProxyAdapter(client, *IDS))
            with pytest.raises(error) as caught:
                session.get(f"{API}/")
    assert type(caught.value) is error
    assert type(caught.value.__cause__) is cause


def test_a_failure_of_nango_is_one_of_nango(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client, requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, "customer-oauth2", "unheard-of"))
        with pytest.raises(nango.UnknownIntegrationError):
            session.get(f"{API}/")


def test_closing_the_session_leaves_the_client(client: nango.Client) -> None:
    adapter = ProxyAdapter(client, *IDS)
    assert repr(adapter) == "<nango.adapters.requests.ProxyAdapter of 'customer-1', 'github'>"
    adapter.close()
    assert client.proxy(*IDS, "GET", "/").ok


def test_without_requests_the_import_says_what_to_do() -> None:
    program = """
import sys
sys.modules["requests"] = sys.modules["httpx"] = None
for name in ("requests", "httpx"):
    try:
        __import__(f"nango.adapters.{name}")
    except ImportError as error:
        print(error)
"""
    assert output(program).splitlines() == [
        f"nango.adapters.{name} needs {name}: pip install 'libnango[{name}]'" for name in ("requests", "httpx")
    ]
