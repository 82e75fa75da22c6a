"""Reads all records, and prints how many there were and how much memory it had after some of them and at the end."""

from __future__ import annotations

import resource
import sys

import nango


def memory() -> int:
    """The most that the process has had, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


early, count, at_first = int(sys.argv[1]), 0, 0
with nango.Client() as client:
    for record in client.records.list("c", "p", "Model", limit=10_000):
        record.data["title"]
        if count == early:
            at_first = memory()
        count += 1
print(count, at_first, memory())
