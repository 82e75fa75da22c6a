"""nango.webhooks: which webhooks are signed, and what they say. Those of a real Nango were recorded."""

from __future__ import annotations

import hashlib
import hmac
import json
import traceback
from http.client import HTTPMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import pytest

import nango
from nango import webhooks
from nango.testing import sign_webhook

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY = "nango_webhook_signing_key_invented_0123456789"
FOLDER = Path(__file__).resolve().parents[3] / "tests" / "recorded" / "webhooks"
RECORDED = sorted(FOLDER.glob("webhook_sent_*.json"))
NAME = "X-Nango-Hmac-Sha256"


def received(file: Path) -> tuple[bytes, dict[str, str]]:
    request = json.loads(file.read_text("utf-8"))["request"]
    return request["body"].encode(), request["headers"]


def parsed(body: Any) -> webhooks.Webhook:
    encoded = json.dumps(body).encode()
    return webhooks.parse(encoded, sign_webhook(encoded, KEY), KEY)


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
def test_what_nango_sent_is_signed_and_nothing_else_is(file: Path) -> None:
    body, headers = received(file)
    assert webhooks.is_signed(body, headers, KEY)
    others: list[Any] = [bytearray(body), memoryview(body)]
    assert all(webhooks.is_signed(other, headers, KEY) for other in others)
    signature = headers[NAME.lower()]
    assert sign_webhook(body, KEY)[NAME] == signature
    assert webhooks.is_signed(body, {NAME: signature.upper()}, KEY)
    assert webhooks.is_signed(body, {NAME: f" \t{signature} "}, KEY)
    forgeable = headers["x-nango-signature"]
    wrong = [
        forgeable,
        "",
        signature[:-1],
        signature + "0",
        f"{signature},{signature}",
        signature + "\0",
        "é" * 32,
        "\ud800",
    ]
    for value in wrong:
        assert not webhooks.is_signed(body, {NAME: value}, KEY)
        with pytest.raises(nango.WebhookSignatureError, match="answer 401"):
            webhooks.parse(body, {NAME: value}, KEY)
    for other in (body + b"\n", body.replace(b",", b", "), json.dumps(json.loads(body), indent=1).encode(), b""):
        assert not webhooks.is_signed(other, headers, KEY)
    assert not webhooks.is_signed(body, headers, "another key")
    # The wrong header has the wrong signature, and is no substitute for a right one.
    assert not webhooks.is_signed(body, {"X-Nango-Signature": forgeable}, KEY)
    assert not webhooks.is_signed(body, {"X-Nango-Signature": signature}, KEY)


def message(name: str, value: str) -> HTTPMessage:
    made = HTTPMessage()
    made[name] = value
    return made


MAKERS: list[Callable[[str], Any]] = [
    lambda value: {NAME: value},
    lambda value: {NAME.lower(): value},
    lambda value: {NAME.upper(): value},
    lambda value: {f" {NAME} ": value},
    lambda value: {"HTTP_X_NANGO_HMAC_SHA256": value, "wsgi.version": (1, 0)},
    lambda value: {NAME: [value]},
    lambda value: {NAME: (value,), 7: "x"},
    lambda value: [(b"host", b"a"), (NAME.lower().encode(), value.encode())],
    lambda value: iter([("Host", "a"), (NAME, value)]),
    lambda value: message(NAME, value),
]


@pytest.mark.parametrize("make", MAKERS)
def test_headers_are_those_of_any_framework(make: Callable[[str], Any]) -> None:
    body, headers = received(RECORDED[0])
    signature = headers[NAME.lower()]
    assert webhooks.is_signed(body, make(signature), KEY)
    assert not webhooks.is_signed(body, make("0" * 64), KEY)
    assert isinstance(webhooks.parse(body, make(signature), KEY), webhooks.AsyncActionWebhook)


def test_a_signature_is_there_once() -> None:
    body, headers = received(RECORDED[0])
    signature = headers[NAME.lower()]
    several: list[Iterable[tuple[Any, Any]]] = [
        [],
        [(NAME, signature), (NAME.lower(), signature)],
        [(NAME, [signature, signature])],
        [(NAME, [])],
        [(NAME, None)],
        [("Prefix-" + NAME, signature)],
    ]
    for pairs in several:
        assert not webhooks.is_signed(body, pairs, KEY)


def test_frameworks_own_headers() -> None:
    starlette = pytest.importorskip("starlette.datastructures")
    body, headers = received(RECORDED[0])
    own = starlette.Headers({NAME: headers[NAME.lower()]})
    assert webhooks.is_signed(body, own, KEY)
    assert webhooks.is_signed(body, own.raw, KEY)


def test_recorded_webhooks_have_their_types() -> None:
    read = {file.stem[len("webhook_sent_") :]: webhooks.parse(*received(file), KEY) for file in RECORDED}
    created = read["auth_creation_ok_api_key"]
    assert isinstance(created, webhooks.AuthWebhook)
    assert (created.type, created.sender, created.operation, created.success) == ("auth", "nango", "creation", True)
    assert created.connection_id == "89766126-4f81-471c-8373-37c30d6ef6b3"
    assert (created.provider_config_key, created.auth_mode) == ("fake-api-key", "API_KEY")
    assert (created.error, created.end_user, created.unknown_fields) == (None, None, {})
    assert created.tags == {"end_user_id": "u-1"}
    failed = read["auth_refresh_failed_oauth2"]
    assert isinstance(failed, webhooks.AuthWebhook)
    assert failed.error is not None
    assert (failed.operation, failed.success, failed.error.type) == ("refresh", False, "refresh_token_external_error")
    ended = read["async_action"]
    assert isinstance(ended, webhooks.AsyncActionWebhook)
    assert ended.action.id == "cbb3102a-7b8f-4fec-8586-1e5a95889dec"


def test_syncs_and_forwarded_webhooks_have_theirs() -> None:
    sync = parsed(
        {
            "from": "nango",
            "type": "sync",
            "connectionId": "c",
            "providerConfigKey": "github",
            "syncName": "issues",
            "syncVariant": "base",
            "model": "Issue",
            "syncType": "INCREMENTAL",
            "success": True,
            "modifiedAfter": "2026-11-22T01:16:10.173Z",
            "queryTimeStamp": None,
            "responseResults": {"added": 2, "updated": 1, "deleted": 0},
        }
    )
    assert isinstance(sync, webhooks.SyncWebhook)
    assert sync.response_results is not None
    assert (sync.response_results.added, sync.response_results.updated, sync.response_results.deleted) == (2, 1, 0)
    assert sync.modified_after is not None
    assert sync.modified_after.isoformat() == "2026-11-22T01:16:10.173000+00:00"
    assert sync.unknown_fields == {"queryTimeStamp": None}
    for payload in ({"zen": "x"}, [1], None):
        forwarded = parsed({"from": "github", "type": "forward", "providerConfigKey": "gh", "payload": payload})
        assert isinstance(forwarded, webhooks.ForwardWebhook)
        assert (forwarded.sender, forwarded.payload, forwarded.connection_id) == ("github", payload, None)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"from": "nango", "type": "billing", "amount": 1}, "billing"),
        # Of an external API that Nango cannot assign to a connection: it is forwarded as it came.
        ({"type": "auth", "user": "u-1"}, "auth"),
        ({"type": ["auth"], "from": "nango"}, None),
        ([{"event": "open"}], None),
        ("text", None),
        (None, None),
    ],
)
def test_any_other_webhook_can_be_read(body: Any, named: str | None) -> None:
    webhook = parsed(body)
    assert isinstance(webhook, webhooks.UnknownWebhook)
    assert (webhook.type, webhook.payload, webhook.unknown_fields) == (named, body, {})


def test_what_is_not_json_or_not_as_described_is_an_error() -> None:
    for body in (b"", b"not JSON", b'{"a": 1', b"\xff", b"[" * 100_000):
        with pytest.raises(nango.DecodeError, match="not JSON"):
            webhooks.parse(body, sign_webhook(body, KEY), KEY)
    with pytest.raises(nango.DecodeError, match="the webhook is not as Nango's API describes it: success is not a boo"):
        parsed({"from": "nango", "type": "auth", "success": "canary"})


def test_mistakes_of_the_program_are_told() -> None:
    body, headers = received(RECORDED[0])
    unsafe: Any = webhooks
    for function in (unsafe.is_signed, unsafe.parse):
        with pytest.raises(TypeError, match="body must be bytes, not str"):
            function(body.decode(), headers, KEY)
        with pytest.raises(TypeError, match="body must be bytes, not dict: .*before it is parsed"):
            function(json.loads(body), headers, KEY)
        with pytest.raises(TypeError, match="signing_key is None"):
            function(body, headers, None)
        with pytest.raises(nango.InvalidArgumentError, match="signing_key is empty"):
            function(body, headers, "")
        with pytest.raises(nango.InvalidArgumentError, match="signing_key contains U\\+0000"):
            function(body, headers, KEY + "\0")
        for wrong in (None, headers[NAME.lower()], 7, ["a"]):
            with pytest.raises(TypeError, match="headers must be a mapping"):
                function(body, wrong, KEY)


def test_nothing_is_signed_with_an_empty_key() -> None:
    signature = hmac.new(b"", b"{}", hashlib.sha256).hexdigest()
    with pytest.raises(nango.InvalidArgumentError, match="not the API key"):
        webhooks.is_signed(b"{}", {NAME: signature}, "")


def test_no_error_and_no_repr_shows_the_key_or_what_customers_have() -> None:
    auth = {
        "from": "nango",
        "type": "auth",
        "connectionId": "c",
        "authMode": "OAUTH2",
        "providerConfigKey": "k",
        "provider": "p",
        "environment": "dev",
        "operation": "creation",
        "success": False,
        "tags": {"a": "canary"},
        "endUser": {"endUserId": "u", "endUserEmail": "canary", "tags": {"b": "canary"}},
        "error": {"type": "t", "description": "canary", "payload": {"token": "canary"}},
        "newer": "canary",
    }
    forwarded = {"from": "p", "type": "forward", "providerConfigKey": "k", "payload": "canary"}
    unknown = {"type": "t", "a": "canary"}
    for body in (auth, forwarded, unknown):
        webhook = parsed(body)
        assert "canary" not in repr(webhook)
        assert "canary" not in repr([getattr(webhook, name) for name in dir(webhook) if not name.startswith("_")])
    for sent, signature in ((b"canary", ""), (b"canary", sign_webhook(b"canary", KEY)[NAME]), (b"{}", KEY)):
        with pytest.raises(nango.NangoError) as caught:
            webhooks.parse(sent, {NAME: signature}, KEY)
        # The first frame is this test's, which has all of it.
        own = traceback.StackSummary.extract(traceback.walk_tb(caught.tb.tb_next), capture_locals=True)
        shown = "".join(own.format()) + str(caught.value) + repr(caught.value)
        assert "canary" not in shown
        assert KEY not in shown


def test_signing_refuses_what_no_request_has() -> None:
    unsafe: Any = sign_webhook
    with pytest.raises(TypeError, match="body must be bytes, not str"):
        unsafe("{}", KEY)
    with pytest.raises(nango.InvalidArgumentError, match="signing_key is empty"):
        sign_webhook(b"{}", "")
