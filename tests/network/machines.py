"""Two machines with a NAT between them, in network namespaces of this process's own, and a client's calls.

usage: unshare --net machines.py             (as root; others add --user --map-root-user)

The NAT is this program: it passes packets from one TUN device to another, and drops those of connections that it has
been told to forget, in both directions. Each check prints a line; the exit code is the number of those that failed.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import select
import socket
import struct
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable

import nango

CLIENT, SERVER, PORT = "192.0.2.1", "192.0.2.2", 3003
CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 1, 0x1000
TCP = 6
#: A call that gives a dead connection up takes no longer, in seconds, whatever its timeout is.
MOST = 5.0
#: How long the server needs for a slow response: longer than a dead connection is kept.
SLOW = 4.5

CONNECTION = json.dumps(
    {
        "id": 1,
        "connection_id": "c",
        "provider_config_key": "k",
        "credentials": {"type": "API_KEY", "apiKey": "invented-key"},
    }
).encode()


def machine(own: str, other: str) -> int:
    """Gives this namespace an address and a route to the other machine; returns the descriptor of its packets."""
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR)
        fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", b"wire", IFF_TUN | IFF_NO_PI))
    except OSError as error:
        sys.exit(f"this test needs TUN devices, /dev/net/tun with CAP_NET_ADMIN in a user namespace: {error}")
    for command in (
        ["link", "set", "lo", "up"],
        ["address", "add", own, "peer", other, "dev", "wire"],
        ["link", "set", "wire", "up"],
    ):
        subprocess.run(["ip", *command], check=True)
    return tun


class Nat:
    """Passes packets on, except for those of connections that it has forgotten."""

    def __init__(self, client: int, server: int) -> None:
        self.ends = {client: server, server: client}
        self.client = client
        self.known: set[int] = set()
        self.forgotten: set[int] = set()

    def run(self, commands: int) -> None:
        """Passes packets on until `commands` ends. A byte there has it forget all connections; it gives one back."""
        while True:
            for ready in select.select([commands, *self.ends], [], [])[0]:
                if ready != commands:
                    self.pass_on(ready)
                elif os.read(commands, 1):
                    self.forgotten |= self.known
                    os.write(commands, b"f")
                else:
                    return

    def pass_on(self, end: int) -> None:
        packet = os.read(end, 65536)
        if packet[0] >> 4 == 4 and packet[9] == TCP:
            ports = struct.unpack_from("!HH", packet, (packet[0] & 15) * 4)
            port = ports[0] if end == self.client else ports[1]
            self.known.add(port)
            if port in self.forgotten:
                return
        os.write(self.ends[end], packet)


def serve(listener: socket.socket) -> None:
    """A Nango whose responses say which connection they came on, counted from 1."""
    count = 0
    while True:
        connection, _ = listener.accept()
        count += 1
        threading.Thread(target=respond, args=(connection, count), daemon=True).start()


def respond(connection: socket.socket, number: int) -> None:
    stream = connection.makefile("rb")
    while line := stream.readline():
        length = 0
        while header := stream.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
        if len(stream.read(length)) != length:
            return
        if b"/slow" in line:
            time.sleep(SLOW)
        body = CONNECTION if b"/connection" in line else str(number).encode()
        head = f"HTTP/1.1 200 OK\r\nx-number: {number}\r\ncontent-length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)


def be_the_rest(commands: socket.socket, client: int) -> None:
    """The server's machine, and the NAT."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET) != 0:
        sys.exit(f"this test needs a second network namespace: {os.strerror(ctypes.get_errno())}")
    server = machine(SERVER, CLIENT)
    listener = socket.create_server((SERVER, PORT))
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    commands.sendall(b"r")
    Nat(client, server).run(commands.fileno())
    os._exit(0)


class Checks:
    """Makes calls and checks how they end."""

    def __init__(self, commands: socket.socket) -> None:
        self.commands = commands
        self.failed = 0

    def forget(self) -> None:
        """Returns when the NAT has forgotten all connections."""
        self.commands.sendall(b"f")
        if self.commands.recv(1) != b"f":
            sys.exit("the NAT has ended")

    def client(self, timeout: float) -> nango.Client:
        return nango.Client(
            "invented-key",
            base_url=f"http://{SERVER}:{PORT}",
            allow_plaintext_http=True,
            read_env=False,
            max_retries=0,
            timeout=timeout,
        )

    def that(self, name: str, most: float, call: Callable[[], object], expected: object) -> None:
        """Checks the result of a call, or the name of its error, and that it takes no longer than `most` seconds."""
        begin = time.monotonic()
        result: object
        try:
            result = call()
        except nango.NangoError as error:
            result = type(error).__name__
        took = time.monotonic() - begin
        holds = result == expected and took < most
        self.failed += not holds
        print(f"{'ok' if holds else 'FAILED'}: {name}: {result!r} after {took:.1f} s", flush=True)

    def run(self) -> None:
        def number(client: nango.Client, method: str = "GET", path: str = "/v1/x", **options: Any) -> int:
            response = client.proxy(method=method, endpoint=path, connection_id="c", provider_config_key="k", **options)
            return int(response.read())

        def token(client: nango.Client) -> str | None:
            return client.get_connection("c", "k").token

        with self.client(timeout=30) as client:
            first = number(client)
            self.that("a connection is used again", 1, lambda: number(client), first)
            self.that("a slow server has its time", SLOW + 1, lambda: number(client, path="/slow"), first)
            self.forget()
            self.that("a GET goes on a new connection", MOST, lambda: number(client), first + 1)
            self.that("which is used again", 1, lambda: number(client), first + 1)
            self.forget()
            self.that("so does a call for a connection", MOST, lambda: token(client), "invented-key")
            self.forget()
            large = bytes(16 << 20)
            self.that(
                "and a large body that may be sent again",
                MOST,
                lambda: number(client, data=large, content_type="text/plain"),
                first + 3,
            )
        with self.client(timeout=30) as client, ThreadPoolExecutor(4) as threads:
            meet = threading.Barrier(4)

            def meeting(_: int) -> int:
                meet.wait()
                return number(client)

            last = max(threads.map(meeting, range(4)))
            self.forget()
            self.that("one of several that are dead", MOST, lambda: number(client), last + 1)
            self.that("stands for all of them", 1, lambda: len(list(threads.map(meeting, range(4)))), 4)
        with self.client(timeout=30) as client:
            number(client)
            self.forget()
            self.that(
                "a POST is not sent twice",
                12,
                lambda: number(client, "POST", data=b"x", content_type="text/plain"),
                "ConnectionError",
            )
        with self.client(timeout=1.6) as client:
            last = number(client)
            self.forget()
            self.that("a short timeout leaves time for a new connection", 1.6, lambda: number(client), last + 1)


def main() -> None:
    ours, theirs = socket.socketpair()
    client = machine(CLIENT, SERVER)
    if os.fork() == 0:
        ours.close()
        be_the_rest(theirs, client)
    theirs.close()
    os.close(client)
    if ours.recv(1) != b"r":
        sys.exit("the server's machine did not start")
    checks = Checks(ours)
    checks.run()
    sys.exit(checks.failed)


main()
