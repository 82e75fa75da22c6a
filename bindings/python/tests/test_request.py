"""Calls of Nango's own API that have no method: the requests, the results, and rejected arguments."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import traceback
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from encoders import ENCODERS
from server import PATIENCE, Answer, Feed, Gate
from test_async import client_of, run
from test_signals import LOG_LEVELS, FirstError, handler, stalled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server import Request, Server

SECRET = "invented-secret"
FINDINGS = [{"code": "invalid_type", "message": "Invalid input: expected string", "path": ["action_name"]}]


def sent(server: Server) -> Request:
    (request,) = server.requests
    return request


def test_a_call(client: nango.Client, server: Server) -> None:
    server.gives('{"success":true,"number":12345678901234567890}', 201, x_one="1")
    response = client.request("GET", "/providers", timeout=5)
    assert (response.status_code, response.headers["X-One"]) == (201, "1")
    assert response.json() == {"success": True, "number": 12345678901234567890}
    assert response.text == '{"success":true,"number":12345678901234567890}'
    assert response.content == response.text.encode()
    request = sent(server)
    assert (request.method, request.target, request.body) == ("GET", "/providers", b"")
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert "content-type" not in request.headers


def test_what_is_sent(client: nango.Client, server: Server) -> None:
    server.gives("{}")
    client.request(
        "PATCH",
        "/connections/{connectionId}/of/{x}",
        path_params={"connectionId": "a/b?c=d é", "x": ".."},
        params={"provider_config_key": "git hub", "tags[team]": "blue", "many": [1, True, None, 2.5], "none": None},
        headers={"X-One": "1"},
        json={"metadata": {"ü": [1, None]}},
    )
    request = sent(server)
    assert request.method == "PATCH"
    path, _, query = request.target.partition("?")
    assert path == "/connections/a%2Fb%3Fc%3Dd%20%C3%A9/of/%2E%2E"
    assert query == "provider_config_key=git%20hub&tags%5Bteam%5D=blue&many=1&many=true&many=2.5"
    assert request.headers["x-one"] == "1"
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.body) == {"metadata": {"ü": [1, None]}}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])
def test_methods(client: nango.Client, server: Server, method: str) -> None:
    server.gives('{"a":1}')
    response = client.request(method, "/x")
    assert sent(server).method == method
    assert response.content == (b"" if method == "HEAD" else b'{"a":1}')


def test_an_answer_that_is_no_json(client: nango.Client, server: Server) -> None:
    server.gives("", 204)
    with pytest.raises(ValueError, match="Expecting value"):
        client.request("DELETE", "/x").json()


@pytest.mark.parametrize(
    ("status", "body", "cls"),
    [
        (400, {"error": {"code": "invalid_body", "errors": FINDINGS}}, nango.APIError),
        (401, {"error": {"code": "unknown_account", "message": "no"}}, nango.AuthenticationError),
        (403, {"error": {"code": "forbidden", "message": "no"}}, nango.PermissionDeniedError),
        (404, {"error": {"code": "not_found", "message": "no"}}, nango.APIError),
        (429, {"error": {"code": "too_many_request"}}, nango.RateLimitError),
        (500, {"error": {"code": "server_error", "message": "no"}}, nango.ServerError),
    ],
)
def test_an_answer_of_400_or_more(
    client: nango.Client, server: Server, status: int, body: Any, cls: type[nango.NangoError]
) -> None:
    server.gives(json.dumps(body), status)
    with pytest.raises(cls) as caught:
        client.request("POST", "/action/trigger", json={})
    assert type(caught.value) is cls
    assert (caught.value.http_status, caught.value.code) == (status, body["error"]["code"])
    assert caught.value.details == body


def test_findings(client: nango.Client, server: Server) -> None:
    errors = [
        {"code": "invalid_type", "message": f"Expected object, received {SECRET}", "path": ["credentials", "type"]},
        {"code": "custom", "message": "Does not exist", "path": ["ids", 0]},
        {"code": "custom", "path": ["metadata", "customer 7"]},
        7,
    ]
    server.gives(json.dumps({"error": {"code": "invalid_body", "errors": errors}}), 400)
    with pytest.raises(nango.APIError) as caught:
        client.request("POST", "/connections", json={})
    findings = caught.value.findings
    assert [finding.path for finding in findings] == ["credentials.type", "ids.0", "metadata.customer 7", ""]
    assert findings[0].message == f"Expected object, received {SECRET}"
    assert findings[1] == nango.Finding("ids.0", "Does not exist", "custom")
    assert "credentials.type" in repr(findings)
    shown = f"{findings!r} {findings} {caught.value!r} {caught.value}"
    assert SECRET not in shown
    assert "customer 7" not in shown
    assert "findings" not in dir(caught.value)


def test_details_that_are_not_there(client: nango.Client, server: Server, nobody: str) -> None:
    server.gives("<html></html>", 502, content_type="text/html")
    with pytest.raises(nango.NangoError) as caught:
        client.request("GET", "/x")
    assert caught.value.details is None
    assert caught.value.findings == ()
    assert "details" not in dir(caught.value)
    with nango.Client(SECRET_KEY, base_url=nobody, max_retries=0) as other:
        with pytest.raises(nango.ConnectionError) as failed:
            other.request("GET", "/x")
    assert failed.value.details is None


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"path": "/x/{y}"}, "y"),
        ({"path_params": {"y": "1"}}, "y"),
        ({"path": "/x/{y}", "path_params": {"y": ""}}, "y"),
        ({"path": "/proxy/x"}, "proxy"),
        ({"headers": {"Authorization": SECRET}}, "(?i)authorization"),
        ({"path_params": {"y": 1}}, "value in path_params must be a str"),
        ({"path_params": [("y", SECRET)]}, "path_params must be a mapping"),
        ({"params": {"y": f"{SECRET}\0"}}, "U\\+0000"),
        ({"json": {"y": object()}}, "not JSON serializable"),
        ({"json": [SECRET, float("nan")]}, "not JSON compliant"),
        ({"timeout": -1}, "timeout must be 0 or more"),
    ],
)
def test_what_is_refused(client: nango.Client, server: Server, arguments: dict[str, Any], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error) as caught:
        client.request(**{"method": "POST", "path": "/x", **arguments})
    assert server.requests == []
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in shown.stack if "/src/nango/" in frame.filename]
    assert frames != []
    assert SECRET not in str([frame.locals for frame in frames])


def test_the_traceback_of_a_failed_call_shows_no_secret(nobody: str) -> None:
    with nango.Client(SECRET_KEY, base_url=nobody, max_retries=0) as client:
        try:
            client.request("POST", "/x", params={"a": SECRET}, headers={"b": SECRET}, json={"c": SECRET})
        except nango.ConnectionError as error:
            shown = traceback.TracebackException.from_exception(error, capture_locals=True)
            assert SECRET not in str([frame.locals for frame in shown.stack if "/src/nango/" in frame.filename])


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_finds_what_nango_answers(client: nango.Client, server: Server, encoder: str) -> None:
    server.gives(json.dumps({"value": SECRET}), x_one=SECRET)
    response = client.request("GET", "/environment-variables")
    assert response.json() == {"value": SECRET}
    try:
        text = str(ENCODERS[encoder](response))
    except ImportError:
        raise
    except Exception as error:
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    assert SECRET not in text


def test_a_response_is_made_by_a_call(client: nango.Client, server: Server) -> None:
    with pytest.raises(TypeError, match="Client.request"):
        nango.APIResponse()
    server.gives("{}")
    assert repr(client.request("GET", "/x")) == "<nango.APIResponse [200]>"


def test_a_client_that_is_closed(server: Server) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    client.close()
    with pytest.raises(nango.InvalidArgumentError, match="client is closed"):
        client.request("GET", "/x")


@LOG_LEVELS
@pytest.mark.parametrize("body", ["{}", None], ids=["before the head", "in the body"])
def test_what_a_handler_raises_ends_the_call(server: Server, log_level: int | None, body: str | None) -> None:
    feed = Feed()

    def parts() -> Iterator[bytes]:
        os.kill(os.getpid(), signal.SIGUSR1)
        yield from feed

    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        with handler(signal.SIGUSR1, FirstError), stalled(server, signal.SIGUSR1):
            if body is None:
                server.answer = lambda _request: Answer(parts=parts())
            with pytest.raises(FirstError):
                client.request("GET", "/x", timeout=PATIENCE)
        feed.end()
        server.gives('{"a":1}')
        assert client.request("GET", "/x").json() == {"a": 1}


def test_asyncio(server: Server) -> None:
    server.gives('{"a":1}')

    async def main() -> None:
        async with client_of(server) as client:
            response = await client.request("POST", "/x/{y}", path_params={"y": "z"}, json=[1])
            assert response.json() == {"a": 1}
            with pytest.raises(TypeError, match="JSON serializable"):
                await client.request("POST", "/x", json={1, 2})
        with pytest.raises(nango.InvalidArgumentError, match="client is closed"):
            await client.request("GET", "/x")

    run(main())
    assert (sent(server).target, sent(server).body) == ("/x/z", b"[1]")


def test_a_call_whose_client_is_closed(server: Server) -> None:
    gate = Gate(Answer("{}"))
    server.answer = gate

    async def main() -> None:
        client = client_of(server)
        call = asyncio.ensure_future(client.request("GET", "/x"))
        await asyncio.get_running_loop().run_in_executor(None, gate.wait_for_requests)
        await client.aclose()
        with pytest.raises(nango.CallCancelledError):
            await call

    try:
        run(main())
    finally:
        gate.open()


def test_a_task_that_is_cancelled(server: Server) -> None:
    gate = Gate(Answer("{}"))
    server.answer = gate

    async def main() -> None:
        async with client_of(server) as client:
            call = asyncio.ensure_future(client.request("GET", "/x"))
            await asyncio.get_running_loop().run_in_executor(None, gate.wait_for_requests)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call

    try:
        run(main())
    finally:
        gate.open()
