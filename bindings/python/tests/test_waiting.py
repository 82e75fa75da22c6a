"""Calls that the library repeats until Nango has what is waited for."""

from __future__ import annotations

import asyncio
import json
import signal
from typing import TYPE_CHECKING

import pytest

import nango
from answers import page
from conftest import SECRET_KEY
from server import Answer, Gate, refusal
from test_async import client_of, run
from test_pages import Answers, targets

if TYPE_CHECKING:
    from server import Request, Server

PENDING = Answer(refusal("not_found"), 404)
OUTPUT = {"id": 2**70}


def test_a_result_is_waited_for(client: nango.Client, server: Server) -> None:
    server.answer = Answers(PENDING, json.dumps(OUTPUT))
    assert client.actions.wait_for_result("7") == OUTPUT
    assert targets(server) == ["/action/7"] * 2


def test_a_connection_is_waited_for(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(), page(9))
    connection = client.connections.wait_for("slack", tags={"order": "7"})
    assert connection.connection_id == "customer-9"
    assert targets(server) == ["/connections?limit=1&integrationId=slack&tags%5Border%5D=7"] * 2


def test_asyncio(server: Server) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            server.answer = Answers(PENDING, json.dumps(OUTPUT))
            assert await client.actions.wait_for_result("7") == OUTPUT
            server.answer = Answers(page(), page(9))
            assert (await client.connections.wait_for("slack")).id == 9

    run(main())


@pytest.mark.parametrize("timeout", [0.001, 0.2])
def test_the_timeout_is_that_of_the_whole_wait(client: nango.Client, server: Server, timeout: float) -> None:
    server.answer = lambda _request: PENDING
    with pytest.raises(nango.TimeoutError):
        client.actions.wait_for_result("7", timeout=timeout)
    assert len(server.requests) <= 1


def test_any_other_error_ends_it(client: nango.Client, server: Server) -> None:
    server.gives(refusal("invalid_body"), 400)
    with pytest.raises(nango.APIError):
        client.connections.wait_for("slack")
    server.gives(refusal("action_script_failure"), 424)
    with pytest.raises(nango.NangoError):
        client.actions.wait_for_result("7")
    assert len(server.requests) == 2


def test_a_failed_read_is_an_error(client: nango.Client, server: Server) -> None:
    server.gives('{"connections":[7]}')
    with pytest.raises(nango.DecodeError, match=": connections/0 is not an object: update libnango"):
        client.connections.wait_for("slack")


def test_a_task_that_is_cancelled_ends_its_wait(server: Server) -> None:
    gate = Gate(PENDING)
    server.answer = gate

    async def main() -> None:
        async with client_of(server) as client:
            waiting = asyncio.ensure_future(client.actions.wait_for_result("7", timeout=600))
            await asyncio.get_running_loop().run_in_executor(None, gate.wait_for_requests)
            gate.open()
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting

    run(main())
    assert len(server.requests) == 1


def test_control_c_ends_a_wait(server: Server) -> None:
    def answer(_request: Request) -> Answer:
        signal.raise_signal(signal.SIGINT)
        return PENDING

    server.answer = answer
    with nango.Client(SECRET_KEY, base_url=server.url) as client, pytest.raises(KeyboardInterrupt):
        client.actions.wait_for_result("7", timeout=600)
    assert len(server.requests) == 1


def test_closing_the_client_ends_a_wait(server: Server) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)

    def answer(_request: Request) -> Answer:
        client._handle.shut_down()
        return PENDING

    server.answer = answer
    with client, pytest.raises(nango.CallCancelledError):
        client.actions.wait_for_result("7", timeout=600)
