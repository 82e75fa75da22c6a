"""`make demo`, for a newcomer and for a user with a Nango account. `make test` has built its programs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from nango.testing import Emulator

ROOT = Path(__file__).resolve().parents[2]
DEMO = ["sh", str(ROOT / "tests/demo.sh")]
LANGUAGES = ["C", "C++", "Python", "Go", "Ruby", "Java", "PHP", "Rust"]


@pytest.fixture(scope="module", autouse=True)
def control_c_as_in_a_terminal() -> None:
    """A job that a shell starts in the background ignores SIGINT, and so would every program that the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def environment(**more: str) -> dict[str, str]:
    """The environment with only the given variables of Nango's."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NANGO_", "LANGS"))}
    return {**clean, **more}


def files_of_the_project() -> set[str]:
    """Every file in the checkout, except those below target/ and git's own."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude=/target/"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(listed.stdout.splitlines())


def is_listening(address: str) -> bool:
    """Whether a server accepts connections at http://host:port."""
    host, port = address.removeprefix("http://").split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def emulator_of(output: str) -> str:
    """The emulator's address in the demo's first line."""
    return output.splitlines()[0].rpartition(" ")[2]


def test_the_demo_shows_everything_and_leaves_nothing_behind() -> None:
    """All modes, a refresh, failures, every language; then no process and no file is left."""
    before = files_of_the_project()
    result = subprocess.run(DEMO, check=False, env=environment(), capture_output=True, text=True, timeout=120, cwd="/")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    modes = {line.split()[0] for line in lines if line.startswith("  ")}
    names = (ROOT / "include/nango.h").read_text().split("#define NANGO_AUTH_MODE_")[1:]
    known = {name.split()[0] for name in names} - {"ABSENT", "UNKNOWN"}
    assert known <= modes
    assert "a new token: Nango refreshed it" in result.stdout
    assert "REFRESH_FAILED, retryable" in result.stdout
    assert "REFRESH_FAILED, not retryable" in result.stdout
    shown = {line[2:10].strip(): line[10:] for line in lines if "github/customer-oauth2" in line}
    assert list(shown) == LANGUAGES
    assert len({line.split(" expires ")[0] for line in shown.values()}) == 1
    assert "gho_inve..." in shown["C"]
    assert not is_listening(emulator_of(result.stdout))
    assert files_of_the_project() == before


def test_it_shows_the_languages_that_are_asked_for() -> None:
    """Programs of the others are not run: they may not be built."""
    some = environment(LANGS="python c")
    result = subprocess.run(DEMO, check=False, env=some, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    shown = [line[2:10].strip() for line in result.stdout.splitlines() if "github/customer-oauth2" in line]
    assert shown == ["C", "Python"]
    assert "OAUTH2" in result.stdout


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_demo_leaves_no_process_behind(how: signal.Signals) -> None:
    """Ctrl-C, a termination, and even a kill end the emulator too."""
    before = files_of_the_project()
    demo = subprocess.Popen(
        DEMO, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with demo:
        assert demo.stdout is not None
        first_line = demo.stdout.readline()
        assert is_listening(emulator_of(first_line))
        if how == signal.SIGKILL:
            demo.kill()
        else:
            os.killpg(demo.pid, how)
        # Every process of the demo holds this pipe: its end is the end of the last of them.
        demo.stdout.read()
    assert demo.returncode != 0
    assert not is_listening(emulator_of(first_line))
    assert files_of_the_project() == before


def test_with_a_key_it_fetches_that_connection_from_that_server() -> None:
    """With key and ids in the environment the examples use that server, and no emulator is started."""
    with Emulator() as emulator:
        mine = environment(**emulator.environment, NANGO_CONNECTION_ID="rich", NANGO_PROVIDER_CONFIG_KEY="slack")
        result = subprocess.run(DEMO, check=False, env=mine, capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, result.stderr
        assert emulator.base_url in result.stdout.splitlines()[0]
        assert [line[2:10].strip() for line in result.stdout.splitlines() if "slack/rich" in line] == LANGUAGES

        missing = subprocess.run(
            DEMO,
            check=False,
            env={**mine, "NANGO_CONNECTION_ID": "nobody"},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert missing.returncode == 1
        assert missing.stdout.count("NOT_FOUND: ") == len(LANGUAGES)
