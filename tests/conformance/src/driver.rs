//! Runs the cases through the probe of every language, and judges each.

use std::io::Write;
use std::path::PathBuf;
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

/// Shared by all runs.
struct Stage {
    server: Server,
    cases: Vec<Case>,
    timeout: Duration,
}

/// Runs everything, prints a table and the errors, and returns whether all passed.
pub fn run(settings: &Settings, output: &mut impl Write) -> Result<bool, Error> {
    refuse_mismatch(settings)?;
    let stage = Stage {
        cases: load(&settings.cases)?,
        server: Server::start()?,
        timeout: settings.timeout,
    };
    let mut units = Vec::new();
    for (language, command) in &settings.probes {
        units.push(stage.run(language, command));
    }
    for (language, command) in &settings.broken {
        units.push(stage.run_broken(language, command));
    }
    print(units.as_slice(), output)?;
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

impl Stage {
    /// The probe as it is: everything that it returns and sends must be right.
    fn run(&self, language: &str, command: &str) -> Unit {
        let cases: Vec<Case> = self.cases.iter().map(|case| case.in_language(language)).collect();
        let mut unit = self.drive(language, command, &cases);
        unit.faults.extend(check(&cases, &self.server.log()));
        unit
    }

    /// The probe with one accessor broken: the comparisons must notice, and that must be all that is wrong.
    fn run_broken(&self, language: &str, command: &str) -> Unit {
        let cases: Vec<Case> = self.cases.iter().map(|case| case.in_language(language)).collect();
        let mut unit = self.drive(language, command, &cases);
        unit.name.push_str(", broken");
        // The rest are faults of the probe itself.
        unit.faults.drain(..unit.failures);
        if unit.failures == 0 {
            unit.faults
                .push("one accessor is broken and no comparison failed".to_owned());
        }
        unit
    }

    /// Sends a probe every case and compares its output. The first faults are the failed comparisons.
    fn drive(&self, language: &str, command: &str, cases: &[Case]) -> Unit {
        self.server.serve(cases);
        let mut unit = Unit {
            name: language.to_owned(),
            cases: 0,
            comparisons: 0,
            failures: 0,
            faults: Vec::new(),
        };
        let ended = Probe::start(command, &[], self.timeout).and_then(|mut probe| {
            for case in cases {
                let answer = probe
                    .ask(&case.told(self.server.port()))
                    .map_err(|fault| format!("{}: {fault}", case.name))?;
                let failed = compare(language, &case.expect, &answer);
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
