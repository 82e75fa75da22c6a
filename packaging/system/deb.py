"""Makes libnango0, libnango-dev and nango-emulator for Debian and its relatives.

usage: deb.py MACHINE TREE EMULATOR FOLDER [NOTICES]

MACHINE is x86_64 or aarch64. TREE is what `make install PREFIX=/usr` staged for it, with the libraries in Debian's
folder for the architecture; EMULATOR is the program. NOTICES has the licences of the crates that are linked in.

dpkg-deb alone, without debhelper: the files are built already, for every glibc from 2.28 on, where debhelper would take
the names and versions of dependencies from the machine it runs on.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import changes
import layout
from layout import ROOT, Description, Machine, Package

#: Debian's package of each library that a binary may need, and the prefix of the versions that it depends on.
PROVIDERS = {
    r"libgcc_s\.so\.1": ("libgcc-s1", "GCC_"),
    r"ld-linux-.*|lib(c|m|dl|rt|pthread|util|resolv)\.so\.\d+": ("libc6", "GLIBC_"),
}
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: libnango
Source: https://github.com/libnango/libnango
{comment}
Files: *
Copyright: {holder}
License: Expat or Apache-2.0

License: Expat
{expat}

License: Apache-2.0
 Licensed under the Apache License, Version 2.0. On Debian systems its full
 text is in /usr/share/common-licenses/Apache-2.0.
"""
COMMENT = """\
Comment:
 The binaries also hold Rust crates of other authors. Their names, copyrights
 and licences are in {notices}.gz in the same folder.
"""


def dependencies(needs: dict[str, set[str]]) -> list[str]:
    """The packages with the libraries that binaries need."""
    versions: dict[tuple[str, str], set[str]] = {}
    for library, asked in needs.items():
        for pattern, provider in PROVIDERS.items():
            if re.fullmatch(pattern, library):
                versions.setdefault(provider, set()).update(asked)
                break
        else:
            raise SystemExit(f"a binary needs {library}, and deb.py does not know which package of Debian has it")
    found = {package: layout.newest(prefix, asked) for (package, prefix), asked in versions.items()}
    return [f"{package} (>= {version})" if version else package for package, version in sorted(found.items())]


def control(description: Description, package: Package, machine: Machine, root: Path) -> str:
    """The control file."""
    version = f"{changes.package_version(description.version)}-{layout.REVISION}"
    depends = [f"{name} (= {version})" for name in package.requires]
    depends += dependencies(layout.needs(root))
    fields = {
        "Package": package.deb,
        "Source": description.source,
        "Version": version,
        "Architecture": machine.deb,
        "Maintainer": description.maintainer,
        "Installed-Size": str(installed_size(root)),
        "Depends": ", ".join(depends),
        "Suggests": ", ".join(package.suggests),
        "Section": package.section,
        "Priority": "optional",
        "Multi-Arch": package.multi_arch,
        "Homepage": description.homepage,
        "Description": package.summary + "\n" + long_description(package.description),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def long_description(text: str) -> str:
    """The text below the summary: a blank before each line, and a dot for an empty one."""
    paragraphs = [textwrap.wrap(part, 78) for part in text.strip().split("\n\n")]
    return "\n .\n".join("\n".join(f" {line}" for line in lines) for lines in paragraphs)


def installed_size(root: Path) -> int:
    """The size in KiB, as dpkg-gencontrol estimates it: a KiB for each folder and link, files rounded up."""
    sizes = [
        -(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1 for path in root.rglob("*")
    ]
    return sum(sizes)


def symbols(package: str) -> str:
    """The symbols file: with which version of the library each function came, as abi/nango.json has it."""
    abi = json.loads((ROOT / "abi/nango.json").read_text(encoding="utf-8"))
    lines = [f"libnango.so.{abi['abi']} {package} #MINVER#", "* Build-Depends-Package: libnango-dev"]
    lines += sorted(f" {function['name']}@Base {function['since']}.0" for function in abi["functions"])
    return "\n".join(lines) + "\n"


def copyright_file(notices: bool) -> str:
    """The copyright file in Debian's format."""
    _title, holder, *rest = (ROOT / "LICENSE-MIT").read_text(encoding="utf-8").strip().split("\n\n")
    expat = "\n .\n".join(textwrap.indent(part, " ") for part in rest)
    return COPYRIGHT.format(
        comment=COMMENT.format(notices=layout.NOTICES) if notices else "",
        holder=holder.removeprefix("Copyright (c) "),
        expat=expat,
    )


def add_documents(description: Description, package: Package, root: Path, notices: Path | None, epoch: int) -> None:
    """What every package has in usr/share/doc, and its overrides for lintian."""
    folder = root / "usr/share/doc" / package.deb
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(copyright_file(notices is not None), encoding="utf-8")
    log = changes.releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), description.version, epoch)
    text = changes.debian(description.source, layout.REVISION, description.maintainer, log)
    layout.compress(text.encode(), folder / "changelog.Debian.gz")
    if notices:
        layout.compress(notices.read_bytes(), folder / f"{layout.NOTICES}.gz")
    for example in package.examples:
        (folder / "examples").mkdir(exist_ok=True)
        (folder / "examples" / Path(example).name).write_bytes((ROOT / example).read_bytes())
    overrides = ROOT / "packaging/system/lintian" / package.deb
    if overrides.exists():
        target = root / "usr/share/lintian/overrides" / package.deb
        target.parent.mkdir(parents=True)
        target.write_bytes(overrides.read_bytes())


def add_control(description: Description, package: Package, machine: Machine, root: Path) -> None:
    """The folder DEBIAN, which dpkg-deb packs apart."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    texts = {"control": control(description, package, machine, root), "md5sums": "".join(sums)}
    libraries = list((root / machine.debian_libdir).glob("*.so.*.*"))
    if libraries:
        version = changes.package_version(description.version)
        abi = json.loads((ROOT / "abi/nango.json").read_text(encoding="utf-8"))["abi"]
        texts["symbols"] = symbols(package.deb)
        # For tools that read no symbols files: any function of this library may be meant.
        texts["shlibs"] = f"libnango {abi} {package.deb} (>= {version})\n"
        texts["triggers"] = "activate-noawait ldconfig\n"
    (root / "DEBIAN").mkdir()
    for name, text in texts.items():
        (root / "DEBIAN" / name).write_text(text, encoding="utf-8")


def build(machine: Machine, tree: Path, emulator: Path, folder: Path, notices: Path | None, epoch: int) -> None:
    """Makes all packages."""
    description = layout.describe()
    with tempfile.TemporaryDirectory() as scratch:
        roots = layout.lay_out(description, machine.debian_libdir, tree, emulator, Path(scratch))
        for package in description.package:
            root = roots[package.deb]
            add_documents(description, package, root, notices, epoch)
            add_control(description, package, machine, root)
            layout.finish(root, epoch)
            # xz, which every dpkg reads, and one thread: the number of them changes the bytes.
            command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(folder)]
            environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "DPKG_DEB_THREADS_MAX": "1"}
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(layout.main(build, __doc__, sys.argv[1:]))
