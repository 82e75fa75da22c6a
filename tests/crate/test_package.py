"""The result of `cargo package`: its contents, that it builds, and that building does not change it."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from support import ROOT, TARGET, cargo

if TYPE_CHECKING:
    from pathlib import Path

MADE_BY_CARGO = {".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig"}
REFUSAL = 'build it without panic = "abort"'


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_packaging_is_quiet(packaging: subprocess.CompletedProcess[str]) -> None:
    assert packaging.returncode == 0, packaging.stderr
    assert "warning" not in packaging.stderr


def test_the_package_holds_what_a_rust_program_needs_and_no_more(package: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    wanted = re.compile(
        r"src/.*|examples/[^/]+\.rs|tests/(support/)?[^/]+\.rs"
        r"|tests/recorded/(delete_|err_4|proxy_)[^/]*\.json|tests/recorded/[^/]*unknown[^/]*\.json"
        r"|tests/recorded/(operations|proxy|webhooks)/[^/]+\.json"
        r"|tests/recorded/elsewhere/(api_key_(delete|post)_again|deploy_err_unknown_integration"
        r"|environments_delete_unknown|function_invoke_err_(connection|name))\.json"
        r"|include/nango\.h|build\.rs|cbindgen\.toml"
        r"|README\.md|CHANGELOG\.md|LICENSE-(MIT|APACHE)"
    )
    ours = {name for name in listed if wanted.fullmatch(name)}
    assert {"src/lib.rs", "src/ffi/preamble.h", "include/nango.h", "LICENSE-MIT", "LICENSE-APACHE"} <= ours
    assert set(files(package)) == ours | MADE_BY_CARGO


@pytest.mark.parametrize("features", [[], ["--no-default-features"]], ids=["with-capi", "without"])
def test_its_documentation_has_no_warnings(package: Path, features: list[str]) -> None:
    done = cargo("doc", "--locked", "--no-deps", *features, directory=package, RUSTDOCFLAGS="-Dwarnings")
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr


@pytest.mark.parametrize("mark", ["Cargo.toml.orig", ".cargo-checksum.json"], ids=["packed", "vendored"])
def test_a_build_does_not_write_into_it(package: Path, mark: str) -> None:
    """Not even where the header differs, which a checkout would have rewritten."""
    header = package / "include/nango.h"
    original = header.read_text()
    header.write_text(original + f"/* changed beside {mark} */\n")
    (package / "Cargo.toml.orig").rename(package / mark)
    try:
        before = files(package)
        library = TARGET / "debug/libnango.so"
        library.unlink(missing_ok=True)
        done = cargo("rustc", "--locked", "--crate-type", "cdylib", directory=package)
        assert done.returncode == 0, done.stderr
        assert files(package) == before
        assert library.exists()
    finally:
        (package / mark).rename(package / "Cargo.toml.orig")
        header.write_text(original)


def test_the_c_library_is_not_built_where_a_panic_would_end_the_program(package: Path) -> None:
    done = cargo("build", "--locked", "--config", 'profile.dev.panic="abort"', directory=package)
    assert done.returncode != 0
    assert REFUSAL in done.stderr
