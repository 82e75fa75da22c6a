"""What the packages hold, whatever their format: reads packages.toml and lays out each package's files.

The files come from a tree that `make install PREFIX=/usr` staged. Here they get what both formats want alike: stripped
binaries, modes that do not depend on the builder's umask, one time.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import tomlkit
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

USAGE = 2
ROOT = Path(__file__).resolve().parents[2]
MAN_PAGE = ROOT / "tests/emulator/nango-emulator.1"
#: The name that the notices of the linked crates have in a package.
NOTICES = "THIRD-PARTY-NOTICES"
#: Where CMake installs the licences: each format has a place of its own for them.
INSTALLED_LICENSES = "usr/share/doc/libnango"
#: The revision of a package: raised if the same version is packed again in another way.
REVISION = "1"


@dataclass(frozen=True)
class Machine:
    """A processor, as the formats and the linker call it."""

    deb: str
    rpm: str
    debian_libdir: str
    fedora_libdir: str = "usr/lib64"


MACHINES = {
    "x86_64": Machine("amd64", "x86_64", "usr/lib/x86_64-linux-gnu"),
    "aarch64": Machine("arm64", "aarch64", "usr/lib/aarch64-linux-gnu"),
}


@dataclass
class Package:
    """One [[package]] of packages.toml."""

    deb: str
    rpm: str
    section: str
    group: str
    multi_arch: str
    summary: str
    description: str
    files: list[str]
    requires: list[str] = field(default_factory=list)
    suggests: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)


@dataclass
class Description:
    """The whole of packages.toml, with the version of Cargo.toml."""

    source: str
    homepage: str
    maintainer: str
    package: list[Package]
    version: str

    def named(self, deb: str) -> Package:
        """The package of this name in Debian."""
        return next(package for package in self.package if package.deb == deb)


def describe() -> Description:
    """Reads packages.toml."""
    text = (ROOT / "packaging/system/packages.toml").read_text(encoding="utf-8")
    table = tomlkit.parse(text).unwrap()
    packages = [Package(**package) for package in table.pop("package")]
    cargo = tomlkit.parse((ROOT / "Cargo.toml").read_text(encoding="utf-8")).unwrap()
    return Description(package=packages, version=cargo["workspace"]["package"]["version"], **table)


def lay_out(description: Description, libdir: str, tree: Path, emulator: Path, into: Path) -> dict[str, Path]:
    """Makes a folder for each package, by its name in Debian, with its files as the system has them."""
    whole = into / "whole"
    shutil.copytree(tree, whole, symlinks=True)
    shutil.rmtree(whole / INSTALLED_LICENSES)
    (whole / "usr/bin").mkdir(parents=True, exist_ok=True)
    shutil.copy(emulator, whole / "usr/bin/nango-emulator")
    compress(MAN_PAGE.read_bytes(), whole / "usr/share/man/man1/nango-emulator.1.gz")

    names = {str(path.relative_to(whole)) for path in whole.rglob("*") if path.is_symlink() or not path.is_dir()}
    owners: dict[str, list[str]] = {name: [] for name in names}
    for package in description.package:
        for pattern in package.files:
            found = {str(path.relative_to(whole)) for path in whole.glob(pattern.format(libdir=libdir))} & names
            if not found:
                raise SystemExit(f"packages.toml: no file is called {pattern.format(libdir=libdir)} ({package.deb})")
            for name in found:
                owners[name].append(package.deb)
    for name, packages in sorted(owners.items()):
        if len(packages) != 1:
            raise SystemExit(f"packages.toml: {name} is in {' and '.join(packages) or 'no package'}: it belongs to one")

    roots = {package.deb: into / package.deb for package in description.package}
    for name, (owner,) in owners.items():
        target = roots[owner] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (whole / name).rename(target)
    shutil.rmtree(whole)
    for root in roots.values():
        strip(root)
    return roots


def binaries(root: Path) -> list[Path]:
    """The programs and shared libraries below a folder."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if is_elf(path)]


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a shared library."""
    with path.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def strip(root: Path) -> None:
    """Removes what only a debugger reads. STRIP names the tool for another architecture than this machine's."""
    tool = [os.environ.get("STRIP", "strip"), "--remove-section=.comment"]
    for binary in binaries(root):
        subprocess.run([*tool, "--strip-unneeded", binary], check=True)
    for archive in root.rglob("*.a"):
        subprocess.run([*tool, "--strip-debug", "--enable-deterministic-archives", archive], check=True)


def compress(content: bytes, file: Path) -> None:
    """Writes a .gz without the time and the name that gzip would note."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def finish(root: Path, epoch: int) -> None:
    """Gives every file below a folder one time, and the mode of what it is."""
    for path in [*sorted(root.rglob("*"), reverse=True), root]:
        if not path.is_symlink():
            program = path.parent == root / "usr/bin"
            path.chmod(0o755 if path.is_dir() or program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def needs(root: Path) -> dict[str, set[str]]:
    """The libraries that the binaries below a folder ask the loader for, each with the versions of its symbols."""
    libraries: dict[str, set[str]] = {}
    for binary in binaries(root):
        with binary.open("rb") as content:
            for section in ELFFile(content).iter_sections():
                if isinstance(section, DynamicSection):
                    for tag in section.iter_tags("DT_NEEDED"):
                        libraries.setdefault(str(tag.needed), set())  # type: ignore[attr-defined] # set by its name
                elif isinstance(section, GNUVerNeedSection):
                    for entry, versions in section.iter_versions():
                        libraries.setdefault(str(entry.name), set()).update(str(version.name) for version in versions)
    return libraries


def newest(prefix: str, versions: set[str]) -> str | None:
    """The highest of the versions with this prefix, such as `2.28` of `GLIBC_`."""
    found = [
        tuple(map(int, match[1].split("."))) for name in versions if (match := re.match(rf"{prefix}([\d.]+)$", name))
    ]
    return ".".join(map(str, max(found))) if found else None


class Build(Protocol):
    """Makes the packages of one format in a folder."""

    def __call__(
        self, machine: Machine, tree: Path, emulator: Path, folder: Path, notices: Path | None, epoch: int
    ) -> None: ...


def main(build: Build, usage: str | None, arguments: list[str]) -> int:
    """Reads the arguments of deb.py and rpm.py, and makes the packages."""
    if len(arguments) not in (4, 5) or arguments[0] not in MACHINES:
        print(usage, file=sys.stderr)
        return USAGE
    machine, tree, emulator, folder, *notices = arguments
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    found = Path(notices[0]) if notices else None
    build(MACHINES[machine], Path(tree), Path(emulator), Path(folder), found, epoch)
    return 0
