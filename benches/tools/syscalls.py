"""Counts system calls by name, with strace."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import project


def count(command: list[str], out: Path, environment: dict[str, str] | None = None) -> Counter[str]:
    """Run a command and count its system calls, including those of its threads. Without an environment it has that of
    this process."""
    strace = ["strace", "--follow-forks", "--summary-only", "--summary-columns=calls,name", f"--output={out}"]
    project.run([*strace, *command], env=environment)
    calls: Counter[str] = Counter()
    for line in out.read_text().splitlines():
        words = line.split()
        if len(words) == 2 and words[0].isdigit() and words[1] != "total":
            calls[words[1]] += int(words[0])
    return calls
