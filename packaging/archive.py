"""Packs the files of a release so that the same content gives the same bytes, wherever and whenever it is packed.

usage: archive.py tree FOLDER ARCHIVE    a .tar.gz of a folder, with the folder's name before every path
       archive.py source CHECKOUT NAME ARCHIVE    a .tar.gz of the committed files, with NAME before every path
       archive.py sums FOLDER            writes FOLDER/SHA256SUMS

Times are those of SOURCE_DATE_EPOCH, in seconds since 1970; owners are root; who may read a file is normalised.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

USAGE = 2


def tree(folder: Path, archive: Path, epoch: int) -> None:
    """Packs a folder."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            entry = tar.gettarinfo(path, str(path.relative_to(folder.parent)))
            entry.mtime = epoch
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mode = 0o755 if path.is_dir() or path.is_symlink() or entry.mode & 0o100 else 0o644
            # The same file under two names would be a link, if the file system had made it one.
            if entry.islnk():
                entry.type, entry.linkname, entry.size = tarfile.REGTYPE, "", path.stat().st_size
            if entry.isreg():
                with path.open("rb") as content:
                    tar.addfile(entry, content)
            else:
                tar.addfile(entry)
    archive.write_bytes(compressed(packed.getvalue()))


def source(checkout: Path, name: str, archive: Path) -> None:
    """Packs the committed files, with the commit's time on every file."""
    command = ["git", "-c", "tar.umask=0022", "archive", "--format=tar", f"--prefix={name}/", "HEAD"]
    archive.write_bytes(compressed(subprocess.run(command, cwd=checkout, check=True, stdout=subprocess.PIPE).stdout))


def compressed(content: bytes) -> bytes:
    """Compresses without the time and the name that gzip would note."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def sums(folder: Path) -> None:
    """Writes the checksums of all files next to them, for `sha256sum --check`."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Runs one command."""
    match arguments:
        case ["tree", folder, archive]:
            tree(Path(folder), Path(archive), int(os.environ["SOURCE_DATE_EPOCH"]))
        case ["source", checkout, name, archive]:
            source(Path(checkout), name, Path(archive))
        case ["sums", folder]:
            sums(Path(folder))
        case _:
            print(__doc__, file=sys.stderr)
            return USAGE
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
