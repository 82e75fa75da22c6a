"""What Nango returns to its operations, as was recorded, with invented secrets."""

from __future__ import annotations

import json
from typing import Any

SECRET = "invented-secret"

END_USER: dict[str, Any] = {
    "id": "u1",
    "display_name": "User 1",
    "email": None,
    "tags": {"origin": "seed"},
    "organization": {"id": "o1", "display_name": None},
}


def listed(number: int, **members: Any) -> dict[str, Any]:
    """A connection as a list has it."""
    return {
        "id": number,
        "connection_id": f"customer-{number}",
        "provider_config_key": "slack",
        "provider": "slack",
        "errors": [{"type": "auth", "log_id": "1795310436614_6NjnaUnf"}],
        "end_user": END_USER,
        "tags": {"batch": "odd"},
        "metadata": {"x": SECRET, "big": 12345678901234567890},
        "created": "2026-11-22T01:16:11.314+00:00",
        **members,
    }


def page(*numbers: int, **members: Any) -> str:
    """A page of connections."""
    return json.dumps({"connections": [listed(number, **members) for number in numbers]})


def imported(**members: Any) -> dict[str, Any]:
    """A connection that was imported."""
    return {
        "id": 92,
        "connection_id": "customer-1",
        "provider_config_key": "github",
        "provider": "github",
        "errors": [],
        "end_user": None,
        "tags": {"a": "b"},
        "metadata": {"m": SECRET},
        "connection_config": {"subdomain": SECRET},
        "webhook_url_override": None,
        "created_at": "2026-11-22T01:21:17.100Z",
        "updated_at": "2026-11-22T01:21:17.100Z",
        "last_fetched_at": None,
        "credentials": {"type": "OAUTH2", "access_token": SECRET},
        **members,
    }
