"""The vcpkg port and the Conan recipe that a release packs. conan_create.sh and vcpkg_install.sh use them."""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
from typing import TYPE_CHECKING

import pytest

from packages import LIBDIR, ROOT, TOOLS, run, stage

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://github.com/libnango/libnango/" + "releases/download/v0.1.0/libnango-0.1.0-source.tar.gz"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both, of some source archive."""
    folder = tmp_path_factory.mktemp("recipes")
    (folder / "libnango-0.1.0-source.tar.gz").write_bytes(b"the sources")
    run(TOOLS, "packaging/recipes.py", folder / "libnango-0.1.0-source.tar.gz", "0.1.0", folder)
    for name in ("vcpkg", "conan"):
        with tarfile.open(folder / f"libnango-0.1.0-{name}.tar.gz") as tar:
            tar.extractall(folder)
    return folder


def test_the_recipes_name_the_sources_of_the_release(packed: Path) -> None:
    """By address and checksum; nothing is left to fill in."""
    port = packed / "libnango-0.1.0-vcpkg"
    assert {path.name for path in port.iterdir()} == {"portfile.cmake", "usage", "vcpkg.json"}
    assert json.loads((port / "vcpkg.json").read_text())["version"] == "0.1.0"
    portfile = (port / "portfile.cmake").read_text()
    assert f'URLS "{URL}"' in portfile
    assert f"SHA512 {hashlib.sha512(b'the sources').hexdigest()})" in portfile
    recipe = packed / "libnango-0.1.0-conan"
    data = (recipe / "conandata.yml").read_text()
    assert f'  "0.1.0":\n    url: "{URL}"\n' in data
    assert f'sha256: "{hashlib.sha256(b"the sources").hexdigest()}"' in data
    for path in [*port.iterdir(), *recipe.rglob("*.*")]:
        assert not re.search(r"@[A-Z]\w*@", path.read_text()), path


def test_the_recipes_are_packed_to_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    """As every file of a release."""
    run(TOOLS, "packaging/recipes.py", packed / "libnango-0.1.0-source.tar.gz", "0.1.0", tmp_path)
    for name in ("vcpkg", "conan"):
        archive = f"libnango-0.1.0-{name}.tar.gz"
        assert (tmp_path / archive).read_bytes() == (packed / archive).read_bytes()


def test_the_packages_have_the_licences_once() -> None:
    """Those of the linked crates too; what CMake installs of them is left out."""
    port = (ROOT / "packaging/vcpkg/portfile.cmake").read_text()
    recipe = (ROOT / "packaging/conan/conanfile.py").read_text()
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-NOTICES"):
        assert f'"${{source}}/{name}"' in port
        assert f'"{name}"' in recipe
    assert 'file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/doc")' in port
    assert 'rmdir(self, str(Path(self.package_folder) / "share"))' in recipe


def test_an_unknown_placeholder_is_refused(tmp_path: Path) -> None:
    """Rather than published."""
    (tmp_path / "file").write_text("@NO_SUCH_VALUE@")
    program = "import pathlib, sys; sys.path[0:0] = ['packaging']; import recipes; "
    program += "recipes.fill(pathlib.Path(sys.argv[1]), {})"
    with pytest.raises(AssertionError, match="KeyError: 'NO_SUCH_VALUE'"):
        run(TOOLS, "-c", program, tmp_path)


def test_the_port_sets_options_of_the_project() -> None:
    """Those that CMake would ignore otherwise."""
    text = (ROOT / "packaging/vcpkg/portfile.cmake").read_text() + (ROOT / "packaging/conan/conanfile.py").read_text()
    folder = ROOT / "bindings/c"
    scripts = "".join(path.read_text() for path in [folder / "CMakeLists.txt", *folder.glob("cmake/*.cmake")])
    options = set(re.findall(r"(?:-D|\b)(NANGO_[A-Z_]+)", text))
    assert options == {"NANGO_STATIC", "NANGO_RUST_TARGET", "NANGO_PKGCONFIG_RPATH"}
    assert all(re.search(rf"(?:option|set)\({name}|DEFINED {name}", scripts) for name in options)


def test_the_recipe_lists_what_the_static_library_needs(tmp_path: Path) -> None:
    """As nango-static.pc does."""
    tree = stage("deb", tmp_path / "tree")
    flags = (tree / "usr" / LIBDIR["deb"] / "pkgconfig/nango-static.pc").read_text()
    needed = re.search(r"^Libs: -L\S+ -l:libnango\.a (.*)$", flags, re.MULTILINE)
    listed = re.search(
        r"^SYSTEM_LIBRARIES = \[(.*)\]$", (ROOT / "packaging/conan/conanfile.py").read_text(), re.MULTILINE
    )
    assert needed
    assert listed
    assert [f"-l{name}" for name in re.findall(r'"(\w+)"', listed[1])] == needed[1].split()
