"""typing.get_type_hints reads everything public: frameworks that inject dependencies and check types go by that."""

from __future__ import annotations

import asyncio
import inspect
import typing
from importlib import import_module
from typing import Any, Callable, Optional

import httpx
import pytest

import nango
import nango.testing

MODULES = (
    "nango",
    "nango.adapters.httpx",
    "nango.adapters.requests",
    "nango.async_operations",
    "nango.models",
    "nango.operations",
    "nango.testing",
)


def public_names(module: Any) -> list[str]:
    """What a module has to offer: what it says, or what was made there."""
    listed: Optional[list[str]] = getattr(module, "__all__", None)
    if listed is not None:
        return listed
    return [name for name, made in vars(module).items() if getattr(made, "__module__", "") == module.__name__]


def of_class(cls: type) -> list[tuple[str, Any]]:
    """A class, and the functions in it and in its bases from this package."""
    found: list[tuple[str, Any]] = [(cls.__qualname__, cls)]
    for base in cls.__mro__:
        if not base.__module__.startswith("nango"):
            continue
        for name, member in vars(base).items():
            if isinstance(member, (classmethod, staticmethod)):
                member = member.__func__
            if isinstance(member, property):
                found += [(f"{cls.__qualname__}.{name}", each) for each in (member.fget, member.fset) if each]
            elif inspect.isfunction(member) and (not name.startswith("_") or name.startswith("__")):
                found.append((f"{cls.__qualname__}.{name}", member))
    return found


def everything() -> list[Any]:
    """All public classes, methods, properties and functions."""
    found = []
    for module_name in MODULES:
        module = import_module(module_name)
        for name in public_names(module):
            if name.startswith("_"):
                continue
            made = getattr(module, name)
            if inspect.isclass(made):
                found += [pytest.param(each, id=f"{module_name}.{where}") for where, each in of_class(made)]
            elif inspect.isroutine(made):
                found.append(pytest.param(made, id=f"{module_name}.{name}"))
    return found


@pytest.mark.parametrize("what", everything())
def test_the_types_of_everything_public_can_be_read(what: Any) -> None:
    typing.get_type_hints(what)


def test_the_walk_finds_classes_methods_and_properties() -> None:
    ids = {str(each.id) for each in everything()}
    assert {
        "nango.Client.get_connection",
        "nango.AsyncClient.proxy",
        "nango.Connection.token",
        "nango.models.ListedConnection.end_user",
        "nango.operations.Connections.list",
        "nango.testing.Emulator.client",
        "nango.adapters.httpx.ProxyTransport.handle_request",
    } <= ids


def test_hidden_and_open_attributes_have_their_types() -> None:
    assert typing.get_type_hints(vars(nango.Connection)["token"].fget)["return"] == Optional[str]
    assert typing.get_type_hints(vars(nango.Connection)["auth_mode"].fget)["return"] is nango.AuthMode
    assert typing.get_type_hints(vars(nango.Connection)["credentials"].fget)["return"] is nango.Credentials
    end_user = vars(nango.models.ListedConnection)["end_user"].fget
    assert typing.get_type_hints(end_user)["return"] == Optional[nango.models.EndUser]


def test_the_types_of_arguments_are_those_that_a_program_passes() -> None:
    hints = typing.get_type_hints(nango.Client.get_connection)
    assert hints["timeout"] == Optional[float]
    assert hints["return"] is nango.Connection
    assert typing.get_type_hints(nango.AsyncClient.proxy)["return"] is nango.AsyncResponse
    assert typing.get_type_hints(nango.Client.__init__)["on_call"] == Optional[Callable[[nango.CallSummary], object]]
    assert typing.get_type_hints(vars(nango.NangoError)["findings"].fget)["return"] == tuple[nango.Finding, ...]


@pytest.mark.parametrize(
    "of",
    [nango.Connection, nango.OAuth2Credentials, nango.models.ListedConnection, nango.AuthMode, nango.ErrorKind],
    ids=lambda of: of.__name__,
)
def test_pydantic_takes_public_types_as_fields(of: Any) -> None:
    model = import_module("pydantic").create_model("M", field=(Optional[of], None))
    assert model().model_dump() == {"field": None}


def test_fastapi_reads_the_types_of_methods(nango_emulator: nango.testing.Emulator) -> None:
    app = import_module("fastapi").FastAPI()
    with nango_emulator.client() as client:
        app.get("/connection", response_model=None)(client.invalidate)
        app.get("/injected")(depends_on(client))

        async def requests() -> None:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://app.example") as browser:
                ids = {"connection_id": "customer-oauth2", "provider_config_key": "github"}
                assert (await browser.get("/connection", params=ids)).status_code == 200
                assert (await browser.get("/connection")).status_code == 422  # both are required
                assert (await browser.get("/injected", params=ids)).json() == "github"

        asyncio.run(requests())


def depends_on(client: nango.Client) -> Any:
    """A route that gets a connection from a method of the client, whose parameters FastAPI takes from the query."""

    def injected(connection_id: str, provider_config_key: str) -> nango.Connection:
        return client.get_connection(connection_id, provider_config_key)

    injection = import_module("fastapi").Depends(injected)

    def route(connection: Any = injection) -> Any:
        return connection.provider

    return route
