"""The README and the example are correct."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import nango
from answers import page
from conftest import SECRET_KEY
from nango import _credentials
from nango.testing import Emulator
from program import PYTHON, run
from server import Answer, document
from test_records import record

if TYPE_CHECKING:
    from server import Server

README = (PYTHON / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
EXAMPLE = PYTHON / "examples" / "get_connection.py"


def environment(server: Server) -> dict[str, str]:
    return {"NANGO_SECRET_KEY": SECRET_KEY, "NANGO_BASE_URL": server.url}


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_the_code_of_the_readme_runs(number: int, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(server).items():
        monkeypatch.setenv(name, value)
    answers = {"/connections": page(7), "/records": json.dumps({"records": [record(7)]})}
    server.answer = lambda request: Answer(answers.get(request.target.partition("?")[0]) or document())
    names: dict[str, Any] = {}
    exec(compile(BLOCKS[number], f"README.md, block {number + 1}", "exec"), names)
    shown = {
        "headers": {"Authorization": "Bearer invented-access-token"},
        "auth": "invented-access-token",
        "token": "invented-access-token",
        "cursor": "cursor-7",
    }
    assert all(names[name] == value for name, value in shown.items() if name in names)


def test_the_readme_has_blocks() -> None:
    assert len(BLOCKS) == 14


def test_the_table_of_credentials_is_right() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+Credentials)` \| (.*?) ?\|", README, re.MULTILINE)
    assert len(rows) == len(nango.AuthMode)
    common = set(nango.Credentials._names)
    for mode, name, fields in rows:
        cls = _credentials.CLASSES[nango.AuthMode(mode)]
        assert cls.__name__ == name
        own = set(cls._names) - common
        if fields.startswith("as OAuth2Credentials"):
            assert issubclass(cls, nango.OAuth2Credentials)
        else:
            assert set(fields.split(", ")) - {""} == own


def test_the_table_of_errors_is_complete() -> None:
    rows = re.findall(r"^\| `(\w+Error)` \|", README, re.MULTILINE)
    assert set(rows) == {name for name in nango.__all__ if name.endswith("Error")}


def test_the_table_of_attributes_is_complete() -> None:
    table = README.split("## Connection")[1].split("## Credentials")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert named == {*nango.Connection._names, "expires_in", "is_expired"}
    fields = re.search(r"^Fields of the dataclass.*?:\n(.*?)\.", table, re.MULTILINE | re.DOTALL)
    assert fields is not None
    shown = re.findall(r"`(\w+)`", fields[1])
    assert shown == [field.name for field in dataclasses.fields(nango.Connection)]


def test_the_example_prints_one_line() -> None:
    credentials = {"type": "OAUTH2", "access_token": "invented-access-token", "expires_at": "2125-01-02T03:04:05.678Z"}
    seed = {
        "keys": [{"secret": SECRET_KEY, "scopes": ["environment:*"]}],
        "integrations": [{"id": "github"}],
        "connections": [
            {"connection_id": "customer-1", "provider_config_key": "github", "credentials": credentials},
        ],
    }
    with Emulator(seed) as emulator:
        finished = run(str(EXAMPLE), **emulator.environment)
    line = "github/customer-1: OAUTH2 invented... expires 2125-01-02T03:04:05.678000+00:00\n"
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, line, "")


def test_the_example_without_one_token_or_expiry(nango_emulator: Emulator) -> None:
    names = {"NANGO_CONNECTION_ID": "customer-basic", "NANGO_PROVIDER_CONFIG_KEY": "freshdesk"}
    finished = run(str(EXAMPLE), **nango_emulator.environment, **names)
    assert finished.stdout == "freshdesk/customer-basic: BASIC (no single token) expires never\n"


def test_the_example_says_what_went_wrong(nango_emulator: Emulator) -> None:
    finished = run(str(EXAMPLE), **nango_emulator.environment)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert re.fullmatch(r"NOT_FOUND: Nango has no such connection .*\n", finished.stderr)
