"""The credentials that the external API gets through an adapter: the customer's, unless configured otherwise."""

from __future__ import annotations

import base64
import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable, Literal
from unittest import mock

import httpx
import pytest
import requests
from requests.auth import HTTPDigestAuth

import nango
from nango.adapters._credentials import CREDENTIAL_HEADERS
from nango.adapters.httpx import AsyncProxyTransport, ProxyTransport
from nango.adapters.requests import ProxyAdapter
from server import Answer, Request, Server
from test_async import client_of, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nango.testing import Emulator

    Authorization = Literal["refuse", "drop", "send"]

OAUTH2 = ("customer-oauth2", "github")
CUSTOMERS = "Bearer gho_invented_demo_token"
API = "https://api.example.com"
WITH_USER = "https://me:hunter2@api.example.com"
OWN = "Bearer invented-placeholder"
#: Headers as SDKs spell them that put their key there: Nango's list of external APIs has credentials in the same.
SDKS = [
    "authorization",
    "X-API-KEY",
    "xi-api-key",
    "apiKey",
    "api_token",
    "Api-Token",
    "DD-API-KEY",
    "X-Algolia-API-Key",
    "X-RapidAPI-Key",
    "X-N8N-API-KEY",
    "Access-Token",
    "x-amz-access-token",
    "developer-token",
    "PRIVATE-TOKEN",
    "X-Tableau-Auth",
    "X-TrackerToken",
    "WM_SEC.ACCESS_TOKEN",
]
#: The secrets that must not appear anywhere.
PASSWORD = "hunter2"
#: A host, user and password that older Pythons cannot read in a netrc file.
NOT_ASCII = [("bücher.example", "us", f"{PASSWORD}-3")] if sys.version_info >= (3, 11) else []


def basic(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()


@contextmanager
def session_of(client: nango.Client, **settings: Any) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *OAUTH2, **settings))
        yield session


def with_requests(emulator: Emulator, url: str, authorization: Authorization, **options: Any) -> Any:
    with emulator.client() as client, session_of(client, authorization=authorization) as session:
        return session.get(url, **options).json()


def with_httpx(emulator: Emulator, url: str, authorization: Authorization, **options: Any) -> Any:
    with emulator.client() as client:
        with httpx.Client(transport=ProxyTransport(client, *OAUTH2, authorization=authorization)) as api:
            return api.get(url, **options).json()


def with_asyncio(emulator: Emulator, url: str, authorization: Authorization, **options: Any) -> Any:
    async def main() -> Any:
        async with emulator.async_client() as client:
            transport = AsyncProxyTransport(client, *OAUTH2, authorization=authorization)
            async with httpx.AsyncClient(transport=transport) as api:
                return (await api.get(url, **options)).json()

    return run(main())


Get = Callable[..., Any]
every_client = pytest.mark.parametrize("get", [with_requests, with_httpx, with_asyncio])
every_setting = pytest.mark.parametrize("authorization", ["refuse", "drop", "send"])


@pytest.fixture
def own_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "netrc"
    machines = [("api.example.com", "me", PASSWORD), ("other.example", "you", f"{PASSWORD}-2"), *NOT_ASCII]
    path.write_text("\n".join(f"machine {host} login {user} password {word}" for host, user, word in machines), "utf-8")
    monkeypatch.setenv("NETRC", str(path))
    return path


def nothing_was_sent(emulator: Emulator) -> bool:
    return emulator.requests() == []


def all_that_was_sent(server: Server) -> str:
    """Everything that Nango got, with base64 decoded."""
    assert server.requests
    text = json.dumps([[request.target, request.headers] for request in server.requests])
    for pair in (("me", PASSWORD), ("you", f"{PASSWORD}-2"), ("us", f"{PASSWORD}-3")):
        text = text.replace(basic(*pair), ":".join(pair))
    return text


@every_client
@every_setting
def test_user_information_in_the_url_is_not_sent(nango_emulator: Emulator, get: Get, authorization: str) -> None:
    assert get(nango_emulator, f"{WITH_USER}/x?a=b", authorization)["headers"]["authorization"] == CUSTOMERS
    assert get(nango_emulator, f"{WITH_USER}/auth", authorization) == {"authenticated": True, "mode": "OAUTH2"}
    for escaped in ("m%C3%A9:hunter%202", "me%40example.com:h%3Ax", "only-a-user", ":only-a-password"):
        url = f"https://{escaped}@api.example.com/x"
        assert get(nango_emulator, url, authorization)["headers"]["authorization"] == CUSTOMERS


@every_setting
def test_a_netrc_file_is_not_sent(nango_emulator: Emulator, own_netrc: Path, authorization: Authorization) -> None:
    hosts = ("api.example.com", "api.example.com:8443", "me:other@api.example.com", *(host for host, *_ in NOT_ASCII))
    for host in hosts:
        with requests.Session() as plain:  # which shows that requests does add something
            prepared = plain.prepare_request(requests.Request("GET", f"https://{host}/x"))
        assert "Authorization" in prepared.headers
        seen = with_requests(nango_emulator, f"https://{host}/x", authorization)
        assert seen["headers"]["authorization"] == CUSTOMERS
    own_netrc.write_text(f"default login anybody password {PASSWORD}", encoding="utf-8")
    seen = with_requests(nango_emulator, "https://unheard-of.example/x", authorization)
    assert seen["headers"]["authorization"] == CUSTOMERS


def test_a_netrc_file_in_the_home_directory(
    nango_emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETRC", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "_netrc").write_text(f"machine api.example.com account me password {PASSWORD}", encoding="utf-8")
    assert with_requests(nango_emulator, f"{API}/x", "refuse")["headers"]["authorization"] == CUSTOMERS


@pytest.mark.parametrize("content", ["machine", "machine a login", None])
def test_a_netrc_file_that_requests_cannot_read(nango_emulator: Emulator, own_netrc: Path, content: str | None) -> None:
    own_netrc.unlink()
    if content is not None:
        own_netrc.write_text(content, encoding="utf-8")
    assert with_requests(nango_emulator, f"{WITH_USER}/x", "refuse")["headers"]["authorization"] == CUSTOMERS
    with pytest.raises(nango.InvalidArgumentError, match="^the request has a header Authorization"):
        with_requests(nango_emulator, f"{API}/x", "refuse", auth=("me", PASSWORD))


def test_httpx_adds_nothing_of_a_netrc_file_by_itself(nango_emulator: Emulator, own_netrc: Path) -> None:
    for get in (with_httpx, with_asyncio):
        assert get(nango_emulator, f"{API}/x", "refuse")["headers"]["authorization"] == CUSTOMERS
        with pytest.raises(nango.InvalidArgumentError):
            get(nango_emulator, f"{API}/x", "refuse", auth=httpx.NetRCAuth(str(own_netrc)))


def test_a_session_that_trusts_no_environment(nango_emulator: Emulator, own_netrc: Path) -> None:
    assert own_netrc.exists()
    with nango_emulator.client() as client:
        for authorization, sent in (("drop", CUSTOMERS), ("send", OWN)):
            with session_of(client, authorization=authorization) as session:
                session.trust_env = False
                seen = session.get(f"{API}/x", headers={"Authorization": OWN}).json()
                assert seen["headers"]["authorization"] == sent


@every_client
def test_credentials_are_refused_before_anything_is_sent(nango_emulator: Emulator, get: Get) -> None:
    for name in [*SDKS, *(spelled(name) for name in CREDENTIAL_HEADERS for spelled in (str.upper, str.title))]:
        with pytest.raises(nango.InvalidArgumentError) as caught:
            get(nango_emulator, f"{API}/x", "refuse", headers={name: OWN})
        assert str(caught.value) == (
            f"the request has a header {name}, which may replace the customer's credentials: remove it, or make "
            'the adapter with authorization="drop" to leave it out (for a library that insists on a key) or with '
            'authorization="send" to authenticate with it instead'
        )
    assert nothing_was_sent(nango_emulator)


@every_client
def test_credentials_are_dropped_or_sent(nango_emulator: Emulator, get: Get) -> None:
    customers = {"authorization": CUSTOMERS}
    for spelled in [*SDKS, *map(str.title, CREDENTIAL_HEADERS)]:
        name = spelled.lower()
        dropped = get(nango_emulator, f"{API}/x", "drop", headers={spelled: OWN, "X-Other": "1"})["headers"]
        assert dropped.get(name) == customers.get(name)
        sent = get(nango_emulator, f"{API}/x", "send", headers={spelled: OWN, "X-Other": "1"})["headers"]
        assert sent[name] == OWN
        assert dropped["x-other"] == sent["x-other"] == "1"


@every_client
def test_auth_of_a_call(nango_emulator: Emulator, get: Get) -> None:
    pair = ("invented", "placeholder")
    with pytest.raises(nango.InvalidArgumentError, match="^the request has a header Authorization,"):
        get(nango_emulator, f"{API}/x", "refuse", auth=pair)
    with pytest.raises(nango.InvalidArgumentError, match="^the request has a header Authorization,"):
        get(nango_emulator, f"{WITH_USER}/x", "refuse", auth=pair)
    assert nothing_was_sent(nango_emulator)
    assert get(nango_emulator, f"{API}/x", "drop", auth=pair)["headers"]["authorization"] == CUSTOMERS
    assert get(nango_emulator, f"{WITH_USER}/x", "send", auth=pair)["headers"]["authorization"] == basic(*pair)


def test_auth_of_a_session(nango_emulator: Emulator) -> None:
    pair = ("invented", "placeholder")
    with nango_emulator.client() as client:
        with session_of(client) as session:
            session.auth = pair
            with pytest.raises(nango.InvalidArgumentError):
                session.get(f"{API}/x")
        with httpx.Client(transport=ProxyTransport(client, *OAUTH2), auth=pair) as api:
            with pytest.raises(nango.InvalidArgumentError):
                api.get(f"{API}/x")
    assert nothing_was_sent(nango_emulator)


def test_a_header_in_bytes(nango_emulator: Emulator) -> None:
    def auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
        headers: Any = request.headers
        headers[b"Authorization"] = OWN.encode()  # as requests-oauthlib does
        return request

    with pytest.raises(nango.InvalidArgumentError):
        with_requests(nango_emulator, f"{API}/x", "refuse", auth=auth)
    assert nothing_was_sent(nango_emulator)
    assert with_requests(nango_emulator, f"{API}/x", "drop", auth=auth)["headers"]["authorization"] == CUSTOMERS
    assert with_requests(nango_emulator, f"{API}/x", "send", auth=auth)["headers"]["authorization"] == OWN


def test_an_answer_to_a_challenge_is_refused(server: Server) -> None:
    challenge: dict[str, str | list[str]] = {"www-authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
    server.answer = lambda _request: Answer("", 401, challenge)
    with client_of_nango(server) as client:
        with session_of(client) as session, pytest.raises(nango.InvalidArgumentError):
            session.get(f"{API}/", auth=HTTPDigestAuth("me", PASSWORD))
        with httpx.Client(transport=ProxyTransport(client, *OAUTH2)) as api, pytest.raises(nango.InvalidArgumentError):
            api.get(f"{API}/", auth=httpx.DigestAuth("me", PASSWORD))
    assert ["nango-proxy-authorization" in request.headers for request in server.requests] == [False, False]


@every_client
@every_setting
def test_proxy_authorization_is_not_sent(nango_emulator: Emulator, get: Get, authorization: str) -> None:
    seen = get(nango_emulator, f"{API}/x", authorization, headers={"Proxy-AUTHORIZATION": OWN})["headers"]
    assert "proxy-authorization" not in seen
    assert seen["authorization"] == CUSTOMERS


@every_client
def test_the_query_is_sent_as_written(nango_emulator: Emulator, get: Get) -> None:
    assert get(nango_emulator, f"{API}/x?key=invented", "refuse")["query"] == "?key=invented"


def client_of_nango(server: Server) -> nango.Client:
    return nango.Client("00000000-0000-4000-8000-00000000c0de", base_url=server.url, max_retries=0)


def redirects_to(*locations: str) -> Callable[[Request], Answer]:
    left = list(locations)

    def answer(_request: Request) -> Answer:
        return Answer("", 302, {"location": left.pop(0)}) if left else Answer("{}")

    return answer


@every_setting
def test_redirects_with_requests(server: Server, own_netrc: Path, authorization: Authorization) -> None:
    assert own_netrc.exists()
    server.answer = redirects_to("/next", "https://other.example/", "https://new:x@api.example.com/", API)
    proxies = {"https": f"http://me:{PASSWORD}@proxy.example"}
    with client_of_nango(server) as client, session_of(client, authorization=authorization) as session:
        assert session.get(f"{WITH_USER}/", proxies=proxies).ok
    assert len(server.requests) == 5
    assert PASSWORD not in all_that_was_sent(server)
    assert not [name for request in server.requests for name in request.headers if name.endswith("-authorization")]


@every_setting
def test_redirects_of_user_information_alone(server: Server, authorization: Authorization) -> None:
    async def in_asyncio() -> None:
        async with client_of(server) as client:
            transport = AsyncProxyTransport(client, *OAUTH2, authorization=authorization)
            async with httpx.AsyncClient(transport=transport, follow_redirects=True) as api:
                server.answer = redirects_to("/next", "https://other.example/", "https://new:x@api.example.com/")
                assert (await api.get(f"{WITH_USER}/")).is_success

    with client_of_nango(server) as client:
        with session_of(client, authorization=authorization) as session:
            server.answer = redirects_to("/next", "https://other.example/", "https://new:x@api.example.com/")
            assert session.get(f"{WITH_USER}/").ok
        transport = ProxyTransport(client, *OAUTH2, authorization=authorization)
        with httpx.Client(transport=transport, follow_redirects=True) as api:
            server.answer = redirects_to("/next", "https://other.example/", "https://new:x@api.example.com/")
            assert api.get(f"{WITH_USER}/").is_success
    run(in_asyncio())
    assert len(server.requests) == 12
    assert not [request.headers for request in server.requests if "nango-proxy-authorization" in request.headers]


def test_user_information_is_no_part_of_the_host(server: Server) -> None:
    settings: Any = {"hosts_from_url": ["api.example.com", "api.example.com:8443"]}

    async def in_asyncio() -> None:
        async with client_of(server) as client:
            async with httpx.AsyncClient(transport=AsyncProxyTransport(client, *OAUTH2, **settings)) as api:
                await api.get(f"{WITH_USER}:8443/x?a=b")

    with client_of_nango(server) as client:
        with session_of(client, **settings) as session:
            session.get(f"{WITH_USER}/x?a=b")
            with pytest.raises(nango.InvalidArgumentError, match="^the URL's host is not in"):
                session.get("https://api.example.com:x@evil.example/")
        with httpx.Client(transport=ProxyTransport(client, *OAUTH2, **settings)) as api:
            api.get(f"{WITH_USER}/x?a=b")
            with pytest.raises(nango.InvalidArgumentError, match="^the URL's host is not in"):
                api.get("https://api.example.com:x@evil.example/")
    run(in_asyncio())
    assert [request.headers["base-url-override"] for request in server.requests] == [API, API, f"{API}:8443"]
    assert {request.target for request in server.requests} == {"/proxy/x?a=b"}
    assert PASSWORD not in all_that_was_sent(server)


def test_user_information_is_in_no_cookie_and_no_response(server: Server) -> None:
    server.answer = lambda _request: Answer("", 404, {"set-cookie": "a=1; Path=/"})
    with client_of_nango(server) as client:
        with session_of(client) as session:
            response = session.get(f"{WITH_USER}/x")
            assert (response.url, response.request.url) == (f"{API}/x", f"{API}/x")
            assert "Authorization" not in response.request.headers
            with pytest.raises(requests.HTTPError, match="/x$"):
                response.raise_for_status()
            assert [cookie.domain for cookie in (*session.cookies, *response.cookies)] == ["api.example.com"] * 2
            session.get(f"{API}/y")
        with httpx.Client(transport=ProxyTransport(client, *OAUTH2)) as api:
            answered = api.get(f"{WITH_USER}/x")
            assert (str(answered.url), str(answered.request.url)) == (f"{API}/x", f"{API}/x")
            assert "Authorization" not in answered.request.headers
            assert [cookie.domain for cookie in api.cookies.jar] == ["api.example.com"]
            api.get(f"{API}/y")
    assert [request.headers.get("nango-proxy-cookie") for request in server.requests] == [None, "a=1", None, "a=1"]


@pytest.mark.parametrize("wrong", ["", "Send", "Bearer invented", None, True])
def test_another_setting_is_refused(wrong: Any, client: nango.Client) -> None:
    for adapter in (ProxyAdapter, ProxyTransport, AsyncProxyTransport):
        make: Any = adapter
        of_kind = mock.Mock(spec=nango.AsyncClient) if adapter is AsyncProxyTransport else client
        with pytest.raises(nango.InvalidArgumentError) as caught:
            make(of_kind, *OAUTH2, authorization=wrong)
        assert str(caught.value) == (
            'authorization must be "refuse", "drop" or "send": it says what to do with credentials in the headers of a '
            "request, and is not a credential itself"
        )


def test_a_header_of_a_call_without_an_adapter_goes(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        response = client.proxy(*OAUTH2, "GET", "/x", headers={"Authorization": OWN})
        assert response.json()["headers"]["authorization"] == OWN
