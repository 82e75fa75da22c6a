"""Documents of every age: fields that are missing, null, new, or of an unexpected type."""

from __future__ import annotations

from .case import Json, Look, connection, failure
from .samples import compact, document, ok, with_credentials, with_member

ABOUT = "Documents of every age: the shape of 2023, fields missing, null, unknown or of a surprising type."

OF_2023: Json = {
    "id": 18393,
    "created_at": "2023-03-08T09:43:03.725Z",
    "updated_at": "2023-03-08T09:43:03.725Z",
    "provider_config_key": "github",
    "connection_id": "1",
    "credentials": {
        "type": "OAUTH2",
        "access_token": "gho_invented2023",
        "refresh_token": "ghr_invented2023",
        "expires_at": "2023-03-08T10:43:03.725Z",
        "raw": {
            "access_token": "gho_invented2023",
            "refresh_token_expires_in": 15811200,
            "expires_at": "2023-03-08T10:43:03.725Z",
        },
    },
    "connection_config": {"subdomain": "myshop", "realmId": "XXXXX", "instance_url": "https://yoursite.example"},
    "account_id": 0,
    "metadata": {"myProperty": "yes", "filter": "closed=true"},
}


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_of_2023(), *_of_today(), *_missing_and_null(), *_unknown(), *_surprising(), *_refused()]


def _of_2023() -> list[Json]:
    without_refresh = {**OF_2023, "credentials": {**OF_2023["credentials"], "refresh_token": None}}
    says = {"account_id": 0, "provider": None, "created_at": "2023-03-08T09:43:03.725Z", "last_fetched_at": None}
    look = Look(
        credential=["refresh_token", "expires_at", "raw"],
        get_string=["/connection_config/realmId", "/metadata/filter"],
        get_json=["/account_id", "/credentials/raw/refresh_token_expires_in", "/provider"],
    )
    return [
        connection(
            "shape_2023",
            "The documented answer of 2023: an account, no provider, Z timestamps.",
            ok(compact(OF_2023)),
            {**says, "token": "gho_invented2023", "refresh_token": "ghr_invented2023", "expires_at_ms": 1678272183725},
            look=look,
        ),
        connection(
            "shape_2023_null_refresh_token",
            "An optional credential may be null.",
            ok(compact(without_refresh)),
            {**says, "refresh_token": None, "access_token": "gho_invented2023"},
            look=look,
        ),
        connection(
            "shape_2023_cloud_account",
            "The account of Nango Cloud is a number like any other.",
            ok(compact({**OF_2023, "account_id": 2147483648})),
            {"account_id": 2147483648, "id": 18393},
            look=look,
        ),
    ]


def _of_today() -> list[Json]:
    today = {
        "id": 41,
        "connection_id": "the connection",
        "provider_config_key": "the integration",
        "provider": "the provider",
        "errors": [{"type": "auth", "log_id": "the log"}],
        "end_user": {"id": "the user", "display_name": None, "email": None, "tags": None, "organization": None},
        "tags": {"the": "tags"},
        "metadata": {"the": "metadata"},
        "connection_config": {"the": "config"},
        "webhook_url_override": "https://hooks.example/?a=b",
        "created_at": "2026-11-22T01:16:10.001+00:00",
        "updated_at": "2026-11-22T01:16:10.002+00:00",
        "last_fetched_at": "2026-11-22T01:16:10.003+00:00",
        "credentials": {"type": "OAUTH2", "access_token": "the token", "raw": {"the": "raw"}},
        "account_id": 42,
    }
    return [
        connection(
            "shape_of_today",
            "Every member that the documentation names, each with a value of its own.",
            ok(compact(today)),
            {
                "id": 41,
                "connection_id": "the connection",
                "provider_config_key": "the integration",
                "provider": "the provider",
                "created_at": "2026-11-22T01:16:10.001+00:00",
                "updated_at": "2026-11-22T01:16:10.002+00:00",
                "last_fetched_at": "2026-11-22T01:16:10.003+00:00",
                "account_id": 42,
                "webhook_url_override": "https://hooks.example/?a=b",
                "metadata_json": '{"the":"metadata"}',
                "connection_config_json": '{"the":"config"}',
                "tags_json": '{"the":"tags"}',
                "errors_json": '[{"type":"auth","log_id":"the log"}]',
                "credentials_json": '{"type":"OAUTH2","access_token":"the token","raw":{"the":"raw"}}',
                "raw_json": '{"the":"raw"}',
                "json": compact(today),
            },
            look=Look(
                get_string=["/errors/0/log_id", "/end_user/id", "/end_user/email", "/tags/the"],
                get_json=["/end_user/email", "/errors", "/webhook_url_override"],
            ),
        )
    ]


def _missing_and_null() -> list[Json]:
    names = "id provider errors end_user tags metadata connection_config webhook_url_override created_at updated_at"
    names += " last_fetched_at account_id credentials"
    nulls = document(
        ",".join(f'"{name}":null' for name in names.split()),
        credentials=None,
        head='"connection_id":"rich","provider_config_key":"github"',
    )
    absent = {
        "id": 0,
        "connection_id": "rich",
        "provider": None,
        "account_id": None,
        "metadata_json": None,
        "tags_json": None,
        "errors_json": None,
        "credentials_json": None,
        "auth_mode": 0,
        "auth_mode_name": None,
        "token": None,
        "expires_at_ms": None,
    }
    pointers = ["", "/metadata", "/id", "/credentials", "/credentials/type", "/account_id"]
    minimal = ok('{"connection_id":"rich","provider_config_key":"github"}')
    return [
        connection(
            "minimal_document",
            "Two members are enough to be a connection.",
            minimal,
            absent,
            look=Look(get_json=pointers),
        ),
        connection(
            "every_member_null", "null is absent, except to get_json.", ok(nulls), absent, look=Look(get_json=pointers)
        ),
        connection(
            "empty_values",
            "Empty is not absent.",
            ok(
                document(
                    '"provider":"","metadata":{},"tags":{},"errors":[],"connection_config":{},"end_user":{},"created_at":"",'
                    '"webhook_url_override":""',
                    '{"type":"BASIC","username":"","password":"","raw":""}',
                )
            ),
            {
                "provider": "",
                "metadata_json": "{}",
                "errors_json": "[]",
                "username": "",
                "password": "",
                "raw_json": '""',
            },
            look=Look(
                credential=["username", "raw"], get_string=["/provider", "/metadata"], get_json=["/tags", "/provider"]
            ),
        ),
        connection(
            "null_members_of_credentials",
            "null in every named credential is absent, and the mode is unknown without a type.",
            with_credentials(
                '{"type":null,"access_token":null,"refresh_token":null,"oauth_token":null,"oauth_token_secret":null,'
                '"apiKey":null,"username":null,"password":null,"token":null,"raw":null,"expires_at":null}'
            ),
            {"auth_mode": 1, "auth_mode_name": None, "access_token": None, "raw_json": None, "expires_at": None},
            look=Look(credential=["type", "token"], get_json=["/credentials/token", "/credentials/raw"]),
        ),
    ]


def _unknown() -> list[Json]:
    members = (
        '"metadata":{"a":1},"brand_new":{"since":["2031",{"x/y":"~"}]},"Provider":"not this one","provider":"github"'
    )
    spaced = '{ "connection_id" : "rich",\n\t"provider_config_key":"github",\r\n "metadata" : { "a" : [ 1 , 2 ] } }'
    return [
        connection(
            "unknown_members",
            "What the library does not know is kept, and names are compared exactly.",
            with_member(members),
            {"provider": "github", "metadata_json": '{"a":1}'},
            look=Look(
                get_string=["/brand_new/since/0", "/Provider", "/brand_new/since/1/x~1y"],
                get_json=["/brand_new", "/brand_new/since/1"],
            ),
        ),
        connection(
            "other_connection_than_asked_for",
            "What the answer says of itself is given as it is; the server is the judge of what it hands out.",
            ok(document(head='"id":8,"connection_id":"other","provider_config_key":"google"')),
            {"connection_id": "other", "provider_config_key": "google", "id": 8},
        ),
        connection(
            "white_space_inside",
            "JSON text comes back with the white space that it was sent with.",
            ok(spaced),
            {
                "metadata_json": '{ "a" : [ 1 , 2 ] }',
                "json": spaced,
            },
            look=Look(get_json=["", "/metadata", "/metadata/a", "/metadata/a/1"]),
        ),
    ]


def _surprising() -> list[Json]:
    soft = (
        "provider created_at updated_at last_fetched_at webhook_url_override metadata connection_config tags end_user"
    )
    everything = [*soft.split(), "errors", "account_id", "id"]
    head = '"connection_id":"rich","provider_config_key":"github"'
    kinds: dict[str, tuple[str, Json]] = {
        "numbers": ("12.5", {"account_id": None, "id": 0}),
        "booleans": ("true", {"account_id": None, "id": 0}),
        "strings": ('"12"', {"account_id": None, "id": 0, "provider": "12", "metadata_json": None}),
        "arrays": ("[1]", {"provider": None, "errors_json": "[1]", "tags_json": None}),
        "objects": ('{"a":"b"}', {"provider": None, "errors_json": None, "metadata_json": '{"a":"b"}'}),
    }
    found = []
    for kind, (text, says) in kinds.items():
        body = document(
            ",".join(f'"{name}":{text}' for name in everything),
            f'{{"type":"OAUTH2","access_token":"gho_invented","expires_at":{text},"raw":{text}}}',
            head=head,
        )
        found.append(
            connection(
                f"surprising_{kind}",
                f"Where something else belongs, {kind} read as absent, and no token is lost over them.",
                ok(body),
                {**says, "token": "gho_invented", "raw_json": text},
                look=Look(
                    credential=["expires_at", "access_token"],
                    get_string=["/provider", "/metadata/a", "/metadata/0"],
                    get_json=["/provider", "/id", "/credentials/expires_at"],
                ),
            )
        )
    return found


def _refused() -> list[Json]:
    found = []
    for kind, text in {"string": '"none"', "number": "0", "boolean": "false", "array": "[]"}.items():
        found.append(
            failure(
                f"credentials_are_a_{kind}",
                "Credentials are an object or null.",
                with_credentials(text),
                {"kind_name": "DECODE", "message_contains": "/credentials", "body": None},
            )
        )
    guarded = {
        "type": "2",
        "access_token": "123",
        "refresh_token": "false",
        "oauth_token": "[]",
        "oauth_token_secret": "{}",
        "apiKey": '["k"]',
        "username": "0",
        "password": '{"id":"x"}',
        "token": "1.5",
    }
    for name, text in guarded.items():
        # The type comes first so that a wrong one is not hidden by a later correct one.
        kind = "" if name == "type" else '"type":"OAUTH2",'
        found.append(
            failure(
                f"{name.lower()}_is_no_string",
                "A credential with an accessor of its own must be usable.",
                with_credentials(f'{{{kind}"{name}":{text}}}'),
                {"kind_name": "DECODE", "message_contains": f"/credentials/{name}", "http_status": 200},
            )
        )
    for name in ("connection_id", "provider_config_key"):
        other = "provider_config_key" if name == "connection_id" else "connection_id"
        for what, member in {"missing": "", "null": f'"{name}":null,', "a_number": f'"{name}":5,'}.items():
            found.append(
                failure(
                    f"{name}_is_{what}",
                    "Without a name it is no connection.",
                    ok(f'{{"id":7,{member}"{other}":"x","credentials":{{}}}}'),
                    {"kind_name": "DECODE", "message_contains": f"/{name}", "is_retryable": 0, "attempts": 1},
                )
            )
    return found
