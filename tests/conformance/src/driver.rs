//! Runs the cases through the probe of every language, and judges each.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use nango_probe::process::Probe;

use crate::Error;
use crate::case::Case;
use crate::check::check;
use crate::compare::compare;
use crate::load::load;
use crate::server::Server;

/// How many faults of a run are shown.
const SHOWN_FAULTS: usize = 40;
/// How many probes are at work at once: for a part of the time a case waits.
const LANES: usize = 3;

/// The runs.
pub struct Settings {
    /// The directory of the case files.
    pub cases: PathBuf,
    /// Languages and the commands that run their probes.
    pub probes: Vec<(String, String)>,
    /// Languages and the commands that run their probes with one accessor broken.
    pub broken: Vec<(String, String)>,
    /// How long a response of a probe may take.
    pub timeout: Duration,
}

/// One run of one probe: the comparisons, and the errors.
struct Unit {
    name: String,
    cases: usize,
    comparisons: usize,
    failures: usize,
    faults: Vec<String>,
}

/// A run that is to come.
struct Job<'a> {
    language: &'a str,
    command: &'a str,
    is_broken: bool,
}

/// Runs everything, prints a table and the errors, and returns whether all passed.
pub fn run(settings: &Settings, output: &mut impl Write) -> Result<bool, Error> {
    refuse_mismatch(settings)?;
    let cases = load(&settings.cases)?;
    let jobs: Vec<Job<'_>> = jobs(&settings.probes, false)
        .chain(jobs(&settings.broken, true))
        .collect();
    let units = run_all(&jobs, |job| job.run(&cases, settings.timeout))?;
    print(units.as_slice(), output)?;
    Ok(units.iter().all(|unit| unit.faults.is_empty()))
}

fn jobs(commands: &[(String, String)], is_broken: bool) -> impl Iterator<Item = Job<'_>> {
    commands.iter().map(move |(language, command)| Job {
        language,
        command,
        is_broken,
    })
}

/// The results of all jobs, in their order.
fn run_all<'a>(jobs: &[Job<'a>], run: impl Fn(&Job<'a>) -> Result<Unit, Error> + Sync) -> Result<Vec<Unit>, Error> {
    let next = AtomicUsize::new(0);
    let lane = || {
        let mut units = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::SeqCst);
            let Some(job) = jobs.get(number) else { return Ok(units) };
            units.push((number, run(job)?));
        }
    };
    let mut units = thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|_| scope.spawn(lane)).collect();
        let mut units = Vec::new();
        for lane in lanes {
            let ended: Result<Vec<(usize, Unit)>, Error> = lane.join().map_err(|_| "a run panicked")?;
            units.extend(ended?);
        }
        Ok::<_, Error>(units)
    })?;
    units.sort_by_key(|(number, _)| *number);
    Ok(units.into_iter().map(|(_, unit)| unit).collect())
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
    let (probes, broken) = (names(&settings.probes)?, names(&settings.broken)?);
    if probes.is_empty() {
        return Err("no --probe is given".into());
    }
    if probes != broken {
        let probes = probes.join(", ");
        let broken = broken.join(", ");
        return Err(format!("every --probe needs its --broken: there are [{probes}] and [{broken}]").into());
    }
    Ok(())
}

impl Job<'_> {
    fn run(&self, cases: &[Case], timeout: Duration) -> Result<Unit, Error> {
        let cases: Vec<Case> = cases.iter().map(|case| case.in_language(self.language)).collect();
        let server = Server::start()?;
        server.serve(&cases);
        let mut unit = self.drive(&server, &cases, timeout);
        if self.is_broken {
            Self::expect_failures(&mut unit);
        } else {
            unit.faults.extend(check(&cases, &server.log()));
        }
        Ok(unit)
    }

    /// The probe has one accessor broken: the comparisons must notice, and that must be all that is wrong.
    fn expect_failures(unit: &mut Unit) {
        unit.name.push_str(", broken");
        // The rest are faults of the probe itself.
        unit.faults.drain(..unit.failures);
        if unit.failures == 0 {
            unit.faults
                .push("one accessor is broken and no comparison failed".to_owned());
        }
    }

    /// Sends a probe every case and compares its output. The first faults are the failed comparisons.
    fn drive(&self, server: &Server, cases: &[Case], timeout: Duration) -> Unit {
        let mut unit = Unit {
            name: self.language.to_owned(),
            cases: 0,
            comparisons: 0,
            failures: 0,
            faults: Vec::new(),
        };
        let ended = Probe::start(self.command, &[], timeout).and_then(|mut probe| {
            for case in cases {
                let answer = probe
                    .ask(&case.told(server.port()))
                    .map_err(|fault| format!("{}: {fault}", case.name))?;
                let failed = compare(self.language, &case.expect, &answer);
                unit.cases += 1;
                unit.comparisons += case.expect.comparisons();
                unit.failures += failed.len();
                unit.faults
                    .extend(failed.iter().map(|failure| format!("{}: {failure}", case.name)));
            }
            probe.finish()
        });
        unit.faults.extend(ended.err());
        unit
    }
}

fn print(units: &[Unit], output: &mut impl Write) -> Result<(), Error> {
    for unit in units {
        for fault in unit.faults.iter().take(SHOWN_FAULTS) {
            writeln!(output, "{}: {fault}", unit.name)?;
        }
        if let Some(more) = unit.faults.len().checked_sub(SHOWN_FAULTS).filter(|more| *more > 0) {
            writeln!(output, "{}: and {more} more", unit.name)?;
        }
    }
    let width = units.iter().map(|unit| unit.name.len()).max().unwrap_or_default();
    let width = width.max("probe".len());
    writeln!(
        output,
        "{:width$}  {:>6}  {:>11}  {:>8}  result",
        "probe", "cases", "comparisons", "failures"
    )?;
    for unit in units {
        let result = if unit.faults.is_empty() { "ok" } else { "FAILED" };
        let Unit {
            name,
            cases,
            comparisons,
            failures,
            ..
        } = unit;
        writeln!(
            output,
            "{name:width$}  {cases:>6}  {comparisons:>11}  {failures:>8}  {result}"
        )?;
    }
    let failed = units.iter().filter(|unit| !unit.faults.is_empty()).count();
    writeln!(output, "{} passed, {failed} failed", units.len() - failed)?;
    Ok(())
}
