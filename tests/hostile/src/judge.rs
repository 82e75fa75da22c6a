//! Runs one case in one language, and reports the errors in the result.

use std::fmt::Debug;

use nango_probe::process::Probe;
use nango_probe::protocol::{Operation, Step, Told};

use crate::case::{Case, Expect, Stage};
use crate::language::{self, Language, Outcome};
use crate::pattern::Pattern;
use crate::server::Server;
use crate::tally::Counts;
use crate::world::World;

/// By how much a call may exceed its timeout: machines are shared, the table shows the actual time.
const GRACE_MS: u64 = 1_500;

/// The result of a case.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// The kind of the error, or `OK`.
    pub kind: String,
    /// The status of the error.
    pub status: String,
    /// The attempts of the error, or, for a success, the requests that the server got.
    pub attempts: String,
    /// Whether the error is retryable.
    pub retryable: String,
    /// How long the last call took.
    pub ms: u64,
    /// How long it was allowed to take.
    pub limit_ms: u64,
    /// How many changes of the expectation were tried, each of which has to be noticed.
    pub changes: usize,
    /// The errors, a line each.
    pub problems: Vec<String>,
}

/// Runs `case`. `probe` is the current one, which is replaced if it failed.
pub fn run(case: &Case, world: &World, language: &Language, probe: &mut Option<Probe>) -> Verdict {
    let _turn = world.turn(case.is_busy);
    let stage = (case.stage)(world);
    let played = match stage.environment.is_empty() {
        false => language
            .start(&stage.environment)
            .and_then(|mut own| play(&stage, &case.expect, language, &mut own)),
        true => {
            let started = match probe.take() {
                Some(running) => Ok(running),
                None => language.start(&[]),
            };
            started.and_then(|mut running| {
                let outcome = play(&stage, &case.expect, language, &mut running);
                *probe = outcome.is_ok().then_some(running);
                outcome
            })
        }
    };
    match played {
        Ok(outcome) => judge(&stage, &case.expect.of_language(&language.name), &outcome),
        Err(problem) => Verdict {
            problems: vec![problem],
            ..Verdict::default()
        },
    }
}

/// Makes the client and the calls, and returns the result of the last one. The client is closed in any case.
fn play(stage: &Stage, expect: &Expect, language: &Language, probe: &mut Probe) -> Result<Outcome, String> {
    let mut outcome = Outcome::new();
    for number in 0..stage.calls {
        if number > 0 && !stage.server.as_ref().is_none_or(|server| server.wait_until_ready()) {
            return Err(format!("the server was not ready for call {}", number + 1));
        }
        let answer = probe.ask(&language::told(stage, number))?;
        outcome = language.outcome(&answer, stage.operation);
        if answer.at == Some(Step::Client) {
            return Ok(outcome);
        }
        if number + 1 < stage.calls && !is_ok(&outcome) {
            return Err(format!("call {} gave {outcome:?}", number + 1));
        }
    }
    if let (Some(uploads), Some(server)) = (expect.uploads, &stage.server) {
        server.wait_for_uploads(uploads);
    }
    probe.ask(&Told {
        operation: Operation::Close,
        ..Told::default()
    })?;
    Ok(outcome)
}

fn is_ok(outcome: &Outcome) -> bool {
    outcome.get("kind").is_some_and(|kind| kind == "OK")
}

fn judge(stage: &Stage, expect: &Expect, outcome: &Outcome) -> Verdict {
    let text = |name: &str| outcome.get(name).cloned().unwrap_or_default();
    let seen = stage.server.as_ref().map(Server::counts);
    let mut problems = differences(expect, seen, outcome);
    let mut changes = 0;
    if problems.is_empty() {
        for (what, changed) in changed(expect, seen) {
            changes += 1;
            if differences(&changed, seen, outcome).is_empty() {
                problems.push(format!("a change of the expected {what} was not noticed"));
            }
        }
    }
    if stage.forbidden.as_ref().is_some_and(|listener| {
        let _ = listener.set_nonblocking(true);
        listener.accept().is_ok()
    }) {
        problems.push("somebody connected where nobody may".to_owned());
    }
    let (ms, limit_ms) = (text("ms").parse().unwrap_or(u64::MAX), stage.limit_ms(expect));
    if ms > limit_ms.saturating_add(GRACE_MS) {
        problems.push(format!("took {ms} ms where it had {limit_ms} ms"));
    }
    if ms < stage.earliest_ms(expect) {
        problems.push(format!("ended after {ms} ms already"));
    }
    if !problems.is_empty() {
        problems.push(format!("the message: {}", text("message")));
    }
    Verdict {
        kind: text("kind"),
        status: text("status"),
        attempts: match (is_ok(outcome), seen) {
            (true, Some(seen)) => seen.requests.to_string(),
            _ => text("attempts"),
        },
        retryable: text("retryable"),
        ms,
        limit_ms,
        changes,
        problems,
    }
}

/// The differences between an outcome and the expectation.
fn differences(expect: &Expect, seen: Option<Counts>, outcome: &Outcome) -> Vec<String> {
    let mut problems = Vec::new();
    let text = |name: &str| outcome.get(name).cloned().unwrap_or_default();
    if expect.or_kind != Some(&text("kind")) {
        check(&mut problems, "kind", &text("kind"), &expect.kind.to_owned());
    }
    if let Some(read) = &expect.read {
        let sum = read.sum();
        check(&mut problems, "read", &text("read"), &sum.count.to_string());
        check(&mut problems, "sum", &text("sum"), &sum.value().to_string());
    } else if is_ok(outcome) {
        let api_key = "invented-api-key".to_owned();
        check(&mut problems, "api_key", &text("api_key"), &api_key);
    }
    if let Some(status) = expect.status.filter(|_| !is_ok(outcome) || expect.read.is_some()) {
        check(&mut problems, "status", &text("status"), &status.to_string());
    }
    if !is_ok(outcome) {
        let retryable = i32::from(expect.retryable).to_string();
        check(
            &mut problems,
            "at",
            &text("at"),
            &expect.at.unwrap_or_default().to_owned(),
        );
        check(&mut problems, "retryable", &text("retryable"), &retryable);
        let retry_after = expect.retry_after_ms.to_string();
        check(&mut problems, "retry_after_ms", &text("retry_after_ms"), &retry_after);
        if let Some(attempts) = expect.attempts {
            check(&mut problems, "attempts", &text("attempts"), &attempts.to_string());
        }
    }
    let message = text("message");
    for part in expect.says.iter().filter(|part| !message.contains(&***part)) {
        problems.push(format!("the message does not say {part:?}"));
    }
    match seen {
        Some(seen) => {
            let requests = expect.requests.unwrap_or(seen.requests);
            check(&mut problems, "requests", &seen.requests, &requests);
            let connections = expect.connections.unwrap_or(seen.connections);
            check(&mut problems, "connections", &seen.connections, &connections);
            let uploads = expect.uploads.unwrap_or(seen.uploads);
            check(&mut problems, "uploads", &seen.uploads, &uploads);
        }
        None if expect.requests.or(expect.connections).or(expect.uploads).is_some() => {
            problems.push("the case has no server that counts".to_owned());
        }
        None => {}
    }
    problems
}

/// The expectation with one thing changed, each in turn: an unnoticed change would mean a missing comparison.
fn changed(expect: &Expect, seen: Option<Counts>) -> Vec<(&'static str, Expect)> {
    let mut all = Vec::new();
    let mut change = |what, change: &dyn Fn(&mut Expect)| {
        let mut changed = expect.clone();
        change(&mut changed);
        all.push((what, changed));
    };
    change("kind", &|expect| (expect.kind, expect.or_kind) = ("INTERNAL", None));
    change("message", &|expect| expect.says.push("\0".to_owned()));
    if expect.read.is_some() {
        change("body", &|expect| expect.read = Some(Pattern::from("something else")));
    }
    if expect.status.is_some() && (expect.kind != "OK" || expect.read.is_some()) {
        change("status", &|expect| expect.status = expect.status.map(|n| n + 1));
    }
    if expect.kind != "OK" {
        change("failing step", &|expect| expect.at = Some("nowhere"));
        change("retryable", &|expect| expect.retryable = !expect.retryable);
        change("retry_after_ms", &|expect| expect.retry_after_ms ^= 1);
        if expect.attempts.is_some() {
            change("attempts", &|expect| expect.attempts = expect.attempts.map(|n| n + 1));
        }
    }
    if seen.is_some() && expect.requests.is_some() {
        change("requests", &|expect| expect.requests = expect.requests.map(|n| n + 1));
    }
    if seen.is_some() && expect.connections.is_some() {
        change("connections", &|expect| {
            expect.connections = expect.connections.map(|n| n + 1)
        });
    }
    if seen.is_some() && expect.uploads.is_some() {
        change("uploads", &|expect| expect.uploads = expect.uploads.map(|n| n + 1));
    }
    all
}

fn check<T: PartialEq + Debug>(problems: &mut Vec<String>, what: &str, got: &T, expected: &T) {
    if got != expected {
        problems.push(format!("{what}: got {got:?}, expected {expected:?}"));
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;
    use crate::server::listener;

    fn outcome(fields: &[(&str, &str)]) -> Outcome {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        fields.iter().map(own).collect()
    }

    fn ok(ms: &str) -> Outcome {
        outcome(&[("kind", "OK"), ("api_key", "invented-api-key"), ("ms", ms)])
    }

    fn stage() -> Stage {
        Stage::at("http://127.0.0.1:1")
    }

    fn problems(stage: &Stage, expect: &Expect, outcome: &Outcome) -> Vec<String> {
        judge(stage, expect, outcome).problems
    }

    #[test]
    fn what_must_not_happen_is_noticed() {
        let expect = Expect::error("OK");
        assert_eq!(problems(&stage(), &expect, &ok("0")), Vec::<String>::new());

        let (forbidden, spare) = (listener(), listener());
        let address = forbidden.local_addr().unwrap();
        let visited = stage().forbid(forbidden);
        let _visitor = TcpStream::connect(address).unwrap();
        assert!(problems(&visited, &expect, &ok("0"))[0].contains("nobody may"));
        assert!(problems(&stage().forbid(spare), &expect, &ok("0")).is_empty());

        assert!(problems(&stage().short(), &expect, &ok("2001"))[0].contains("took 2001 ms"));
        assert!(
            problems(&stage().short(), &expect, &ok(""))
                .iter()
                .any(|problem| problem.contains("took"))
        );
        assert!(problems(&stage(), &Expect::ok(), &ok("0"))[0].contains("no server"));
        let foreign = outcome(&[("kind", "OK"), ("api_key", "a-key-of-somebody-else"), ("ms", "0")]);
        assert!(problems(&stage(), &expect, &foreign)[0].contains("api_key"));
    }

    #[test]
    fn a_timeout_that_comes_too_early_is_noticed() {
        let early = |ms| {
            let fields = [
                ("kind", "TIMEOUT"),
                ("status", "0"),
                ("attempts", "1"),
                ("retryable", "1"),
            ];
            let rest = [("retry_after_ms", "-1"), ("ms", ms), ("message", "")];
            outcome(&[fields.as_slice(), &rest].concat())
        };
        let expect = Expect::error("TIMEOUT").retryable();
        assert_eq!(problems(&stage().short(), &expect, &early("500")), Vec::<String>::new());
        assert!(problems(&stage().short(), &expect, &early("499"))[0].contains("ended after 499 ms"));
    }

    #[test]
    fn a_response_is_compared() {
        let stage = stage().proxied("GET");
        let expect = Expect {
            requests: None,
            ..Expect::response(201, "Wikipedia")
        };
        let fields = |status, read, sum| {
            let came = [("status", status), ("read", read), ("sum", sum)];
            outcome(&[[("kind", "OK"), ("ms", "0")].as_slice(), &came].concat())
        };
        let whole = fields("201", "9", "300286872");
        assert_eq!(problems(&stage, &expect, &whole), Vec::<String>::new());
        for (other, what) in [
            (fields("200", "9", "300286872"), "status"),
            (fields("201", "8", "300286872"), "read"),
            (fields("201", "9", "300286873"), "sum"),
        ] {
            assert!(problems(&stage, &expect, &other)[0].starts_with(what));
        }
        let failed = Expect::reading_fails("IO").read("Wikipedia");
        assert!(
            problems(&stage, &failed, &whole)
                .iter()
                .any(|problem| problem.starts_with("kind"))
        );
    }

    #[test]
    fn an_end_that_comes_too_late_or_too_early_is_noticed() {
        let stage = stage().proxied("GET").call("cancel_after_ms", 200);
        let expect = Expect::call_fails("CANCELLED");
        let ended = |ms| {
            let fields = [
                ("kind", "CANCELLED"),
                ("status", "0"),
                ("attempts", "1"),
                ("at", "call"),
            ];
            let rest = [
                ("retryable", "0"),
                ("retry_after_ms", "-1"),
                ("ms", ms),
                ("message", ""),
            ];
            outcome(&[fields.as_slice(), &rest].concat())
        };
        assert_eq!(problems(&stage, &expect, &ended("201")), Vec::<String>::new());
        assert!(problems(&stage, &expect, &ended("199"))[0].contains("already"));
        assert!(problems(&stage, &expect, &ended("1701"))[0].contains("took 1701 ms where it had 200 ms"));
        let elsewhere = Expect {
            at: Some("reading"),
            ..expect
        };
        assert!(problems(&stage, &elsewhere, &ended("201"))[0].starts_with("at"));
    }
}
