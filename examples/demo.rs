//! What `make demo` shows of a local emulator: every auth mode, a token that is refreshed, a refresh that fails, and calls to
//! an external API through Nango's proxy.
//!
//! Standard input is the emulator's `--list`: a connection a line. The address and the key come from the environment.

use std::error::Error;
use std::io::{self, BufRead, Read, Write};
use std::net::TcpStream;

use nango::{CallOptions, Client, ClientOptions, Connection, Request};
use serde_json::Value;

/// How much of a secret is shown.
const SHOWN: usize = 10;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let base_url = std::env::var("NANGO_BASE_URL")?;
    let client = Client::new(&ClientOptions::from_env())?;
    println!(
        "libnango {} and a Nango emulator at {base_url}",
        env!("CARGO_PKG_VERSION")
    );
    auth_modes(&client, &connections()?)?;
    expiring_token(&client, &base_url)?;
    failed_refresh(&client)?;
    proxied_calls(&client)
}

/// The connections of the seed that stand for an auth mode, as (connection id, provider config key).
fn connections() -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut columns = line.split('\t');
        if let (Some(id), Some(key)) = (columns.next(), columns.next()) {
            if id.starts_with("customer-") {
                found.push((id.to_owned(), key.to_owned()));
            }
        }
    }
    Ok(found)
}

fn auth_modes(client: &Client, connections: &[(String, String)]) -> Result<()> {
    let mut rows = vec![[
        "AUTH MODE".to_owned(),
        "INTEGRATION".to_owned(),
        "CREDENTIALS".to_owned(),
    ]];
    for (id, key) in connections {
        let connection = client.get_connection(id, key, &CallOptions::new())?;
        let mode = connection.auth_mode_name().unwrap_or("(no credentials)").to_owned();
        rows.push([mode, key.clone(), fields(&connection)?]);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    println!("\nEvery auth mode, secrets shortened\n");
    for [mode, key, credentials] in &rows {
        println!("  {mode:first$}  {key:second$}  {credentials}");
    }
    Ok(())
}

/// The members of the credentials, each shortened.
fn fields(connection: &Connection) -> Result<String> {
    let credentials: Value = serde_json::from_str(connection.credentials_json().unwrap_or("{}"))?;
    let members = credentials.as_object().into_iter().flatten();
    let shown: Vec<String> = members
        .filter(|(name, _)| !matches!(name.as_str(), "type" | "raw" | "expires_at"))
        .map(|(name, value)| match value {
            Value::String(text) => format!("{name}={}", shorten(text)),
            Value::Object(_) => format!("{name}={{..}}"),
            other => format!("{name}={other}"),
        })
        .collect();
    Ok(match shown.is_empty() {
        true => "-".to_owned(),
        false => shown.join(" "),
    })
}

fn shorten(secret: &str) -> String {
    match secret.chars().count() > SHOWN {
        true => format!("{}..", secret.chars().take(SHOWN).collect::<String>()),
        false => secret.to_owned(),
    }
}

fn expiring_token(client: &Client, base_url: &str) -> Result<()> {
    println!("\nA token that expires and comes back refreshed\n");
    let mut last_token = String::new();
    for (when, minutes) in [("now", 0), ("10 minutes later", 10), ("20 minutes later", 10)] {
        advance_clock(base_url, minutes * 60)?;
        let connection = client.get_connection("expiring", "hubspot", &CallOptions::new())?;
        let token = connection.access_token().unwrap_or_default();
        let verdict = match (last_token.is_empty(), token == last_token) {
            (true, _) => "",
            (_, true) => "the same token: it is good for more than 15 minutes",
            (_, false) => "a new token: Nango refreshed it",
        };
        let end = token.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        let expires = connection.expires_at().unwrap_or("never");
        println!(
            "  {when:16}  hubspot/expiring  ..{}  expires {expires}  {verdict}",
            &token[end..]
        );
        last_token = token.to_owned();
    }
    Ok(())
}

/// Moves the emulator's clock, a route that only the emulator has.
fn advance_clock(base_url: &str, seconds: u64) -> Result<()> {
    let address = base_url
        .strip_prefix("http://")
        .ok_or("the emulator speaks plain http")?;
    let body = format!(r#"{{"advance_seconds":{seconds}}}"#);
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "POST /__emulator/clock HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    match answer.starts_with("HTTP/1.1 200") {
        true => Ok(()),
        false => Err("the emulator did not move its clock".into()),
    }
}

fn failed_refresh(client: &Client) -> Result<()> {
    println!("\nRefreshes that fail, and what the error says\n");
    for id in ["revoked", "gave-up"] {
        let Err(error) = client.get_connection(id, "google-calendar", &CallOptions::new()) else {
            return Err(format!("the refresh of {id} should have failed").into());
        };
        let retryable = if error.is_retryable() {
            "retryable"
        } else {
            "not retryable"
        };
        println!("  google-calendar/{id}");
        println!("    kind            {}, {retryable}", error.kind().name());
        println!(
            "    status, code    {} {}",
            error.http_status(),
            error.code().unwrap_or("-")
        );
        println!("    message         {error}");
        println!("    server_message  {}", error.server_message().unwrap_or("-"));
    }
    Ok(())
}

fn proxied_calls(client: &Client) -> Result<()> {
    println!("\nCalls to an external API through Nango, which adds the credentials\n");
    for (id, key, endpoint) in [
        ("customer-oauth2", "github", "/auth"),
        ("customer-basic", "freshdesk", "/auth"),
        ("customer-oauth2", "github", "/status/404"),
        ("customer-oauth2", "no-such-integration", "/auth"),
    ] {
        let call = format!("GET {endpoint}");
        match client.proxy(id, key, &Request::new("GET", endpoint), &CallOptions::new()) {
            Ok(mut response) => {
                let body = String::from_utf8_lossy(response.body()?).into_owned();
                println!("  {key:19}  {call:15}  the API answers {}  {body}", response.status());
            }
            Err(error) => println!(
                "  {key:19}  {call:15}  Nango refuses    {}  {error}",
                error.kind().name()
            ),
        }
    }
    Ok(())
}
