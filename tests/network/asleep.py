"""What a client does after its machine has slept. Run with asleep.c preloaded."""

from __future__ import annotations

import ctypes
import json
import socket
import threading

import nango

CONNECTION = json.dumps(
    {
        "id": 1,
        "connection_id": "c",
        "provider_config_key": "k",
        "credentials": {"type": "API_KEY", "apiKey": "invented-key"},
    }
).encode()


def respond(connection: socket.socket, used: list[int], number: int, closes: bool) -> None:
    """Responds to every request on a connection. One that a machine has slept through is dead, so nothing says so."""
    stream = connection.makefile("rb")
    while stream.readline():
        while stream.readline().strip():
            pass
        used.append(number)
        head = f"HTTP/1.1 200 OK\r\nconnection: {'close' if closes else 'keep-alive'}\r\n"
        connection.sendall(f"{head}content-length: {len(CONNECTION)}\r\n\r\n".encode() + CONNECTION)
        if closes:
            connection.shutdown(socket.SHUT_RDWR)
            return


def serve(closes: bool) -> tuple[int, list[int]]:
    """Starts a server; returns its port, and on which of its connections each request will have come."""
    listener = socket.create_server(("127.0.0.1", 0))
    used: list[int] = []

    def accept() -> None:
        number = 0
        while True:
            connection, _ = listener.accept()
            number += 1
            threading.Thread(target=respond, args=(connection, used, number, closes), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1], used


def main() -> None:
    world = ctypes.CDLL(None)
    world.sleep_through.argtypes = [ctypes.c_long]

    port, used = serve(closes=False)
    with nango.Client("invented-key", base_url=f"http://127.0.0.1:{port}", read_env=False) as client:
        for sleep in (0, 30, 30, 7200, 0):
            world.sleep_through(sleep)
            client.get_connection("c", "k")
    assert used == [1, 1, 1, 2, 2], f"the calls used the connections {used}"

    port, _ = serve(closes=True)
    base_url = f"http://nango.test:{port}"
    with nango.Client("invented-key", base_url=base_url, allow_plaintext_http=True, read_env=False) as client:
        asked = []
        for sleep in (0, 5, 7200, 0):
            world.sleep_through(sleep)
            client.get_connection("c", "k")
            asked.append(world.times_asked())
    assert asked == [1, 1, 2, 2], f"after each call the name had been looked up {asked} times"


main()
