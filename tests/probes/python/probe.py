#!/usr/bin/env python3
"""The Python probe: makes calls as instructed, and reports the results. See ../README.md."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import accessors
import models
import nango
from calls import Download, Ender, make_client, prepare, read


class Probe:
    """A client, and its operations."""

    def __init__(self) -> None:
        self._client: nango.Client | None = None
        self._start = 0.0

    def answer(self, told: dict[str, Any]) -> dict[str, Any]:
        """Perform the operation."""
        if "client" in told or told["operation"] == "close":
            self.close()
        at = "client"
        call = prepare(told) if told["operation"] != "close" else None
        self._start = time.monotonic()
        try:
            if "client" in told:
                self._client = make_client(told["client"])
            if self._client is None or call is None:
                return {"outcome": "closed", "ms": self._ms()}
            at = "call"
            self._start = time.monotonic()
            with Ender(self._client, told) as ender:
                result = call(self._client)
                if isinstance(result, nango.Response):
                    ender.response = result
                    return self._response(result, told)
                if isinstance(result, models.Result):
                    return {"outcome": "result", "ms": self._ms(), "result": result.value}
                return self._connection(result, told)
        except nango.NangoError as error:
            return self._error(error, at)

    def close(self) -> None:
        """Close the client, if there is one."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _ms(self) -> int:
        return int((time.monotonic() - self._start) * 1000)

    def _connection(self, connection: nango.Connection, told: dict[str, Any]) -> dict[str, Any]:
        return {
            "outcome": "connection",
            "ms": self._ms(),
            "fields": accessors.of_connection(connection),
            "look_ups": [accessors.look_up_in_connection(connection, *look_up) for look_up in told["look_ups"]],
        }

    def _response(self, response: nango.Response, told: dict[str, Any]) -> dict[str, Any]:
        body = Download(is_kept=told["keep_body"])
        with response:
            try:
                read(response, told, body)
            except nango.NangoError as error:
                answer = self._error(error, "reading")
            else:
                answer = {
                    "outcome": "response",
                    "ms": self._ms(),
                    "fields": accessors.of_response(response, body),
                    "look_ups": [accessors.look_up_in_response(response, *look_up) for look_up in told["look_ups"]],
                }
        return {**answer, "read": {"length": body.length, "sum": body.sum}}

    def _error(self, error: nango.NangoError, at: str) -> dict[str, Any]:
        return {"outcome": "error", "at": at, "ms": self._ms(), "fields": accessors.of_error(error)}


def main() -> None:
    """Respond to each line with one."""
    probe = Probe()
    for line in sys.stdin.buffer:
        print(json.dumps(probe.answer(json.loads(line))), flush=True)
    probe.close()


if __name__ == "__main__":
    main()
