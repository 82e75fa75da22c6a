"""Installed next to the other project named nango, the package reports it instead of being a mixture of both."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from nango import _installation, _library
from program import PYTHON

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = PYTHON / "src" / "nango"
OURS = {f"nango/{path.relative_to(PACKAGE)}": path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
#: As that of the other project: named as its distribution and its first file, which is empty, are.
THEIRS = {"nango/__init__.py": "", "nango/apps.py": "", "nango/consumers.py": "", "nango/forms/__init__.py": ""}
#: Every module of ours, as it is imported. The fixture's alone needs pytest, and is imported by nango.testing.
MODULES = sorted(
    {name[: -len(".py")].replace("/", ".").replace(".__init__", "") for name in OURS} - {"nango._pytest_fixture"}
)

#: Imports each module that is named, each as if it were the first, and prints the result.
IMPORT_EACH = """
import importlib, sys
for name in sys.argv[1:]:
    for loaded in [loaded for loaded in sys.modules if loaded.partition(".")[0] == "nango"]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(name, "refused:", error)
    else:
        print(name, "imported")
"""


def wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> Path:
    described = f"{name}-{version}.dist-info"
    files = {
        **files,
        f"{described}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{described}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{described}/RECORD"
    files[record] = "".join(f"{file},,\n" for file in [*files, record])
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return path


class Environment:
    """A virtual environment, and both projects to install into it."""

    def __init__(self, folder: Path) -> None:
        self.python = folder / "venv" / "bin" / "python"
        self.wheels = {
            "ours": wheel(folder, "libnango", "0.1.0", OURS),
            "theirs": wheel(folder, "nango", "0.1.2", THEIRS),
        }
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)

    @property
    def packages(self) -> Path:
        (packages,) = self.python.parents[1].glob("lib/python*/site-packages")
        return packages

    def install(self, *names: str) -> None:
        """One after the other: pip does not look whether they overwrite each other."""
        for name in names:
            self.pip("install", "--no-index", "--no-deps", str(self.wheels[name]))

    def pip(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--python", str(self.python)]
        # Not as an error: pip itself uses deprecated features.
        environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
        subprocess.run([*command, *arguments], env=environment, check=True)

    def imported(self, *modules: str, **environment: str) -> list[str]:
        """What comes of importing each of the modules."""
        variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        finished = subprocess.run(
            [str(self.python), "-c", IMPORT_EACH, *modules],
            env={**variables, "NANGO_LIBRARY": _library._find(), **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        assert finished.stderr == ""
        return finished.stdout.splitlines()

    def refusal(self) -> str:
        return (
            f"refused: another project named nango was installed into {self.packages} and overwrites files of "
            f"libnango, whose package has the same name: run '{self.python} -m pip uninstall nango libnango', then "
            "install libnango again"
        )


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path)


#: Those that need nothing else installed.
ALONE = [name for name in MODULES if name not in ("nango.adapters.httpx", "nango.adapters.requests")]


def test_alone_every_module_is_imported(environment: Environment) -> None:
    environment.install("ours")
    assert environment.imported(*ALONE) == [f"{name} imported" for name in ALONE]


def test_after_the_other_every_module_refuses(environment: Environment) -> None:
    environment.install("theirs", "ours")
    assert environment.imported(*MODULES) == [f"{name} {environment.refusal()}" for name in MODULES]


def test_before_the_other_every_module_refuses_but_the_first_which_is_theirs(environment: Environment) -> None:
    environment.install("ours", "theirs")
    imported = environment.imported(*MODULES, "nango.consumers")
    theirs = ["nango", "nango.consumers"]
    assert imported == [
        f"{name} imported" if name in theirs else f"{name} {environment.refusal()}" for name in [*MODULES, theirs[1]]
    ]


def test_what_is_left_once_the_other_is_uninstalled_refuses_too(environment: Environment) -> None:
    environment.install("theirs", "ours")
    environment.pip("uninstall", "--yes", "nango")  # which takes our __init__.py along
    inner = MODULES[1:]
    assert environment.imported(*inner) == [f"{name} {environment.refusal()}" for name in inner]


@pytest.mark.parametrize("order", [("theirs", "ours"), ("ours", "theirs")], ids="-".join)
def test_what_the_sentence_advises_helps(environment: Environment, order: tuple[str, str]) -> None:
    environment.install(*order)
    environment.pip("uninstall", "--yes", "nango", "libnango")
    environment.install("ours")
    assert environment.imported("nango", "nango.testing") == ["nango imported", "nango.testing imported"]


def test_a_checkout_that_comes_before_the_other_is_no_mixture(environment: Environment) -> None:
    environment.install("theirs")
    source = str(PACKAGE.parent)
    assert environment.imported("nango", "nango.testing", PYTHONPATH=source) == [
        "nango imported",
        "nango.testing imported",
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("nango-0.1.2.dist-info", True),
        ("nango-0.1.2.egg-info", True),
        ("libnango-0.1.0.dist-info", False),
        ("nango_tools-1.0.dist-info", False),
        ("nango-data", False),
    ],
)
def test_what_tells_the_other(tmp_path: Path, name: str, other: bool) -> None:
    (tmp_path / name).mkdir()
    assert _installation._has_the_other(str(tmp_path)) is other


def test_a_folder_that_cannot_be_read_has_no_other(tmp_path: Path) -> None:
    assert not _installation._has_the_other(str(tmp_path / "archive.zip"))
