//! A server that costs far less than any of its clients: one thread, epoll, responses made beforehand. It takes plain
//! http and TLS 1.3 with tickets, on ports that the system chooses, and ends with its standard input.
//!
//! usage: nango-bench-server DIRECTORY, which gets ca.pem, the authority to trust. Prints the two addresses.

mod answers;
mod connection;
mod events;
mod tls;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use mio::net::TcpListener;

use crate::events::Server;

fn main() -> ExitCode {
    let Some(directory) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: nango-bench-server DIRECTORY");
        return ExitCode::from(2);
    };
    match run(&directory) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("nango-bench-server: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(directory: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let tls = tls::config(&directory.join("ca.pem"))?;
    let any_port = "127.0.0.1:0".parse()?;
    let http = TcpListener::bind(any_port)?;
    let https = TcpListener::bind(any_port)?;
    announce(&http, &https)?;
    Server::new(http, https, tls)?.serve()?;
    Ok(())
}

/// By a name, as clients reach Nango, so that they have one to look up and to check the certificate for.
fn announce(http: &TcpListener, https: &TcpListener) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "http://localhost:{}", http.local_addr()?.port())?;
    writeln!(out, "https://localhost:{}", https.local_addr()?.port())?;
    out.flush()
}
