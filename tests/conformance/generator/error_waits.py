"""When the same call may be made again, and whether it may."""

from __future__ import annotations

from .case import Call, Json, refusal
from .samples import DATE, DATE_SECONDS, nango_error, plain

ABOUT = "When a failed call may be made again, and whether it may."


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_retry_after(), *_repeatable()]


def _retry_after() -> list[Json]:
    def after(name: str, why: str, wait: int, headers: list[tuple[str, str]], status: int = 429) -> Json:
        answer = nango_error(status, "too_many_request" if status == 429 else "server_error", headers=headers)
        kind = "RATE_LIMITED" if status == 429 else "SERVER"
        return refusal(f"retry_after_{name}", why, answer, kind, retry_after_ms=wait)

    reset = ("x-ratelimit-reset", str(DATE_SECONDS + 42))
    return [
        after("seconds", "Seconds.", 58_000, [("retry-after", "58"), reset, DATE]),
        after("zero", "Nango rounds down, so it can be 0.", 0, [("retry-after", "0"), reset, DATE]),
        after("one_day", "However long.", 86_400_000, [("retry-after", "86400")]),
        after(
            "date",
            "A date, against the answer's own.",
            90_000,
            [("retry-after", "Sun, 22 Nov 2026 01:21:30 GMT"), DATE],
        ),
        after(
            "date_rfc_850", "In HTTP's second form.", 90_000, [("retry-after", "Sunday, 22-Nov-26 01:21:30 GMT"), DATE]
        ),
        after("date_asctime", "In HTTP's third form.", 90_000, [("retry-after", "Sun Nov 22 01:21:30 2026"), DATE]),
        after("past_date", "Never negative.", 0, [("retry-after", "Sun, 22 Nov 2026 01:19:00 GMT"), DATE]),
        after("garbage", "What cannot be read is not there.", -1, [("retry-after", "soon")]),
        after("negative", "A negative number cannot be read.", -1, [("retry-after", "-5")]),
        after("fraction", "Nor can a fraction.", -1, [("retry-after", "1.5")]),
        after("empty", "Nor nothing.", -1, [("retry-after", "")]),
        after("garbage_and_reset", "Then the reset counts.", 42_000, [("retry-after", "soon"), reset, DATE]),
        after("reset", "The reset, against the answer's own date.", 42_000, [reset, DATE]),
        after("reset_past", "Never negative.", 0, [("x-ratelimit-reset", str(DATE_SECONDS - 7)), DATE]),
        after("reset_garbage", "A reset that cannot be read is not there.", -1, [("x-ratelimit-reset", "later"), DATE]),
        after("reset_without_date", "The local clock may be wrong: without a date there is no reset.", -1, [reset]),
        after("absent", "Nothing is said.", -1, [DATE]),
        after("of_503", "On other errors too.", 7_000, [("retry-after", "7")], status=503),
        after("reset_of_503", "The reset is about the rate limit alone.", -1, [reset, DATE], status=503),
        refusal(
            "retry_after_of_424",
            "On any error with a status.",
            nango_error(424, "invalid_credentials", "m", headers=[("retry-after", "30")]),
            "REFRESH_FAILED",
            retry_after_ms=30_000,
        ),
        refusal(
            "retry_after_of_404",
            "Even where it makes no sense.",
            nango_error(404, "not_found", "m", headers=[("retry-after", "1")]),
            "NOT_FOUND",
            retry_after_ms=1_000,
            is_retryable=0,
        ),
    ]


def _repeatable() -> list[Json]:
    answers = {
        "500": (nango_error(500, "server_error"), "SERVER", 0),
        "401_no_database": (nango_error(401, "malformed_auth_header"), "SERVER", 0),
        "408": (plain(408), "API", 0),
        "429": (nango_error(429, "too_many_request"), "RATE_LIMITED", 1),
        "424": (nango_error(424, "invalid_credentials", "Backing off"), "REFRESH_FAILED", 1),
        "424_given_up": (
            nango_error(424, "invalid_credentials", "The refresh limit has been reached"),
            "REFRESH_FAILED",
            0,
        ),
    }
    found = []
    for flag, short in (("force_refresh", "forced"), ("refresh_github_app_jwt_token", "jwt")):
        call = Call(route="connection", flags=(flag,))
        for name, (answer, kind, retryable) in answers.items():
            found.append(
                refusal(
                    f"repeat_{short}_{name}",
                    "A call that may use up a token is repeated only if it cannot have done so.",
                    answer,
                    kind,
                    call,
                    is_retryable=retryable,
                )
            )
    call = Call(route="connection", flags=("refresh_token",))
    why = "refresh_token asks for a token and refreshes nothing."
    found.append(
        refusal("repeat_refresh_token_500", why, nango_error(500, "server_error"), "SERVER", call, is_retryable=1)
    )
    return found
