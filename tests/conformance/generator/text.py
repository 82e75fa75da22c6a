"""Text that is hard to carry: U+0000, surrogates, escapes, all beyond ASCII; and numbers that no double holds."""

from __future__ import annotations

from .case import Json, Look, connection, failure
from .samples import document, ok, with_credentials, with_member

ABOUT = "Text and numbers that are hard to carry: U+0000, surrogates, escapes, non-BMP text, integers beyond 2^53."

NUL = "\\u0000"
LONE = "\\ud83e"


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_nul_and_lone(), *_refused(), *_escapes(), *_numbers()]


def _nul_and_lone() -> list[Json]:
    found = []
    for name, escape, why in (
        ("nul", NUL, "A C string cannot hold U+0000"),
        ("lone_surrogate", LONE, "UTF-8 cannot hold half a character"),
    ):
        soft = "provider created_at updated_at last_fetched_at webhook_url_override"
        found += [
            connection(
                f"{name}_in_named_strings",
                f"{why}: the accessor gives nothing, get_json the text as sent.",
                with_member(",".join(f'"{member}":"a{escape}b"' for member in soft.split())),
                {"provider": None, "created_at": None, "webhook_url_override": None, "access_token": "gho_invented"},
                look=Look(get_string=["/provider", "/updated_at"], get_json=["/provider", "/updated_at"]),
            ),
            connection(
                f"{name}_in_json_texts",
                f"{why}, but its escape is plain text.",
                with_member(
                    f'"metadata":{{"a":"x{escape}y","k{escape}":1}},"tags":{{"t":"{escape}"}},"errors":["{escape}"],'
                    f'"end_user":{{"id":"{escape}"}},"connection_config":{{"{escape}":"{escape}"}}'
                ),
                {"metadata_json": f'{{"a":"x{escape}y","k{escape}":1}}', "errors_json": f'["{escape}"]'},
                look=Look(
                    get_string=["/metadata/a", "/tags/t", "/metadata/k", "/errors/0"],
                    get_json=["/metadata/a", "/metadata/k", "/metadata/k\ufffd", "/errors/0", "/end_user/id"],
                ),
            ),
            connection(
                f"{name}_in_other_credentials",
                f"{why}: a field without an accessor of its own reads as absent.",
                with_credentials(
                    f'{{"type":"OAUTH2_CC","token":"t","client_id":"i{escape}","expires_at":"2026-11-22T01:20:33Z{escape}",'
                    f'"raw":{{"a":"{escape}"}}}}'
                ),
                {"token": "t", "expires_at": None, "expires_at_ms": None, "raw_json": f'{{"a":"{escape}"}}'},
                look=Look(
                    credential=["client_id", "expires_at", "token"],
                    get_string=["/credentials/client_id", "/credentials/raw/a"],
                    get_json=["/credentials/client_id", "/credentials/raw/a"],
                ),
            ),
        ]
    return found


def _refused() -> list[Json]:
    found = []
    fields = "type access_token refresh_token oauth_token oauth_token_secret apiKey username password token"
    for field in fields.split():
        found.append(
            failure(
                f"nul_in_{field.lower()}",
                "Half a credential is worse than none.",
                with_credentials(f'{{"{field}":"in{NUL}vented"}}'),
                {
                    "kind_name": "DECODE",
                    "message_contains": f"/credentials/{field}",
                    "body": None,
                    "server_message": None,
                },
            )
        )
    for field, escape in (("access_token", LONE), ("apiKey", "\\udd8a\\ud83e"), ("type", "\\udfff")):
        found.append(
            failure(
                f"lone_surrogate_in_{field.lower()}",
                "No UTF-8 can carry it, and a replacement character would be another credential.",
                with_credentials(f'{{"{field}":"x{escape}"}}'),
                {"kind_name": "DECODE", "message_contains": f"/credentials/{field}"},
            )
        )
    for member in ("connection_id", "provider_config_key"):
        for name, escape in (("nul", NUL), ("lone_surrogate", LONE)):
            head = {"connection_id": "rich", "provider_config_key": "github", member: f"rich{escape}"}
            text = ",".join(f'"{key}":"{value}"' for key, value in head.items())
            found.append(
                failure(
                    f"{name}_in_{member}",
                    "A name cut short would be another connection's.",
                    ok(document(head=text)),
                    {"kind_name": "DECODE", "message_contains": f"/{member}"},
                )
            )
    return found


def _escapes() -> list[Json]:
    token = '\\u0061\\/\\"\\\\\\b\\f\\n\\r\\t\\ud83e\\udd8a\\u00e9'
    return [
        connection(
            "every_escape_in_a_token",
            "A string comes out as the text that its escapes stand for, JSON as it was sent.",
            with_credentials(f'{{"type":"OAUTH2","access_token":"{token}"}}'),
            {"access_token": 'a/"\\\b\f\n\r\t🦊é', "token": 'a/"\\\b\f\n\r\t🦊é'},
            look=Look(
                credential=["access_token"],
                get_string=["/credentials/access_token"],
                get_json=["/credentials/access_token"],
            ),
        ),
        connection(
            "text_beyond_ascii",
            "UTF-8 passes through, also outside the basic plane, and nothing is normalised.",
            with_member('"provider":"Zoë 🦊 Zoe\u0308 \U0010ffff","metadata":{"ключ":"значение","🦊":"\u202eabc"}'),
            {"provider": "Zoë 🦊 Zoe\u0308 \U0010ffff"},
            look=Look(get_string=["/metadata/ключ", "/metadata/🦊"], get_json=["/metadata/ключ", "/metadata/🦊"]),
        ),
        connection(
            "escaped_and_plain_are_the_same_key",
            "A key may be escaped in the document and plain in the pointer.",
            with_member('"metadata":{"\\ud83e\\udd8a":"fox","\\u043a":"k"}'),
            {"id": 7},
            look=Look(get_string=["/metadata/🦊", "/metadata/к"], get_json=["/metadata/🦊", "/metadata"]),
        ),
        connection(
            "control_characters_escaped",
            "Every other control character can be in a C string.",
            with_credentials('{"type":"API_KEY","apiKey":"\\u0001\\u001f\\u007f\\u0080\\u2028\\ufeff\\uffff"}'),
            {"api_key": "\x01\x1f\x7f\x80\u2028\ufeff\uffff"},
            look=Look(credential=["apiKey"], get_json=["/credentials/apiKey"]),
        ),
        connection(
            "text_that_looks_like_an_escape",
            "An escaped backslash before u0000 is a backslash.",
            with_credentials('{"type":"API_KEY","apiKey":"\\\\u0000","x":"\\\\ud83e"}'),
            {"api_key": "\\u0000"},
            look=Look(credential=["x"], get_string=["/credentials/x"]),
        ),
        connection(
            "bom_inside",
            "A byte order mark inside a string is a character.",
            with_member('"provider":"\ufeffgithub"'),
            {"provider": "\ufeffgithub"},
            look=Look(get_string=["/provider"], get_json=["/provider"]),
        ),
        connection(
            "long_token",
            "A token may be long.",
            with_credentials(f'{{"type":"OAUTH2","access_token":"{"eyJ0" * 25_000}"}}'),
            {"access_token": "eyJ0" * 25_000, "token": "eyJ0" * 25_000},
        ),
    ]


def _numbers() -> list[Json]:
    head = '"connection_id":"rich","provider_config_key":"github"'
    ids = {
        "beyond_2_53": ("9007199254740993", "-9007199254740993", 9007199254740993, -9007199254740993),
        "largest": ("9223372036854775807", "9223372036854775807", 2**63 - 1, 2**63 - 1),
        "smallest": ("-9223372036854775808", "-9223372036854775808", -(2**63), -(2**63)),
        "too_large": ("9223372036854775808", "-9223372036854775809", 0, None),
        "huge": ("1" + "0" * 50, "-1" + "0" * 50, 0, None),
        "with_a_fraction": ("1.0", "2.5", 0, None),
        "with_an_exponent": ("1e3", "1E0", 0, None),
        "as_text": ('"42"', '"0"', 0, None),
        "zero": ("0", "0", 0, 0),
    }
    found = [
        connection(
            f"number_{name}",
            "An integer is one that is spelled as one and fits in 64 bits.",
            ok(document(f'"id":{first},"account_id":{second}', head=head)),
            {"id": id_value, "account_id": account},
            look=Look(get_json=["/id", "/account_id"]),
        )
        for name, (first, second, id_value, account) in ids.items()
    ]
    numbers = "[9007199254740993,1.10,1E+2,-0,-0.0,1e400,0.1e-400,123456789012345678901234567890,0.30000000000000004]"
    found.append(
        connection(
            "numbers_as_sent",
            "A number comes back as it was spelled, also where no double could hold it.",
            with_member(f'"metadata":{{"n":{numbers}}}'),
            {"metadata_json": f'{{"n":{numbers}}}'},
            look=Look(get_string=["/metadata/n/0"], get_json=[f"/metadata/n/{index}" for index in range(10)]),
        )
    )
    return found
