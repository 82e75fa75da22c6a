"""Every kind of error that can be reached becomes its class, with the library's message."""

from __future__ import annotations

import asyncio
import builtins
import concurrent.futures
import copy
import logging
import pickle
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango import ErrorKind, _errors
from server import Answer, Gate, document, refusal

if TYPE_CHECKING:
    from server import Server

SAID = "row of invented-customer"
PAGE = "<!doctype html><title>Welcome</title>"


def failure(client: nango.Client, **arguments: Any) -> nango.NangoError:
    with pytest.raises(nango.NangoError) as caught:
        client.get_connection("customer-1", "github", **arguments)
    return caught.value


@pytest.mark.parametrize(
    ("status", "body", "cls", "kind"),
    [
        (401, refusal("unknown_account", SAID), nango.AuthenticationError, ErrorKind.UNAUTHORIZED),
        (403, refusal("forbidden", SAID), nango.PermissionDeniedError, ErrorKind.FORBIDDEN),
        (404, refusal("not_found", SAID), nango.NotFoundError, ErrorKind.NOT_FOUND),
        (400, refusal("unknown_provider_config"), nango.UnknownIntegrationError, ErrorKind.UNKNOWN_INTEGRATION),
        (424, refusal("invalid_credentials", SAID), nango.RefreshFailedError, ErrorKind.REFRESH_FAILED),
        (429, refusal("too_many_request"), nango.RateLimitError, ErrorKind.RATE_LIMITED),
        (400, refusal("invalid_query_params", SAID), nango.APIError, ErrorKind.API),
        (503, refusal("server_error", SAID), nango.ServerError, ErrorKind.SERVER),
        (404, PAGE, nango.NotNangoError, ErrorKind.NOT_NANGO),
        (302, "", nango.NotNangoError, ErrorKind.NOT_NANGO),
        (200, "[]", nango.DecodeError, ErrorKind.DECODE),
        (200, document({"type": "OAUTH2", "access_token": 7}), nango.DecodeError, ErrorKind.DECODE),
    ],
)
def test_an_answer_that_is_no_connection(
    client: nango.Client, server: Server, status: int, body: str, cls: type[nango.NangoError], kind: ErrorKind
) -> None:
    server.gives(body, status)
    error = failure(client)
    assert type(error) is cls
    assert error.kind is kind is cls.default_kind
    assert error.http_status == status
    assert error.attempts == 1


def test_what_the_server_said_is_there_for_those_who_ask(client: nango.Client, server: Server) -> None:
    server.gives(refusal("too_many_request", SAID), 429, retry_after="7")
    error = failure(client)
    assert (error.code, error.server_message, error.retry_after) == ("too_many_request", SAID, 7.0)
    assert error.body == refusal("too_many_request", SAID)
    assert error.is_retryable
    assert str(error) == error.message
    assert error.args == (error.message,)


def test_what_is_not_given_is_none(client: nango.Client, server: Server) -> None:
    server.gives(refusal("not_found"), 404)
    assert failure(client).retry_after is None
    error = failure(client, timeout=0)
    assert (error.http_status, error.code, error.server_message, error.body) == (None, None, None, None)


def test_time_that_has_passed_already(client: nango.Client, server: Server) -> None:
    error = failure(client, timeout=0)
    assert isinstance(error, nango.TimeoutError)
    assert isinstance(error, builtins.TimeoutError)
    assert isinstance(error, nango.ConnectionError)
    assert error.kind is ErrorKind.TIMEOUT
    assert server.requests == []


def test_a_server_that_does_not_answer_in_time(client: nango.Client, server: Server) -> None:
    gate = Gate()
    server.answer = gate
    try:
        error = failure(client, timeout=0.05)
    finally:
        gate.open()
    assert type(error) is nango.TimeoutError


def test_a_connection_that_breaks_off(client: nango.Client, server: Server) -> None:
    server.answer = lambda _request: Answer(missing=1)
    error = failure(client)
    assert type(error) is nango.ConnectionError
    assert isinstance(error, builtins.ConnectionError)
    assert error.kind is ErrorKind.IO
    assert error.is_retryable


def test_nobody_listens() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        with nango.Client(SECRET_KEY, base_url=url, max_retries=0) as client:
            error = failure(client)
    assert type(error) is nango.ConnectionError
    assert error.kind is ErrorKind.CONNECT


def test_a_host_that_does_not_exist() -> None:
    with nango.Client(SECRET_KEY, base_url="https://nango.invalid", max_retries=0) as client:
        error = failure(client)
    assert type(error) is nango.ConnectionError
    assert error.kind is ErrorKind.RESOLVE


def test_a_server_without_tls(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url.replace("http:", "https:"), max_retries=0) as client:
        error = failure(client)
    assert type(error) is nango.TLSError
    assert isinstance(error, nango.ConnectionError)
    assert error.kind is ErrorKind.TLS


def test_an_invalid_argument_is_a_value_error(client: nango.Client) -> None:
    with pytest.raises(ValueError, match="^connection_id is empty"):
        client.get_connection("", "github")


def test_every_kind_has_a_class_and_every_class_a_kind() -> None:
    classes = {kind: _errors.class_of(kind) for kind in ErrorKind}
    bare = {kind for kind, cls in classes.items() if cls is nango.NangoError}
    assert bare == {ErrorKind.NONE}
    exported = [getattr(nango, name) for name in nango.__all__]
    public = {cls for cls in exported if isinstance(cls, type) and issubclass(cls, nango.NangoError)}
    own = {nango.ClientClosedError, nango.AsyncioRequiredError}  # which the library knows nothing of
    assert set(classes.values()) == public - own


def test_a_kind_that_is_newer_than_the_package() -> None:
    kind = ErrorKind(1234)
    assert (int(kind), kind.name, kind) == (1234, "UNKNOWN_1234", 1234)
    assert _errors.class_of(kind) is nango.NangoError
    assert pickle.loads(pickle.dumps(kind)) == kind
    with pytest.raises(ValueError, match="no number"):
        ErrorKind("no number")  # type: ignore[arg-type]


def test_errors_are_named_as_programs_name_them() -> None:
    assert nango.NotFoundError.__module__ == "nango"
    assert nango.NotFoundError("gone").kind is ErrorKind.NOT_FOUND


def test_repr_and_log_show_nothing_that_the_server_said(
    client: nango.Client, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.gives(refusal("server_error", SAID), 503)
    try:
        client.get_connection("customer-1", "github")
    except nango.ServerError as error:
        logging.getLogger(__name__).exception("failed: %r, %s", error, error)
    assert "ServerError" in caplog.text
    assert "invented" not in caplog.text


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_error_leaves_behind_what_the_server_said(
    client: nango.Client, server: Server, protocol: int
) -> None:
    server.gives(refusal("too_many_request", SAID), 429, retry_after="7")
    error = failure(client)
    pickled = pickle.dumps(error, protocol)
    assert b"invented" not in pickled
    for copied in (pickle.loads(pickled), copy.copy(error)):
        assert type(copied) is nango.RateLimitError
        assert str(copied) == str(error)
        assert (copied.kind, copied.http_status, copied.retry_after) == (error.kind, 429, 7.0)
        assert (copied.attempts, copied.is_retryable, copied.code) == (1, True, "too_many_request")
        assert (copied.server_message, copied.body) == (None, None)


@pytest.mark.parametrize("cls", [nango.TimeoutError, nango.InvalidArgumentError, nango.ProxyError])
def test_errors_with_two_parents_are_pickled_too(cls: type[nango.NangoError]) -> None:
    copied = pickle.loads(pickle.dumps(cls("why")))
    assert (type(copied), str(copied), copied.kind) == (cls, "why", cls.default_kind)


def test_a_call_that_was_cancelled_is_not_worth_repeating(server: Server) -> None:
    gate = Gate()
    server.answer = gate
    client = nango.Client(SECRET_KEY, base_url=server.url)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(failure, client)
        gate.wait_for_requests()
        client.close()
        error = call.result()
    gate.open()
    assert type(error) is nango.CallCancelledError
    assert not isinstance(error, (asyncio.CancelledError, concurrent.futures.CancelledError))
    assert (error.kind, error.is_retryable, error.attempts) == (ErrorKind.CANCELLED, False, 1)


def test_the_last_answer_is_the_error_after_several_attempts(server: Server) -> None:
    server.gives(refusal("too_many_request", SAID), 429, retry_after="0")
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=2) as client:
        error = failure(client)
    assert (type(error), error.attempts, error.retry_after) == (nango.RateLimitError, 3, 0.0)


def test_a_wait_that_does_not_fit_is_left_to_the_caller(server: Server) -> None:
    server.gives(refusal("too_many_request", SAID), 429, retry_after="3600")
    with nango.Client(SECRET_KEY, base_url=server.url, timeout=20) as client:
        error = failure(client)
    assert (error.attempts, error.retry_after, error.is_retryable) == (1, 3600.0, True)
