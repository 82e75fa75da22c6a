//! Servers that reject requests, sometimes or always, with and without a Retry-After.

use super::scripted;
use crate::case::{Case, Expect, SHORT, Stage, case};
use crate::peer::{answer, good};

/// A stage whose server sends these responses, one to each request, and the last of them to all further ones.
fn answering(answers: Vec<String>) -> Stage {
    Stage::plain(scripted(move |_, peer| {
        for answer in answers.iter().chain(answers.last().into_iter().cycle()) {
            if peer.read_head().is_none() || !peer.send(answer) {
                return;
            }
        }
    }))
}

fn status(status: &str) -> String {
    answer(status, "", "")
}

/// A case of the same response to every request.
fn refusing(name: &str, line: &'static str, headers: &'static str, expect: Expect) -> Case {
    case(name, move |_| answering(vec![answer(line, headers, "")]), expect)
}

fn limited(name: &str, headers: &'static str, attempts: usize, retry_after: i64) -> Case {
    let expect = Expect::error("RATE_LIMITED")
        .status(429)
        .retryable()
        .retry_after(retry_after);
    refusing(
        name,
        "429 Too Many Requests",
        headers,
        expect.attempts(attempts).requests(attempts),
    )
}

fn sequence(name: &str, lines: &'static [&'static str], requests: usize) -> Case {
    case(
        name,
        move |_| {
            let mut answers: Vec<String> = lines.iter().map(|line| status(line)).collect();
            answers.push(good());
            answering(answers)
        },
        Expect::ok().requests(requests),
    )
}

pub(super) fn cases() -> Vec<Case> {
    let server = |status: u16, attempts| {
        let expect = Expect::error("SERVER").status(status).retryable();
        expect.attempts(attempts).requests(attempts)
    };
    vec![
        limited("429 without a word", "", 3, -1),
        limited("429: Retry-After 0", "retry-after: 0\r\n", 3, 0),
        limited(
            "429: Retry-After beyond the deadline",
            "retry-after: 3600\r\n",
            1,
            3_600_000,
        ),
        limited(
            "429: Retry-After 2^64-1",
            "retry-after: 18446744073709551615\r\n",
            1,
            i64::MAX,
        ),
        limited(
            "429: Retry-After 10^30",
            "retry-after: 1000000000000000000000000000000\r\n",
            1,
            i64::MAX,
        ),
        limited("429: Retry-After negative", "retry-after: -5\r\n", 3, -1),
        limited("429: Retry-After soon", "retry-after: soon\r\n", 3, -1),
        limited("429: Retry-After with a fraction", "retry-after: 0.5\r\n", 3, -1),
        limited("429: Retry-After empty", "retry-after: \r\n", 3, -1),
        limited(
            "429: Retry-After a date in an hour",
            "date: Sun, 01 Nov 2026 10:00:00 GMT\r\nretry-after: Sun, 01 Nov 2026 11:00:00 GMT\r\n",
            1,
            3_600_000,
        ),
        limited(
            "429: Retry-After a date that has passed",
            "date: Sun, 01 Nov 2026 10:00:00 GMT\r\nretry-after: Sun, 01 Nov 2026 09:00:00 GMT\r\n",
            3,
            0,
        ),
        limited(
            "429: Retry-After a date, but no date to compare",
            "retry-after: Sun, 01 Nov 2026 11:00:00 GMT\r\n",
            3,
            -1,
        ),
        limited(
            "429: Retry-After a date that does not exist",
            "date: Sun, 01 Nov 2026 10:00:00 GMT\r\nretry-after: Sun, 31 Feb 2026 25:00:00 GMT\r\n",
            3,
            -1,
        ),
        limited(
            "429: the end of the window in an hour",
            "date: Sun, 01 Nov 2026 10:00:00 GMT\r\nx-ratelimit-reset: 1793530800\r\n",
            1,
            3_600_000,
        ),
        limited(
            "429: the end of the window is garbage",
            "date: Sun, 01 Nov 2026 10:00:00 GMT\r\nx-ratelimit-reset: tomorrow\r\n",
            3,
            -1,
        ),
        case(
            "429: Retry-After 1, obeyed",
            |_| {
                let first = answer("429 Too Many Requests", "retry-after: 1\r\n", "");
                answering(vec![first, good()])
            },
            Expect::ok().requests(2),
        ),
        sequence("429, then well", &["429 Too Many Requests"], 2),
        sequence(
            "503, 502, then well",
            &["503 Service Unavailable", "502 Bad Gateway"],
            3,
        ),
        case(
            "closed, reset, then well",
            |_| {
                Stage::plain(scripted(|number, peer| match number {
                    0 => drop(peer.read_head()),
                    1 => {
                        peer.read_head();
                        peer.reset();
                    }
                    _ => peer.serve(),
                }))
            },
            Expect::ok().requests(3).connections(3),
        ),
        refusing("500", "500 Internal Server Error", "", server(500, 3)),
        refusing("501", "501 Not Implemented", "", server(501, 1)),
        refusing("502", "502 Bad Gateway", "", server(502, 3)),
        refusing("503", "503 Service Unavailable", "", server(503, 3)),
        refusing(
            "503 and a closed connection",
            "503 Service Unavailable",
            "connection: close\r\n",
            server(503, 3),
        ),
        refusing("504", "504 Gateway Timeout", "", server(504, 3)),
        refusing("505", "505 HTTP Version Not Supported", "", server(505, 1)),
        refusing("599", "599 Invented", "", server(599, 1)),
        refusing(
            "503: Retry-After beyond the deadline",
            "503 Service Unavailable",
            "retry-after: 3600\r\n",
            server(503, 1).retry_after(3_600_000),
        ),
        refusing(
            "408",
            "408 Request Timeout",
            "",
            Expect::error("API").status(408).retryable().attempts(3).requests(3),
        ),
        case(
            "500, 429, 503, 502: the last one is told",
            |_| {
                let lines = ["500 X", "429 X", "503 X", "502 X"];
                answering(lines.map(status).to_vec()).retries(3)
            },
            server(502, 4),
        ),
        case(
            "503 for ever, no retries",
            |_| answering(vec![status("503 X")]).retries(0),
            server(503, 1),
        ),
        case(
            "503 for ever, 1,000,000 retries within 500 ms",
            |_| {
                answering(vec![status("503 X")])
                    .retries(1_000_000)
                    .client("timeout_ms", SHORT)
            },
            // The last attempt may be under way when the time is over.
            Expect::error("SERVER")
                .or("TIMEOUT")
                .any_status()
                .retryable()
                .any_attempts(),
        ),
        case(
            "closed for ever, 1,000,000 retries within 500 ms",
            |_| Stage::plain(scripted(|_, peer| peer.cut())).retries(1_000_000).short(),
            Expect::error("IO").retryable().any_attempts(),
        ),
    ]
}
