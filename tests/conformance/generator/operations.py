"""Cases of the operations that api/operations.json describes: recorded exchanges with a real server, and by hand."""

from __future__ import annotations

import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

from . import answer_oracle
from . import operation_samples as samples
from .answer_oracle import Answer
from .case import Json, percent
from .recorded import HOP_HEADERS

RECORDED = "Recorded exchanges of a Nango 0.71 server: operations of its API, and what comes out."
WRITTEN = "Operations of Nango's API: arguments that need encoding, pages, and answers that no recording has."

DESCRIPTION = Path(__file__).resolve().parents[3] / "api" / "operations.json"


class Described:
    """The description, by name."""

    def __init__(self) -> None:
        """Read it."""
        described = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
        self.operations: dict[str, Json] = {operation["name"]: operation for operation in described["operations"]}
        self.models: dict[str, Json] = {model["name"]: model for model in described["models"]}

    def of(self, request: Json) -> Json | None:
        """The operation that a recorded request belongs to."""
        path = urllib.parse.urlsplit(request["target"]).path
        headers = request["headers"]
        body = _object(request.get("body"))
        # The most particular first: /connections/metadata is not the connection called so.
        by_path = sorted(self.operations.values(), key=lambda one: (one["path"].count("{"), -len(_in_body(one))))
        for operation in by_path:
            if "poll" in operation or any(body.get(name, ...) != value for name, value in _in_body(operation).items()):
                continue
            pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(operation["path"]))
            constant = operation.get("headers", {})
            is_async = "x-async" in headers
            same_path = operation["http"] == request["method"] and re.fullmatch(pattern, path)
            if same_path and is_async == ("X-Async" in constant) and path != "/connections/metadata/":
                return operation
        return None


def _object(body: str | None) -> Json:
    try:
        parsed = json.loads(body or "{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _has_body(operation: Json) -> bool:
    return any(parameter["in"] == "body" for parameter in operation["parameters"])


def _in_body(operation: Json) -> Json:
    """The constant members of the body."""
    constants: Json = operation.get("constants", {})
    return constants if _has_body(operation) else {}


def wire(parameter: Json) -> str:
    """What Nango calls a parameter or a field."""
    return parameter.get("wire", parameter["name"])


# ---- arguments and requests


def arguments_of(operation: Json, request: Json) -> Json | None:
    """The arguments with which the library sends a recorded request; None if it cannot."""
    address = urllib.parse.urlsplit(request["target"])
    repeated = urllib.parse.parse_qs(address.query, keep_blank_values=True)
    style = {wire(parameter): parameter.get("style") for parameter in operation["parameters"]}
    if any(len(values) > 1 and style.get(name) != "repeated" for name, values in repeated.items()):
        return None
    query: Json = {name: values if style.get(name) == "repeated" else values[0] for name, values in repeated.items()}
    headers = dict(request["headers"])
    try:
        body = json.loads(request.get("body") or "{}")
    except ValueError:
        return None
    if not isinstance(body, dict) or ("body" in request and "content-type" not in headers):
        return None
    for name in _in_body(operation):
        body.pop(name)
    segments = dict(zip(operation["path"].split("/"), address.path.split("/")))
    arguments: Json = {}
    for parameter in operation["parameters"]:
        name, called = parameter["name"], wire(parameter)
        if parameter["in"] == "path":
            arguments[name] = urllib.parse.unquote(segments[f"{{{called}}}"])
        elif parameter["in"] == "header" and called.lower() in headers:
            arguments[name] = _typed(parameter, headers.pop(called.lower()))
        elif parameter["in"] == "query" and parameter.get("style") == "brackets":
            keys = [key for key in query if key.startswith(f"{called}[")]
            if keys:
                arguments[name] = {key[len(called) + 1 : -1]: query.pop(key) for key in keys}
        elif parameter["in"] == "query" and called in query:
            arguments[name] = _typed(parameter, query.pop(called))
        elif parameter["in"] == "body" and called in body:
            arguments[name] = _typed(parameter, body.pop(called))
        elif parameter.get("required"):
            return None
    # A page is for the library to choose.
    query.pop("page", None)
    rest = headers.keys() - {"host", "authorization", "content-type", "x-async"}
    is_whole = not query and not body and not rest and all(map(_has_type, operation["parameters"], [arguments] * 99))
    return arguments if is_whole and _is_default_key(request) else None


def _typed(parameter: Json, value: Any) -> Any:
    if parameter["type"] == "array<string>" and isinstance(value, str):
        return value.split(",")
    if parameter["type"] == "integer" and isinstance(value, str) and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    # An action's name of another type, say, is for the raw call.
    return value


def _has_type(parameter: Json, arguments: Json) -> bool:
    """Whether every language can express it."""
    value = arguments.get(parameter["name"])
    if parameter["name"] not in arguments or parameter["type"] == "json":
        return True
    types: dict[str, Any] = {
        "string": str,
        "timestamp": str,
        "integer": int,
        "boolean": bool,
        "object": dict,
        "array<string>": list,
        "map<string>": dict,
    }
    if not isinstance(value, types[parameter["type"]]):
        return False
    if parameter["type"] in ("map<string>", "array<string>"):
        items = value.values() if isinstance(value, dict) else value
        return all(isinstance(item, str) for item in items) and (parameter["in"] != "query" or bool(value))
    if parameter["type"] == "timestamp":
        # Languages that have a type for it write no more digits than there are.
        return bool(re.fullmatch(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", value))
    return parameter["in"] != "query" or value not in ("", 0)


def _is_default_key(request: Json) -> bool:
    return bool(re.fullmatch(r"Bearer [0-9a-f-]{36}", request["headers"].get("authorization", "")))


def sent(operation: Json, arguments: Json, page: int | str = 0) -> Json:
    """The request that must come, for the page with this number or cursor."""
    path, headers, body = operation["path"], dict(operation.get("headers", {})), dict(_in_body(operation))
    constants = {} if _has_body(operation) else operation.get("constants", {})
    query = [(name, str(value)) for name, value in constants.items()]
    ordered = sorted(operation["parameters"], key=lambda parameter: not parameter.get("required", False))
    for parameter in ordered:
        called, value = wire(parameter), arguments.get(parameter["name"], parameter.get("default"))
        if parameter["name"] not in arguments and "default" not in parameter:
            continue
        if parameter["in"] == "path":
            path = path.replace(f"{{{called}}}", "%2E" * len(value) if value in (".", "..") else percent(value))
        elif parameter["in"] == "header":
            headers[called] = str(value)
        elif parameter["in"] == "body":
            body[called] = value
        elif parameter.get("style") == "brackets":
            query += [(f"{called}[{key}]", item) for key, item in sorted(value.items())]
        elif parameter.get("style") == "repeated":
            query += [(called, item) for item in value]
        else:
            query.append((called, ",".join(value) if parameter.get("style") == "csv" else str(value)))
    if isinstance(page, str):
        query = [(name, value) for name, value in query if name != "cursor"]
        query.append(("cursor", page))
    elif page:
        query.append(("page", str(page)))
    target = path + ("?" if query else "") + "&".join(f"{percent(name)}={percent(value)}" for name, value in query)
    request: Json = {"method": operation["http"], "target": target}
    expected = {name.lower(): value for name, value in headers.items()}
    if _has_body(operation):
        request["json"] = body
        expected["content-type"] = "application/json"
    elif operation["http"] in ("POST", "PUT", "PATCH"):
        expected["content-length"] = "0"
    request["headers"] = expected
    return request


# ---- what comes out


def result_of(described: Described, operation: Json, body: str) -> Any:
    """The operation's result for a successful response."""
    result = operation["result"]
    document = json.loads(body) if body else None
    for step in filter(None, result.get("at", "").split("/")):
        document = document[int(step)] if isinstance(document, list) else document[step]
    if result["kind"] == "none":
        return None
    if result["kind"] == "model":
        return model_of(described, result["model"], document)
    if result["kind"] == "list":
        return [model_of(described, result["model"], item) for item in document]
    if result["kind"] == "pages":
        return [model_of(described, result["model"], item) for item in document[result["items"]]]
    return document


def model_of(described: Described, name: str, document: Json | None) -> Json | None:
    """A model, with unknown fields separated."""
    if document is None:
        return None
    fields = described.models[name]["fields"]
    shown = {
        field["name"]: document if field.get("whole") else _field(described, field["type"], document.get(wire(field)))
        for field in fields
    }
    if any(field.get("whole") for field in fields):
        return shown
    unknown = {key: value for key, value in document.items() if key not in map(wire, fields)}
    return {**shown, "unknown": unknown} if unknown else shown


def _field(described: Described, kind: str, value: Any) -> Any:
    inner = re.fullmatch(r"(array|map)<(\w+)>", kind)
    if inner and inner[2] in described.models and value is not None:
        if inner[1] == "map":
            return {key: model_of(described, inner[2], item) for key, item in value.items()}
        return [model_of(described, inner[2], item) for item in value]
    return model_of(described, kind, value) if kind in described.models else value


def kind_of(operation: Json, answer: Answer) -> str:
    """The kind of the error that a failure becomes. Only a connection that does not exist is not found."""
    spoken = answer_oracle.said(answer.body)
    kind = answer_oracle.kind(answer)
    is_about_connection = operation["path"] == "/connections/{connectionId}"
    if kind == "NOT_FOUND" and spoken and spoken.code == "not_found" and not is_about_connection:
        return "API"
    return kind or "DECODE"


def case(described: Described, name: str, why: str, call: Json, exchanges: list[tuple[Json, Answer]]) -> Json:
    """A case whose last response determines the result, unless it has pages."""
    operation = described.operations[call["name"]]
    answers = [answer for _, answer in exchanges]
    last = answers[-1]
    expect: Json
    if 200 <= last.status < 300 and not last.is_html():
        if operation["result"]["kind"] == "pages":
            results = [result_of(described, operation, answer.body.decode()) for answer in answers]
            expect = {"result": _unrepeated(operation, results)}
        else:
            expect = {"result": result_of(described, operation, last.body.decode())}
    else:
        repeats = operation["retry"] != "write"
        expect = {"error": answer_oracle.error(last, not repeats, "", kind_of(operation, last))}
    return {
        "name": name,
        "why": why,
        "call": {"connection_id": "", "provider_config_key": "", "operation": call},
        "exchanges": [{"request": request, "response": _response(answer)} for request, answer in exchanges],
        "expect": expect,
    }


def _unrepeated(operation: Json, pages: list[list[Json]]) -> list[Json]:
    """The items of all pages, without those that were on the page before."""
    key = operation["result"].get("key")
    items: list[Json] = []
    before: list[Any] = []
    for page in pages:
        items += [item for item in page if key is None or item[key] not in before]
        before = [item[key] for item in page] if key else []
    return items


def _response(answer: Answer) -> Json:
    return {"status": answer.status, "headers": [list(pair) for pair in answer.headers], "body": answer.body.decode()}


# ---- recorded


def recorded(directory: Path) -> list[Json]:
    """Every recorded exchange of an operation, or its response alone where the library cannot send the request."""
    described = Described()
    found = []
    for path in sorted((directory / "operations").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        operation = described.of(record["request"])
        if operation is None:
            continue
        headers = [(name, value) for name, value in record["response"]["headers"].items() if name not in HOP_HEADERS]
        answer = Answer(record["response"]["status"], record["response"]["body"].encode(), tuple(headers))
        arguments = arguments_of(operation, record["request"])
        how = "as recorded" if arguments is not None else "recorded answer to a request that the library does not send"
        call = {"name": operation["name"], "arguments": plain(operation) if arguments is None else arguments}
        exchanges = [(sent(operation, call["arguments"]), answer)]
        if operation["result"]["kind"] == "pages" and answer.status == 200:
            exchanges += _rest(operation, call["arguments"], json.loads(answer.body))
        name = f"operation_{path.stem.lower()}"
        found.append(case(described, name, f"{operation['name']}: {answer.status}, {how}.", call, exchanges))
    return found


def _rest(operation: Json, arguments: Json, page: Json) -> list[tuple[Json, Answer]]:
    """What ends a list after a recorded page."""
    result = operation["result"]
    last = Answer(200, json.dumps({result["items"]: []}).encode())
    if result["style"] == "cursor":
        return [(sent(operation, arguments, page["next_cursor"]), last)] if page["next_cursor"] else []
    defaults = [parameter["default"] for parameter in operation["parameters"] if parameter["name"] == "limit"]
    is_full = len(page[result["items"]]) >= arguments.get("limit", defaults[0])
    return [(sent(operation, arguments, 1), last)] if is_full else []


def plain(operation: Json) -> Json:
    """The arguments that an operation must have."""
    values = {"string": "fresh", "array<string>": ["fresh"], "object": {"type": "NONE"}}
    required = [parameter for parameter in operation["parameters"] if parameter.get("required")]
    return {parameter["name"]: values[parameter["type"]] for parameter in required}


# ---- by hand


def written() -> list[Json]:
    """Cases without a recording."""
    described = Described()
    made = []

    def add(name: str, why: str, operation: str, arguments: Json, *answers: Answer) -> None:
        of = described.operations[operation]
        pages = [(sent(of, arguments, page), answer) for page, answer in zip(samples.pages(of, answers), answers)]
        made.append(case(described, name, why, {"name": operation, "arguments": arguments}, pages))

    success = Answer(200, b'{"success":true}')
    for number, odd in enumerate(("a/b", "..", "a b", "ü", "a?b#c", "%2F", "a+b", "{x}", "€🦊")):
        add(
            f"operation_id_{number}",
            "An id that needs encoding names itself, in the path and in the query.",
            "delete_connection",
            {"connection_id": odd, "provider_config_key": odd},
            success,
        )
    add(
        "operation_filters",
        "Filters are encoded, several ids joined, tags in brackets.",
        "list_connections",
        {
            "connection_id": "a&b",
            "search": "é=",
            "integration_ids": ["github", "sl ack"],
            "tags": {"plan": "p/q"},
            "end_user_id": "u 1",
            "end_user_organization_id": "o",
            "limit": 7,
        },
        page_of(3, 2),
    )
    add(
        "operation_pages",
        "Pages are asked for until one is short, and what was on the page before is left out.",
        "list_connections",
        {"limit": 2},
        page_of(9, 8),
        page_of(8, 7),
        page_of(6),
    )
    add(
        "operation_full_last_page",
        "A full last page is followed by an empty one.",
        "list_connections",
        {"limit": 2},
        page_of(9, 8),
        page_of(),
    )
    add(
        "operation_update_nothing",
        "An object is sent even if nothing is in it.",
        "update_connection",
        {"connection_id": "c", "provider_config_key": "p"},
        success,
    )
    add(
        "operation_empty_and_null",
        "What is empty is sent, and null within free JSON.",
        "update_connection",
        {
            "connection_id": "c",
            "provider_config_key": "p",
            "tags": {},
            "end_user": {"id": "e", "email": None},
            "webhook_url_override": "",
        },
        success,
    )
    for number, value in enumerate((None, False, 0, "", [], {}, 'é\n"\\', [1, {"a": None}], 1.5, 9007199254740993)):
        add(
            f"operation_input_{number}",
            "Any JSON goes in and comes out.",
            "trigger_action",
            {"connection_id": "c", "provider_config_key": "p", "action_name": "echo", "input": value},
            Answer(200, json.dumps(value).encode()),
        )
    add(
        "operation_unknown_field",
        "A field that is newer than the library is kept.",
        "list_environment_variables",
        {},
        Answer(200, b'[{"name":"A","value":"invented","since":{"year":2031}}]'),
    )
    failures = {
        "unauthorized": Answer(401, b'{"error":{"code":"unknown_user_account","message":"no such key"}}'),
        "forbidden": Answer(403, b'{"error":{"code":"forbidden","message":"scope"}}'),
        "not_found": Answer(404, b'{"error":{"code":"not_found","message":"not here"}}'),
        "unknown_connection": Answer(400, b'{"error":{"code":"unknown_connection"}}'),
        "findings": Answer(
            400,
            b'{"error":{"code":"invalid_body","errors":[{"code":"x","message":"Too short","path":["tags","a"]}]}}',
        ),
        "limit": Answer(429, b'{"error":{"code":"too_many_request","message":"wait"}}'),
        "server": Answer(503, b'{"error":{"code":"server_error","message":"down"}}'),
        "page": Answer(200, b"<html>", (("content-type", "text/html"),)),
        "gateway": Answer(404, b"no such route", (("content-type", "text/plain"),)),
    }
    for operation in described.operations.values():
        arguments, answers = samples.all_arguments(operation), samples.answers(described.models, operation)
        if operation.get("poll"):
            made.append(_waits(described, operation, arguments, answers[-1]))
        else:
            add(
                f"operation_{operation['name']}_all",
                "Every argument, and every field.",
                operation["name"],
                arguments,
                *answers,
            )
        for what, answer in failures.items():
            if operation.get("poll") == "found" and what == "not_found":
                continue
            add(
                f"operation_{operation['name']}_{what}",
                f"{operation['name']} fails: {what}.",
                operation["name"],
                plain(operation),
                answer,
            )
    return made


def _waits(described: Described, operation: Json, arguments: Json, last: Answer) -> Json:
    """A case of waiting: what is waited for is not there at first."""
    first = {
        "found": Answer(404, b'{"error":{"code":"not_found","message":"not yet"}}'),
        "not_empty": Answer(200, b'{"connections":[]}'),
    }[operation["poll"]]
    call = {"name": operation["name"], "arguments": arguments}
    exchanges = [(sent(operation, arguments), answer) for answer in (first, last)]
    return case(described, f"operation_{operation['name']}_all", "It asks until it is there.", call, exchanges)


def page_of(*ids: int) -> Answer:
    """A page with connections of these numbers."""
    items = [
        {
            "id": number,
            "connection_id": f"c{number}",
            "provider_config_key": "github",
            "provider": "github",
            "errors": [],
            "end_user": None,
            "tags": {},
            "metadata": None,
            "created": "2026-11-29T01:22:49.091+00:00",
        }
        for number in ids
    ]
    return Answer(200, json.dumps({"connections": items}).encode())
