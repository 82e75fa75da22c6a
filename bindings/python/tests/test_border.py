"""Every function, called with each pointer NULL in turn and with each string not UTF-8 in turn."""

from __future__ import annotations

import ctypes
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

import abi
from conftest import SECRET_KEY
from nango import _ffi
from nango._ffi import lib
from nango._generated import abi as declared
from nango.testing import sign_webhook
from nango.webhooks import SIGNATURE_HEADER

if TYPE_CHECKING:
    from server import Server

NOT_UTF8 = b"\xff\xfe"
INVALID_ARGUMENT = abi.CONSTANTS["NANGO_ERROR_INVALID_ARGUMENT"]
NOT_SIGNED = abi.CONSTANTS["NANGO_ERROR_WEBHOOK_SIGNATURE"]
#: What a pointer to bytes points to, with the length 1: JSON.
BYTES = b"1"
SIGNING_KEY = "invented-signing-key"


def cases(*c_types: str) -> list[Any]:
    """Each argument of these types, with its function; without types, each pointer."""
    return [
        pytest.param(function, argument, id=f"{function.name}-{argument.name}")
        for function in abi.FUNCTIONS.values()
        for argument in function.arguments
        if (argument.c_type in c_types if c_types else argument.is_pointer)
    ]


class Border:
    """Makes arguments that are right, and frees them."""

    def __init__(self, url: str) -> None:
        self._texts = {
            "secret_key": SECRET_KEY.encode(),
            "url": url.encode(),
            "connection_id": b"customer-1",
            "provider_config_key": b"github",
            "json_pointer": b"/provider",
            "name": b"access_token",
            "value": b"example",
            "product": b"example/1.0",
            "pem_path": b"/dev/null",
            "cert_pem": b"example",
            "key_pem": b"example",
            "method": b"POST",
            "endpoint": b"/items",
            "content_type": b"text/plain",
            "json": b'{"connection_id": "customer-1", "provider_config_key": "github"}',
            "key": b"connection_id",
            "code": b"unknown_connection",
            "message": b"example",
            "signing_key": SIGNING_KEY.encode(),
            "signature": sign_webhook(BYTES, SIGNING_KEY)[SIGNATURE_HEADER].encode(),
        }
        self._cleanup = ExitStack()

    def __enter__(self) -> Border:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._cleanup.close()

    def arguments(self, function: abi.Function, **replaced: Any) -> dict[str, Any]:
        return {
            argument.name: replaced[argument.name] if argument.name in replaced else self._valid(function, argument)
            for argument in function.arguments
        }

    def _valid(self, function: abi.Function, argument: abi.Argument) -> Any:
        if argument.is_callback:
            return getattr(declared, argument.c_type)(lambda *_arguments: 0)
        if argument.c_type == "const char *":
            return self._texts[argument.name]
        if argument.c_type.endswith("void *"):
            return None if argument.name == "user_data" else ctypes.create_string_buffer(BYTES, 8)
        if not argument.is_pointer:
            return 1
        if argument.c_type == "int64_t *":
            return ctypes.pointer(ctypes.c_int64(-5))
        if argument.c_type == "double *":
            return ctypes.pointer(ctypes.c_double(-5))
        if argument.c_type == "const int32_t *":
            return ctypes.pointer(ctypes.c_int32(404))
        if argument.c_type == "size_t *":
            return ctypes.pointer(ctypes.c_size_t(5))
        if argument.c_type == "nango_error **":
            return ctypes.pointer(_ffi.Error())
        made = argument.c_type.replace("const ", "").rstrip(" *")
        handle = getattr(self, f"_{made}")()
        if function.name != f"{made}_free" and made != "nango_value":
            self._cleanup.callback(getattr(lib, f"{made}_free"), handle)
        return handle

    def _nango_client_options(self) -> Any:
        options = lib.nango_client_options_new()
        lib.nango_client_options_set_secret_key(options, self._texts["secret_key"])
        lib.nango_client_options_set_base_url(options, self._texts["url"])
        return options

    def _nango_client(self) -> Any:
        options = self._nango_client_options()
        client = lib.nango_client_new(options, None)
        lib.nango_client_options_free(options)
        return client

    def _nango_cancel(self) -> Any:
        return lib.nango_cancel_new()

    def _nango_call_options(self) -> Any:
        return lib.nango_call_options_new()

    def _nango_connection(self) -> Any:
        client = self._nango_client()
        connection = lib.nango_get_connection(client, b"customer-1", b"github", None, None)
        lib.nango_client_free(client)
        assert connection
        return connection

    def _nango_request(self) -> Any:
        return lib.nango_request_new(self._texts["method"], self._texts["endpoint"])

    def _nango_queue(self) -> Any:
        client = self._nango_client()
        queue = lib.nango_queue_new(client, 1, None)
        lib.nango_client_free(client)
        assert queue
        return queue

    def _nango_completion(self) -> Any:
        queue = self._nango_queue()
        lib.nango_queue_get_connection(queue, None, None, None, 1)  # which ends at once
        completion = lib.nango_queue_next(queue)
        lib.nango_queue_free(queue)
        assert completion
        return completion

    def _nango_pages(self) -> Any:
        request = self._nango_request()
        pages = lib.nango_pages_new(request, abi.CONSTANTS["NANGO_PAGE_STYLE_NUMBER"])
        lib.nango_request_free(request)
        return pages

    def _nango_response(self) -> Any:
        client, request = self._nango_client(), self._nango_request()
        response = lib.nango_proxy(client, b"customer-1", b"github", request, None, None)
        lib.nango_request_free(request)
        lib.nango_client_free(client)
        assert response
        return response

    def _nango_webhook(self) -> Any:
        webhook = lib.nango_webhook_parse(BYTES, 1, self._texts["signature"], self._texts["signing_key"], None)
        assert webhook
        return webhook

    def _nango_value(self) -> Any:
        connection = self._nango_connection()
        self._cleanup.callback(lib.nango_connection_free, connection)
        return lib.nango_connection_value(connection)

    def _nango_error(self) -> Any:
        error = _ffi.Error()
        assert not lib.nango_client_new(None, ctypes.byref(error))
        return error

    def call(self, function: abi.Function, arguments: dict[str, Any]) -> Any:
        result = getattr(lib, function.name)(*arguments.values())
        if function.gives_handle:
            made = function.result.rstrip(" *")
            self._cleanup.callback(getattr(lib, f"{made}_free"), result)
        return result

    def refusal(self, arguments: dict[str, Any]) -> tuple[int, str]:
        """Kind and message of the error that a call has stored."""
        error = arguments["error"].contents
        self._cleanup.callback(lib.nango_error_free, error)
        return lib.nango_error_get_kind(error), (lib.nango_error_message(error) or b"").decode()

    def refused_setting(self, arguments: dict[str, Any]) -> tuple[int, str]:
        """The message of nango_client_new for the options that a setter has changed."""
        new = {"options": arguments["options"], "error": ctypes.pointer(_ffi.Error())}
        self.call(abi.FUNCTIONS["nango_client_new"], new)
        return self.refusal(new)

    def refused_request(self, request: Any) -> tuple[int, str]:
        """The message of nango_proxy for a request."""
        proxy = abi.FUNCTIONS["nango_proxy"]
        arguments = self.arguments(proxy, request=request)
        assert not self.call(proxy, arguments)
        return self.refusal(arguments)

    def refused_call(self, queue: Any) -> tuple[int, str]:
        """The message of the call that a queue was given last."""
        completion = lib.nango_queue_next(queue)
        try:
            error = lib.nango_completion_error(completion)
            return lib.nango_error_get_kind(error), lib.nango_error_message(error).decode()
        finally:
            lib.nango_completion_free(completion)


#: There is none yet, and none of that kind.
GIVE_NOTHING = {"nango_queue_next", "nango_completion_take_response"}


def setting(function: abi.Function) -> str:
    return re.sub("^nango_(client_options|request)_(set|add)_", "", function.name)


@pytest.mark.parametrize("function", abi.FUNCTIONS.values(), ids=lambda function: function.name)
def test_arguments_that_are_right_are_accepted(function: abi.Function, server: Server) -> None:
    with Border(server.url) as border:
        arguments = border.arguments(function)
        result = border.call(function, arguments)
        if function.gives_handle and function.name not in GIVE_NOTHING:
            assert result
        if "error" in arguments and function.arguments[-1].c_type == "nango_error **":
            assert border.refusal(arguments) == (0, "")


@pytest.mark.parametrize(("function", "argument"), cases())
def test_null_is_refused_or_means_absent(function: abi.Function, argument: abi.Argument, server: Server) -> None:
    with Border(server.url) as border:
        null = getattr(declared, argument.c_type)() if argument.is_callback else None
        arguments = border.arguments(function, **{argument.name: null})
        right = border.call(function, border.arguments(function)) if argument.may_be_null else None
        result = border.call(function, arguments)
        if argument.may_be_null:
            assert bool(result) == bool(right)
        elif function.name == "nango_request_new":
            kind, message = border.refused_request(result)
            assert kind == INVALID_ARGUMENT
            assert message.startswith(f"{argument.name} is NULL")
        elif function.name == "nango_pages_new":
            asking = border.arguments(abi.FUNCTIONS["nango_pages_next"], pages=result)
            assert not border.call(abi.FUNCTIONS["nango_pages_next"], asking)
            kind, message = border.refusal(asking)
            assert kind == INVALID_ARGUMENT
            assert message.startswith(f"{argument.name} is NULL")
        elif function.result != "void":
            assert (result or 0) == function.absent
            if "error" in arguments and argument.c_type != "const nango_error *":
                kind, message = border.refusal(arguments)
                if argument.name == "signature":  # which is wrong, and no mistake of the program
                    assert kind == NOT_SIGNED
                    return
                assert kind == INVALID_ARGUMENT
                assert message.startswith(f"{argument.name} is NULL")


@pytest.mark.parametrize(("function", "argument"), cases("const char *"))
def test_what_is_not_utf8_is_refused(function: abi.Function, argument: abi.Argument, server: Server) -> None:
    with Border(server.url) as border:
        arguments = border.arguments(function, **{argument.name: NOT_UTF8})
        result = border.call(function, arguments)
        if "queue" in arguments:
            kind, message = border.refused_call(arguments["queue"])
            name = argument.name
        elif "options" in arguments and function.result == "void":
            kind, message = border.refused_setting(arguments)
            name = setting(function)
        elif "error" in arguments:
            kind, message = border.refusal(arguments)
            name = argument.name
        elif function.name == "nango_request_new":
            kind, message = border.refused_request(result)
            name, result = argument.name, None
        elif "request" in arguments:
            kind, message = border.refused_request(arguments["request"])
            name = argument.name if argument.name == "content_type" else setting(function)
        elif function.name == "nango_error_new":  # which has no place to report an error: the text counts as absent
            absent = border.call(function, border.arguments(function, **{argument.name: None}))
            accessor = getattr(lib, f"nango_error_{argument.name}")
            assert accessor(result) == accessor(absent)
            return
        else:
            assert not result
            return
        assert not result
        if name == "signature":
            assert kind == NOT_SIGNED
            return
        assert kind == INVALID_ARGUMENT
        assert message.startswith(name)
        assert "UTF-8" in message


def test_a_null_header_is_reported(server: Server) -> None:
    function = abi.FUNCTIONS["nango_client_options_add_header"]
    for argument in ("name", "value"):
        with Border(server.url) as border:
            arguments = border.arguments(function, **{argument: None})
            border.call(function, arguments)
            kind, message = border.refused_setting(arguments)
            assert kind == INVALID_ARGUMENT
            assert f"header {argument} is NULL" in message
