"""Makes libnango, libnango-devel and nango-emulator for Fedora, RHEL 8 and later, and their relatives.

usage: rpm.py MACHINE TREE EMULATOR FOLDER [NOTICES]

As deb.py, of a tree with the libraries in usr/lib64. rpmbuild finds by itself what the binaries need and provide.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import changes
import layout
from layout import ROOT, Description, Machine, Package

LICENSES = ("LICENSE-APACHE", "LICENSE-MIT")
#: Nothing of the builder's, and nothing done to the files, which are finished: no stripping, no debug packages.
PREAMBLE = """\
%global debug_package %{{nil}}
%global __os_install_post %{{nil}}
%global _build_id_links none
%global _buildhost localhost
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global source_date_epoch_from_changelog 0
%global _binary_payload w6.xzdio

Name: {name}
Version: {version}
Release: {revision}
License: MIT OR Apache-2.0
URL: {homepage}
Packager: {maintainer}
"""
#: Fedora's loader has a trigger for this; openSUSE has none.
LDCONFIG = """\
%post{option} -p /sbin/ldconfig

%postun{option} -p /sbin/ldconfig"""


def header(package: Package, description: Description) -> str:
    """The lines about one package."""
    lines = [f"Summary: {package.summary[0].upper()}{package.summary[1:]}", f"Group: {package.group}"]
    for name in package.requires:
        lines.append(f"Requires: {description.named(name).rpm}%{{?_isa}} = %{{version}}-%{{release}}")
    lines += [f"Suggests: {description.named(name).rpm}" for name in package.suggests]
    return "\n".join(lines)


def long_description(text: str) -> str:
    """The text of %description."""
    return "\n\n".join("\n".join(textwrap.wrap(part, 78)) for part in text.strip().split("\n\n"))


def add_documents(package: Package, root: Path, notices: Path | None) -> None:
    """The licences, and what a package has in usr/share/doc."""
    folder = root / "usr/share/licenses" / package.rpm
    folder.mkdir(parents=True)
    for name in LICENSES:
        (folder / name).write_bytes((ROOT / name).read_bytes())
    if notices:
        (folder / layout.NOTICES).write_bytes(notices.read_bytes())
    for example in package.examples:
        target = root / "usr/share/doc" / package.rpm / "examples"
        target.mkdir(parents=True, exist_ok=True)
        (target / Path(example).name).write_bytes((ROOT / example).read_bytes())


def file_list(package: Package, root: Path) -> str:
    """The %files of a package: its files, and the folders that are its own."""
    own = [f"usr/share/licenses/{package.rpm}", f"usr/share/doc/{package.rpm}"]
    own += [pattern.rsplit("/", 1)[0].format(libdir="usr/lib64") for pattern in package.files if "/cmake/" in pattern]
    lines = []
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_dir() and not path.is_symlink():
            lines += [f"%dir /{name}"] if any(name == folder or name.startswith(f"{folder}/") for folder in own) else []
        elif name.startswith("usr/share/licenses/"):
            lines.append(f"%license /{name}")
        elif name.startswith(("usr/share/doc/", "usr/share/man/")):
            lines.append(f"%doc /{name}")
        else:
            lines.append(f"/{name}")
    return "\n".join(lines)


def spec(description: Description, roots: dict[str, Path], epoch: int) -> str:
    """The spec file, of packages that are laid out already."""
    version = changes.package_version(description.version)
    main = description.package[0]
    fields = {"name": main.rpm, "version": version, "revision": layout.REVISION}
    preamble = PREAMBLE.format(**fields, homepage=description.homepage, maintainer=description.maintainer)
    parts = [preamble + header(main, description)]
    for package in description.package:
        option = "" if package is main else f" -n {package.rpm}"
        if option:
            parts.append(f"%package{option}\n{header(package, description)}")
        parts.append(f"%description{option}\n{long_description(package.description)}")
    copies = [f"cp -a {roots[package.deb]}/. %{{buildroot}}" for package in description.package]
    parts.append("\n".join(["%install", "mkdir -p %{buildroot}", *copies]))
    for package in description.package:
        option = "" if package is main else f" -n {package.rpm}"
        if any(".so." in name for name in package.files):
            parts.append(LDCONFIG.format(option=option))
        parts.append(f"%files{option}\n%defattr(-,root,root)\n{file_list(package, roots[package.deb])}")
    log = changes.releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), description.version, epoch)
    parts.append("%changelog\n" + changes.rpm(layout.REVISION, description.maintainer, log))
    return "\n\n".join(parts)


def build(machine: Machine, tree: Path, emulator: Path, folder: Path, notices: Path | None, epoch: int) -> None:
    """Makes all packages."""
    description = layout.describe()
    with tempfile.TemporaryDirectory() as scratch:
        roots = layout.lay_out(description, machine.fedora_libdir, tree, emulator, Path(scratch) / "roots")
        for package in description.package:
            root = roots[package.deb]
            add_documents(package, root, notices)
            layout.finish(root, epoch)
            for library in (root / machine.fedora_libdir).glob("*.so.*.*"):
                library.chmod(0o755)  # rpmbuild looks for the dependencies of programs only
        file = Path(scratch) / f"{description.source}.spec"
        file.write_text(spec(description, roots, epoch), encoding="utf-8")
        command = [
            "rpmbuild",
            "-bb",
            "--quiet",
            f"--target={machine.rpm}-linux",
            f"--define=_topdir {scratch}/rpm",
            str(file),
        ]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            raise SystemExit(f"rpmbuild failed:\n{done.stdout.decode(errors='replace')}")
        for made in (Path(scratch) / "rpm/RPMS").rglob("*.rpm"):
            (folder / made.name).write_bytes(made.read_bytes())


if __name__ == "__main__":
    sys.exit(layout.main(build, __doc__, sys.argv[1:]))
