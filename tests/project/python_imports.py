"""Checks that the modules of the Python package import one another in one direction, for type checkers too.

usage: python_imports.py [package folder]

Imports in functions count, as do those under TYPE_CHECKING. Every module imports the package itself first, so an import
of `nango/__init__.py` is not counted.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from circles import circle_in

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[2] / "bindings" / "python" / "src" / "nango"


def imports(tree: ast.Module, module: str, modules: set[str], *, is_package: bool) -> Iterator[tuple[str, int, bool]]:
    """The modules of the package that a module imports: the name, the line, and whether only type checkers do."""
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")
            above = above[: len(above) - node.level + is_package] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            named = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in named:
            found = next((known for known in (name, name.rpartition(".")[0]) if known in modules), None)
            if found:
                yield found, node.lineno, node in for_types


def complaints(package: Path) -> list[str]:
    """Every circle of imports."""
    names: dict[str, Path] = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    lines: dict[tuple[str, str], tuple[int, bool]] = {}
    for module, path in names.items():
        tree = ast.parse(path.read_text("utf-8"))
        for imported, line, for_types in imports(tree, module, set(names), is_package=path.name == "__init__.py"):
            if imported not in (package.name, module) and lines.get((module, imported), (0, True))[1]:
                lines[module, imported] = line, for_types
    wrong = []
    edges = set(lines)
    while found := circle_in(edges):
        pairs = list(zip(found, [*found[1:], found[0]]))
        edges.discard(pairs[-1])
        way = ", ".join(f"{start}:{lines[start, end][0]} imports {end}" for start, end in pairs)
        kind = "for type checkers" if any(lines[pair][1] for pair in pairs) else "at run time"
        wrong.append(f"imports in a circle {kind}: {way}: move what both need into a module of its own")
    return wrong


def main() -> int:
    """Reports every cycle in the package, or in another."""
    wrong = complaints(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PACKAGE)
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
