"""The order of the arguments of `proxy` before: method and endpoint came first. It works for one more release."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Awaitable
from typing import Any, Callable, TypeVar, cast

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

_F = TypeVar("_F", bound=Callable[..., Any])
_AsyncF = TypeVar("_AsyncF", bound=Callable[..., Awaitable[Any]])

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"})
_BEFORE = ("method", "endpoint", "connection_id", "provider_config_key")


def takes_former_order(proxy: _F) -> _F:
    """Have a method take its arguments in the former order too, with a warning."""

    @functools.wraps(proxy)
    def wrapper(self: Any, *arguments: Any, **named: Any) -> Any:
        try:
            if _is_former(arguments, named):
                _warn()
                return proxy(self, **dict(zip(_BEFORE, arguments)), **named)
            return proxy(self, *arguments, **named)
        finally:
            del arguments, named  # a traceback may be printed with its variables: see Client

    return cast("_F", wrapper)


def takes_former_order_async(proxy: _AsyncF) -> _AsyncF:
    """The same for a coroutine function."""

    @functools.wraps(proxy)
    async def wrapper(self: Any, *arguments: Any, **named: Any) -> Any:
        try:
            if _is_former(arguments, named):
                _warn()
                return await proxy(self, **dict(zip(_BEFORE, arguments)), **named)
            return await proxy(self, *arguments, **named)
        finally:
            del arguments, named

    return cast("_AsyncF", wrapper)


def _is_former(arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether the first is a method, and the third none. A connection may have the id "GET"."""
    first, third = arguments[:1], arguments[2:3]
    return _is_method(first) and not _is_method(third) and "method" not in named and len(arguments) <= len(_BEFORE)


def _is_method(value: tuple[Any, ...]) -> bool:
    return bool(value) and isinstance(value[0], str) and value[0] in _METHODS


def _warn() -> None:
    # A function without arguments: where warnings are errors, its variables are in the traceback.
    warnings.warn(
        "proxy takes the connection first: client.proxy(connection_id, provider_config_key, method, endpoint). The "
        "order with the method first ends with the next release",
        DeprecationWarning,
        stacklevel=3,
    )
