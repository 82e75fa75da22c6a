"""Makes a release in two clones of this checkout: the same bytes, without the builder's paths inside, with all notices.

usage: check.py        (`make release-check` runs it; it takes as long as two releases)
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "release-check"
#: Of different lengths, so that a path that is only cut off shows too.
CLONES = [WORK / "one", WORK / "another-folder"]
#: The archives that hold a library or a program, and the Go modules, from which programs are built.
BINARY = re.compile(
    r"\.whl$|-linux\S*\.(tar\.gz|gem)$|^libnango-php-.*\.tar\.gz$|^nango-[\d.]+\.jar$|^nango-go-(?!nangooauth2).*\.zip$"
)
NOTICES = "THIRD-PARTY-NOTICES"
#: What make set for this checkout, and would be wrong in another.
OURS = ("CARGO_TARGET_DIR", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "NANGO_EMULATOR", "DESTDIR")


def release(clone: Path) -> dict[str, bytes]:
    """Makes a release in a new clone; the files by name."""
    shutil.rmtree(clone, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    log = clone.with_name(f"{clone.name}.log")
    with log.open("w", encoding="utf-8") as output:
        made = subprocess.run(
            [os.environ.get("MAKE", "make"), "release"],
            cwd=clone,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if made.returncode:
        sys.exit(f"make release failed in {clone}; {log} ends with\n{log.read_text(encoding='utf-8')[-3000:]}")
    return {path.name: path.read_bytes() for path in sorted((clone / "target" / "release-artifacts").iterdir())}


def contents(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and if it is an archive all that is inside, however deep."""
    yield name, content
    if name.endswith((".tar.gz", ".crate", ".gem")):
        if not name.endswith(".gem"):
            yield name, gzip.decompress(content)  # the names and owners, too
        with tarfile.open(fileobj=io.BytesIO(content)) as tar:
            for entry in tar.getmembers():
                inside = tar.extractfile(entry) if entry.isreg() else None
                if inside is not None:
                    yield from contents(f"{name}: {entry.name}", inside.read())
    elif name.endswith(".gz"):
        yield name, gzip.decompress(content)
    elif name.endswith(".deb"):
        for part in ("--ctrl-tarfile", "--fsys-tarfile"):
            yield f"{name}: {part}", unpacked(["dpkg-deb", part], name, content)
    elif name.endswith(".rpm"):
        yield f"{name}: payload", unpacked(["rpm2cpio"], name, content)
    elif name.endswith((".whl", ".zip", ".jar")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry_name in archive.namelist():
                yield from contents(f"{name}: {entry_name}", archive.read(entry_name))


def without_notices(files: dict[str, bytes]) -> list[str]:
    """The archives that lack the licences of what is linked into them."""
    wanted = (ROOT / NOTICES).read_bytes()
    return [
        name
        for name, content in files.items()
        if BINARY.search(name)
        and not any(
            re.search(rf"[/ ]{NOTICES}$", inside) and part == wanted for inside, part in contents(name, content)
        )
    ]


def unpacked(command: list[str], name: str, content: bytes) -> bytes:
    """What a command prints of a file."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / name
        file.write_bytes(content)
        return subprocess.run([*command, file], check=True, stdout=subprocess.PIPE).stdout


def builders_paths() -> list[bytes]:
    """The forbidden contents: the folders of the builder."""
    home = Path.home()
    cargo = Path(os.environ.get("CARGO_HOME", home / ".cargo"))
    rustup = Path(os.environ.get("RUSTUP_HOME", home / ".rustup"))
    return [f"{path}/".encode() for path in (ROOT, home, cargo, rustup) if path != Path("/")]


def main() -> int:
    """Reports every difference and every path."""
    one, other = (release(clone) for clone in CLONES)
    faults = []
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            faults.append(f"{name} differs between {CLONES[0]} and {CLONES[1]}")
    faults += [f"{name} does not hold this checkout's {NOTICES}" for name in without_notices(one)]
    checked = 0
    for name, content in one.items():
        for inside, part in contents(name, content):
            faults += [f"{inside} holds {path.decode()}" for path in builders_paths() if path in part]
            checked += 1
    for name, content in one.items():
        print(f"{hashlib.sha256(content).hexdigest()}  {len(content):>10}  {name}")
    print(f"{len(one)} files of a release, {checked} files inside of them")
    print("\n".join(faults) or "the same bytes from both folders, none of the builder's paths, and all notices")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
