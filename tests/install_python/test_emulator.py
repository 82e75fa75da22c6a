"""The emulator of the wheel: nango.testing finds it, and it is a command, without Rust and without PATH."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from environment import PACKAGE, Environment, clean
from hatch_build import COMMAND, EMULATOR

#: There are no other programs: neither cargo nor another nango-emulator.
NO_PROGRAMS = {"PATH": "/nowhere"}
TESTING = """
from nango.testing import Emulator
with Emulator(rate_limit=None) as emulator, emulator.client() as client:
    print(client.get_connection("customer-oauth2", "github").token)
"""
CLIENT = "import nango; print(nango.Client().get_connection('customer-oauth2', 'github').token)"
TOKEN = "gho_invented_demo_token\n"


def test_nango_testing_starts_it(installed: Environment) -> None:
    assert installed.output("-c", TESTING, **NO_PROGRAMS) == TOKEN


def test_nango_testing_starts_it_where_the_package_is_in_another_folder(tmp_path: Path, wheel: Path) -> None:
    environment, folder = Environment(Path(sys.executable), tmp_path), tmp_path / "packages"
    pip = [str(environment.python), "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True)
    assert environment.output("-c", TESTING, PYTHONPATH=str(folder), **NO_PROGRAMS) == TOKEN


def test_it_is_a_command_of_the_environment(installed: Environment) -> None:
    command = [str(installed.python.with_name(EMULATOR)), "--", str(installed.python), "-c", CLIENT]
    finished = subprocess.run(
        command, cwd=installed.directory, env=clean(**NO_PROGRAMS), capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, TOKEN, "")


def test_the_command_is_the_program_itself(installed: Environment) -> None:
    """A signal reaches the emulator, which then ends as it should: no process is in between."""
    command = [str(installed.python.with_name(EMULATOR))]
    with subprocess.Popen(command, env=clean(), stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline().startswith("nango-emulator listening on http://127.0.0.1:")
        program.terminate()
    assert program.returncode == 0


def test_a_command_that_was_left_behind_says_so(tmp_path: Path) -> None:
    empty = Environment(Path(sys.executable), tmp_path)
    finished = empty.run(str(PACKAGE / COMMAND))
    assert finished.returncode == 1
    assert finished.stderr == ("nango-emulator: libnango is not installed for this Python any more: install it again\n")


def test_a_command_without_its_program_says_so(tmp_path: Path) -> None:
    environment = Environment(Path(sys.executable), tmp_path)
    environment.install(r"libnango-.*\.whl")
    program = environment.package / EMULATOR
    program.unlink()
    finished = environment.run(str(environment.python.with_name(EMULATOR)))
    assert finished.returncode == 1
    assert finished.stderr == (
        f"nango-emulator: {program} cannot be run (No such file or directory): install the wheel of libnango again\n"
    )
    finished = environment.run("-c", TESTING, **NO_PROGRAMS)
    assert finished.stderr.splitlines()[-1].startswith("nango.testing.EmulatorError: nango-emulator is not in this pac")
