#!/usr/bin/env python3
"""Writes seeds for every fuzz target from the conformance cases: `make_corpus.py <directory>`."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests"
CASES = TESTS / "conformance" / "cases"
RECORDED = TESTS / "recorded"
# Longer seeds slow every run down and teach nothing new.
MAX_SEED = 8 * 1024
# The operations of one run of the C ABI: client, call, every accessor, the look-ups, the error. See c_abi/program.rs.
SERVE_RAW, NEW_CLIENT, GET, READ = 30, 17, 31, 33

Seeds = Iterator[tuple[str, bytes]]


def text(value: Any) -> str:
    """A text, or the list of parts and repetitions that represents one."""
    if isinstance(value, str):
        return value
    return "".join(part if isinstance(part, str) else part[0] * part[1] for part in value)


def body(response: dict[str, Any]) -> bytes:
    """The bytes that a response carries."""
    if "body_base64" in response:
        return base64.b64decode(response["body_base64"])
    return text(response.get("body", "")).encode("utf-8", "surrogatepass")


def joined(*parts: str | bytes) -> bytes:
    """Parts with U+0000 between them."""
    return b"\0".join(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts)


def url_seeds(call: dict[str, Any]) -> Seeds:
    """The URL that a call requests, and the environment that it would look for a proxy in."""
    base = call.get("base_url", "http://127.0.0.1:{port}/{name}").replace("{port}", "3003").replace("{name}", "x")
    names = {"force_refresh": "f", "refresh_token": "r", "refresh_github_app_jwt_token": "g"}
    flags = "".join(letter for name, letter in names.items() if call.get(name))
    if call.get("allow_plaintext_http"):
        flags += "a"
    yield "base_url", joined(base, call["connection_id"], call["provider_config_key"], flags)
    yield "proxy_env", joined(base, "https_proxy=http://user:pw-7f3a@proxy.test:3128", "no_proxy=x.test,10.0.0.0/8")
    yield "proxy_env", joined(base, "http_proxy=proxy.test:80", "ALL_PROXY=socks5://proxy.test", "NO_PROXY=*")


def answer_seeds(call: dict[str, Any], response: dict[str, Any]) -> Seeds:
    """A server's responses: as a connection, as an error, and as bytes on the wire."""
    content = body(response)
    headers = response.get("headers", [])
    rotates = call.get("force_refresh") or call.get("refresh_github_app_jwt_token")
    first = f"{response['status']}{' rotate' if rotates else ''}\n"
    head = "".join(f"{name}: {value}\n" for name, value in headers)
    if response["status"] == 200:
        yield "decode", content
    yield "answer", (first + head + "\n").encode() + content
    sent = "".join(f"{name}: {value}\r\n" for name, value in headers if "encoding" not in name)
    wire = f"HTTP/1.1 {response['status']} X\r\n{sent}content-length: {len(content)}\r\n\r\n".encode() + content
    operations = [(SERVE_RAW, 0, 0), (NEW_CLIENT, 0, 0), (GET, 1, 2), (READ, 0, 3)]
    program = bytes([len(operations)]) + b"".join(bytes(operation) for operation in operations)
    texts = [wire, call["connection_id"].encode("utf-8", "surrogatepass"), call["provider_config_key"].encode(), b"/id"]
    yield "c_abi", program + b"\xff".join(texts)


def look_up_seeds(response: dict[str, Any], expect: dict[str, Any]) -> Seeds:
    """Each look-up of a case in the document of the case."""
    connection = expect.get("connection", {})
    for pointer in {**connection.get("get_string", {}), **connection.get("get_json", {})}:
        yield "json_pointer", joined(pointer, body(response))


def recorded_seeds() -> Seeds:
    """Recorded exchanges through the proxy: whose answer each is, and where it was asked for."""
    for file in sorted(RECORDED.rglob("*proxy*.json")):
        exchange = json.loads(file.read_text(encoding="utf-8"))
        request, response = exchange["request"], exchange["response"]
        head = "".join(f"{name}: {value}\n" for name, value in response["headers"].items())
        first = f"{response['status']} {request['method']}\n"
        yield "error_origin", (first + head + "\n" + text(response["body"])).encode()
        yield "endpoint", joined(request["target"].removeprefix("/proxy"), "a", "x y")


def seeds() -> Seeds:
    """All seeds, with the target that each is for."""
    yield from recorded_seeds()
    for file in sorted(CASES.glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            yield from url_seeds(case["call"])
            for exchange in case["exchanges"]:
                yield from answer_seeds(case["call"], exchange["response"])
                yield from look_up_seeds(exchange["response"], case["expect"])


def main() -> int:
    """Writes the seeds, each under the hash of its content, and prints how many there are."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    counts: dict[str, int] = {}
    for target, seed in seeds():
        if len(seed) > MAX_SEED:
            continue
        file = Path(sys.argv[1]) / target / hashlib.sha256(seed).hexdigest()[:16]
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_bytes(seed)
            counts[target] = counts.get(target, 0) + 1
    print(", ".join(f"{target}: {count}" for target, count in sorted(counts.items())) or "nothing new")
    return 0


if __name__ == "__main__":
    sys.exit(main())
