"""Holds README.md and the other documents to the code and to each other: length, numbers, settings, links."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What a reader takes in within a minute. Details go to docs.
LONGEST = 200
CODE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!\w+:)([^)#]*)(?:#([^)]*))?\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def too_long(readme: str) -> list[str]:
    """Whether README.md is too long."""
    lines = readme.count("\n")
    return [f"README.md has {lines} lines, of at most {LONGEST}: move details to docs"] if lines > LONGEST else []


def wrong_numbers(readme: str, header: str) -> list[str]:
    """The numbers of error kinds and auth modes that README.md gives and the header does not have."""
    kinds = set(re.findall(r"#define NANGO_ERROR_(\w+)", header)) - {"NONE"}
    modes = set(re.findall(r"#define NANGO_AUTH_MODE_(\w+)", header)) - {"ABSENT", "UNKNOWN"}
    problems = []
    for what, pattern, actual in (
        ("error kinds", r"\b(\d+) kinds\b", len(kinds)),
        ("auth modes", r"\ball (\d+), and those that Nango adds later", len(modes)),
    ):
        shown = re.findall(pattern, readme)
        if not shown:
            problems.append(f"README.md does not say how many {what} there are: {actual}")
        problems += [f"README.md: there are {actual} {what}, not {number}" for number in shown if int(number) != actual]
    return problems


def missing_settings(page: str, header: str) -> list[str]:
    """The settings of the header that docs/settings.md does not have."""
    settings = set(re.findall(r"nango_(?:client_options|call_options|request)_((?:set|add|load)_\w+)\(", header))
    return [
        f"docs/settings.md: the setting {name} is missing"
        for name in sorted(settings - set(re.findall(r"`(\w+)`", page)))
    ]


def documents() -> list[Path]:
    """Every document that is in the project."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.split()]


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as GitHub and the site make them."""
    headings = (re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading).lower() for heading in HEADING.findall(CODE.sub("", text)))
    return {re.sub(r"[^\w\- ]", "", heading).strip().replace(" ", "-") for heading in headings}


def broken_links(document: Path) -> list[str]:
    """The links of a document to files and headings that are not there."""
    problems = []
    for path, anchor in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        target = document.parent / path if path else document
        if not target.exists():
            problems.append(f"{document}: the link to {path} leads nowhere")
        elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
            problems.append(f"{document}: {path or 'the page itself'} has no heading #{anchor}")
    return problems


def main() -> int:
    """Checks everything."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    header = (ROOT / "include/nango.h").read_text(encoding="utf-8")
    checks = [
        too_long(readme),
        wrong_numbers(readme, header),
        missing_settings((ROOT / "docs/settings.md").read_text(encoding="utf-8"), header),
        *map(broken_links, documents()),
    ]
    for problem in (problem for problems in checks for problem in problems):
        print(problem, file=sys.stderr)
    failed = sum(1 for problems in checks if problems)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
