"""Who failed, by the code: those of Nango only, those that need its signature, and those that need its message."""

from __future__ import annotations

from dataclasses import replace

from .answer_oracle import Answer
from .case import Json
from .proxied import PLAIN, Body, ProxyCall, answered, nango_says, unsigned
from .proxy_oracle import NANGOS_ALONE, SIGNED, WORDS

ABOUT = "Codes in answers to proxied calls: which make an answer a failure of Nango's own."

LIMITED = nango_says(429, "too_many_request", method="GET", path="/proxy/v1/items")
#: The kind that a code has with the status that it comes with.
STATUSES = {
    "unknown_provider_config": (404, "UNKNOWN_INTEGRATION"),
    "connection_refresh_backoff": (424, "REFRESH_FAILED"),
    "invalid_secret_key_format": (401, "UNAUTHORIZED"),
    "malformed_auth_header": (401, "SERVER"),
    "base_url_override_disabled": (400, "API"),
    "base_url_override_not_allowed": (400, "API"),
    "generic_error_support": (500, "SERVER"),
    "plan_limit": (402, "API"),
    "missing_api_url": (400, "API"),
    "missing_provider": (400, "API"),
    "unknown_provider": (400, "API"),
    "unsupported_provider": (400, "API"),
    "unsupported_auth": (400, "API"),
    "failed_to_get_connection": (400, "API"),
    "proxy_request_failed": (400, "API"),
    "invalid_certificate_or_key_format": (400, "API"),
    "missing_auth_header": (401, "UNAUTHORIZED"),
    "unknown_account": (401, "UNAUTHORIZED"),
    "forbidden": (403, "FORBIDDEN"),
    "server_error": (400, "NOT_FOUND"),
    "invalid_query_params": (400, "API"),
    "invalid_json": (400, "API"),
}
SAYS = {
    "missing_auth_header": "Authentication failed. The request is missing the Authorization header.",
    "unknown_account": "Authentication failed. The provided secret key does not match any account.",
    "plan_limit": "You have reached the maximum number of proxy requests for your plan.",
    "forbidden": "Insufficient scope. Required: environment:proxy",
    "server_error": "Failed to get connection",
    "invalid_query_params": "Can not set query params",
    "invalid_json": "Unexpected end of JSON input",
}


#: A call whose body Nango was told to parse as JSON.
PARSED = ProxyCall("POST", body=Body(), settings={"nango_parses_body": True})


def cases() -> list[Json]:
    """The cases of this group."""
    return [{**case, "name": f"error_origin_{case['name']}"} for case in (*_codes(), *_other_statuses())]


def _other_statuses() -> list[Json]:
    """Each code with the statuses that Nango never gives it."""
    found = []
    for code, (usual, _kind) in sorted(STATUSES.items()):
        for status in (400, 401, 402, 403, 404, 424, 429, 500, 503):
            if status == usual:
                continue
            answer = nango_says(status, code, SAYS.get(code, "said by somebody else"))
            call = PARSED if code == "invalid_json" else PLAIN
            found.append(answered(f"{code}_with_{status}", "A code has its own status.", answer, call, status=status))
    return found


def _codes() -> list[Json]:
    found = []
    for code in sorted(NANGOS_ALONE):
        status, kind = STATUSES[code]
        answer = nango_says(status, code, "said by Nango")
        found += [
            answered(f"alone_{code}", "Nobody else has this code.", answer, kind_name=kind, code=code),
            answered(
                f"alone_{code}_unsigned", "It needs no signature.", unsigned(answer), kind_name=kind, http_status=status
            ),
        ]
    for code in sorted(SIGNED):
        status, kind = STATUSES[code]
        answer = nango_says(status, code, "said by Nango")
        found += [
            answered(f"signed_{code}", "The signature makes it Nango's.", answer, kind_name=kind, code=code),
            answered(f"signed_{code}_unsigned", "Without it anyone may say so.", unsigned(answer), status=status),
        ]
    for code in sorted(WORDS):
        status, kind = STATUSES[code]
        answer = nango_says(status, code, SAYS[code])
        call = PARSED if code == "invalid_json" else PLAIN
        found += [
            answered(
                f"words_{code}", "Signed, in Nango's words.", answer, call, kind_name=kind, server_message=SAYS[code]
            ),
            answered(f"words_{code}_unsigned", "Words alone prove nothing.", unsigned(answer), call, status=status),
            answered(
                f"words_{code}_of_others",
                "Nango signs what the external API says, too: the words are another's.",
                nango_says(status, code, "Please ask your administrator"),
                call,
                status=status,
            ),
            answered(
                f"words_{code}_without_words",
                "Nango always says something with this code.",
                nango_says(status, code),
                call,
                status=status,
            ),
        ]
    no_credentials = "Failed to get connection credentials: 'The external API returned an error.'"
    found += [
        answered(
            f"words_server_error_credentials_{status}",
            "The refresh failed, whatever status it had.",
            nango_says(status, "server_error", no_credentials),
            kind_name="REFRESH_FAILED",
            is_retryable=1,
            server_message=no_credentials,
        )
        for status in (400, 424, 500)
    ]
    found += [
        answered(
            "words_server_error_longer",
            "Only the bare words say that there is no such connection.",
            nango_says(400, "server_error", "Failed to get connection pool"),
            status=400,
        ),
        answered(
            "words_server_error_names_the_connection",
            "The error says which connection.",
            nango_says(400, "server_error", "Failed to get connection"),
            ProxyCall(connection_id="customer-7", provider_config_key="github"),
            contains='"customer-7" of the integration "github"',
            kind_name="NOT_FOUND",
        ),
        answered(
            "signed_failed_to_get_connection_credentials",
            "They were to be renewed between two attempts.",
            nango_says(400, "failed_to_get_connection", "Failed to get connection credentials"),
            kind_name="REFRESH_FAILED",
        ),
        answered(
            "words_invalid_json_of_bytes",
            "Nango does not parse what goes as bytes.",
            nango_says(400, "invalid_json", SAYS["invalid_json"]),
            ProxyCall("POST", body=Body()),
            status=400,
        ),
    ]
    inside = "Sorry: " + SAYS["forbidden"]
    found += [
        answered(
            "words_must_begin_it", "Nango's words begin the message.", nango_says(403, "forbidden", inside), status=403
        ),
        answered("code_of_others", "Nango has no such code.", nango_says(400, "no_such_item", "gone"), status=400),
        answered(
            "code_not_found", "A proxied call never finds out that way.", nango_says(404, "not_found", "x"), status=404
        ),
        answered(
            "code_unknown_connection",
            "Nor that way.",
            nango_says(404, "unknown_connection", "No such item"),
            status=404,
        ),
        answered(
            "code_invalid_credentials", "Nor that.", nango_says(400, "invalid_credentials", "Log in again"), status=400
        ),
        answered("code_in_capitals", "A code is exact.", nango_says(404, "UNKNOWN_PROVIDER_CONFIG"), status=404),
        answered("code_longer", "So is its end.", nango_says(404, "unknown_provider_config_"), status=404),
        answered("code_empty", "An empty one is none.", nango_says(400, ""), status=400),
        *_rate_limits(),
        *_findings(),
    ]
    return found


def _rate_limits() -> list[Json]:
    other_path = nango_says(429, "too_many_request", method="GET", path="/v1/items")
    waits = replace(LIMITED, headers=(*LIMITED.headers, ("retry-after", "58")))
    theirs = Answer(429, b'{"error":"slow down"}', (("content-type", "application/json"), ("retry-after", "7")))
    return [
        answered(
            "limited_unsigned",
            "Only a proxied request has this path.",
            unsigned(LIMITED),
            kind_name="RATE_LIMITED",
            is_retryable=1,
        ),
        answered("limited_other_path", "Another path is another's, even if Nango signs it.", other_path, status=429),
        answered("limited_without_path", "So is none.", nango_says(429, "too_many_request", method="GET"), status=429),
        *(
            answered(
                f"limited_with_{status}",
                "The limit has one status.",
                nango_says(status, "too_many_request", method="GET", path="/proxy/v1/items"),
                status=status,
            )
            for status in (400, 403, 503)
        ),
        answered("limited_other_path_unsigned", "Another path is another's.", unsigned(other_path), status=429),
        answered("limited_waits", "Nango says how long.", waits, kind_name="RATE_LIMITED", retry_after_ms=58000),
        answered("limited_by_the_external_api", "Its limit is its own.", theirs, status=429),
    ]


def _findings() -> list[Json]:
    finding = {"code": "invalid_type", "message": "Invalid input", "path": ["connection-id"]}
    return [
        answered(
            "findings",
            "Nango lists what is wrong with headers.",
            nango_says(400, "invalid_headers", errors=[finding]),
            kind_name="API",
            code="invalid_headers",
        ),
        answered(
            "findings_unsigned",
            "Unsigned, anyone may.",
            unsigned(nango_says(400, "invalid_headers", errors=[finding])),
            status=400,
        ),
        answered(
            "findings_empty", "An empty list is no list.", nango_says(400, "invalid_headers", errors=[]), status=400
        ),
        answered("findings_missing", "Nor is none.", nango_says(400, "invalid_headers", "bad"), status=400),
        answered(
            "findings_no_list", "Nor an object.", nango_says(400, "invalid_headers", errors={"a": finding}), status=400
        ),
    ]
