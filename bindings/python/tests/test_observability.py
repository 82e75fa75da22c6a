"""The hook for the end of each call, and what docs/observability.md makes of it."""

from __future__ import annotations

import asyncio
import contextvars
import dataclasses
import logging
import re
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Callable

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import nango
from conftest import SECRET_KEY
from nango import CallSummary, ErrorKind, _ffi
from program import PYTHON, run
from server import Answer, Server, document, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

GET = "GET"
PROXIED: dict[str, Any] = {
    "connection_id": "customer-1",
    "provider_config_key": "github",
    "method": GET,
    "endpoint": "/user",
}


@pytest.fixture
def calls() -> list[CallSummary]:
    return []


@pytest.fixture
def client(server: Server, calls: list[CallSummary]) -> Iterator[nango.Client]:
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=1, on_call=calls.append) as client:
        yield client


def test_each_call_is_summarized_when_it_has_ended(client: nango.Client, calls: list[CallSummary]) -> None:
    client.get_connection("customer-1", "github")
    client.proxy(**PROXIED).close()
    client.request("GET", "/environment-variables")
    get, proxy, request = calls
    assert [(call.operation, call.method, call.status, call.attempts) for call in calls] == [
        ("get_connection", GET, 200, 1),
        ("proxy", GET, 200, 1),
        ("request", GET, 200, 1),
    ]
    assert (get.error, get.cache, get.request_id) == (None, None, None)
    assert all(timedelta(0) < call.duration < timedelta(seconds=30) for call in calls)
    assert get.call_id < proxy.call_id < request.call_id
    assert all(call.route for call in calls)


def test_no_summary_has_an_id_of_a_customer_or_a_secret(
    client: nango.Client, server: Server, calls: list[CallSummary]
) -> None:
    client.get_connection("customer-1", "github-of-acme")
    server.gives(refusal("unknown_connection", "customer-1 of github-of-acme"), 404)
    with pytest.raises(nango.NotFoundError):
        client.get_connection("customer-1", "github-of-acme")
    client.proxy(
        method="GET", endpoint="/user/customer-1", connection_id="customer-1", provider_config_key="github-of-acme"
    ).close()
    assert len(calls) == 3
    for call in calls:
        for secret in ("customer-1", "acme", SECRET_KEY, "invented-access-token"):
            assert secret not in repr(dataclasses.asdict(call))


def test_a_failure_says_its_kind_and_the_attempts(
    client: nango.Client, server: Server, calls: list[CallSummary]
) -> None:
    server.gives(refusal("server_error"), 503, retry_after="0", x_request_id="request-of-nango")
    with pytest.raises(nango.ServerError) as caught:
        client.get_connection("customer-1", "github")
    (call,) = calls
    assert (call.error, call.status, call.attempts) == (ErrorKind.SERVER, 503, 2)
    assert call.request_id == caught.value.request_id == "request-of-nango"


def test_a_call_that_reached_nobody_has_no_status(nobody: str, calls: list[CallSummary]) -> None:
    with nango.Client(SECRET_KEY, base_url=nobody, max_retries=0, on_call=calls.append) as client:
        with pytest.raises(nango.ConnectionError) as caught:
            client.get_connection("customer-1", "github")
        with pytest.raises(nango.InvalidArgumentError):
            client.get_connection("", "github")
    assert [(call.error, call.status) for call in calls[:1]] == [(ErrorKind.CONNECT, None)]
    assert caught.value.request_id is None


def test_the_cache_tells_what_it_did(server: Server, calls: list[CallSummary]) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, cache_ttl=60, on_call=calls.append) as client:
        client.get_connection("customer-1", "github")
        client.get_connection("customer-1", "github")
    assert [(call.cache, call.attempts) for call in calls] == [(None, 1), ("hit", 0)]
    assert (calls[1].method, calls[1].route, calls[1].status) == (None, None, None)


def test_a_summary_is_frozen(client: nango.Client, calls: list[CallSummary]) -> None:
    client.get_connection("customer-1", "github")
    with pytest.raises(dataclasses.FrozenInstanceError):
        calls[0].status = 500  # type: ignore[misc]


def test_it_runs_on_the_thread_of_the_call_before_the_call_returns(server: Server) -> None:
    threads: list[int] = []
    with nango.Client(
        SECRET_KEY, base_url=server.url, on_call=lambda _call: threads.append(threading.get_ident())
    ) as c:
        c.get_connection("customer-1", "github")
        assert threads == [threading.get_ident()]


def test_log_and_hook_are_told_of_the_same_call(
    server: Server, calls: list[CallSummary], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(1, "nango")
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.DEBUG, on_call=calls.append) as client:
        client.get_connection("customer-1", "github")
    assert {record.nango_call_id for record in caplog.records} == {calls[0].call_id}  # type: ignore[attr-defined]


def test_the_hook_needs_no_log(server: Server, calls: list[CallSummary], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(1, "nango")
    with nango.Client(SECRET_KEY, base_url=server.url, on_call=calls.append) as client:
        client.get_connection("customer-1", "github")
    assert (len(calls), caplog.records) == (1, [])


def test_nobody_pays_for_a_hook_that_is_not_there(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any) -> None:
        raise AssertionError("a hook was set")

    monkeypatch.setattr(_ffi.lib, "nango_client_options_set_call_hook", refuse)
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.INFO) as client:
        client.get_connection("customer-1", "github")


def test_a_hook_that_raises_breaks_nothing(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_call: CallSummary) -> None:
        raise RuntimeError("a hook that fails")

    with nango.Client(SECRET_KEY, base_url=server.url, on_call=fails) as client:
        assert client.get_connection("customer-1", "github").token == "invented-access-token"
        assert capsys.readouterr().err.count("RuntimeError: a hook that fails") == 1
        monkeypatch.setattr(logging, "raiseExceptions", False)
        assert client.get_connection("customer-1", "github").token == "invented-access-token"
        assert capsys.readouterr().err == ""


def test_a_hook_may_make_a_call_of_another_client(server: Server, calls: list[CallSummary]) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, on_call=calls.append) as inner:

        def outer(call: CallSummary) -> None:
            inner.get_connection("inner", "github")
            calls.append(call)

        with nango.Client(SECRET_KEY, base_url=server.url, on_call=outer) as client:
            client.get_connection("outer", "github")
            client.get_connection("outer", "github")
    assert len({call.call_id for call in calls}) == len(calls) == 4


def test_a_call_amid_another_leaves_that_its_own_hook(
    server: Server, calls: list[CallSummary], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(1, "nango")
    of_inner: list[CallSummary] = []

    class Calling(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.__dict__["nango_event"] == "begin":
                inner.get_connection("inner", "github")

    logger, calling = logging.getLogger("nango"), Calling()
    logger.addHandler(calling)
    try:
        with (
            nango.Client(SECRET_KEY, base_url=server.url, on_call=of_inner.append) as inner,
            nango.Client(SECRET_KEY, base_url=server.url, log_level=logging.DEBUG, on_call=calls.append) as client,
        ):
            client.get_connection("outer", "github")
    finally:
        logger.removeHandler(calling)
    assert (len(calls), len(of_inner)) == (1, 1)
    assert calls[0].call_id < of_inner[0].call_id


@pytest.mark.parametrize("wrong", ["print", 1, True])
def test_what_cannot_be_called_is_refused(wrong: Any) -> None:
    for cls in (nango.Client, nango.AsyncClient):
        with pytest.raises(TypeError, match=f"^on_call must be callable or None, not {type(wrong).__name__}$"):
            cls(SECRET_KEY, on_call=wrong)


def test_asyncio_has_it_with_the_context_of_the_task(server: Server) -> None:
    request: contextvars.ContextVar[str] = contextvars.ContextVar("request")
    seen: list[tuple[str, str]] = []

    async def call(client: nango.AsyncClient, name: str) -> None:
        request.set(name)
        await client.get_connection("customer-1", "github")
        await client.request("GET", "/environment-variables")
        await (await client.proxy(**PROXIED)).aclose()

    async def all_calls() -> None:
        hook: Callable[[CallSummary], None] = lambda call: seen.append((request.get(), call.operation))  # noqa: E731
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, on_call=hook) as client:
            await asyncio.gather(call(client, "one"), call(client, "two"))

    asyncio.run(all_calls())
    operations = ("get_connection", "request", "proxy")
    assert sorted(seen) == sorted((name, operation) for name in ("one", "two") for operation in operations)


def test_a_kind_that_is_newer_than_the_package_is_internal() -> None:
    from nango._summary import _read

    ended = {"operation": "proxy", "duration_ms": 1.5, "attempts": 1, "call_id": 7, "error": "NEWER"}
    assert _read(ended) == CallSummary(
        operation="proxy",
        method=None,
        route=None,
        duration=timedelta(microseconds=1500),
        attempts=1,
        status=None,
        error=ErrorKind.INTERNAL,
        cache=None,
        call_id=7,
        request_id=None,
    )


def test_a_program_may_end_while_a_call_with_a_hook_runs(server: Server) -> None:
    program = """
import sys, threading, nango
client = nango.Client("invented", base_url=sys.argv[1], on_call=lambda call: print(call.error.name))
def work():
    try:
        client.get_connection("customer-1", "github")
    except nango.CallCancelledError:
        pass
threading.Thread(target=work, daemon=True).start()
with nango.Client("invented", base_url=sys.argv[1]) as other:
    other.get_connection("when-it-has-come", "github")
"""
    came, over = threading.Event(), threading.Event()

    def answer(request: Any) -> Answer:
        if "when-it-has-come" in request.target:
            came.wait(30)
        else:
            came.set()
            over.wait(30)
        return Answer()

    server.answer = answer
    finished = run("-c", program, server.url)
    over.set()
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "CANCELLED\n", "")


GUIDE = (PYTHON.parents[1] / "docs" / "observability.md").read_text(encoding="utf-8")
(TELEMETRY,) = re.findall(r"^<!-- file: nango_telemetry.py -->\n```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


class Telemetry:
    """The guide's functions, with an OpenTelemetry that keeps what it gets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reader, self._exporter = InMemoryMetricReader(), InMemorySpanExporter()
        meters = MeterProvider([self.reader])
        tracers = TracerProvider()
        tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        monkeypatch.setattr("opentelemetry.metrics.get_meter", meters.get_meter)
        monkeypatch.setattr("opentelemetry.trace.get_tracer", tracers.get_tracer)
        self.tracer = tracers.get_tracer("of the test")
        self._module: dict[str, Any] = {}
        exec(compile(TELEMETRY, "nango_telemetry.py", "exec"), self._module)

    @property
    def record_call(self) -> Callable[[CallSummary], None]:
        """What the guide passes to the client."""
        hook: Callable[[CallSummary], None] = self._module["record_call"]
        return hook

    def spans(self) -> list[Any]:
        """The spans that have ended, the first to end first."""
        return list(self._exporter.get_finished_spans())

    def points(self) -> list[Any]:
        """The points of the histogram."""
        data = self.reader.get_metrics_data()
        assert data is not None
        (metric,) = data.resource_metrics[0].scope_metrics[0].metrics
        assert (metric.name, metric.unit) == ("nango.client.call.duration", "s")
        return list(metric.data.data_points)


@pytest.fixture
def telemetry(monkeypatch: pytest.MonkeyPatch) -> Telemetry:
    return Telemetry(monkeypatch)


def test_the_guide_makes_a_metric_and_a_span_of_each_call(server: Server, telemetry: Telemetry) -> None:
    server.answer = lambda request: (
        Answer(refusal("unknown_connection"), 404, {"x-request-id": "request-of-nango"})
        if "nobody" in request.target
        else Answer(document())
    )
    with nango.Client(SECRET_KEY, base_url=server.url, on_call=telemetry.record_call) as client:
        with telemetry.tracer.start_as_current_span("a request of the program"):
            client.get_connection("customer-1", "github")
            with pytest.raises(nango.NotFoundError):
                client.get_connection("nobody", "github")
    good, bad, outer = telemetry.spans()
    for span in (good, bad):
        assert (span.name, span.kind, span.parent) == ("nango get_connection", SpanKind.CLIENT, outer.context)
        assert span.start_time < span.end_time
    assert (good.attributes["http.response.status_code"], good.status.status_code) == (200, StatusCode.UNSET)
    assert (bad.attributes["http.response.status_code"], bad.status.status_code) == (404, StatusCode.ERROR)
    assert (bad.attributes["error.type"], bad.attributes["nango.request_id"]) == ("NOT_FOUND", "request-of-nango")
    ok, failed = sorted(telemetry.points(), key=lambda point: point.attributes["http.response.status_code"])
    assert (ok.count, ok.attributes["nango.operation"]) == (1, "get_connection")
    assert (failed.count, failed.attributes["error.type"]) == (1, "NOT_FOUND")


def test_the_guides_span_has_its_parent_in_asyncio(server: Server, telemetry: Telemetry) -> None:
    async def call() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, on_call=telemetry.record_call) as client:
            with telemetry.tracer.start_as_current_span("a request of the program"):
                await client.get_connection("customer-1", "github")

    asyncio.run(call())
    inner, outer = telemetry.spans()
    assert inner.parent == outer.context
