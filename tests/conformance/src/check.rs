//! Whether a runner sent exactly what the cases name.

use std::collections::BTreeMap;

use crate::case::{Case, ExpectedRequest};
use crate::server::{Log, Request};

/// What a request never has.
const FORBIDDEN: [&str; 4] = ["content-type", "content-length", "transfer-encoding", "accept-encoding"];

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
            fault(format!("GET {} was never sent", exchange.request.target));
        }
    }
    faults
}

fn compare(case: &Case, expected: &ExpectedRequest, request: &Request) -> Vec<String> {
    let mut faults = Vec::new();
    if (request.method.as_str(), &request.target) != ("GET", &expected.target) {
        faults.push(format!(
            "{} {} was sent, not GET {}",
            request.method, request.target, expected.target
        ));
    }
    let authorization = format!("Bearer {}", case.call.secret_key);
    let mut rules: BTreeMap<&str, Option<&str>> = FORBIDDEN.iter().map(|name| (*name, None)).collect();
    rules.insert("authorization", Some(&authorization));
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
