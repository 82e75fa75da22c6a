"""Reads abi/nango.json: functions with their types, and constants."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

_DESCRIPTION = json.loads((Path(__file__).parents[3] / "abi/nango.json").read_text(encoding="utf-8"))


class Argument(NamedTuple):
    name: str
    c_type: str
    kind: str
    may_be_null: bool

    @property
    def is_pointer(self) -> bool:
        return self.c_type.endswith("*") or self.is_callback

    @property
    def is_callback(self) -> bool:
        return self.kind == "callback"


class Function(NamedTuple):
    name: str
    #: Its C type; "void" for none.
    result: str
    #: What it returns for a NULL handle, as a number.
    absent: int
    gives_handle: bool
    blocks: bool
    arguments: tuple[Argument, ...]


def _function(described: dict[str, Any]) -> Function:
    returns = described["returns"] or {"c_type": "void"}
    absent = returns.get("absent", "NULL")
    return Function(
        described["name"],
        returns["c_type"],
        {"NULL": 0, **CONSTANTS}[absent] if absent.isidentifier() else int(absent),
        returns.get("ownership") == "owned",
        described["blocks"],
        tuple(_argument(parameter) for parameter in described["parameters"]),
    )


def _argument(described: dict[str, Any]) -> Argument:
    return Argument(described["name"], described["c_type"], described["kind"], described.get("may_be_null", False))


CONSTANTS: dict[str, int] = {
    constant["name"]: constant["value"]
    for group in (_DESCRIPTION, *_DESCRIPTION["enumerations"])
    for constant in group["constants"]
}
FUNCTIONS = {described["name"]: _function(described) for described in _DESCRIPTION["functions"]}


def constants(prefix: str) -> dict[str, int]:
    """The constants with this prefix, without it."""
    return {name[len(prefix) :]: value for name, value in CONSTANTS.items() if name.startswith(prefix)}
