"""Checks the rendered site: every link and anchor in it leads somewhere, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from blocks import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SITE = ROOT / "target" / "site"
#: rustdoc's pages of source code make the lines of a range as they are requested.
LINES = re.compile(r"\d+(-\d+)?")


class Document(HTMLParser):
    """The anchors of a page, its links, and the files it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the anchor and the link of a tag."""
        for name, value in attrs:
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif (name == "src" or (name == "href" and tag == "link")) and value:
                self.loaded.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The same for a tag without an end."""
        self.handle_starttag(tag, attrs)


def is_elsewhere(link: str) -> bool:
    """Whether a link leaves the site."""
    return re.match(r"(\w+:)?//|\w+:", link) is not None


def complaints(documents: dict[Path, Document]) -> list[str]:
    """What leads nowhere, or is loaded from elsewhere."""
    wrong = []
    for document in documents.values():
        shown = document.path.relative_to(SITE)
        for link in document.loaded:
            if is_elsewhere(link) and not link.startswith("data:"):
                wrong.append(f"{shown}: loads {link}")
            elif not is_elsewhere(link) and not target(document, link)[0].exists():
                wrong.append(f"{shown}: {link} is not there")
        for link in document.links:
            if is_elsewhere(link):
                continue
            path, anchor = target(document, link)
            if not path.exists():
                wrong.append(f"{shown}: the link to {link} leads nowhere")
            elif anchor and path in documents and not has(documents[path], anchor):
                wrong.append(f"{shown}: the page of {link} has no such anchor")
    return wrong


def target(document: Document, link: str) -> tuple[Path, str]:
    """The file and the anchor that a link leads to."""
    path, anchor = urldefrag(link)
    file = (document.path.parent / unquote(path.partition("?")[0])).resolve() if path else document.path
    return file / "index.html" if file.is_dir() else file, anchor


def has(document: Document, anchor: str) -> bool:
    """Whether a page has an anchor, which a browser looks for as it is written first."""
    is_source = document.path.is_relative_to(SITE / "rust" / "src")
    return not document.anchors.isdisjoint({anchor, unquote(anchor)}) or (
        is_source and LINES.fullmatch(anchor) is not None
    )


def main() -> int:
    """Checks all pages."""
    documents = {path: Document(path) for path in sorted(SITE.rglob("*.html"))}
    wrong = complaints(documents)
    for complaint in wrong:
        print(f"FAILED {complaint}")
    links = sum(len(document.links) + len(document.loaded) for document in documents.values())
    print(f"{links} links on {len(documents)} pages")
    print(f"{len(documents)} passed, {len(wrong)} failed")
    return 1 if wrong or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
