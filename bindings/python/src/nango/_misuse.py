"""Errors of programs that use a client where it cannot work."""

from __future__ import annotations

from ._errors import ErrorKind, InvalidArgumentError, NangoError
from ._public import publish


class ClientClosedError(InvalidArgumentError):
    """The client was closed before the call began: make a new one, or close it later.

    Is an InvalidArgumentError in this release, since it was one before; from the next on a NangoError alone. A call
    that runs while its client is closed raises CallCancelledError.
    """


class AsyncioRequiredError(NangoError, RuntimeError):
    """An AsyncClient was used without a running event loop of asyncio: under trio, say."""

    default_kind = ErrorKind.INVALID_ARGUMENT


publish(__name__)
