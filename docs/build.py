"""Renders the documentation into target/site: guides, the pages of the packages, the reference of each language.

usage: build.py, after `make lib`, with GO, CARGO and the Python that has Sphinx: `make docs` runs it.

Everything is laid out under target/docs first, since a page may come from anywhere in the project: links between pages
are turned accordingly, and a link to a source file leads to a page that shows it.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path

import rustdoc

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
WORK = ROOT / "target" / "docs"
PAGES = WORK / "pages"
SITE = ROOT / "target" / "site"
DOXYGEN = WORK / "doxygen"

# Where the site has what lies outside docs/.
ELSEWHERE = {
    "README.md": "index.md",
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "abi/README.md": "abi.md",
    "bindings/c/README.md": "packages/c.md",
    "bindings/go/README.md": "packages/go.md",
    "bindings/java/README.md": "packages/java.md",
    "bindings/php/README.md": "packages/php.md",
    "bindings/python/README.md": "packages/python.md",
    "bindings/ruby/README.md": "packages/ruby.md",
    "tests/emulator/README.md": "emulator.md",
    "tests/conformance/README.md": "conformance.md",
    "include/nango.h": "reference/c.md",
    "include/nango_api.h": "reference/c.md",
    "bindings/c/include/nango.hpp": "reference/cpp.md",
    "bindings/c/include/nango_api.hpp": "reference/cpp.md",
}
LANGUAGES = {
    ".c": "c",
    ".h": "c",
    ".cpp": "cpp",
    ".py": "python",
    ".go": "go",
    ".rs": "rust",
    ".java": "java",
    ".rb": "ruby",
    ".php": "php",
    ".json": "json",
    ".sh": "sh",
}
LINK = re.compile(r"(\]\()(?!\w+:|#|<)([^)#\s]+)((?:#[^)\s]*)?\))")
FENCE = re.compile(r"^(```.*?^```$)", re.DOTALL | re.MULTILINE)
# The first word of a paragraph of the header's first comment, which says what it is about.
HEAD = re.compile(r"^ \*\n \* (Ownership|Failure|Numbers|NULL|Arguments|Threads|Forks)\.", re.MULTILINE)
WORD = re.compile(r"`[^`]*`|\b(?:nango|NANGO)_\w+")
BANNER = re.compile(r"^/\* ---- (.*?) -+ \*/$", re.MULTILINE)


def run(*command: str | Path, **environment: str | Path) -> str:
    """Runs a command; what it printed. One that fails ends the build."""
    names = {name: str(value) for name, value in environment.items()}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(os.environ, **names),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def write(path: Path, text: str) -> None:
    """Writes a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Layout:
    """Which page or picture of the site shows which file of the project."""

    def __init__(self) -> None:
        self.pages = {source: page for source, page in ELSEWHERE.items() if (ROOT / source).exists()}
        for path in sorted([*DOCS.rglob("*.md"), *DOCS.rglob("*.svg")]):
            self.pages[path.relative_to(ROOT).as_posix()] = path.relative_to(DOCS).as_posix()
        self.shown: set[str] = set()

    def lay_out(self) -> None:
        """Writes every page with its links turned, and every picture, then the pages that show a source file."""
        for source, page in self.pages.items():
            text = (ROOT / source).read_text(encoding="utf-8")
            if source.endswith(".svg"):
                write(PAGES / page, text)
            elif source.endswith(".md") and source != "README.md":
                write(PAGES / page, self.turned(source, page, text))
        written: set[str] = set()
        while missing := self.shown - written:
            source = min(missing)
            self.show(source)
            written.add(source)

    def show(self, source: str) -> None:
        """Writes a page that shows a source file, or what is in a folder."""
        page = file_page(source)
        path = ROOT / source
        if path.is_dir():
            files = sorted(file.relative_to(path).as_posix() for file in path.rglob("*.*") if file.is_file())
            items = "".join(f"- [{file}]({file})\n" for file in files if "__pycache__" not in file)
            shown = self.turned(f"{source}/README.md", page, items)
        else:
            language = LANGUAGES.get(path.suffix, "text")
            shown = (
                f"```{{literalinclude}} {os.path.relpath(path, (PAGES / page).parent)}\n:language: {language}\n```\n"
            )
        write(PAGES / page, f"---\norphan: true\n---\n# {source}\n\n{shown}")

    def turned(self, source: str, page: str, text: str) -> str:
        """A page's text with every link leading to where the site has its target. Code is left alone."""

        def target(match: re.Match[str]) -> str:
            here = posixpath.normpath(posixpath.join(posixpath.dirname(source), match[2]))
            there = self.page_of(here)
            return match[1] + posixpath.relpath(there, posixpath.dirname(page) or ".") + match[3]

        parts = FENCE.split(text)
        return "".join(part if part.startswith("```") else LINK.sub(target, part) for part in parts)

    def page_of(self, path: str) -> str:
        """The page that shows a file or a folder; a folder's own page if it has one."""
        path = next((page for page in (path, posixpath.join(path, "README.md")) if page in self.pages), path)
        if path not in self.pages:
            self.shown.add(path)
            return file_page(path)
        return self.pages[path]


def file_page(source: str) -> str:
    """The page that shows a source file."""
    return f"files/{source}.md"


def headers_for_doxygen() -> list[str]:
    """Writes the headers as Doxygen wants them; the sections of nango.h, each of which is a group."""
    header = (ROOT / "include" / "nango.h").read_text(encoding="utf-8")
    titles = BANNER.findall(header)
    first, rest = header.split(" */\n", 1)
    first = first.replace("/*\n * nango.h - get", "/**\n * @file nango.h\n * Get", 1)
    first = first.replace(" * Generated from the Rust sources in src/ffi: do not edit.\n *\n", "")
    first = HEAD.sub(r" *\n * **\1.**", first)
    rest = BANNER.sub(lambda m: f"/** @}} */\n/** @defgroup {group(m[1])} {m[1]}\n * @{{ */", rest)
    rest = rest.replace("/** @} */\n", "", 1).replace(
        "\n#ifdef __cplusplus\n} /*", "\n/** @} */\n#ifdef __cplusplus\n} /*"
    )
    write(DOXYGEN / "in" / "nango.h", linked(f"{first} */\n{rest}"))
    for source in [ROOT / "include" / "nango_api.h", *sorted((ROOT / "bindings" / "c" / "include").glob("*.hpp"))]:
        write(DOXYGEN / "in" / source.name, HEAD.sub(r" *\n * **\1.**", source.read_text(encoding="utf-8")))
    return titles


def linked(header: str) -> str:
    """The header with a link wherever a comment names one of its functions or constants."""
    named = set(re.findall(r"\b(nango_\w+)\(|#define (NANGO_\w+_\w+) \d", header))
    names = {name for pair in named for name in pair if name}
    lines = []
    for line in header.split("\n"):
        if line.startswith(" * ") and not line.startswith(" *     "):
            line = WORD.sub(lambda m: f"#{m[0]}" if m[0] in names else m[0], line)
        lines.append(line)
    return "\n".join(lines)


def reference_of_c() -> None:
    """Has Doxygen read the headers, and writes a page with a section for each of theirs."""
    titles = headers_for_doxygen()
    settings = f"@INCLUDE = {DOCS / 'Doxyfile'}\nINPUT = {DOXYGEN / 'in'}\nOUTPUT_DIRECTORY = {DOXYGEN}\n"
    write(DOXYGEN / "Doxyfile", settings + f"STRIP_FROM_PATH = {DOXYGEN / 'in'}\n")
    run("doxygen", DOXYGEN / "Doxyfile")
    sections = [f"## {title}\n\n```{{doxygengroup}} {group(title)}\n:content-only:\n```\n" for title in titles]
    page = PAGES / "reference" / "c.md"
    write(page, page.read_text(encoding="utf-8") + "\n" + "\n".join(sections))


def group(title: str) -> str:
    """The name of a section's group."""
    return "nango_" + title.lower().replace(" ", "_")


def reference_of_go(page: str, folder: str, title: str) -> None:
    """Writes the page of a package of Go."""
    package = f"github.com/libnango/libnango/{folder}"
    text = run(os.environ.get("GO", "go"), "run", "-C", DOCS / "godoc", ".", ROOT / folder, package, title)
    write(PAGES / "reference" / page, text)


def reference_of_rust() -> Path:
    """Has rustdoc describe the crate, and writes a page for each item; where rustdoc's own pages are."""
    cargo = os.environ.get("CARGO", "cargo")
    made = WORK / "cargo" / "doc"
    shutil.rmtree(made, ignore_errors=True)
    document = (cargo, "doc", "--locked", "-q", "--no-deps", "-p", "nango", "--no-default-features")
    run(*document, "--target-dir", made.parent, RUSTDOCFLAGS="-Dwarnings")
    for name, text in rustdoc.pages(made).items():
        write(PAGES / "reference" / name, text)
    return made


def render() -> None:
    """Has Sphinx make the site of the pages; whatever it warns of ends the build."""
    sphinx = (sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-E", "-b", "html")
    run(
        *(*sphinx, "-c", DOCS, "-d", WORK / "doctrees", PAGES, SITE),
        NANGO_ROOT=ROOT,
        NANGO_DOXYGEN_XML=DOXYGEN / "xml",
        NANGO_LIBRARY=ROOT / "target" / "release" / "libnango.so",
    )


def main() -> None:
    """Builds everything anew."""
    for folder in (PAGES, SITE, DOXYGEN):
        shutil.rmtree(folder, ignore_errors=True)
    Layout().lay_out()
    reference_of_c()
    reference_of_go("go.md", "bindings/go", "Go reference")
    reference_of_go("nangotest.md", "bindings/go/nangotest", "Go: nangotest")
    made = reference_of_rust()
    render()
    shutil.copytree(made, SITE / "rust")
    there = '<!doctype html><title>nango</title><meta http-equiv="refresh" content="0; url=nango/index.html">\n'
    write(SITE / "rust" / "index.html", there)
    print(f"the site begins at {SITE.relative_to(ROOT) / 'index.html'}")


if __name__ == "__main__":
    main()
