"""Tests of programs replace methods of one object: with mock.patch.object, monkeypatch.setattr or an assignment."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest

import nango

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nango.testing import Emulator

IDS = "customer-oauth2", "github"


@pytest.fixture
def client(nango_emulator: Emulator) -> Iterator[nango.Client]:
    with nango_emulator.client() as client:
        yield client


def of_all_kinds(client: nango.Client, emulator: Emulator) -> dict[str, tuple[Any, str]]:
    """Objects with the name of a method."""
    response = client.proxy(*IDS, "GET", "/user")
    async_client = emulator.async_client()
    asyncio.run(async_client.aclose())
    return {
        "client": (client, "get_connection"),
        "async client": (async_client, "get_connection"),
        "group": (client.connections, "list"),
        "group of the async client": (async_client.connections, "list"),
        "attribute of the client": (client, "connections"),
        "attribute of the async client": (async_client, "actions"),
        "pages": (client.connections.list(), "pages"),
        "pages of the async client": (async_client.connections.list(), "pages"),
        "response": (response, "json"),
        "response of the async client": (nango.AsyncResponse._of(response, async_client, mock.Mock()), "json"),
        "response of Nango's API": (client.request("GET", "/connections"), "json"),
    }


KINDS = (
    "client",
    "async client",
    "group",
    "group of the async client",
    "attribute of the client",
    "attribute of the async client",
    "pages",
    "pages of the async client",
    "response",
    "response of the async client",
    "response of Nango's API",
)


@pytest.mark.parametrize("kind", KINDS)
def test_mock_replaces_what_an_object_has_and_puts_it_back(
    client: nango.Client, nango_emulator: Emulator, kind: str
) -> None:
    target, name = of_all_kinds(client, nango_emulator)[kind]
    before = getattr(target, name)
    with mock.patch.object(target, name, "fake"):
        assert getattr(target, name) == "fake"
    assert getattr(target, name) == before
    assert name not in vars(target)


@pytest.mark.parametrize("kind", KINDS)
def test_monkeypatch_replaces_what_an_object_has_and_puts_it_back(
    client: nango.Client, nango_emulator: Emulator, kind: str
) -> None:
    target, name = of_all_kinds(client, nango_emulator)[kind]
    before = getattr(target, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(target, name, "fake")
        assert getattr(target, name) == "fake"
    assert getattr(target, name) == before


def test_the_list_of_kinds_is_complete(client: nango.Client, nango_emulator: Emulator) -> None:
    assert tuple(of_all_kinds(client, nango_emulator)) == KINDS


def listed(client: nango.Client) -> Any:
    """What the program gets, of whatever type."""
    return client.connections.list()


def test_a_patched_group_is_what_the_program_gets(client: nango.Client) -> None:
    with mock.patch.object(client.connections, "list", return_value=["fake"]):
        assert listed(client) == ["fake"]
    assert listed(client) != ["fake"]


def test_a_group_that_was_assigned_to_stays(client: nango.Client) -> None:
    client.connections.list = mock.Mock(return_value=["fake"])  # type: ignore[method-assign]
    gc.collect()
    assert listed(client) == ["fake"]


def test_two_clients_have_their_own_groups(client: nango.Client, nango_emulator: Emulator) -> None:
    with nango_emulator.client() as other, mock.patch.object(client.connections, "list", return_value=["fake"]):
        assert listed(other) != ["fake"]
        assert other.connections is not client.connections


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
def test_a_client_whose_groups_were_used_ends_without_the_garbage_collector(nango_emulator: Emulator) -> None:
    client = nango_emulator.client()
    list(client.connections.list())
    gone = weakref.ref(client)
    gc.disable()
    try:
        del client
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
def test_a_group_keeps_its_client(nango_emulator: Emulator) -> None:
    group = nango_emulator.client().connections
    gc.collect()
    assert list(group.list())


def test_what_was_not_replaced_cannot_be_deleted(client: nango.Client) -> None:
    with pytest.raises(AttributeError, match="connections was not replaced"):
        del client.connections
