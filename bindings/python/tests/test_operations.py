"""The operations of Nango's API: the request and the result of each."""

from __future__ import annotations

import inspect
import json
import traceback
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

import nango
from answers import SECRET, imported, listed
from conftest import SECRET_KEY
from nango import _client_groups, async_operations, operations
from nango._groups import Group
from nango._kinds import BOOLEAN, INTEGER, JSON, NUMBER, OBJECT, STRING, TIMESTAMP, array, mapping
from nango._operation import Operation, Parameter, nothing
from nango._operation import value as value_of
from operation_calls import CALLS
from server import Answer, refusal
from test_async import client_of, run

if TYPE_CHECKING:
    from server import Request, Server


def sent(server: Server) -> Request:
    (request,) = server.requests
    return request


def body_of(request: Request) -> Any:
    assert request.headers["content-type"] == "application/json"
    return json.loads(request.body)


def method(client: Any, name: str) -> Any:
    group, _, operation = name.partition(".")
    return getattr(getattr(client, group), operation)


@pytest.mark.parametrize("asynchronous", [False, True], ids=["Client", "AsyncClient"])
@pytest.mark.parametrize("name", CALLS)
def test_a_call(client: nango.Client, server: Server, name: str, asynchronous: bool) -> None:
    call, arguments, named, http, target, headers, body, status, answer, expected = CALLS[name]
    server.gives(json.dumps(answer), status)

    async def main() -> Any:
        async with client_of(server) as async_client:
            return await method(async_client, call)(*arguments, **named, timeout=5)

    given = run(main()) if asynchronous else method(client, call)(*arguments, **named, timeout=5)
    request = sent(server)
    assert (request.method, request.target) == (http, target)
    assert {name: request.headers.get(name) for name in headers} == headers
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert body_of(request) == body if body is not None else request.body == b""
    assert isinstance(given, expected) if isinstance(expected, type) else given == expected


def test_every_operation_is_tested() -> None:
    tested = {call.call for call in CALLS.values()} | {"connections.list", "functions.list", "records.list"}
    groups = {
        name: attribute.fget
        for name, attribute in vars(_client_groups.HasGroups).items()
        if isinstance(attribute, property) and attribute.fget
    }
    there = {f"{name}.{own}" for name, make in groups.items() for own in dir(make(None)) if not own.startswith("_")}
    assert there == tested


def test_both_clients_have_the_same_operations() -> None:
    names = [name for name, made in vars(operations).items() if isinstance(made, type) and made.__base__ is Group]
    assert len(names) == 9
    for name in names:
        one, other = getattr(operations, name), getattr(async_operations, f"Async{name}")
        methods = {name for name in vars(one) if not name.startswith("_")}
        assert methods == {name for name in vars(other) if not name.startswith("_")}
        for method_name in methods:
            ours, theirs = inspect.signature(getattr(one, method_name)), inspect.signature(getattr(other, method_name))
            assert ours.parameters == theirs.parameters
            assert getattr(one, method_name).__doc__ == getattr(other, method_name).__doc__


def test_an_imported_connection(client: nango.Client, server: Server) -> None:
    server.gives(json.dumps(imported(end_user={"id": "e", "newer": 1}, newer={"x": [None]})), 201)
    connection = client.connections.import_("github", {"type": "NONE"})
    assert (connection.id, connection.provider) == (92, "github")
    assert connection.created_at == datetime(2026, 11, 22, 1, 21, 17, 100000, timezone.utc)
    assert connection.last_fetched_at is None
    assert connection.credentials == {"type": "OAUTH2", "access_token": SECRET}
    assert connection.unknown_fields == {"newer": {"x": [None]}}
    assert connection.end_user is not None
    assert (connection.end_user.id, connection.end_user.email) == ("e", None)
    assert connection.end_user.unknown_fields == {"newer": 1}
    with pytest.raises(AttributeError):
        connection.id = 1  # type: ignore[misc]


def test_values_are_equal(client: nango.Client, server: Server) -> None:
    server.gives('[{"name":"a","value":"b"}]')
    ((one,), (other,)) = (client.environment.list_variables() for _ in range(2))
    assert one == other
    made = nango.models.EnvironmentVariable(name="a", value="b", unknown_fields={})
    assert made == one
    assert made != nango.models.EnvironmentVariable(name="a", value="c", unknown_fields={})
    assert repr(made) == "EnvironmentVariable(name='a', value='[redacted]')"


def test_what_nango_leaves_out_is_none(client: nango.Client, server: Server) -> None:
    server.gives("{}", 201)
    connection = client.connections.import_("github", {})
    assert {getattr(connection, name) for name in connection._names if name != "unknown_fields"} == {None}
    assert connection.unknown_fields == {}


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ([], "the whole is not an object"),
        ({"id": "92"}, "id is not an integer"),
        ({"id": True}, "id is not an integer"),
        ({"id": 1.5}, "id is not an integer"),
        ({"connection_id": 1}, "connection_id is not a string"),
        ({"created_at": SECRET}, "created_at is not an RFC 3339 time"),
        ({"tags": [SECRET]}, "tags is not an object"),
        ({"tags": {"a": None}}, "tags/a is not a string"),
        ({"errors": {}}, "errors is not an array"),
        ({"errors": [{}, SECRET]}, "errors/1 is not an object"),
        ({"end_user": {"organization": {"id": 1}}}, "end_user/organization/id is not a string"),
        ({"credentials": SECRET}, "credentials is not an object"),
    ],
)
def test_an_answer_that_is_not_as_described(client: nango.Client, server: Server, answer: Any, problem: str) -> None:
    server.gives(json.dumps(answer), 201)
    with pytest.raises(nango.DecodeError) as caught:
        client.connections.import_("github", {})
    error = caught.value
    assert f": {problem}: update libnango" in error.message
    assert (error.http_status, error.attempts, error.is_retryable) == (201, 1, False)
    assert error.body == json.dumps(answer)
    assert error.__context__ is None
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert SECRET not in shown.replace(repr(answer), "")


@pytest.mark.parametrize("body", ["{", "", "[" * 200 + "]" * 200, '{"a":NaN}'])
def test_an_answer_that_is_no_json(client: nango.Client, server: Server, body: str) -> None:
    server.gives(body)
    with pytest.raises(nango.DecodeError):
        client.actions.result("1")


@pytest.mark.parametrize(
    ("name", "arguments", "named", "error"),
    [
        ("connections.delete", ("", "b"), {}, "connectionId"),
        ("connections.delete", (None, "b"), {}, "connection_id must be a str, not NoneType"),
        ("connections.delete", ("a", 1), {}, "provider_config_key must be a str, not int"),
        ("connections.delete", ("a\0", "b"), {}, "connection_id contains U\\+0000"),
        ("connections.delete", ("a\ud800", "b"), {}, "connection_id contains a lone surrogate"),
        ("connections.delete", ("a", "b"), {"timeout": "1"}, "timeout must be a number"),
        ("connections.update", ("a", "b"), {"tags": SECRET}, "tags must be a mapping, not str"),
        ("connections.update", ("a", "b"), {"tags": {1: SECRET}}, "a key of tags must be a str, not int"),
        ("connections.update", ("a", "b"), {"tags": {SECRET: 1}}, "a value of tags must be a str, not int"),
        ("connections.update", ("a", "b"), {"end_user": [SECRET]}, "end_user must be a mapping, not list"),
        ("connections.set_metadata", ("a", SECRET, {}), {}, "connection_ids must be a list, not str"),
        ("connections.set_metadata", ("a", [1], {}), {}, "an item of connection_ids must be a str, not int"),
        ("connections.set_metadata", ("a", ["b"], {SECRET: {1}}), {}, "not JSON serializable"),
        ("connections.import_", ("a", {SECRET: float("nan")}), {}, "not JSON compliant"),
        ("connections.list", (), {"limit": "1"}, "limit must be an int, not str"),
        ("connections.list", (), {"limit": True}, "limit must be an int, not bool"),
        ("connections.list", (), {"timeout": -1}, "timeout must be 0 or more"),
        ("connections.list", (), {"tags": {f"{SECRET}\0": ""}}, "a key of tags contains U\\+0000"),
    ],
)
def test_what_is_refused(
    client: nango.Client, server: Server, name: str, arguments: tuple[Any, ...], named: dict[str, Any], error: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=error) as caught:
        method(client, name)(*arguments, **named)
    assert server.requests == []
    assert SECRET not in str(caught.value)


HIDDEN: dict[str, Any] = {
    "connections.import_": lambda group: group.import_(
        "github", {"a": SECRET}, metadata={"a": SECRET}, connection_config={"a": SECRET}, end_user={"a": SECRET}
    ),
    "connections.set_metadata": lambda group: group.set_metadata("github", ["a"], {"a": SECRET}),
    "actions.trigger": lambda group: group.trigger("a", "github", "b", input={"a": SECRET}),
    "connect_sessions.create": lambda group: group.create(
        tags={"a": SECRET}, integrations_config_defaults={"a": SECRET}, webhook_url_override=SECRET
    ),
    "integrations.create": lambda group: group.create(
        "github", "a", credentials={"a": SECRET}, integration_config={"a": SECRET}, custom={"a": SECRET}
    ),
    "functions.start_dry_run": lambda group: group.start_dry_run(
        "github", "sync", SECRET, "a", input=SECRET, metadata={"a": SECRET}, checkpoint={"a": SECRET}
    ),
    "connections.wait_for": lambda group: group.wait_for("github", tags={"a": SECRET}),
    "connections.refused": lambda group: group.import_("github", {"a": SECRET}, metadata={"a": {SECRET}}),
}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["Client", "AsyncClient"])
@pytest.mark.parametrize("name", HIDDEN)
def test_the_traceback_of_a_failed_call_shows_no_secret(nobody: str, name: str, asynchronous: bool) -> None:
    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=nobody, max_retries=0) as client:
            await HIDDEN[name](getattr(client, name.partition(".")[0]))

    try:
        if asynchronous:
            run(main())
        else:
            with nango.Client(SECRET_KEY, base_url=nobody, max_retries=0) as client:
                HIDDEN[name](getattr(client, name.partition(".")[0]))
    except (nango.ConnectionError, TypeError) as error:
        frames = traceback.TracebackException.from_exception(error, capture_locals=True).stack
        own = [frame for frame in frames if "/src/nango/" in frame.filename]
        assert own != []
        assert SECRET not in str([frame.locals for frame in own])
    else:
        raise AssertionError("it did not fail")


@pytest.mark.parametrize("name", sorted({call.call for call in CALLS.values()}))
@pytest.mark.parametrize(
    ("status", "code", "cls"),
    [
        (400, "invalid_body", nango.APIError),
        (401, "unknown_account", nango.AuthenticationError),
        (403, "forbidden", nango.PermissionDeniedError),
        (429, "too_many_request", nango.RateLimitError),
        (500, "server_error", nango.ServerError),
    ],
)
def test_an_answer_of_400_or_more(
    client: nango.Client, server: Server, name: str, status: int, code: str, cls: type[nango.NangoError]
) -> None:
    arguments, named = next((call.arguments, call.named) for call in CALLS.values() if call.call == name)
    server.gives(refusal(code), status)
    with pytest.raises(cls) as caught:
        method(client, name)(*arguments, **named)
    assert (type(caught.value), caught.value.code) == (cls, code)


def test_a_client_that_is_closed(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        group = client.connections
    with pytest.raises(nango.InvalidArgumentError, match="client is closed"):
        group.delete("a", "b")


def test_a_call_is_repeated_after_a_broken_connection_if_that_does_no_harm(server: Server) -> None:
    def hang_up(_request: Request) -> Answer:
        raise ConnectionResetError

    server.answer = hang_up
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=1) as client:
        with pytest.raises(nango.ConnectionError):
            client.connections.delete("a", "b")
        with pytest.raises(nango.ConnectionError):
            client.actions.trigger("a", "b", "c")
    assert [request.method for request in server.requests] == ["DELETE", "DELETE", "POST"]


UTC_PLUS_2 = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))


def test_every_kind_of_parameter(client: nango.Client, server: Server) -> None:
    server.gives("[1]", 200)
    operation: Operation[Any] = Operation(
        "POST",
        "/x/{y}",
        Parameter("name", "path", STRING, "y", required=True),
        Parameter("count", "header", INTEGER, "X-Count"),
        Parameter("ratio", "query", NUMBER),
        Parameter("is_on", "query", BOOLEAN, "isOn"),
        Parameter("since", "query", TIMESTAMP),
        Parameter("repeated", "query", array(STRING), style="repeated"),
        Parameter("joined", "query", array(STRING), style="csv"),
        Parameter("times", "body", array(TIMESTAMP)),
        Parameter("objects", "body", mapping(OBJECT)),
        Parameter("free", "body", JSON, required=True),
        result=value_of(JSON),
    )
    values = {
        "name": "a b",
        "count": 3,
        "ratio": 1.5,
        "is_on": True,
        "since": UTC_PLUS_2,
        "repeated": iter(["a", "b"]),
        "joined": {"c": None},
        "times": [UTC_PLUS_2],
        "objects": {"a": {"b": 1}},
        "free": None,
    }
    with pytest.raises(TypeError, match="joined must be a list, not dict"):
        operation.call(values, None)
    values.update(joined=("c", "d"), repeated=["a", "b"])
    assert operation.call(values, None).run(client) == [1]
    request = sent(server)
    assert request.target == (
        "/x/a%20b?ratio=1.5&isOn=true&since=2026-01-02T01%3A04%3A05Z&repeated=a&repeated=b&joined=c%2Cd"
    )
    assert request.headers["x-count"] == "3"
    assert body_of(request) == {
        "times": ["2026-01-02T01:04:05Z"],
        "objects": {"a": {"b": 1}},
        "free": None,
    }


def test_a_time_without_a_zone_is_refused() -> None:
    operation: Operation[None] = Operation("GET", "/x", Parameter("since", "query", TIMESTAMP), result=nothing)
    with pytest.raises(nango.InvalidArgumentError, match="since has no time zone"):
        operation.call({"since": datetime(2026, 1, 1)}, None)
    with pytest.raises(TypeError, match="since must be a datetime, not str"):
        operation.call({"since": "2026"}, None)


@pytest.mark.parametrize(("kind", "right", "wrong"), [(NUMBER, [1, 1.5], ["1", True]), (BOOLEAN, [True], [1, "true"])])
def test_other_kinds_of_fields(kind: Any, right: list[Any], wrong: list[Any]) -> None:
    assert [kind.read(value) for value in right] == right
    for value in wrong:
        with pytest.raises(Exception, match="^$"):
            kind.read(value)


def test_the_listed_connection_is_complete(client: nango.Client, server: Server) -> None:
    server.gives(json.dumps({"connections": [listed(7)]}))
    (connection,) = client.connections.list()
    assert connection.connection_id == "customer-7"
    assert (connection.errors[0].type, connection.errors[0].log_id) == ("auth", "1795310436614_6NjnaUnf")
    assert connection.end_user is not None
    assert connection.end_user.organization is not None
    assert connection.end_user.organization.id == "o1"
    assert connection.metadata == {"x": SECRET, "big": 12345678901234567890}
    assert connection.created == datetime(2026, 11, 22, 1, 16, 11, 314000, timezone.utc)
