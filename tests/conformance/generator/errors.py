"""Which kind of error a response is, by its status, its code and its shape."""

from __future__ import annotations

from .case import Json, refusal
from .samples import HTML_TYPE, JSON_TYPE, nango_error, plain

ABOUT = "The kind of every error, by status, code and shape of the answer."

PAGE = "<html><body>Bad Gateway</body></html>"


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_client_errors(), *_server_errors(), *_others()]


def _client_errors() -> list[Json]:
    return [
        refusal(
            "kind_400", "A 400 in Nango's shape.", nango_error(400, "invalid_body", "no"), "API", code="invalid_body"
        ),
        refusal(
            "kind_401", "The key is wrong.", nango_error(401, "unknown_account", "no"), "UNAUTHORIZED", is_retryable=0
        ),
        refusal(
            "kind_401_empty", "A 401 of anyone but a web page is a refused key.", plain(401), "UNAUTHORIZED", body=""
        ),
        refusal("kind_401_json", "Of a gateway too.", plain(401, '{"message":"denied"}'), "UNAUTHORIZED", code=None),
        refusal("kind_401_html", "A web page knows nothing of the key.", plain(401, PAGE, [HTML_TYPE]), "NOT_NANGO"),
        refusal(
            "kind_401_html_by_body", "Even if it does not say that it is one.", plain(401, " \n" + PAGE), "NOT_NANGO"
        ),
        refusal(
            "kind_401_malformed_auth_header",
            "What a server without its database says to a good key.",
            nango_error(401, "malformed_auth_header", "The Authorization header is malformed."),
            "SERVER",
            is_retryable=1,
            http_status=401,
        ),
        refusal(
            "kind_403", "The key lacks a scope.", nango_error(403, "forbidden", "Insufficient scope."), "FORBIDDEN"
        ),
        refusal("kind_403_empty", "So it does without a word.", plain(403), "FORBIDDEN", server_message=None),
        refusal(
            "kind_403_html",
            "A web page knows nothing of scopes.",
            plain(403, PAGE, [HTML_TYPE]),
            "NOT_NANGO",
            code=None,
        ),
        refusal(
            "kind_404_not_found", "Nango's own word.", nango_error(404, "not_found", "Failed to find"), "NOT_FOUND"
        ),
        refusal("kind_404_unknown_connection", "The older word.", nango_error(404, "unknown_connection"), "NOT_FOUND"),
        refusal(
            "kind_400_unknown_connection",
            "With any 4xx.",
            nango_error(400, "unknown_connection"),
            "NOT_FOUND",
            http_status=400,
        ),
        refusal(
            "kind_400_not_found",
            "not_found says it with 404 only.",
            nango_error(400, "not_found"),
            "API",
            code="not_found",
        ),
        refusal("kind_404_other_code", "Another 404 of Nango's.", nango_error(404, "feature_disabled"), "API"),
        refusal(
            "kind_404_other_json",
            "JSON of someone else.",
            plain(404, '{"message":"no Route matched"}', [JSON_TYPE]),
            "NOT_NANGO",
        ),
        refusal(
            "kind_404_bare",
            "An ingress is not Nango.",
            plain(404, "default backend - 404"),
            "NOT_NANGO",
            is_retryable=0,
        ),
        refusal("kind_404_empty", "Nor is silence.", plain(404), "NOT_NANGO", body=""),
        refusal("kind_404_html", "Nor is a web page.", plain(404, PAGE, [HTML_TYPE]), "NOT_NANGO", body=PAGE),
        refusal(
            "kind_404_code_beside_error",
            "A code at the top without an error is not Nango's shape.",
            plain(404, '{"code":"not_found","message":"x"}', [JSON_TYPE]),
            "NOT_NANGO",
            code=None,
        ),
        refusal(
            "kind_400_unknown_provider_config",
            "A wrong integration.",
            nango_error(400, "unknown_provider_config", "Provider does not exists"),
            "UNKNOWN_INTEGRATION",
        ),
        refusal(
            "kind_404_unknown_provider_config",
            "Whatever the status.",
            nango_error(404, "unknown_provider_config"),
            "UNKNOWN_INTEGRATION",
        ),
        refusal(
            "kind_408",
            "The server waited too long for the request.",
            nango_error(408, "request_timeout"),
            "API",
            is_retryable=1,
        ),
        refusal("kind_408_html", "Whoever says it.", plain(408, PAGE, [HTML_TYPE]), "API", is_retryable=1, code=None),
        refusal("kind_409", "Any other 4xx.", nango_error(409, "conflict", "x"), "API", is_retryable=0),
        refusal("kind_410_bare", "Gone, but not in Nango's words.", plain(410), "NOT_NANGO"),
        refusal("kind_413_bare", "A proxy's limit.", plain(413, "too large"), "NOT_NANGO", http_status=413),
        refusal(
            "kind_424",
            "A refresh that failed lately.",
            nango_error(424, "invalid_credentials", "Backing off"),
            "REFRESH_FAILED",
            is_retryable=1,
        ),
        refusal("kind_429", "Too many requests.", nango_error(429, "too_many_request"), "RATE_LIMITED", is_retryable=1),
        refusal("kind_429_html", "Whoever says it.", plain(429, PAGE, [HTML_TYPE]), "RATE_LIMITED", is_retryable=1),
        refusal("kind_429_empty", "And however.", plain(429), "RATE_LIMITED", body="", retry_after_ms=-1),
        refusal(
            "kind_431_empty",
            "Too large a request: an empty answer.",
            plain(431, b"", [("connection", "close")]),
            "API",
            body="",
        ),
        refusal("kind_451_bare", "An answer that Nango does not give.", plain(451), "NOT_NANGO"),
    ]


def _server_errors() -> list[Json]:
    return [
        refusal("kind_500", "The server's fault.", nango_error(500, "server_error", "oops"), "SERVER", is_retryable=1),
        refusal("kind_502_html", "A proxy in between.", plain(502, PAGE, [HTML_TYPE]), "SERVER", body=PAGE, code=None),
        refusal("kind_503_empty", "Without a word.", plain(503), "SERVER", body=""),
        refusal("kind_504_text", "With a word.", plain(504, "upstream request timeout"), "SERVER"),
        refusal(
            "kind_520",
            "Beyond the statuses that have a name.",
            plain(520, "web server error"),
            "SERVER",
            is_retryable=1,
        ),
        refusal(
            "kind_500_invalid_credentials",
            "The code counts before the status.",
            nango_error(500, "invalid_credentials"),
            "REFRESH_FAILED",
        ),
        refusal(
            "kind_429_invalid_credentials",
            "Also before 429.",
            nango_error(429, "invalid_credentials"),
            "REFRESH_FAILED",
        ),
        refusal(
            "kind_424_given_up",
            "A refresh that was given up for good is not worth another call.",
            nango_error(424, "invalid_credentials", "The refresh limit has been reached for this connection."),
            "REFRESH_FAILED",
            is_retryable=0,
        ),
    ]


def _others() -> list[Json]:
    return [
        *[
            refusal(
                f"kind_{status}",
                "An answer that Nango does not give to this call.",
                plain(status, body, headers),
                "NOT_NANGO",
                http_status=status,
                is_retryable=0,
            )
            for status, body, headers in (
                (201, '{"connection_id":"rich","provider_config_key":"github"}', [JSON_TYPE]),
                (202, "", []),
                (204, "", []),
                (206, '{"connection_id":"rich","provider_config_key":"github"}', [JSON_TYPE]),
                (300, "choose", []),
                (301, "", [("location", "/elsewhere")]),
                (302, "", [("location", "https://login.example/")]),
                (303, "see other", [("location", "/connections/rich?provider_config_key=github")]),
                (304, "", [("etag", 'W/"1"')]),
                (307, "", [("location", "//other.example/")]),
                (308, PAGE, [("location", "/elsewhere"), HTML_TYPE]),
            )
        ],
        refusal(
            "kind_302_in_nangos_shape",
            "A redirect is no error of Nango's, whatever its body says.",
            nango_error(302, "not_found", "x"),
            "NOT_NANGO",
            code="not_found",
        ),
    ]
