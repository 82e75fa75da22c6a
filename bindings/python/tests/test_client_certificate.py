"""A client certificate, for a server that lets in nobody without one."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import threading
import warnings
from typing import TYPE_CHECKING

import pytest

import nango
from conftest import SECRET_KEY
from server import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How a key is made, by the label of its PEM file.
KEYS = {
    "RSA PRIVATE KEY": ("genrsa", "-traditional", "2048"),
    "EC PRIVATE KEY": ("ecparam", "-genkey", "-noout", "-name", "prime256v1"),
    "PRIVATE KEY": ("genpkey", "-algorithm", "ed25519"),
}


def openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority, and certificates of it for a server and for clients."""
    folder = tmp_path_factory.mktemp("certificates")
    authority = ("-CA", folder / "authority.pem", "-CAkey", folder / "authority.key", "-CAcreateserial", "-days", 2)
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl(
        *("req", "-x509", *new_key, "-subj", "/CN=Invented", "-days", 2),
        *("-keyout", folder / "authority.key", "-out", folder / "authority.pem"),
    )
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1")
    for name, how in {"server": KEYS["EC PRIVATE KEY"], **KEYS}.items():
        openssl(how[0], "-out", folder / f"{name}.key", *how[1:])
        openssl("req", "-new", "-key", folder / f"{name}.key", "-subj", "/CN=invented", "-out", folder / "request")
        extensions = ("-extfile", folder / "names")
        openssl("x509", "-req", "-in", folder / "request", *authority, *extensions, "-out", folder / f"{name}.pem")
    return folder


@pytest.fixture(params=[ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3], ids=["TLS 1.2", "TLS 1.3"])
def port(folder: Path, request: pytest.FixtureRequest) -> Iterator[int]:
    """A server of one connection after the other, until the test ends."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    context.load_verify_locations(folder / "authority.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = request.param
    body = document().encode()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                connection, _ = listener.accept()
                with connection:
                    try:
                        with context.wrap_socket(connection, server_side=True) as secured:
                            if not secured.recv(65536):
                                continue
                            head = f"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
                            secured.sendall(head.encode() + body)
                            secured.unwrap()
                    except (ssl.SSLError, OSError):
                        if ended.is_set():
                            return

        ended = threading.Event()
        thread = threading.Thread(target=serve)
        thread.start()
        number = listener.getsockname()[1]
        yield number
        ended.set()
        # It ends at a connection that is none of TLS.
        with socket.create_connection(("127.0.0.1", number)):
            pass
        thread.join()


def client(folder: Path, port: int, certificate: tuple[str, str] | None) -> nango.Client:
    return nango.Client(
        SECRET_KEY,
        base_url=f"https://127.0.0.1:{port}",
        ca_file=folder / "authority.pem",
        client_certificate=certificate,
        http_proxy="",
        max_retries=0,
    )


@pytest.mark.parametrize("label", KEYS)
def test_a_client_with_a_certificate_is_let_in(folder: Path, port: int, label: str) -> None:
    key = (folder / f"{label}.key").read_text()
    assert f"BEGIN {label}" in key
    with client(folder, port, ((folder / f"{label}.pem").read_text(), key)) as certified:
        assert certified.get_connection("customer-1", "github").id


def test_a_client_without_one_is_told_what_to_set(folder: Path, port: int) -> None:
    with client(folder, port, None) as unknown:
        with pytest.raises(nango.TLSError, match="client_certificate"):
            unknown.get_connection("customer-1", "github")


def test_a_child_of_fork_presents_it_too(folder: Path, port: int) -> None:
    key = (folder / "PRIVATE KEY.key").read_text()
    with client(folder, port, ((folder / "PRIVATE KEY.pem").read_text(), key)) as certified:
        certified.get_connection("customer-1", "github")
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "This process .* is multi-threaded, use of fork")
            child = os.fork()
        if child == 0:
            try:
                certified.get_connection("customer-1", "github")
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(child, 0)[1] == 0


def test_a_key_that_cannot_be_used_is_named_and_not_shown(folder: Path) -> None:
    texts = [(folder / name).read_text() for name in ("server.pem", "authority.key")]
    with pytest.raises(nango.InvalidArgumentError, match="^client_certificate: key_pem is not the key") as caught:
        client(folder, 1, (texts[0], texts[1]))
    assert texts[1].splitlines()[1] not in str(caught.value)
