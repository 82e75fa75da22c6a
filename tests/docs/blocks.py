"""The blocks of code in the guides, docs/*.md, and the page's directives for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
#: Its commands are those that the suites of the packages type.
TESTED_ELSEWHERE = {"installing.md"}
BLOCK = re.compile(
    r"(?:^<!-- (?P<marker>(?:(?! -->).)*) -->\n)?^```(?P<language>[\w+]+)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    """A block of code. The comment in front of it is its marker.

    `prints` marks the output of the block before it, `file: NAME` of a file that later blocks of the page use,
    `in another terminal` a command that runs until the page ends, `as in PAGE` commands that build and install, which
    that page explains and has too, `with PACKAGE` a program that needs a package of pkg-config, `not run: REASON`
    of what cannot be run.
    """

    page: str
    line: int
    language: str
    code: str
    marker: str

    @property
    def place(self) -> str:
        """Where it is, for a message."""
        return f"docs/{self.page}:{self.line}"

    @property
    def name(self) -> str:
        """A name that suits a file."""
        return re.sub(r"\W", "_", f"{self.page}_{self.line}")

    @property
    def file(self) -> str:
        """The name of the file that it is, if it is one."""
        return self.marker.removeprefix("file: ") if self.marker.startswith("file: ") else ""

    @property
    def other_page(self) -> str:
        """The page that has its commands too, if one does: they are not run here."""
        return self.marker.removeprefix("as in ") if self.marker.startswith("as in ") else ""

    @property
    def package(self) -> str:
        """What pkg-config has to find for it."""
        return self.marker.removeprefix("with ") if self.marker.startswith("with ") else ""

    @property
    def is_in_another_terminal(self) -> bool:
        """Whether it runs next to the blocks that follow."""
        return self.marker == "in another terminal"

    @property
    def is_program(self) -> bool:
        """Whether it is a complete program: others are put into a function."""
        entry = {"c": "int main(", "cpp": "int main(", "go": "func main(", "rust": "fn main("}
        return entry.get(self.language, "") in self.code


def blocks_of(page: Path) -> list[Block]:
    """The blocks of a page, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page.name, text.count("\n", 0, found.start()) + 1, found["language"], found["code"], found["marker"] or ""
        )
        for found in BLOCK.finditer(text)
    ]


def guides() -> dict[str, list[Block]]:
    """Every guide with its blocks."""
    pages = sorted(page for page in DOCS.glob("*.md") if page.name not in TESTED_ELSEWHERE)
    return {page.name: blocks_of(page) for page in pages}
