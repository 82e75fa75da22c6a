"""A client before, after and across fork: no connection is shared, no lock waited for, no exchange disturbed."""

from __future__ import annotations

import json
import os
import signal
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from program import output
from server import PATIENCE, Answer, Feed, Gate, Request, Server, document

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The beginning of all programs. Calls give the number of the connection that the server responded on.
BEGINNING = """
import json, os, signal, sys, threading, warnings, nango

warnings.filterwarnings("ignore", "This process .* is multi-threaded, use of fork")
PATIENCE = 30
client = nango.Client("invented", base_url=sys.argv[1], max_retries=0)

def call(name="customer-1"):
    return client.get_connection(name, "github", timeout=PATIENCE).metadata["connection"]

def say(*numbers):
    os.write(1, (json.dumps([os.getpid(), *numbers]) + "\\n").encode())

def fork(work):
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)  # a child that hangs ends, and fails the test
        work()
        sys.exit()
    return child

def wait(child):
    assert os.waitpid(child, 0)[1] == 0
"""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(keep_alive=True)
    server.answer = numbered
    yield server
    server.close()


def numbered(request: Request) -> Answer:
    return Answer(document(metadata={"connection": request.connection}))


def lines(server: Server, program: str) -> list[list[int]]:
    return [json.loads(line) for line in output(BEGINNING + program, server.url).splitlines()]


def connections(printed: list[list[int]]) -> dict[int, set[int]]:
    """Which connections each process has used; fails if two have used the same."""
    used = defaultdict(set)
    for process, *numbers in printed:
        used[process].update(numbers)
    assert sum(map(len, used.values())) == len(set.union(*used.values())), "two processes have shared a connection"
    return used


def test_before_after_and_across_a_fork(server: Server) -> None:
    printed = lines(
        server,
        """
say(call())
def work():
    say(call(), call())
    grandchild = fork(lambda: say(call(), call()))
    wait(grandchild)
    say(call())
wait(fork(work))
say(call(), call())
wait(fork(lambda: say(call())))
say(call())
""",
    )
    used = connections(printed)
    assert [len(numbers) for numbers in used.values()] == [1, 1, 1, 1]


def test_a_client_that_is_first_used_in_the_children(server: Server) -> None:
    printed = lines(server, "for _ in range(3): wait(fork(lambda: say(call(), call())))\nsay(call())")
    assert [len(numbers) for numbers in connections(printed).values()] == [1, 1, 1, 1]


def test_workers_that_are_forked_first(server: Server) -> None:
    printed = lines(
        server,
        """
say(call())
workers = [fork(lambda: say(*[call() for _ in range(10)])) for _ in range(4)]
say(*[call() for _ in range(10)])
for worker in workers:
    wait(worker)
client.close()
""",
    )
    used = connections(printed)
    assert len(used) == 5
    assert all(len(numbers) == 1 for numbers in used.values())


def test_multiprocessing(server: Server) -> None:
    printed = lines(
        server,
        """
import multiprocessing
def work(_number):
    return [os.getpid(), call()]
say(call())
with multiprocessing.get_context("fork").Pool(3) as pool:
    for process, number in pool.map(work, range(30), 1):
        print(json.dumps([process, number]), flush=True)
    pool.close()
    pool.join()
say(call())
""",
    )
    used = connections(printed)
    assert 2 <= len(used) <= 4
    assert all(len(numbers) == 1 for numbers in used.values())


@pytest.mark.parametrize("end", ["sys.exit()", "os._exit(0)", "client.close()", "client.close(); call2()"])
def test_a_child_leaves_the_exchange_of_its_parent_alone(server: Server, end: str) -> None:
    """The slow call is sent, a child is forked, calls, closes and ends, and only then the slow call gets a response."""
    gate = Gate()

    def answer(request: Request) -> Answer:
        if "/slow" in request.target:
            gate(request)
        if "/when-slow-has-come" in request.target:
            gate.wait_for_requests()
        if "/child-has-ended" in request.target:
            gate.open()
        return numbered(request)

    server.answer = answer
    printed = lines(
        server,
        f"""
slow = []
thread = threading.Thread(target=lambda: slow.append(call("slow")))
thread.start()
call("when-slow-has-come")
def call2():
    try:
        call()
    except nango.InvalidArgumentError as error:
        assert str(error) == "client is closed: make a new one"
def work():
    say(call())
    {end}
wait(fork(work))
say(call("child-has-ended"))
thread.join()
say(*slow)
""",
    )
    (child, *_), (parent, *_), _ = printed
    assert {process: len(numbers) for process, numbers in connections(printed).items()} == {child: 1, parent: 2}


def test_the_end_of_a_parents_connection_is_seen_although_a_child_lives(server: Server) -> None:
    def answer(request: Request) -> Answer:
        if "/after-" in request.target:
            number = int(request.target.split("/after-")[1].split("?")[0])
            assert server.ends(number).wait(PATIENCE), "the connection was never closed"
        return numbered(request)

    server.answer = answer
    printed = lines(
        server,
        """
number = call()
reader, writer = os.pipe()
began, beginning = os.pipe()
def work():
    os.close(writer)
    say(call())
    os.write(beginning, b"x")
    os.read(reader, 1)
    say(call())
child = fork(work)
os.read(began, 1)
client.close()
client = nango.Client("invented", base_url=sys.argv[1], max_retries=0)
say(number, call(f"after-{number}"))
os.close(writer)
wait(child)
""",
    )
    child, parent, again = printed
    assert child == again
    assert {process: len(numbers) for process, numbers in connections(printed).items()} == {child[0]: 1, parent[0]: 2}


def test_many_forks_while_threads_call(server: Server) -> None:
    printed = lines(
        server,
        """
enough = threading.Event()
def keep_calling():
    while not enough.is_set():
        say(call())
threads = [threading.Thread(target=keep_calling) for _ in range(4)]
for thread in threads:
    thread.start()
def work():
    say(call(), call())
    client.close()
    os._exit(0)
try:
    for _ in range(30):
        wait(fork(work))
finally:
    enough.set()
    for thread in threads:
        thread.join()
say(call())
""",
    )
    used = connections(printed)
    assert len(used) == 31
    assert all(len(used[process]) == 1 for process in set(used) - {printed[-1][0]})


def test_a_client_that_is_closed_in_the_parent_is_closed_in_the_child(server: Server) -> None:
    printed = lines(
        server,
        """
call()
client.close()
def work():
    try:
        call()
    except nango.InvalidArgumentError:
        say()
    client.close()
wait(fork(work))
""",
    )
    assert len(printed) == 1


def test_a_child_may_close_while_a_thread_of_its_parent_calls(server: Server) -> None:
    """And does not wait for a thread that it does not have."""
    gate = Gate()

    def answer(request: Request) -> Answer:
        if "/slow" in request.target:
            gate(request)
        if "/when-slow-has-come" in request.target:
            gate.wait_for_requests()
        return numbered(request)

    server.answer = answer
    printed = lines(
        server,
        """
def slow():
    try:
        call("slow")
    except nango.CallCancelledError:
        say()
thread = threading.Thread(target=slow)
thread.start()
call("when-slow-has-come")
def work():
    client.close()
    say()
wait(fork(work))
client.close()
thread.join()
""",
    )
    gate.open()
    assert len({process for (process,) in printed}) == 2


def test_asyncio_in_parent_and_child(server: Server) -> None:
    printed = lines(
        server,
        """
import asyncio
other = nango.AsyncClient("invented", base_url=sys.argv[1], max_retries=0)
async def calls():
    answers = await asyncio.gather(*[other.get_connection("customer-1", "github") for _ in range(5)])
    return [answer.metadata["connection"] for answer in answers]
async def last():
    say(*await calls())
    await other.aclose()
say(*asyncio.run(calls()))
wait(fork(lambda: asyncio.run(last())))
asyncio.run(last())
assert threading.active_count() == 1
""",
    )
    assert len(connections(printed)) == 2


def test_a_signal_handler_that_forks_amid_a_call(server: Server) -> None:
    """The call continues in the parent alone; in the child it ends, and the client can make others."""

    def answer(request: Request) -> Answer:
        if "/parent-" in request.target:
            os.kill(int(request.target.split("/parent-")[1].split("?")[0]), signal.SIGUSR1)
            gate(request)
        if "/child-has-ended" in request.target:
            gate.open()
        return numbered(request)

    gate = Gate()
    server.answer = answer
    printed = lines(
        server,
        """
parent = os.getpid()
children = []
def handle(_number, _frame):
    child = os.fork()
    if child:
        children.append(child)
        wait(child)
        say(call("child-has-ended"))
    else:
        signal.alarm(PATIENCE)
signal.signal(signal.SIGUSR1, handle)
try:
    say(call(f"parent-{parent}"))
except nango.CallCancelledError:
    assert os.getpid() != parent
    say(call(), call())
    client.close()
else:
    assert os.getpid() == parent and children
""",
    )
    assert sorted(len(numbers) for numbers in connections(printed).values()) == [1, 2]


def test_another_thread_of_a_child_that_was_forked_amid_a_read_closes_the_response(server: Server) -> None:
    """The read goes on in the child too, and frees the response once it has ended."""
    feed = Feed()
    server.answer = lambda _request: Answer(parts=feed)
    printed = lines(
        server,
        """
response = client.proxy("customer-1", "github", "GET", "/")
def handle(_number, _frame):
    child = os.fork()
    if child:
        wait(child)
        response.close()
        return
    signal.alarm(PATIENCE)
    closing = threading.Thread(target=response.close)
    closing.start()
    closing.join()
    say(len(response._handle._unfreed))
signal.signal(signal.SIGUSR1, handle)
def interrupt():
    while not response._handle._users:
        pass
    os.kill(os.getpid(), signal.SIGUSR1)
interrupting = threading.Thread(target=interrupt)
interrupting.start()
try:
    response.read(1)
except nango.CallCancelledError:
    say(len(response._handle._unfreed))
""",
    )
    feed.end()
    of_the_child, of_the_parent = printed[:-1], printed[-1]
    assert [unfreed for _, unfreed in of_the_child] == [1, 0]
    assert of_the_parent[1] == 0


def test_the_end_of_a_parents_connection_is_seen_although_a_child_that_never_calls_lives(server: Server) -> None:
    def answer(request: Request) -> Answer:
        if "/after-" in request.target:
            number = int(request.target.split("/after-")[1].split("?")[0])
            assert server.ends(number).wait(PATIENCE), "the connection was never closed"
        return numbered(request)

    server.answer = answer
    printed = lines(
        server,
        """
number = call()
reader, writer = os.pipe()
def work():
    os.close(writer)
    os.read(reader, 1)
child = fork(work)
client.close()
client = nango.Client("invented", base_url=sys.argv[1], max_retries=0)
say(number, call(f"after-{number}"))
os.close(writer)
wait(child)
""",
    )
    assert len(printed) == 1
