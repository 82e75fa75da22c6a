"""The client."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from contextlib import contextmanager
from ctypes import byref
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Union

from . import _arguments as arguments
from . import _ffi
from ._ffi import lib
from ._handle import SharedHandle
from ._reading import take_connection, take_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from ._connection import Connection

#: Headers: a mapping, or pairs where a name comes more than once.
Headers = Union["Mapping[str, str]", "Iterable[tuple[str, str]]"]


class Route(IntEnum):
    """How the server is asked for a connection."""

    #: `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`; what works is remembered.
    AUTO = 0
    #: `GET /connection/{id}`: the documented original, which every Nango server ever released has.
    CONNECTION = 1
    #: `GET /connections/{id}`: its present name.
    CONNECTIONS = 2


class Client:
    """A client of one Nango environment.

    Make one and share it between all threads: it keeps connections alive. Use it in a `with` statement, or call
    `close`; one that is forgotten is closed when it is collected. After a fork, make a new one in the child process.

    Args:
        secret_key: The secret key of the Nango environment. Without it the key, the base URL and the permission for
            plain http are read from NANGO_SECRET_KEY, NANGO_BASE_URL (or NANGO_HOSTPORT) and
            NANGO_ALLOW_PLAINTEXT_HTTP; with it, nothing is read from the environment.
        base_url: Where Nango is, "https://api.nango.dev" by default. May have a path prefix.
        allow_plaintext_http: Allows http:// to hosts beyond loopback, where anybody on the way can read the key.
        route: How the server is asked for a connection.
        timeout: How many seconds a whole call may take, 30 by default. Rounded up to the next millisecond.
        connect_timeout: How many of them may go into resolving, connecting and the TLS handshake, 10 by default.
        max_response_bytes: How large an answer may be, 16 MiB by default.
        user_agent: The name of your program, such as "my-app/1.0", put before "libnango/x.y.z".
        headers: Headers for every request, for an access gateway in front of Nango. Values are treated as secrets.

    Raises:
        InvalidArgumentError: A setting cannot be used; the message names it.
    """

    __slots__ = ("__weakref__", "_handle")

    def __init__(
        self,
        secret_key: str | None = None,
        *,
        base_url: str | None = None,
        allow_plaintext_http: bool | None = None,
        route: Route = Route.AUTO,
        timeout: float | None = None,
        connect_timeout: float | None = None,
        max_response_bytes: int | None = None,
        user_agent: str | None = None,
        headers: Headers | None = None,
    ) -> None:
        try:
            with _client_options() as options:
                _set_texts(options, secret_key=secret_key, base_url=base_url, user_agent=user_agent)
                _set_numbers(options, timeout, connect_timeout, max_response_bytes)
                if allow_plaintext_http is not None:
                    allow = arguments.flag("allow_plaintext_http", allow_plaintext_http)
                    lib.nango_client_options_set_allow_plaintext_http(options, allow)
                if not isinstance(route, Route):
                    raise TypeError(f"route must be a nango.Route, not {type(route).__name__}")
                lib.nango_client_options_set_route(options, route)
                _add_headers(options, headers)
                if secret_key is None:
                    lib.nango_client_options_load_env(options)
                pointer = _new_client(options)
        except Exception as error:
            # Some tools print the local variables of every frame of a traceback: this one and those below hold the key.
            del secret_key, headers
            raise error.with_traceback(None) from None
        self._handle = SharedHandle(pointer, lib.nango_client_free)
        weakref.finalize(self, self._handle.close)

    def get_connection(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: float | None = None,
    ) -> Connection:
        """Get a connection with fresh credentials: Nango refreshes those that expire within 15 minutes.

        Other threads run meanwhile. Ctrl-C takes effect when the call ends, at the latest after the timeout.

        Args:
            connection_id: The id of the connection, as Nango's dashboard shows it.
            provider_config_key: The integration that it belongs to.
            force_refresh: Refresh whatever the expiry says. Nango advises against it at high traffic, and a refresh
                that fails makes plain calls for this connection fail for 30 seconds.
            refresh_token: Ask for the refresh token too, which Nango otherwise leaves out.
            refresh_github_app_jwt_token: Also renew the JSON web token of a GitHub App.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        names = (
            arguments.text("connection_id", connection_id),
            arguments.text("provider_config_key", provider_config_key),
        )
        flags = {
            "force_refresh": force_refresh,
            "refresh_token": refresh_token,
            "refresh_github_app_jwt_token": refresh_github_app_jwt_token,
        }
        with self._handle.borrowed() as client, _call_options(flags, timeout) as options:
            error = _ffi.Error()
            connection = lib.nango_get_connection(client, *names, options, byref(error))
        if not connection:
            raise take_error(error)
        return take_connection(connection)

    def close(self) -> None:
        """Close the client: later calls fail, those in flight go on. May be called again, and from any thread."""
        self._handle.close()

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        handle = getattr(self, "_handle", None)  # a debugger may show a client whose __init__ has failed
        return handle is None or handle.closed

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<nango.Client, {'closed' if self.closed else 'open'}>"

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("a Client cannot be pickled or copied: share it between threads, make one in each process")


@contextmanager
def _client_options() -> Iterator[Any]:
    options = lib.nango_client_options_new()
    try:
        yield options
    finally:
        lib.nango_client_options_free(options)


def _set_texts(options: Any, **texts: str | None) -> None:
    for name, value in texts.items():
        if value is not None:
            getattr(lib, f"nango_client_options_set_{name}")(options, arguments.text(name, value))


def _set_numbers(
    options: Any, timeout: float | None, connect_timeout: float | None, max_response_bytes: int | None
) -> None:
    if timeout is not None:
        lib.nango_client_options_set_timeout_ms(options, arguments.milliseconds("timeout", timeout))
    if connect_timeout is not None:
        milliseconds = arguments.milliseconds("connect_timeout", connect_timeout)
        lib.nango_client_options_set_connect_timeout_ms(options, milliseconds)
    if max_response_bytes is not None:
        size = arguments.size("max_response_bytes", max_response_bytes)
        lib.nango_client_options_set_max_response_bytes(options, size)


def _add_headers(options: Any, headers: Headers | None) -> None:
    if headers is None:
        return
    for pair in headers.items() if isinstance(headers, Mapping) else headers:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("headers must be a mapping, or pairs of a name and a value")
        name, value = pair
        name_text = arguments.text("header name", name)
        lib.nango_client_options_add_header(options, name_text, arguments.text("header value", value))


def _new_client(options: Any) -> Any:
    error = _ffi.Error()
    client = lib.nango_client_new(options, byref(error))
    if not client:
        raise take_error(error)
    return client


@contextmanager
def _call_options(flags: dict[str, bool], timeout: float | None) -> Iterator[Any]:
    """Options of one call; None if all is as by default."""
    if timeout is None and not any(value is not False for value in flags.values()):
        yield None
        return
    options = lib.nango_call_options_new()
    try:
        for name, value in flags.items():
            getattr(lib, f"nango_call_options_set_{name}")(options, arguments.flag(name, value))
        if timeout is not None:
            lib.nango_call_options_set_timeout_ms(options, arguments.milliseconds("timeout", timeout))
        yield options
    finally:
        lib.nango_call_options_free(options)
