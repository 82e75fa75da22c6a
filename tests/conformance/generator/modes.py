"""Every auth mode, those of old servers and those that do not exist yet."""

from __future__ import annotations

from .case import Json, Look, connection
from .connection_oracle import AUTH_MODES
from .samples import compact, document, ok, with_credentials

ABOUT = "Every auth mode: its number, its fields, and what `token` gives; also modes that do not exist yet."

# Mode, the other credentials, the expected results of the accessors.
MODES: list[tuple[str, Json, Json]] = [
    ("NONE", {}, {"token": None}),
    (
        "OAUTH1",
        {"oauth_token": "t1", "oauth_token_secret": "s1"},
        {"token": None, "oauth_token": "t1", "oauth_token_secret": "s1"},
    ),
    (
        "OAUTH2",
        {"access_token": "a2", "refresh_token": "r2", "config_override": {"client_id": "c"}, "token": "not this"},
        {"token": "a2", "refresh_token": "r2", "access_token": "a2"},
    ),
    (
        "OAUTH2_CC",
        {"token": "cc", "client_id": "id", "client_secret": "secret", "client_certificate": "-----BEGIN\n"},
        {"token": "cc", "access_token": None},
    ),
    ("BASIC", {"username": "ada", "password": ""}, {"token": None, "username": "ada", "password": ""}),
    ("API_KEY", {"apiKey": "key"}, {"token": "key", "api_key": "key"}),
    (
        "APP",
        {"access_token": "ghs", "jwtToken": "eyJ", "expires_at": "2026-11-22T02:17:29Z"},
        {"token": "ghs", "expires_at_ms": 1795313849000},
    ),
    ("APP_STORE", {"access_token": "store", "private_key": "-----BEGIN"}, {"token": "store", "access_token": "store"}),
    (
        "CUSTOM",
        {"app": {"type": "APP", "access_token": "inner"}, "user": None},
        {"token": None, "access_token": None},
    ),
    ("TBA", {"token_id": "id", "token_secret": "secret"}, {"token": None}),
    (
        "TABLEAU",
        {"pat_name": "n", "pat_secret": "s", "content_url": "site", "token": "tableau", "expires_at": "2026-11-22"},
        {"token": "tableau", "expires_at_ms": None, "expires_at": "2026-11-22"},
    ),
    (
        "JWT",
        {"token": "jwt", "privateKeyId": "k", "privateKey": {"id": "x", "secret": "y"}},
        {"token": "jwt"},
    ),
    (
        "BILL",
        {"username": "u", "password": "p", "organization_id": "o", "dev_key": "d", "session_id": "s"},
        {"token": None, "username": "u", "password": "p"},
    ),
    ("TWO_STEP", {"token": "two", "refresh_token": "r", "user": "mine"}, {"token": "two", "refresh_token": "r"}),
    ("SIGNATURE", {"username": "u", "password": "p", "token": "signed"}, {"token": "signed", "username": "u"}),
    ("MCP_OAUTH2", {"access_token": "mcp"}, {"token": "mcp"}),
    ("MCP_OAUTH2_GENERIC", {"access_token": "any", "refresh_token": "r"}, {"token": "any", "refresh_token": "r"}),
    ("INSTALL_PLUGIN", {"username": "u", "password": "p"}, {"token": None, "password": "p"}),
    (
        "AWS_SIGV4",
        {"access_key_id": "ASIA", "secret_access_key": "s", "session_token": "t", "role_arn": "arn:aws:iam::1:role/x"},
        {"token": None},
    ),
]


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_known(), *_without_their_fields(), *_unknown(), *_absent(), *_fields()]


def _known() -> list[Json]:
    assert [mode for mode, _, _ in MODES] == AUTH_MODES[2:]
    return [
        connection(
            f"mode_{mode.lower()}",
            f"{mode} has the number {number} and its own fields.",
            with_credentials(compact({"type": mode, **fields, "raw": {"of": mode}})),
            {**says, "auth_mode": number, "auth_mode_name": mode, "raw_json": compact({"of": mode})},
            look=Look(
                credential=["type", *fields, "no_such_field"],
                get_string=["/credentials/type", *(f"/credentials/{name}" for name in list(fields)[:2])],
                get_json=["/credentials/type", *(f"/credentials/{name}" for name in list(fields)[-2:])],
            ),
        )
        for number, (mode, fields, says) in enumerate(MODES, start=2)
    ]


def _without_their_fields() -> list[Json]:
    return [
        connection(
            f"mode_{mode.lower()}_alone",
            "A credential that is not there is absent, whatever the mode promises.",
            with_credentials(compact({"type": mode})),
            {"auth_mode_name": mode, "token": None, "access_token": None, "credentials_json": compact({"type": mode})},
        )
        for mode in ("OAUTH2", "OAUTH2_CC", "API_KEY", "JWT")
    ]


def _unknown() -> list[Json]:
    found = []
    for name, mode in {
        "new": "QUANTUM_KEY",
        "lower_case": "oauth2",
        "empty": "",
        "trailing_space": "OAUTH2 ",
        "longer": "OAUTH2_CC_2",
        "called_unknown": "UNKNOWN",
        "called_absent": "ABSENT",
        "not_latin": "ОAUTH2",
    }.items():
        credentials = {"type": mode, "access_token": "a", "token": "t", "apiKey": "k", "qubits": "8"}
        found.append(
            connection(
                f"mode_unknown_{name}",
                "A mode that is not in the list: everything is readable, and nobody guesses which field is the token.",
                with_credentials(compact(credentials)),
                {"auth_mode": 1, "auth_mode_name": mode, "token": None, "access_token": "a", "api_key": "k"},
                look=Look(credential=["token", "qubits", "type"], get_string=["/credentials/qubits"]),
            )
        )
    found.append(
        connection(
            "mode_unknown_without_type",
            "Credentials without a type are not absent.",
            with_credentials('{"access_token":"a"}'),
            {"auth_mode": 1, "auth_mode_name": None, "token": None, "access_token": "a"},
        )
    )
    return found


def _absent() -> list[Json]:
    says = {"auth_mode": 0, "auth_mode_name": None, "token": None, "raw_json": None}
    return [
        connection(
            "credentials_empty",
            "{} is what a key without the scope gets.",
            with_credentials("{}"),
            {**says, "credentials_json": "{}"},
            look=Look(get_json=["/credentials", "/credentials/type"]),
        ),
        connection(
            "credentials_empty_with_space",
            "{} may have white space in it.",
            with_credentials("{ \n }"),
            {**says, "credentials_json": "{ \n }"},
        ),
        connection("credentials_null", "null is absent.", with_credentials("null"), {**says, "credentials_json": None}),
        connection(
            "credentials_missing",
            "Missing is absent.",
            ok(document(credentials=None)),
            {**says, "credentials_json": None},
        ),
    ]


def _fields() -> list[Json]:
    all_named = {
        "type": "BASIC",
        "access_token": "1",
        "refresh_token": "2",
        "oauth_token": "3",
        "oauth_token_secret": "4",
        "apiKey": "5",
        "username": "6",
        "password": "7",
        "token": "8",
        "api_key": "not this",
    }
    odd = {"type": "TWO_STEP", "": "empty name", "a/b": "slash", "m~n": "tilde", "Ключ": "ключ", "n": 1, "token": "t"}
    return [
        connection(
            "named_credentials_whatever_the_mode",
            "Named accessors read their field in every mode; only `token` goes by the mode.",
            with_credentials(compact(all_named)),
            {
                "token": None,
                "access_token": "1",
                "refresh_token": "2",
                "oauth_token": "3",
                "oauth_token_secret": "4",
                "api_key": "5",
                "username": "6",
                "password": "7",
            },
            look=Look(credential=["token", "apiKey", "api_key"]),
        ),
        connection(
            "credential_with_an_odd_name",
            "`credential` takes the name of a field as it is, not a pointer.",
            with_credentials(compact(odd)),
            {"token": "t", "auth_mode": 15},
            look=Look(
                credential=["", "a/b", "a~1b", "m~n", "m~0n", "Ключ", "n", "/type"],
                get_string=["/credentials/a~1b", "/credentials/m~0n", "/credentials/", "/credentials/Ключ"],
                get_json=["/credentials/n", "/credentials/a/b"],
            ),
        ),
        connection(
            "credentials_inside_credentials",
            "Only the members of `credentials` itself are read.",
            with_credentials(
                '{"type":"CUSTOM","app":{"type":"APP","access_token":"a"},"user":{"type":"OAUTH2","token":"b"}}'
            ),
            {"auth_mode": 10, "token": None, "access_token": None},
            look=Look(
                credential=["app", "access_token"],
                get_string=["/credentials/app/access_token", "/credentials/user/token"],
                get_json=["/credentials/user", "/credentials/app/type"],
            ),
        ),
    ]
