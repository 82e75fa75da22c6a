"""Arguments and responses of an operation, with a value for everything that api/operations.json describes."""

from __future__ import annotations

import json
import re
from typing import Any

from .answer_oracle import Answer
from .case import Json

SCALARS: dict[str, Any] = {
    "string": "ü&=",
    "integer": 3,
    "number": 1.5,
    "boolean": True,
    "timestamp": "2026-11-29T01:02:03Z",
    "json": [1, {"a": None, "b": "ü"}],
    "object": {"type": "NONE", "nested": [1, {"a": None}]},
}


def all_arguments(operation: Json) -> Json:
    """A value for every parameter that is not deprecated or excluded by another."""
    wanted = [parameter for parameter in operation["parameters"] if not parameter.get("deprecated")]
    return {parameter["name"]: _argument(parameter) for parameter in wanted}


def _argument(parameter: Json) -> Any:
    if parameter["in"] == "header" and parameter["type"] == "string":
        return "a-b_c"
    if parameter["in"] == "path":
        return "a/b ü"
    return {"array<string>": ["a", "b ü"], "map<string>": {"k": "v w", "l": ""}}.get(
        parameter["type"], SCALARS.get(parameter["type"])
    )


def answers(models: dict[str, Json], operation: Json) -> list[Answer]:
    """The responses of a success, of which each has every field, and one that no description has."""
    result = operation["result"]
    if result["kind"] == "none":
        return [_answer(result["status"], {"success": True})]
    if result["kind"] == "json":
        return [_answer(result["status"], SCALARS["json"])]
    if result["kind"] == "model":
        return [_answer(result["status"], _placed(result, document(models, result["model"], 1)))]
    items = [document(models, result["model"], number) for number in (1, 2)]
    if result["kind"] == "list":
        return [_answer(result["status"], _placed(result, items))]
    if result["style"] == "number":
        return [_answer(200, {result["items"]: items})]
    rest = [document(models, result["model"], number) for number in (3, 4)]
    return [
        _answer(200, {result["items"]: items, "next_cursor": "after=2"}),
        _answer(200, {result["items"]: [], "next_cursor": "after=empty"}),
        _answer(200, {result["items"]: rest, "next_cursor": None}),
    ]


def pages(operation: Json, responses: tuple[Answer, ...]) -> list[int | str]:
    """The number or the cursor with which each page is asked for."""
    if operation["result"].get("style") != "cursor":
        return list(range(len(responses)))
    cursors: list[int | str] = [0]
    for response in responses[:-1]:
        cursors.append(json.loads(response.body)["next_cursor"])
    return cursors


def _answer(status: int, body: Any) -> Answer:
    return Answer(status, json.dumps(body).encode())


def _placed(result: Json, value: Any) -> Any:
    for step in reversed(result.get("at", "").split("/") if result.get("at") else []):
        value = [value] if step.isdigit() else {step: value}
    return value


def document(models: dict[str, Json], name: str, number: int) -> Json:
    """An object with every field of a model, and another."""
    fields = [field for field in models[name]["fields"] if not field.get("whole")]
    made = {field.get("wire", field["name"]): _value(models, field["type"], number) for field in fields}
    return {**made, "newer": {"than": ["this"]}}


def _value(models: dict[str, Json], kind: str, number: int) -> Any:
    inner = re.fullmatch(r"(array|map)<(\w+)>", kind)
    if inner:
        item = _value(models, inner[2], number)
        return [item] if inner[1] == "array" else {"k": item, "ü": item}
    if kind == "integer":
        return number
    return document(models, kind, number) if kind in models else SCALARS[kind]
