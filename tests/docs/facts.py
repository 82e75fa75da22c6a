"""Compares the guides with the code: their tables are whole and complete, and every C name that they mention exists."""

from __future__ import annotations

import re
import subprocess
import sys

from blocks import DOCS, ROOT, TESTED_ELSEWHERE

from nango import ErrorKind, _errors
from nango.adapters import _credentials

#: Names of this form that are not part of the C interface.
OTHERS = {"NANGO_DIR", "NANGO_EMULATOR", "NANGO_SERVER_PUBLIC_BODY_LIMIT", "nango_emulator", "nango_parses_body"}
#: What to do on NOT_FOUND, which a configuration mistake can lead to for every customer; and where it is said.
ADVICE = "mark the customer as not connected and ask to reconnect; do not delete the row"
ADVISERS = [
    "docs/errors.md",
    "bindings/c/README.md",
    "bindings/c/include/nango_error.hpp",
    "bindings/go/README.md",
    "bindings/ruby/README.md",
    "bindings/go/doc.go",
    "bindings/go/errorkindvalues.go",
    "bindings/python/README.md",
    "bindings/python/src/nango/_errors.py",
    "include/nango.h",
    "src/client/error_kind.rs",
]
#: Advice that cannot be taken back, as it was given once.
IRREVERSIBLE = re.compile(
    r"forget the (?:connection|customer)\b|is gone: forget it|(?:may|can) delete what", re.IGNORECASE
)


def difference(what: str, page: str, shown: set[str], actual: set[str]) -> list[str]:
    """The missing and the invented names of a page."""
    return [f"docs/{page}: the {what} {name} is missing" for name in sorted(actual - shown)] + [
        f"docs/{page}: there is no {what} {name}" for name in sorted(shown - actual)
    ]


def first_cells(page: str) -> set[str]:
    """The names in the first column of a page's tables."""
    cells = re.findall(r"^\| (`[^|]*) \|", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([A-Z][A-Z0-9_]*)`", cell)}


def classes_of_errors() -> list[str]:
    """The Python class that errors.md gives for each kind is the one that is raised."""
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", (DOCS / "errors.md").read_text(encoding="utf-8"), re.MULTILINE)
    return [
        f"docs/errors.md: {kind} is raised as {_errors.class_of(ErrorKind[kind]).__name__}, not as {shown}"
        for kind, shown in rows
        if _errors.class_of(ErrorKind[kind]).__name__ != shown
    ]


def invented_names(header: str) -> list[str]:
    """Names of functions and constants that are not in the header."""
    in_python = {f"nango_{name}" for name in attributes_of_records(header)}
    inline = (ROOT / "include" / "nango_api.h").read_text(encoding="utf-8")
    known = set(re.findall(r"\b(?:nango|NANGO)_\w+", header + inline)) | OTHERS | in_python
    return [
        f"docs/{page.name}: neither nango.h nor nango_api.h has {name}"
        for page in sorted(DOCS.glob("*.md"))
        if page.name not in TESTED_ELSEWHERE
        for name in sorted(
            set(re.findall(r"`((?:nango|NANGO)_[a-zA-Z0-9_]*[a-zA-Z0-9])\b", page.read_text("utf-8"))) - known
        )
    ]


def broken_tables() -> list[str]:
    """Rows that go on in another line: Markdown ends the table there."""
    pages = [page for folder in (ROOT, DOCS, ROOT / "tests/emulator") for page in folder.glob("*.md")]
    pages += [*DOCS.glob("reference/*.md"), *ROOT.glob("bindings/*/*.md")]
    found = []
    for page in sorted(pages):
        in_code = in_table = False
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            in_code ^= line.lstrip().startswith("```")
            is_row = not in_code and line.startswith("|")
            if (is_row and not line.endswith("|")) or (in_table and not is_row and line.strip()):
                found.append(f"{page.relative_to(ROOT)}:{number}: a row of a table is one line, from | to |")
            in_table = is_row
    return found


def plain(text: str) -> str:
    """A text in one line, without the marks of a comment."""
    return re.sub(r"\s*\n\s*(?://[/!]?|\*(?!/))?\s*", " ", text)


def advice_on_not_found() -> list[str]:
    """Every place that explains NOT_FOUND gives the advice, and none gives another."""
    listed = subprocess.run(
        ["git", "ls-files", "*.md", "*.rs", "*.py", "*.go", "*.c", "*.cpp", "*.h", "*.hpp"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    # The old header is kept as it was.
    names = [name for name in listed.stdout.split() if not name.startswith(("tests/docs/", "abi/0.1/"))]
    texts = {name: plain((ROOT / name).read_text(encoding="utf-8")) for name in names}
    return [f"{name} does not say: {ADVICE}" for name in ADVISERS if ADVICE not in texts[name].lower()] + [
        f"{name} says: {found[0]}" for name, text in texts.items() for found in IRREVERSIBLE.finditer(text)
    ]


def credential_headers() -> list[str]:
    """The page that lists the credential headers, and the adapters of both languages, name the same."""
    page = (DOCS / "proxy.md").read_text(encoding="utf-8")
    listed = page[page.index("Credential headers are") : page.index("Headers with any other name")]
    source = (ROOT / "bindings/go/credentialheaders.go").read_text(encoding="utf-8")
    in_go = source[source.index("var credentialHeaders") : source.index("// credentialPolicy")]
    python = set(_credentials.CREDENTIAL_HEADERS)
    go = {"authorization", *(name.lower() for name in re.findall(r'"(.+?)"', in_go))}
    shown = {name.lower() for name in re.findall(r"`(.+?)`", listed)}
    return difference("credential header", "proxy.md", shown, python) + [
        f"the adapters of one language alone know the credential header {name}" for name in sorted(go ^ python)
    ]


def attributes_of_records(header: str) -> set[str]:
    """The names in the header's list of what a message of the log has."""
    (listed,) = re.findall(r"Attributes: (.*?)\. Later versions", header, re.DOTALL)
    words = re.findall(r"\b[a-z][a-z_]*\b", re.sub(r"\([^)]*\)", "", listed.replace("\n *", "")))
    return set(words) - {"and", "where", "they", "apply", "from", "on"}


def attributes_in_the_guide() -> set[str]:
    """The same as Python's attributes, in the table of the guide."""
    table = re.findall(r"^\| (`nango_.*?) \|", (DOCS / "observability.md").read_text("utf-8"), re.MULTILINE)
    return {name for cell in table for name in re.findall(r"`nango_(\w+)`", cell)}


def main() -> int:
    """Checks all."""
    header = (ROOT / "include" / "nango.h").read_text(encoding="utf-8")
    kinds = set(re.findall(r"#define NANGO_ERROR_(\w+)", header)) - {"NONE"}
    modes = set(re.findall(r"#define NANGO_AUTH_MODE_(\w+)", header))
    checks = [
        difference("error kind", "errors.md", first_cells("errors.md"), kinds),
        difference("auth mode", "auth-modes.md", first_cells("auth-modes.md"), modes),
        classes_of_errors(),
        invented_names(header),
        broken_tables(),
        difference(
            "attribute of a record", "observability.md", attributes_in_the_guide(), attributes_of_records(header)
        ),
        advice_on_not_found(),
        credential_headers(),
    ]
    for complaint in (complaint for complaints in checks for complaint in complaints):
        print(f"FAILED {complaint}")
    failed = sum(1 for complaints in checks if complaints)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
