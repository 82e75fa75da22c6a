#!/usr/bin/env python3
"""Gets a connection and prints in one line what it authenticates with.

NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which, NANGO_SECRET_KEY and NANGO_BASE_URL from where.
"""

from __future__ import annotations

import os
import sys

import nango


def describe(connection_id: str, provider_config_key: str) -> str:
    """Get a connection and tell what it authenticates with."""
    with nango.Client() as client:  # NANGO_SECRET_KEY, NANGO_BASE_URL
        connection = client.get_connection(connection_id, provider_config_key)
    token = connection.token
    shown = "(no single token)" if token is None else f"{token[:8]}..."
    expires = "never" if connection.expires_at is None else connection.expires_at.isoformat()
    return f"{provider_config_key}/{connection_id}: {connection.auth_mode} {shown} expires {expires}"


def main() -> int:
    """Run; the exit code is 1 if there is no connection."""
    connection_id = os.environ.get("NANGO_CONNECTION_ID", "customer-1")
    provider_config_key = os.environ.get("NANGO_PROVIDER_CONFIG_KEY", "github")
    try:
        print(describe(connection_id, provider_config_key))
    except nango.NangoError as error:
        print(f"{error.kind.name}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
