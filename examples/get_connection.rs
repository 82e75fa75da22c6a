//! Fetches one connection and prints what kind of credentials it has.

use std::process::ExitCode;
use std::sync::Arc;

use nango::{Client, Connection, Error};

fn main() -> ExitCode {
    let connection_id = variable("NANGO_CONNECTION_ID", "customer-1");
    let provider_config_key = variable("NANGO_PROVIDER_CONFIG_KEY", "github");
    match fetch(&connection_id, &provider_config_key) {
        Ok(connection) => {
            println!("{}", describe(&connection));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", error.kind().name());
            ExitCode::FAILURE
        }
    }
}

fn fetch(connection_id: &str, provider_config_key: &str) -> Result<Arc<Connection>, Error> {
    let client = Client::from_env()?; // NANGO_SECRET_KEY, NANGO_BASE_URL
    client.get_connection(connection_id, provider_config_key, None)
}

/// One line that shows no more than the first characters of a token.
fn describe(connection: &Connection) -> String {
    let token = match connection.token() {
        Some(token) => format!("{}...", token.chars().take(8).collect::<String>()),
        None => "(no single token)".to_owned(),
    };
    format!(
        "{}/{}: {} {token} expires {}",
        connection.provider_config_key(),
        connection.connection_id(),
        connection.auth_mode_name().unwrap_or("no credentials"),
        connection.expires_at().unwrap_or("never")
    )
}

fn variable(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}
