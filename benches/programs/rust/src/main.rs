//! libnango from Rust: gets a connection again and again.

mod turns;

use std::error::Error;

use nango::{CallOptions, Client, ClientOptions};

const INTEGRATION: &str = "github";
/// Invented, as is the token.
const SECRET_KEY: &str = "00000000-0000-4000-8000-00000000beef";
const TOKEN: &str = "invented_0123456789abcdef0123456789abcdef";

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base_url, calls, connection_id] = arguments.as_slice() else {
        return Err("usage: nango-bench-rust BASE_URL CALLS|- CONNECTION_ID".into());
    };
    let client = Client::new(ClientOptions::new().secret_key(SECRET_KEY).base_url(base_url))?;
    turns::each(calls, |count| (0..count).try_for_each(|_| call(&client, connection_id)))
}

fn call(client: &Client, connection_id: &str) -> Result<(), Failure> {
    let connection = client.get_connection(connection_id, INTEGRATION, &CallOptions::new())?;
    let others = [
        Some(connection.connection_id()),
        Some(connection.provider_config_key()),
        connection.provider(),
        connection.created_at(),
        connection.updated_at(),
        connection.auth_mode_name(),
        connection.expires_at(),
    ];
    if connection.access_token() != Some(TOKEN) || others.contains(&None) {
        return Err("the answer is not the expected one".into());
    }
    Ok(())
}
