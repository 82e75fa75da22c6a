"""nango.testing: what a test can give a running emulator."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

import nango
from nango.testing import Emulator, EmulatorError

if TYPE_CHECKING:
    from collections.abc import Iterator

CUSTOMER = {"Connection-Id": "customer-oauth2", "Provider-Config-Key": "github"}


def _call(client: nango.Client, method: str, path: str, **more: Any) -> Any:
    return client.request(method, path, **more).json()


def test_records_are_added_updated_and_deleted(nango_emulator: Emulator) -> None:
    nango_emulator.add_records("customer-oauth2", "github", "Issue", [{"id": "1", "n": 1}, {"id": "2"}])
    nango_emulator.add_records("customer-oauth2", "github", "Issue", [{"id": "1", "n": 2}], deleted=["2"])
    nango_emulator.add_records("customer-oauth2", "github", "Issue", [{"id": "9"}], variant="eu")
    with nango_emulator.client() as client:
        page = _call(client, "GET", "/records", params={"model": "Issue"}, headers=CUSTOMER)
        of_variant = _call(client, "GET", "/records", params={"model": "Issue", "variant": "eu"}, headers=CUSTOMER)
    shown = [(record["id"], record["_nango_metadata"]["last_action"]) for record in page["records"]]
    assert shown == [("1", "UPDATED"), ("2", "DELETED")]
    assert [record["id"] for record in of_variant["records"]] == ["9"]


def test_an_action_returns_or_fails(nango_emulator: Emulator) -> None:
    nango_emulator.add_action("github", "greet", output={"text": "hello"})
    nango_emulator.add_action("github", "echo", echo=True)
    nango_emulator.add_action("github", "break", error={"status": 500, "code": "action_script_runtime_error"})
    nango_emulator.add_action("github", "miss", upstream={"status": 404, "body": {"message": "gone"}})

    with nango_emulator.client(max_retries=0) as client:

        def run(name: str, **body: Any) -> Any:
            return _call(client, "POST", "/action/trigger", headers=CUSTOMER, json={"action_name": name, **body})

        assert run("greet") == {"text": "hello"}
        assert run("echo", input=[1, None]) == [1, None]
        for name, status, code in [("break", 500, "action_script_runtime_error"), ("miss", 424, "script_http_error")]:
            with pytest.raises(nango.NangoError) as raised:
                run(name)
            assert (raised.value.http_status, raised.value.code) == (status, code)


def test_a_result_can_be_late(nango_emulator: Emulator) -> None:
    nango_emulator.add_action("github", "slow", output=7, pending_polls=1)
    with nango_emulator.client(max_retries=0) as client:
        headers = {**CUSTOMER, "X-Async": "true"}
        queued = _call(client, "POST", "/action/trigger", headers=headers, json={"action_name": "slow"})
        with pytest.raises(nango.NangoError) as raised:
            _call(client, "GET", queued["statusUrl"])
        assert raised.value.http_status == 404
        assert _call(client, "GET", queued["statusUrl"]) == 7


def test_a_sync_finds_what_its_runs_say(nango_emulator: Emulator) -> None:
    nango_emulator.add_sync("github", "issues", ["Issue"], runs=[{"records": {"Issue": [{"id": "1"}]}}])
    named = {"provider_config_key": "github", "syncs": ["issues"], "connection_id": "customer-oauth2"}
    with nango_emulator.client() as client:
        _call(client, "POST", "/sync/trigger", json=named)
        status = _call(client, "GET", "/sync/status", params={**named, "syncs": "issues"})
    assert status["syncs"][0]["latestResult"] == {"Issue": {"added": 1, "deleted": 0, "updated": 0}}


def test_integrations_functions_and_variables_last_until_the_reset(nango_emulator: Emulator) -> None:
    nango_emulator.add_integration("acme", auth_mode="API_KEY", refuses=["bad"])
    nango_emulator.add_function("acme", "greet", code="export default 1")
    nango_emulator.set_variables({"REGION": "eu"})
    nango_emulator.set_variables({"ZONE": "a"})
    with nango_emulator.client() as client:
        code = _call(client, "GET", "/integrations/acme/functions/greet/code")
        assert code == {"type": "action", "code": "export default 1"}
        assert {"name": "REGION", "value": "eu"} in _call(client, "GET", "/environment-variables")
        imported = {"provider_config_key": "acme", "credentials": {"type": "API_KEY", "apiKey": "bad"}}
        with pytest.raises(nango.NangoError) as raised:
            client.request("POST", "/connections", json=imported)
        assert raised.value.code == "connection_test_failed"
        nango_emulator.reset()
        assert {"name": "REGION", "value": "eu"} not in _call(client, "GET", "/environment-variables")


@contextmanager
def _receiver() -> Iterator[tuple[str, Queue[tuple[str, bytes]]]]:
    """Receive webhooks: their signatures and bodies."""
    received: Queue[tuple[str, bytes]] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            received.put((self.headers["X-Nango-Hmac-Sha256"], body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_finished_session_is_a_connection_and_a_signed_webhook(nango_emulator: Emulator) -> None:
    session = {"tags": {"order": "o-1"}, "allowed_integrations": ["github", "stripe-api-key"]}
    with nango_emulator.client() as client, _receiver() as (url, received):
        nango_emulator.send_webhooks_to(url, signing_key="invented-key")
        token = _call(client, "POST", "/connect/sessions", json=session)["data"]["token"]
        credentials = {"type": "API_KEY", "apiKey": "invented-api-key"}
        connection_id = nango_emulator.finish_connect_session(
            token, integration="stripe-api-key", credentials=credentials
        )
        connection = client.get_connection(connection_id, "stripe-api-key")
        signature, body = received.get(timeout=30)
        assert nango_emulator.send_webhook({"type": "forward"}) == 204
        with pytest.raises(EmulatorError, match="there is no session with this token"):
            nango_emulator.finish_connect_session(token)
    assert connection.token == "invented-api-key"
    assert connection.tags == {"order": "o-1"}
    assert signature == hmac.new(b"invented-key", body, hashlib.sha256).hexdigest()
    creation, forwarded = nango_emulator.webhooks()
    assert (creation.url, creation.body["operation"], creation.body["connectionId"]) == (url, "creation", connection_id)
    assert (forwarded.status, forwarded.problem) == (204, None)


def test_what_is_wrong_is_told(nango_emulator: Emulator) -> None:
    with pytest.raises(EmulatorError, match=r'actions\[0\].provider_config_key: there is no integration "nowhere"'):
        nango_emulator.add_action("nowhere", "greet")
    with pytest.raises(EmulatorError, match="is not an http:// URL of this machine"):
        nango_emulator.send_webhooks_to("https://example.com/hook")
