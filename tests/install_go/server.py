"""A server with one connection, for the example of the Go package.

usage: server.py COMMAND...        runs the command with a server, and fails unless it prints that connection
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET_KEY = "00000000-0000-4000-8000-000000000000"
#: What the example prints of the connection.
EXPECTED = "github/customer-1: OAUTH2 invented... expires never\n"


class Nango(BaseHTTPRequestHandler):
    """A server with one connection."""

    def do_GET(self) -> None:
        known = {"id": 7, "connection_id": "customer-1", "provider_config_key": "github", "provider": "github"}
        answer = json.dumps({**known, "credentials": {"type": "OAUTH2", "access_token": "invented-token"}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """Serves; gives the URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Nango) as nango:
        thread = threading.Thread(target=nango.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{nango.server_port}"
        finally:
            nango.shutdown()
            thread.join()


def main(command: list[str]) -> int:
    """Runs a command."""
    with serving() as url:
        environment = {**os.environ, "NANGO_BASE_URL": url, "NANGO_SECRET_KEY": SECRET_KEY, "no_proxy": "*"}
        done = subprocess.run(
            command, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    if done.returncode == 0 and done.stdout == EXPECTED:
        return 0
    print(f"{' '.join(command)} ended with {done.returncode} and printed\n{done.stdout}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
