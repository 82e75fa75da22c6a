"""The library's log in Python's logging."""

from __future__ import annotations

import logging
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango import _ffi, _log
from program import run
from server import Answer, Gate, Request, refusal

if TYPE_CHECKING:
    from server import Server


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(1, "nango")
    return caplog


def levels(log: pytest.LogCaptureFixture) -> list[int]:
    return [record.levelno for record in log.records]


def test_nothing_is_logged_unasked(client: nango.Client, log: pytest.LogCaptureFixture) -> None:
    client.get_connection("customer-1", "github")
    assert log.records == []


def test_nobody_pays_for_a_log_that_is_not_wanted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any) -> None:
        raise AssertionError("a log was set")

    monkeypatch.setattr(_ffi.lib, "nango_client_options_set_log", refuse)
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        client.get_connection("customer-1", "github")


@pytest.mark.parametrize(
    ("log_level", "wanted"),
    [
        (nango.TRACE, [logging.DEBUG, nango.TRACE, logging.INFO]),
        (1, [logging.DEBUG, nango.TRACE, logging.INFO]),
        (logging.DEBUG, [logging.DEBUG, logging.INFO]),
        (logging.INFO, [logging.INFO]),
        (logging.WARNING, []),
        (logging.CRITICAL, []),
        (None, []),
    ],
)
def test_each_level_includes_those_above(
    server: Server, log: pytest.LogCaptureFixture, log_level: int | None, wanted: list[int]
) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        client.get_connection("customer-1", "github")
    assert levels(log) == wanted
    assert {record.name for record in log.records} <= {"nango"}


def test_a_failure_is_an_error_and_a_retry_a_warning(server: Server, log: pytest.LogCaptureFixture) -> None:
    server.gives(refusal("server_error"), 503, retry_after="0")
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=1, log_level=logging.WARNING) as client:
        with pytest.raises(nango.ServerError) as caught:
            client.get_connection("customer-1", "github")
    assert caught.value.attempts == 2
    assert levels(log) == [logging.WARNING, logging.ERROR]
    assert "SERVER 503 server_error" in log.records[0].getMessage()


def test_python_decides_what_is_shown(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "nango")
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=nango.TRACE) as client:
        client.get_connection("customer-1", "github")
    assert caplog.records == []


def test_percent_signs_are_no_formats(server: Server, log: pytest.LogCaptureFixture) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.DEBUG) as client:
        client.get_connection("%s%d %(name)s", "ünïcode")
    assert log.records[0].getMessage() == 'get connection "%s%d %(name)s" of "ünïcode"'


def test_threads_log_at_once(server: Server, log: pytest.LogCaptureFixture) -> None:
    with (
        nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.DEBUG) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        list(pool.map(lambda number: client.get_connection(f"customer-{number}", "github"), range(100)))
    messages = [record.getMessage() for record in log.records if record.levelno == logging.DEBUG]
    assert sorted(messages) == sorted(f'get connection "customer-{number}" of "github"' for number in range(100))
    assert len({record.thread for record in log.records}) > 1


class Failing(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise RuntimeError("a handler that fails")


def test_a_handler_that_raises_breaks_nothing(
    server: Server, log: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    logger, failing = logging.getLogger("nango"), Failing()
    logger.addHandler(failing)
    try:
        with nango.Client(SECRET_KEY, base_url=server.url, log_level=nango.TRACE) as client:
            assert client.get_connection("customer-1", "github").token == "invented-access-token"
            assert capsys.readouterr().err.count("RuntimeError: a handler that fails") == 3
            monkeypatch.setattr(logging, "raiseExceptions", False)
            assert client.get_connection("customer-1", "github").token == "invented-access-token"
            assert capsys.readouterr().err == ""
    finally:
        logger.removeHandler(failing)


class Calling(logging.Handler):
    """Makes a call for every message of another call."""

    def __init__(self, client: nango.Client) -> None:
        super().__init__()
        self._client = client
        self.got: list[str | None] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "outer" in record.getMessage():
            self.got.append(self._client.get_connection("inner", "github").token)


def test_a_handler_may_make_a_call_of_another_client(server: Server, log: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("nango")
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=nango.TRACE) as inner:
        calling = Calling(inner)
        logger.addHandler(calling)
        try:
            with nango.Client(SECRET_KEY, base_url=server.url, log_level=nango.TRACE) as client:
                client.get_connection("outer", "github")
        finally:
            logger.removeHandler(calling)
    assert calling.got == ["invented-access-token"]
    assert levels(log).count(logging.INFO) == 2


class Signalling(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        signal.raise_signal(signal.SIGINT)


def test_control_c_while_something_is_logged(server: Server, log: pytest.LogCaptureFixture) -> None:
    logger, signalling = logging.getLogger("nango"), Signalling()
    logger.addHandler(signalling)
    try:
        with nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.INFO) as client:
            with pytest.raises(KeyboardInterrupt):
                client.get_connection("customer-1", "github")
    finally:
        logger.removeHandler(signalling)


@pytest.mark.parametrize("wrong", ["INFO", True, 1.5])
def test_another_level_than_a_number_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="^log_level must be an int or None"):
        nango.Client(SECRET_KEY, log_level=wrong)


def test_levels_by_number() -> None:
    assert [_log.most_verbose(level) for level in (0, 5, 6, 10, 20, 30, 40, 41)] == [5, 5, 4, 4, 3, 2, 1, 0]


def test_a_program_may_end_while_a_call_that_logs_runs(server: Server) -> None:
    """The call is ended before the interpreter is: afterwards nothing can be logged."""
    program = """
import logging, sys, threading, nango
logging.basicConfig(level=1)
client = nango.Client("invented", base_url=sys.argv[1], log_level=nango.TRACE)
def work():
    try:
        client.get_connection("customer-1", "github")
    except nango.CallCancelledError:
        pass
threading.Thread(target=work, daemon=True).start()
with nango.Client("invented", base_url=sys.argv[1]) as other:
    other.get_connection("when-it-has-come", "github")
"""
    gate = Gate()

    def answer(request: Request) -> Answer:
        if "when-it-has-come" in request.target:
            gate.wait_for_requests()
            return Answer()
        return gate(request)

    server.answer = answer
    finished = run("-c", program, server.url)
    gate.open()
    assert finished.returncode == 0
    assert re.match(r"WARNING:nango:call \d+: failed after 1 attempt \(CANCELLED\)", finished.stderr.splitlines()[-1])


def test_a_child_of_fork_logs_too(server: Server) -> None:
    program = """
import logging, os, sys, nango
logging.basicConfig(level=1)
client = nango.Client("invented", base_url=sys.argv[1], log_level=logging.INFO)
client.get_connection("customer-1", "github")
child = os.fork()
client.get_connection("customer-1", "github")
if child:
    os.waitpid(child, 0)
"""
    finished = run("-c", program, server.url)
    assert finished.returncode == 0
    assert finished.stderr.count("INFO:nango:GET /connection: 200") == 3
