//! The calls of the cases, made through the crate `nango`.

use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::time::Duration;

use nango::{CallOptions, Client, ClientOptions, Connection, Error, Request, Response};
use nango_conformance::case::{Call, Route};
use nango_conformance::proxied::{Body, Proxied, Source};

/// How much a reader of a body gives at once.
const PIECE: usize = 1000;

/// What a call gives.
pub enum Outcome {
    /// A connection.
    Connection(Arc<Connection>),
    /// An answer of the external API.
    Response(Box<Answer>),
}

/// A response, with the body that was taken from it.
pub struct Answer {
    /// The response.
    pub response: Response,
    /// Its body.
    pub body: Vec<u8>,
}

/// Makes the call; what goes wrong with the client, or with the body of a response, is the error of the case too.
pub fn call(call: &Call) -> Result<Outcome, Error> {
    let client = Client::new(&client_options(call))?;
    let options = call_options(call);
    match &call.proxy {
        None => client
            .get_connection(&call.connection_id, &call.provider_config_key, &options)
            .map(Outcome::Connection),
        Some(proxied) => {
            let request = request(proxied);
            let response = client.proxy(&call.connection_id, &call.provider_config_key, &request, &options)?;
            answer(response, proxied.read_size).map(|answer| Outcome::Response(Box::new(answer)))
        }
    }
}

fn client_options(call: &Call) -> ClientOptions {
    let mut options = ClientOptions::new();
    options
        .secret_key(&call.secret_key)
        .base_url(&call.base_url)
        .max_retries(0)
        .http_proxy("")
        .allow_plaintext_http(call.allow_plaintext_http)
        .route(match call.route {
            Route::Auto => nango::Route::Auto,
            Route::Connection => nango::Route::Connection,
            Route::Connections => nango::Route::Connections,
        });
    if let Some(bytes) = call.max_response_bytes {
        options.max_response_bytes(u64::try_from(bytes).expect("a case sets no negative limit"));
    }
    if let Some(product) = &call.user_agent {
        options.user_agent(product);
    }
    for (name, value) in &call.headers {
        options.header(name, value);
    }
    options
}

fn call_options(call: &Call) -> CallOptions {
    let mut of_call = CallOptions::new();
    of_call
        .force_refresh(call.force_refresh)
        .refresh_token(call.refresh_token)
        .refresh_github_app_jwt_token(call.refresh_github_app_jwt_token);
    if let Some(ms) = call.timeout_ms {
        of_call.timeout(milliseconds(ms));
    }
    of_call
}

fn request(proxied: &Proxied) -> Request {
    let mut request = Request::new(&proxied.method, &proxied.endpoint);
    request.retry_on(&proxied.retry_on).decompress(proxied.decompress);
    for (name, value) in &proxied.query {
        request.query(name, value);
    }
    for (name, value) in &proxied.headers {
        request.header(name, value);
    }
    if let Some(Body {
        bytes,
        content_type,
        source,
    }) = &proxied.body
    {
        let content_type = content_type.as_deref().unwrap_or_default();
        match source {
            Source::Memory => request.body(bytes.as_slice(), content_type),
            Source::SizedReader => request.body_reader(in_pieces(bytes), Some(bytes.len() as u64), content_type),
            Source::Reader => request.body_reader(in_pieces(bytes), None, content_type),
        };
    }
    if let Some(url) = &proxied.base_url_override {
        request.base_url_override(url);
    }
    if let Some(retries) = proxied.retries {
        request.retries(retries);
    }
    if let Some(ms) = proxied.idle_timeout_ms {
        request.idle_timeout(milliseconds(ms));
    }
    request
}

/// A reader that gives less than it is asked for.
struct InPieces(Cursor<Vec<u8>>);

fn in_pieces(bytes: &[u8]) -> InPieces {
    InPieces(Cursor::new(bytes.to_vec()))
}

impl Read for InPieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(PIECE);
        self.0.read(&mut buffer[..most])
    }
}

/// Takes the body of a response: part by part, or else as a whole.
fn answer(mut response: Response, read_size: Option<usize>) -> Result<Answer, Error> {
    let body = match read_size {
        None => response.body()?.to_vec(),
        Some(size) => read(&mut response, size)?,
    };
    Ok(Answer { response, body })
}

fn read(response: &mut Response, size: usize) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    let mut part = vec![0; size];
    loop {
        match response.read(&mut part) {
            Ok(0) => return Ok(body),
            Ok(count) => body.extend_from_slice(&part[..count]),
            Err(error) => {
                return Err(error
                    .downcast::<Error>()
                    .expect("a response fails with the library's error"));
            }
        }
    }
}

fn milliseconds(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).expect("a case sets no negative time"))
}
