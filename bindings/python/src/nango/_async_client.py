"""The client for asyncio.

The signatures and docstrings that it shares with Client are copied by copy_signatures.py: edit those of Client.
"""

from __future__ import annotations

import asyncio
import os
import weakref
from collections.abc import AsyncIterable, Iterable, Mapping
from functools import partial
from types import TracebackType
from typing import Any, Callable, Optional, TypeVar, Union

import nango

from . import _arguments as arguments
from ._api_call import APICall, whole
from ._api_request import raw_request
from ._async_body import PartsOfLoop
from ._async_client_groups import HasAsyncGroups
from ._async_response import AsyncResponse
from ._async_shortcuts import AsyncShortcuts
from ._body import Data, body_of
from ._call import Call, Cancel
from ._client import Client
from ._errors import InvalidArgumentError
from ._handle import client_closed, warn_of_unclosed
from ._observers import OnCall
from ._order import takes_former_order_async
from ._proxy import ProxyCall
from ._public import publish
from ._query import Params
from ._request import Request
from ._response import client_closed as response_client_closed
from ._settings import Headers, JSONLoads, Route
from ._threads import Runs, Threads, require_asyncio, wait

_T = TypeVar("_T")


class AsyncClient(HasAsyncGroups, AsyncShortcuts):
    """A client of one Nango environment for asyncio. Use it in an `async with` statement, or await `aclose`.

    Calls run on threads of its own, which are started as they are needed and end with `aclose`. Make one client and
    share it between all tasks: it keeps connections alive. It may serve one event loop after the other.

    Args:
        secret_key: The secret key of the Nango environment. By default NANGO_SECRET_KEY, or NANGO_API_KEY, says it; if
            both do, they have to be the same.
        max_concurrent_calls: How many calls may run at once, each on a thread, 64 by default. Others wait for their
            turn, which their timeout does not count.
        base_url: Where Nango is. By default NANGO_BASE_URL, or NANGO_HOSTPORT, says it, and without them it is
            "https://api.nango.dev". May have a path prefix.
        read_env: Whether what is not passed comes from the environment. With False no variable is read at all: none of
            those above and below, no https_proxy and the like, no SSL_CERT_FILE and SSL_CERT_DIR.
        allow_plaintext_http: Allows http:// to other hosts than loopback; anyone on the network can read the key. By
            default NANGO_ALLOW_PLAINTEXT_HTTP says it: 1 or true, 0 or false.
        route: How the server is asked for a connection.
        timeout: How many seconds a whole call may take, 30 by default. Rounded up to the next millisecond.
        connect_timeout: How many of them may go into resolving, connecting and the TLS handshake, 10 by default.
        max_retries: How often a failed call is tried again where that may help and can do no harm, 2 by default.
        max_response_bytes: How large an answer may be, 16 MiB by default.
        http_proxy: The proxy to go through, as "http://user:password@proxy.example:3128"; "" for none. Schemes: http,
            https (over TLS), socks5 (this machine resolves names) and socks5h (the proxy does). By default what the
            environment says: https_proxy, http_proxy, all_proxy and no_proxy, in lower or upper case.
        ca_file: A PEM file of certificates, or one in DER, to trust in addition to the system's: of CAs, or a server's
            own, which then counts for that server alone.
        client_certificate: The certificate that the client presents to a server or gateway that asks for one (mutual
            TLS), and its private key: the text of the two PEM files. The key is not encrypted, and treated as a secret.
        user_agent: The name of your program, such as "my-app/1.0", put before "libnango/x.y.z".
        headers: Headers for every request, for an access gateway in front of Nango. Values are treated as secrets.
        cache_ttl: For how many seconds a connection is kept and handed out again; 0 by default, no cache, and at most
            300. What expires within a minute is not handed out. A call of this client that changes a connection drops
            it.
        log_level: Forwards the library's log from this level on to the logger "nango": logging.INFO, say, or
            nango.TRACE for every step. Never a secret; ids from logging.DEBUG on. By default nothing, at no cost.
        on_call: Is called with a nango.CallSummary when a call has ended, whichever way, on the thread that made it:
            for metrics and traces. It must not use the same client. What it raises is printed, and does not affect the
            call.
        json_loads: Parses what operations, lists and APIResponse.json give: orjson.loads, say. It gets bytes and
            returns what json.loads does, which is used by default. Connections, a Response and webhooks are always
            parsed with json.loads.

    Raises:
        InvalidArgumentError: A setting cannot be used; the message names it.
    """

    # __dict__: see Client.
    __slots__ = ("__dict__", "__weakref__", "_client", "_closing", "_max_concurrent_calls", "_threads")

    def __init__(
        self,
        secret_key: Optional[str] = None,
        *,
        max_concurrent_calls: int = 64,
        base_url: Optional[str] = None,
        read_env: bool = True,
        allow_plaintext_http: Optional[bool] = None,
        route: Route = Route.AUTO,
        timeout: Optional[float] = None,
        connect_timeout: Optional[float] = None,
        max_retries: Optional[int] = None,
        max_response_bytes: Optional[int] = None,
        http_proxy: Optional[str] = None,
        ca_file: Union[str, os.PathLike[str], None] = None,
        client_certificate: Optional[tuple[str, str]] = None,
        user_agent: Optional[str] = None,
        headers: Optional[Headers] = None,
        cache_ttl: Optional[float] = None,
        log_level: Optional[int] = None,
        on_call: Optional[OnCall] = None,
        json_loads: Optional[JSONLoads] = None,
    ) -> None:
        try:
            if arguments.whole("max_concurrent_calls", max_concurrent_calls) < 1:
                raise InvalidArgumentError("max_concurrent_calls must be 1 or more")
            self._client = Client(
                secret_key,
                base_url=base_url,
                read_env=read_env,
                allow_plaintext_http=allow_plaintext_http,
                route=route,
                timeout=timeout,
                connect_timeout=connect_timeout,
                max_retries=max_retries,
                max_response_bytes=max_response_bytes,
                http_proxy=http_proxy,
                ca_file=ca_file,
                client_certificate=client_certificate,
                user_agent=user_agent,
                headers=headers,
                cache_ttl=cache_ttl,
                log_level=log_level,
                on_call=on_call,
                json_loads=json_loads,
            )
        except Exception as error:
            del secret_key, headers, http_proxy, client_certificate  # see Client
            raise error.with_traceback(None) from None
        self._client._warns = False
        self._max_concurrent_calls = max_concurrent_calls
        self._threads = self._new_threads()
        self._closing = False

    async def get_connection(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: Optional[float] = None,
        max_age: Optional[float] = None,
    ) -> nango.Connection:
        """Get a connection with fresh credentials: Nango refreshes those that expire within 15 minutes.

        Other tasks run meanwhile. A task that is cancelled ends its call at once, and raises asyncio.CancelledError.

        Args:
            connection_id: The id of the connection, as Nango's dashboard shows it.
            provider_config_key: The integration that it belongs to.
            force_refresh: Refresh whatever the expiry says. Nango advises against it at high traffic, and a refresh
                that fails makes plain calls for this connection fail for 30 seconds.
            refresh_token: Ask for the refresh token too, which Nango otherwise leaves out.
            refresh_github_app_jwt_token: Also renew the JSON web token of a GitHub App.
            timeout: How many seconds this call may take; what the client says by default.
            max_age: How many seconds old a connection from the cache may be, if that is less than the client's
                `cache_ttl`. With 0 Nango is asked, and the answer is kept.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        require_asyncio()
        if self._closing:
            raise client_closed()
        threads = self._own_threads()
        cancel = threads.cancel()
        call = Call(
            connection_id,
            provider_config_key,
            cancel=cancel,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        client = self._client
        # A call that the program follows calls back, which it does with the context of its task.
        queue = threads.queue(client._handle) if client._observers is None else None
        answer = None if queue is None else queue.start(call, cancel)
        if answer is None:
            answer = threads.start(partial(call.run, client._handle, observers=client._observers)).answer
        try:
            connection = await answer
        except BaseException:
            cancel.trigger()
            del answer  # the error leads to this frame
            raise
        threads.keep(cancel)
        return connection

    @takes_former_order_async
    async def proxy(
        self,
        connection_id: str,
        provider_config_key: str,
        method: str,
        endpoint: str,
        *,
        params: Optional[Params] = None,
        headers: Optional[Headers] = None,
        data: Union[Data, AsyncIterable[bytes], None] = None,
        json: Any = None,
        content_type: Optional[str] = None,
        base_url_override: Optional[str] = None,
        retries: Optional[int] = None,
        retry_on: Optional[Iterable[int]] = None,
        decompress: bool = True,
        nango_parses_body: bool = False,
        forward_headers_on_redirect: bool = False,
        timeout: Optional[float] = None,
        idle_timeout: Optional[float] = None,
    ) -> nango.AsyncResponse:
        """Call the external API of a connection through Nango, which adds the credentials.

        Returns when the head of the answer has come; the body is read afterwards. What the external API answers is a
        response, whatever its status; an error is a failure of Nango, or on the way there. Other tasks run meanwhile.
        A task that is cancelled ends its call at once, and raises asyncio.CancelledError.

        Args:
            connection_id: The id of the connection, as Nango's dashboard shows it.
            provider_config_key: The integration that it belongs to.
            method: GET, POST, PUT, PATCH, DELETE or HEAD.
            endpoint: Path and query below the external API's base URL, such as "/v1/items?limit=10". Sent as it stands;
                what no URL can hold is encoded.
            params: Parameters that are added to the query, encoded: a mapping, pairs, or a query such as "a=1&b=2",
                which is decoded first. A value may be a str, bytes, a number, a bool, or several of those. None is left
                out.
            headers: Headers for the external API.
            data: The body: bytes, a str, a file opened in binary mode, or an iterable of bytes, an async one too.
                They are read while they are sent: an async iterable by the event loop, files and others by the thread
                that makes the call. What they raise ends the call and is raised here.
            json: A body in JSON, instead of `data`.
            content_type: What the body is for the external API; by default "application/json" for `json`, "text/plain"
                for a str, and "application/octet-stream" for all else. A header Content-Type comes before it. The
                external API gets the bytes as they are.
            base_url_override: Another base URL of the external API, such as "https://eu.api.example.com".
            retries: How often Nango repeats the external call when it fails, 0 by default.
            retry_on: More statuses after which Nango does so.
            decompress: Whether to ask Nango to decompress the answer. Nango 0.71 always does.
            nango_parses_body: Whether Nango parses a body of JSON or of a form and serializes it again. A few APIs need
                that, into whose bodies Nango puts credentials: adyntel, mandrill and sage-member. It loses data: long
                numbers lose digits, a name that repeats in a form becomes `name[]`, and JSON must be an object or a
                list.
            forward_headers_on_redirect: Whether Nango sends the credentials along when it follows a redirect to another
                host. That host gets them: only for an API whose redirects you trust.
            timeout: How many seconds it may take until the head of the answer has come, the sending of the body
                included; what the client says by default.
            idle_timeout: How many seconds nothing may move in a body, sent or received, 30 by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        source = PartsOfLoop(data, asyncio.get_running_loop()) if isinstance(data, AsyncIterable) else None
        try:
            request = Request(
                method,
                endpoint,
                params=params,
                headers=headers,
                body=body_of(source or data, json, content_type),
                base_url_override=base_url_override,
                retries=retries,
                retry_on=retry_on,
                decompress=decompress,
                nango_parses_body=nango_parses_body,
                forward_headers_on_redirect=forward_headers_on_redirect,
                idle_timeout=idle_timeout,
            )
        except Exception as error:
            raise error.with_traceback(None) from None
        finally:
            del params, headers, data, json  # see Client
        call = ProxyCall(connection_id, provider_config_key, request, timeout, interruptible=False)
        return await self._proxy(call, source)

    async def _proxy(self, call: ProxyCall, source: Optional[PartsOfLoop]) -> nango.AsyncResponse:
        """Make a call, whose body may come from a source on this loop."""
        require_asyncio()
        if self._closing:
            raise client_closed()
        threads = self._own_threads()
        if source is not None:
            threads.sources.add(source)
        try:
            response = await wait(threads.start(partial(call.run, self._client)).answer, call.cancel)
        finally:
            if source is not None:
                source.give_up()
                threads.sources.discard(source)
        return AsyncResponse._of(response, self, call.cancel)

    async def request(
        self,
        method: str,
        path: str,
        *,
        path_params: Optional[Mapping[str, str]] = None,
        params: Optional[Params] = None,
        headers: Optional[Headers] = None,
        json: Any = None,
        timeout: Optional[float] = None,
    ) -> nango.APIResponse:
        """Call any operation of Nango's own API: one that has no method here, say.

        Returns when the whole answer has come. An answer of 400 or more is an error: what Nango found wrong with each
        field of the request is in its `details`. A GET or HEAD is tried again as in `get_connection`; anything else
        only if it cannot have reached Nango. Other tasks run meanwhile. A task that is cancelled ends its
        call at once, and raises asyncio.CancelledError.

        Args:
            method: GET, POST, PUT, PATCH, DELETE or HEAD.
            path: The path below the base URL, such as "/connections/{connectionId}", where a name in braces is one
                segment, which `path_params` has.
            path_params: The values of the names in braces. They are encoded, slashes and dots too.
            params: Parameters of the query, encoded: as in `proxy`.
            headers: Headers for Nango, in addition to those that the client sends.
            json: The body, which is sent as JSON; None for no body.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            request = raw_request(method, path, path_params=path_params, params=params, headers=headers, json=json)
        except Exception as error:
            raise error.with_traceback(None) from None
        finally:
            del path_params, params, headers, json  # see Client
        return await self._call(APICall(request, timeout, whole))

    async def _call(self, call: Runs[_T]) -> _T:
        """Make a call on a thread."""
        require_asyncio()
        if self._closing:
            raise client_closed()
        return await wait(self._own_threads().start(partial(call.run, self._client)).answer, call.cancel)

    async def _read(self, cancel: Cancel, read: Callable[..., _T], *arguments: Any) -> _T:
        """Read a response, on a thread that no call has: the body of one may come from the response of another."""
        require_asyncio()
        if self._closing:
            raise response_client_closed()
        return await wait(self._own_threads().start_reading(partial(read, *arguments)).answer, cancel)

    def invalidate(self, connection_id: str, provider_config_key: str) -> None:
        """Forget what the cache has of a connection: after the external API refused its token, say.

        Calls that begin afterwards ask Nango. Without a cache, or once the client is closed, it does nothing.

        Raises:
            InvalidArgumentError: An argument is not valid text; the message names it.
        """
        self._client.invalidate(connection_id, provider_config_key)

    def clear_cache(self) -> None:
        """Forget everything that the cache has: see `invalidate`."""
        self._client.clear_cache()

    async def aclose(self) -> None:
        """Close the client: end the calls in flight as CallCancelledError, and wait for them and the threads to end."""
        require_asyncio()
        self._closing = True
        if self._client.closed:
            return
        threads = self._own_threads()
        self._client._handle.shut_down()
        for source in list(threads.sources):
            source.give_up()
        ends = [asyncio.wrap_future(call.end()) for call in list(threads.calls)]
        if ends:
            await asyncio.wait(ends)
        await threads.end_queues()
        threads.end()
        self._client.close()

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return getattr(self, "_closing", True)  # a debugger may show a client whose __init__ has failed

    async def __aenter__(self) -> AsyncClient:
        require_asyncio()
        if self._closing:
            raise client_closed()
        return self

    async def __aexit__(
        self, _type: Optional[type[BaseException]], _value: Optional[BaseException], _traceback: Optional[TracebackType]
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if not self.closed and not self._client.closed:
            warn_of_unclosed(self, "await its aclose, or use it in an async with statement")

    def __repr__(self) -> str:
        return f"<nango.AsyncClient, {'closed' if self.closed else 'open'}>"

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("an AsyncClient cannot be pickled or copied: share it between tasks, make one in each process")

    def _own_threads(self) -> Threads:
        """The threads of this process: a child of fork has none of its parent's."""
        if self._threads.process != os.getpid():
            self._threads = self._new_threads()
        return self._threads

    def _new_threads(self) -> Threads:
        threads = Threads(self._max_concurrent_calls)
        weakref.finalize(self, threads.let_go)
        return threads


publish(__name__)
