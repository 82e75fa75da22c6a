//! Serves the conformance cases to the probe of each language and checks its reports.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use nango_conformance::Error;
use nango_conformance::driver::{self, Settings};

const USAGE: &str = "usage: nango-conformance --cases DIRECTORY [--timeout-seconds N] \
                     --probe LANGUAGE=COMMAND --broken LANGUAGE=COMMAND ...";

fn main() -> ExitCode {
    let result =
        settings(std::env::args().skip(1)).and_then(|settings| driver::run(&settings, &mut io::stdout().lock()));
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("nango-conformance: {error}");
            ExitCode::from(2)
        }
    }
}

fn settings(mut arguments: impl Iterator<Item = String>) -> Result<Settings, Error> {
    let mut cases = None;
    let (mut probes, mut broken) = (Vec::new(), Vec::new());
    let mut timeout = Duration::from_secs(60);
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match option.as_str() {
            "--cases" => cases = Some(PathBuf::from(value)),
            "--timeout-seconds" => timeout = Duration::from_secs(value.parse()?),
            "--probe" => probes.push(command(&value)?),
            "--broken" => broken.push(command(&value)?),
            _ => return Err(USAGE.into()),
        }
    }
    Ok(Settings {
        cases: cases.ok_or(USAGE)?,
        probes,
        broken,
        timeout,
    })
}

fn command(value: &str) -> Result<(String, String), Error> {
    let (language, command) = value.split_once('=').ok_or(USAGE)?;
    Ok((language.to_owned(), command.to_owned()))
}
