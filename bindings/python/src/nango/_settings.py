"""The settings of a client, checked and handed to the library."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from ctypes import byref
from typing import Any, Callable, Optional, TypedDict, Union

from . import _arguments as arguments
from . import _callbacks, _ffi
from ._convert import read_error
from ._enums import NamedNumber
from ._ffi import lib
from ._generated.plain_settings import PLAIN
from ._observers import Observers, OnCall
from ._public import publish

#: Headers: a mapping, or pairs where a name comes more than once.
Headers = Union[Mapping[str, str], Iterable[tuple[str, str]]]
#: A program's function that parses JSON.
JSONLoads = Callable[[bytes], Any]


class Route(NamedNumber):
    """How the server is asked for a connection."""

    #: `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`; what works is remembered.
    AUTO = 0
    #: `GET /connection/{id}`, the documented original, which every Nango server ever released has.
    CONNECTION = 1
    #: `GET /connections/{id}`, its present name.
    CONNECTIONS = 2


class Settings(TypedDict, total=False):
    """The settings of a client that have a name: see Client, from which copy_signatures.py copies them."""

    base_url: Optional[str]
    read_env: bool
    allow_plaintext_http: Optional[bool]
    route: Route
    timeout: Optional[float]
    connect_timeout: Optional[float]
    max_retries: Optional[int]
    max_response_bytes: Optional[int]
    http_proxy: Optional[str]
    ca_file: Union[str, os.PathLike[str], None]
    client_certificate: Optional[tuple[str, str]]
    user_agent: Optional[str]
    headers: Optional[Headers]
    cache_ttl: Optional[float]
    log_level: Optional[int]
    on_call: Optional[OnCall]
    json_loads: Optional[JSONLoads]


def new_client(secret_key: Optional[str], settings: Settings, observers: Optional[Observers]) -> Any:
    """A client of the library's with these settings."""
    plain: Mapping[str, object] = {**settings, "secret_key": secret_key}
    with _client_options() as options:
        for name, (checked, setter) in PLAIN.items():
            value = plain.get(name)
            if value is not None:
                getattr(lib, setter)(options, checked(name, value))
        _set_client_certificate(options, settings.get("client_certificate"))
        _set_route(options, settings.get("route", Route.AUTO))
        _add_headers(options, settings.get("headers"))
        if observers is not None:
            _set_observers(options, observers)
        error = _ffi.Error()
        client = lib.nango_client_new(options, byref(error))
        try:
            if not client:
                raise read_error(error)
        finally:
            if error:
                lib.nango_error_free(error)
        return client


@contextmanager
def _client_options() -> Iterator[Any]:
    options = lib.nango_client_options_new()
    try:
        yield options
    finally:
        lib.nango_client_options_free(options)


def _set_route(options: Any, route: object) -> None:
    if not isinstance(route, Route):
        raise TypeError(f"route must be a nango.Route, not {type(route).__name__}")
    lib.nango_client_options_set_route(options, route)


def _set_observers(options: Any, observers: Observers) -> None:
    if observers.log_level:
        lib.nango_client_options_set_log_record(options, _callbacks.log, None, observers.log_level)
    if observers.on_call is not None:
        lib.nango_client_options_set_call_hook(options, _callbacks.summary, None)


def _set_client_certificate(options: Any, pair: Optional[tuple[str, str]]) -> None:
    if pair is None:
        return
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise TypeError(
            "client_certificate must be a pair: the text of the certificate and the text of its key, in PEM"
        )
    texts = [arguments.text(f"client_certificate: {name}", text) for name, text in zip(("cert_pem", "key_pem"), pair)]
    lib.nango_client_options_set_client_certificate(options, *texts)


def _add_headers(options: Any, headers: Optional[Headers]) -> None:
    if headers is None:
        return
    for name, value in arguments.headers(headers):
        lib.nango_client_options_add_header(options, name, value)


publish(__name__)
