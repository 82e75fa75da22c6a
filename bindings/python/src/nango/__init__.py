"""Get a customer's fresh credentials for an external API from Nango (https://nango.dev).

import nango

with nango.Client() as client:  # NANGO_SECRET_KEY, NANGO_BASE_URL
    connection = client.get_connection("customer-1", "github")
    print(connection.auth_mode, connection.expires_at)
"""

from __future__ import annotations

from ._auth_mode import AuthMode
from ._client import Client, Route
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
    ConnectionError,
    DecodeError,
    ErrorKind,
    InternalError,
    InvalidArgumentError,
    NangoError,
    NotFoundError,
    NotNangoError,
    PermissionDeniedError,
    RateLimitError,
    RefreshFailedError,
    ServerError,
    TimeoutError,
    TLSError,
    TooLargeError,
    UnknownIntegrationError,
)

__version__ = "0.1.0"

__all__ = [
    "APIError",
    "AbsentCredentials",
    "ApiKeyCredentials",
    "AppCredentials",
    "AppStoreCredentials",
    "AuthMode",
    "AuthenticationError",
    "AwsSigV4Credentials",
    "BasicCredentials",
    "BillCredentials",
    "Client",
    "Connection",
    "ConnectionError",
    "Credentials",
    "CustomCredentials",
    "DecodeError",
    "ErrorKind",
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
    "PermissionDeniedError",
    "RateLimitError",
    "RefreshFailedError",
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
]

# Tracebacks, reprs and pickles name a class as programs do: nango.NotFoundError.
for _name in __all__:
    if isinstance(globals()[_name], type):
        globals()[_name].__module__ = __name__
del _name
