//! The program's arguments.

use clap::Parser;
use std::{ffi::OsString, path::PathBuf};

const MORE: &str = "\
Prints `nango-emulator listening on URL` once it answers, and ends with Ctrl-C or SIGTERM. With a COMMAND it prints nothing, \
runs the command with NANGO_BASE_URL and NANGO_SECRET_KEY set, and ends with it and its exit code:

    nango-emulator --seed tests/nango.json -- npm test";

/// A local Nango server for tests: connections, refreshes and errors without a Nango account.
#[derive(Debug, Parser)]
#[command(version, after_help = MORE)]
pub struct Args {
    /// The port on 127.0.0.1; 0 lets the system choose
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// The seed file; a built-in one with a connection for each auth mode without it
    #[arg(long, value_name = "FILE")]
    pub seed: Option<PathBuf>,
    /// How many requests a minute are answered, in place of the seed's rate limit; 0 for any number
    #[arg(long, value_name = "N")]
    pub rate_limit: Option<u32>,
    /// Print the connections of the seed and end
    #[arg(long)]
    pub list: bool,
    /// Print `{"base_url": ..., "secret_key": ...}` in one line instead; the key is the seed's first
    #[arg(long)]
    pub json: bool,
    /// End as soon as standard input ends, so that the emulator never outlives the program that started it
    #[arg(long)]
    pub exit_with_stdin: bool,
    /// A program to run against the emulator, with its arguments
    #[arg(last = true, value_name = "COMMAND", conflicts_with_all = ["list", "json", "exit_with_stdin"])]
    pub command: Vec<OsString>,
}
