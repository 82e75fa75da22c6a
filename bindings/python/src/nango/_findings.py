"""What Nango found wrong with the fields of a request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._public import publish

#: What is no data of a customer's: names and indices.
_PLAIN = re.compile(r"(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\.|$))*")


@dataclass(frozen=True, repr=False)
class Finding:
    """What Nango found wrong with one field of a request: see `NangoError.findings`.

    Printing it shows no message, since that may quote what was sent, and a path only if it consists of names and
    indices.
    """

    #: The field, such as "credentials.type" or "connection_id.0"; "" for the request as a whole.
    path: str
    #: What is wrong with it, for people. May quote what was sent: do not log it by default.
    message: str
    #: The code of the finding, such as "invalid_type".
    code: str

    def __repr__(self) -> str:
        return f"Finding(path={_shown(self.path)!r}, code={_shown(self.code)!r})"


def findings_in(details: Any) -> tuple[Finding, ...]:
    """All that the body of an error has."""
    error = details.get("error") if isinstance(details, dict) else None
    items = error.get("errors") if isinstance(error, dict) else None
    return tuple(_finding(item) for item in items) if isinstance(items, list) else ()


def _finding(item: Any) -> Finding:
    found = item if isinstance(item, dict) else {}
    path, message, code = found.get("path"), found.get("message"), found.get("code")
    return Finding(
        path=".".join(map(str, path)) if isinstance(path, list) else "",
        message=message if isinstance(message, str) else "",
        code=code if isinstance(code, str) else "",
    )


def _shown(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "[hidden]"


publish(__name__)
