"""The turns of a client in Python: how many calls it is to make, once or again and again."""

from __future__ import annotations

import sys
from collections.abc import Iterator


def turns(calls: str) -> Iterator[int]:
    """The calls of each turn. Of "-" they come from standard input, a line each; the end of one is an empty line."""
    if calls != "-":
        yield int(calls)
        return
    for line in sys.stdin:
        yield int(line)
        print(flush=True)
