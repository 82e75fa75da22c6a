"""No encoder, printer or error reporter finds a secret in the results of the operations of Nango's API."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import typing
from typing import TYPE_CHECKING, Any

import pytest

import nango
from answers import SECRET, imported, listed
from encoders import ENCODERS
from operation_calls import INTEGRATION, QUEUED_RUN, SESSION
from test_encoders import REFUSE, assert_no_secret, encoded
from test_records import record

if TYPE_CHECKING:
    from server import Server

#: Members of responses that this package does not know.
UNKNOWN = {"newer": SECRET, "newest": {"x": [SECRET]}}


@pytest.fixture
def values(client: nango.Client, server: Server) -> dict[str, Any]:
    """One of each that holds secrets, and what is in them."""
    end_user = {"id": "u1", "organization": {"id": "o1", **UNKNOWN}, **UNKNOWN}
    server.gives(json.dumps({"connections": [listed(7, end_user=end_user, **UNKNOWN)]}))
    (one,) = client.connections.list()
    server.gives(json.dumps(imported(end_user=end_user, errors=[{"type": "auth", **UNKNOWN}], **UNKNOWN)), 201)
    other = client.connections.import_("github", {})
    server.gives(json.dumps([{"name": "FOO", "value": SECRET, **UNKNOWN}]))
    (variable,) = client.environment.list_variables()
    server.gives(json.dumps({"id": "4ba27559", "statusUrl": "/action/4ba27559", **UNKNOWN}), 202)
    action = client.actions.trigger_async("customer-1", "github", "create-issue")
    assert one.end_user is not None
    assert one.metadata is not None
    assert (one.metadata["x"], other.credentials["access_token"], variable.value) == (SECRET,) * 3
    assert (
        one.unknown_fields == other.unknown_fields == variable.unknown_fields == one.end_user.unknown_fields == UNKNOWN
    )
    return {
        "customer-7": one,
        "customer-1": other,
        "FOO": variable,
        "4ba27559": action,
        "u1": one.end_user,
        "o1": one.end_user.organization,
        "auth": other.errors[0],
        **of_other_groups(client, server),
    }


def of_other_groups(client: nango.Client, server: Server) -> dict[str, Any]:
    """The same of the groups that are not about connections and actions."""
    server.gives(json.dumps({"data": {**SESSION, **UNKNOWN}}), 201)
    session = client.connect_sessions.create(tags={"a": "b"})
    server.gives(json.dumps({"data": {**INTEGRATION, "webhook_url": None, **UNKNOWN}}))
    integration = client.integrations.get("github")
    server.gives(json.dumps({"data": {"webhook_signing_key": SECRET, **UNKNOWN}}))
    key = client.environment.rotate_webhook_signing_key()
    metadata = {**record(8)["_nango_metadata"], **UNKNOWN}
    server.gives(json.dumps({"records": [{**record(7), **UNKNOWN}, record(8, metadata)]}))
    plain, customized = client.records.list("customer-1", "github", "Issue")
    server.gives(json.dumps({**QUEUED_RUN, "output": SECRET, "result": [SECRET], "error": {"a": SECRET}, **UNKNOWN}))
    run = client.functions.get_dry_run("0f9a3c1e")
    server.gives(json.dumps({"type": "action", "code": SECRET, **UNKNOWN}))
    code = client.functions.get_code("github", "issues")
    moment = "2026-11-29T02:03:04Z"
    server.gives(json.dumps({"bundled_js": SECRET, "bundle_size_bytes": 7, "compiled_at": moment, **UNKNOWN}))
    compiled = client.functions.compile(SECRET)
    server.gives(json.dumps({"syncs": [{"name": "issues", "checkpoint": {"a": SECRET}, **UNKNOWN}]}))
    (sync,) = client.syncs.status("github", ["*"])
    assert (session.token, session.connect_link, key.webhook_signing_key, code.code, run.output) == (SECRET,) * 5
    assert (plain.data["title"], customized.metadata.unknown_fields) == (SECRET, UNKNOWN)
    assert integration.credentials == {"client_secret": SECRET}
    return {
        # None of these has a text that is no secret.
        "": session,
        " ": key,
        "  ": compiled,
        "GitHub": integration,
        "id-7": plain,
        "id-8": customized,
        "cursor-8": customized.metadata,
        "0f9a3c1e": run,
        "action": code,
        "issues": sync,
    }


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_finds_a_secret(values: dict[str, Any], encoder: str) -> None:
    for value in values.values():
        assert_no_secret(encoded(encoder, value))
    assert_no_secret(encoded(encoder, list(values.values())))


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_finds_a_secret_in_a_list_that_is_read(client: nango.Client, server: Server, encoder: str) -> None:
    server.gives(json.dumps({"records": [record(7), record(8), record(9)], "next_cursor": None}))
    listing = client.records.list("customer-1", "github", "Issue")
    items, pages = iter(listing), listing.pages()
    assert next(items).data["title"] == next(pages)[0].data["title"] == SECRET
    server.gives(json.dumps({"records": [{"id": SECRET, "_nango_metadata": SECRET}]}))
    broken = listing.pages()
    with pytest.raises(nango.DecodeError):
        next(broken)
    for value in (listing, items, pages, broken):
        assert_no_secret(encoded(encoder, value))


@pytest.mark.parametrize("encoder", sorted(ENCODERS.keys() - REFUSE - {"unittest"}))
def test_an_encoder_writes_what_is_no_secret(values: dict[str, Any], encoder: str) -> None:
    for known, value in values.items():
        text = encoded(encoder, value)
        assert not text.startswith("refused"), text
        assert known.strip() in text


def test_what_is_a_field(values: dict[str, Any]) -> None:
    assert dataclasses.asdict(values["FOO"]) == {"name": "FOO"}
    one = dataclasses.asdict(values["customer-7"])
    assert one.keys() == listed(7).keys() - {"metadata", "tags", "end_user"}
    assert values["customer-7"].end_user.organization.id == "o1"
    assert typing.get_type_hints(type(values["customer-7"]))["errors"] == list[nango.models.ConnectionProblem]


def test_copies(values: dict[str, Any]) -> None:
    for value in values.values():
        assert copy.deepcopy(value) == value
        assert copy.copy(value) is value
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(value)
        with pytest.raises(TypeError, match="unhashable"):
            hash(value)


def test_models_are_named_as_programs_name_them(values: dict[str, Any]) -> None:
    for value in values.values():
        assert type(value).__module__ == "nango.models"
        assert type(value).__name__ in nango.models.__all__
