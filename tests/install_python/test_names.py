"""The distribution is libnango, the package nango; on PyPI nango is another project's, which has the same package."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

from environment import Environment

if TYPE_CHECKING:
    from email.message import Message

    from server import Server

NEEDED_BY_ADAPTERS = ("httpx", "requests")
ADAPTERS = (
    "from nango.adapters import httpx, requests; print(httpx.ProxyTransport.__name__, requests.ProxyAdapter.__name__)"
)


def assert_is_libnango(described: Message) -> None:
    assert described["Name"] == "libnango"
    assert tuple(sorted(described.get_all("Provides-Extra", []))) == NEEDED_BY_ADAPTERS
    required = [str(line) for line in described.get_all("Requires-Dist", [])]
    assert all(re.match(r"(httpx|requests)>=[\d.]+; extra == ", line) for line in required)


def test_the_wheel_is_libnango_and_has_the_extras(wheel: Path) -> None:
    assert wheel.name.startswith("libnango-")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        assert name.startswith("libnango-")
        assert_is_libnango(HeaderParser().parsestr(archive.read(name).decode()))


def test_the_sdist_is_libnango_and_has_the_extras(sdist: Path) -> None:
    folder = sdist.name.removesuffix(".tar.gz")
    assert folder.startswith("libnango-")
    with tarfile.open(sdist) as archive:
        assert {name.partition("/")[0] for name in archive.getnames()} == {folder}
        described = archive.extractfile(f"{folder}/PKG-INFO")
        assert described is not None
        assert_is_libnango(HeaderParser().parsestr(described.read().decode()))


def test_what_is_installed_is_libnango_alone(installed: Environment) -> None:
    program = "import importlib.metadata as m; print(*{d.metadata['Name'] for d in m.distributions()})"
    assert [name for name in installed.output("-c", program).split() if "nango" in name] == ["libnango"]


def test_the_extras_bring_what_the_adapters_need(tmp_path: Path) -> None:
    environment = Environment(Path(sys.executable), tmp_path)
    environment.install(r"'libnango-.*\.whl\[requests,httpx\]'")
    assert environment.output("-c", ADAPTERS) == "ProxyTransport ProxyAdapter\n"


def other_nango(folder: Path) -> Path:
    """A wheel like that of the other project: newer, and with a package of the same name, whose first file is empty."""
    version = "0.1.2"
    wheel = folder / f"nango-{version}-py3-none-any.whl"
    described = f"nango-{version}.dist-info"
    files = {
        "nango/__init__.py": "",
        "nango/consumers.py": "",
        f"{described}/METADATA": f"Metadata-Version: 2.1\nName: nango\nVersion: {version}\n",
        f"{described}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{described}/RECORD"])
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in {**files, f"{described}/RECORD": record}.items():
            archive.writestr(name, content)
    return wheel


def test_the_guide_brings_libnango_back_where_the_other_one_replaced_it(tmp_path: Path, server: Server) -> None:
    environment = Environment(Path(sys.executable), tmp_path)
    environment.install(r"libnango-.*\.whl")
    pip = [str(environment.python), "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, str(other_nango(tmp_path))], check=True)
    assert environment.run("-c", "import nango; nango.Client").returncode != 0

    environment.follow(r"pip uninstall .*")
    assert not environment.package.exists()
    environment.install(r"libnango-.*\.whl")
    environment.gets_a_connection(server)
