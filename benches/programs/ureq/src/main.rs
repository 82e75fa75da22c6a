//! ureq as it comes, with libnango's time limits: gets a connection again and again, with one agent for all threads.

#[path = "../../rust/src/turns.rs"]
mod turns;

use std::error::Error;
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig};

const INTEGRATION: &str = "github";
/// Invented, as is the token.
const SECRET_KEY: &str = "00000000-0000-4000-8000-00000000beef";
const TOKEN: &str = "invented_0123456789abcdef0123456789abcdef";

/// The fields that are read from a response.
#[derive(Deserialize)]
struct Connection {
    connection_id: String,
    provider_config_key: String,
    provider: String,
    created_at: String,
    updated_at: String,
    credentials: Credentials,
}

#[derive(Deserialize)]
struct Credentials {
    r#type: String,
    access_token: String,
    expires_at: String,
}

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (base_url, calls, connection_id, threads): (_, &str, _, u64) = match arguments.as_slice() {
        [base_url, calls, id] => (base_url, calls, id, 1),
        [base_url, calls, id, threads] => (base_url, calls, id, threads.parse()?),
        _ => return Err("usage: nango-bench-ureq BASE_URL CALLS|- CONNECTION_ID [THREADS]".into()),
    };
    let url = format!("{base_url}/connection/{connection_id}?provider_config_key={INTEGRATION}");
    let agent = agent()?;
    turns::each(calls, |count| turn(&agent, &url, count, threads))
}

/// Starting the threads costs far less than a turn of theirs.
fn turn(agent: &Agent, url: &str, calls: u64, threads: u64) -> Result<(), Failure> {
    let work = || (0..calls / threads).try_for_each(|_| call(agent, url));
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        work()?;
        others
            .into_iter()
            .try_for_each(|thread| thread.join().map_err(|_| "a thread panicked")?)
    })
}

fn agent() -> Result<Agent, Failure> {
    let config = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(30)))
        .timeout_connect(Some(Duration::from_secs(10)));
    let Some(file) = std::env::var_os("SSL_CERT_FILE") else {
        return Ok(config.build().into());
    };
    let pem = std::fs::read(file)?;
    let roots = ureq::tls::parse_pem(&pem).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    let roots: Vec<Certificate<'static>> = roots.collect();
    let tls = TlsConfig::builder().root_certs(RootCerts::from(roots)).build();
    Ok(config.tls_config(tls).build().into())
}

fn call(agent: &Agent, url: &str) -> Result<(), Failure> {
    let mut response = agent
        .get(url)
        .header("Authorization", format!("Bearer {SECRET_KEY}"))
        .call()?;
    let body = response.body_mut().read_to_vec()?;
    let connection: Connection = serde_json::from_slice(&body)?;
    let others = [
        connection.connection_id,
        connection.provider_config_key,
        connection.provider,
        connection.created_at,
        connection.updated_at,
        connection.credentials.r#type,
        connection.credentials.expires_at,
    ];
    if connection.credentials.access_token != TOKEN || others.iter().any(String::is_empty) {
        return Err("the answer is not the expected one".into());
    }
    Ok(())
}
