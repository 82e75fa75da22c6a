"""How Sphinx renders the site. docs/build.py lays out what it reads, and runs it."""

import os
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(os.environ["NANGO_ROOT"])
sys.path.insert(0, str(ROOT / "bindings" / "python" / "src"))

project = "libnango"
author = "the libnango contributors"
html_title = "libnango"
# Two builds of the same sources are the same bytes.
html_last_updated_fmt = None
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "breathe"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
pygments_style = "default"
pygments_dark_style = "github-dark"

myst_heading_anchors = 4
myst_links_external_new_tab = False

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_typehints_format = "short"
default_role = "code"
python_use_unqualified_type_names = True

breathe_projects = {"nango": os.environ["NANGO_DOXYGEN_XML"]}
breathe_default_project = "nango"
breathe_domain_by_extension = {"h": "c", "hpp": "cpp"}
breathe_show_define_initializer = True
breathe_show_include = False


def setup(app: Any) -> None:
    """An address in a docstring is a value, not a place to go to."""
    app.connect("autodoc-process-docstring", show_addresses)


def show_addresses(*arguments: Any) -> None:
    """Sets addresses in the type of code."""
    lines: list[str] = arguments[-1]
    lines[:] = [re.sub(r'"?(https?://[^\s",)]*)"?', r"``\1``", line) for line in lines]
