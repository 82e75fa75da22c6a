"""Cases from the recorded exchanges with a real server: real responses."""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import answer_oracle
from .case import FLAGS, Answer, Call, Json, Look, connection, failure
from .jsontext import Node, look_up, parse_object

DEFAULT_KEY = "52c3f492-4019-4a02-8995-81c9a5b9a554"
HOP_HEADERS = ("content-length", "connection", "keep-alive")
#: The group of the 200s whose names begin so: the first that fits.
GROUPS = {
    "get_with_": "recorded_more",
    "get_oauth": "recorded_oauth",
    "get_": "recorded_modes",
    "refresh_": "recorded_refresh",
    "backoff_": "recorded_refresh",
    "legacy_force": "recorded_refresh",
}
# Requested once more with the automatic route: each mode once, and every error with its own rule.
AGAIN_WITH_AUTO = re.compile(
    r"get_(api_key|app|aws_sigv4|basic|custom_flow|jwt|mcp_oauth2|none|oauth1_real_flow|oauth2_cc_auth|oauth2_rich)"
    r"|get_(signature|tba|two_step)|get_install_plugin_\w+|id_ok_0[124]|id_dotdot_pct|refresh_force(_bill)?"
    r"|err_401_(not_uuid|wrong_key_uuid)|err_403_\w+_key|err_403_read_only_force_refresh|err_404_unknown_connection"
    r"|err_400_(unknown_integration|two_errors|bad_id_01)|err_429|db_down_1|refresh_(exhausted|fail_invalid_grant)"
    r"|backoff_2_plain_get_424|id_bad_pct_encoding|http_oversized_header_20k"
)


@dataclass(frozen=True)
class Recorded:
    """One recorded GET of a connection, as a call that a program could make."""

    name: str
    call: Call
    answer: Answer
    as_sent: bool


def read(directory: Path) -> Iterator[Recorded]:
    """Every recorded GET of a connection, by name."""
    for path in sorted(directory.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        request = record["request"]
        address = urllib.parse.urlsplit(request["target"])
        match = re.fullmatch(r"/(connections?)/(.*)", address.path)
        if request["method"] == "GET" and match is not None:
            call = _call(match.group(1), match.group(2), address.query, request["headers"])
            same = call.targets() == [request["target"]] and _same_key(call, request) and "body" not in request
            yield Recorded(path.stem.replace("__", "_"), call, _answer(record["response"]), same)


def _call(route: str, segment: str, query: str, headers: dict[str, str]) -> Call:
    given = urllib.parse.parse_qs(query)
    bearer = re.fullmatch(r"Bearer ([!-~]+)", headers.get("authorization", ""))
    key = bearer.group(1) if bearer is not None else DEFAULT_KEY
    return Call(
        # Ids that the library rejects: an empty one, and one with U+0000.
        connection_id=urllib.parse.unquote(segment).replace("\0", "") or "empty",
        provider_config_key=given.get("provider_config_key", ["github"])[0],
        route=route,
        flags=tuple(flag for flag in FLAGS if given.get(flag) == ["true"]),
        options={"secret_key": key} if key != DEFAULT_KEY else {},
    )


def _same_key(call: Call, request: dict[str, Any]) -> bool:
    key = call.options.get("secret_key", DEFAULT_KEY)
    return bool(request["headers"].get("authorization") == f"Bearer {key}")


def _answer(response: dict[str, Any]) -> Answer:
    headers = [(name, value) for name, value in response["headers"].items() if name not in HOP_HEADERS]
    return Answer(response["status"], response["body"].encode("utf-8"), tuple(headers))


def cases(directory: Path) -> dict[str, list[Json]]:
    """The recorded cases, in groups of which each makes a file."""
    groups: dict[str, list[Json]] = {}
    for record in read(directory):
        how = (
            "as recorded" if record.as_sent else "recorded answer to a request that the library cannot be made to send"
        )
        groups.setdefault(_group(record), []).append(_case(record, record.name, record.call, how))
        if AGAIN_WITH_AUTO.fullmatch(record.name):
            call = Call(
                record.call.connection_id,
                record.call.provider_config_key,
                "auto",
                record.call.flags,
                record.call.options,
            )
            again = _case(record, f"auto_{record.name}", call, "as recorded, the route left to the library")
            groups.setdefault("auto_ok" if record.answer.status == 200 else "auto_errors", []).append(again)
    return groups


def _group(record: Recorded) -> str:
    if answer_oracle.kind(record.answer) is not None:
        return "recorded_errors"
    for prefix, group in GROUPS.items():
        if record.name.startswith(prefix):
            return group
    return "recorded_more"


def _case(record: Recorded, name: str, call: Call, how: str) -> Json:
    kind = answer_oracle.kind(record.answer)
    if kind is not None:
        why = f"{record.answer.status} {kind}, {how}."
        return failure(name, why, record.answer, {"kind_name": kind, "http_status": record.answer.status}, call)
    root = parse_object(record.answer.body)
    mode = look_up(root, "/credentials/type")
    shown = mode.string if mode is not None else "no credentials"
    # A recorded body is plain enough for the standard reader: a second opinion on the names and the mode.
    value = json.loads(record.answer.body)
    says = {
        "id": value["id"],
        "connection_id": value["connection_id"],
        "auth_mode_name": value["credentials"].get("type"),
        "access_token": value["credentials"].get("access_token"),
    }
    return connection(name, f"{shown}, {how}.", record.answer, says, call, _look(root))


def _look(root: Node) -> Look:
    """Some of everything that the document holds, and something that it does not hold."""
    credentials = root.get("credentials")
    names = [name for name, _ in credentials.members] if credentials is not None else []
    inner = [(pointer, node) for pointer, node in _walk(root, "") if pointer.count("/") > 1]
    strings = [pointer for pointer, node in inner if node.kind == "string"]
    others = [pointer for pointer, node in inner if node.kind != "string"]
    return Look(
        credential=[*names, "no_such_field"],
        get_string=["/provider", *strings[-3:], "/id"],
        get_json=["/id", *others[-3:], "/credentials/no_such_field"],
    )


def _walk(node: Node, pointer: str) -> Iterator[tuple[str, Node]]:
    yield pointer, node
    for name, member in node.members:
        yield from _walk(member, pointer + "/" + name.replace("~", "~0").replace("/", "~1"))
    for index, item in enumerate(node.items):
        yield from _walk(item, f"{pointer}/{index}")
