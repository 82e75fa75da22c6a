//! The program: reads its arguments and a seed, serves, and ends on request.

mod args;
mod command;

use args::Args;
use clap::Parser;
use nango_emulator::{Seed, seed::RateLimit, start_on};
use serde_json::json;
use std::{
    io::{self, Write},
    process::ExitCode,
    thread,
};
use tokio::{runtime::Builder, sync::oneshot};

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("nango-emulator: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<ExitCode, String> {
    let seed = match &args.seed {
        Some(path) => Seed::load(path),
        None => Seed::demo(),
    };
    let mut seed = seed.map_err(|problem| problem.to_string())?;
    if let Some(requests) = args.rate_limit {
        seed.rate_limit = RateLimit::per_minute(requests);
    }
    if args.list {
        print_connections(&seed).map_err(|problem| problem.to_string())?;
        return Ok(ExitCode::SUCCESS);
    }
    let secret_key = seed.keys.first().map(|key| key.secret.clone());
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|problem| problem.to_string())?;
    let start = || start_on(seed, args.port).map_err(|problem| format!("--port {}: {problem}", args.port));
    if !args.command.is_empty() {
        let emulator = start()?;
        return runtime.block_on(command::run(&args.command, &emulator, secret_key.as_deref()));
    }
    runtime.block_on(async {
        // Before the address is printed: its reader may send a signal at once.
        let told = Told::listen(args.exit_with_stdin).map_err(|problem| problem.to_string())?;
        let emulator = start()?;
        let announcement = match args.json {
            true => json!({"base_url": emulator.base_url(), "secret_key": secret_key}).to_string(),
            false => format!("nango-emulator listening on {}", emulator.base_url()),
        };
        announce(&announcement).map_err(|problem| problem.to_string())?;
        told.wait().await;
        emulator.shutdown();
        Ok(ExitCode::SUCCESS)
    })
}

fn announce(line: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}

fn print_connections(seed: &Seed) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    for connection in &seed.connections {
        let mode = connection
            .credentials
            .get("type")
            .and_then(|mode| mode.as_str())
            .unwrap_or("-");
        let (id, integration) = (&connection.connection_id, &connection.provider_config_key);
        writeln!(stdout, "{id}\t{integration}\t{mode}")?;
    }
    Ok(())
}

/// Everything that can end the program.
struct Told {
    stdin: Option<oneshot::Receiver<()>>,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Told {
    fn listen(with_stdin: bool) -> io::Result<Self> {
        #[cfg(unix)]
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            stdin: with_stdin.then(watch_stdin),
            #[cfg(unix)]
            terminate: signal(SignalKind::terminate())?,
            #[cfg(unix)]
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    #[cfg(unix)]
    async fn wait(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
            () = stdin_ends(self.stdin) => {}
        }
    }

    #[cfg(not(unix))]
    async fn wait(self) {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = stdin_ends(self.stdin) => {}
        }
    }
}

async fn stdin_ends(stdin: Option<oneshot::Receiver<()>>) {
    match stdin {
        // The sender is dropped, whichever way reading ends.
        Some(ended) => drop(ended.await),
        None => std::future::pending().await,
    }
}

/// A separate thread, since reading standard input cannot be interrupted.
fn watch_stdin() -> oneshot::Receiver<()> {
    let (ended, receiver) = oneshot::channel();
    thread::spawn(move || {
        // However reading ends, the other side is gone.
        let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
        drop(ended);
    });
    receiver
}
