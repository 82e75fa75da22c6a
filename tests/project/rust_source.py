"""Reads as much of Rust as needed to find which file uses which: paths, re-exports, inline modules, test code."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str, ...]

TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<raw>\bb?c?r(?P<hashes>\#*)".*?"(?P=hashes))
    | (?P<string>\b[bc]?"(?:\\.|[^"\\])*"|"(?:\\.|[^"\\])*")
    | (?P<char>'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\])')
    """,
    re.VERBOSE | re.DOTALL,
)
USE = re.compile(r"(?P<public>\bpub(?:\([^)]*\))?\s+)?\buse\s+(?P<tree>[^;]+);")
INLINE_PATH = re.compile(r"\b(?:crate|self|super)(?:\s*::\s*\w+)+")
MODULE = re.compile(
    r"(?P<attributes>(?:#\[[^\]]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?\bmod\s+(?P<name>\w+)\s*(?P<end>[{;])"
)
#: cfg(test), alone or with more that has to hold.
TEST_ONLY = re.compile(r"cfg\((?:all\((?:\w+, *)*)?test\b")


class Use(NamedTuple):
    """A path in a file, and the file that defines what it names."""

    source: str
    line: int
    target: str
    in_test: bool
    is_reexport: bool


class _Module(NamedTuple):
    """An inline module: where its body is."""

    name: str
    start: int
    end: int
    is_test: bool


class Source:
    """A file of Rust."""

    def __init__(self, text: str) -> None:
        #: The text without comments; and also without the contents of strings. All positions stay the same.
        self.code_with_strings = TOKEN.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)
        self.code = TOKEN.sub(lambda m: _blank(m[0]), text)
        self._lines = [match.start() for match in re.finditer(r"\n", text)]
        #: Set for a file that a `mod` under cfg(test) brings in.
        self.is_test = False
        self.modules: list[_Module] = []
        #: The modules in separate files that this one declares for tests only.
        self.test_files: list[str] = []
        for match in MODULE.finditer(self.code):
            is_test = TEST_ONLY.search(match["attributes"]) is not None
            if match["end"] == "{":
                self.modules.append(_Module(match["name"], match.end(), _closing(self.code, match.end()), is_test))
            elif is_test:
                self.test_files.append(match["name"])

    def line(self, place: int) -> int:
        """The number of the line that a place is in."""
        return bisect.bisect_left(self._lines, place) + 1

    def around(self, place: int) -> list[_Module]:
        """The inline modules around a place, from the outermost."""
        return [module for module in self.modules if module.start <= place < module.end]

    def in_test(self, place: int) -> bool:
        """Whether a place is in code that only tests have."""
        return self.is_test or any(module.is_test for module in self.around(place))

    def declarations(self) -> Iterator[tuple[int, bool, Path]]:
        """The paths that `use` declarations name: where, whether they are handed on, and the path."""
        for match in USE.finditer(self.code):
            for path in _tree(match["tree"]):
                yield match.start("tree"), match["public"] is not None, path

    def inline_paths(self) -> Iterator[tuple[int, Path]]:
        """The paths in the code that begin at the crate or at a module."""
        spans = [match.span() for match in USE.finditer(self.code)]
        for match in INLINE_PATH.finditer(self.code):
            if not any(start <= match.start() < end for start, end in spans):
                yield match.start(), tuple(re.split(r"\s*::\s*", match[0]))


class Crate:
    """All files of a crate by their paths below src/."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = sources
        self._files = {_module_of(path): path for path in sources}
        for path, source in sources.items():
            for name in source.test_files:
                tested = self._files.get((*_module_of(path), name))
                if tested:
                    sources[tested].is_test = True
        #: For each module, its re-exports: the name, and its path.
        self._reexports: dict[Path, dict[str, Path]] = {}
        for path, source in sources.items():
            module = _module_of(path)
            for place, public, named in source.declarations():
                if public and not source.around(place):
                    full = self._absolute(module, named)
                    if full:
                        self._reexports.setdefault(module, {})[full[-1]] = full

    def uses(self) -> Iterator[Use]:
        """Every path that leads to a file of this crate."""
        for path, source in self.sources.items():
            module = _module_of(path)
            places = [(place, named, public) for place, public, named in source.declarations()]
            places += [(place, named, False) for place, named in source.inline_paths()]
            for place, named, public in sorted(places):
                scope = module + tuple(inline.name for inline in source.around(place))
                full = self._absolute(scope, named)
                target = self._defining(full) if full else None
                if target:
                    yield Use(path, source.line(place), target, source.in_test(place), public)

    def _absolute(self, scope: Path, named: Path) -> Path | None:
        """A path from the root of the crate; None if it leads into another crate."""
        first, rest = named[0], named[1:]
        if first == "crate":
            return rest
        if first == "self":
            return scope + rest
        if first == "super":
            while first == "super":
                scope = scope[:-1]
                first, rest = (rest[0], rest[1:]) if rest else ("", ())
            return (*scope, first, *rest) if first else scope
        # A module next to this one's items, or one of another crate.
        return scope + named if (*scope, first) in self._files else None

    def _defining(self, full: Path, depth: int = 0) -> str | None:
        """The file that defines what a path names, past the re-exports."""
        for length in range(len(full), -1, -1):
            module = full[:length]
            if module not in self._files:
                continue
            handed_on = self._reexports.get(module, {}).get(full[length]) if length < len(full) else None
            if handed_on and depth < 10 and handed_on != full[: length + 1]:
                return self._defining(handed_on + full[length + 1 :], depth + 1)
            return self._files[module]
        return None


def _module_of(path: str) -> Path:
    """The path of the module that a file holds."""
    parts = path.removesuffix(".rs").split("/")
    if parts[-1] in ("mod", "lib"):
        parts.pop()
    return tuple(parts)


def _tree(tree: str) -> Iterator[Path]:
    """The paths of the tree of a `use`: those of `a::{b, c::d}` are `a::b` and `a::c::d`."""
    tree = re.sub(r"\s+as\s+\w+", "", tree).strip().removeprefix("::")
    head, brace, rest = tree.partition("{")
    prefix = tuple(part.strip() for part in head.split("::") if part.strip())
    if not brace:
        yield prefix[:-1] if prefix[-1] == "*" else prefix
        return
    inside = rest[: rest.rindex("}")]
    depth, begin = 0, 0
    for i, sign in enumerate(f"{inside},"):
        depth += (sign == "{") - (sign == "}")
        if sign == "," and depth == 0:
            if branch := inside[begin:i].strip():
                for path in _tree(branch):
                    yield prefix if path == ("self",) else prefix + path
            begin = i + 1


def _closing(code: str, start: int) -> int:
    """Where the block ends that begins before a place."""
    depth = 1
    for match in re.compile(r"[{}]").finditer(code, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return len(code)


def _blank(text: str) -> str:
    """Spaces in place of a text, whose lines stay."""
    return re.sub(r"[^\n]", " ", text)
