#!/usr/bin/env python3
"""Writes the signatures and docstrings of AsyncClient and its base, and the fields of Settings, from those of Client.

usage: copy_signatures.py [--check]

A setting, a parameter or a method of both clients is written once, in `src/nango/_client.py`. What AsyncClient does is
written by hand: the bodies of its methods, and the first paragraphs of its docstring. Both inherit what
`src/nango/_shortcuts.py` has.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Union

SOURCES = Path(__file__).resolve().parent / "src" / "nango"
#: What AsyncClient has in common with Client.
METHODS = ("__init__", "get_connection", "proxy", "request", "invalidate", "clear_cache")
#: What reads differently for asyncio. Each has to be found, or the check fails.
REPLACED = {
    "__init__": [("        *,\n", "        *,\n        max_concurrent_calls: int = 64,\n")],
    "get_connection": [
        (
            "Other threads run meanwhile. Ctrl-C, or another signal whose handler raises, ends a waiting call at once.",
            "Other tasks run meanwhile. "
            "A task that is cancelled ends its call at once, and raises asyncio.CancelledError.",
        ),
    ],
    "proxy": [
        ("-> nango.Response:", "-> nango.AsyncResponse:"),
        ("data: Optional[Data]", "data: Union[Data, AsyncIterable[bytes], None]"),
        (
            "Other threads run meanwhile.\n"
            "        Ctrl-C, or another signal whose handler raises, ends a waiting call at once, and the reading of "
            "its response.\n",
            "Other tasks run meanwhile.\n"
            "        A task that is cancelled ends its call at once, and raises asyncio.CancelledError.\n",
        ),
        (
            "or an iterable of bytes. Files and iterables\n"
            "                are read while they are sent, by the thread that makes the call. What they raise ends the "
            "call and is\n                raised here.\n",
            "or an iterable of bytes, an async one too.\n"
            "                They are read while they are sent: an async iterable by the event loop, files and others "
            "by the thread\n                that makes the call. What they raise ends the call and is raised here.\n",
        ),
    ],
    "request": [
        (
            "Other threads run meanwhile. Ctrl-C, or another signal whose handler\n"
            "        raises, ends a waiting call at once.",
            "Other tasks run meanwhile. A task that is cancelled ends its\n"
            "        call at once, and raises asyncio.CancelledError.",
        ),
    ],
    "invalidate": [],
    "clear_cache": [],
    "get_token": [],
    "get_raw_token_response": [],
    "get_metadata": [],
}
#: What the base of AsyncClient has in common with that of Client.
SHORTCUTS = ("get_token", "get_raw_token_response", "get_metadata")
#: In the docstring of the class, after the key.
MAX_CONCURRENT_CALLS = """\
        max_concurrent_calls: How many calls may run at once, each on a thread, 64 by default. Others wait for their
            turn, which their timeout does not count.
"""


#: Methods by their names.
Methods = dict[str, Union[ast.FunctionDef, ast.AsyncFunctionDef]]


class Module:
    """The text of a module, and where its classes and functions are."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self._tree = ast.parse(text)

    def of_class(self, name: str) -> ast.ClassDef:
        """A class by its name."""
        return next(node for node in self._tree.body if isinstance(node, ast.ClassDef) and node.name == name)

    def methods(self, name: str) -> Methods:
        """The methods of a class by their names."""
        body = self.of_class(name).body
        return {node.name: node for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}

    def text(self, span: tuple[int, int]) -> str:
        """The lines of a span, which are counted from 0."""
        return "".join(self.lines[slice(*span)])


def head(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int]:
    """The lines from `def` or `class` to the end of the docstring, or to the body if there is none."""
    first = node.body[0]
    return node.lineno - 1, end_of(first) if ast.get_docstring(node) is not None else first.lineno - 1


def end_of(node: ast.stmt | ast.expr) -> int:
    """The line after a node."""
    assert node.end_lineno is not None
    return node.end_lineno


def replaced(name: str, text: str) -> str:
    """The head of a method of AsyncClient, made of that of Client."""
    for old, new in REPLACED[name]:
        if text.count(old) != 1:
            sys.exit(f"copy_signatures.py: Client.{name} does not have this once, so mend REPLACED: {old!r}")
        text = text.replace(old, new)
    return text


def async_client(client: Module, written: Module) -> str:
    """The module of AsyncClient, with the heads of its methods as Client has them."""
    ours, theirs = written.methods("AsyncClient"), client.methods("Client")
    spans = heads(METHODS, client, theirs, ours)
    spans.append(docstring(client, written))
    spans.append(settings_passed_on(theirs["__init__"], ours["__init__"]))
    return with_spans(written, spans)


def async_shortcuts(shortcuts: Module, written: Module) -> str:
    """The module of the base of AsyncClient, with the heads of its methods as the base of Client has them."""
    ours, theirs = written.methods("AsyncShortcuts"), shortcuts.methods("Shortcuts")
    return with_spans(written, heads(SHORTCUTS, shortcuts, theirs, ours))


def heads(names: tuple[str, ...], source: Module, theirs: Methods, ours: Methods) -> list[tuple[tuple[int, int], str]]:
    """Where the heads of the methods for asyncio are, and how they have to read."""
    spans = []
    for name in names:
        text = replaced(name, source.text(head(theirs[name])))
        if isinstance(ours[name], ast.AsyncFunctionDef):
            text = text.replace("    def ", "    async def ", 1)
        spans.append((head(ours[name]), text))
    return spans


def docstring(client: Module, written: Module) -> tuple[tuple[int, int], str]:
    """The docstring of the class: the arguments and errors are those of Client."""
    arguments = re.search(
        r"^    Args:\n(        secret_key: .*?\n)(?=        \w+:)(.*)\Z",
        client.text(head(client.of_class("Client"))),
        re.MULTILINE | re.DOTALL,
    )
    assert arguments is not None
    span = head(written.of_class("AsyncClient"))
    introduction = written.text(span).partition("    Args:\n")[0]
    return span, f"{introduction}    Args:\n{arguments[1]}{MAX_CONCURRENT_CALLS}{arguments[2]}"


def settings_passed_on(
    init: ast.FunctionDef | ast.AsyncFunctionDef, ours: ast.FunctionDef | ast.AsyncFunctionDef
) -> tuple[tuple[int, int], str]:
    """The call of Client with every setting."""
    call = next(
        node
        for node in ast.walk(ours)
        if isinstance(node, ast.Assign) and ast.unparse(node).startswith("self._client = ")
    )
    indent = " " * call.col_offset
    names = [f"{indent}    {argument.arg}={argument.arg},\n" for argument in init.args.kwonlyargs]
    text = f"{indent}self._client = Client(\n{indent}    secret_key,\n{''.join(names)}{indent})\n"
    return (call.lineno - 1, end_of(call)), text


def settings(client: Module, written: Module) -> str:
    """The module of Settings, with a field for every setting of Client."""
    fields = [node for node in written.of_class("Settings").body if isinstance(node, ast.AnnAssign)]
    arguments = client.methods("Client")["__init__"].args.kwonlyargs
    text = "".join(
        f"    {argument.arg}: {ast.unparse(argument.annotation)}\n" for argument in arguments if argument.annotation
    )
    return with_spans(written, [((fields[0].lineno - 1, end_of(fields[-1])), text)])


def with_spans(module: Module, spans: list[tuple[tuple[int, int], str]]) -> str:
    """The text of a module with other text in some places."""
    lines = list(module.lines)
    for span, text in sorted(spans, reverse=True):
        lines[slice(*span)] = [text]
    return "".join(lines)


def main() -> int:
    """Writes the modules, or reports which of them is not up to date."""
    stale = []
    for source, name, make in (
        ("_client.py", "_async_client.py", async_client),
        ("_client.py", "_settings.py", settings),
        ("_shortcuts.py", "_async_shortcuts.py", async_shortcuts),
    ):
        path = SOURCES / name
        written = path.read_text(encoding="utf-8")
        made = make(Module((SOURCES / source).read_text(encoding="utf-8")), Module(written))
        if made != written:
            stale.append(name)
            if "--check" not in sys.argv[1:]:
                path.write_text(made, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"not as Client has it: {', '.join(stale)}: run bindings/python/copy_signatures.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
