"""Packs the vcpkg port and the Conan recipe of a release, which both name its source archive by checksum.

usage: recipes.py SOURCE_ARCHIVE VERSION FOLDER

Leaves libnango-VERSION-vcpkg.tar.gz and libnango-VERSION-conan.tar.gz in FOLDER. In the checkout both have @NAMES@ in
place of what is known only once the sources are packed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import tomlkit

import archive

USAGE = 2
ROOT = Path(__file__).resolve().parents[1]
PLACEHOLDER = re.compile(r"@([A-Z0-9_]+)@")


def values(source: Path, version: str) -> dict[str, str]:
    """What the placeholders stand for."""
    cargo = tomlkit.parse((ROOT / "Cargo.toml").read_text(encoding="utf-8")).unwrap()
    content = source.read_bytes()
    return {
        "VERSION": version,
        "SOURCE_NAME": source.name,
        # Where a release of the repository keeps its files.
        "SOURCE_URL": "/".join([cargo["package"]["repository"], "releases", "download", f"v{version}", source.name]),
        "SOURCE_SHA256": hashlib.sha256(content).hexdigest(),
        "SOURCE_SHA512": hashlib.sha512(content).hexdigest(),
    }


def fill(folder: Path, known: dict[str, str]) -> None:
    """Replaces the placeholders in every file of a folder; one that is not known is a mistake."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            path.write_text(PLACEHOLDER.sub(lambda found: known[found[1]], text), encoding="utf-8")


def pack(source: Path, version: str, folder: Path, epoch: int) -> None:
    """Packs both."""
    known = values(source, version)
    for name, files in {"vcpkg": ROOT / "packaging/vcpkg", "conan": ROOT / "packaging/conan"}.items():
        with tempfile.TemporaryDirectory() as scratch:
            tree = Path(scratch) / f"libnango-{version}-{name}"
            shutil.copytree(files, tree, ignore=shutil.ignore_patterns("__pycache__", "build", "CMakeUserPresets.json"))
            fill(tree, known)
            archive.tree(tree, folder / f"{tree.name}.tar.gz", epoch)


def main(arguments: list[str]) -> int:
    """Reads the arguments."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return USAGE
    source, version, folder = arguments
    pack(Path(source), version, Path(folder), int(os.environ["SOURCE_DATE_EPOCH"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
