"""Webhooks that Nango sends to a program: whether one is signed, and what it says.

In Flask::

    @app.post("/nango")
    def receive():
        webhook = nango.webhooks.parse(request.get_data(), request.headers, os.environ["NANGO_WEBHOOK_SIGNING_KEY"])
        if isinstance(webhook, nango.webhooks.AuthWebhook) and webhook.success:
            print(webhook.connection_id, "is connected")
        return "", 204

The key is the webhook signing key of the environment, which is not the API key. The body is what was received, byte by
byte: JSON that was parsed and written again has another signature. The signature is in the header
X-Nango-Hmac-Sha256; X-Nango-Signature, which Nango sends beside it, can be forged and is never looked at. A signature
does not say when the webhook was sent: a copy of it is signed too.
"""

from __future__ import annotations

from ctypes import byref
from dataclasses import dataclass
from typing import Any, Optional, Union

from . import _arguments as arguments
from . import _ffi
from ._convert import take_error
from ._errors import DecodeError, InvalidArgumentError, WebhookSignatureError
from ._ffi import lib
from ._kinds import JSON, STRING, MismatchError
from ._lazy import parsed
from ._model import Field, Model, describe
from ._webhook_headers import SIGNATURE_HEADER, Headers, signature_in
from .models import AsyncActionWebhook, AuthWebhook, ForwardWebhook, SyncWebhook

__all__ = [
    "SIGNATURE_HEADER",
    "AsyncActionWebhook",
    "AuthWebhook",
    "ForwardWebhook",
    "SyncWebhook",
    "UnknownWebhook",
    "Webhook",
    "WebhookSignatureError",
    "is_signed",
    "parse",
]


@dataclass(frozen=True, repr=False, eq=False)
class UnknownWebhook(Model):
    """A webhook without a class of its own.

    It is of a type that is newer than this package, or of an external API that Nango forwards as it came, because it
    knows no connection that it is about.
    """

    __slots__ = ()

    #: The type that it names; None if it is not an object that has one.
    type: Optional[str]
    #: All of it: any JSON. Never printed.
    payload: Any
    #: Empty: everything is in the payload.
    unknown_fields: dict[str, Any]


#: What a webhook says, by its type.
Webhook = Union[AuthWebhook, SyncWebhook, ForwardWebhook, AsyncActionWebhook, UnknownWebhook]

describe(UnknownWebhook, Field("type", STRING, nullable=True), Field("payload", JSON, nullable=True, hidden=True))
#: Those that Nango makes. An external API chooses what is in a webhook that is forwarded as it came.
_OF_NANGO: dict[str, type[Model]] = {"auth": AuthWebhook, "sync": SyncWebhook, "async_action": AsyncActionWebhook}


def is_signed(body: bytes, headers: Headers, signing_key: str) -> bool:
    """Tell whether a webhook was signed with this key, compared in constant time.

    Args:
        body: The body as it was received: request.get_data() of Flask, request.body of Django, await request.body()
            of FastAPI.
        headers: The headers of the request, with names in any case, or those that WSGI and Django's META have.
        signing_key: The webhook signing key of the environment.

    Raises:
        InvalidArgumentError: The key is empty.
    """
    try:
        return _is_signed(body, headers, signing_key)
    except Exception as error:
        # What reports errors may print the variables of each function.
        del body, headers, signing_key
        raise error.with_traceback(None) from None


def parse(body: bytes, headers: Headers, signing_key: str) -> Webhook:
    """Read a webhook that is signed.

    Args:
        body: See is_signed.
        headers: See is_signed.
        signing_key: See is_signed.

    Raises:
        WebhookSignatureError: It is not signed with this key: answer 401.
        DecodeError: It is not JSON, or not as Nango describes its type.
        InvalidArgumentError: The key is empty.
    """
    try:
        return _parse(body, headers, signing_key)
    except Exception as error:
        del body, headers, signing_key
        raise error.with_traceback(None) from None


def _is_signed(body: bytes, headers: Headers, signing_key: str) -> bool:
    content, key = _content(body), _key(signing_key)
    return bool(lib.nango_webhook_is_signed(content, len(content), signature_in(headers), key))


def _parse(body: bytes, headers: Headers, signing_key: str) -> Webhook:
    content, key = _content(body), _key(signing_key)
    error = _ffi.Error()
    handle = lib.nango_webhook_parse(content, len(content), signature_in(headers), key, byref(error))
    if not handle:
        raise take_error(error)
    lib.nango_webhook_free(handle)
    try:
        webhook: Webhook = _read(parsed(content))
        return webhook
    except MismatchError as mismatch:
        problem = mismatch.problem
    raise DecodeError(
        f"the webhook is not as Nango's API describes it: {problem}: update libnango, or read its JSON yourself after "
        "nango.webhooks.is_signed"
    )


def _read(sent: Any) -> Any:
    """The JSON of a webhook as an object of its type."""
    members = sent if isinstance(sent, dict) else {}
    named = members.get("type")
    model: Optional[type[Model]] = None
    if isinstance(named, str):
        model = _OF_NANGO.get(named) if members.get("from") == "nango" else None
        model = ForwardWebhook if named == "forward" else model
    if model is None:
        return UnknownWebhook._read({"type": named if isinstance(named, str) else None, "payload": sent})
    return model._read(sent)


def _content(body: object) -> bytes:
    """The body as C takes it."""
    if isinstance(body, str):
        raise TypeError("body must be bytes, not str: pass what was received, since text may be encoded otherwise")
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise TypeError(f"body must be bytes, not {type(body).__name__}: pass what was received, before it is parsed")
    return bytes(body)


def _key(signing_key: object) -> bytes:
    if signing_key is None:
        raise TypeError("signing_key is None: pass the webhook signing key, and look whether its variable is set")
    key = arguments.text("signing_key", signing_key)
    if not key:
        raise InvalidArgumentError(
            "signing_key is empty: pass the webhook signing key of the environment, which is not the API key"
        )
    return key
