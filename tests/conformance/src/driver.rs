//! Runs the runner of every language over the cases, and judges each.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use crate::Error;
use crate::case::{Case, Task};
use crate::check::check;
use crate::load::load;
use crate::process::{self, Finished};
use crate::server::Server;
use crate::table;

/// How much of a failed runner's output, and how many faults, are shown.
const SHOWN_LINES: usize = 40;

/// What to run.
pub struct Settings {
    /// The directory of the case files.
    pub cases: PathBuf,
    /// Where the merged cases and the tables go, in a directory for each language.
    pub out: PathBuf,
    /// Languages and the commands that run their runners.
    pub runners: Vec<(String, String)>,
    /// Languages and the commands that run their runners with one accessor broken.
    pub broken: Vec<(String, String)>,
    /// How long one run may take.
    pub timeout: Duration,
}

/// The last line that a runner prints.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Summary {
    language: String,
    cases: usize,
    comparisons: usize,
    failures: usize,
}

impl Summary {
    fn parse(output: &str) -> Option<Self> {
        let (language, numbers) = output.lines().last()?.strip_prefix("conformance ")?.split_once(": ")?;
        let words: Vec<&str> = numbers.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        match words.as_slice() {
            [cases, "cases", comparisons, "comparisons", failures, "failures"] => Some(Self {
                language: language.to_owned(),
                cases: cases.parse().ok()?,
                comparisons: comparisons.parse().ok()?,
                failures: failures.parse().ok()?,
            }),
            _ => None,
        }
    }
}

/// One run of one runner: what it reported, and what was wrong with it.
struct Unit {
    name: String,
    summary: Option<Summary>,
    faults: Vec<String>,
}

/// What all runners have in common.
struct Stage {
    server: Server,
    cases: Vec<Case>,
    out: PathBuf,
    timeout: Duration,
}

/// Runs everything, prints a table and what was wrong, and tells whether all was right.
pub fn run(settings: &Settings, output: &mut impl Write) -> Result<bool, Error> {
    refuse_mismatch(settings)?;
    let stage = Stage::set(settings)?;
    let mut units = Vec::new();
    for (language, command) in &settings.runners {
        units.push(stage.run(language, command)?);
    }
    for (language, command) in &settings.broken {
        units.push(stage.run_broken(language, command)?);
    }
    print(&units, output)?;
    Ok(units.iter().all(|unit| unit.faults.is_empty()))
}

fn refuse_mismatch(settings: &Settings) -> Result<(), Error> {
    let names = |commands: &[(String, String)]| -> Result<Vec<String>, Error> {
        let mut names: Vec<String> = commands.iter().map(|(name, _)| name.clone()).collect();
        names.sort();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(format!("{} is given twice", pair[0]).into()),
            None => Ok(names),
        }
    };
    let (runners, broken) = (names(&settings.runners)?, names(&settings.broken)?);
    if runners.is_empty() {
        return Err("no --runner is given".into());
    }
    if runners != broken {
        let runners = runners.join(", ");
        let broken = broken.join(", ");
        return Err(format!("every --runner needs its --broken: there are [{runners}] and [{broken}]").into());
    }
    Ok(())
}

impl Stage {
    fn set(settings: &Settings) -> Result<Self, Error> {
        fs::create_dir_all(&settings.out)?;
        Ok(Self {
            cases: load(&settings.cases)?,
            server: Server::start()?,
            out: settings.out.canonicalize()?,
            timeout: settings.timeout,
        })
    }

    /// Runs a command over these cases.
    fn start(&self, language: &str, command: &str, cases: &[Case]) -> Result<Finished, Error> {
        self.server.serve(cases);
        let port = self.server.port();
        let tasks: Vec<Task> = cases.iter().map(|case| case.task(port)).collect();
        let out = self.out.join(format!("cases-{language}"));
        fs::create_dir_all(&out)?;
        let written = |name: &str, content: String| -> Result<String, Error> {
            let path = out.join(name);
            fs::write(&path, content)?;
            Ok(path.to_str().ok_or("--out is not UTF-8")?.to_owned())
        };
        let url = format!("http://127.0.0.1:{port}");
        let variables = [
            ("NANGO_CONFORMANCE_URL", url.as_str()),
            (
                "NANGO_CONFORMANCE_CASES",
                &written("cases.json", serde_json::to_string_pretty(&tasks)?)?,
            ),
            ("NANGO_CONFORMANCE_TABLE", &written("cases.txt", table::write(&tasks))?),
        ];
        process::run(command, &variables, self.timeout).map_err(|error| format!("{command}: {error}").into())
    }

    fn cases_in(&self, language: &str) -> Vec<Case> {
        self.cases.iter().map(|case| case.in_language(language)).collect()
    }

    /// The runner as it is: it must find nothing wrong, and have done everything.
    fn run(&self, language: &str, command: &str) -> Result<Unit, Error> {
        let cases = self.cases_in(language);
        let finished = self.start(language, command, &cases)?;
        let (summary, mut faults) = self.judge(language, &finished);
        if let Some(failures) = summary
            .as_ref()
            .map(|summary| summary.failures)
            .filter(|failures| *failures > 0)
        {
            faults.push(format!("{failures} comparisons failed"));
        }
        if let Some(status) = finished.status.filter(|status| !status.success()) {
            faults.push(format!("it ended with {status}"));
        }
        faults.extend(check(&cases, &self.server.log()));
        Ok(unit(language.to_owned(), summary, faults, &finished))
    }

    /// The runner with one accessor broken: it must do everything as well, and notice.
    fn run_broken(&self, language: &str, command: &str) -> Result<Unit, Error> {
        let finished = self.start(language, command, &self.cases_in(language))?;
        let (summary, mut faults) = self.judge(language, &finished);
        if summary.as_ref().is_some_and(|summary| summary.failures == 0) {
            faults.push("one accessor is broken and the runner reports no failure".to_owned());
        }
        if finished.status.is_some_and(|status| status.success()) {
            faults.push("one accessor is broken and the runner ends with 0".to_owned());
        }
        Ok(unit(format!("{language}, broken"), summary, faults, &finished))
    }

    /// What every run must report, whatever it found.
    fn judge(&self, language: &str, finished: &Finished) -> (Option<Summary>, Vec<String>) {
        let mut faults = Vec::new();
        if finished.status.is_none() {
            faults.push(format!("it was killed after {} s", self.timeout.as_secs()));
        }
        let summary = Summary::parse(&finished.stdout);
        let comparisons = self.cases.iter().map(|case| case.expect.comparisons()).sum::<usize>();
        match &summary {
            None => faults.push("its last line is not `conformance <language>: <cases> cases, ...`".to_owned()),
            Some(summary) => {
                if summary.language != language {
                    faults.push(format!("it says that it is {}", summary.language));
                }
                if (summary.cases, summary.comparisons) != (self.cases.len(), comparisons) {
                    let (made, of) = ((summary.cases, summary.comparisons), (self.cases.len(), comparisons));
                    faults.push(format!(
                        "it made {} cases and {} comparisons, there are {} and {}",
                        made.0, made.1, of.0, of.1
                    ));
                }
            }
        }
        (summary, faults)
    }
}

/// A unit; what a runner printed is shown only if something is wrong with it.
fn unit(name: String, summary: Option<Summary>, mut faults: Vec<String>, finished: &Finished) -> Unit {
    if faults.len() > SHOWN_LINES {
        let more = faults.len() - SHOWN_LINES;
        faults.truncate(SHOWN_LINES);
        faults.push(format!("and {more} more"));
    }
    if !faults.is_empty() {
        let lines: Vec<&str> = finished.stderr.lines().chain(finished.stdout.lines()).collect();
        faults.extend(lines.iter().take(SHOWN_LINES).map(|line| format!("  | {line}")));
        if lines.len() > SHOWN_LINES {
            faults.push(format!("  | ... and {} more lines", lines.len() - SHOWN_LINES));
        }
    }
    Unit { name, summary, faults }
}

fn print(units: &[Unit], output: &mut impl Write) -> Result<(), Error> {
    for unit in units {
        for fault in &unit.faults {
            writeln!(output, "{}: {fault}", unit.name)?;
        }
    }
    let width = units
        .iter()
        .map(|unit| unit.name.len())
        .max()
        .unwrap_or_default()
        .max("runner".len());
    writeln!(
        output,
        "{:width$}  {:>6}  {:>11}  {:>8}  result",
        "runner", "cases", "comparisons", "failures"
    )?;
    for unit in units {
        let numbers = unit.summary.as_ref().map_or_else(
            || ["-".to_owned(), "-".to_owned(), "-".to_owned()],
            |summary| {
                [
                    summary.cases.to_string(),
                    summary.comparisons.to_string(),
                    summary.failures.to_string(),
                ]
            },
        );
        let result = if unit.faults.is_empty() { "ok" } else { "FAILED" };
        let [cases, comparisons, failures] = numbers;
        writeln!(
            output,
            "{:width$}  {cases:>6}  {comparisons:>11}  {failures:>8}  {result}",
            unit.name
        )?;
    }
    let failed = units.iter().filter(|unit| !unit.faults.is_empty()).count();
    writeln!(output, "{} passed, {failed} failed", units.len() - failed)?;
    Ok(())
}
