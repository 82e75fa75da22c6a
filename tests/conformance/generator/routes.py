"""Two routes to the same thing: which one is used, and when the second is tried."""

from __future__ import annotations

from .case import Answer, Call, Json, connection, failure
from .jsontext import BOM
from .samples import DASHBOARD, HTML_200, HTML_TYPE, INGRESS_404, JSON_TYPE, NOT_FOUND, document, nango_error, ok, plain

ABOUT = "The two routes: which is asked, when the other is tried, and what comes out then."

OK = ok(document())
EXPRESS_404 = plain(404, "<!DOCTYPE html>\n<pre>Cannot GET /connection/rich</pre>\n", [HTML_TYPE])


def cases() -> list[Json]:
    """The cases of this group."""
    return [*_first_gone(), *_not_gone(), *_explicit()]


def _first_gone() -> list[Json]:
    gone = {
        "html_200": HTML_200,
        "html_200_without_type": plain(200, DASHBOARD),
        "html_200_after_bom": plain(200, BOM + b"\n\t " + DASHBOARD, [JSON_TYPE]),
        "html_200_type_only": plain(200, "not a tag", [("content-type", "Text/HTML;charset=utf-8")]),
        "html_200_empty": plain(200, "", [HTML_TYPE]),
        "ingress_404": INGRESS_404,
        "express_404": EXPRESS_404,
        "empty_404": plain(404),
        "json_404_of_another": plain(404, '{"message":"no Route matched with those values"}', [JSON_TYPE]),
        "bare_405": plain(405, "", [("allow", "POST")]),
        "bare_410": plain(410, "gone"),
    }
    found = [
        connection(
            f"gone_{name}",
            "The first route does not exist here; the second answers.",
            [answer, OK],
            {"id": 7, "token": "gho_invented"},
        )
        for name, answer in gone.items()
    ]
    second: dict[str, tuple[Answer, str, int]] = {
        "not_found": (NOT_FOUND, "NOT_FOUND", 404),
        "unauthorized": (nango_error(401, "unknown_account", "no"), "UNAUTHORIZED", 401),
        "rate_limited": (nango_error(429, "too_many_request", headers=[("retry-after", "3")]), "RATE_LIMITED", 429),
        "refresh_failed": (nango_error(424, "invalid_credentials", "Backing off"), "REFRESH_FAILED", 424),
        "server": (plain(503), "SERVER", 503),
        "decode": (ok("{}"), "DECODE", 200),
        "redirect": (plain(302, "", [("location", "/login")]), "NOT_NANGO", 302),
        "gone_404": (INGRESS_404, "NOT_NANGO", 404),
        "gone_405": (plain(405), "NOT_NANGO", 405),
        "gone_html_200": (HTML_200, "NOT_NANGO", 200),
    }
    found += [
        failure(
            f"second_route_{name}",
            "What the second route answers counts, and the second request is no second attempt.",
            [INGRESS_404 if status == 200 else HTML_200, answer],
            {"kind_name": kind, "http_status": status, "attempts": 1},
        )
        for name, (answer, kind, status) in second.items()
    ]
    for flags in (("refresh_token",), ("force_refresh", "refresh_token", "refresh_github_app_jwt_token")):
        found.append(
            connection(
                f"gone_with_{len(flags)}_flags",
                "Both requests ask for the same; a route that does not exist has refreshed nothing.",
                [INGRESS_404, OK],
                {"id": 7},
                Call(flags=flags),
            )
        )
    found.append(
        connection(
            "gone_odd_id", "Both requests name the same.", [INGRESS_404, OK], {"id": 7}, Call("a/../b?x=1", "k&e y")
        )
    )
    return found


def _not_gone() -> list[Json]:
    answers = {
        "not_found": (NOT_FOUND, "NOT_FOUND"),
        "old_404": (plain(404, '{"error":"Not found."}', [JSON_TYPE]), "API"),
        "405_of_nango": (nango_error(405, "method_not_allowed"), "API"),
        "410_of_nango": (nango_error(410, "gone", "x"), "API"),
        "bare_400": (plain(400), "NOT_NANGO"),
        "html_403": (plain(403, DASHBOARD, [HTML_TYPE]), "NOT_NANGO"),
        "html_500": (plain(500, DASHBOARD, [HTML_TYPE]), "SERVER"),
        "html_201": (plain(201, DASHBOARD, [HTML_TYPE]), "NOT_NANGO"),
        "redirect": (plain(301, "", [("location", "/connections/rich")]), "NOT_NANGO"),
        "no_content": (plain(204), "NOT_NANGO"),
        "text_200": (plain(200, "OK", [("content-type", "text/plain")]), "DECODE"),
        "empty_200": (plain(200), "DECODE"),
    }
    return [
        failure(
            f"not_gone_{name}",
            "The first route exists, or nobody can say that it does not: nothing else is asked.",
            answer,
            {"kind_name": kind, "attempts": 1},
        )
        for name, (answer, kind) in answers.items()
    ]


def _explicit() -> list[Json]:
    found = []
    for route in ("connection", "connections"):
        call = Call(route=route)
        found += [
            connection(f"only_{route}_ok", "The route that was asked for.", OK, {"id": 7}, call),
            failure(
                f"only_{route}_gone",
                "A route that was asked for by name has no second.",
                INGRESS_404,
                {"kind_name": "NOT_NANGO", "http_status": 404, "body": "default backend - 404"},
                call,
            ),
            failure(
                f"only_{route}_html",
                "Nor has it after a web page.",
                HTML_200,
                {"kind_name": "NOT_NANGO", "http_status": 200},
                call,
            ),
        ]
    return found
