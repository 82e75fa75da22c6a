#!/usr/bin/env python3
"""Installs the clients that libnango is measured beside, pinned: in target/bench, and for Java where Maven has it.

`make bench-peers` does so, and `make bench` installs none.

usage: peers.py
"""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
from functools import cache
from pathlib import Path

import project

PROGRAMS = project.BENCHES / "programs"
# yyjson is in no Debian before 13, but in the source of a Python package.
YYJSON = "yyjson==4.0.6"
INSTALL = "make bench-peers"
INSTALL_PYTHON = f"{INSTALL} (pip: aiohttp httpx orjson pycurl requests)"
INSTALL_NODE = f"{INSTALL} (npm: @nangohq/node)"
INSTALL_JACKSON = f"{INSTALL} (Maven: com.fasterxml.jackson.core:jackson-databind)"
INSTALL_YYJSON = f"{INSTALL} (pip: {YYJSON}, of which it takes the C source), or Debian 13: libyyjson-dev"
INSTALL_MAVEN = "Debian: default-jdk-headless maven"

_DOWNLOADED_YYJSON = project.OUT / "yyjson"
_ENVIRONMENT = project.OUT / "py"
_INSTALLED_REQUIREMENTS = _ENVIRONMENT / "installed.txt"
_REQUIREMENTS = PROGRAMS / "requirements.txt"
_JAVA = PROGRAMS / "java"
_JACKSON = Path.home() / ".m2" / "repository" / "com" / "fasterxml" / "jackson" / "core"
_NODE = project.OUT / "node"
_LOCK = "package-lock.json"
_INSTALLED_LOCK = _NODE / "node_modules" / _LOCK


class MissingError(Exception):
    """A client is not installed. It says what to install."""


def yyjson_source() -> Path:
    """The folder with yyjson.c and yyjson.h."""
    if not _DOWNLOADED_YYJSON.exists():
        raise MissingError(INSTALL_YYJSON)
    return next(_DOWNLOADED_YYJSON.glob("yyjson-*")) / "yyjson"


def python() -> str:
    """The interpreter of an environment with the packages in requirements.txt."""
    if not _INSTALLED_REQUIREMENTS.exists() or _INSTALLED_REQUIREMENTS.read_text() != _REQUIREMENTS.read_text():
        raise MissingError(INSTALL_PYTHON)
    return str(_ENVIRONMENT / "bin" / "python")


def node(program: str) -> list[str]:
    """The command of a program of benches/programs/node, next to which Node.js looks for packages."""
    command = shutil.which("node")
    if command is None:
        raise MissingError("Node.js 20 or later with npm (Debian 13: nodejs npm)")
    if not _INSTALLED_LOCK.exists() or _INSTALLED_LOCK.read_bytes() != (PROGRAMS / "node" / _LOCK).read_bytes():
        raise MissingError(INSTALL_NODE)
    for file in (program, "turns.mjs"):
        shutil.copy(PROGRAMS / "node" / file, _NODE)
    return [command, str(_NODE / program)]


@cache
def java(*options: str) -> list[str]:
    """Compile the programs in Java, with the jar of this checkout, and give the path of their classes."""
    package = project.ROOT / "bindings" / "java"
    project.build([str(package / "build.sh"), *options, "package", "-Dmaven.test.skip=true", "-pl", "nango"])
    project.build([_maven(), *options, "-q", "-B", "-f", str(_JAVA), "compile"])
    classes = [str(project.OUT / "java" / "classes"), project.build([str(package / "classpath.sh")]).strip()]
    return classes + [str(found) for found in _JACKSON.rglob("*2.21*.jar")]


def jackson() -> None:
    """Whether Maven has what the clients in Java are built with, without a network."""
    if shutil.which(_maven()) is None:
        raise MissingError(INSTALL_MAVEN)
    if not any(_JACKSON.rglob("jackson-databind-2.21*.jar")):
        raise MissingError(INSTALL_JACKSON)


def _maven() -> str:
    return os.environ.get("MVN", "mvn")


def install_yyjson() -> None:
    """Download the source."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    unfinished = project.OUT / "yyjson.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    project.run([*pip, "--dest", str(unfinished), YYJSON])
    with tarfile.open(next(unfinished.glob("*.tar.gz"))) as archive:
        archive.extractall(unfinished, filter="data")
    unfinished.rename(_DOWNLOADED_YYJSON)


def install_python() -> None:
    """Make the environment."""
    interpreter = str(_ENVIRONMENT / "bin" / "python")
    project.run([sys.executable, "-m", "venv", "--clear", str(_ENVIRONMENT)])
    project.run(
        [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(_REQUIREMENTS)]
    )
    shutil.copy(_REQUIREMENTS, _INSTALLED_REQUIREMENTS)


def install_node() -> None:
    """Install the packages of the lock file."""
    _NODE.mkdir(exist_ok=True)
    for name in ("package.json", _LOCK):
        shutil.copy(PROGRAMS / "node" / name, _NODE)
    project.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=_NODE)
    shutil.copy(PROGRAMS / "node" / _LOCK, _INSTALLED_LOCK)


def main() -> int:
    """Install what is not there yet."""
    project.OUT.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name, is_there, install in (
        ("yyjson", yyjson_source, install_yyjson),
        ("the Python packages", python, install_python),
        ("the Node.js packages", lambda: node("client.mjs"), install_node),
        ("Jackson for Java", jackson, java),
    ):
        try:
            is_there()
        except MissingError as missing:
            if not str(missing).startswith(INSTALL):
                print(f"{name}: {missing}", file=sys.stderr)
                failed = 1
                continue
            print(f"Installing {name} ...")
            install()
    return failed


if __name__ == "__main__":
    sys.exit(main())
