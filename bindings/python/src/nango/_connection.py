"""A connection: what Nango knows about one customer's access to one external API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, ClassVar, Optional

from ._auth_mode import AuthMode
from ._credentials import Credentials
from ._document import build_account_id, built_of_document, read_document
from ._errors import InvalidArgumentError
from ._ffi import lib
from ._lazy import Builder, moment, moment_of_milliseconds, parsed
from ._public import publish
from ._read_credentials import build_credentials
from ._value import Value, hide_secrets

#: Fields that hold neither secrets nor customer data: printing shows them, and encoders write them.
_FIELDS: dict[str, Any] = {
    "id": int,
    "connection_id": str,
    "provider_config_key": str,
    "provider": Optional[str],
    "auth_mode": AuthMode,
    "auth_mode_name": Optional[str],
    **dict.fromkeys(("expires_at", "created_at", "updated_at", "last_fetched_at"), Optional[datetime]),
}


@dataclass(frozen=True, repr=False, eq=False)
class Connection(Value):
    """A connection with fresh credentials. Fetch it just before use; keep a token for 5 minutes at most.

    JSON and times are parsed when they are asked for, which cannot fail. What is absent is None.

    Printing shows no secret, and encoders (json, orjson, pydantic, FastAPI and the like) write none: of the attributes
    only the ids, the provider, the auth mode and the times are fields of the dataclass. `token`, `json`, `data` and
    `credentials.data` themselves are plain, so treat them as what they are.
    """

    __slots__ = ()

    #: Nango's own number of the connection; 0 if the answer has none.
    id: int
    #: The id of the connection, as Nango's dashboard shows it.
    connection_id: str
    #: The integration that the connection belongs to.
    provider_config_key: str
    #: The external API, such as "github". Nango servers of 2023 do not send it.
    provider: Optional[str]
    #: How the external API authenticates.
    auth_mode: AuthMode
    #: The auth mode as sent, also where it is unknown; None if none was sent.
    auth_mode_name: Optional[str]
    #: What authenticates a request, where one string does; None for all other auth modes.
    token: Optional[str]
    #: When the credentials expire; None if they do not, or if what was sent is not RFC 3339.
    expires_at: Optional[datetime]
    #: All credentials: the class tells the auth mode.
    credentials: Credentials
    #: When the connection was made.
    created_at: Optional[datetime]
    #: When the connection was last changed.
    updated_at: Optional[datetime]
    #: When the connection was last asked for.
    last_fetched_at: Optional[datetime]
    #: What your product stored with the connection.
    metadata: Optional[dict[str, Any]]
    #: What the connection was configured with, such as a subdomain.
    connection_config: Optional[dict[str, Any]]
    #: What the product sorts its connections by: texts by their names.
    tags: Optional[dict[str, Any]]
    #: The customer's user who made the connection.
    end_user: Optional[dict[str, Any]]
    #: What is wrong with the connection: dicts with type and log_id.
    errors: Optional[list[Any]]
    #: Where Nango sends this connection's webhooks instead of the environment's address.
    webhook_url_override: Optional[str]
    #: The account, which only Nango Cloud of 2023 sends.
    account_id: Optional[int]
    #: The whole document, as sent.
    json: str
    #: The whole document, parsed. Members that have no attribute are here.
    data: dict[str, Any]

    _builders: ClassVar[dict[str, Builder]] = {
        "id": int,
        "expires_at": moment_of_milliseconds,
        **dict.fromkeys(("created_at", "updated_at", "last_fetched_at"), moment),
        "credentials": build_credentials,
        "metadata": built_of_document(lib.nango_connection_metadata_json),
        "connection_config": built_of_document(lib.nango_connection_connection_config_json),
        "tags": built_of_document(lib.nango_connection_tags_json),
        "end_user": built_of_document(lib.nango_connection_end_user_json),
        "errors": built_of_document(lib.nango_connection_errors_json),
        "webhook_url_override": built_of_document(lib.nango_connection_webhook_url_override, bytes.decode),
        "account_id": build_account_id,
        "data": parsed,
    }

    @property
    def expires_in(self) -> Optional[timedelta]:
        """How long the credentials are still good for: negative once they have expired, None if they do not expire.

        By the clock of this machine. `connection.expires_in < timedelta(minutes=1)` finds those that are about to.
        """
        expires_at = self.expires_at
        return None if expires_at is None else expires_at - datetime.now(timezone.utc)

    @property
    def is_expired(self) -> bool:
        """Whether the credentials have expired, by the clock of this machine; False if they do not expire."""
        expires_in = self.expires_in
        return expires_in is not None and expires_in <= timedelta(0)

    def authorization(self) -> str:
        """Make the value of the Authorization header that authenticates a request as this connection.

        It is "Bearer" and the token, or the key; "Basic" and what stands for username and password where the auth mode
        is BASIC or INSTALL_PLUGIN. It is a secret. APIs that want a key elsewhere than in this header say so in their
        documentation: `credentials` has the key.

        Raises:
            InvalidArgumentError: These credentials make no such header: the external API wants a signature or several
                headers, or the token is missing. `Client.proxy` authenticates whatever the auth mode.
        """
        value: bytes | None = read_document(self.json.encode(), lib.nango_connection_authorization)
        if value is None:
            raise InvalidArgumentError(self._without_authorization())
        return value.decode()

    def _without_authorization(self) -> str:
        if self.auth_mode is AuthMode.ABSENT:
            return (
                "Nango sent no credentials for this connection, so there is no Authorization header: give the secret "
                "key the scope environment:connections:read_credentials if the integration has any"
            )
        return (
            f"the credentials of this connection, of auth mode {self.auth_mode_name or self.auth_mode}, make no "
            "Authorization header: call the external API with Client.proxy, which authenticates with every auth mode, "
            "or make what the API wants of the connection's `credentials`"
        )

    def _shown(self, name: str, value: object) -> str:
        if name == "auth_mode":
            return str(value)
        return repr(value) if name in _FIELDS or name == "credentials" else super()._shown(name, value)


hide_secrets(Connection, fields=_FIELDS)


publish(__name__)
