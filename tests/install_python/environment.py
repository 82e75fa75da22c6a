"""Empty environments that the package is installed into and used from, as on a user's machine."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from server import PATIENCE

if TYPE_CHECKING:
    from server import Server

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "bindings" / "python"
#: What `make wheel sdist` made.
DIST = ROOT / "target" / "dist" / "python"
SECRET_KEY = "00000000-0000-4000-8000-00000000c0de"
#: How long an installation may take that compiles everything on a busy machine.
BUILD_PATIENCE = 900
#: Names the library that a process has loaded.
WHICH_LIBRARY = """
import nango
with open("/proc/self/maps") as maps:
    print(*sorted({line.split()[-1] for line in maps if "libnango" in line}), sep="\\n")
"""


class Environment:
    """A virtual environment, and a separate directory to run programs in."""

    def __init__(self, interpreter: Path, home: Path) -> None:
        self.python = home / "venv" / "bin" / "python"
        self.directory = home / "elsewhere"
        self.directory.mkdir(parents=True)
        for file in DIST.iterdir():
            (self.directory / file.name).symlink_to(file)
        (self.directory / "libnango").symlink_to(ROOT)
        subprocess.run([str(interpreter), "-m", "venv", str(home / "venv")], check=True, timeout=PATIENCE * 4)

    @property
    def package(self) -> Path:
        """Where pip puts the package."""
        (site,) = self.python.parents[1].glob("lib/python3.*/site-packages")
        return site / "nango"

    def install(self, what: str, **environment: str) -> None:
        """Install with the command of the guide that names it so, and see by its other command that this went well."""
        self.follow(f"pip install {what}", **environment)
        version = re.findall(r'^version = "(.*)"$', (PACKAGE / "pyproject.toml").read_text(), re.MULTILINE)
        assert self.follow("python .*").split() == version

    def follow(self, pattern: str, **environment: str) -> str:
        """Run the command of the guide that matches, as a shell does in which the environment is active."""
        path = f"{self.python.parent}:{os.environ['PATH']}"
        finished = subprocess.run(
            ["sh", "-c", command(pattern)],
            cwd=self.directory,
            env=clean(PATH=path, **environment),
            stdout=subprocess.PIPE,
            text=True,
            timeout=BUILD_PATIENCE,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout
        return finished.stdout

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a program from a directory that has nothing to do with the checkout."""
        return subprocess.run(
            [str(self.python), "-W", "error", *arguments],
            cwd=self.directory,
            env=clean(**environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def output(self, *arguments: str, **environment: str) -> str:
        """The output of a program that must succeed and print nothing on standard error."""
        finished = self.run(*arguments, **environment)
        assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr
        return finished.stdout

    def loaded(self, **environment: str) -> str:
        """Which libnango the package loads."""
        return self.output("-c", WHICH_LIBRARY, **environment).strip()

    def gets_a_connection(self, server: Server) -> None:
        """Run the example against the server, and check that the server responded."""
        before = len(server.requests)
        example = (PACKAGE / "examples" / "get_connection.py").read_text(encoding="utf-8")
        printed = self.output("-c", example, NANGO_SECRET_KEY=SECRET_KEY, NANGO_BASE_URL=server.url)
        assert printed == "github/customer-1: OAUTH2 invented... expires 2125-01-02T03:04:05.678000+00:00\n"
        assert len(server.requests) == before + 1


def command(pattern: str) -> str:
    """The one command of the guide that matches."""
    text = (ROOT / "docs" / "installing.md").read_text(encoding="utf-8").replace("x86_64", platform.machine())
    part = text.partition("\n## Python\n")[2].partition("\n## ")[0]
    commands = re.findall(r"^```sh\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
    (found,) = (line for block in commands for line in block.splitlines() if re.fullmatch(pattern, line))
    return str(found)


def clean(**environment: str) -> dict[str, str]:
    """The environment without what would lead a program back to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NANGO_", "PYTHON"))}
    for proxy in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        if environment.get("NANGO_BASE_URL"):
            kept.pop(proxy, None)
            kept.pop(proxy.upper(), None)
    return {**kept, **environment}
