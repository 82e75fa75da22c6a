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
from test_encoders import REFUSE, assert_no_secret, encoded

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
    }


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_finds_a_secret(values: dict[str, Any], encoder: str) -> None:
    for value in values.values():
        assert_no_secret(encoded(encoder, value))
    assert_no_secret(encoded(encoder, list(values.values())))


@pytest.mark.parametrize("encoder", sorted(ENCODERS.keys() - REFUSE - {"unittest"}))
def test_an_encoder_writes_what_is_no_secret(values: dict[str, Any], encoder: str) -> None:
    for known, value in values.items():
        text = encoded(encoder, value)
        assert not text.startswith("refused"), text
        assert known in text


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
