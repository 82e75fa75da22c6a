"""Arguments that the package rejects before anything reaches the library, and those that the library rejects."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango import _arguments
from server import document, refusal

if TYPE_CHECKING:
    from server import Server

URL = "http://127.0.0.1:1"
INT64_MAX = 2**63 - 1

TEXTS: list[dict[str, Any]] = [
    {"secret_key": "%s"},
    {"base_url": "%s"},
    {"user_agent": "%s"},
    {"headers": {"%s": "value"}},
    {"headers": {"x-name": "%s"}},
    {"headers": [("x-name", "%s")]},
]


def settings(template: dict[str, Any], bad: object) -> tuple[str, dict[str, Any]]:
    """Settings with one bad text, and how the error names it."""

    def fill(value: Any) -> Any:
        return bad if value == "%s" else value

    ((name, value),) = template.items()
    if name != "headers":
        return name, {"secret_key": SECRET_KEY, name: bad}
    pairs = [(fill(a), fill(b)) for a, b in (value.items() if isinstance(value, dict) else value)]
    return f"header {'name' if bad in pairs[0][:1] else 'value'}", {"secret_key": SECRET_KEY, "headers": pairs}


@pytest.mark.parametrize("template", TEXTS, ids=str)
@pytest.mark.parametrize("bad", ["before\0after", "lone\ud800surrogate"], ids=["nul", "surrogate"])
def test_a_text_that_c_cannot_take_is_refused_by_name(template: dict[str, Any], bad: str) -> None:
    name, arguments = settings(template, bad)
    with pytest.raises(nango.InvalidArgumentError, match=f"^{name} contains") as caught:
        nango.Client(**arguments)
    assert caught.value.attempts == 0
    assert "before" not in str(caught.value)


@pytest.mark.parametrize("template", TEXTS, ids=str)
@pytest.mark.parametrize("bad", [7, b"bytes"], ids=["int", "bytes"])
def test_another_type_than_str_is_refused_by_name(template: dict[str, Any], bad: object) -> None:
    name, arguments = settings(template, bad)
    with pytest.raises(TypeError, match=f"^{name} must be a str, not {type(bad).__name__}$"):
        nango.Client(**arguments)


@pytest.mark.parametrize("argument", ["connection_id", "provider_config_key"])
@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("customer-1\0", nango.InvalidArgumentError),
        ("\udfff", nango.InvalidArgumentError),
        ("", nango.InvalidArgumentError),
        (None, TypeError),
        (1, TypeError),
        (b"customer-1", TypeError),
    ],
)
def test_bad_ids_are_refused_and_nothing_is_sent(
    client: nango.Client, server: Server, argument: str, bad: Any, error: type[Exception]
) -> None:
    arguments = {"connection_id": "customer-1", "provider_config_key": "github", argument: bad}
    with pytest.raises(error, match=f"^{argument} "):
        client.get_connection(**arguments)
    assert server.requests == []


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"timeout": -0.001}, nango.InvalidArgumentError, "^timeout must be 0 or more seconds$"),
        ({"timeout": math.nan}, nango.InvalidArgumentError, "^timeout must be"),
        ({"timeout": -math.inf}, nango.InvalidArgumentError, "^timeout must be"),
        ({"timeout": "5"}, TypeError, "^timeout must be a number of seconds or None, not str$"),
        ({"timeout": True}, TypeError, "^timeout must be"),
        ({"connect_timeout": -1}, nango.InvalidArgumentError, "^connect_timeout must be"),
        ({"connect_timeout": object()}, TypeError, "^connect_timeout must be"),
        ({"max_response_bytes": -1}, nango.InvalidArgumentError, "^max_response_bytes must be 0 or more bytes$"),
        ({"max_response_bytes": 1.5}, TypeError, "^max_response_bytes must be an int or None, not float$"),
        ({"max_response_bytes": True}, TypeError, "^max_response_bytes must be"),
        ({"allow_plaintext_http": 1}, TypeError, "^allow_plaintext_http must be a bool, not int$"),
        ({"route": 1}, TypeError, "^route must be a nango.Route, not int$"),
        ({"headers": "x-name"}, TypeError, "^headers must be a mapping, or pairs"),
        ({"headers": [("x-name", "a", "b")]}, TypeError, "^headers must be"),
        ({"secret_key": ""}, nango.InvalidArgumentError, "^secret_key is empty"),
        ({"secret_key": "key\n"}, nango.InvalidArgumentError, "^secret_key ends with a newline"),
        ({"base_url": "http://nango.example"}, nango.InvalidArgumentError, "^base_url"),
        ({"headers": {"Authorization": "x"}}, nango.InvalidArgumentError, "^header authorization is reserved"),
        ({"user_agent": "näh"}, nango.InvalidArgumentError, "^user_agent"),
    ],
)
def test_bad_settings_are_refused_by_name(wrong: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        nango.Client(**{"secret_key": SECRET_KEY, "base_url": URL, **wrong})


@pytest.mark.parametrize("flag", ["force_refresh", "refresh_token", "refresh_github_app_jwt_token"])
@pytest.mark.parametrize("bad", ["false", 1, None])
def test_a_flag_is_a_bool(client: nango.Client, server: Server, flag: str, bad: Any) -> None:
    arguments: dict[str, Any] = {flag: bad}
    with pytest.raises(TypeError, match=f"^{flag} must be a bool"):
        client.get_connection("customer-1", "github", **arguments)
    assert server.requests == []


def test_a_bad_timeout_of_a_call_is_refused(client: nango.Client) -> None:
    with pytest.raises(nango.InvalidArgumentError, match="^timeout must be"):
        client.get_connection("customer-1", "github", timeout=-1)


@pytest.mark.parametrize(
    ("seconds", "milliseconds"),
    [
        (0, 0),
        (1e-9, 1),
        (0.0011, 2),
        (0.001, 1),
        (30, 30000),
        (2.5, 2500),
        (math.inf, INT64_MAX),
        (1e300, INT64_MAX),
        (10**400, INT64_MAX),
        (2**62, INT64_MAX),
    ],
)
def test_seconds_become_milliseconds(seconds: float, milliseconds: int) -> None:
    assert _arguments.milliseconds("timeout", seconds) == milliseconds


def test_a_huge_size_is_the_largest_that_c_knows() -> None:
    assert _arguments.size("max_response_bytes", 10**30) == INT64_MAX


def test_settings_reach_the_wire(server: Server) -> None:
    with nango.Client(
        SECRET_KEY,
        base_url=server.url + "/prefix",
        route=nango.Route.CONNECTIONS,
        user_agent="example/1.0",
        headers=[("x-gateway", "abc"), ("x-other", "def")],
        timeout=math.inf,
        connect_timeout=5,
        max_response_bytes=10**30,
        allow_plaintext_http=False,
    ) as client:
        client.get_connection(
            "a/b ü",
            "github",
            force_refresh=True,
            refresh_token=True,
            refresh_github_app_jwt_token=True,
            timeout=math.inf,
        )
    (request,) = server.requests
    path, _, query = request.target.partition("?")
    assert path == "/prefix/connections/a%2Fb%20%C3%BC"
    assert set(query.split("&")) == {
        "provider_config_key=github",
        "force_refresh=true",
        "refresh_token=true",
        "refresh_github_app_jwt_token=true",
    }
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert request.headers["user-agent"] == f"example/1.0 libnango/{nango.__version__}"
    assert (request.headers["x-gateway"], request.headers["x-other"]) == ("abc", "def")


def test_without_options_nothing_is_asked_beyond_the_connection(client: nango.Client, server: Server) -> None:
    client.get_connection("customer-1", "github")
    (request,) = server.requests
    assert request.target == "/connection/customer-1?provider_config_key=github"


def test_headers_may_be_a_mapping(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, headers={"x-gateway": "abc"}) as client:
        client.get_connection("customer-1", "github")
    assert server.requests[0].headers["x-gateway"] == "abc"


def test_the_largest_answer_is_what_the_client_says(server: Server) -> None:
    server.gives(document(metadata={"filler": "x" * 1000}))
    with nango.Client(SECRET_KEY, base_url=server.url, max_response_bytes=1000) as client:
        with pytest.raises(nango.TooLargeError):
            client.get_connection("customer-1", "github")


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"max_retries": -1}, nango.InvalidArgumentError, "^max_retries must be 0 or more$"),
        ({"max_retries": 1.0}, TypeError, "^max_retries must be an int or None, not float$"),
        ({"max_retries": True}, TypeError, "^max_retries must be"),
        ({"http_proxy": b"http://proxy.example"}, TypeError, "^http_proxy must be a str, not bytes$"),
        ({"http_proxy": "ftp://proxy.example"}, nango.InvalidArgumentError, "^http_proxy"),
        ({"http_proxy": "http://proxy.example\0"}, nango.InvalidArgumentError, "^http_proxy contains"),
        ({"ca_file": b"ca.pem"}, TypeError, "^ca_file must be a str or a path, not bytes$"),
        ({"ca_file": "ca\0.pem"}, nango.InvalidArgumentError, "^ca_file contains"),
        ({"ca_file": Path("missing.pem"), "base_url": "https://127.0.0.1:1"}, nango.InvalidArgumentError, "^ca_file"),
    ],
)
def test_bad_settings_of_the_way_are_refused_by_name(
    wrong: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        nango.Client(**{"secret_key": SECRET_KEY, "base_url": URL, **wrong})


@pytest.mark.parametrize(("retries", "attempts"), [(None, 3), (0, 1), (1, 2)])
def test_how_often_a_call_is_tried(server: Server, retries: int | None, attempts: int) -> None:
    server.gives(refusal("server_error"), 503, retry_after="0")
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=retries) as client:
        with pytest.raises(nango.ServerError) as caught:
            client.get_connection("customer-1", "github")
    assert caught.value.attempts == attempts == len(server.requests)


def test_more_retries_than_c_can_count() -> None:
    assert _arguments.count("max_retries", 2**70) == 2**31 - 1


@pytest.mark.parametrize("named", ["setting", "environment"])
def test_a_proxy_is_gone_through(server: Server, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the setting or the environment; the server acts as one, and rejects the tunnel."""
    settings: dict[str, Any] = {"base_url": "https://nango.example", "max_retries": 0}
    if named == "setting":
        settings["http_proxy"] = server.url
        monkeypatch.setenv("https_proxy", URL)
    else:
        monkeypatch.setenv("https_proxy", server.url)
    with nango.Client(SECRET_KEY, **settings) as client:
        with pytest.raises(nango.ProxyError) as caught:
            client.get_connection("customer-1", "github")
    assert caught.value.kind is nango.ErrorKind.HTTP_PROXY
    assert isinstance(caught.value, nango.ConnectionError)


def test_no_proxy_is_gone_through_where_none_is_wanted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", URL)
    with nango.Client(SECRET_KEY, base_url=server.url, http_proxy="") as client:
        assert client.get_connection("customer-1", "github").token == "invented-access-token"
