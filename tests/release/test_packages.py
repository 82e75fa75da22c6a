"""The packages for Debian and Fedora, of what `make install` stages. bare_debian.sh installs those of a release."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from packages import EPOCH, LIBDIR, MACHINE, ROOT, Deb, make, run, stage

if TYPE_CHECKING:
    from pathlib import Path

ABI = json.loads((ROOT / "abi/nango.json").read_text())
VERSION = "0.1.0-1"
DEB = f"usr/{LIBDIR['deb']}"
HEADERS = {path.name for folder in ("include", "bindings/c/include") for path in (ROOT / folder).glob("*.h*")}
NAMES = {"libnango0", "libnango-dev", "nango-emulator"}


@pytest.fixture(scope="session")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What is packed, as each kind of system has its folders."""
    return {kind: stage(kind, tmp_path_factory.mktemp("staged") / kind) for kind in LIBDIR}


@pytest.fixture(scope="session")
def small_trees(trees: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same with an empty static library, which takes half a minute to compress otherwise."""
    folder = tmp_path_factory.mktemp("small")
    for kind, tree in trees.items():
        shutil.copytree(tree, folder / kind, symlinks=True)
        (folder / kind / "usr" / LIBDIR[kind] / "libnango.a").write_bytes(b"!<arch>\n")
    return {kind: folder / kind for kind in trees}


@pytest.fixture(scope="session")
def debs(trees: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Deb]:
    """The packages for Debian."""
    made = make("deb", trees["deb"], tmp_path_factory.mktemp("debs") / "made")
    return {name: Deb(path) for name, path in made.items()}


@pytest.fixture(scope="session")
def rpms(trees: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages for Fedora."""
    return make("rpm", trees["rpm"], tmp_path_factory.mktemp("rpms") / "made")


def documents(package: str, *more: str) -> set[str]:
    """What each package for Debian has besides."""
    folder = f"usr/share/doc/{package}"
    names = {f"{folder}/{name}" for name in ("changelog.Debian.gz", "copyright", *more)}
    return {*names, f"usr/share/lintian/overrides/{package}"}


def test_the_files_of_each_package_for_debian(debs: dict[str, Deb]) -> None:
    """These and no others, with the modes of Debian's policy."""
    assert set(debs) == NAMES
    assert set(debs["libnango0"].entries) == documents("libnango0") | {
        f"{DEB}/libnango.so.0",
        f"{DEB}/libnango.so.0.1.0",
    }
    examples = {"examples/get_connection.c", "examples/get_connection.cpp"}
    libraries = {f"{DEB}/libnango.a", f"{DEB}/libnango.so"}
    found = {f"{DEB}/pkgconfig/{name}.pc" for name in ("nango", "nango-static")}
    found |= {f"{DEB}/cmake/nango/nango-config{name}.cmake" for name in ("", "-version")}
    headers = {f"usr/include/{name}" for name in HEADERS}
    assert set(debs["libnango-dev"].entries) == documents("libnango-dev", *examples) | libraries | found | headers
    program = {"usr/bin/nango-emulator", "usr/share/man/man1/nango-emulator.1.gz"}
    assert set(debs["nango-emulator"].entries) == documents("nango-emulator") | program

    for deb in debs.values():
        for name, entry in deb.entries.items():
            assert (entry.uid, entry.gid, entry.mtime) == (0, 0, EPOCH)
            if entry.isreg():
                assert oct(entry.mode) == ("0o755" if name.startswith("usr/bin/") else "0o644"), name
    for owner, link in (("libnango0", "libnango.so.0"), ("libnango-dev", "libnango.so")):
        assert debs[owner].entries[f"{DEB}/{link}"].linkname == "libnango.so.0.1.0"


def test_the_fields_of_each_package_for_debian(debs: dict[str, Deb]) -> None:
    """Names, versions, and what they depend on."""
    architecture = run("dpkg", "--print-architecture").strip()
    for name, deb in debs.items():
        assert deb.path.name == f"{name}_{VERSION}_{architecture}.deb"
        fields = deb.fields
        assert (fields["Package"], fields["Version"]) == (name, VERSION)
        assert (fields["Architecture"], fields["Source"]) == (architecture, "libnango")
        unpacked = sum(-(-len(content) // 1024) for content in deb.files.values())
        assert unpacked <= int(fields["Installed-Size"]) <= unpacked + 50
    assert debs["libnango-dev"].fields["Depends"] == f"libnango0 (= {VERSION})"
    assert {name: deb.fields["Multi-Arch"] for name, deb in debs.items()} == {
        "libnango0": "same",
        "libnango-dev": "same",
        "nango-emulator": "foreign",
    }


def test_the_libraries_that_a_package_depends_on(debs: dict[str, Deb], tmp_path: Path) -> None:
    """The newest symbols that the binary asks for, as readelf lists them."""
    for name, path in (("libnango0", f"{DEB}/libnango.so.0.1.0"), ("nango-emulator", "usr/bin/nango-emulator")):
        (tmp_path / name).write_bytes(debs[name].files[path])
        listed = run("readelf", "-W", "--version-info", tmp_path / name)
        wanted = []
        for package, prefix in (("libc6", "GLIBC"), ("libgcc-s1", "GCC")):
            versions = {tuple(map(int, found.split("."))) for found in re.findall(rf"{prefix}_([\d.]+)", listed)}
            if versions:
                wanted.append(f"{package} (>= {'.'.join(map(str, max(versions)))})")
        assert wanted
        assert debs[name].fields["Depends"] == ", ".join(wanted)


def test_the_symbols_are_the_exported_functions_each_since_its_version(debs: dict[str, Deb], tmp_path: Path) -> None:
    """What dpkg-shlibdeps reads: a program that needs a function depends on the version that brought it."""
    deb = debs["libnango0"]
    first, second, *lines = deb.control["symbols"].splitlines()
    assert (first, second) == ("libnango.so.0 libnango0 #MINVER#", "* Build-Depends-Package: libnango-dev")
    listed = dict(line.removeprefix(" ").split("@Base ") for line in lines)
    assert listed == {function["name"]: f"{function['since']}.0" for function in ABI["functions"]}
    assert set(listed.values()) >= {"0.1.0", "0.2.0"}
    (tmp_path / "library").write_bytes(deb.files[f"{DEB}/libnango.so.0.1.0"])
    exported = {line.split()[2] for line in run("nm", "-D", "--defined-only", tmp_path / "library").splitlines()}
    assert set(listed) == exported
    assert deb.control["shlibs"] == "libnango 0 libnango0 (>= 0.1.0)\n"
    assert deb.control["triggers"] == "activate-noawait ldconfig\n"
    assert set(debs["libnango-dev"].control) == set(debs["nango-emulator"].control) == {"control", "md5sums"}


def test_the_checksums_are_those_of_the_files(debs: dict[str, Deb]) -> None:
    """`dpkg --verify` compares with them."""
    for deb in debs.values():
        sums = [f"{hashlib.md5(content).hexdigest()}  {name}\n" for name, content in sorted(deb.files.items())]
        assert sorted(deb.control["md5sums"].splitlines(keepends=True)) == sorted(sums)


def test_the_documents_of_a_package(debs: dict[str, Deb]) -> None:
    """The licence in Debian's form, and the changes, which dpkg-parsechangelog reads."""
    for name, deb in debs.items():
        text = deb.files[f"usr/share/doc/{name}/copyright"].decode()
        assert "Copyright: 2026 The libnango authors\nLicense: Expat or Apache-2.0\n" in text
        assert "Permission is hereby granted, free of charge" in text
        assert "THIRD-PARTY" not in text
        changes = gzip.decompress(deb.files[f"usr/share/doc/{name}/changelog.Debian.gz"]).decode()
        assert changes.startswith(f"libnango ({VERSION}) unstable; urgency=medium\n\n  [ Security ]\n  * ")


def test_the_notices_of_linked_crates_are_in_each_package(small_trees: dict[str, Path], tmp_path: Path) -> None:
    """Where a system has licences, and the copyright file says so."""
    notices, program = tmp_path / "notices", tmp_path / "program"
    notices.write_text("the crates\n")
    program.write_text("#!/bin/sh\n")
    for name, path in make("deb", small_trees["deb"], tmp_path / "debs", notices, emulator=program).items():
        deb = Deb(path)
        assert gzip.decompress(deb.files[f"usr/share/doc/{name}/THIRD-PARTY-NOTICES.gz"]) == b"the crates\n"
        assert "THIRD-PARTY-NOTICES.gz" in deb.files[f"usr/share/doc/{name}/copyright"].decode()
    for name, path in make("rpm", small_trees["rpm"], tmp_path / "rpms", notices, emulator=program).items():
        assert f"/usr/share/licenses/{name}/THIRD-PARTY-NOTICES" in run("rpm", "-qpl", path).splitlines()


@pytest.mark.parametrize("kind", ["deb", "rpm"])
def test_the_same_tree_gives_the_same_bytes(kind: str, small_trees: dict[str, Path], tmp_path: Path) -> None:
    """Whoever packs it, wherever, and on however many processors."""
    first = make(kind, small_trees[kind], tmp_path / "first")
    (tmp_path / "temporary").mkdir()
    old = os.umask(0o077)
    try:
        again = make(kind, small_trees[kind], tmp_path / "again", TMPDIR=str(tmp_path / "temporary"))
    finally:
        os.umask(old)
    assert {name: path.read_bytes() for name, path in again.items()} == {
        name: path.read_bytes() for name, path in first.items()
    }


def test_lintian_has_nothing_to_say(debs: dict[str, Deb]) -> None:
    """Each override in packaging/system/lintian has a comment that says why."""
    command = ["lintian", "--allow-root", "--no-cfg", "--display-info", "--tag-display-limit", "0"]
    # It takes bytes of machine code for words, others after each build, and finds texts of crates that are linked in.
    command += ["--suppress-tags", "spelling-error-in-binary"]
    assert run(*command, *[deb.path for deb in debs.values()]) == ""
    for overrides in (ROOT / "packaging/system/lintian").iterdir():
        lines = overrides.read_text().splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            assert line.startswith("# ") or before.startswith("# "), f"{overrides.name}: {line}"


def test_rpmlint_has_nothing_to_say(rpms: dict[str, Path]) -> None:
    """Its configuration says why it leaves out what it does."""
    printed = run("rpmlint", "-c", "packaging/system/rpmlint.toml", *rpms.values())
    assert "0 errors, 0 warnings" in printed, printed


def test_the_files_of_each_package_for_fedora(rpms: dict[str, Path], debs: dict[str, Deb]) -> None:
    """Those of Debian's packages, where Fedora has them."""
    assert set(rpms) == {"libnango", "libnango-devel", "nango-emulator"}
    for name, deb in (("libnango", "libnango0"), ("libnango-devel", "libnango-dev"), ("nango-emulator",) * 2):
        assert rpms[name].name == f"{name}-{VERSION}.{MACHINE}.rpm"
        lines = run("rpm", "-qp", "--qf", "[%{FILEMODES:perms} %{FILENAMES}\n]", rpms[name]).splitlines()
        listed = {line.split()[-1] for line in lines if not line.startswith("d")}
        wanted = {
            "/" + path.replace(DEB, "usr/lib64").replace(f"doc/{deb}", f"doc/{name}")
            for path in debs[deb].entries
            if not path.endswith(("/copyright", "/changelog.Debian.gz")) and "/lintian/" not in path
        }
        assert listed == wanted | {f"/usr/share/licenses/{name}/LICENSE-{licence}" for licence in ("MIT", "APACHE")}


def test_what_the_packages_for_fedora_need_and_provide(rpms: dict[str, Path]) -> None:
    """rpmbuild reads it from the binaries and from the files of pkg-config."""
    provided = run("rpm", "-qp", "--provides", rpms["libnango"]).splitlines()
    assert "libnango.so.0()(64bit)" in provided
    assert "libc.so.6(GLIBC_2.28)(64bit)" in run("rpm", "-qp", "--requires", rpms["libnango"]).splitlines()
    assert {"pkgconfig(nango) = 0.1.0", "pkgconfig(nango-static) = 0.1.0"} <= set(
        run("rpm", "-qp", "--provides", rpms["libnango-devel"]).splitlines()
    )
    needed = run("rpm", "-qp", "--requires", rpms["libnango-devel"])
    assert re.search(rf"^libnango\(\S+\) = {VERSION}$", needed, re.MULTILINE)
    assert "ldconfig" in run("rpm", "-qp", "--scripts", rpms["libnango"])
    assert run("rpm", "-qp", "--scripts", rpms["libnango-devel"], rpms["nango-emulator"]) == ""
