"""nango.testing: the emulator as a fixture and as a context manager."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from subprocess import PIPE
from typing import Any
from urllib.parse import urlsplit

import pytest

import nango
from nango.testing import Emulator, EmulatorError, EmulatorRequest
from program import PYTHON, output, run
from server import PATIENCE

SEED: dict[str, Any] = {
    "keys": [{"secret": "00000000-0000-4000-8000-0000000000aa", "scopes": ["environment:*"]}],
    "integrations": [{"id": "github"}],
    "connections": [
        {
            "connection_id": "customer-9",
            "provider_config_key": "github",
            "credentials": {"type": "API_KEY", "apiKey": "invented-key"},
        }
    ],
}


def test_the_fixture_is_a_nango_with_the_demo_connections(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        assert client.get_connection("customer-oauth2", "github").token == "gho_invented_demo_token"
        with pytest.raises(nango.NotFoundError):
            client.get_connection("nobody", "github")
    requests = nango_emulator.requests()
    assert requests == [
        EmulatorRequest("GET", "/connection/customer-oauth2?provider_config_key=github", 200),
        EmulatorRequest("GET", "/connection/nobody?provider_config_key=github", 404),
    ]


def test_its_clock_moves_and_a_reset_undoes_everything(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        first = client.get_connection("expiring", "hubspot").token
        nango_emulator.advance_clock(timedelta(minutes=5))
        assert client.get_connection("expiring", "hubspot").token == first
        nango_emulator.advance_clock(1200)
        assert client.get_connection("expiring", "hubspot").token != first
        nango_emulator.reset()
        assert nango_emulator.requests() == []
        assert client.get_connection("expiring", "hubspot").token == first


def test_a_clock_that_goes_back_is_refused(nango_emulator: Emulator) -> None:
    with pytest.raises(EmulatorError, match="^the emulator rejected the request: the body must be"):
        nango_emulator.advance_clock(-1)


def test_asyncio_has_its_client(nango_emulator: Emulator) -> None:
    async def token() -> str | None:
        async with nango_emulator.async_client(timeout=10) as client:
            return (await client.get_connection("customer-api-key", "stripe-api-key")).token

    assert asyncio.run(token()) == "sk_invented_demo_api_key"


def test_a_seed_is_a_dict_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(SEED), encoding="utf-8")
    seeds: list[Any] = [SEED, path, str(path)]
    for seed in seeds:
        with Emulator(seed) as emulator, emulator.client() as client:
            assert emulator.secret_key == "00000000-0000-4000-8000-0000000000aa"
            assert client.get_connection("customer-9", "github").token == "invented-key"


def test_the_environment_leads_a_program_there(nango_emulator: Emulator) -> None:
    code = "import nango; c = nango.Client(); print(c.get_connection('customer-oauth2', 'github').auth_mode); c.close()"
    variables = {**nango_emulator.environment, "http_proxy": "http://127.0.0.1:1"}
    assert output(code, **variables) == "OAUTH2\n"


def test_two_have_nothing_in_common() -> None:
    with Emulator(SEED) as one, Emulator() as other:
        assert one.base_url != other.base_url
        with other.client() as client:
            client.get_connection("customer-oauth2", "github")
        assert one.requests() == []


def statuses(emulator: Emulator, calls: int) -> list[int | None]:
    with emulator.client(max_retries=0) as client, suppress(nango.RateLimitError):
        for _ in range(calls):
            client.get_connection("customer-oauth2", "github")
    return [request.status for request in emulator.requests()]


def test_the_rate_limit_is_that_of_the_seed_or_of_the_argument_or_none() -> None:
    with Emulator() as emulator:
        assert statuses(emulator, 201) == [200] * 200 + [429]
    with Emulator(rate_limit=2) as emulator:
        assert statuses(emulator, 3) == [200, 200, 429]
    with Emulator(rate_limit=None) as emulator:
        assert statuses(emulator, 201) == [200] * 201


@pytest.mark.parametrize("wrong", [0, -1, 2**32])
def test_a_rate_limit_out_of_range_is_told(wrong: int) -> None:
    with pytest.raises(EmulatorError, match=r"^rate_limit must be 1 to 4294967295 requests a minute, or None for"):
        Emulator(rate_limit=wrong)


def test_a_rate_limit_of_another_type_is_told() -> None:
    for wrong in (True, "1", 1.5):
        with pytest.raises(TypeError, match=f"^rate_limit must be an int or None, not {type(wrong).__name__}$"):
            Emulator(rate_limit=wrong)  # type: ignore[arg-type]


def test_closing_ends_it_and_closing_twice_is_fine() -> None:
    emulator = Emulator()
    emulator.close()
    emulator.close()
    with pytest.raises(EmulatorError, match=r"^the emulator does not respond .*: is it closed\?$"):
        emulator.requests()


def test_a_forked_process_uses_it_and_does_not_end_it(nango_emulator: Emulator) -> None:
    child = os.fork()
    if child == 0:
        try:
            nango_emulator.requests()
            nango_emulator.close()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert nango_emulator.requests() == []


def test_a_mistake_in_the_seed_is_told() -> None:
    with pytest.raises(
        EmulatorError, match="^the emulator did not start: nango-emulator: .*unknown field `conections`"
    ):
        Emulator({"conections": []})


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("NANGO_EMULATOR", raising=False)
    with pytest.raises(
        EmulatorError,
        match="^nango-emulator is not in this package, .*, nor on PATH: install a wheel of .*set NANGO_EMULATOR",
    ):
        Emulator()
    monkeypatch.setenv("NANGO_EMULATOR", str(tmp_path / "gone"))
    with pytest.raises(
        EmulatorError,
        match=r"^nango-emulator is not at .*/gone: install a wheel of libnango, which brings it, or build it",
    ):
        Emulator()


def test_the_environment_or_an_argument_names_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = os.environ["NANGO_EMULATOR"]
    monkeypatch.setenv("NANGO_EMULATOR", str(tmp_path / "gone"))
    with Emulator(program=program) as emulator:
        assert emulator.requests() == []
    (tmp_path / "nango-emulator").symlink_to(program)
    monkeypatch.delenv("NANGO_EMULATOR")
    monkeypatch.setenv("PATH", str(tmp_path))
    with Emulator() as emulator:
        assert emulator.requests() == []


def test_the_program_of_the_package_comes_before_that_of_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "nango-emulator"
    other.write_text("#!/bin/sh\necho another program >&2\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setattr("nango._emulator._PACKAGED", Path(os.environ["NANGO_EMULATOR"]))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("NANGO_EMULATOR")
    with Emulator() as emulator:
        assert emulator.requests() == []
    monkeypatch.setenv("NANGO_EMULATOR", str(other))
    with pytest.raises(EmulatorError, match="another program"):
        Emulator()


def test_another_program_is_told(tmp_path: Path) -> None:
    program = tmp_path / "emulator"
    program.write_text("#!/bin/sh\necho hello\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(EmulatorError, match="is not the nango-emulator of this version: reinstall it$"):
        Emulator(program=program)
    program.write_bytes(b"\x00")
    with pytest.raises(EmulatorError, match="cannot be run"):
        Emulator(program=program)


def test_it_needs_no_pytest() -> None:
    code = "import sys; sys.modules['pytest'] = None; from nango.testing import Emulator; Emulator().close()"
    assert output(code) == ""


def test_it_ends_with_the_process_that_started_it() -> None:
    code = (
        "import os, sys; from nango.testing import Emulator; print(Emulator().base_url, flush=True); "
        "sys.stdin.read(); os._exit(0)"
    )
    environment = {**os.environ, "PYTHONPATH": str(PYTHON / "src")}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=environment, stdin=PIPE, stdout=PIPE, text=True) as program:
        assert program.stdout is not None
        port = urlsplit(program.stdout.readline().strip()).port
        assert port is not None
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
            program.communicate()
            # The emulator is gone, and its connections with it: closed, or reset if it had not accepted them yet.
            with suppress(ConnectionResetError):
                assert connection.recv(1) == b""


README = (PYTHON.parents[1] / "tests" / "emulator" / "README.md").read_text(encoding="utf-8")
FILES = re.findall(r"^```python\n# (\w+\.py)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
FROM_ENVIRONMENT = """
import nango

def test_it():
    with nango.Client() as client:
        assert client.get_connection("customer-oauth2", "github").token == "gho_invented_demo_token"
"""


def test_the_files_of_the_readme_are_a_project_that_passes(tmp_path: Path) -> None:
    (first, fixture), (test, code), (second, own_fixtures) = FILES
    projects = [{first: fixture, test: code}, {second: own_fixtures, "test_environment.py": FROM_ENVIRONMENT}]
    for number, files in enumerate(projects):
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, text in files.items():
            (directory / name).write_text(text, encoding="utf-8")
        finished = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(directory), str(directory))
        assert "1 passed" in finished.stdout, finished.stdout
