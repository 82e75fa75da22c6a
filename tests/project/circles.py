"""Finds circles in a graph of imports."""

from __future__ import annotations

from collections import deque

Edge = tuple[str, str]


def circle_in(edges: set[Edge]) -> list[str] | None:
    """The shortest cycle, from the first of its files in the alphabet; None if there is none."""
    after: dict[str, list[str]] = {}
    for start, end in sorted(edges):
        after.setdefault(start, []).append(end)
    ways = [way for start in after if (way := _way(after, start, start))]
    return min(ways, key=len) if ways else None


def edges_in_circles(edges: set[Edge]) -> set[Edge]:
    """The edges that are part of a circle."""
    after: dict[str, list[str]] = {}
    for start, end in sorted(edges):
        after.setdefault(start, []).append(end)
    return {(start, end) for start, end in edges if start == end or _way(after, end, start)}


def _way(after: dict[str, list[str]], start: str, goal: str) -> list[str] | None:
    """The nodes on the shortest way from one to another, without the goal."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for following in after.get(node, ()):
            if following == goal:
                way = [node]
                while way[0] != start:
                    way.insert(0, came_from[way[0]])
                return way
            if following not in came_from and following != start:
                came_from[following] = node
                waiting.append(following)
    return None
