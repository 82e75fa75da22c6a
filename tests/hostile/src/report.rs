//! The table of all behaviours, and what went wrong.

use crate::case::{Case, SHORT, SOON};
use crate::judge::Verdict;

/// The results of one language for all cases, in their order.
pub struct Results {
    /// Its name.
    pub language: String,
    /// One verdict for each case.
    pub verdicts: Vec<Verdict>,
}

/// Prints the table, the failures and the last line; whether everything passed.
pub fn print(cases: &[Case], results: &[Results]) -> bool {
    let width = cases.iter().map(|case| case.name.chars().count()).max().unwrap_or(0);
    print!(
        "{:width$}  {:19} {:>6} {:>8} {:>5}",
        "behaviour", "outcome", "status", "attempts", "retry"
    );
    for result in results {
        print!(" {:>9}", format!("{} ms", result.language));
    }
    println!();
    for (i, case) in cases.iter().enumerate() {
        let Some(first) = results.first().map(|result| &result.verdicts[i]) else {
            continue;
        };
        print!(
            "{:width$}  {:19} {:>6} {:>8} {:>5}",
            case.name,
            first.kind,
            first.status,
            first.attempts,
            match (first.kind.as_str(), first.retryable.as_str()) {
                ("OK", _) => "",
                (_, "1") => "yes",
                _ => "no",
            }
        );
        for result in results {
            print!(" {:>9}", result.verdicts[i].ms);
        }
        println!("{}", if fails(results, i) { "  FAILED" } else { "" });
    }
    println!();
    print_failures(cases, results);
    print_deadlines(cases, results);
    let changes: usize = results
        .iter()
        .flat_map(|result| &result.verdicts)
        .map(|verdict| verdict.changes)
        .sum();
    println!("{changes} expectations were changed to see whether that is noticed");
    let all = results.iter().flat_map(|result| &result.verdicts);
    let (passed, failed): (Vec<&Verdict>, Vec<&Verdict>) = all.partition(|verdict| verdict.problems.is_empty());
    println!("{} passed, {} failed", passed.len(), failed.len());
    failed.is_empty() && !passed.is_empty()
}

fn fails(results: &[Results], i: usize) -> bool {
    results.iter().any(|result| !result.verdicts[i].problems.is_empty())
}

fn print_failures(cases: &[Case], results: &[Results]) {
    for result in results {
        for (case, verdict) in cases.iter().zip(&result.verdicts) {
            for problem in &verdict.problems {
                println!("{}: {}: {problem}", result.language, case.name);
            }
        }
    }
}

/// For each language, of the calls that had little time, and of those that were ended, the one that took longest.
fn print_deadlines(cases: &[Case], results: &[Results]) {
    for (limit_ms, what) in [(SHORT, "that had"), (SOON, "that were ended after")] {
        for result in results {
            let verdicts = cases.iter().zip(&result.verdicts);
            let short = verdicts.filter(|(_, verdict)| verdict.limit_ms == limit_ms);
            let count = short.clone().count();
            if let Some((case, verdict)) = short.max_by_key(|(_, verdict)| verdict.ms) {
                println!(
                    "{}: of {count} calls {what} {limit_ms} ms the longest took {} ms: {}",
                    result.language, verdict.ms, case.name
                );
            }
        }
    }
}
