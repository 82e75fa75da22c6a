"""Where on the way a call failed. The library tells the kind of an error, and more than that in its message alone."""

from __future__ import annotations

from .._errors import NangoError

#: How the message of a timeout begins where there was no connection to the server yet.
_CONNECTING = (
    "timed out before anything was sent",
    "timed out while resolving the host name",
    "timed out while connecting",
    "timed out while asking the proxy for a tunnel",
    "timed out while performing the TLS handshake",
)
_SENDING = ("timed out while sending the request",)


def was_connecting(error: NangoError) -> bool:
    """Whether a timeout came before there was a connection."""
    return str(error).startswith(_CONNECTING)


def was_sending(error: NangoError) -> bool:
    """Whether a timeout came while the request, or its body, was being sent."""
    return str(error).startswith(_SENDING)


def is_of_system(error: NangoError) -> bool:
    """Whether the system reported a lost connection: else the server ended it too early, by HTTP's rules."""
    return "(os error " in str(error)
