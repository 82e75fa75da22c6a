"""Makes pages of the site from those of rustdoc, one for each item of the crate, under reference/rust/."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAIN = re.compile(r'<section id="main-content"[^>]*>(.*)</section></div></main>', re.DOTALL)
ITEM = re.compile(r"(?:struct|enum|trait|fn|constant|type|macro)\.(\w+)\.html")
#: rustdoc's controls, which need its script, and the heading, which the page has already.
CONTROLS = re.compile(
    r'<div class="main-heading">.*?</h1>.*?</div>|<rustdoc-toolbar>.*?</rustdoc-toolbar>'
    r"|<button.*?</button>|<a [^>]*class=\"(?:anchor|doc-anchor|src rightside)\".*?</a>"
    r'|<span class="sub-heading">.*?</span>|<span class="out-of-band">.*?</span>',
    re.DOTALL,
)
#: The traits that every type has: they come last.
GENERAL = re.compile(r'<h2 id="(?:synthetic|blanket)-implementations".*', re.DOTALL)
LINK = re.compile(r'href="(?!\w+:|#)([^"]+)"')


def pages(made: Path) -> dict[str, str]:
    """The text of each page, by its name below reference/: that of the crate is rust.md."""
    crate = made / "nango"
    items = sorted(
        (found[1], path) for path in crate.iterdir() if (found := ITEM.fullmatch(path.name)) and path.is_file()
    )
    written = {f"rust/{path.stem}.md": f"# {name}\n\n{_content(path, '../../rust/')}" for name, path in items}
    entries = "".join(f"{name} <rust/{path.stem}>\n" for name, path in items)
    written["rust.md"] = (
        "# Rust reference\n\n"
        "The crate `nango`. "
        '<a href="../rust/nango/index.html">rustdoc\'s own pages</a> have its search and the source.\n\n'
        f"{_content(crate / 'index.html', '../rust/')}\n```{{toctree}}\n:hidden:\n\n{entries}```\n"
    )
    return written


def _content(path: Path, rustdoc: str) -> str:
    """What a page of rustdoc says, with its links leading to pages of the site, or else to rustdoc's."""
    found = MAIN.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{path}: rustdoc lays out its pages differently now")
    kept = GENERAL.sub("", CONTROLS.sub("", found[1]))
    # The page of the crate is one folder above those of its items.
    here = "" if path.name != "index.html" else "rust/"

    def target(match: re.Match[str]) -> str:
        link = match[1]
        if ITEM.fullmatch(link.partition("#")[0]):
            return f'href="{here}{link}"'
        if link.startswith("index.html"):
            return 'href="../rust.html"'
        parts = link.removeprefix("../")
        return f'href="{rustdoc}{parts if link.startswith("../") else f"nango/{link}"}"'

    return f'```{{raw}} html\n<div class="rustdoc">{LINK.sub(target, kept)}</div>\n```\n'
