"""What the tag of a release has to fit: the version of each package, and the section of CHANGELOG.md.

usage: tag.py check TAG    fails if TAG is not the tag of the version that the files have
       tag.py notes TAG    prints what CHANGELOG.md says of that version
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: The files that have the version of a package, and how they write it.
VERSIONED = {
    "Cargo.toml": r'^version = "([^"]+)"',
    "bindings/python/pyproject.toml": r'^version = "([^"]+)"',
    "bindings/python/src/nango/__init__.py": r'^__version__ = "([^"]+)"',
    "bindings/java/pom.xml": r"^ *<version>([^<]+)<",
    "bindings/java/nango/pom.xml": r"^ *<version>([^<]+)<",
    "bindings/java/jackson/pom.xml": r"^ *<version>([^<]+)<",
    "bindings/java/kotlin/pom.xml": r"^ *<version>([^<]+)<",
    "bindings/ruby/lib/nango/version.rb": r"^ *VERSION = '([^']+)'",
    "bindings/php/ext/nango.c": r'^#define NANGO_EXTENSION_VERSION "([^"]+)"',
}


def versions(root: Path) -> dict[str, str]:
    """The version that each file has."""
    found = {}
    for name, pattern in VERSIONED.items():
        match = re.search(pattern, (root / name).read_text(encoding="utf-8"), re.MULTILINE)
        if match is None:
            sys.exit(f"tag.py: {name} has no version")
        found[name] = match[1]
    return found


def notes(root: Path, version: str) -> str:
    """The section of a version, without its heading; empty if there is none."""
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[?{re.escape(version)}\]?(?: [^\n]*)?\n"
    match = re.search(rf"{heading}(.*?)(?=^## |\Z)", changes, re.MULTILINE | re.DOTALL)
    return f"{match[1].strip()}\n".lstrip() if match else ""


def faults(root: Path, tag: str) -> list[str]:
    """What of the project does not fit the tag."""
    version = tag.removeprefix("v")
    if version == tag or not re.match(r"\d+\.\d+\.\d+", version):
        return [f"'{tag}' is not the tag of a version, which looks like v0.1.0"]
    found = [
        f"{name} has version {other}: set it to {version}, or tag v{other}"
        for name, other in versions(root).items()
        if other != version
    ]
    if not notes(root, version):
        found.append(f"CHANGELOG.md has no section '## [{version}]': turn 'Unreleased' into it")
    return found


def main(arguments: list[str]) -> int:
    """Runs one command."""
    match arguments:
        case ["check" | "notes" as command, tag]:
            wrong = faults(ROOT, tag)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    if wrong:
        print("\n".join(f"tag.py: {fault}" for fault in wrong), file=sys.stderr)
        return 1
    if command == "notes":
        print(notes(ROOT, tag.removeprefix("v")), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
