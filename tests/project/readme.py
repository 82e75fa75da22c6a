"""Holds README.md and the other documents to the code: examples, tables, links. --write fills in the examples."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
EXAMPLE = re.compile(r"(<!-- example: (\S+) -->\n```\w+\n)(.*?)(```)", re.DOTALL)
MARKED = re.compile(r"^[^\n]*README: begin[^\n]*\n(.*?)^[^\n]*README: end", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)")


def marked_part(path: Path) -> str:
    """The part of an example program that the README shows."""
    found = MARKED.search(path.read_text())
    if found is None:
        raise SystemExit(f"{path}: no 'README: begin' and 'README: end'")
    return textwrap.dedent(found.group(1).expandtabs(4))


def with_examples(text: str) -> str:
    """The README with each example as in its program."""
    return EXAMPLE.sub(lambda m: m.group(1) + marked_part(ROOT / m.group(2)) + m.group(4), text)


def documents() -> list[Path]:
    """Every document that is in the project."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.split()]


def broken_links() -> list[str]:
    """Links to files that are not there."""
    return [
        f"{document.relative_to(ROOT)}: the link to {target} leads nowhere"
        for document in documents()
        for target in LINK.findall(CODE.sub("", document.read_text()))
        if not (document.parent / target).exists()
    ]


def missing_names(text: str) -> list[str]:
    """The differences between the header and the README's tables."""
    header = (ROOT / "include/nango.h").read_text()
    problems = []
    for what, in_header, in_readme in [
        ("error kind", r"#define NANGO_ERROR_(\w+)", section(text, "Errors")),
        ("auth mode", r"#define NANGO_AUTH_MODE_(\w+)", section(text, "Auth modes")),
        (
            "setting",
            r"nango_(?:client_options|call_options|request)_((?:set|add|load)_\w+)\(",
            section(text, "Settings"),
        ),
    ]:
        names = set(re.findall(in_header, header))
        shown = set(re.findall(r"`(\w+)`", in_readme))
        problems += [f"README.md: the {what} {name} is missing" for name in sorted(names - shown)]
    kinds = set(re.findall(r"#define NANGO_ERROR_(\w+)", header))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", section(text, "Errors"), re.MULTILINE))
    problems += [f"README.md: there is no error kind {name}" for name in sorted(listed - kinds)]
    return problems


def section(text: str, title: str) -> str:
    """One section of the README."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## )", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise SystemExit(f"README.md: no section '{title}'")
    return found.group(1)


def main() -> int:
    """Checks everything; with --write, fills in the examples first."""
    text = README.read_text()
    if "--write" in sys.argv[1:]:
        README.write_text(with_examples(text))
        text = README.read_text()
    problems = missing_names(text) + broken_links()
    if with_examples(text) != text:
        problems.append("README.md: an example differs from its program: run tests/project/readme.py --write")
    for problem in problems:
        print(problem, file=sys.stderr)
    checked = len(EXAMPLE.findall(text))
    if checked != 5:
        problems.append(f"README.md: {checked} examples instead of 5")
        print(problems[-1], file=sys.stderr)
    print(f"{checked + len(documents())} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
