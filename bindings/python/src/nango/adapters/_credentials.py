"""Credentials in the headers of another HTTP client's request, which a Nango server lets win over the customer's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

Authorization = Literal["refuse", "drop", "send"]

#: The headers that Nango's list of external APIs has credentials in, and that SDKs fill with their key. A header of a
#: request replaces that of Nango's. docs/proxy.md lists them.
CREDENTIAL_HEADERS = frozenset(
    {
        "authorization",
        "access-token",
        "accesstoken",
        "api-auth-applicationkey",
        "api-key",
        "api-token",
        "api_token",
        "apikey",
        "authorization-token",
        "authorization2",
        "bhresttoken",
        "client-auth-token",
        "dd-api-key",
        "dd-application-key",
        "developer-token",
        "fern_api_key",
        "key",
        "kf-api-key",
        "ocp-apim-subscription-key",
        "private-token",
        "rf-api-key",
        "secret",
        "session",
        "shortcut-token",
        "statsig-api-key",
        "subscription-key",
        "token",
        "us-customer-api-key",
        "wm_sec.access_token",
        "x-access-token",
        "x-algolia-api-key",
        "x-amz-access-token",
        "x-api-key",
        "x-api-secret",
        "x-api-token",
        "x-application-key",
        "x-auth-token",
        "x-authorization",
        "x-av-sig",
        "x-av-token",
        "x-buildium-client-secret",
        "x-cb-user-key",
        "x-compass-api-key",
        "x-credentials",
        "x-discolike-key",
        "x-dppkey",
        "x-eflow-api-key",
        "x-freepik-api-key",
        "x-goog-api-key",
        "x-jvi-api",
        "x-jvi-sc",
        "x-key",
        "x-luma-api-key",
        "x-n8n-api-key",
        "x-pendo-integration-key",
        "x-pw-accesstoken",
        "x-rapidapi-key",
        "x-recharge-access-token",
        "x-reseller-token",
        "x-retextion-access-token",
        "x-shopify-access-token",
        "x-smarttoken",
        "x-tableau-auth",
        "x-token",
        "x-trackertoken",
        "x-vtex-api-appkey",
        "x-vtex-api-apptoken",
        "x-wsse",
        "x-yotpo-token",
        "xi-api-key",
    }
)


def checked(authorization: object) -> Authorization:
    """The setting of an adapter, if it is one."""
    if authorization == "refuse":
        return "refuse"
    if authorization == "drop":
        return "drop"
    if authorization == "send":
        return "send"
    # It may be a key for the API, so the message does not repeat it.
    raise InvalidArgumentError(
        'authorization must be "refuse", "drop" or "send": it says what to do with credentials in the headers of a '
        "request, and is not a credential itself"
    )


def left_out(
    authorization: Authorization, headers: Iterable[tuple[str, str]], added: Callable[[], Collection[str]]
) -> set[str]:
    """The names, in lower case, of the credential headers that are not to be sent.

    `added` has the values of Authorization that the HTTP client has set by itself. They are never sent.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name, value in headers:
        if name.lower() in CREDENTIAL_HEADERS:
            found.setdefault(name.lower(), []).append((name, value))
    names = set()
    for lower, pairs in found.items():
        if authorization == "drop" or (lower == "authorization" and {value for _, value in pairs} <= set(added())):
            names.add(lower)
        elif authorization == "refuse":
            raise InvalidArgumentError(
                f"the request has a header {pairs[0][0]}, which may replace the customer's credentials: remove it, "
                'or make the adapter with authorization="drop" to leave it out (for a library that insists on a key) '
                'or with authorization="send" to authenticate with it instead'
            )
    return names
