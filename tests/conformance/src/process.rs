//! Runs a command of the shell, for a limited time.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long the end of a killed command may take.
const GRACE: Duration = Duration::from_secs(10);

/// What became of a command.
pub struct Finished {
    /// How it ended; None if it was killed because its time was over.
    pub status: Option<ExitStatus>,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs a command with these variables besides the environment. When its time is over it is killed, with everything
/// that it started.
pub fn run(command: &str, variables: &[(&str, &str)], time: Duration) -> io::Result<Finished> {
    let child = Command::new("sh")
        .args(["-c", command])
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        // A group of its own, so that the commands that the shell starts can be killed with it.
        .process_group(0)
        .spawn()?;
    let group = child.id();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait_with_output()));
    let (output, killed) = match receiver.recv_timeout(time) {
        Ok(output) => (output?, false),
        Err(_) => {
            // Whether this works shows right after: the output ends when nobody holds it open any more.
            Command::new("sh")
                .args(["-c", &format!("kill -s KILL -- -{group}")])
                .status()?;
            let output = receiver.recv_timeout(GRACE).map_err(io::Error::other)?;
            (output?, true)
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(Finished {
        status: (!killed).then_some(output.status),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    })
}
