"""Records, and the cursors of lists."""

from __future__ import annotations

import copy
import gc
import json
import pickle
from dataclasses import FrozenInstanceError
from datetime import datetime, timedelta, timezone
from pathlib import Path
from sys import getrefcount
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit
from weakref import ref

import pytest

import nango
from answers import SECRET, page
from nango._pages import _fetch_page
from server import Answer, Server, refusal
from test_async import client_of, run
from test_pages import Answers, targets

if TYPE_CHECKING:
    from server import Request

IDS = "customer-1", "github"
FAILURE = Answer(refusal("server_error"), 503)


def record(number: int, metadata: object = None, **members: Any) -> dict[str, Any]:
    """A record as Nango sends it."""
    of_nango = {
        "first_seen_at": "2026-11-22T01:16:11.314+00:00",
        "last_modified_at": "2026-11-22T01:16:12Z",
        "last_action": "ADDED",
        "deleted_at": None,
        "pruned_at": None,
        "cursor": f"cursor-{number}",
    }
    return {"id": f"id-{number}", "title": SECRET, **members, "_nango_metadata": metadata or of_nango}


def records(*numbers: int, more: bool = False) -> str:
    """A page of records."""
    end = f"next-{numbers[-1]}" if more else None
    return json.dumps({"records": [record(number) for number in numbers], "next_cursor": end})


def test_a_record(client: nango.Client, server: Server) -> None:
    sent = record(1, nested={"big": 2**70})
    server.gives(json.dumps({"records": [sent], "next_cursor": None}))
    (one,) = client.records.list(*IDS, "Issue")
    assert one.id == "id-1"
    assert one.data == sent
    assert one.metadata.first_seen_at == datetime(2026, 11, 22, 1, 16, 11, 314000, timezone.utc)
    assert one.metadata.last_modified_at == datetime(2026, 11, 22, 1, 16, 12, tzinfo=timezone.utc)
    assert (one.metadata.last_action, one.metadata.deleted_at, one.metadata.cursor) == ("ADDED", None, "cursor-1")
    assert one.metadata is one.metadata
    assert not hasattr(one, "unknown_fields")
    one.data.pop("_nango_metadata")
    assert one.metadata.cursor == "cursor-1"
    assert repr(one).startswith("Record(id='id-1', metadata=RecordMetadata(first_seen_at=datetime")
    assert repr(one).endswith("data='[redacted]')")


def test_ids_may_be_numbers(client: nango.Client, server: Server) -> None:
    server.gives(json.dumps({"records": [record(1, id=2**63), record(1, id=1.5)]}))
    assert [one.id for one in client.records.list(*IDS, "Issue")] == [2**63, 1.5]


def test_records_are_equal_by_value(client: nango.Client, server: Server) -> None:
    server.gives(records(1))
    ((one,), (other,)) = (client.records.list(*IDS, "Issue") for _ in range(2))
    assert one == other
    made = nango.models.Record(id="id-1", metadata=other.metadata, data=other.data)
    assert made == one
    assert made != nango.models.Record(id="id-1", metadata=other.metadata, data={})


def test_what_is_asked_for(client: nango.Client, server: Server) -> None:
    server.gives(records())
    listing = client.records.list(
        *IDS,
        "Issue",
        cursor="a=",
        modified_after=datetime(2026, 11, 29, 3, 2, 3, 123000, timezone(timedelta(hours=2))),
        filter=["added", "updated"],
        ids=["1", "2&3"],
        variant="eu",
        limit=7,
    )
    assert list(listing) == []
    (request,) = server.requests
    assert request.target == (
        "/records?model=Issue&cursor=a%3D&modified_after=2026-11-29T01%3A02%3A03.123Z&filter=added%2Cupdated&ids=1"
        "&ids=2%263&variant=eu&limit=7"
    )
    assert (request.headers["connection-id"], request.headers["provider-config-key"]) == IDS


def test_the_cursor_is_that_of_the_record_read_last(client: nango.Client, server: Server) -> None:
    server.answer = Answers(records(1, 2, more=True), records(3), records(1, 2, more=True), records(3))
    listing = client.records.list(*IDS, "Issue", cursor="start")
    assert listing.cursor == "start"
    seen = []
    for one in listing:
        seen.append(listing.cursor)
        assert listing.cursor == one.metadata.cursor
    assert seen == ["cursor-1", "cursor-2", "cursor-3"]
    assert listing.cursor == "cursor-3"

    first = iter(listing)
    assert listing.cursor == first.cursor == "start"
    next(first)
    second = iter(listing)
    assert (first.cursor, second.cursor, listing.cursor) == ("cursor-1", "start", "start")
    assert targets(server)[1] == "/records?model=Issue&limit=1000&cursor=next-2"


def test_page_by_page_it_is_that_of_the_last_of_a_page(client: nango.Client, server: Server) -> None:
    server.answer = Answers(records(1, 2, more=True), records(3, more=True), '{"records":[],"next_cursor":null}')
    listing = client.records.list(*IDS, "Issue")
    assert listing.cursor is None
    pages = listing.pages()
    cursors = pages.cursor, listing.cursor
    assert cursors == (None, None)
    seen = [(len(each), str(listing.cursor), str(pages.cursor)) for each in pages]
    assert seen == [(2, "cursor-2", "cursor-2"), (1, "cursor-3", "cursor-3"), (0, "cursor-3", "cursor-3")]


def test_a_job_goes_on_behind_the_cursor_after_an_error(client: nango.Client, server: Server) -> None:
    server.answer = Answers(records(1, 2, more=True), FAILURE, FAILURE, records(3))
    listing = client.records.list(*IDS, "Issue")
    items = iter(listing)
    assert [next(items).id, next(items).id] == ["id-1", "id-2"]
    for _ in range(2):
        with pytest.raises(nango.ServerError):
            next(items)
        assert listing.cursor == items.cursor == "cursor-2"
    assert [one.id for one in items] == ["id-3"]
    server.answer = Answers(records(3))
    assert [one.id for one in client.records.list(*IDS, "Issue", cursor="cursor-2")] == ["id-3"]
    assert targets(server)[-1] == "/records?model=Issue&cursor=cursor-2&limit=1000"


def test_asyncio(server: Server) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            server.answer = Answers(records(1, 2, more=True), FAILURE, records(3))
            listing = client.records.list(*IDS, "Issue", cursor="start")
            items = listing.__aiter__()
            assert listing.cursor == items.cursor == "start"
            seen = [(await items.__anext__()).id, (await items.__anext__()).id]
            with pytest.raises(nango.ServerError):
                await items.__anext__()
            assert listing.cursor == items.cursor == "cursor-2"
            seen += [one.id async for one in items]
            assert (seen, listing.cursor) == (["id-1", "id-2", "id-3"], "cursor-3")

            server.answer = Answers(records(1, 2, more=True), records(3))
            pages = listing.pages()
            assert [(len(each), listing.cursor, pages.cursor) async for each in pages] == [
                (2, "cursor-2", "cursor-2"),
                (1, "cursor-3", "cursor-3"),
            ]
            server.gives(page(9))
            connections = client.connections.list()
            assert [one.id async for one in connections] == [9]
            assert connections.cursor is None

    run(main())


def test_lists_by_number_have_no_cursor(client: nango.Client, server: Server) -> None:
    server.gives(page(9))
    listing = client.connections.list()
    items = iter(listing)
    assert next(items).id == 9
    assert (listing.cursor, items.cursor) == (None, None)


@pytest.mark.parametrize("metadata", [None, {"last_action": "ADDED"}], ids=["no metadata", "no cursor"])
def test_a_record_without_a_cursor_is_never_the_beginning(
    client: nango.Client, server: Server, metadata: object
) -> None:
    server.gives(json.dumps({"records": [{"id": "1", "_nango_metadata": metadata}]}))
    listing = client.records.list(*IDS, "Issue", cursor="start")
    assert [one.id for one in listing] == ["1"]
    with pytest.raises(nango.DecodeError, match="has no cursor"):
        _ = listing.cursor


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ([SECRET], "records/0 is not an object"),
        ([record(1), {"id": "2", "_nango_metadata": [SECRET]}], "records/1/_nango_metadata is not an object"),
        (None, "records is not an array"),
    ],
)
def test_a_page_that_is_not_as_described(client: nango.Client, server: Server, wrong: object, problem: str) -> None:
    server.gives(json.dumps({"records": wrong, "next_cursor": None}))
    with pytest.raises(nango.DecodeError, match=f": {problem}: update libnango") as caught:
        list(client.records.list(*IDS, "Issue"))
    assert SECRET not in str(caught.value)


def test_metadata_that_is_not_as_described_is_an_error_when_it_is_asked_for(
    client: nango.Client, server: Server
) -> None:
    server.gives(json.dumps({"records": [record(1, {"cursor": "c", "first_seen_at": SECRET})]}))
    (one,) = client.records.list(*IDS, "Issue")
    assert one.data["title"] == SECRET
    with pytest.raises(nango.DecodeError) as caught:
        _ = one.metadata
    assert "_nango_metadata/first_seen_at is not an RFC 3339 time" in str(caught.value)
    assert caught.value.__context__ is None
    assert SECRET not in str(caught.value)


class ManyRecords:
    """Gives a page of 10,000 small records again and again, with another cursor each time."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._records = json.dumps([{"id": number, "_nango_metadata": {"cursor": "c"}} for number in range(10_000)])

    def __call__(self, request: Request) -> Answer:
        number = int(parse_qs(urlsplit(request.target).query).get("cursor", ["0"])[0]) + 1
        more = f'"{number}"' if number < self._pages else "null"
        return Answer(f'{{"records":{self._records},"next_cursor":{more}}}')


def test_the_memory_stays_flat_over_the_pages(client: nango.Client, server: Server) -> None:
    server.answer = ManyRecords(20)
    held = []
    count = 0
    for one in client.records.list(*IDS, "Issue", limit=10_000):
        count += one.data["_nango_metadata"]["cursor"] == "c"
        if count % 10_000 == 0:
            held.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
    assert count == 200_000
    # A page takes some seven megabytes, and all of them would take some 200.
    assert max(held[10:]) - max(held[:5]) < 20_000_000


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ids": []}, "ids is empty: pass at least one item, or leave it out"),
        ({"filter": []}, "filter is empty: pass at least one item, or leave it out"),
        ({"filter": ["added,deleted"]}, "filter has an item with a comma, which Nango would take for two items"),
    ],
)
def test_a_filter_that_is_empty_or_holds_a_comma(
    client: nango.Client, server: Server, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(nango.InvalidArgumentError) as caught:
        client.records.list("c", "p", "Issue", **wrong)
    assert str(caught.value) == said
    assert server.requests == []


def test_no_tags_are_no_filter(client: nango.Client, server: Server) -> None:
    said = "^tags is empty: pass at least one item, or leave it out$"
    for call in (client.connections.list, lambda tags: client.connections.wait_for("p", tags=tags)):
        with pytest.raises(nango.InvalidArgumentError, match=said):
            call(tags={})
    assert server.requests == []


@pytest.mark.parametrize("body", ["{}", '{"records":null}'])
def test_a_page_without_its_records(client: nango.Client, server: Server, body: str) -> None:
    server.answer = lambda _request: Answer(body)
    with pytest.raises(nango.DecodeError):
        next(iter(client.records.list("c", "p", "Issue")))


def test_an_iterator_that_is_left_in_a_page_needs_no_garbage_collector(client: nango.Client, server: Server) -> None:
    server.gives(records(1, 2, more=True))
    items = iter(client.records.list(*IDS, "Issue"))
    next(items)
    gone = ref(items)
    gc.disable()
    try:
        del items
        assert gone() is None
    finally:
        gc.enable()


def made_records() -> int:
    """How many records there are. A collection first, since others may wait for one."""
    gc.collect()
    return sum(type(each) is nango.models.Record for each in gc.get_objects())


def test_records_are_made_in_parts_while_they_are_read(client: nango.Client, server: Server) -> None:
    server.gives(records(*range(1000)))
    before = made_records()
    items = iter(client.records.list(*IDS, "Issue"))
    first = next(items)
    assert 1 <= made_records() - before <= 100
    assert [int(one.id[3:]) for one in items] == list(range(1, 1000))
    assert first.id == "id-0"
    assert made_records() - before <= 2  # the first, and the one that gives the cursor


@pytest.mark.parametrize("count", [99, 100, 101, 200, 250])
def test_the_cursor_is_right_in_each_part(client: nango.Client, server: Server, count: int) -> None:
    server.answer = Answers(records(*range(count), more=True), FAILURE, records(count))
    listing = client.records.list(*IDS, "Issue")
    items = iter(listing)
    for number in range(count):
        assert next(items).id == f"id-{number}"
        cursors = items.cursor, listing.cursor
        assert cursors == (f"cursor-{number}", f"cursor-{number}")
    with pytest.raises(nango.ServerError):
        next(items)
    assert items.cursor == f"cursor-{count - 1}"
    assert [one.id for one in items] == [f"id-{count}"]
    assert items.cursor == f"cursor-{count}"


def test_the_cursor_is_right_in_each_part_with_asyncio(server: Server) -> None:
    server.answer = Answers(records(*range(250), more=True), records(250))

    async def main() -> None:
        async with client_of(server) as client:
            listing = client.records.list(*IDS, "Issue")
            number = 0
            async for one in listing:
                assert (one.id, listing.cursor) == (f"id-{number}", f"cursor-{number}")
                number += 1
            assert number == 251

    run(main())


def test_page_by_page_each_is_a_list(client: nango.Client, server: Server) -> None:
    server.answer = Answers(records(*range(250), more=True), records())
    sizes = [(type(each), len(each)) for each in client.records.list(*IDS, "Issue").pages()]
    assert sizes == [(list, 250), (list, 0)]


def test_a_page_with_a_wrong_record_gives_none_of_it(client: nango.Client, server: Server) -> None:
    sent = [record(number) for number in range(250)]
    sent[249]["_nango_metadata"] = "x"
    server.answer = lambda _request: Answer(json.dumps({"records": sent, "next_cursor": None}))
    listing = client.records.list(*IDS, "Issue", cursor="start")
    items = iter(listing)
    for _ in range(2):
        with pytest.raises(nango.DecodeError, match="records/249/_nango_metadata is not an object"):
            next(items)
        assert items.cursor == "start"


class CountsReferences:
    """Gives two pages, and counts who has an object of the first when the second is requested."""

    def __init__(self) -> None:
        self.first: Any = None
        self.counted: list[int] = []

    def __call__(self, request: Request) -> Answer:
        if "cursor=" not in request.target:
            return Answer(records(1, 2, more=True))
        self.counted.append(getrefcount(self.first))
        return Answer(records(3, 4))


def test_a_page_is_gone_when_the_next_one_is_requested(client: nango.Client, server: Server) -> None:
    server.answer = answer = CountsReferences()
    items = iter(client.records.list(*IDS, "Issue"))
    answer.first = next(items).data["_nango_metadata"]
    assert [one.id for one in items] == ["id-2", "id-3", "id-4"]
    assert answer.counted[0] <= 2  # the attribute and the argument


def test_a_page_is_gone_when_the_next_one_is_requested_with_asyncio(server: Server) -> None:
    server.answer = answer = CountsReferences()

    async def main() -> None:
        async with client_of(server) as client:
            items = client.records.list(*IDS, "Issue").__aiter__()
            answer.first = (await items.__anext__()).data["_nango_metadata"]
            assert [one.id async for one in items] == ["id-2", "id-3", "id-4"]

    run(main())
    assert answer.counted[0] <= 2


def test_a_page_whose_fetching_was_interrupted_at_its_very_end_is_not_passed_over(
    client: nango.Client, server: Server
) -> None:
    server.answer = Answers(records(1, more=True), records(2))
    items = iter(client.records.list(*IDS, "Issue"))
    for _ in range(2):
        with pytest.raises(StopIteration):  # which what a signal's handler raises replaces
            _fetch_page(ref(items))
    assert [one.id for one in items] == ["id-1", "id-2"]


def test_the_cursor_stays_while_the_next_page_fails(client: nango.Client, server: Server) -> None:
    server.answer = Answers(records(1, 2, more=True), FAILURE, FAILURE, records(3))
    listing = client.records.list(*IDS, "Issue", cursor="start")
    items = iter(listing)
    assert [next(items).id, next(items).id] == ["id-1", "id-2"]
    for _ in range(2):
        with pytest.raises(nango.ServerError):
            next(items)
        assert (items.cursor, listing.cursor) == ("cursor-2", "cursor-2")
    assert [one.id for one in items] == ["id-3"]
    assert (items.cursor, next(items, None), items.cursor) == ("cursor-3", None, "cursor-3")


def test_an_iterator_cannot_be_copied(client: nango.Client, server: Server) -> None:
    server.gives(records(1, 2))
    items = iter(client.records.list(*IDS, "Issue"))
    next(items)
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="keep its cursor, and begin a list there"):
            copied(items)


def test_what_is_taken_out_of_a_record_stays_an_attribute(client: nango.Client, server: Server) -> None:
    server.gives(records(1))
    (one,) = client.records.list(*IDS, "Issue")
    one.data.clear()
    assert (one.id, one.metadata.cursor, one.data) == ("id-1", "cursor-1", {})


def test_a_record_that_a_program_makes(client: nango.Client, server: Server) -> None:
    server.gives(records(1))
    (one,) = client.records.list(*IDS, "Issue")
    made = nango.models.Record(id="other", metadata=one.metadata, data=one.data)
    assert (made.id, made.metadata, made.data) == ("other", one.metadata, one.data)
    assert made != one
    assert made.__replace__(id="id-1") == one
    with pytest.raises(FrozenInstanceError):
        made.id = "another"  # type: ignore[misc]
