//! What a developer runs: `cargo xtask generate` writes what follows from the C ABI, with `--check` it says what is stale.

use std::path::Path;
use std::process::ExitCode;

mod abi;
mod api;
mod filters;
mod format;
mod generate;
mod made;
mod names;
mod parts;
mod wrappers;

const USAGE: &str = "usage: cargo xtask generate [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let check = match words[..] {
        ["generate"] => false,
        ["generate", "--check"] => true,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the project");
    let stale = match generate::run(root, check) {
        Ok(stale) => stale,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            return ExitCode::FAILURE;
        }
    };
    for file in &stale {
        println!("{} {file}", if check { "stale:" } else { "wrote" });
    }
    if check && !stale.is_empty() {
        println!("run `make generate` and commit what it writes");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
