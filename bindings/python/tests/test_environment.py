"""Settings that are not passed come from the environment, unless that is disabled."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Callable

import pytest

import nango
from conftest import SECRET_KEY, VARIABLES
from program import output

if TYPE_CHECKING:
    from nango.testing import Emulator
    from server import Server

OTHER_KEY = "00000000-0000-4000-8000-00000000beef"
#: What each variable would spoil a client with.
WRONG = {
    "NANGO_SECRET_KEY": "not\na key",
    "NANGO_API_KEY": OTHER_KEY,
    "NANGO_BASE_URL": "ftp://nango.example",
    "NANGO_HOSTPORT": "ftp://nango.example",
    "NANGO_ALLOW_PLAINTEXT_HTTP": "neither yes nor no",
    "http_proxy": "ftp://proxy.example",
    "https_proxy": "ftp://proxy.example",
    "all_proxy": "ftp://proxy.example",
    "SSL_CERT_FILE": "/nowhere/certificates.pem",
    "SSL_CERT_DIR": "/nowhere",
}


def get(client: nango.Client) -> None:
    with client:
        client.get_connection("customer-1", "github")


def get_in_asyncio(client: nango.AsyncClient) -> None:
    async def call() -> None:
        async with client:
            await client.get_connection("customer-1", "github")

    asyncio.run(call())


CLIENTS = pytest.mark.parametrize(
    ("cls", "call"), [(nango.Client, get), (nango.AsyncClient, get_in_asyncio)], ids=["Client", "AsyncClient"]
)


@CLIENTS
@pytest.mark.parametrize(
    ("key_variable", "url_variable"), [("NANGO_SECRET_KEY", "NANGO_BASE_URL"), ("NANGO_API_KEY", "NANGO_HOSTPORT")]
)
@pytest.mark.parametrize("passed", [{}, {"secret_key"}, {"base_url"}, {"secret_key", "base_url"}], ids=sorted)
def test_each_setting_is_filled_by_itself(
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    cls: Any,
    call: Callable[[Any], None],
    key_variable: str,
    url_variable: str,
    passed: set[str],
) -> None:
    settings = {"secret_key": SECRET_KEY, "base_url": server.url}
    monkeypatch.setenv(key_variable, OTHER_KEY if "secret_key" in passed else SECRET_KEY)
    monkeypatch.setenv(url_variable, "http://127.0.0.1:1" if "base_url" in passed else server.url)
    call(cls(**{name: settings[name] for name in passed}))
    assert server.requests[0].headers["authorization"] == f"Bearer {SECRET_KEY}"


def test_the_permission_for_plain_http_is_filled_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(nango.InvalidArgumentError, match="^base_url"):
        nango.Client(SECRET_KEY, base_url="http://nango.example")
    monkeypatch.setenv("NANGO_ALLOW_PLAINTEXT_HTTP", "1")
    nango.Client(SECRET_KEY, base_url="http://nango.example").close()
    with pytest.raises(nango.InvalidArgumentError, match="^base_url"):
        nango.Client(SECRET_KEY, base_url="http://nango.example", allow_plaintext_http=False)


def test_two_keys_that_differ_are_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NANGO_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("NANGO_API_KEY", SECRET_KEY)
    nango.Client().close()
    monkeypatch.setenv("NANGO_API_KEY", OTHER_KEY)
    with pytest.raises(nango.InvalidArgumentError, match="NANGO_SECRET_KEY and NANGO_API_KEY hold different") as caught:
        nango.Client()
    assert SECRET_KEY not in str(caught.value)
    assert OTHER_KEY not in str(caught.value)
    get(nango.Client(SECRET_KEY, base_url=server.url))


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
@CLIENTS
def test_nothing_of_the_environment_is_read_where_that_is_not_wanted(
    server: Server, monkeypatch: pytest.MonkeyPatch, cls: Any, call: Callable[[Any], None]
) -> None:
    assert set(VARIABLES) < set(WRONG)
    for name, value in WRONG.items():
        monkeypatch.setenv(name, value)
    call(cls(SECRET_KEY, base_url=server.url, read_env=False))
    assert server.requests[0].headers["authorization"] == f"Bearer {SECRET_KEY}"
    with pytest.raises(nango.InvalidArgumentError, match="^secret_key is missing: pass it, since this client does"):
        cls(base_url=server.url, read_env=False)
    cls(SECRET_KEY, read_env=False)  # for Nango Cloud, by https


# Missing: a key that cannot be used in NANGO_API_KEY; http_proxy, not used for https; certificates: tests/tls.rs.
@pytest.mark.parametrize(
    "name", sorted(WRONG.keys() - {"NANGO_API_KEY", "http_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"})
)
def test_each_of_these_variables_is_read_otherwise(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, WRONG[name])
    with pytest.raises(nango.InvalidArgumentError):
        nango.Client(None if name == "NANGO_SECRET_KEY" else SECRET_KEY)


def test_a_switch_that_is_no_bool_is_refused() -> None:
    wrong: Any = "no"
    with pytest.raises(TypeError, match="^read_env must be a bool, not str$"):
        nango.Client(SECRET_KEY, read_env=wrong)


def test_a_missing_key_is_told_in_terms_of_python() -> None:
    with pytest.raises(nango.InvalidArgumentError) as caught:
        nango.Client()
    for name in ("secret_key", "NANGO_SECRET_KEY", "NANGO_API_KEY"):
        assert name in str(caught.value)
    assert not re.search(r"load|nango_|option", str(caught.value))


def test_clients_of_the_emulator_are_not_disturbed(nango_emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WRONG.items():
        monkeypatch.setenv(name, value)
    with nango_emulator.client() as client:
        assert client.get_connection("customer-oauth2", "github").token == "gho_invented_demo_token"

    async def token() -> str | None:
        async with nango_emulator.async_client() as client:
            return (await client.get_connection("customer-oauth2", "github")).token

    assert asyncio.run(token()) == "gho_invented_demo_token"


def test_a_program_for_the_emulator_is_not_disturbed_either(nango_emulator: Emulator) -> None:
    """By the variables that its environment may have already."""
    code = "import nango; c = nango.Client(); print(c.get_connection('customer-oauth2', 'github').auth_mode); c.close()"
    inherited = {"NANGO_API_KEY": OTHER_KEY, "NANGO_HOSTPORT": "http://127.0.0.1:1"}
    assert output(code, **{**inherited, **nango_emulator.environment}) == "OAUTH2\n"
