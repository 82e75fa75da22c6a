"""Where the body of a response ends: at the limit, in a break, in silence; and where there is no response at all."""

from __future__ import annotations

from .answer_oracle import Answer
from .case import Json
from .proxied import Body, ProxyCall, answered, broken, unreachable

ABOUT = "Bodies of responses that are too large or do not come to their end, and a server that is not there."

JSON = ("content-type", "application/json")
TEXT = ("content-type", "text/plain")
CHUNKED = ("transfer-encoding", "chunked")


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_limits(), *_ends(), *_nobody_there()]


def _limits() -> list[Json]:
    def limited(size: int, **settings: object) -> ProxyCall:
        return ProxyCall(settings=settings, options={"max_response_bytes": size})

    found = []
    for how, headers, end in (("", (TEXT,), None), ("_chunked", (TEXT, CHUNKED), None), ("_close", (TEXT,), "close")):
        found += [
            answered(
                f"limit_just_held{how}",
                "So much is allowed.",
                Answer(200, b"x" * 500, headers),
                limited(500),
                end=end,
                status=200,
            ),
            broken(
                f"limit_exceeded{how}",
                "One byte more is too much.",
                Answer(200, b"x" * 501, headers),
                end,
                "TOO_LARGE",
                "max_response_bytes",
                limited(500),
            ),
            answered(
                f"limit_of_parts{how}",
                "Read part by part, a body may have any size.",
                Answer(200, b"x" * 5000, headers),
                limited(500, read_size=100),
                end=end,
                status=200,
            ),
        ]
    error = Answer(404, b'{"error":{"code":"no_such_item","message":"' + b"x" * 500 + b'"}}', (JSON,))
    found += [
        broken(
            "limit_exceeded_by_an_error",
            "It counts for every response.",
            error,
            None,
            "TOO_LARGE",
            "max_response_bytes",
            limited(500),
        ),
        answered(
            "limit_of_nothing", "An empty body holds any limit.", Answer(200, b"", (TEXT,)), limited(0), status=200
        ),
        broken(
            "limit_of_nothing_exceeded",
            "A byte does not.",
            Answer(200, b"x", (TEXT,)),
            None,
            "TOO_LARGE",
            "max_response_bytes",
            limited(0),
        ),
    ]
    return found


def _ends() -> list[Json]:
    found = []
    for how, headers in (("", (TEXT,)), ("_chunked", (TEXT, CHUNKED))):
        for taken, settings in (("collected", {}), ("in_parts", {"read_size": 4})):
            answer = Answer(200, b"0123456789" * 10, headers)
            for after in (0, 42):
                found.append(
                    broken(
                        f"breaks_off_after_{after}{how}_{taken}",
                        "What was read is not all of it.",
                        answer,
                        {"breaks_off_after": after},
                        "IO",
                        "the body is incomplete",
                        ProxyCall(settings=settings),
                        retryable=True,
                    )
                )
            found.append(
                broken(
                    f"stalls{how}_{taken}",
                    "The idle timeout ends the silence.",
                    answer,
                    {"stalls_after": 42},
                    "TIMEOUT",
                    "idle timeout",
                    ProxyCall(settings={**settings, "idle_timeout_ms": 100}),
                    retryable=True,
                )
            )
    found.append(
        broken(
            "breaks_off_after_a_write",
            "It may have been carried out.",
            Answer(200, b"0123456789", (TEXT,)),
            {"breaks_off_after": 4},
            "IO",
            "the body is incomplete",
            ProxyCall("POST", body=Body()),
        )
    )
    doubtful = Answer(404, b'{"error":{"code":"unknown_provider_config","message":"x"}}', (JSON,))
    found.append(
        broken(
            "breaks_off_before_the_error_origin_is_clear",
            "Half an error of Nango's is a response that breaks off.",
            doubtful,
            {"breaks_off_after": 20},
            "IO",
            "the body is incomplete",
            retryable=True,
        )
    )
    return found


def _nobody_there() -> list[Json]:
    # Nothing listens on port 1.
    nowhere = {"base_url": "http://127.0.0.1:1/{name}"}
    why = "Nobody listens: nothing can have happened, and the same call may succeed later."
    bodies = {source: Body(b"x", "text/plain", source) for source in ("memory", "sized_reader", "reader")}
    return [
        unreachable("proxied_unreachable", why, ProxyCall(options=nowhere)),
        *(
            unreachable(
                f"proxied_unreachable_for_a_body_from_{source}", why, ProxyCall("POST", body=body, options=nowhere)
            )
            for source, body in bodies.items()
        ),
    ]
