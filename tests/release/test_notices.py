"""THIRD-PARTY-NOTICES: complete against the bills of materials and against what the crates and the toolchain ship."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from check import without_notices

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target/py/packaging/bin/python"
CHECKER = ROOT / "packaging/notices.py"
NOTICES = (ROOT / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8")
PACKAGES = {"nango": "libnango", "nango-emulator": "nango-emulator"}
#: One for each set of crates that a release has: Linux, whatever its C library and processor, macOS and Windows.
TARGETS = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-musl", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"]
#: Crates in the folder of the standard library that no program links, or that are Rust's own.
RUSTS_OWN = {
    *(
        "alloc",
        "core",
        "panic_abort",
        "panic_unwind",
        "proc_macro",
        "profiler_builtins",
        "std",
        "std_detect",
        "sysroot",
    ),
    *("test", "unwind", "rustc_std_workspace_alloc", "rustc_std_workspace_core", "rustc_std_workspace_std"),
    *("getopts", "unicode_width", "rustc_literal_escaper"),  # of test and of proc_macro
}


def listed(package: str) -> set[tuple[str, str]]:
    """The crates that the notices name for a package: name and version."""
    found = re.findall(r"^(\S+) (\d\S*) \| [^|]+ \| ([^|]+) \| [\d, ]+$", NOTICES, re.MULTILINE)
    return {(name, version) for name, version, users in found if PACKAGES[package] in users.split(", ")}


def billed(package: str, target: str, folder: Path) -> set[tuple[str, str]]:
    """The crates in a bill of materials of a package."""
    file = folder / f"{package}-{target}.json"
    command: list[str | Path] = [TOOLS, ROOT / "packaging/sbom.py", package, target, file]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
    return {(component["name"], component["version"]) for component in json.loads(file.read_text())["components"]}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_notices_name_what_the_bills_of_materials_name(package: str, tmp_path: Path) -> None:
    bills = set().union(*(billed(package, target, tmp_path) for target in TARGETS))
    assert len(bills) > 30
    assert listed(package) == bills


def words(text: str) -> str:
    return " ".join(text.split())


def test_each_licence_that_a_crate_ships_is_there_word_for_word() -> None:
    command = [os.environ.get("CARGO", "cargo"), "metadata", "--locked", "--format-version", "1"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    folders = {(crate["name"], crate["version"]): Path(crate["manifest_path"]).parent for crate in metadata["packages"]}
    everything = words(NOTICES)
    for crate in sorted(listed("nango") | listed("nango-emulator")):
        files = [file for file in folders[crate].iterdir() if re.match("licen[cs]e|copying", file.name, re.IGNORECASE)]
        assert files, crate
        for file in files:
            assert words(file.read_text(encoding="utf-8")) in everything, f"{crate}: {file.name}"


def test_each_line_refers_to_a_text_that_names_it() -> None:
    texts = dict(re.findall(r"^Text (\d+)\n((?:  .+\n)+)", NOTICES, re.MULTILINE))
    lines = re.findall(r"^([^|\n]+) \| [^|\n]+ \| [^|\n]+ \| ([\d, ]+)$", NOTICES, re.MULTILINE)
    assert len(lines) > 90
    for name, numbers in lines:
        for number in numbers.split(", "):
            assert f"  {name}: " in texts[number], name
    assert {number for _, numbers in lines for number in numbers.split(", ")} == set(texts)


def test_what_the_standard_library_is_made_of_is_there() -> None:
    rustc = os.environ.get("RUSTC", "rustc")
    sysroot = subprocess.run([rustc, "--print", "sysroot"], check=True, capture_output=True, text=True).stdout.strip()
    libraries = Path(sysroot, "lib/rustlib").glob("*/lib/lib*.rlib")
    crates = {library.stem.removeprefix("lib").rpartition("-")[0] for library in libraries} - RUSTS_OWN
    assert {"libc", "gimli"} <= crates
    # adler2 goes on with adler, which older standard libraries have, under the same licences.
    if "adler" in crates:
        crates = crates - {"adler"} | {"adler2"}
    named = NOTICES.replace("-", "_")
    assert [crate for crate in sorted(crates) if not re.search(rf"^{crate} ", named, re.MULTILINE)] == []


def test_a_crate_that_is_left_out_is_noticed(tmp_path: Path) -> None:
    """In a copy of what the checker reads, since the files of the checkout are the other tests'."""
    copy = tmp_path / "checkout"
    for folder in ("packaging", "bindings/go"):
        (copy / folder).mkdir(parents=True)
    for name in ("packaging/notices.py", "packaging/linked.py"):
        text = (ROOT / name).read_text(encoding="utf-8")
        # Its cargo still looks at the checkout.
        (copy / name).write_text(text.replace("cwd=ROOT", f"cwd={str(ROOT)!r}"), encoding="utf-8")
    (copy / "packaging/notices").symlink_to(ROOT / "packaging/notices")
    without = re.sub(r"^memchr .*\n", "", NOTICES, count=1, flags=re.MULTILINE)
    assert without != NOTICES
    (copy / "THIRD-PARTY-NOTICES").write_text(NOTICES, encoding="utf-8")
    (copy / "bindings/go/THIRD-PARTY-NOTICES").write_text(without, encoding="utf-8")
    check: list[str | Path] = [sys.executable, copy / "packaging/notices.py", "--check"]
    checked = subprocess.run(check, check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (
        1,
        "bindings/go/THIRD-PARTY-NOTICES: stale; run make generate\n",
    )
    (copy / "bindings/go/THIRD-PARTY-NOTICES").write_text(NOTICES, encoding="utf-8")
    assert subprocess.run(check, check=False).returncode == 0


def test_a_wheel_has_the_notices_among_its_licences(tmp_path: Path) -> None:
    library, emulator = tmp_path / "libnango.so", tmp_path / "nango-emulator"
    for file in (library, emulator):
        file.write_bytes(b"not read")
    environment = {
        **os.environ,
        "NANGO_BUILD_LIBRARY": str(library),
        "NANGO_BUILD_EMULATOR": str(emulator),
        "NANGO_BUILD_PLATFORM": "manylinux_2_28_x86_64",
    }
    build: list[str | Path] = [
        TOOLS,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        tmp_path,
        ROOT / "bindings/python",
    ]
    subprocess.run(build, check=True, env=environment)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".dist-info/licenses/THIRD-PARTY-NOTICES")]
        assert packed.read(name).decode() == NOTICES
        metadata = packed.read(name.replace("licenses/THIRD-PARTY-NOTICES", "METADATA")).decode()
    assert "License-File: THIRD-PARTY-NOTICES\n" in metadata


@pytest.mark.parametrize(("name", "needed"), [("nango-0.1.0.jar", True), ("nango-0.1.0-sources.jar", False)])
def test_the_check_of_a_release_looks_into_jars(name: str, needed: bool, tmp_path: Path) -> None:
    jar = tmp_path / name
    with zipfile.ZipFile(jar, "w") as packed:
        packed.writestr("META-INF/LICENSE-MIT", "invented")
    assert without_notices({name: jar.read_bytes()}) == ([name] if needed else [])
    with zipfile.ZipFile(jar, "a") as packed:
        packed.writestr("META-INF/THIRD-PARTY-NOTICES", NOTICES)
    assert without_notices({name: jar.read_bytes()}) == []


@pytest.mark.parametrize(("name", "needed"), [("nango-0.1.0-x86_64-linux-gnu.gem", True), ("nango-0.1.0.gem", False)])
def test_the_check_of_a_release_looks_into_gems(name: str, needed: bool, tmp_path: Path) -> None:
    def gem(notices: str) -> dict[str, bytes]:
        (tmp_path / "THIRD-PARTY-NOTICES").write_text(notices, encoding="utf-8")
        with tarfile.open(tmp_path / "data.tar.gz", "w:gz") as data:
            data.add(tmp_path / "THIRD-PARTY-NOTICES", "THIRD-PARTY-NOTICES")
        with tarfile.open(tmp_path / name, "w") as packed:
            packed.add(tmp_path / "data.tar.gz", "data.tar.gz")
        return {name: (tmp_path / name).read_bytes()}

    assert without_notices(gem("of another version")) == ([name] if needed else [])
    assert without_notices(gem(NOTICES)) == []


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("libnango-0.1.0-x86_64-linux.tar.gz", True),
        ("libnango-0.1.0-aarch64-linux-musl.tar.gz", True),
        ("nango-emulator-0.1.0-x86_64-linux.tar.gz", True),
        ("libnango-php-0.1.0.tar.gz", True),
        ("libnango-0.1.0-docs.tar.gz", False),
        ("libnango-0.1.0.tar.gz", False),
    ],
)
def test_the_check_of_a_release_finds_an_archive_without_notices(name: str, needed: bool, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    files = {}
    for content in ("", "of another version", NOTICES):
        (tree / "THIRD-PARTY-NOTICES").write_text(content, encoding="utf-8")
        archive = tmp_path / name
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(tree, "tree")
        files[content] = without_notices({name: archive.read_bytes()})
    faulty = [name] if needed else []
    assert files == {"": faulty, "of another version": faulty, NOTICES: []}
