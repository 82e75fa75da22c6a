"""JSON that the library reads and Python's own parser does not: with a byte order mark, which some servers send."""

from __future__ import annotations

import codecs
import json
import pickle
import traceback
from typing import TYPE_CHECKING, Any, Callable

import orjson
import pytest

import nango
from answers import SECRET, listed
from conftest import SECRET_KEY
from nango import _json_text, webhooks
from nango.testing import sign_webhook
from server import Answer, document
from test_async import run
from test_records import IDS, record, records

if TYPE_CHECKING:
    from server import Server

KEY = "nango_webhook_signing_key_invented_0123456789"
AUTH = json.dumps({"from": "nango", "type": "auth", "connectionId": "c", "tags": {"a": SECRET}}).encode()


def marked(body: str | bytes) -> bytes:
    return codecs.BOM_UTF8 + (body.encode() if isinstance(body, str) else body)


def gives(server: Server, body: str) -> None:
    answer = Answer(marked(body))
    server.answer = lambda _request: answer


@pytest.mark.parametrize("json_loads", [None, json.loads, orjson.loads], ids=["none", "json", "orjson"])
def test_answers_of_nango(server: Server, json_loads: Callable[[bytes], Any] | None) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=0, json_loads=json_loads) as client:
        gives(server, json.dumps([{"name": "A", "value": SECRET}]))
        assert [one.value for one in client.environment.list_variables()] == [SECRET]
        gives(server, records(1, 2))
        assert [one.data for one in client.records.list(*IDS, "Issue")] == [record(1), record(2)]
        gives(server, json.dumps({"connections": [listed(7)]}))
        assert [one.id for one in client.connections.list()] == [7]
        gives(server, '{"data":[{"name":"github"}]}')
        assert [one.name for one in client.providers.list()] == ["github"]
        gives(server, ' {"answer":42}')
        assert client.actions.trigger("customer-1", "github", "create-issue") == {"answer": 42}
        assert client.request("GET", "/x").json() == {"answer": 42}
        gives(server, document())
        connection = client.get_connection("customer-1", "github")
        assert (connection.data["id"], connection.metadata) == (7, {"plan": "pro"})


def test_answers_of_nango_with_asyncio(server: Server) -> None:
    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, max_retries=0) as client:
            gives(server, records(1))
            assert [one.data async for one in client.records.list(*IDS, "Issue")] == [record(1)]
            gives(server, "[1]")
            assert await client.actions.trigger("customer-1", "github", "create-issue") == [1]

    run(main())


def test_webhooks() -> None:
    webhook = webhooks.parse(marked(AUTH), sign_webhook(marked(AUTH), KEY), KEY)
    assert isinstance(webhook, webhooks.AuthWebhook)
    assert webhook.connection_id == "c"


def assert_keeps_nothing(error: nango.DecodeError) -> None:
    assert "json raised JSONDecodeError for a " in str(error)
    assert (error.__context__, error.__cause__) == (None, None)
    # The first frame is the test's, which has all of it.
    assert error.__traceback__ is not None
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__.tb_next), capture_locals=True)
    assert SECRET not in "".join(frames.format()) + repr(error)
    assert SECRET.encode() not in pickle.dumps(error)


class Failing(json.JSONDecoder):
    """A parser that refuses what the library has accepted."""

    def decode(self, text: str, *_: Any) -> Any:
        raise json.JSONDecodeError("invented", text, 0)


def test_what_only_python_refuses(client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json_text, "_DECODER", Failing())
    server.gives(json.dumps([{"name": "A", "value": SECRET}]))
    with pytest.raises(nango.DecodeError) as caught:
        client.environment.list_variables()
    assert_keeps_nothing(caught.value)
    assert (caught.value.http_status, caught.value.body) == (200, json.dumps([{"name": "A", "value": SECRET}]))
    with pytest.raises(nango.DecodeError) as caught:
        webhooks.parse(AUTH, sign_webhook(AUTH, KEY), KEY)
    assert_keeps_nothing(caught.value)


def test_details_of_an_error() -> None:
    assert nango.APIError("x", body='\ufeff{"error": 1}').details == {"error": 1}


def test_details_of_an_error_that_are_nested_too_deeply(client: nango.Client, server: Server) -> None:
    server.gives("[" * 60_000, 500)
    with pytest.raises(nango.NangoError) as caught:
        client.providers.list()
    assert (caught.value.details, caught.value.findings) == (None, ())
