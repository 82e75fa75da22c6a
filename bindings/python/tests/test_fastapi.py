"""Routes of FastAPI that return what this library gives: they work, and show no secret."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
import pytest

import nango

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nango.testing import Emulator

TOKEN = "gho_invented_demo_token"


@pytest.fixture
def client(nango_emulator: Emulator) -> Iterator[nango.Client]:
    with nango_emulator.client() as client:
        yield client


def responses(routes: dict[str, Any]) -> dict[str, Any]:
    """What each route sends, and the description of the whole."""
    app = import_module("fastapi").FastAPI()
    for path, (route, model) in routes.items():
        app.get(path, response_model=model)(route)

    async def main() -> dict[str, Any]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://app.example") as browser:
            answers = {path: await browser.get(path) for path in (*routes, "/openapi.json")}
        assert {answer.status_code for answer in answers.values()} == {200}
        assert all(TOKEN not in answer.text for answer in answers.values())
        return {path: answer.json() for path, answer in answers.items()}

    return asyncio.run(main())


def test_a_connection(client: nango.Client) -> None:
    def connection() -> Any:
        return client.get_connection("customer-oauth2", "github")

    wrapped = import_module("pydantic").create_model("Wrapped", connection=(nango.Connection, ...))
    assert connection().token == TOKEN
    got = responses(
        {
            "/connection": (connection, nango.Connection),
            "/plain": (connection, None),
            "/several": (lambda: [connection()], list[nango.Connection]),
            "/wrapped": (lambda: wrapped(connection=connection()), wrapped),
        }
    )
    fields = set(got["/connection"])
    assert {"connection_id", "provider_config_key", "auth_mode", "expires_at"} <= fields
    assert not fields & {"token", "credentials", "json", "data", "metadata"}
    for each in (got["/connection"], got["/plain"], got["/several"][0], got["/wrapped"]["connection"]):
        assert set(each) == fields
        assert (each["connection_id"], each["auth_mode"]) == ("customer-oauth2", "OAUTH2")
    described = got["/openapi.json"]["components"]["schemas"]["Connection"]["properties"]
    assert set(described) == fields


def test_models(client: nango.Client) -> None:
    def listed() -> Any:
        return list(client.connections.list())

    got = responses(
        {
            "/listed": (listed, list[nango.models.ListedConnection]),
            "/one": (lambda: listed()[0], nango.models.ListedConnection),
        }
    )
    assert got["/one"] == got["/listed"][0]
    assert {"id", "connection_id", "errors", "created"} <= set(got["/one"])
    assert not set(got["/one"]) & {"metadata", "end_user", "tags", "unknown_fields"}
