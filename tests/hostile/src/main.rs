//! Runs all cases in every language that it is given a probe for.
//!
//! `nango-hostile --names libnames.so --probe 'c=path/of/probe' [--probe ...] [--only part-of-a-name]`

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use nango_hostile::case::Case;
use nango_hostile::judge::Verdict;
use nango_hostile::language::Language;
use nango_hostile::report::{self, Results};
use nango_hostile::world::World;
use nango_hostile::{cases, judge};

const USAGE: &str = "usage: nango-hostile --names LIBRARY --probe LANGUAGE=COMMAND ... [--only PART]";

/// How many probes of a language are at work at once: most of the time a case waits.
const LANES: usize = 3;

struct Arguments {
    languages: Vec<Language>,
    names: PathBuf,
    only: String,
}

fn arguments() -> Option<Arguments> {
    let (mut languages, mut names, mut only) = (Vec::new(), None, String::new());
    let mut given = std::env::args().skip(1);
    while let Some(option) = given.next() {
        let value = given.next()?;
        match option.as_str() {
            "--probe" => languages.push(Language::parse(&value)?),
            "--names" => names = Some(std::path::absolute(value).ok()?),
            "--only" => only = value,
            _ => return None,
        }
    }
    let names = names.filter(|_| !languages.is_empty())?;
    Some(Arguments { languages, names, only })
}

/// Where tinyproxy is, which runs as it is.
fn tinyproxy() -> Option<PathBuf> {
    let path = std::env::var("TINYPROXY").unwrap_or_else(|_| "tinyproxy".to_owned());
    let runs = Command::new(&path)
        .arg("-v")
        .output()
        .is_ok_and(|output| output.status.success());
    runs.then(|| Path::new(&path).to_owned())
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let Some(tinyproxy) = tinyproxy() else {
        eprintln!("nango-hostile: 'tinyproxy' is missing: install tinyproxy (Debian: tinyproxy-bin)");
        return ExitCode::from(2);
    };
    if !arguments.names.is_file() {
        eprintln!("nango-hostile: {} is missing: build names.c", arguments.names.display());
        return ExitCode::from(2);
    }
    let world = World::new(&tinyproxy, &arguments.names);
    let mut cases = cases::all();
    cases.retain(|case| case.name.contains(&arguments.only));
    // The languages run side by side.
    let results: Vec<Results> = thread::scope(|scope| {
        let running: Vec<_> = arguments
            .languages
            .iter()
            .map(|language| (language, scope.spawn(|| run(language, &cases, &world))))
            .collect();
        running
            .into_iter()
            .filter_map(|(language, thread)| {
                let verdicts = thread.join().ok().filter(|verdicts| verdicts.len() == cases.len())?;
                Some(Results {
                    language: language.name.clone(),
                    verdicts,
                })
            })
            .collect()
    });
    let complete = results.len() == arguments.languages.len();
    match report::print(&cases, &results) && complete {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// The verdicts of all cases, in their order.
fn run(language: &Language, cases: &[Case], world: &World) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let lane = || {
        let mut probe = None;
        let mut verdicts = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::SeqCst);
            let Some(case) = cases.get(number) else { return verdicts };
            verdicts.push((number, judge::run(case, world, language, &mut probe)));
        }
    };
    let mut verdicts: Vec<(usize, Verdict)> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|_| scope.spawn(lane)).collect();
        lanes
            .into_iter()
            .filter_map(|lane| lane.join().ok())
            .flatten()
            .collect()
    });
    verdicts.sort_by_key(|(number, _)| *number);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}
