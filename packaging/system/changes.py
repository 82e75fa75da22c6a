"""Reads CHANGELOG.md and writes its entries as Debian's and RPM's changelogs have them."""

from __future__ import annotations

import datetime
import email.utils
import re
import textwrap
from dataclasses import dataclass, field

UTC = datetime.timezone.utc
WIDTH = 78
UNRELEASED = "Unreleased"


@dataclass
class Release:
    """What changed in one version, in groups such as "Added"."""

    version: str
    date: datetime.datetime
    groups: list[tuple[str, list[str]]] = field(default_factory=list)


def releases(text: str, version: str, epoch: int) -> list[Release]:
    """The versions of CHANGELOG.md from the newest on; the first has to be the one that is packed.

    Before a release its changes are under "Unreleased": they are of `version` if that has no section yet.
    """
    sections = re.split(r"^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$", text, flags=re.MULTILINE)[1:]
    found = list(zip(sections[::3], sections[1::3], sections[2::3], strict=True))
    named = {name for name, _, _ in found}
    listed = []
    for name, date, body in found:
        if name == UNRELEASED:
            if version in named:
                continue
            listed.append(Release(version, datetime.datetime.fromtimestamp(epoch, UTC), _groups(body)))
        elif date is None:
            raise SystemExit(f"CHANGELOG.md: version {name} has no date: write '## [{name}] - 2026-01-31'")
        else:
            day = datetime.datetime.fromisoformat(date).replace(tzinfo=UTC)
            listed.append(Release(name, day, _groups(body)))
    if not listed or listed[0].version != version:
        first = listed[0].version if listed else "nothing"
        raise SystemExit(f"CHANGELOG.md begins with {first}: give {version}, the version of Cargo.toml, a section")
    return listed


def _groups(body: str) -> list[tuple[str, list[str]]]:
    """The groups of a section, each with its items without line breaks; what is nested stands by itself."""
    parts = re.split(r"^### (.+)$", body, flags=re.MULTILINE)
    groups = []
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        items = re.split(r"^ *- ", content, flags=re.MULTILINE)[1:]
        groups.append((name, [" ".join(item.split()) for item in items]))
    return groups


def debian(source: str, revision: str, maintainer: str, listed: list[Release]) -> str:
    """A debian/changelog."""
    entries = []
    for release in listed:
        lines = [f"{source} ({package_version(release.version)}-{revision}) unstable; urgency=medium"]
        for name, items in release.groups:
            lines += ["", f"  [ {name} ]"]
            lines += [line for item in items for line in _item(item, "  * ", "    ")]
        lines += ["", f" -- {maintainer}  {email.utils.format_datetime(release.date)}", ""]
        entries.append("\n".join(lines))
    return "\n".join(entries)


def rpm(revision: str, maintainer: str, listed: list[Release]) -> str:
    """What follows %changelog in a spec file, where a percent sign begins a macro."""
    entries = []
    for release in listed:
        lines = [f"* {release.date:%a %b %d %Y} {maintainer} - {package_version(release.version)}-{revision}"]
        for name, items in release.groups:
            lines += [line for item in items for line in _item(f"{name}: {item}", "- ", "  ")]
        entries.append("\n".join(lines).replace("%", "%%") + "\n")
    return "\n".join(entries)


def _item(text: str, first: str, other: str) -> list[str]:
    """One item, wrapped."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )


def package_version(version: str) -> str:
    """A version for package managers, which sort `1.0~rc.1` before `1.0`."""
    return version.replace("-", "~", 1)
