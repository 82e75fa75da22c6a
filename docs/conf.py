"""How Sphinx renders the site. docs/build.py lays out what it reads, and runs it."""

import ast
import dataclasses
import os
import re
import sys
from enum import Enum
from pathlib import Path
from typing import Any

ROOT = Path(os.environ["NANGO_ROOT"])
sys.path.insert(0, str(ROOT / "bindings" / "python" / "src"))

import nango  # noqa: E402 (it is found now)

project = "libnango"
author = "the libnango contributors"
release = re.findall(r'^version = "(.+)"', (ROOT / "Cargo.toml").read_text(encoding="utf-8"), re.MULTILINE)[0]
version = release
html_title = f"libnango {release}"
# Two builds of the same sources are the same bytes.
html_last_updated_fmt = None
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "breathe",
    "sphinx_copybutton",
    "sphinx_inline_tabs",
]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
highlight_language = "text"
pygments_style = "default"
pygments_dark_style = "github-dark"

# A signature that is longer has one parameter a line.
maximum_signature_line_length = 68
# What is copied from a terminal are the commands alone.
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
myst_links_external_new_tab = False

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "default_kind"}
autodoc_typehints_format = "short"
# A default as it is written: how Python shows an enumerator cannot be parsed.
autodoc_preserve_defaults = True
default_role = "code"
python_use_unqualified_type_names = True

breathe_projects = {"nango": os.environ["NANGO_DOXYGEN_XML"]}
breathe_default_project = "nango"
breathe_domain_by_extension = {"h": "c", "hpp": "cpp"}
breathe_show_define_initializer = True
breathe_show_include = False


def setup(app: Any) -> None:
    """What autodoc does not do by itself."""
    app.connect("autodoc-process-docstring", mend_docstring)
    app.connect("autodoc-process-signature", leave_out_signature)
    app.connect("html-page-context", let_identifiers_wrap)
    name_modules()


def name_modules() -> None:
    """Says where each class is written: there autodoc looks for comments, and the package says nango of all."""
    for path in (ROOT / "bindings" / "python" / "src" / "nango").glob("_*.py"):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.ClassDef) and statement.name in nango.__all__:
                described = getattr(nango, statement.name)
                described.__module__ = f"nango.{path.stem}"
                show_fields(described)


def show_fields(described: type) -> None:
    """Takes away the properties that stand behind the fields of a class, so that the fields' own types are shown."""
    for name in vars(described).get("__annotations__", {}):
        if isinstance(vars(described).get(name), property):
            delattr(described, name)


def mend_docstring(*arguments: Any) -> None:
    """Sets addresses in the type of code: they are values, not places to go to."""
    lines: list[str] = arguments[-1]
    lines[:] = [re.sub(r'"?(https?://[^\s",)]*)"?', r"``\1``", line) for line in lines]


def leave_out_signature(*arguments: Any) -> tuple[str, None] | None:
    """Leaves out how a class is made that programs are only given."""
    made = arguments[3]
    is_given = isinstance(made, type) and (dataclasses.is_dataclass(made) or issubclass(made, (Enum, Exception)))
    return ("", None) if is_given else None


#: The text of code in a line, and a place between two words of an identifier or a path.
WORDS = re.compile(
    r'(<span class="pre">)([^<]+)(?=</span>)|(<code[^>]*>)([^<]+)(?=</code>)|(<h[1-4]>)([^<]+)(?=<a class="headerlink")'
)
BETWEEN = re.compile(r"(?<=[a-zA-Z0-9][_./])(?=\w)|(?<=::)(?=\w)|(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[,=(])(?=[\w\"'])")


def let_identifiers_wrap(*arguments: Any) -> None:
    """Marks where a long identifier may wrap: after `_`, `.`, `/`, `::` and between words, not inside one."""
    context: dict[str, Any] = arguments[3]
    if "body" in context:
        body = WORDS.sub(
            lambda found: (found[1] or found[3] or found[5]) + BETWEEN.sub("<wbr>", found[2] or found[4] or found[6]),
            context["body"],
        )
        context["body"] = body.replace('<a class="headerlink"', '<wbr><a class="headerlink"')
