#!/usr/bin/env python3
"""Keeps a table of issues up to date: reads the records that have changed since the last run.

The cursor of the last record is stored in the same transaction as the records, so the program can be killed at any
time and started again. Arguments: the file of the database. NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say whose
records, NANGO_SECRET_KEY and NANGO_BASE_URL where they are.
"""

from __future__ import annotations

import os
import sqlite3
import sys

import nango

TABLES = """
    create table if not exists issue (id text primary key, title text, changes integer not null);
    create table if not exists progress (model text primary key, cursor text not null);
"""
CHANGE = """
    insert into issue values (?, ?, 1)
    on conflict (id) do update set title = excluded.title, changes = changes + 1
"""


def read_changes(client: nango.Client, database: sqlite3.Connection, connection_id: str, integration: str) -> int:
    """Store what has changed since the last run; how many records that were."""
    kept = database.execute("select cursor from progress where model = 'GithubIssue'").fetchone()
    changes = 0
    records = client.records.list(
        connection_id, integration, "GithubIssue", cursor=kept[0] if kept else None, limit=100
    )
    for page in records.pages():
        if not page:
            continue
        with database:  # the records of the page and the cursor behind them, or neither
            for record in page:
                if record.metadata.last_action == "DELETED":
                    database.execute("delete from issue where id = ?", [str(record.id)])
                else:
                    database.execute(CHANGE, [str(record.id), record.data["title"]])
            database.execute("insert or replace into progress values ('GithubIssue', ?)", [page[-1].metadata.cursor])
        changes += len(page)
    return changes


def main() -> int:
    """Run; the exit code is 1 if the records could not be read."""
    connection_id = os.environ.get("NANGO_CONNECTION_ID", "customer-oauth2")
    integration = os.environ.get("NANGO_PROVIDER_CONFIG_KEY", "github")
    database = sqlite3.connect(sys.argv[1] if len(sys.argv) > 1 else "issues.db")
    database.executescript(TABLES)
    try:
        with nango.Client() as client:
            print(read_changes(client, database, connection_id, integration), "changes")
    except nango.NangoError as error:
        print(f"{error.kind.name}: {error}", file=sys.stderr)
        return 1
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
