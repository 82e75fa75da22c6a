//! A server that costs far less than any of its clients: one thread, epoll, responses made beforehand. It takes plain
//! http and TLS 1.3 with tickets, on ports that the system chooses, and ends with its standard input.
//!
//! usage: nango-bench-server DIRECTORY, which gets ca.pem, the authority to trust. Prints the two addresses.

mod answers;
mod connection;
mod events;
mod tls;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use mio::net::TcpListener;
use socket2::{Domain, Socket, Type};

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
    let http = listen()?;
    let https = listen()?;
    announce(&http, &https)?;
    Server::new(http, https, tls)?.serve()?;
    Ok(())
}

/// Clients that connect at once before any is accepted. The system has a limit of its own.
const WAITING: i32 = 16_384;

/// Listens on a port that the system chooses.
fn listen() -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into())?;
    socket.listen(WAITING)?;
    socket.set_nonblocking(true)?;
    Ok(TcpListener::from_std(socket.into()))
}

/// By a name, as clients reach Nango, so that they have one to look up and to check the certificate for.
fn announce(http: &TcpListener, https: &TcpListener) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "http://localhost:{}", http.local_addr()?.port())?;
    writeln!(out, "https://localhost:{}", https.local_addr()?.port())?;
    out.flush()
}
