//! The formatters of the languages.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The text as the formatter of its language writes it; as it is where there is none.
pub fn format(root: &Path, file: &str, text: String) -> Result<String, String> {
    let venv = root.join("target/py/dev/bin/ruff");
    match Path::new(file).extension().and_then(|ending| ending.to_str()) {
        Some("rs") => pipe(root, Path::new("rustfmt"), &["--edition", "2024"], &text),
        Some("go") => pipe(root, Path::new("gofmt"), &[], &text),
        Some("py") if !venv.exists() => Err("there is no ruff: run `make generate`, which installs it".to_owned()),
        Some("py") => pipe(root, &venv, &["format", "--stdin-filename", file, "-"], &text),
        _ => Ok(text),
    }
}

fn pipe(root: &Path, program: &Path, arguments: &[&str], text: &str) -> Result<String, String> {
    let shown = program.display();
    let failed = |problem: std::io::Error| format!("{shown}: {problem}");
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let mut input = child.stdin.take().expect("piped");
    let output = std::thread::scope(|scope| {
        // On a thread of its own: the program may write before it has read everything.
        scope.spawn(move || input.write_all(text.as_bytes()));
        child.wait_with_output()
    });
    let output = output.map_err(failed)?;
    if !output.status.success() {
        return Err(format!("{shown} does not accept what a template makes"));
    }
    String::from_utf8(output.stdout).map_err(|problem| format!("{shown}: {problem}"))
}
