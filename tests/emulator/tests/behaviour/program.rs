//! The program `nango-emulator` itself.

use crate::client::{DEMO_KEY, get, open, wait_for_requests};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
};

/// A running program; it is ended with the test.
pub struct Program {
    child: Child,
    stdout: BufReader<ChildStdout>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// Starts it, and returns when it listens.
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nango-emulator"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("its standard output"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line");
        let address = line
            .strip_prefix("nango-emulator listening on http://")
            .and_then(|rest| rest.strip_suffix('\n'))
            .and_then(|address| address.parse().ok());
        Self {
            address: address.unwrap_or_else(|| panic!("not an address: {line}")),
            child,
            stdout,
        }
    }

    /// The most memory that it has held so far, in bytes.
    #[cfg(target_os = "linux")]
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
        kilobytes.and_then(|text| text.parse::<u64>().ok()).expect("a number") * 1_024
    }

    /// Waits until the program has ended by itself, which closes its standard output.
    fn end(mut self) -> ExitStatus {
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).expect("the end");
        assert_eq!(rest, "", "one line is printed and no more");
        self.child.wait().expect("an exit status")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended already unless the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_nango-emulator"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn it_serves_the_demo_and_ends_with_its_standard_input() {
    let mut program = Program::start(&["--port", "0", "--exit-with-stdin"]);
    let target = "/connection/customer-oauth2?provider_config_key=github";
    let response = get(program.address, DEMO_KEY, target);
    let token = &response.json()["credentials"]["access_token"];
    assert_eq!(token, "gho_invented_demo_token");
    assert!(program.address.ip().is_loopback());
    drop(program.child.stdin.take());
    assert!(program.end().success());
}

#[test]
fn it_serves_a_seed_file() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/recorded.json");
    let program = Program::start(&["--seed", seed]);
    let key = "52c3f492-4019-4a02-8995-81c9a5b9a554";
    let target = "/connections/api-key?provider_config_key=fake-api-key";
    assert_eq!(get(program.address, key, target).status, 200);
}

#[cfg(unix)]
#[test]
fn signals_end_it_cleanly_whatever_still_waits() {
    for signal in ["-INT", "-TERM"] {
        let program = Program::start(&[]);
        let bearer = format!("Bearer {DEMO_KEY}");
        let target = "/connections/stalled?provider_config_key=salesforce";
        let headers = [("authorization", bearer.as_str())];
        let _stalled = open(program.address, "GET", target, &headers, None);
        wait_for_requests(program.address, 1);
        let process = program.child.id().to_string();
        let sent = Command::new("kill").args([signal, &process]).status();
        assert!(sent.expect("kill runs").success());
        assert_eq!(program.end().code(), Some(0), "{signal}");
    }
}

#[test]
fn an_argument_replaces_the_rate_limit_of_the_seed() {
    let target = "/connection/customer-oauth2?provider_config_key=github";
    let limited = Program::start(&["--rate-limit", "1"]);
    assert_eq!(get(limited.address, DEMO_KEY, target).status, 200);
    assert_eq!(get(limited.address, DEMO_KEY, target).status, 429);
    let unlimited = Program::start(&["--rate-limit", "0"]);
    for _ in 0..201 {
        assert_eq!(get(unlimited.address, DEMO_KEY, target).status, 200);
    }
    let (code, _, problem) = run(&["--rate-limit", "none"]);
    assert_eq!(code, Some(2));
    assert!(problem.contains("'--rate-limit <N>'"), "{problem}");
}

#[test]
fn it_says_where_it_is_in_json() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nango-emulator"))
        .args(["--json", "--exit-with-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdout = BufReader::new(child.stdout.take().expect("its standard output"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    let announced: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(announced["secret_key"], DEMO_KEY);
    let url = announced["base_url"]
        .as_str()
        .and_then(|url| url.strip_prefix("http://"));
    let address: SocketAddr = url.and_then(|url| url.parse().ok()).expect("an address");
    let target = "/connection/customer-oauth2?provider_config_key=github";
    assert_eq!(get(address, DEMO_KEY, target).status, 200);
    drop(child.stdin.take());
    assert!(child.wait().expect("an exit status").success());
}

#[cfg(unix)]
#[test]
fn a_command_runs_against_it_and_gives_its_exit_code() {
    let script = r#"printf '%s %s %s' "$NANGO_BASE_URL" "$NANGO_SECRET_KEY" "$no_proxy"; exit 7"#;
    let (code, printed, _) = run(&["--", "sh", "-c", script]);
    assert_eq!(code, Some(7));
    let words: Vec<&str> = printed.split(' ').collect();
    assert!(words[0].starts_with("http://127.0.0.1:"), "{printed}");
    assert_eq!(words[1], DEMO_KEY);
    assert!(words[2].ends_with("127.0.0.1"), "{printed}");

    // A developer's own Nango does not get in between.
    let own = Command::new(env!("CARGO_BIN_EXE_nango-emulator"))
        .args(["--", "sh", "-c", r#"printf '%s%s' "$NANGO_API_KEY" "$NANGO_HOSTPORT""#])
        .env("NANGO_API_KEY", "invented-other-key")
        .env("NANGO_HOSTPORT", "https://nango.example")
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&own.stdout), "");

    let (code, _, _) = run(&["--", "sh", "-c", "kill -KILL $$"]);
    assert_eq!(code, Some(128 + 9));
    let (code, _, problem) = run(&["--", "no-such-command"]);
    assert_eq!(code, Some(2));
    assert!(problem.starts_with("nango-emulator: no-such-command: "), "{problem}");
}

#[cfg(unix)]
#[test]
fn a_termination_is_passed_on_to_the_command() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nango-emulator"))
        .args(["--", "sh", "-c", "echo ready; exec cat"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // Waiting closes it otherwise, and the command might then end by itself before the signal has arrived.
    let stdin = child.stdin.take();
    let mut stdout = BufReader::new(child.stdout.take().expect("its standard output"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    let process = child.id().to_string();
    assert!(Command::new("kill").arg(process).status().expect("kill runs").success());
    assert_eq!(child.wait().expect("an exit status").code(), Some(128 + 15));
    drop(stdin);
}

#[test]
fn help_version_and_list_answer_at_once() {
    let (code, help, _) = run(&["--help"]);
    assert_eq!(code, Some(0));
    for option in [
        "--port",
        "--seed",
        "--rate-limit",
        "--list",
        "--json",
        "--exit-with-stdin",
        "COMMAND",
    ] {
        assert!(help.contains(option), "{option}");
    }
    let (code, version, _) = run(&["--version"]);
    assert_eq!(code, Some(0));
    assert_eq!(version, concat!("nango-emulator ", env!("CARGO_PKG_VERSION"), "\n"));
    let (code, list, _) = run(&["--list"]);
    assert_eq!(code, Some(0));
    assert!(list.contains("customer-oauth2\tgithub\tOAUTH2\n"), "{list}");
}

#[test]
fn mistakes_are_one_sentence_and_exit_code_2() {
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let wrong = directory.join(format!("wrong-seed-{}.json", std::process::id()));
    std::fs::write(
        &wrong,
        r#"{"keys": [], "integrations": [], "connections": [], "port": 1}"#,
    )
    .expect("a file");
    let wrong = wrong.to_str().expect("a path");
    let (code, _, problem) = run(&["--seed", wrong]);
    assert_eq!(code, Some(2));
    let expected = format!("nango-emulator: {wrong}: port: unknown field `port`, expected one of");
    assert!(problem.starts_with(&expected), "{problem}");
    assert_eq!(problem.lines().count(), 1);

    let (code, _, problem) = run(&["--seed", "no/such/file.json"]);
    assert_eq!(code, Some(2));
    let expected = "nango-emulator: no/such/file.json: cannot be read: ";
    assert!(problem.starts_with(expected), "{problem}");

    let (code, _, problem) = run(&["--port", "many"]);
    assert_eq!(code, Some(2));
    assert!(problem.contains("'many'"), "{problem}");

    let taken = Program::start(&[]);
    let port = taken.address.port().to_string();
    let (code, _, problem) = run(&["--port", &port]);
    assert_eq!(code, Some(2));
    assert!(
        problem.starts_with(&format!("nango-emulator: --port {port}: ")),
        "{problem}"
    );
}
