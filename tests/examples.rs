//! The example that shows calls from an asynchronous program, and the client of the environment that it makes.

mod support;

use std::process::Command;

use nango::{Client, ErrorKind};
use support::{CONNECTION, KEY, Server};

#[test]
fn the_async_example_gets_a_connection_with_the_environments_key() {
    let server = Server::once(|peer| {
        let head = peer.read_head().unwrap();
        assert!(head.contains(&format!("Bearer {KEY}\r\n")), "{head}");
        peer.answer(200, "application/json", CONNECTION);
    });
    let tests = std::env::current_exe().unwrap();
    let example = tests.parent().unwrap().with_file_name("examples").join("async");
    let done = Command::new(example)
        .envs([("NANGO_SECRET_KEY", KEY), ("NANGO_BASE_URL", &server.url())])
        .env_remove("http_proxy")
        .env_remove("all_proxy")
        .env_remove("ALL_PROXY")
        .output()
        .expect("`cargo test` builds the examples, `cargo test --test` does not: cargo build --example async");
    assert_eq!(
        (
            String::from_utf8_lossy(&done.stdout).as_ref(),
            String::from_utf8_lossy(&done.stderr).as_ref()
        ),
        ("got a connection of p\n", "")
    );
    server.finish();
}

#[test]
fn an_environment_without_a_key_is_an_error_that_says_so() {
    // Of the tests in this file none sets a variable of this process.
    if std::env::var_os("NANGO_SECRET_KEY").is_some() || std::env::var_os("NANGO_API_KEY").is_some() {
        assert!(Client::from_env().is_ok());
        return;
    }
    let error = Client::from_env().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().contains("NANGO_SECRET_KEY"), "{error}");
}
