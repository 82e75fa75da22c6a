"""A user's program, only type-checked: the installed package as a type checker sees it.

`assert_type` fails where the package's types differ, or are missing for lack of py.typed.
"""

from __future__ import annotations

import dataclasses
import json
import logging
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from typing_extensions import assert_type

import nango
from nango import testing
from nango.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence


def orjson_loads(obj: bytes | bytearray | memoryview | str, /) -> Any:
    """As orjson declares its function."""
    return json.loads(bytes(obj) if isinstance(obj, memoryview) else obj)


def main(client: nango.Client) -> None:
    """Use what there is."""
    connection = client.get_connection("customer-1", "github", force_refresh=True, timeout=5, max_age=60)
    assert_type(connection, nango.Connection)
    assert_type(connection.connection_id, str)
    assert_type(connection.token, Optional[str])
    assert_type(connection.expires_at, Optional[datetime])
    assert_type(connection.metadata, Optional[dict[str, Any]])
    assert_type(connection.auth_mode, nango.AuthMode)

    assert_type(connection.authorization(), str)
    assert_type(connection.expires_in, Optional[timedelta])
    assert_type(connection.is_expired, bool)

    credentials = connection.credentials
    assert_type(credentials, nango.Credentials)
    if isinstance(credentials, nango.OAuth2Credentials):
        assert_type(credentials.access_token, Optional[str])
        assert_type(credentials.config_override, Optional[dict[str, Any]])
    elif isinstance(credentials, nango.BasicCredentials):
        assert_type(credentials.username, Optional[str])
    assert_type(credentials.data, dict[str, Any])
    made = nango.BasicCredentials(expires_at=None, raw=None, data={}, username="a", password="b")
    assert_type(made.password, Optional[str])
    assert_type(dataclasses.asdict(connection), dict[str, Any])
    nango.BasicCredentials(username="a", password="b")  # type: ignore[call-arg]  # all of them

    connection.token = "x"  # type: ignore[misc]  # frozen
    client.get_connection("customer-1", "github", True)  # type: ignore[misc]  # by name only
    nango.Client(b"key")  # type: ignore[arg-type]  # not bytes


def external_api(client: nango.Client) -> None:
    """A call of the external API, with each kind of body."""
    response = client.proxy(
        "customer-1", "github", "GET", "/user", params={"a": [1, 2], "b": "x", "c": None}, timeout=5
    )
    numbers: dict[str, int] = {"a": 1}
    lists: dict[str, list[str]] = {"a": ["x"]}
    texts: Mapping[str, Optional[str]] = {"a": None}
    raw: dict[bytes, bytes] = {b"a": b"x"}
    pairs: list[tuple[str, Sequence[int]]] = [("a", (1, 2))]
    client.request("GET", "/x", params=numbers)
    client.request("GET", "/x", params=lists)
    client.request("GET", "/x", params=texts)
    client.request("GET", "/x", params=raw)
    client.request("GET", "/x", params=pairs)
    client.request("GET", "/x", params=numbers.items())
    client.request("GET", "/x", params=iter(pairs))
    client.request("GET", "/x", params={"a": True, "b": [1, "x", None], "c": b"x"})
    client.request("GET", "/x", params="a=1")
    client.request("GET", "/x", params=b"a=1")
    client.request("GET", "/x", params=(("a", True), ("b", {"x"})))
    client.request("GET", "/x", params={"a": object()})  # type: ignore[dict-item]  # no value of a query
    client.request("GET", "/x", params=7)  # type: ignore[arg-type]  # no query
    assert_type(response, nango.Response)
    assert_type(response.status_code, int)
    assert_type(response.headers["x-one"], str)
    assert_type(response.headers.get_list("x-one"), list[str])
    assert_type(response.raise_for_status().content, bytes)
    assert_type(response.text, str)
    assert_type(response.json(), Any)
    assert_type(next(response.iter_bytes(10)), bytes)
    assert_type(next(response.iter_lines()), str)
    with Path("body").open("rb") as file:
        client.proxy("customer-1", "github", "PUT", "/", data=file).close()
    client.proxy("customer-1", "github", "POST", "/", data=[b"x", bytearray()], retry_on=[404])
    client.proxy("customer-1", "github", "POST", "/", data=response, content_type="text/csv")
    client.proxy("customer-1", "github", "POST", "/", data=7)  # type: ignore[arg-type]  # no body
    client.proxy("customer-1", "github", "POST", "/", None)  # type: ignore[misc]  # by name only
    nango.Response().content = b""  # type: ignore[misc]  # read only


def any_operation(client: nango.Client) -> None:
    """A call of Nango's own API."""
    response = client.request("GET", "/x/{y}", path_params={"y": "1"}, params={"a": [1]}, headers={"b": "c"}, timeout=5)
    assert_type(response, nango.APIResponse)
    assert_type(response.status_code, int)
    assert_type(response.headers["x-one"], str)
    assert_type(response.content, bytes)
    assert_type(response.text, str)
    assert_type(response.json(), Any)
    client.request("POST", "/x", json=[1, {"a": None}])
    client.request("POST", "/x", {"a": "b"})  # type: ignore[misc]  # by name only


def operations(client: nango.Client) -> None:
    """Calls that have a method."""
    pages = client.connections.list(search="x", integration_ids=["a"], tags={"a": "b"}, limit=10, timeout=5)
    assert_type(pages, nango.Pages[nango.models.ListedConnection])
    for listed in pages:
        assert_type(listed.connection_id, str)
        assert_type(listed.created, datetime)
        assert_type(listed.errors[0], nango.models.ConnectionProblem)
        assert_type(listed.end_user, Optional[nango.models.EndUser])
        assert_type(listed.metadata, Optional[dict[str, Any]])
        assert_type(listed.unknown_fields, dict[str, Any])
        client.connections.delete(listed.connection_id, listed.provider_config_key)
    assert_type(next(pages.pages()), list[nango.models.ListedConnection])
    imported = client.connections.import_("github", {"type": "NONE"}, connection_id="customer-1")
    assert_type(imported, nango.models.ImportedConnection)
    assert_type(imported.last_fetched_at, Optional[datetime])
    client.connections.update("customer-1", "github", tags=None, webhook_url_override="")
    client.connections.set_metadata("github", connection_ids={"customer-1"}, metadata={"plan": None})
    assert_type(client.actions.trigger("customer-1", "github", "create", input=None, max_retries=1), Any)
    queued = client.actions.trigger_async("customer-1", "github", "create", input=nango.NOT_GIVEN)
    assert_type(queued, nango.models.QueuedAction)
    assert_type(client.actions.result(queued.id), Any)
    assert_type(client.environment.list_variables()[0].value, str)
    records = client.records.list("customer-1", "github", "Issue", cursor=None, modified_after=datetime.now())
    assert_type(records, nango.Pages[nango.models.Record])
    assert_type(records.cursor, Optional[str])
    for record in records:
        assert_type(record.data, dict[str, Any])
        assert_type(record.metadata.cursor, str)
        assert_type(record.metadata.deleted_at, Optional[datetime])
        print(record.unknown_fields)  # type: ignore[attr-defined]  # all of it is in data
    assert_type(iter(records).cursor, Optional[str])
    assert_type(client.actions.wait_for_result(queued.id, timeout=60), Any)
    assert_type(client.connections.wait_for("github", tags={"a": "b"}), nango.models.ListedConnection)
    (sync,) = client.syncs.status("github", ["*"])
    assert_type(sync.latest_result, Optional[dict[str, nango.models.SyncResult]])
    assert_type(sync.record_count, Optional[dict[str, int]])
    assert_type(client.connect_sessions.create(tags={"a": "b"}).token, str)
    assert_type(client.integrations.list(), list[nango.models.Integration])
    assert_type(client.get_token("customer-1", "github", max_age=60), str)
    assert_type(client.get_metadata("customer-1", "github"), Optional[dict[str, Any]])
    connections: nango.operations.Connections = client.connections
    connections.delete("customer-1")  # type: ignore[call-arg]  # both ids
    connections.list("x")  # type: ignore[misc]  # by name only
    queued.id = "x"  # type: ignore[misc]  # frozen


def settings() -> None:
    """Every form."""
    with nango.Client("key", headers={"x-name": "value"}, timeout=1) as client:
        assert_type(client, nango.Client)
    with nango.Client("key", headers=[("x-name", "value")], route=nango.Route.CONNECTIONS):
        pass
    with nango.Client("key", base_url="https://nango.example", read_env=False):
        pass
    with nango.Client("key", cache_ttl=60) as cached:
        cached.invalidate("customer-1", "github")
        cached.clear_cache()
    with nango.Client(
        "key",
        max_retries=0,
        http_proxy="",
        ca_file=Path("ca.pem"),
        client_certificate=("certificate", "key"),
        log_level=logging.INFO,
        on_call=metrics,
    ):
        pass
    with nango.Client(on_call=lambda call: call.attempts):
        pass
    nango.Client(on_call=1)  # type: ignore[arg-type]  # no function
    with nango.Client(json_loads=json.loads), nango.Client(json_loads=orjson_loads):
        pass
    with nango.Client(json_loads=partial(json.loads, parse_float=Decimal)):
        pass
    nango.Client(json_loads="orjson")  # type: ignore[arg-type]  # no function
    nango.AsyncClient(json_loads=lambda sent, more: sent)  # type: ignore[arg-type, misc]  # of two arguments


async def parts() -> AsyncIterator[bytes]:
    """A body."""
    yield b"x"


async def in_asyncio() -> None:
    """The same for asyncio."""
    async with nango.AsyncClient("key", timeout=1, max_concurrent_calls=8, log_level=nango.TRACE) as client:
        assert_type(client, nango.AsyncClient)
        assert_type(await client.get_connection("customer-1", "github", refresh_token=True), nango.Connection)
        response = await client.proxy("customer-1", "github", "POST", "/", data=parts())
        assert_type(response, nango.AsyncResponse)
        assert_type(await response.read(), bytes)
        async for part in response.aiter_bytes():
            assert_type(part, bytes)
        assert_type(await client.request("GET", "/providers"), nango.APIResponse)
        pages = client.connections.list()
        assert_type(pages, nango.AsyncPages[nango.models.ListedConnection])
        async for listed in pages:
            assert_type(listed, nango.models.ListedConnection)
        async for several in pages.pages():
            assert_type(several, list[nango.models.ListedConnection])
        assert_type(await client.actions.trigger_async("customer-1", "github", "create"), nango.models.QueuedAction)
        assert_type(await client.environment.list_variables(), list[nango.models.EnvironmentVariable])
        records = client.records.list("customer-1", "github", "Issue")
        async for record in records:
            assert_type(record, nango.models.Record)
            assert_type(records.cursor, Optional[str])
        assert_type(await client.get_token("customer-1", "github"), str)
    async with nango.AsyncClient("key", read_env=False):
        pass
    nango.AsyncClient("key", timeout="1")  # type: ignore[arg-type]  # not a number
    nango.AsyncClient("key", unheard_of=1)  # type: ignore[call-arg]  # no setting


def in_tests() -> None:
    """A local Nango."""
    with Emulator({"keys": []}) as emulator, emulator.client(timeout=1) as client:
        assert_type(emulator, Emulator)
        assert_type(client, nango.Client)
        assert_type(emulator.environment, dict[str, str])
        assert_type(emulator.requests()[0].status, Optional[int])
    emulator.client(timeout="1")  # type: ignore[arg-type]  # not a number
    with Emulator(rate_limit=None), Emulator(rate_limit=7):
        pass
    Emulator(rate_limit="7")  # type: ignore[arg-type]  # not a number
    assert_type(testing.connection("customer-1", auth_mode=nango.AuthMode.JWT), nango.Connection)
    testing.connection(acces_token="x")  # type: ignore[call-arg]  # misspelt
    assert_type(testing.error(nango.NotFoundError, http_status=404), nango.NangoError)
    assert_type(testing.error(nango.ErrorKind.IO), nango.NangoError)
    testing.error(ValueError)  # type: ignore[arg-type]  # not one of nango's


def metrics(call: nango.CallSummary) -> None:
    """The outcome of a call."""
    assert_type(call.operation, str)
    assert_type(call.status, Optional[int])
    assert_type(call.duration, timedelta)
    assert_type(call.error, Optional[nango.ErrorKind])


def failures(client: nango.Client) -> None:
    """An error has its attributes, and its builtin parent."""
    try:
        main(client)
    except nango.TimeoutError as error:
        as_builtin: OSError = error
        assert_type(error.retry_after, Optional[float])
        assert_type(error.kind, nango.ErrorKind)
        assert_type(error.request_id, Optional[str])
        assert_type(error.server_message, Optional[str])
        assert_type(error.body, Optional[str])
        assert_type(error.details, Any)
        print(as_builtin)
    except nango.ExternalAPIError as error:
        assert_type(error.status_code, int)
