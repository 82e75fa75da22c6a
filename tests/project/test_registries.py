"""Texts that registries.py rejects and accepts. @ replaces the name, so that this file passes too."""

from __future__ import annotations

import pytest
from registries import PROMISE, STRANGER, faults, files, main

STRANGERS = [
    "pip install @",
    "pip3 install -U @",
    "pip install --upgrade --user @",
    "python -m pip install '@[requests]'",
    "pip install requests @",
    "pip install\n'@[httpx]'",
    "`pip\ninstall @`",
    'raise ImportError("needs it: pip install " "@")',
    '["pip", "install", "@"]',
    "f\"pip install '@[{name}]'\"",
    "or `'@[httpx]'`",
    "pip install @==0.1.0",
    "@>=0.1",
    "RUN pip install --no-cache-dir @ gunicorn",
    "uv add @",
    "uv pip install @",
    "poetry add @",
    "pip install @-0.1.0-py3-none-manylinux_2_28_x86_64.whl",
    "dist/@-0.1.0.tar.gz",
    "https://pypi.org/project/@/",
    "pip install @  # from 0.2 on",
]
PROMISES = [
    "pip install lib@",
    "pip install requests lib@",
    "pip install -U lib@.",
    "https://pypi.org/project/lib@/",
    "https://img.shields.io/pypi/v/lib@",
    "cargo add @",
    "cargo add @ --no-default-features",
    "cargo install @-emulator",
    "cargo install --locked @-emulator",
    '@ = "0.1"',
    '@ = { version = "0.1", default-features = false }',
    "https://crates.io/crates/@",
    "https://docs.rs/@/latest",
    "go get github.com/lib@/lib@/bindings/go",
    "go get -u github.com/lib@/lib@/bindings/go",
    "https://pkg.go.dev/github.com/lib@/lib@/bindings/go",
    "https://github.com/lib@/lib@/releases/latest",
    "apt install lib@-dev",
    "brew install lib@",
    "vcpkg install @",
    "from 0.2 on:\npip install lib@",
    "pip install lib@\nthat is, from 0.2 on",
    "cargo add @  # from now on",
    "conan install @",
]
FINE = [
    "pip uninstall -y @ lib@",
    "pip install lib@-0.1.0-py3-none-manylinux_2_28_x86_64.whl",
    "pip install 'lib@-0.1.0-py3-none-manylinux_2_28_x86_64.whl[requests,httpx]'",
    "pip install lib@-0.1.0.tar.gz",
    "pip install -e lib@/bindings/python",
    "pip install 'bindings/python[requests]'",
    "needs requests: pip install 'lib@[requests]'",  # where lib@ is installed, in which case this is printed
    "The project `@` on PyPI is somebody else's, and is imported as `@` too.",
    "import @",
    "cargo add --path ../lib@ @",
    "cargo add @ --path ../lib@",
    "cargo install --locked --path tests/emulator # leaves @-emulator there",
    '@ = { path = "../lib@", version = "0.1" }',
    '@ = { git = "https://git.example.com/lib@.git", tag = "v0.1.0" }',
    "@-0.1.0.crate, @-emulator-0.1.0-x86_64-linux.tar.gz",
    "pip install lib@  # from 0.2 on",
    "cargo add @ --no-default-features  # Rust, from 0.2 on",
    "go get github.com/lib@/lib@/bindings/go  # from 0.2 on",
    "https://github.com/lib@/lib@/releases, from 0.2 on",
    "vcpkg install --overlay-ports=ports lib@",
    "sudo apt install ./lib@0_0.1.0-1_amd64.deb ./lib@-dev_0.1.0-1_amd64.deb",
    "sudo dnf install ./lib@-0.1.0-1.x86_64.rpm",
    "go mod edit -replace=github.com/lib@/lib@/bindings/go=../lib@/bindings/go",
]


def whats(text: str) -> set[str]:
    """The faults in a text."""
    return {what.rpartition(" would install ")[2] for _, what in faults(text.replace("@", "nango"))}


@pytest.mark.parametrize("text", STRANGERS)
def test_another_projects_package_is_refused(text: str) -> None:
    """It could run any code on the machine of a reader who follows the text."""
    assert whats(text) == {STRANGER}


@pytest.mark.parametrize("text", PROMISES)
def test_what_is_not_published_is_refused(text: str) -> None:
    """The name is free, or taken by another project."""
    assert whats(text) == {PROMISE}


@pytest.mark.parametrize("text", FINE)
def test_files_checkouts_and_warnings_pass(text: str) -> None:
    """Commands that work today, and text that is not a command."""
    assert whats(text) == set()


def test_the_line_is_named() -> None:
    """For a command that a text breaks off, the line where the name is."""
    text = "one\npip install\n@\n".replace("@", "nango")
    assert [line for line, _ in faults(text)] == [3]


def test_no_text_of_the_project_would_have_them_installed() -> None:
    """All tracked files."""
    assert {"README.md", "docs/installing.md", "bindings/python/src/nango/__init__.py"} <= set(files())
    assert main() == 0
