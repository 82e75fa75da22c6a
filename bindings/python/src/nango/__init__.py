"""Get a customer's fresh credentials for an external API from Nango (https://nango.dev).

import nango

with nango.Client() as client:  # NANGO_SECRET_KEY (or NANGO_API_KEY), NANGO_BASE_URL
    connection = client.get_connection("customer-1", "github")
    print(connection.auth_mode, connection.expires_at)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

#: The installed files: see _installation.
__distribution__ = "libnango"
__version__ = "0.1.0"

from . import (
    _installation,  # noqa: F401 - which refuses a mixture of two packages
    models,
    operations,
)
from ._api_response import APIResponse
from ._auth_mode import AuthMode
from ._client import Client
from ._connection import Connection
from ._credentials import (
    AbsentCredentials,
    ApiKeyCredentials,
    AppCredentials,
    AppStoreCredentials,
    AwsSigV4Credentials,
    BasicCredentials,
    BillCredentials,
    Credentials,
    CustomCredentials,
    InstallPluginCredentials,
    JwtCredentials,
    McpOAuth2Credentials,
    McpOAuth2GenericCredentials,
    NoCredentials,
    OAuth1Credentials,
    OAuth2ClientCredentials,
    OAuth2Credentials,
    SignatureCredentials,
    TableauCredentials,
    TbaCredentials,
    TwoStepCredentials,
    UnknownCredentials,
)
from ._errors import (
    APIError,
    AuthenticationError,
    CallCancelledError,
    ConnectionError,
    DecodeError,
    ErrorKind,
    ExternalAPIError,
    InternalError,
    InvalidArgumentError,
    NangoError,
    NotFoundError,
    NotNangoError,
    PermissionDeniedError,
    ProxyError,
    RateLimitError,
    RefreshFailedError,
    ServerError,
    TimeoutError,
    TLSError,
    TooLargeError,
    UnknownIntegrationError,
)
from ._headers import ResponseHeaders
from ._kinds import NOT_GIVEN
from ._log import TRACE
from ._pages import Pages
from ._response import Response
from ._settings import Route

if TYPE_CHECKING:
    from ._async_client import AsyncClient
    from ._async_pages import AsyncPages
    from ._async_response import AsyncResponse

__all__ = [
    "NOT_GIVEN",
    "TRACE",
    "APIError",
    "APIResponse",
    "AbsentCredentials",
    "ApiKeyCredentials",
    "AppCredentials",
    "AppStoreCredentials",
    "AsyncClient",
    "AsyncPages",
    "AsyncResponse",
    "AuthMode",
    "AuthenticationError",
    "AwsSigV4Credentials",
    "BasicCredentials",
    "BillCredentials",
    "CallCancelledError",
    "Client",
    "Connection",
    "ConnectionError",
    "Credentials",
    "CustomCredentials",
    "DecodeError",
    "ErrorKind",
    "ExternalAPIError",
    "InstallPluginCredentials",
    "InternalError",
    "InvalidArgumentError",
    "JwtCredentials",
    "McpOAuth2Credentials",
    "McpOAuth2GenericCredentials",
    "NangoError",
    "NoCredentials",
    "NotFoundError",
    "NotNangoError",
    "OAuth1Credentials",
    "OAuth2ClientCredentials",
    "OAuth2Credentials",
    "Pages",
    "PermissionDeniedError",
    "ProxyError",
    "RateLimitError",
    "RefreshFailedError",
    "Response",
    "ResponseHeaders",
    "Route",
    "ServerError",
    "SignatureCredentials",
    "TLSError",
    "TableauCredentials",
    "TbaCredentials",
    "TimeoutError",
    "TooLargeError",
    "TwoStepCredentials",
    "UnknownCredentials",
    "UnknownIntegrationError",
    "__version__",
    "models",
    "operations",
]


def __getattr__(name: str) -> Any:
    """Import what is for asyncio when it is asked for: that takes longer to import than all the rest."""
    if name in ("AsyncClient", "AsyncPages", "AsyncResponse"):
        from ._async_client import AsyncClient
        from ._async_pages import AsyncPages
        from ._async_response import AsyncResponse

        for made in (AsyncClient, AsyncPages, AsyncResponse):
            made.__module__ = __name__
            globals()[made.__name__] = made
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# Tracebacks, reprs and pickles name a class as programs do: nango.NotFoundError.
for _name in __all__:
    if isinstance(globals().get(_name), type):
        globals()[_name].__module__ = __name__
del _name
