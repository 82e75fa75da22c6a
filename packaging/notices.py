"""Writes THIRD-PARTY-NOTICES: the licences of everything of others that is inside the library or the emulator.

usage: notices.py            writes the file, and its copy for the Go module
       notices.py --check    fails if that would change one

Cargo lists what it links, for every system that a release is built for. What the toolchain adds is in the table below,
and its licences are in notices/.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from linked import ROOT, linked

TARGETS = (
    "x86_64-unknown-linux-gnu",
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-gnu",
    "aarch64-unknown-linux-musl",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-gnu",
    "x86_64-pc-windows-msvc",
)
#: What is shipped, and how it is called there.
PACKAGES = {"nango": "libnango", "nango-emulator": "nango-emulator"}
#: The file, and where a copy is needed: a Go module cannot hold a link.
NOTICES = (ROOT / "THIRD-PARTY-NOTICES", ROOT / "bindings/go/THIRD-PARTY-NOTICES")
#: How crates call the files with their licences, wherever these are in the crate.
LICENCE_FILE = re.compile(r"(licen[cs]e|unlicense|copying|copyright|notice)", re.IGNORECASE)
RULE = "=" * 80

INTRODUCTION = """\
libnango and nango-emulator contain the third-party software that is listed here. The numbers at the end of a line are
those of the texts below. Where there is a choice of licences, all of them are included.

Written by packaging/notices.py (make generate) from Cargo.lock: do not edit.
"""


class Part(NamedTuple):
    """Something of somebody else's: its name, its licence, what of ours it is in, and the texts with their names."""

    name: str
    licence: str
    users: str
    texts: list[tuple[str, str]]


def toolchain() -> list[Part]:
    """What is linked although no crate of Cargo.lock is it: some of it on some systems only."""
    parts = [
        ("Rust standard library", "MIT OR Apache-2.0", ("rust-std.txt", "unicode.txt")),
        ("compiler-builtins", "MIT AND Apache-2.0 WITH LLVM-exception", ("compiler-builtins.txt",)),
        ("LLVM libunwind", "Apache-2.0 WITH LLVM-exception", ("llvm.txt",)),
        ("Zig compiler-rt", "MIT", ("zig.txt",)),
        ("musl", "MIT", ("musl.txt",)),
    ]
    folder = ROOT / "packaging/notices"
    users = ", ".join(PACKAGES.values())
    return [
        Part(name, licence, users, [(file, (folder / file).read_text(encoding="utf-8")) for file in files])
        for name, licence, files in parts
    ]


def crates() -> list[Part]:
    """The linked crates, each with the texts that it ships."""
    users: dict[tuple[str, str, str], list[str]] = {}
    for package, called in PACKAGES.items():
        for crate in sorted({(each.name, each.version, each.licence) for each in linked(package, TARGETS)}):
            if crate[0] not in PACKAGES:
                users.setdefault(crate, []).append(called)
    folders = sources()
    return [
        Part(f"{name} {version}", licence, ", ".join(users[name, version, licence]), texts(folders[name, version]))
        for name, version, licence in sorted(users)
    ]


def sources() -> dict[tuple[str, str], Path]:
    """The folders of all crates of Cargo.lock; cargo gets those that are missing."""
    command = [os.environ.get("CARGO", "cargo"), "metadata", "--locked", "--format-version", "1"]
    found = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return {(crate["name"], crate["version"]): Path(crate["manifest_path"]).parent for crate in found["packages"]}


def texts(folder: Path) -> list[tuple[str, str]]:
    """The licences and notices that a crate ships, by their paths in it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and LICENCE_FILE.match(path.name))
    if not files:
        sys.exit(
            f"notices.py: {folder.name} ships no licence: find out which applies, and have notices.py add its text"
        )
    return [(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in files]


def notices(parts: list[Part]) -> str:
    """The content of the file: the list, and each text once, however its lines are broken."""
    numbers: dict[str, int] = {}
    known: list[str] = []
    names: list[list[str]] = []
    lines = []
    for part in parts:
        used = []
        for name, text in part.texts:
            words = " ".join(text.split())
            if words not in numbers:
                known.append("\n".join(line.rstrip() for line in text.strip("\n").splitlines()))
                numbers[words] = len(known)
                names.append([])
            names[numbers[words] - 1].append(f"{part.name}: {name}")
            used.append(numbers[words])
        lines.append(f"{part.name} | {part.licence} | {part.users} | {', '.join(map(str, dict.fromkeys(used)))}")
    listed = ["Third-party notices", RULE, "", INTRODUCTION, *lines, ""]
    for number, (text, users) in enumerate(zip(known, names, strict=True), 1):
        listed += [RULE, f"Text {number}", *(f"  {user}" for user in users), RULE, "", text, ""]
    return "\n".join(listed)


def main(arguments: list[str]) -> int:
    """Writes the files, or compares them."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    content = notices([*toolchain(), *crates()]).encode()
    stale = [file for file in NOTICES if not file.exists() or file.read_bytes() != content]
    if arguments and stale:
        print(f"{', '.join(str(file.relative_to(ROOT)) for file in stale)}: stale; run make generate", file=sys.stderr)
        return 1
    for file in stale:
        file.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
