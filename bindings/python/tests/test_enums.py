"""Enums print their name, on every version of Python the same."""

from __future__ import annotations

import copy
import enum
import json
import pickle
from typing import Any

import pytest

import nango
from nango import AuthMode, ErrorKind, Route


@pytest.mark.parametrize(
    ("member", "name", "shown"),
    [
        (ErrorKind.NOT_FOUND, "NOT_FOUND", "<ErrorKind.NOT_FOUND: 13>"),
        (ErrorKind(77), "UNKNOWN_77", "<ErrorKind.UNKNOWN_77: 77>"),
        (Route.CONNECTIONS, "CONNECTIONS", "<Route.CONNECTIONS: 2>"),
        (AuthMode.OAUTH2, "OAUTH2", "<AuthMode.OAUTH2: 'OAUTH2'>"),
    ],
    ids=repr,
)
def test_an_enum_prints_its_name(member: Any, name: str, shown: str) -> None:
    assert str(member) == f"{member}" == format(member) == name
    assert f"{member:>20}" == name.rjust(20)
    assert f"{member!r}" == repr(member) == shown


def test_a_number_is_still_a_number() -> None:
    assert f"{ErrorKind.NOT_FOUND:d} {ErrorKind.NOT_FOUND:04d} {ErrorKind.NOT_FOUND:x}" == "13 0013 d"
    assert int(ErrorKind.NOT_FOUND) == ErrorKind(13) == 13
    assert json.dumps([ErrorKind.NOT_FOUND, Route.AUTO]) == "[13, 0]"
    assert pickle.loads(pickle.dumps(ErrorKind.NOT_FOUND)) is copy.copy(ErrorKind.NOT_FOUND) is ErrorKind.NOT_FOUND


def test_every_public_enum_is_among_those() -> None:
    public = {name for name in nango.__all__ if isinstance(getattr(nango, name), enum.EnumMeta)}
    assert public == {"ErrorKind", "Route", "AuthMode"}
