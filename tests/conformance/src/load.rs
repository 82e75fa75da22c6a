//! Reads the case files and refuses what contradicts itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nango_probe::protocol::{Outcome, Source};

use crate::Error;
use crate::case::{Case, CaseFile, End, Exchange, Route};
use crate::proxied::Body;

/// All cases of a directory, file by file in the order of their names.
pub fn load(directory: &Path) -> Result<Vec<Case>, Error> {
    let mut paths = fs::read_dir(directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut cases = Vec::new();
    let mut names = BTreeSet::new();
    for path in paths {
        let explain = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| explain(&error))?;
        let file: CaseFile = serde_json::from_str(&text).map_err(|error| explain(&error))?;
        if file.about.is_empty() || file.cases.is_empty() {
            return Err(explain(&"says nothing of itself or has no cases").into());
        }
        for case in file.cases {
            examine(&case).map_err(|error| explain(&format!("{}: {error}", case.name)))?;
            if !names.insert(case.name.clone()) {
                return Err(explain(&format!("{}: the name is taken", case.name)).into());
            }
            cases.push(case);
        }
    }
    if cases.is_empty() {
        return Err(format!("{}: no cases", directory.display()).into());
    }
    Ok(cases)
}

fn examine(case: &Case) -> Result<(), String> {
    let named = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    if case.name.is_empty() || !case.name.chars().all(named) {
        return Err("a name is made of a-z, 0-9 and _".to_owned());
    }
    if case.why.is_empty() {
        return Err("why is the case there?".to_owned());
    }
    let in_c = case.in_c.iter().flat_map(|other| &other.exchanges);
    for exchange in case.exchanges.iter().chain(in_c) {
        examine_exchange(exchange)?;
    }
    examine_proxied(case)?;
    // The numbers of comparisons are the same for every language.
    match &case.in_c {
        Some(other) if other.expect.comparisons() != case.expect.comparisons() => {
            Err("in_c has another number of comparisons".to_owned())
        }
        _ => Ok(()),
    }
}

fn examine_exchange(exchange: &Exchange) -> Result<(), String> {
    let Exchange { request, response } = exchange;
    if !request.target.starts_with('/') {
        return Err(format!("{:?} is no request target", request.target));
    }
    if let Some(name) = request.headers.keys().find(|name| **name != name.to_ascii_lowercase()) {
        return Err(format!("the header {name} must be in lower case"));
    }
    match response.end {
        End::BreaksOffAfter(size) | End::StallsAfter(size) if size >= response.body.len() => {
            Err(format!("nothing is missing of a body after {size} bytes"))
        }
        _ => Ok(()),
    }
}

/// Members that only one of the two kinds of calls has.
fn examine_proxied(case: &Case) -> Result<(), String> {
    let outcome = case.expect.outcome;
    if (outcome == Outcome::Result) && case.call.operation.is_none() {
        return Err("only an operation gives a result".to_owned());
    }
    let Some(proxied) = &case.call.proxy else {
        return match outcome {
            Outcome::Connection if case.call.operation.is_some() => Err("an operation gives no connection".to_owned()),
            Outcome::Response => Err("only a call through the proxy gives a response".to_owned()),
            _ => Ok(()),
        };
    };
    let call = &case.call;
    if call.force_refresh || call.refresh_token || call.refresh_github_app_jwt_token || call.route != Route::Auto {
        return Err("a call through the proxy has a setting of a call for a connection".to_owned());
    }
    let is_collected = proxied.read_size.is_none();
    let looks_inside = case.expect.look_ups.iter().any(|look_up| look_up.function != "header");
    if proxied.query.windows(2).any(|pair| pair[0].0 > pair[1].0) {
        return Err("the parameters of a query are sorted by name, as Go sends them".to_owned());
    }
    let is_empty = |body: &Body| body.bytes.is_empty() && body.source == Source::SizedReader;
    if proxied.body.as_ref().is_some_and(is_empty) {
        return Err("Go cannot say that a reader gives nothing".to_owned());
    }
    match (outcome, is_collected) {
        (Outcome::Connection, _) => Err("a call through the proxy gives no connection".to_owned()),
        (_, _) if proxied.read_size == Some(0) => Err("a read_size of 0 reads nothing".to_owned()),
        (Outcome::Response, _) if looks_inside != is_collected => {
            Err("there are look-ups in a body that is collected, and in no other".to_owned())
        }
        _ => Ok(()),
    }
}
