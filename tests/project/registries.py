"""Rejects texts that would make a reader install libnango, or another project's nango, from a registry.

`nango` on PyPI is an unrelated package. libnango itself is published nowhere yet, so anyone who takes its name in a
registry decides what is installed. Remove published names from PROMISES: docs/releasing.md. Only a line that says from
which version on it works may have such a command.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
#: Foreign text: recordings, and lists of other projects' packages.
IGNORED = re.compile(r"tests/recorded/|(.*/)?(Cargo\.lock|go\.sum)$")
#: Between two words of a command, which a text may break off and a program may put together.
GAP = r"""(?:[\s"',`\\]|# )+"""
OPTIONS = rf"(?:-[-\w]+(?:=\S+)?{GAP})*"
PYTHON = rf"\b(?:pip[\d.]*|pipx|uv|poetry|pdm|conda|mamba){GAP}(?:pip{GAP})?(?:install|add|download|wheel)\b{GAP}"
GO = r"github\.com/libnango/libnango"
#: The end of a package's name: no path, archive or longer name follows.
END = r"(?![-\w/]|\.\w)"

STRANGER = "another project's package on PyPI; ours is libnango"
#: Packages of a command that come before the one that matters; they are on the same line.
BEFORE = r"""(?:[^\s`;&|]+[ "',]+)*?"""
STRANGERS = [
    re.compile(rf"{PYTHON}(?:{OPTIONS}|{BEFORE})nango{END}"),
    # With an extra or a version, in any context.
    re.compile(r"(?<![\w./-])nango\[(?!\])[\w{}, ]+\]"),
    re.compile(r"(?<![\w./-])nango ?(?:[=~]=|>=|<=) ?\d"),
    re.compile(r"(?<![\w-])nango-\d[\w.]*(?:-py3|\.tar\.gz|\.whl)"),
    re.compile(r"pypi\.org/(?:project|simple)/nango\b"),
]

PROMISE = "a package that is not published yet"
#: A line that is true later says so itself, so that whoever copies it sees it.
LATER = re.compile(r"[^\n]*\bfrom \d+\.\d+ on\b")
#: What makes cargo take a folder or a repository, on the same line.
ELSEWHERE = r"(?![^\n`]*--(?:path|git)\b)"
#: vcpkg takes the port of a folder if one is named.
SYSTEM = r"(?:apt|apt-get|dnf|yum|apk|brew|vcpkg|conan|npm|docker)"
PROMISES = [
    re.compile(rf"{PYTHON}(?:{OPTIONS}|{BEFORE})libnango(?!\[){END}"),
    re.compile(r"(?:pypi\.org/(?:project|simple)|shields\.io/pypi/\w+|badge\.fury\.io/py)/libnango\b"),
    re.compile(rf"\bcargo{GAP}add{GAP}{ELSEWHERE}{OPTIONS}(?:lib)?nango{END}{ELSEWHERE}"),
    re.compile(rf"\bcargo{GAP}b?install\b{ELSEWHERE}[^\n`]*?[ \"'](?:lib)?nango(?:-emulator)?{END}"),
    re.compile(r"(?<![\w.-])(?:lib)?nango(?:-emulator)? = (?:\"[\d^~=*]|\{(?![^}]*\b(?:path|git) ?=)[^}]*version)"),
    re.compile(r"(?:crates\.io/crates|docs\.rs|lib\.rs/crates|shields\.io/crates/\w+)/(?:lib)?nango\b"),
    re.compile(rf"\bgo{GAP}(?:get|install){GAP}{OPTIONS}{GO}"),
    re.compile(rf"pkg\.go\.dev/(?:badge/)?{GO}"),
    re.compile(rf"{GO}/releases\b"),
    re.compile(rf"\b{SYSTEM}{GAP}(?!install --overlay-ports=)(?:install|add|pull|run){GAP}{OPTIONS}(?:lib)?nango"),
]


def faults(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text where something is wrong, and what."""
    for patterns, what in ((STRANGERS, STRANGER), (PROMISES, PROMISE)):
        found = {match.end(): match for pattern in patterns for match in pattern.finditer(text)}
        for match in found.values():
            if what == PROMISE and LATER.match(text, match.end()):
                continue
            yield text.count("\n", 0, match.end()) + 1, f"'{' '.join(match[0].split())}' would install {what}"


def files() -> list[str]:
    """The files that are tracked, or untracked and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name and not IGNORED.match(name) and (ROOT / name).is_file()]


def main() -> int:
    """Reports every fault in the project."""
    failed = 0
    for name in files():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for line, what in faults(text):
            print(f"{name}:{line}: {what}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
