"""The example that reads records incrementally loses nothing and does nothing twice, wherever it is killed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from conftest import SECRET_KEY
from program import PYTHON
from server import Answer, Gate

if TYPE_CHECKING:
    from pathlib import Path

    from server import Request, Server

EXAMPLE = PYTHON / "examples" / "read_records.py"
COUNT = 1_000


class Records:
    """Gives the records behind the cursor of the request, 100 at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        #: Holds back the page behind this record.
        self.gates: dict[int, Gate] = {}

    def __call__(self, request: Request) -> Answer:
        query = parse_qs(urlsplit(request.target).query)
        begin = int(query.get("cursor", ["0"])[0])
        end = min(begin + int(query["limit"][0]), self.count)
        records = [record(number) for number in range(begin + 1, end + 1)]
        answer = Answer(json.dumps({"records": records, "next_cursor": str(end) if end < self.count else None}))
        gate = self.gates.pop(begin, None)
        return gate(request) if gate else answer


def record(number: int) -> dict[str, object]:
    moment = "2026-11-29T02:04:25.42115+00:00"
    metadata = {
        "first_seen_at": moment,
        "last_modified_at": moment,
        "last_action": "ADDED",
        "deleted_at": None,
        "pruned_at": None,
        "cursor": str(number),
    }
    return {"id": f"issue-{number}", "title": f"Title {number}", "_nango_metadata": metadata}


def start(server: Server, database: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(PYTHON / "src"),
        "NANGO_SECRET_KEY": SECRET_KEY,
        "NANGO_BASE_URL": server.url,
    }
    command = [sys.executable, str(EXAMPLE), str(database)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_it_goes_on_where_it_was_killed(server: Server, tmp_path: Path) -> None:
    records, database = Records(COUNT), tmp_path / "issues.db"
    server.answer = records
    for stop in (300, 700):
        gate = records.gates[stop] = Gate()
        program = start(server, database)
        gate.wait_for_requests()
        program.kill()
        program.communicate()
        gate.open()
    assert finished(start(server, database)) == "300 changes\n"
    records.count += 5
    assert finished(start(server, database)) == "5 changes\n"
    assert finished(start(server, database)) == "0 changes\n"

    stored = sqlite3.connect(database)
    assert stored.execute("select count(*), sum(changes), count(distinct title) from issue").fetchone() == (
        COUNT + 5,
        COUNT + 5,
        COUNT + 5,
    )
    stored.close()


def finished(program: subprocess.Popen[str]) -> str:
    output, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    return output
