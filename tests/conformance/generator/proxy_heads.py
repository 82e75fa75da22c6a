"""Who failed, told by a head alone: answers without a body, and those to HEAD."""

from __future__ import annotations

from dataclasses import replace

from .answer_oracle import Answer
from .case import Json
from .proxied import Body, ProxyCall, answered, nango_says, signed, unsigned
from .samples import HTML_TYPE, JSON_TYPE

ABOUT = "Who failed in a proxied call whose answer has no body, or is one to HEAD: its head alone tells."

FORBIDDEN = nango_says(403, "forbidden", "Insufficient scope. Required: environment:proxy")
NO_INTEGRATION = nango_says(404, "unknown_provider_config", "Provider config not found.")


def cases() -> list[Json]:
    """The cases of this group."""
    return [{**case, "name": f"error_origin_{case['name']}"} for case in (*_bare(), *_head())]


def _bare() -> list[Json]:
    """Answers without a body."""
    found = []
    for status, kind in {
        400: "NOT_NANGO",
        401: "UNAUTHORIZED",
        403: "FORBIDDEN",
        404: "NOT_NANGO",
        413: "TOO_LARGE",
        429: "RATE_LIMITED",
        431: "API",
        500: "SERVER",
        502: "SERVER",
        503: "SERVER",
    }.items():
        for how, headers in {"": (), "_chunked": (("transfer-encoding", "chunked"),)}.items():
            found.append(
                answered(
                    f"bare_{status}{how}",
                    "Nango signs an empty error of the external API, so this is no such.",
                    Answer(status, b"", headers),
                    kind_name=kind,
                    http_status=status,
                )
            )
        theirs = {
            "signed": signed(Answer(status, b"", ())),
            "typed": Answer(status, b"", (HTML_TYPE,)),
            "not_empty": Answer(status, b"x", ()),
        }
        found += [
            answered(f"bare_{status}_but_{name}", "Something tells of it.", answer, status=status)
            for name, answer in theirs.items()
        ]
    found += [
        answered(f"bare_{status}", "No refusal is a response.", Answer(status, b"", ()), status=status)
        for status in (200, 302)
    ]
    found += [
        answered(
            "bare_until_the_end_of_the_connection",
            "Node refuses a head that is too long without saying any length.",
            Answer(431, b"", ()),
            end="close",
            kind_name="API",
        ),
        answered(
            "bare_500_to_post",
            "It may have been carried out.",
            Answer(500, b"", ()),
            ProxyCall("POST", body=Body()),
            contains="may have been carried out",
            kind_name="SERVER",
            is_retryable=0,
        ),
        answered("bare_431_to_head", "HEAD, too.", Answer(431, b"", ()), ProxyCall("HEAD"), kind_name="API"),
    ]
    return found


def _head() -> list[Json]:
    """Answers to HEAD: a length and the mark of it tell."""
    call = ProxyCall(method="HEAD")
    exhausted = "Failed to get connection credentials: 'The refresh limit has been reached for this connection.'"
    kinds = {
        400: "API",
        401: "UNAUTHORIZED",
        402: "API",
        403: "FORBIDDEN",
        404: "UNKNOWN_INTEGRATION",
        424: "REFRESH_FAILED",
        429: "RATE_LIMITED",
        500: "SERVER",
    }
    found = [
        answered(
            f"head_{status}",
            "The external API's errors to HEAD have the length 0.",
            nango_says(status, "x", "y"),
            call,
            kind_name=kind,
            code=None,
            server_message=None,
            body="",
        )
        for status, kind in kinds.items()
    ]
    theirs = {
        "empty": signed(Answer(404, b"", (JSON_TYPE,))),
        "unsigned": unsigned(NO_INTEGRATION),
        "mark_of_another_length": signed(NO_INTEGRATION, dict(FORBIDDEN.headers)["etag"]),
        "own_etag": signed(NO_INTEGRATION, '"abc"'),
        "strong": signed(NO_INTEGRATION, dict(NO_INTEGRATION.headers)["etag"].removeprefix("W/")),
        "short_mark": signed(NO_INTEGRATION, f'W/"{len(NO_INTEGRATION.body):x}-abc"'),
    }
    found += [
        answered(f"head_{name}", "It is not Nango's mark.", answer, call, status=404, body="")
        for name, answer in theirs.items()
    ]
    found += [
        answered("head_200", "No refusal.", replace(NO_INTEGRATION, status=200), call, status=200, body=""),
        answered(
            "head_no_connection",
            "Its words are always the same, so the mark tells them.",
            nango_says(400, "server_error", "Failed to get connection"),
            call,
            contains="connection_id",
            kind_name="NOT_FOUND",
            code="server_error",
            server_message="Failed to get connection",
        ),
        answered(
            "head_given_up",
            "So are these.",
            nango_says(424, "server_error", exhausted),
            call,
            kind_name="REFRESH_FAILED",
            is_retryable=0,
        ),
    ]
    return found
