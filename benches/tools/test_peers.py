"""Tests of what the report says of a client that is not installed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import peers


@pytest.mark.parametrize(
    ("folder", "is_there", "packages"),
    [
        ("_INSTALLED_REQUIREMENTS", peers.python, "pip: aiohttp httpx orjson pycurl requests"),
        ("_INSTALLED_LOCK", lambda: peers.node("client.mjs"), "npm: @nangohq/node"),
        ("_JACKSON", peers.jackson, "Maven: com.fasterxml.jackson.core:jackson-databind"),
        ("_DOWNLOADED_YYJSON", peers.yyjson_source, "pip: yyjson=="),
    ],
)
def test_a_missing_client_names_its_packages_in_one_line(
    folder: str, is_there: Callable[[], Any], packages: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, folder, tmp_path / "absent")
    monkeypatch.setattr(shutil, "which", lambda command: f"/usr/bin/{command}")
    with pytest.raises(peers.MissingError) as missing:
        is_there()
    said = str(missing.value)
    assert said.startswith("make bench-peers (")
    assert packages in said
    assert "\n" not in said


def test_without_maven_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(peers.MissingError, match="default-jdk-headless maven"):
        peers.jackson()


def test_the_packages_of_python_are_those_that_are_pinned() -> None:
    pinned = {line.split("==")[0] for line in (peers.PROGRAMS / "requirements.txt").read_text().splitlines()}
    named = peers.INSTALL_PYTHON.split(": ")[1].removesuffix(")").split()
    assert set(named) <= pinned
