"""The settings of a client that one function each hands to the library.

Generated from abi/wrappers.json: do not edit.
"""

from __future__ import annotations

from typing import Callable

from .. import _arguments as arguments

#: How what a program passes is checked, and the function of C that takes what comes of it.
PLAIN: dict[str, tuple[Callable[[str, object], object], str]] = {
    "secret_key": (arguments.text, "nango_client_options_set_secret_key"),
    "base_url": (arguments.text, "nango_client_options_set_base_url"),
    "allow_plaintext_http": (arguments.flag, "nango_client_options_set_allow_plaintext_http"),
    "timeout": (arguments.milliseconds, "nango_client_options_set_timeout_ms"),
    "connect_timeout": (arguments.milliseconds, "nango_client_options_set_connect_timeout_ms"),
    "max_retries": (arguments.count, "nango_client_options_set_max_retries"),
    "max_response_bytes": (arguments.size, "nango_client_options_set_max_response_bytes"),
    "http_proxy": (arguments.text, "nango_client_options_set_http_proxy"),
    "ca_file": (arguments.path, "nango_client_options_set_ca_file"),
    "cache_ttl": (arguments.milliseconds, "nango_client_options_set_cache_ttl_ms"),
    "user_agent": (arguments.text, "nango_client_options_set_user_agent"),
    "read_env": (arguments.flag, "nango_client_options_set_read_env"),
}
