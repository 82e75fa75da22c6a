"""Secrets that occur nowhere else go through everything, and come out of the accessors alone."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import pickle
import pprint
import socket
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

import nango
from server import Answer, Gate, document, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server import Request, Server

KEY = "canary-of-the-key"
TOKEN = "canary-of-the-token"
REFRESH_TOKEN = "canary-of-the-refresh-token"
GATEWAY = "canary-of-the-gateway"
PROXY = "canary-of-the-proxy"
SAID = "canary-of-what-the-server-said"
#: What all of them have in common.
CANARY = "canary-of-the-"

CREDENTIALS = {
    "type": "OAUTH2",
    "access_token": TOKEN,
    "refresh_token": REFRESH_TOKEN,
    "raw": {"access_token": TOKEN, "refresh_token": REFRESH_TOKEN},
}
#: The server's responses, by the kind of error that they lead to.
ANSWERS = {
    "UNAUTHORIZED": Answer(refusal("unknown_account", SAID), 401),
    "FORBIDDEN": Answer(refusal("forbidden", SAID), 403),
    "NOT_FOUND": Answer(refusal("not_found", SAID), 404),
    "UNKNOWN_INTEGRATION": Answer(refusal("unknown_provider_config", SAID), 400),
    "REFRESH_FAILED": Answer(refusal("invalid_credentials", SAID + TOKEN), 424),
    "RATE_LIMITED": Answer(refusal("too_many_request", SAID), 429, {"retry-after": "0"}),
    "API": Answer(refusal("invalid_query_params", SAID), 400),
    "SERVER": Answer(refusal("server_error", SAID + TOKEN), 503, {"retry-after": "0"}),
    "NOT_NANGO": Answer(f"<!doctype html><title>{SAID}{TOKEN}</title>", 404),
    "DECODE": Answer(document({**CREDENTIALS, "access_token": [TOKEN]})),
    "IO": Answer(document(CREDENTIALS), missing=1),
    "TOO_LARGE": Answer(document(CREDENTIALS, metadata={"filler": "x" * 5000})),
}
#: The same for settings and arguments.
SETTINGS: dict[str, dict[str, Any]] = {
    "TIMEOUT": {"timeout": 0},
    "RESOLVE": {"base_url": "https://nango.invalid"},
    "CONNECT": {"base_url": "closed"},
    "TLS": {"base_url": "tls"},
    "HTTP_PROXY": {"http_proxy": "proxy"},
    "INVALID_ARGUMENT": {"headers": {"x-gateway": f"{GATEWAY}\n"}},
}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(1)
    SUMMARIES.clear()
    return caplog


@contextmanager
def nobody_listens() -> Iterator[str]:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{reserved.getsockname()[1]}"


#: What the hooks of the clients of one test got.
SUMMARIES: list[nango.CallSummary] = []


def told(log: pytest.LogCaptureFixture) -> str:
    """All that was logged, with the attributes of the records, and what the hooks got."""
    facts = [str(vars(record)) for record in log.records if record.name == "nango"]
    assert len(SUMMARIES) == len([record for record in facts if "'nango_event': 'end'" in record])
    return "\n".join([log.text, *facts, *map(repr, SUMMARIES)])


def new_client(server: Server, **settings: Any) -> nango.Client:
    usual: dict[str, Any] = {
        "base_url": server.url,
        "max_retries": 1,
        "max_response_bytes": 5000,
        "headers": {"x-gateway": GATEWAY},
        "log_level": nango.TRACE,
        "on_call": SUMMARIES.append,
    }
    return nango.Client(KEY, **{**usual, **settings})


def shown(error: BaseException) -> str:
    """All that a program may print of an error without accessing its attributes."""
    texts = [str(error), repr(error), pprint.pformat(error), repr(error.args), f"{error}"]
    texts += traceback.format_exception(type(error), error, error.__traceback__)
    texts += traceback.TracebackException.from_exception(error, capture_locals=True).format()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        pickled = pickle.dumps(error, protocol)
        assert CANARY.encode() not in pickled
        texts.append(str(vars(pickle.loads(pickled))))
    logging.getLogger(__name__).exception("failed: %s %r", error, error, exc_info=error)
    return "\n".join(texts)


def failure(server: Server, **settings: Any) -> nango.NangoError:
    with pytest.raises(nango.NangoError) as caught:
        with new_client(server, **settings) as client:
            client.get_connection("customer-1", "github", refresh_token=True)
    return caught.value


def test_success(server: Server, log: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    server.gives(document(CREDENTIALS))
    with new_client(server) as client:
        connection = client.get_connection("customer-1", "github", refresh_token=True)
        texts = [f"{value} {value!r} {pprint.pformat(value)}" for value in (client, connection, connection.credentials)]
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert server.requests[0].headers["x-gateway"] == GATEWAY
    assert connection.token == TOKEN
    assert isinstance(connection.credentials, nango.OAuth2Credentials)
    assert connection.credentials.refresh_token == REFRESH_TOKEN
    assert len(log.records) == 4
    printed = capfd.readouterr()
    assert CANARY not in "".join([*texts, told(log), printed.out, printed.err])


#: Operations that take and give secrets: each as a function of a client, with Nango's response.
OPERATIONS: dict[str, tuple[Any, dict[str, Any]]] = {
    "session": (
        lambda client: client.connect_sessions.create(integrations_config_defaults={"github": {"user_scopes": TOKEN}}),
        {"data": {"token": TOKEN, "connect_link": f"https://nango.example/{TOKEN}", "newer": TOKEN}},
    ),
    "integration": (
        lambda client: client.integrations.create("github", "a", credentials={"client_secret": TOKEN}),
        {"data": {"unique_key": "a", "credentials": {"client_secret": TOKEN}}},
    ),
    "signing key": (
        lambda client: client.environment.rotate_webhook_signing_key(),
        {"data": {"webhook_signing_key": TOKEN}},
    ),
    "records": (
        lambda client: list(client.records.list("customer-1", "github", "Issue")),
        {"records": [{"id": "1", "title": TOKEN, "_nango_metadata": {"cursor": "c", "newer": TOKEN}}]},
    ),
    "output": (
        lambda client: len(client.actions.wait_for_result("7")),
        {"title": TOKEN},
    ),
    "connection": (
        lambda client: client.connections.wait_for("github", tags={"a": TOKEN}),
        {"connections": [{"connection_id": "1", "tags": {"a": TOKEN}, "metadata": {"a": TOKEN}}]},
    ),
    "code": (
        lambda client: client.functions.compile(f"const key = '{TOKEN}'"),
        {"bundled_js": TOKEN},
    ),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations(
    server: Server, log: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    call, answer = OPERATIONS[name]
    server.gives(json.dumps(answer))
    with new_client(server) as client:
        given = call(client)
        texts = [f"{given} {given!r} {pprint.pformat(given)}"]
        for body, status in ((refusal("server_error", SAID + TOKEN), 503), (f'{{"data": "{TOKEN}', 200)):
            server.gives(body, status)
            with pytest.raises(nango.NangoError) as caught:
                call(client)
            texts.append(shown(without_our_frames(caught.value)))
    assert len(log.records) > 4
    printed = capfd.readouterr()
    assert CANARY not in "".join([*texts, told(log), printed.out, printed.err])


@pytest.mark.parametrize("kind", ANSWERS)
def test_each_error_that_an_answer_leads_to(
    server: Server, log: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    server.answer = lambda _request: ANSWERS[kind]
    error = failure(server)
    assert error.kind.name == kind
    assert log.records[-1].levelno == (logging.INFO if kind == "NOT_FOUND" else logging.ERROR)
    text, printed = shown(error), capfd.readouterr()
    assert CANARY not in "".join([text, told(log), printed.out, printed.err])


@pytest.mark.parametrize("kind", SETTINGS)
def test_each_error_that_settings_lead_to(
    server: Server, log: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    with nobody_listens() as address:
        places = {
            "closed": f"http://{address}",
            "tls": server.url.replace("http:", "https:"),
            "proxy": f"http://{PROXY}:{PROXY}@{address}",
        }
        settings = SETTINGS[kind]
        filled = {
            name: places.get(value, value) if isinstance(value, str) else value for name, value in settings.items()
        }
        error = without_our_frames(failure(server, **filled))
    assert error.kind.name == kind
    text, printed = shown(error), capfd.readouterr()
    assert CANARY not in "".join([text, told(log), printed.out, printed.err])


def without_our_frames(error: nango.NangoError) -> nango.NangoError:
    """The error without the test's own frames in its traceback, whose local variables have the test's secrets."""
    traceback_ = error.__traceback__
    while traceback_ is not None and "/nango/" not in traceback_.tb_frame.f_code.co_filename:
        traceback_ = traceback_.tb_next
    assert traceback_ is not None
    return error.with_traceback(traceback_)


def test_cancelled(server: Server, log: pytest.LogCaptureFixture) -> None:
    client, gate = new_client(server), Gate()

    def answer(request: Request) -> Answer:
        client._handle.shut_down()
        return gate(request)

    server.answer = answer
    with client, pytest.raises(nango.CallCancelledError) as caught:
        client.get_connection("customer-1", "github")
    gate.open()
    assert CANARY not in shown(caught.value) + log.text


def test_asyncio(server: Server, log: pytest.LogCaptureFixture) -> None:
    async def main() -> nango.NangoError:
        settings: dict[str, Any] = {"log_level": nango.TRACE, "headers": {"x-gateway": GATEWAY}, "max_retries": 0}
        client = nango.AsyncClient(KEY, base_url=server.url, **settings)
        del settings
        async with client:
            server.gives(document(CREDENTIALS))
            assert (await client.get_connection("customer-1", "github")).token == TOKEN
            server.gives(refusal("server_error", SAID), 503)
            with pytest.raises(nango.ServerError) as caught:
                await client.get_connection("customer-1", "github")
        assert CANARY not in repr(client)
        return caught.value

    error = asyncio.run(main(), debug=True)
    assert CANARY not in shown(error) + log.text


@pytest.mark.parametrize("wrong", [{"timeout": -1}, {"http_proxy": f"http://{PROXY}:{PROXY}@\0"}])
def test_an_async_client_that_cannot_be_made(server: Server, wrong: dict[str, Any]) -> None:
    arguments: dict[str, Any] = {"base_url": server.url, "headers": {"x-gateway": GATEWAY}, **wrong}
    with pytest.raises(nango.InvalidArgumentError) as caught:
        nango.AsyncClient(KEY, **arguments)
    text = shown(without_our_frames(caught.value))
    assert "in __init__" in text
    assert CANARY not in text


def _fail(url: str) -> None:
    with nango.Client(KEY, base_url=url, max_retries=0, http_proxy="") as client:
        client.get_connection("customer-1", "github")


def test_the_way_back_from_another_process(server: Server) -> None:
    server.gives(refusal("server_error", SAID + TOKEN), 503)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        with pytest.raises(nango.ServerError) as caught:
            pool.apply(_fail, (server.url,))
        pool.close()
        pool.join()
    assert (caught.value.http_status, caught.value.server_message, caught.value.body) == (503, None, None)
    assert CANARY not in shown(caught.value) + str(caught.value.__cause__)
