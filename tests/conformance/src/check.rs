//! Checks that a probe sent exactly the requests that the cases name.

use std::collections::BTreeMap;

use crate::case::{Case, ExpectedRequest};
use crate::server::Log;
use crate::wire::Request;

/// Headers that every request may have; those of the case take precedence.
const USUAL: [&str; 4] = ["accept", "authorization", "host", "user-agent"];

/// How much of a body a sentence shows.
const SHOWN: usize = 40;

/// One sentence per difference; empty if all is as it must be.
#[must_use]
pub fn check(cases: &[Case], log: &Log) -> Vec<String> {
    let mut faults = log.strays.clone();
    for case in cases {
        let requests = log.requests.get(&case.name).map_or([].as_slice(), Vec::as_slice);
        let mut fault = |sentence: String| faults.push(format!("{}: {sentence}", case.name));
        for (index, request) in requests.iter().enumerate() {
            match case.exchanges.get(index) {
                Some(exchange) => compare(case, &exchange.request, request)
                    .into_iter()
                    .for_each(&mut fault),
                None => fault(format!(
                    "{} {} should not have been sent",
                    request.method, request.target
                )),
            }
        }
        for exchange in case.exchanges.iter().skip(requests.len()) {
            let ExpectedRequest { method, target, .. } = &exchange.request;
            fault(format!("{method} {target} was never sent"));
        }
    }
    faults
}

fn compare(case: &Case, expected: &ExpectedRequest, request: &Request) -> Vec<String> {
    let mut faults = Vec::new();
    if (&request.method, &request.target) != (&expected.method, &expected.target) {
        faults.push(format!(
            "{} {} was sent, not {} {}",
            request.method, request.target, expected.method, expected.target
        ));
    }
    let has_body = match &expected.json {
        Some(json) => serde_json::from_slice::<serde_json::Value>(&request.body).is_ok_and(|sent| sent == *json),
        None => request.body == expected.body,
    };
    if !has_body {
        faults.push(format!(
            "the body of {} is {}, not {}",
            request.target,
            shown(&request.body),
            match &expected.json {
                Some(json) => json.to_string(),
                None => shown(&expected.body),
            }
        ));
    }
    let authorization = format!("Bearer {}", case.call.secret_key);
    // Other headers must not be sent.
    let mut rules: BTreeMap<&str, Option<&str>> = request
        .headers
        .iter()
        .map(|(name, _)| (name.as_str(), None))
        .filter(|(name, _)| !USUAL.contains(name))
        // Languages write JSON of different lengths.
        .filter(|(name, _)| expected.json.is_none() || *name != "content-length")
        .collect();
    rules.insert("authorization", Some(&authorization));
    // Operations may have large answers.
    let coding = if case.call.operation.is_some() {
        "gzip"
    } else {
        "identity"
    };
    rules.insert("accept-encoding", Some(coding));
    rules.extend(
        expected
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_deref())),
    );
    for (name, wanted) in rules {
        let sent = values(request, name);
        if sent != wanted.into_iter().collect::<Vec<_>>() {
            faults.push(format!(
                "the header {name} of {} is {sent:?}, not {wanted:?}",
                request.target
            ));
        }
    }
    if values(request, "host").len() != 1 {
        faults.push(format!("{} has not exactly one host", request.target));
    }
    let library = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    let agent = values(request, "user-agent");
    let is_right = |agent: &str| match (&case.call.user_agent, agent.strip_suffix(library)) {
        (_, None) => false,
        (None, Some(before)) => before.is_empty() || before.ends_with(' '),
        (Some(product), Some(before)) => before.starts_with(product.as_str()) && before.ends_with(' '),
    };
    if !matches!(agent.as_slice(), [agent] if is_right(agent)) {
        faults.push(format!(
            "the user-agent of {} is {agent:?}, which does not end in {library}",
            request.target
        ));
    }
    faults
}

fn values<'a>(request: &'a Request, name: &str) -> Vec<&'a str> {
    request
        .headers
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
        .collect()
}

/// The beginning of a body and its size.
fn shown(body: &[u8]) -> String {
    let beginning = String::from_utf8_lossy(&body[..body.len().min(SHOWN)]);
    format!("{beginning:?} ({} bytes)", body.len())
}
