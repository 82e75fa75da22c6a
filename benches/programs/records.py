#!/usr/bin/env python3
"""Python's clients: each walks through a list of records, page by page, and reads 8 fields of each by their names.

usage: records.py CLIENT BASE_URL PAGES|- records
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from clients import (
    CONNECT_TIMEOUT_SECONDS,
    CONNECTION,
    HEADERS,
    INTEGRATION,
    SECRET_KEY,
    TIMEOUT_SECONDS,
)
from turns import turns

RECORDS = 1000
MODEL = "GithubIssue"
LIST_HEADERS = {
    **HEADERS,
    "Connection-Id": CONNECTION,
    "Provider-Config-Key": INTEGRATION,
}

Record = dict[str, Any]
#: The pages of a list, one after the other.
Pages = Iterator[Iterable[Record]]


def read(records: Iterable[Record]) -> None:
    """Read a page, and fail unless all of it is there: as records.h does."""
    count = characters = numbers = drafts = 0
    scores = 0.0
    for record in records:
        count += 1
        characters += (
            len(record["id"])
            + len(record["title"])
            + len(record["state"])
            + len(record["body"])
            + len(record["updated_at"])
        )
        numbers += record["number"]
        scores += record["score"]
        drafts += record["is_draft"]
    # The numbers from 0 on are in the title and the body too.
    digits = 10 + 2 * 90 + 3 * 900
    length = RECORDS * (36 + 17 + 4 + 24 + 281) + 2 * digits
    wanted = (RECORDS, length, RECORDS * (RECORDS - 1) // 2, RECORDS * 4.25, 0)
    if (count, characters, numbers, scores, drafts) != wanted:
        raise SystemExit("the page is not the expected one")


def with_nango(base_url: str, loads: Callable[[bytes], Any] | None = None) -> Pages:
    """This project's package."""
    import nango

    client = nango.Client(SECRET_KEY, base_url=base_url, json_loads=loads)
    records = iter(client.records.list(CONNECTION, INTEGRATION, MODEL))
    while True:
        yield (record.data for record in islice(records, RECORDS))


def with_nango_and_orjson(base_url: str) -> Pages:
    """This project's package with a faster parser."""
    import orjson

    return with_nango(base_url, orjson.loads)


def with_requests(base_url: str) -> Pages:
    """A session of requests, which parses with the standard library."""
    import requests

    session = requests.Session()
    session.headers.update(LIST_HEADERS)
    cursor: str | None = None
    while True:
        response = session.get(
            f"{base_url}/records",
            params={"model": MODEL, "limit": RECORDS, "cursor": cursor},
            timeout=(CONNECT_TIMEOUT_SECONDS, TIMEOUT_SECONDS),
        )
        response.raise_for_status()
        page = response.json()
        cursor = page["next_cursor"]
        yield page["records"]


def with_httpx_and_orjson(base_url: str) -> Pages:
    """A client of httpx with a faster parser."""
    import httpx
    import orjson

    timeout = httpx.Timeout(TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS)
    client = httpx.Client(base_url=base_url, headers=LIST_HEADERS, timeout=timeout)
    params: dict[str, Any] = {"model": MODEL, "limit": RECORDS}
    while True:
        response = client.get("/records", params=params)
        response.raise_for_status()
        page = orjson.loads(response.content)
        params["cursor"] = page["next_cursor"]
        yield page["records"]


CLIENTS = {
    "nango": with_nango,
    "nango-orjson": with_nango_and_orjson,
    "requests": with_requests,
    "httpx-orjson": with_httpx_and_orjson,
}


def main() -> None:
    """Read the pages."""
    client, base_url, count, _ = sys.argv[1:]
    pages = CLIENTS[client](base_url)
    for turn in turns(count):
        for page in islice(pages, turn):
            read(page)


if __name__ == "__main__":
    main()
