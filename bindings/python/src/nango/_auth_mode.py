"""How an external API authenticates."""

from __future__ import annotations

from enum import Enum

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._public import publish


class AuthMode(str, Enum):
    """How the external API of a connection authenticates. A str: `connection.auth_mode == "OAUTH2"` works."""

    #: There are no credentials: none are needed, or the secret key may not read them. Nango does not say which.
    ABSENT = "ABSENT"
    #: A mode that is newer than the library, or none named: `Connection.auth_mode_name` has it as sent.
    UNKNOWN = "UNKNOWN"
    #: No authentication.
    NONE = "NONE"
    OAUTH1 = "OAUTH1"
    OAUTH2 = "OAUTH2"
    #: OAuth 2 client credentials.
    OAUTH2_CC = "OAUTH2_CC"
    BASIC = "BASIC"
    API_KEY = "API_KEY"
    #: A GitHub App.
    APP = "APP"
    #: The App Store, from old Nango servers.
    APP_STORE = "APP_STORE"
    #: A GitHub App together with a user's token.
    CUSTOM = "CUSTOM"
    #: NetSuite's token-based authentication.
    TBA = "TBA"
    #: Tableau, from old Nango servers.
    TABLEAU = "TABLEAU"
    #: A signed JSON web token.
    JWT = "JWT"
    #: Bill.com.
    BILL = "BILL"
    TWO_STEP = "TWO_STEP"
    SIGNATURE = "SIGNATURE"
    MCP_OAUTH2 = "MCP_OAUTH2"
    MCP_OAUTH2_GENERIC = "MCP_OAUTH2_GENERIC"
    #: A plugin that the customer installs.
    INSTALL_PLUGIN = "INSTALL_PLUGIN"
    AWS_SIGV4 = "AWS_SIGV4"

    # As in enum.StrEnum since Python 3.11: without these, formatting depends on the version of Python.

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, spec: str) -> str:
        return str.__format__(self, spec)


publish(__name__)
