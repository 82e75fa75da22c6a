"""The packing of a release: the same content gives the same bytes. `make release-check` packs a whole release."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target/py/packaging/bin/python"
EPOCH = 1_700_000_000
GO_MODULE = "github.com/libnango/libnango/bindings/go@v0.1.0"


def packer(script: str, *arguments: str | Path, python: str | Path = sys.executable, **more: str) -> None:
    """Runs one of the scripts of packaging/."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), **more}
    subprocess.run([python, ROOT / "packaging" / script, *arguments], env=environment, cwd=ROOT, check=True)


def make_tree(folder: Path, names: list[str], umask: int) -> Path:
    """A folder with a program, a text and a link, made by a user with another umask and order."""
    old = os.umask(umask)
    try:
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_text(name)
        (folder / "program").chmod(0o777 & ~umask)
        (folder / "link").symlink_to("program")
    finally:
        os.umask(old)
    return folder


def test_a_tree_packs_to_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    names = ["program", "text", "another"]
    one = make_tree(tmp_path / "one/tree", names, 0o022)
    other = make_tree(tmp_path / "two/deeper/tree", names[::-1], 0o077)
    os.utime(other / "text", (1, 1))
    packer("archive.py", "tree", one, tmp_path / "one.tar.gz")
    packer("archive.py", "tree", other, tmp_path / "two.tar.gz")
    assert (tmp_path / "one.tar.gz").read_bytes() == (tmp_path / "two.tar.gz").read_bytes()

    with tarfile.open(tmp_path / "one.tar.gz") as tar:
        entries = tar.getmembers()
    assert [entry.name for entry in entries] == ["tree", "tree/another", "tree/link", "tree/program", "tree/text"]
    assert {(entry.uid, entry.gid, entry.uname, entry.mtime) for entry in entries} == {(0, 0, "root", EPOCH)}
    assert [oct(entry.mode) for entry in entries] == ["0o755", "0o644", "0o755", "0o755", "0o644"]


def test_a_changed_file_changes_the_archive(tmp_path: Path) -> None:
    tree = make_tree(tmp_path / "tree", ["program"], 0o022)
    packer("archive.py", "tree", tree, tmp_path / "before.tar.gz")
    (tree / "program").write_text("changed")
    packer("archive.py", "tree", tree, tmp_path / "after.tar.gz")
    assert (tmp_path / "before.tar.gz").read_bytes() != (tmp_path / "after.tar.gz").read_bytes()


def test_the_sources_are_what_is_committed(tmp_path: Path) -> None:
    archives = [tmp_path / "one.tar.gz", tmp_path / "two.tar.gz"]
    for archive in archives:
        packer("archive.py", "source", ROOT, "libnango-0.1.0", archive)
    assert archives[0].read_bytes() == archives[1].read_bytes()
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "--name-only", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    with tarfile.open(archives[0]) as tar:
        packed = {entry.name for entry in tar.getmembers() if not entry.isdir()}
        assert {entry.uname for entry in tar.getmembers()} == {"root"}
    assert packed == {f"libnango-0.1.0/{name}" for name in listed if name}


def test_the_checksums_name_every_file(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).write_text(name)
    for _ in range(2):  # the second time the sums are there already
        packer("archive.py", "sums", tmp_path)
    wanted = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n" for name in ("a", "b")]
    assert (tmp_path / "SHA256SUMS").read_text() == "".join(wanted)


@pytest.mark.parametrize(
    ("folder", "wanted"),
    [
        ("", {"client.go", "nangotest/nangotest.go", "internal/clib/bridge.c", "THIRD-PARTY-NOTICES"}),
        ("/nangooauth2", {"tokensource.go"}),
    ],
)
def test_a_go_module_is_laid_out_as_a_proxy_serves_it(tmp_path: Path, folder: str, wanted: set[str]) -> None:
    packer("archive.py", "source", ROOT, "sources", tmp_path / "sources.tar.gz")
    archives = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for archive in archives:
        with tarfile.open(tmp_path / "sources.tar.gz") as tar:
            tar.extractall(tmp_path / archive.stem)
        module = tmp_path / archive.stem / f"sources/bindings/go{folder}"
        gomod: list[str | Path] = [os.environ.get("GO", "go"), "run", ".", module, "0.1.0", archive]
        subprocess.run(gomod, cwd=ROOT / "packaging/gomod", check=True)
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as packed:
        names = set(packed.namelist())
    at = GO_MODULE.replace("@", f"{folder}@")
    assert all(name.startswith(f"{at}/") for name in names)
    assert {f"{at}/{name}" for name in wanted | {"go.mod", "LICENSE-MIT", "LICENSE-APACHE"}} <= names
    # Modules within it are packed by themselves.
    assert [name for name in names if name.endswith("/go.mod")] == [f"{at}/go.mod"]


@pytest.mark.parametrize("folder", ["bindings/go", "bindings/go/nangooauth2"])
@pytest.mark.parametrize("name", ["LICENSE-MIT", "LICENSE-APACHE"])
def test_a_go_module_has_the_licences_of_the_project(folder: str, name: str) -> None:
    """A module cannot hold a link, so these are copies."""
    assert (ROOT / folder / name).read_bytes() == (ROOT / name).read_bytes()


@pytest.mark.parametrize(("package", "user"), [("nango", "ureq"), ("nango-emulator", "axum")])
def test_the_bill_of_materials_is_the_same_each_time_and_names_what_is_linked(
    tmp_path: Path, package: str, user: str
) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for seed, file in enumerate(files):
        packer("sbom.py", package, "x86_64-unknown-linux-gnu", file, python=TOOLS, PYTHONHASHSEED=str(seed))
    assert files[0].read_bytes() == files[1].read_bytes()
    bill = json.loads(files[0].read_text())
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", package)
    assert bill["metadata"]["timestamp"].startswith("2023-11-14T22:13:20")
    names = {component["name"] for component in bill["components"]}
    assert user in names
    assert "cbindgen" not in names  # it is not linked, it writes the header
    assert all(component["licenses"] and component["hashes"] for component in bill["components"])
    known = names | {package}
    for edge in bill["dependencies"]:
        assert edge["ref"].split("/")[1].split("@")[0] in known
