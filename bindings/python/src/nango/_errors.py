"""What can go wrong, and what a program should do about it."""

from __future__ import annotations

import builtins
from enum import IntEnum
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._lazy import parsed


class ErrorKind(IntEnum):
    """What went wrong: the numbers of nango.h. A number that is newer than this package keeps its value."""

    NONE = 0
    INVALID_ARGUMENT = 1
    RESOLVE = 2
    CONNECT = 3
    TLS = 4
    HTTP_PROXY = 5
    TIMEOUT = 6
    CANCELLED = 7
    IO = 8
    DECODE = 9
    TOO_LARGE = 10
    UNAUTHORIZED = 11
    FORBIDDEN = 12
    NOT_FOUND = 13
    REFRESH_FAILED = 14
    RATE_LIMITED = 15
    API = 16
    SERVER = 17
    UNKNOWN_INTEGRATION = 18
    NOT_NANGO = 19
    INTERNAL = 99

    @classmethod
    def _missing_(cls, value: object) -> ErrorKind | None:
        """Stand for a number that a newer library may report."""
        if not isinstance(value, int):
            return None
        kind = int.__new__(cls, value)
        kind._name_ = f"UNKNOWN_{value}"
        kind._value_ = value
        return kind


class NangoError(Exception):
    """A call that failed.

    `str()` gives the message: what was wrong and what would be right, in the library's own words. It holds no secret
    and nothing that the server said. What the server said may hold customer data: it is in `server_message`,
    `body` and `details`, which are never printed, which `vars`, `dir` and encoders do not find, and which a pickled or
    copied error leaves behind.
    """

    default_kind: ClassVar[ErrorKind] = ErrorKind.INTERNAL

    def __init__(
        self,
        message: str,
        *,
        kind: ErrorKind | None = None,
        http_status: int | None = None,
        code: str | None = None,
        server_message: str | None = None,
        body: str | None = None,
        retry_after: float | None = None,
        attempts: int = 0,
        is_retryable: bool = False,
    ) -> None:
        super().__init__(message)
        #: What was wrong and what would be right.
        self.message = message
        #: What went wrong. Go by `is_retryable` and `http_status` for a kind that you do not know.
        self.kind = self.default_kind if kind is None else kind
        #: The HTTP status of the answer; None if there was none.
        self.http_status = http_status
        #: Nango's own code for the error, such as "unknown_provider_config".
        self.code = code
        if server_message is not None or body is not None:
            _said[self] = server_message, body
        #: How many seconds the server asks to wait before the next try; None if it does not say.
        self.retry_after = retry_after
        #: How often the call was tried; 0 if nothing left the machine.
        self.attempts = attempts
        #: Whether the same call may succeed later and repeating it can do no harm.
        self.is_retryable = is_retryable

    @property
    def server_message(self) -> str | None:
        """The server's message, for people. May contain customer data: do not log it by default."""
        return _said.get(self, _NOTHING)[0]

    @property
    def body(self) -> str | None:
        """The response body, truncated to 64 KiB. May contain customer data: do not log it by default."""
        return _said.get(self, _NOTHING)[1]

    @property
    def details(self) -> Any:
        """What `body` says as JSON; None if it is none, or was longer than that.

        Nango's findings on the fields of a request are in `details["error"]["errors"]`: dicts with a code, a message
        and a path. May contain customer data: do not log it by default.
        """
        body = self.body
        try:
            return None if body is None else parsed(body.encode())
        except ValueError:
            return None

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if name not in ("server_message", "body", "details")]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r}, kind={self.kind.name}, http_status={self.http_status})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message,), dict(self.__dict__)


_NOTHING = None, None
#: What the server said, and the body, of errors that have them. Out here, since tools that report errors read all of
#: their attributes, and since an error that is an OSError too can have no slots.
_said: WeakKeyDictionary[NangoError, tuple[str | None, str | None]] = WeakKeyDictionary()


class InvalidArgumentError(NangoError, ValueError):
    """An argument or a setting is wrong, and nothing was sent: fix the calling code."""

    default_kind = ErrorKind.INVALID_ARGUMENT


class ConnectionError(NangoError, builtins.ConnectionError):  # noqa: A001 - the name that programs look for
    """The connection to Nango could not be established, or was lost."""

    default_kind = ErrorKind.CONNECT


class TimeoutError(ConnectionError, builtins.TimeoutError):  # noqa: A001 - the name that programs look for
    """The call timed out."""

    default_kind = ErrorKind.TIMEOUT


class TLSError(ConnectionError):
    """The TLS handshake failed, or the certificate is not one that this system trusts."""

    default_kind = ErrorKind.TLS


class ProxyError(ConnectionError):
    """The HTTP proxy cannot be reached, fails, times out, or is not an HTTP proxy; the message says which."""

    default_kind = ErrorKind.HTTP_PROXY


class CallCancelledError(NangoError):
    """The call was ended because its client, or the response that it was reading, was closed.

    Not asyncio.CancelledError: a task that is cancelled raises that, as always.
    """

    default_kind = ErrorKind.CANCELLED


class DecodeError(NangoError):
    """Nango's answer contradicts its own documentation."""

    default_kind = ErrorKind.DECODE


class TooLargeError(NangoError):
    """The answer is larger than `max_response_bytes`."""

    default_kind = ErrorKind.TOO_LARGE


class AuthenticationError(NangoError):
    """Nango does not accept the secret key."""

    default_kind = ErrorKind.UNAUTHORIZED


class PermissionDeniedError(NangoError):
    """The secret key lacks a scope, which `server_message` names."""

    default_kind = ErrorKind.FORBIDDEN


class NotFoundError(NangoError):
    """Nango says that this environment has no such connection under this integration.

    It is never a 404 of something in between. Mark the customer as not connected and ask to reconnect; do not delete
    the row: a configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
    """

    default_kind = ErrorKind.NOT_FOUND


class RefreshFailedError(NangoError):
    """Nango could not refresh the credentials. If it keeps failing, the customer has to connect again."""

    default_kind = ErrorKind.REFRESH_FAILED


class RateLimitError(NangoError):
    """Too many requests: wait for `retry_after` seconds."""

    default_kind = ErrorKind.RATE_LIMITED


class APIError(NangoError):
    """Any other refusal in Nango's own format: `code` and `server_message` tell which."""

    default_kind = ErrorKind.API


class ServerError(NangoError):
    """Nango, or a server in front of it, failed."""

    default_kind = ErrorKind.SERVER


class UnknownIntegrationError(NangoError):
    """The integration does not exist in the environment of this secret key."""

    default_kind = ErrorKind.UNKNOWN_INTEGRATION


class NotNangoError(NangoError):
    """The response is not from Nango, for example a web page. Check `base_url`."""

    default_kind = ErrorKind.NOT_NANGO


class InternalError(NangoError):
    """A fault inside the library. Please report it."""

    default_kind = ErrorKind.INTERNAL


class ExternalAPIError(Exception):
    """An external API answered with a status of 400 or above, and the program asked for this to be an error.

    Raised only by `Response.raise_for_status`. It is not a NangoError: Nango did its part. `str()` gives the status,
    and nothing of what the external API said. A pickled or copied error leaves the response behind.
    """

    def __init__(self, response: Any) -> None:
        self._describe(response.status_code)
        #: The Response, or the AsyncResponse, whose body tells more. None in a copy.
        self.response = response

    def _describe(self, status_code: int) -> None:
        super().__init__(f"the external API answered {status_code}: see its response")
        #: The HTTP status.
        self.status_code = status_code

    def __reduce__(self) -> tuple[Any, ...]:
        return _without_response, (type(self), self.status_code)


def _without_response(cls: type[ExternalAPIError], status_code: int) -> ExternalAPIError:
    error = cls.__new__(cls)
    error._describe(status_code)
    error.response = None
    return error


_CLASSES: dict[ErrorKind, type[NangoError]] = {
    **dict.fromkeys((ErrorKind.RESOLVE, ErrorKind.CONNECT, ErrorKind.IO), ConnectionError),
    **{
        cls.default_kind: cls
        for cls in (
            InvalidArgumentError,
            TimeoutError,
            TLSError,
            ProxyError,
            CallCancelledError,
            DecodeError,
            TooLargeError,
            AuthenticationError,
            PermissionDeniedError,
            NotFoundError,
            RefreshFailedError,
            RateLimitError,
            APIError,
            ServerError,
            UnknownIntegrationError,
            NotNangoError,
            InternalError,
        )
    },
}


def class_of(kind: ErrorKind) -> type[NangoError]:
    """The class of a kind; NangoError itself for one that has none, which may be newer than this package."""
    return _CLASSES.get(kind, NangoError)
