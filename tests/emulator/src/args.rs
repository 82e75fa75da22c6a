//! The program's arguments.

use clap::Parser;
use std::path::PathBuf;

/// A local Nango server for tests: connections, refreshes and errors without a Nango account.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Args {
    /// The port on 127.0.0.1; 0 lets the system choose
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// The seed file; a built-in one with a connection for each auth mode without it
    #[arg(long, value_name = "FILE")]
    pub seed: Option<PathBuf>,
    /// Print the connections of the seed and end
    #[arg(long)]
    pub list: bool,
    /// End as soon as standard input ends, so that the emulator never outlives the program that started it
    #[arg(long)]
    pub exit_with_stdin: bool,
}
