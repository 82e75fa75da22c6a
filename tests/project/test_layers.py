"""Crates that layers.py rejects and accepts; and the same for the cycles of python_imports.py."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import python_imports
from layers import ALLOWED, ROOT, complaints

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: A crate without faults: each file with its uses.
SOUND = {
    "lib.rs": "mod api;\nmod client;\nmod http;\nmod net;\nmod sys;\nmod text;\npub use client::Client;\n",
    "api/mod.rs": "pub(crate) mod retry;\n",
    "api/retry.rs": "use crate::client::error::Error;\npub(crate) struct Retry(Error);\n",
    "client/mod.rs": "pub(crate) mod error;\npub(crate) mod options;\nmod state;\npub use state::Client;\n",
    "client/error.rs": "use crate::text::Text;\npub struct Error(Text);\nimpl Error {}\n",
    "client/options.rs": "pub struct CallOptions;\n",
    "client/state.rs": "use super::error::Error;\nuse crate::api::retry;\npub struct Client;\nimpl Client {}\n",
    "http/mod.rs": "use crate::net::{self, tcp::Socket};\npub(crate) struct Exchange<'a>(&'a Socket);\n",
    "net/mod.rs": "pub(crate) mod tcp;\n",
    "net/tcp.rs": "use crate::sys;\nuse crate::text::Text;\npub(crate) struct Socket;\nimpl Socket {}\n",
    "sys/mod.rs": "pub(crate) fn wipe() {}\n",
    "text/mod.rs": "use crate::sys::wipe;\npub(crate) struct Text;\n",
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def of_crate(folder: Path, changed: Mapping[str, str]) -> list[str]:
    """The findings in the correct crate once files were added or replaced."""
    return complaints(
        written(folder, {**SOUND, **{name: SOUND.get(name, "") + text for name, text in changed.items()}})
    )


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"net/tcp.rs": "// use crate::client::Client; and /* crate::api::retry */\n"},
        {"net/tcp.rs": 'const TEXT: &str = "crate::client::Client";\n'},
        {"net/tcp.rs": '/* GET /connection/{id} */ const URL: &str = "http://proxy.example/connection-pool";\n'},
        {"net/tcp.rs": '#[cfg(test)]\nmod tests {\n    const PATH: &str = "/connection/1";\n    fn f() {}\n}\n'},
        {"net/tcp.rs": "impl From<u8> for Socket {}\nimpl<T> Iterator for Other<T> {}\nfn recall() {}\n"},
        {"client/error.rs": "#[cfg(test)]\nmod tests {\n    use super::*;\n    use crate::client::Client;\n}\n"},
        {"client/mod.rs": "#[cfg(all(test, not(loom)))]\nmod tests;\n", "client/tests.rs": "use super::Client;\n"},
        {"fuzzing.rs": "use crate::client::Client;\n"},
    ],
    ids=str,
)
def test_what_is_right_passes(changed: dict[str, str], tmp_path: Path) -> None:
    """Comments, strings, tests, re-exports, lower and same levels."""
    assert of_crate(tmp_path, changed) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"net/tcp.rs": "use crate::client::error::Error;\n"}, "src/net/tcp.rs:5: net/tcp.rs uses client/error.rs: "),
        (
            {"net/tcp.rs": "fn f() { crate::client::error::g() }\n"},
            "net/tcp.rs uses client/error.rs: net/ is below client/",
        ),
        (
            {"net/tcp.rs": "use crate::{\n    client::{error::Error, Client},\n};\n"},
            "net/tcp.rs uses client/state.rs: ",
        ),
        ({"net/tcp.rs": "use super::super::http;\n"}, "net/tcp.rs uses http/mod.rs: "),
        ({"net/tcp.rs": "#[cfg(test)]\nmod tests {\n    use crate::http::Exchange;\n}\n"}, "src/net/tcp.rs:7: "),
        ({"sys/mod.rs": "use crate::text::Text;\n"}, "sys/mod.rs uses text/mod.rs: "),
        ({"other/mod.rs": ""}, "other/mod.rs has no level: "),
        ({"client/error.rs": "use crate::client::Client;\n"}, "circle through client/state.rs -> client/error.rs: "),
        ({"client/error.rs": "use crate::api::retry::Retry;\n"}, "circle through client/error.rs -> api/retry.rs: "),
        (
            {"client/options.rs": "use super::state;\n", "client/state.rs": "use super::options::*;\n"},
            "circle through ",
        ),
        ({"client/options.rs": "impl Client {}\n"}, "client/options.rs has an impl of Client: "),
        (
            {"client/options.rs": "impl<'a, T: Fn() -> u8> super::Client<'a, T>\nwhere\n    T: Copy,\n{\n}\n"},
            "an impl of Client: ",
        ),
        ({"net/tcp.rs": 'const PATH: &str = "/connection/";\n'}, "src/net/tcp.rs:5: net/tcp.rs names /connection: "),
        ({"http/mod.rs": 'const PATH: &str = concat!("{base}/proxy", "");\n'}, "http/mod.rs names /proxy: "),
        ({"http/mod.rs": 'const KEY: &str = r#"?provider_config_key="#;\n'}, "http/mod.rs names provider_config_key: "),
        ({"http/mod.rs": "fn f(options: &CallOptions) {}\n"}, "http/mod.rs names CallOptions: "),
        ({"net/tcp.rs": "fn fetch() {}\n"}, "src/net/tcp.rs:5: net/tcp.rs defines fetch: "),
        ({"net/tcp.rs": "struct Inner {}\n"}, "net/tcp.rs defines Inner: "),
        ({"net/answer.rs": ""}, "net/answer.rs is named vaguely: "),
        ({"net/call/mod.rs": ""}, "net/call/mod.rs is named vaguely: "),
    ],
    ids=str,
)
def test_what_is_wrong_is_told(changed: dict[str, str], said: str, tmp_path: Path) -> None:
    """With the file, the line and what to do."""
    wrong = of_crate(tmp_path, changed)
    assert wrong
    assert any(said in complaint for complaint in wrong), wrong


def test_a_circle_is_allowed_by_its_edge_and_only_while_it_is_there(tmp_path: Path) -> None:
    """So the list can only get shorter."""
    edge = "circle through client/error.rs -> client/state.rs"
    src = written(tmp_path, {**SOUND, "client/error.rs": "use crate::client::Client;\n"})
    assert complaints(src, frozenset({edge})) == []
    written(src, SOUND)
    assert complaints(src, frozenset({edge})) == [f"tests/project/layers.py: remove from ALLOWED: {edge}"]


def test_our_own_crate_with_one_arrow_that_runs_up(tmp_path: Path) -> None:
    """In a copy of src/, in which nothing else is wrong."""
    src = tmp_path / "src"
    shutil.copytree(ROOT / "src", src)
    assert complaints(src, ALLOWED) == []
    with (src / "net" / "deadline.rs").open("a", encoding="utf-8") as file:
        file.write("use crate::http::Limits;\n")
    wrong = complaints(src, ALLOWED)
    upward = "net/deadline.rs uses http/limits.rs: net/ is below http/"
    assert len([complaint for complaint in wrong if upward in complaint]) == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.py": "from .b import x\n", "b.py": "from . import c\n", "c.py": "import json\n"}, None),
        (
            {"a.py": "from .b import x\n", "b.py": "from . import a\n"},
            "at run time: nango.a:1 imports nango.b, nango.b:1",
        ),
        ({"a.py": "from .b import x\n", "b.py": "def f():\n    from .a import g\n"}, "at run time: nango.a:1"),
        (
            {"a.py": "from .b import x\n", "b.py": "if TYPE_CHECKING:\n    from .a import g\n"},
            "for type checkers: nango.a:1",
        ),
        (
            {"a.py": "from .d.e import x\n", "d/__init__.py": "", "d/e.py": "from ..a import y\n"},
            "nango.d.e:1 imports nango.a",
        ),
    ],
    ids=str,
)
def test_circles_in_python(files: dict[str, str], said: str | None, tmp_path: Path) -> None:
    """At run time, in functions, and for type checkers."""
    wrong = python_imports.complaints(written(tmp_path / "nango", {"__init__.py": "from .a import x\n", **files}))
    assert len(wrong) == (said is not None)
    assert said is None or said in wrong[0]
