"""Credentials: a frozen dataclass for each auth mode.

An attribute is None where Nango did not send it. Only `expires_at` stays a field, which encoders find: see `Value`. The
empty slots keep `vars()` from finding anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Optional

from ._auth_mode import AuthMode
from ._lazy import Builder, object_at, parsed
from ._public import publish
from ._value import Value, hide_secrets


@dataclass(frozen=True, repr=False, eq=False)
class Credentials(Value):
    """What the credentials of every auth mode have."""

    __slots__ = ()

    #: When they expire; None if they do not, or if what was sent is not RFC 3339 (as sent: `data["expires_at"]`).
    expires_at: Optional[datetime]
    #: What the external API said when it gave the credentials: parsed JSON, usually a dict.
    raw: Any
    #: All of the credentials as Nango sent them. The user's own fields of JWT and TWO_STEP are here.
    data: dict[str, Any]

    _builders: ClassVar[dict[str, Builder]] = {"data": parsed, "raw": parsed}


@dataclass(frozen=True, repr=False, eq=False)
class OAuth2Credentials(Credentials):
    """OAuth 2. The refresh token is here if `get_connection` was asked for it."""

    __slots__ = ()

    access_token: Optional[str]
    refresh_token: Optional[str]
    config_override: Optional[dict[str, Any]]

    _builders: ClassVar[dict[str, Builder]] = {"config_override": object_at("config_override")}


@dataclass(frozen=True, repr=False, eq=False)
class McpOAuth2Credentials(OAuth2Credentials):
    """MCP over OAuth 2."""

    __slots__ = ()


@dataclass(frozen=True, repr=False, eq=False)
class McpOAuth2GenericCredentials(OAuth2Credentials):
    """MCP over OAuth 2 with a client registered on the fly."""

    __slots__ = ()


@dataclass(frozen=True, repr=False, eq=False)
class OAuth1Credentials(Credentials):
    """OAuth 1.0a."""

    __slots__ = ()

    oauth_token: Optional[str]
    oauth_token_secret: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class OAuth2ClientCredentials(Credentials):
    """OAuth 2 client credentials."""

    __slots__ = ()

    token: Optional[str]
    client_id: Optional[str]
    client_secret: Optional[str]
    client_certificate: Optional[str]
    client_private_key: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class BasicCredentials(Credentials):
    """HTTP basic authentication. Either may be empty."""

    __slots__ = ()

    username: Optional[str]
    password: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class InstallPluginCredentials(Credentials):
    """A plugin that the customer installs."""

    __slots__ = ()

    username: Optional[str]
    password: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class ApiKeyCredentials(Credentials):
    """An API key."""

    __slots__ = ()

    api_key: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class AppCredentials(Credentials):
    """A GitHub App."""

    __slots__ = ()

    access_token: Optional[str]
    jwt_token: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class AppStoreCredentials(Credentials):
    """The App Store, from old Nango servers."""

    __slots__ = ()

    access_token: Optional[str]
    private_key: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class CustomCredentials(Credentials):
    """A GitHub App together with a user's token, each as Nango sent it: `credentials.app["access_token"]`."""

    __slots__ = ()

    app: Optional[dict[str, Any]]
    user: Optional[dict[str, Any]]

    _builders: ClassVar[dict[str, Builder]] = {"app": object_at("app"), "user": object_at("user")}


@dataclass(frozen=True, repr=False, eq=False)
class TbaCredentials(Credentials):
    """NetSuite's token-based authentication. `Connection.connection_config` has the account."""

    __slots__ = ()

    token_id: Optional[str]
    token_secret: Optional[str]
    config_override: Optional[dict[str, Any]]

    _builders: ClassVar[dict[str, Builder]] = {"config_override": object_at("config_override")}


@dataclass(frozen=True, repr=False, eq=False)
class TableauCredentials(Credentials):
    """Tableau, from old Nango servers."""

    __slots__ = ()

    token: Optional[str]
    pat_name: Optional[str]
    pat_secret: Optional[str]
    content_url: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class JwtCredentials(Credentials):
    """A signed JSON web token. What it was signed with is in `data`."""

    __slots__ = ()

    token: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class BillCredentials(Credentials):
    """Bill.com."""

    __slots__ = ()

    username: Optional[str]
    password: Optional[str]
    organization_id: Optional[str]
    dev_key: Optional[str]
    session_id: Optional[str]
    user_id: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class TwoStepCredentials(Credentials):
    """Two steps, the second of which yields the token. What the customer entered is in `data`."""

    __slots__ = ()

    token: Optional[str]
    refresh_token: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class SignatureCredentials(Credentials):
    """A signature."""

    __slots__ = ()

    username: Optional[str]
    password: Optional[str]
    token: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class AwsSigV4Credentials(Credentials):
    """AWS Signature Version 4."""

    __slots__ = ()

    access_key_id: Optional[str]
    secret_access_key: Optional[str]
    session_token: Optional[str]
    role_arn: Optional[str]
    region: Optional[str]
    service: Optional[str]
    external_id: Optional[str]


@dataclass(frozen=True, repr=False, eq=False)
class NoCredentials(Credentials):
    """The external API needs none, and Nango says so (auth mode NONE)."""

    __slots__ = ()


@dataclass(frozen=True, repr=False, eq=False)
class AbsentCredentials(Credentials):
    """Nango sent none: none are needed, or the secret key may not read them. Nango does not say which."""

    __slots__ = ()


@dataclass(frozen=True, repr=False, eq=False)
class UnknownCredentials(Credentials):
    """An auth mode that this version does not know, or none named: everything is in `data`."""

    __slots__ = ()


CLASSES: dict[AuthMode, type[Credentials]] = {
    AuthMode.ABSENT: AbsentCredentials,
    AuthMode.UNKNOWN: UnknownCredentials,
    AuthMode.NONE: NoCredentials,
    AuthMode.OAUTH1: OAuth1Credentials,
    AuthMode.OAUTH2: OAuth2Credentials,
    AuthMode.OAUTH2_CC: OAuth2ClientCredentials,
    AuthMode.BASIC: BasicCredentials,
    AuthMode.API_KEY: ApiKeyCredentials,
    AuthMode.APP: AppCredentials,
    AuthMode.APP_STORE: AppStoreCredentials,
    AuthMode.CUSTOM: CustomCredentials,
    AuthMode.TBA: TbaCredentials,
    AuthMode.TABLEAU: TableauCredentials,
    AuthMode.JWT: JwtCredentials,
    AuthMode.BILL: BillCredentials,
    AuthMode.TWO_STEP: TwoStepCredentials,
    AuthMode.SIGNATURE: SignatureCredentials,
    AuthMode.MCP_OAUTH2: McpOAuth2Credentials,
    AuthMode.MCP_OAUTH2_GENERIC: McpOAuth2GenericCredentials,
    AuthMode.INSTALL_PLUGIN: InstallPluginCredentials,
    AuthMode.AWS_SIGV4: AwsSigV4Credentials,
}

hide_secrets(Credentials, *CLASSES.values(), fields={"expires_at": Optional[datetime]})


publish(__name__)
