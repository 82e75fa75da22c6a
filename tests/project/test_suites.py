"""`make test SUITE=name` runs one suite and builds its requirements."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUITES = """
needs one
suite 'Go' sh -c 'echo "1 passed, 0 failed"'
needs one two
suite 'Go, race detector' sh -c 'echo "2 passed, 0 failed"'
suite 'C and C++' sh -c 'echo "3 passed, 0 failed"'
suite 'Broken' sh -c 'echo "4 passed, 0 failed"; exit 1'
note 'for all'
"""
MAKEFILE = "one two:\n\t@touch built-$@\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The script with its own suites."""
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "run.sh", tmp_path / "tests")
    (tmp_path / "tests" / "suites.sh").write_text(SUITES, encoding="utf-8")
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    return tmp_path


def run(command: list[str], folder: Path, suite: str | None) -> subprocess.CompletedProcess[str]:
    """Runs a command as if outside make."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "SUITE")}
    if suite is not None:
        environment["SUITE"] = suite
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run_suites(project: Path, suite: str | None) -> subprocess.CompletedProcess[str]:
    """Runs the script."""
    return run(["sh", "tests/run.sh"], project, suite)


def built(project: Path) -> list[str]:
    """The targets that make was called for."""
    return sorted(path.name for path in project.glob("built-*"))


@pytest.mark.parametrize(
    ("suite", "tests", "made"),
    [
        ("Go", 1, ["built-one"]),  # a whole name, though it is a part of another
        ("go", 1, ["built-one"]),
        ("race", 2, ["built-one", "built-two"]),
        ("c++", 3, []),
        ("C and C++", 3, []),
    ],
)
def test_one_suite_by_its_name_or_a_part(suite: str, tests: int, made: list[str], project: Path) -> None:
    """Only it runs, and its requirements are built."""
    ended = run_suites(project, suite)
    assert ended.stdout.endswith(f"\n{tests} passed, 0 failed\n"), ended.stdout + ended.stderr
    assert ended.returncode == 0
    assert built(project) == made


@pytest.mark.parametrize("suite", ["Golang", "?", ".*", "-v"])
def test_an_unknown_name_lists_all(suite: str, project: Path) -> None:
    """And fails, without running any."""
    ended = run_suites(project, suite)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == f"No suite is called '{suite}'. There are:\nGo\nGo, race detector\nC and C++\nBroken\n"
    assert built(project) == []


def test_a_part_of_several_names_lists_those(project: Path) -> None:
    """For one to be chosen."""
    ended = run_suites(project, "c")
    assert ended.returncode == 2
    assert ended.stderr == "'c' is part of several names, so give more of one:\nGo, race detector\nC and C++\n"


def test_a_suite_that_fails_fails_the_run(project: Path) -> None:
    """Also when it is the only one."""
    ended = run_suites(project, "broken")
    assert ended.returncode == 1
    assert ended.stdout.endswith("\n0 passed, 1 failed\n")


def test_a_target_that_cannot_be_built_ends_the_run(project: Path) -> None:
    """The suite would test an old build."""
    (project / "Makefile").write_text("one:\n\t@exit 3\n", encoding="utf-8")
    ended = run_suites(project, "Go")
    assert ended.returncode != 0
    assert "passed" not in ended.stdout


def test_without_a_name_all_run(project: Path) -> None:
    """And nothing is built: `make test` has done so."""
    ended = run_suites(project, None)
    assert "for all\n" in ended.stdout
    assert ended.stdout.endswith("\n6 passed, 1 failed\n")
    assert built(project) == []


def test_a_suite_starts_as_soon_as_one_of_two_has_ended(project: Path) -> None:
    """The first ends only once the third has begun; the fourth runs alone."""
    os.mkfifo(project / "third")
    (project / "tests" / "suites.sh").write_text(
        """
        beside 'First' sh -c 'timeout 60 cat third && touch ended && echo "1 passed, 0 failed"'
        beside 'Second' sh -c 'echo "2 passed, 0 failed"'
        beside 'Third' timeout 60 sh -c 'echo begun >third && echo "3 passed, 0 failed"'
        suite 'Fourth' sh -c 'test -e ended && echo "4 passed, 0 failed"'
        """,
        encoding="utf-8",
    )
    ended = run_suites(project, None)
    assert ended.stdout.endswith("\n10 passed, 0 failed\n"), ended.stdout + ended.stderr
    assert ended.returncode == 0


def test_a_suite_that_runs_alone_begins_when_the_others_have_ended(project: Path) -> None:
    """The first looks for a second whether it has begun: that it does not come cannot be waited for."""
    (project / "tests" / "suites.sh").write_text(
        """
        beside 'First' sh -c 'sleep 1; test ! -e begun && echo "1 passed, 0 failed"'
        suite 'Alone' sh -c 'touch begun && echo "2 passed, 0 failed"'
        """,
        encoding="utf-8",
    )
    ended = run_suites(project, None)
    assert ended.stdout.endswith("\n3 passed, 0 failed\n"), ended.stdout + ended.stderr


def test_what_the_suites_need_are_targets_of_make() -> None:
    """Each of them, and make passes the name on."""
    text = "".join((ROOT / "tests" / name).read_text("utf-8") for name in ("suites.sh", "suites-portable.sh"))
    targets = {target for line in text.splitlines() if line.strip().startswith("needs ") for target in line.split()[1:]}
    assert {"lib", "python-tools"} <= targets
    asked = run(["make", "--dry-run", "--silent", *sorted(targets)], ROOT, None)
    assert asked.returncode == 0, asked.stderr
    ended = run(["make", "-s", "test", "SUITE=no such suite"], ROOT, None)
    assert ended.returncode == 2
    assert "No suite is called 'no such suite'. There are:\nRust\n" in ended.stderr


@pytest.mark.parametrize(
    ("line", "tests"),
    [
        ("9 passed in 0.06s", 9),
        ("9 passed, 1 warning in 660.80s (0:11:00)", 9),
        ("8 passed, 1 skipped, 2 warnings in 1.00s", 8),
        ("=== 7 passed, 1 warning in 1.00s ===", 7),
        ("python 3.13: passed: 6 passed, 1 warning in 1.00s", 6),
        ("OK (5 tests, 12 assertions)", 5),
        ("100% tests passed, 0 tests failed out of 4", 4),
    ],
)
def test_the_tests_of_each_runner_are_counted(
    line: str, tests: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its last line, whatever warnings it mentions."""
    (project / "tests" / "other.sh").write_text(f"suite 'Other' echo '{line}'\n", encoding="utf-8")
    monkeypatch.setenv("SUITES", "tests/other.sh")
    assert run_suites(project, None).stdout.endswith(f"\n{tests} passed, 0 failed\n")


def test_another_list_of_suites(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts for the names, and for what runs."""
    (project / "tests" / "other.sh").write_text(
        """suite 'Other' sh -c 'echo "7 passed, 0 failed"'\n""", encoding="utf-8"
    )
    monkeypatch.setenv("SUITES", "tests/other.sh")
    assert run_suites(project, None).stdout.endswith("\n7 passed, 0 failed\n")
    assert run_suites(project, "Go").stderr == "No suite is called 'Go'. There are:\nOther\n"


def test_the_portable_suites_are_those_of_make_test() -> None:
    """Each name is one of all suites, so that what fails there can be run here."""
    asked = run(["make", "-s", "test-portable", "SUITE=no such suite"], ROOT, None)
    assert "No suite is called 'no such suite'. There are:\nRust\n" in asked.stderr
    portable = set(asked.stderr.split("There are:\n")[1].split("\nmake")[0].splitlines())
    every = run(["make", "-s", "test", "SUITE=no such suite"], ROOT, None).stderr.split("There are:\n")[1].splitlines()
    assert {"C and C++", "Go"} < portable <= {*every, *(name for name in portable if name.startswith("Python 3."))}


STUBS = """
python=python
suite() { :; }
needs() { :; }
note() { :; }
beside() { case $1 in Python*) shift; shift 2; echo "$*" ;; esac; }
has_python() { case " $HAS " in *" $1 "*) ;; *) false ;; esac; }
. tests/suites.sh
"""


@pytest.mark.parametrize(
    ("has", "only", "expected"),
    [
        ("3.9 3.10 3.11 3.13", "", ["3.9", "--fast 3.10", "--fast 3.11", "3.13"]),
        ("3.11 3.12", "", ["3.11", "3.12"]),
        ("3.11", "", ["3.11"]),
        ("3.9 3.10 3.11", "Python 3.10", ["3.9", "3.10", "3.11"]),
    ],
)
def test_the_oldest_python_the_newest_and_the_only_one_run_all_tests(has: str, only: str, expected: list[str]) -> None:
    """Those between leave out what takes longest."""
    environment = {**os.environ, "HAS": has, "only": only}
    ended = subprocess.run(["sh", "-c", STUBS], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines() == expected
