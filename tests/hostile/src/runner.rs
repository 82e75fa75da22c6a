//! A runner: a program in one language that makes the calls that it is told to.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::wire;

/// Longer than any call may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// What changes how a client works; a case sets what it is about.
const VARIABLES: &[&str] = &[
    "http_proxy",
    "HTTP_PROXY",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
    "no_proxy",
    "NO_PROXY",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "NANGO_SECRET_KEY",
    "NANGO_API_KEY",
    "NANGO_ALLOW_PLAINTEXT_HTTP",
    "NANGO_BASE_URL",
    "NANGO_HOSTPORT",
    "LD_PRELOAD",
];

/// How a runner is started: `language=command`, where the command may begin with variables.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its name in the table.
    pub name: String,
    variables: Vec<(String, String)>,
    command: Vec<String>,
}

impl Language {
    /// Reads `name=[VARIABLE=value ...] program argument ...`; `None` if there is no program.
    pub fn parse(text: &str) -> Option<Language> {
        let (name, command) = text.split_once('=')?;
        let mut words = command.split_whitespace().map(str::to_owned).peekable();
        let mut variables = Vec::new();
        while let Some((name, value)) = words.peek().and_then(|word| word.split_once('=')) {
            variables.push((name.to_owned(), value.to_owned()));
            words.next();
        }
        let command: Vec<String> = words.collect();
        (!command.is_empty()).then(|| Language {
            name: name.to_owned(),
            variables,
            command,
        })
    }

    /// Starts the runner with these variables and none that would change how a client works.
    pub fn start(&self, environment: &[(&'static str, String)]) -> Result<Runner, String> {
        let mut command = Command::new(&self.command[0]);
        for name in VARIABLES {
            command.env_remove(name);
        }
        command
            .args(&self.command[1..])
            .envs(self.variables.iter().cloned())
            .envs(environment.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| format!("{} cannot be started: {error}", self.command[0]))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("the runner has no pipes".to_owned());
        };
        let (said, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if said.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Runner { child, input, lines })
    }
}

/// A running runner, which is ended when dropped.
pub struct Runner {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

/// What a runner says of a call, by name.
pub type Outcome = BTreeMap<String, String>;

impl Runner {
    /// Tells the runner something and waits for what it says.
    pub fn tell(&mut self, word: &str, fields: &[(&'static str, String)]) -> Result<Outcome, String> {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let line = wire::line(word, &fields) + "\n";
        let written = self.input.write_all(line.as_bytes()).and_then(|()| self.input.flush());
        written.map_err(|error| format!("the runner ended: {error}"))?;
        let answer = self.lines.recv_timeout(PATIENCE).map_err(|error| match error {
            mpsc::RecvTimeoutError::Timeout => format!("no answer from the runner in {} s", PATIENCE.as_secs()),
            mpsc::RecvTimeoutError::Disconnected => "the runner ended".to_owned(),
        })?;
        match wire::parse(&answer) {
            (said, outcome) if said == "outcome" => Ok(outcome),
            _ => Err(format!("the runner said {answer:?}")),
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
