"""Makes the packages for Debian and Fedora of what `make install` stages, and reads them; for the tests next to it."""

from __future__ import annotations

import io
import lzma
import os
import subprocess
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target/py/packaging/bin/python"
EPOCH = 1_700_000_000
MACHINE = os.uname().machine
LIBDIR = {"deb": f"lib/{MACHINE}-linux-gnu", "rpm": "lib64"}
EMULATOR = Path(os.environ.get("NANGO_EMULATOR") or ROOT / "target/debug/nango-emulator")
#: Set by make for this checkout, or by a user for another program.
MISLEADING = ("CARGO_TARGET_DIR", "DESTDIR", "LIBDIR", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "NANGO_", "PREFIX")


def run(*command: str | Path, **more: str) -> str:
    """Runs a command; what it prints, which a failure shows."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(MISLEADING)}
    done = subprocess.run(
        command,
        env={**clean, "SOURCE_DATE_EPOCH": str(EPOCH), "LC_ALL": "C.UTF-8", **more},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))} exited with {done.returncode}:\n{done.stdout}"
    return done.stdout


def stage(kind: str, folder: Path) -> Path:
    """A tree as packaging/packages.sh stages it, of the library for this machine alone."""
    run("make", "--no-print-directory", "install", "PREFIX=/usr", f"LIBDIR={LIBDIR[kind]}", f"DESTDIR={folder}")
    return folder


def make(
    kind: str, tree: Path, folder: Path, *notices: Path, emulator: Path = EMULATOR, **more: str
) -> dict[str, Path]:
    """The packages of a tree, by their names."""
    folder.mkdir()
    run(TOOLS, f"packaging/system/{kind}.py", MACHINE, tree, emulator, folder, *notices, **more)
    separator = "_" if kind == "deb" else "-0."
    return {path.name.split(separator)[0]: path for path in folder.iterdir()}


class Deb:
    """The contents of a .deb."""

    def __init__(self, path: Path) -> None:
        self.path = path
        members = _ar(path.read_bytes())
        self.entries, self.files = _tar(members["data.tar.xz"])
        self.control = {name: content.decode() for name, content in _tar(members["control.tar.xz"])[1].items()}

    @property
    def fields(self) -> dict[str, str]:
        """The control file's fields of one line."""
        lines = self.control["control"].splitlines()
        return dict(line.split(": ", 1) for line in lines if not line.startswith(" "))


def _tar(packed: bytes) -> tuple[dict[str, tarfile.TarInfo], dict[str, bytes]]:
    """What is in an archive but folders, and the contents of the files."""
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(packed))) as tar:
        entries = {entry.name.removeprefix("./"): entry for entry in tar.getmembers() if not entry.isdir()}
        streams = {name: tar.extractfile(entry) for name, entry in entries.items() if entry.isreg()}
        return entries, {name: stream.read() for name, stream in streams.items() if stream}


def _ar(archive: bytes) -> dict[str, bytes]:
    """The members of an ar archive, which a .deb is."""
    assert archive.startswith(b"!<arch>\n")
    at, members = 8, {}
    while at < len(archive):
        name, size = archive[at : at + 16].decode().strip(), int(archive[at + 48 : at + 58])
        members[name] = archive[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return members
