"""Every group of cases: its file and the description in that file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import (
    arguments,
    documents,
    error_bodies,
    error_waits,
    errors,
    lookups,
    modes,
    operations,
    proxy_arguments,
    proxy_bodies,
    proxy_codes,
    proxy_endings,
    proxy_endpoints,
    proxy_failures,
    proxy_headers,
    proxy_heads,
    proxy_responses,
    recorded,
    recorded_proxy,
    requests,
    routes,
    shapes,
    text,
)
from .case import Json

RECORDED = {
    "recorded_modes": "Recorded 200s of a Nango 0.71 server: one connection of each kind but OAuth.",
    "recorded_oauth": "Recorded 200s of a Nango 0.71 server: OAuth 1 and 2, with and without the refresh token.",
    "recorded_refresh": "Recorded 200s of a Nango 0.71 server: around a refresh.",
    "recorded_more": "Recorded 200s of a Nango 0.71 server: ids, keys, scopes, metadata and the legacy route.",
    "recorded_errors": "Recorded errors of a Nango 0.71 server.",
    "auto_ok": "Recorded 200s again, with the route left to the library.",
    "auto_errors": "Recorded errors again, with the route left to the library.",
}
WRITTEN = {
    "shapes": shapes,
    "modes": modes,
    "documents": documents,
    "text": text,
    "lookups": lookups,
    "errors": errors,
    "error_bodies": error_bodies,
    "error_waits": error_waits,
    "routes": routes,
    "requests": requests,
    "arguments": arguments,
    "proxy_codes": proxy_codes,
    "proxy_failures": proxy_failures,
    "proxy_heads": proxy_heads,
    "proxy_endpoints": proxy_endpoints,
    "proxy_headers": proxy_headers,
    "proxy_bodies": proxy_bodies,
    "proxy_responses": proxy_responses,
    "proxy_endings": proxy_endings,
    "proxy_arguments": proxy_arguments,
}
RECORDED_PROXY = "Recorded exchanges through the proxy of a Nango 0.71 server: whose answer it is, and what comes out."


def files(recordings: Path) -> dict[str, dict[str, Any]]:
    """The content of every case file, by name."""
    from_records = recorded.cases(recordings)
    assert from_records.keys() == RECORDED.keys()
    groups: dict[str, tuple[str, list[Json]]] = {name: (RECORDED[name], from_records[name]) for name in RECORDED}
    groups["recorded_proxy"] = (RECORDED_PROXY, recorded_proxy.cases(recordings))
    groups["recorded_operations"] = (operations.RECORDED, operations.recorded(recordings))
    groups["operations"] = (operations.WRITTEN, operations.written())
    groups.update((name, (module.ABOUT, module.cases())) for name, module in WRITTEN.items())
    names = [case["name"] for _, cases in groups.values() for case in cases]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
    return {name: {"about": about, "cases": cases} for name, (about, cases) in groups.items()}
