//! The lower bound of a call over TLS in a process of its own: rustls with the system's authorities, a request and its
//! response. Of the response only the length and the token are looked for.

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

const INTEGRATION: &str = "github";
/// Invented, as is the token.
const SECRET_KEY: &str = "00000000-0000-4000-8000-00000000beef";
const TOKEN: &str = "invented_0123456789abcdef0123456789abcdef";

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base_url, calls, connection_id] = arguments.as_slice() else {
        return Err("usage: nango-bench-rustls BASE_URL CALLS CONNECTION_ID".into());
    };
    let address = base_url.strip_prefix("https://").ok_or("not https://HOST:PORT")?;
    let (host, _) = address.split_once(':').ok_or("not https://HOST:PORT")?;
    let request = format!(
        "GET /connection/{connection_id}?provider_config_key={INTEGRATION} HTTP/1.1\r\nHost: {address}\r\n\
         Authorization: Bearer {SECRET_KEY}\r\n\r\n"
    );
    let connection = ClientConnection::new(config()?, ServerName::try_from(host.to_owned())?)?;
    let tcp = TcpStream::connect(address)?;
    tcp.set_nodelay(true)?;
    let mut stream = StreamOwned::new(connection, tcp);
    let mut answer = Vec::with_capacity(16 * 1024);
    for _ in 0..calls.parse()? {
        stream.write_all(request.as_bytes())?;
        receive(&mut stream, &mut answer)?;
        if !contains(&answer, TOKEN) {
            return Err("the answer is not the expected one".into());
        }
    }
    Ok(())
}

/// Trusts what the system does, or SSL_CERT_FILE in its place.
fn config() -> Result<Arc<ClientConfig>, Failure> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Reads a whole response in place of the one before.
fn receive(stream: &mut impl Read, answer: &mut Vec<u8>) -> Result<(), Failure> {
    answer.clear();
    let mut part = [0; 4096];
    while whole_length(answer).is_none_or(|length| answer.len() < length) {
        match stream.read(&mut part)? {
            0 => return Err("no whole answer".into()),
            count => answer.extend_from_slice(&part[..count]),
        }
    }
    Ok(())
}

/// The length of the response that begins so, once its head is there.
fn whole_length(answer: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"\r\nContent-Length: ";
    let head = answer.windows(4).position(|part| part == b"\r\n\r\n")? + 4;
    let length = answer.windows(NAME.len()).position(|part| part == NAME)? + NAME.len();
    let digits = answer[length..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(head + digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0')))
}

fn contains(text: &[u8], part: &str) -> bool {
    text.windows(part.len()).any(|at| at == part.as_bytes())
}
