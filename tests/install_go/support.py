"""Runs the commands of docs/installing.md for Go, with nothing of the checkout in the environment."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from server import SECRET_KEY

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "bindings/go"
MODULE = "github.com/libnango/libnango/bindings/go"
VERSION = "v0.1.0"
#: The static library of this system in the published module.
BUNDLED = "linux_{}_glibc".format({"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()])
CACHE = ROOT / "target/install/go-cache"
#: By the beginnings of their names. CC is that of make.
MISLEADING = ("CC", "CGO_", "CPATH", "CXX", "C_INCLUDE_PATH", "GO", "LD_", "LIBRARY_PATH", "NANGO_", "PKG_CONFIG")
#: What a program with libnango inside may load.
SYSTEM = {"libc.so.6", "libgcc_s.so.1", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2"}


def publish(name: str, run: Path) -> bytes:
    """A file of the package. Go's cache does not see that pkg-config finds another library, so each run changes one."""
    text = (PACKAGE / name).read_bytes()
    return text + f"/* {run} */\n".encode() if name == "internal/clib/bridge.h" else text


def published(folder: Path) -> list[str]:
    """The files of a module that are tracked or untracked and not ignored, without those of modules within it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()
    within = [name.removesuffix("go.mod") for name in listed if name.endswith("/go.mod")]
    return [name for name in listed if not name.startswith(tuple(within)) and (folder / name).exists()]


def copy_package(folder: Path, module: str = "") -> Path:
    """Copies the package, or a module within it, as a checkout has it."""
    for name in published(PACKAGE / module):
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(publish(f"{module}/{name}".lstrip("/"), folder))
    return folder


def pack(module: Path, archive: Path) -> None:
    """Packs a module as `make release` does."""
    command = [os.environ.get("GO", "go"), "run", ".", str(module), VERSION.removeprefix("v"), str(archive)]
    subprocess.run(command, cwd=ROOT / "packaging/gomod", check=True)


def block(start: str) -> str:
    """The commands of the guide's part about Go that begin with a line."""
    part = (ROOT / "docs/installing.md").read_text().split("\n## Go\n")[1].split("\n## ")[0]
    (found,) = (text for text in re.findall(r"```sh\n(.*?)```", part, re.DOTALL) if text.startswith(start))
    return str(found)


def dynamic(program: Path) -> str:
    """The environment of a program at run time."""
    return subprocess.run(["readelf", "-d", program], check=True, capture_output=True, text=True).stdout


def needed(program: Path) -> set[str]:
    """The libraries that a program requests."""
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic(program)))


@dataclass(frozen=True)
class Home:
    """A user: a home folder with libnango in it, a module, and where modules and connections come from."""

    path: Path
    app: Path
    proxy: Path
    server: str

    def variables(self) -> dict[str, str]:
        """The user's environment."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(MISLEADING)}
        go = {
            "GOCACHE": str(CACHE),
            "GOMODCACHE": str(self.app.parent / "modules"),
            "GOFLAGS": "-modcacherw",
            "GOPROXY": f"file://{self.proxy}",
            "GOSUMDB": "off",
            "GOTOOLCHAIN": "local",
        }
        nango = {"NANGO_SECRET_KEY": SECRET_KEY, "NANGO_BASE_URL": self.server}
        return {**clean, **go, **nango, "HOME": str(self.path), "no_proxy": "*", "LC_ALL": "C"}

    def pkg_config(self) -> dict[str, str]:
        """The variable that the guide sets for a build."""
        return {"PKG_CONFIG_PATH": str(self.path / ".local/lib/pkgconfig")}

    def attempt(self, commands: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs commands in the module; gives what they printed, both outputs as one."""
        return subprocess.run(
            ["sh", "-euc", commands],
            cwd=self.app,
            env={**self.variables(), **more},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=600,
        )

    def run(self, commands: str, **more: str) -> str:
        """Runs commands that have to succeed."""
        done = self.attempt(commands, **more)
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        return done.stdout

    def point_at_the_checkout(self) -> None:
        """Has the module use the package next to it, without building it."""
        commands = block("export PKG_CONFIG_PATH").splitlines(keepends=True)
        self.run("".join(line for line in commands if line.startswith("go mod ")))


@dataclass(frozen=True)
class Bare(Home):
    """A user without libnango, and with nothing else on PATH than Go and a C compiler."""

    programs: Path

    def variables(self) -> dict[str, str]:
        """The user's environment."""
        return {**super().variables(), "PATH": str(self.programs)}
