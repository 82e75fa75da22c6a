//! A program that runs against the emulator and ends with it.

use nango_emulator::Emulator;
use std::{
    env,
    ffi::OsString,
    io,
    process::{ExitCode, ExitStatus},
};
use tokio::process::Command;

/// Runs the command with the emulator's address in its environment, and returns the exit code to end with.
pub async fn run(command: &[OsString], emulator: &Emulator, secret_key: Option<&str>) -> Result<ExitCode, String> {
    let Some((program, arguments)) = command.split_first() else {
        return Err("there is no command to run".to_owned());
    };
    let mut prepared = Command::new(program);
    prepared
        .args(arguments)
        .env("NANGO_BASE_URL", emulator.base_url())
        .env("no_proxy", without_proxy(emulator))
        .kill_on_drop(true);
    if let Some(key) = secret_key {
        prepared.env("NANGO_SECRET_KEY", key);
    }
    // A client rejects two keys that differ, and the emulator does not have a developer's own.
    prepared.env_remove("NANGO_API_KEY").env_remove("NANGO_HOSTPORT");
    let status = run_to_its_end(prepared)
        .await
        .map_err(|problem| format!("{}: {problem}", program.to_string_lossy()))?;
    Ok(exit_code(status))
}

/// The environment's own list of hosts that need no HTTP proxy, and the emulator.
fn without_proxy(emulator: &Emulator) -> String {
    let known = env::var("no_proxy")
        .or_else(|_| env::var("NO_PROXY"))
        .unwrap_or_default();
    let host = emulator.address().ip().to_string();
    match known.trim() {
        "" => host,
        "*" => "*".to_owned(),
        hosts => format!("{hosts},{host}"),
    }
}

/// Runs it to its end. A terminal's Ctrl-C reaches the command too, which handles it; a SIGTERM is passed on.
#[cfg(unix)]
async fn run_to_its_end(mut prepared: Command) -> io::Result<ExitStatus> {
    use tokio::signal::unix::{SignalKind, signal};
    // Before the command starts, since it may have to be ended at once.
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut child = prepared.spawn()?;
    loop {
        tokio::select! {
            status = child.wait() => return status,
            _ = terminate.recv() => pass_on_termination(&child),
            _ = interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
async fn run_to_its_end(mut prepared: Command) -> io::Result<ExitStatus> {
    let mut child = prepared.spawn()?;
    loop {
        tokio::select! {
            status = child.wait() => return status,
            _ = tokio::signal::ctrl_c() => {}
        }
    }
}

#[cfg(unix)]
fn pass_on_termination(child: &tokio::process::Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let process = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    if let Some(process) = process {
        // It may have ended meanwhile.
        let _ = kill_process(process, Signal::TERM);
    }
}

/// As in a shell: 128 and the signal for a command that a signal ended.
fn exit_code(status: ExitStatus) -> ExitCode {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX));
    }
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}
