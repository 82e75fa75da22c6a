"""Checks the structure of src/: which folder may use which, no import circles, one file for the impl of a type.

usage: layers.py [src]

docs/ARCHITECTURE.md has the levels of the folders. The check reads the paths of `use` declarations and those that
begin with `crate`, `self` or `super`, and follows re-exports to the file that defines the item.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from circles import circle_in, edges_in_circles
from rust_source import Crate, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

#: The folders of src/, top to bottom. Code may use its own level and those below.
LEVELS = [
    ("ffi",),
    ("client", "operations", "api", "connection", "proxy", "webhook"),
    ("http",),
    ("net",),
    ("text",),
    ("sys",),
]
LEVEL_OF = {folder: level for level, folders in enumerate(LEVELS) for folder in folders}
#: The root of the crate, and what fuzz targets call.
OUTSIDE = {"lib.rs", "fuzzing.rs"}
#: Folders for HTTP and sockets that are independent of Nango: neither its routes nor the options of its client.
GENERAL = {"http", "net"}
ROUTES = re.compile(r"(?<!/)/(?:connections?|proxy)(?![\w-])|provider_config_key")
OPTIONS = "client/options.rs"
#: Names that are too general.
VAGUE = {"inner", "fetch", "call", "answer"}

DEFINITION = re.compile(r"\b(?:fn|struct|enum|union|trait|type)\s+([A-Za-z_]\w*)")
TYPE_DEFINITION = re.compile(r"\b(?:struct|enum|union|trait|type)\s+([A-Za-z_]\w*)")
IMPL = re.compile(r"^[ \t]*(?:unsafe\s+)?impl\b", re.MULTILINE)

#: The findings when the check was written. Entries are only removed: one that is no longer needed fails the check.
ALLOWED: frozenset[str] = frozenset()


class Complaint(NamedTuple):
    """Something that is wrong: what to write into ALLOWED, where it is, and what to do."""

    key: str
    place: str
    advice: str


def upward(crate: Crate) -> Iterator[Complaint]:
    """Uses of a folder on a higher level, or of a folder without a level."""
    for path in crate.sources:
        if path not in OUTSIDE and path.partition("/")[0] not in LEVEL_OF:
            yield Complaint(
                f"{path} has no level", f"{path}:1", "move it into a folder that has one: LEVELS in layers.py"
            )
    for use in crate.uses():
        if use.source in OUTSIDE or use.target == "lib.rs":
            continue
        here, there = (path.partition("/")[0] for path in (use.source, use.target))
        if LEVEL_OF.get(there, len(LEVELS)) < LEVEL_OF.get(here, -1):
            yield Complaint(
                f"{use.source} uses {use.target}",
                f"{use.source}:{use.line}",
                f"{here}/ is below {there}/: move what both need down, or pass it in",
            )


def circles(crate: Crate, allowed: frozenset[str]) -> Iterator[Complaint]:
    """Files that use each other, directly or through others. Tests are exempt."""
    lines: dict[tuple[str, str], int] = {}
    for use in crate.uses():
        if not use.in_test and not use.is_reexport and use.source != use.target and use.source not in OUTSIDE:
            lines.setdefault((use.source, use.target), use.line)
    keys = {edge: f"circle through {edge[0]} -> {edge[1]}" for edge in lines}
    for edge in sorted(edges_in_circles(set(lines))):
        if keys[edge] in allowed:
            yield Complaint(keys[edge], f"{edge[0]}:{lines[edge]}", "")
    rest = {edge for edge in lines if keys[edge] not in allowed}
    while found := circle_in(rest):
        edge = (found[-1], found[0])
        rest.discard(edge)
        way = " -> ".join(f"{path}:{lines[path, after]}" for path, after in zip(found, [*found[1:], found[0]]))
        yield Complaint(
            keys[edge], f"{edge[0]}:{lines[edge]}", f"{way} -> {found[0]}: move what is shared to a file of its own"
        )


def scattered_impls(crate: Crate) -> Iterator[Complaint]:
    """Inherent impls in a file that does not define the type: one type has all of them in its own."""
    for path, source in crate.sources.items():
        if path in OUTSIDE:
            continue
        defined = set(TYPE_DEFINITION.findall(source.code))
        for match in IMPL.finditer(source.code):
            name = inherent(source.code[match.end() :])
            if name and name not in defined and not source.in_test(match.end()):
                yield Complaint(
                    f"{path} has an impl of {name}",
                    f"{path}:{source.line(match.end())}",
                    "put it into the file that defines the type, or make it a function",
                )


def inherent(header: str) -> str | None:
    """The type of an impl whose text begins after `impl`; None if it is that of a trait."""
    header = re.split(r"\bwhere\b", without_generics(header.partition("{")[0]))[0]
    if re.search(r"\bfor\b", header):
        return None
    name = re.search(r"\w+\s*$", header)
    return name[0].strip() if name else None


def without_generics(header: str) -> str:
    """A header without the text in angle brackets."""
    header = header.replace("->", "  ")
    while (shorter := re.sub(r"<[^<>]*>", "", header)) != header:
        header = shorter
    return header


def nangos_own(crate: Crate) -> Iterator[Complaint]:
    """Routes of Nango's and option types of its client in the folders that must have neither."""
    options = crate.sources.get(OPTIONS)
    types = set(TYPE_DEFINITION.findall(options.code)) if options else set()
    for path, source in crate.sources.items():
        if path.partition("/")[0] not in GENERAL:
            continue
        for match in ROUTES.finditer(source.code_with_strings):
            if not source.in_test(match.start()):
                yield Complaint(
                    f"{path} names {match[0]}",
                    f"{path}:{source.line(match.start())}",
                    "pass it in: http/ and net/ know no route",
                )
        for match in re.finditer(r"\w+", source.code):
            if match[0] in types and not source.in_test(match.start()):
                yield Complaint(
                    f"{path} names {match[0]}",
                    f"{path}:{source.line(match.start())}",
                    f"pass what is needed: {OPTIONS} is above",
                )


def vague_names(crate: Crate) -> Iterator[Complaint]:
    """Files, types and functions whose name is too general."""
    for path, source in crate.sources.items():
        if VAGUE & {part.removesuffix(".rs") for part in path.split("/")}:
            yield Complaint(f"{path} is named vaguely", f"{path}:1", "name the file for what it holds")
        for match in DEFINITION.finditer(source.code):
            if match[1].lower() in VAGUE:
                yield Complaint(
                    f"{path} defines {match[1]}", f"{path}:{source.line(match.start())}", "name it for what it does"
                )


def complaints(src: Path, allowed: frozenset[str] = frozenset()) -> list[str]:
    """All findings, and every entry of the allow-list that is no longer needed."""
    crate = Crate(
        {path.relative_to(src).as_posix(): Source(path.read_text("utf-8")) for path in sorted(src.rglob("*.rs"))}
    )
    found = [
        *upward(crate),
        *circles(crate, allowed),
        *scattered_impls(crate),
        *nangos_own(crate),
        *vague_names(crate),
    ]
    wrong = {f"src/{place}: {key}: {advice}": None for key, place, advice in found if key not in allowed}
    stale = sorted(allowed - {complaint.key for complaint in found})
    return [*wrong, *(f"tests/project/layers.py: remove from ALLOWED: {key}" for key in stale)]


def main() -> int:
    """Reports the findings in src/, or in another folder."""
    wrong = complaints(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "src", ALLOWED)
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
