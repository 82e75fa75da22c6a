"""Refuses to work where another project's package of this name is installed in the same folder.

The name `nango` on PyPI belongs to another project, whose package has that name too. Where both are installed, each
overwrites files of the other: what `import nango` finds depends on the order, and modules of both mix. Every module of
this package that imports no other one of it imports this one.
"""

from __future__ import annotations

import os
import sys

#: The folder that the package is in, such as site-packages.
_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _check() -> None:
    if _is_ours() and not _has_the_other(_FOLDER):
        return
    raise ImportError(
        f"another project named nango was installed into {_FOLDER} and overwrites files of libnango, whose package has "
        f"the same name: run '{sys.executable} -m pip uninstall nango libnango', then install libnango again"
    )


def _is_ours() -> bool:
    """Whether __init__.py is this package's: only that one has this marker."""
    return getattr(sys.modules.get(__package__), "__distribution__", None) == "libnango"


def _has_the_other(folder: str) -> bool:
    try:
        # pip leaves the one, setuptools the other.
        with os.scandir(folder) as entries:
            return any(
                entry.name.startswith("nango-") and entry.name.endswith((".dist-info", ".egg-info"))
                for entry in entries
            )
    except OSError:  # an archive, say
        return False


_check()
