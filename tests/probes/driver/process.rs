//! A running probe.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::protocol::{Answer, Told};

/// Variables that change how a client works; a case sets those that it tests.
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
    "NANGO_BASE_URL",
    "NANGO_HOSTPORT",
    "NANGO_ALLOW_PLAINTEXT_HTTP",
    "LD_PRELOAD",
];

/// A running probe, which is killed when dropped, with everything that it started.
pub struct Probe {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    complaints: Arc<Mutex<String>>,
    patience: Duration,
    has_ended: bool,
}

impl Probe {
    /// Starts a probe with a command of the shell, with these variables and none that would change how a client works.
    /// Each response may take as long as `patience`.
    pub fn start(command: &str, environment: &[(&'static str, String)], patience: Duration) -> Result<Probe, String> {
        let mut shell = Command::new("sh");
        for name in VARIABLES {
            shell.env_remove(name);
        }
        // The shell itself starts without the variables: one of them may be loaded into every program.
        let exports = environment
            .iter()
            .map(|(name, value)| format!("{name}={}; export {name}; ", quoted(value)));
        shell
            .args(["-c", &(exports.collect::<String>() + command)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // A separate process group, so that the shell's children can be killed with it.
            .process_group(0);
        let mut child = shell
            .spawn()
            .map_err(|error| format!("{command} cannot be started: {error}"))?;
        let (Some(input), Some(output), Some(errors)) = (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err("the probe has no pipes".to_owned());
        };
        let (sender, lines) = mpsc::channel();
        let complaints = Arc::new(Mutex::new(String::new()));
        let collected = Arc::clone(&complaints);
        let collecting = thread::spawn(move || collect(errors, &collected));
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
            // Once there are no more responses, standard error is complete.
            let _ = collecting.join();
        });
        Ok(Probe {
            child,
            input: Some(input),
            lines,
            complaints,
            patience,
            has_ended: false,
        })
    }

    /// Sends the probe a line and waits for its response.
    pub fn ask(&mut self, told: &Told) -> Result<Answer, String> {
        let mut line = serde_json::to_string(told).map_err(|error| error.to_string())?;
        line.push('\n');
        if let Some(input) = &mut self.input {
            // If it ended, that shows right after.
            let _ = input.write_all(line.as_bytes()).and_then(|()| input.flush());
        }
        match self.lines.recv_timeout(self.patience) {
            Ok(answer) => serde_json::from_str(&answer).map_err(|error| format!("the probe said {answer:?}: {error}")),
            Err(RecvTimeoutError::Timeout) => Err(self.overdue()),
            Err(RecvTimeoutError::Disconnected) => Err(format!("the probe ended{}", self.complaints())),
        }
    }

    /// Lets the probe end, which it must do with 0 and without further output.
    pub fn finish(mut self) -> Result<(), String> {
        drop(self.input.take());
        match self.lines.recv_timeout(self.patience) {
            Ok(line) => return Err(format!("the probe said {line:?} without being asked")),
            Err(RecvTimeoutError::Timeout) => return Err(self.overdue()),
            Err(RecvTimeoutError::Disconnected) => {}
        }
        let status = self.child.wait();
        self.has_ended = status.is_ok();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("the probe ended with {status}{}", self.complaints())),
            Err(error) => Err(error.to_string()),
        }
    }

    fn overdue(&self) -> String {
        let patience = self.patience.as_millis();
        format!(
            "the probe was killed after {patience} ms without an answer{}",
            self.complaints()
        )
    }

    /// Its standard error.
    fn complaints(&self) -> String {
        let complaints = self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
        complaints.lines().map(|line| format!("\n  | {line}")).collect()
    }
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

fn collect(errors: impl Read, into: &Mutex<String>) {
    for line in BufReader::new(errors).split(b'\n').map_while(io::Result::ok) {
        let mut all = into.lock().unwrap_or_else(PoisonError::into_inner);
        all.push_str(&String::from_utf8_lossy(&line));
        all.push('\n');
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        if self.has_ended {
            return; // Its number may be another's by now.
        }
        let group = self.child.id();
        let _ = Command::new("sh")
            .args(["-c", &format!("kill -s KILL -- -{group} 2>/dev/null")])
            .status();
        let _ = self.child.wait();
    }
}
