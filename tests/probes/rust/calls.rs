//! The calls, made through the crate `nango`.

use std::io::{self, Read};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use nango::{CallOptions, Cancel, Client, ClientOptions, Connection, Error, Request, Response};
use nango_probe::protocol::{Body, ClientSettings, Reading, Request as Asked, Source, Step, Told, unhex};
use nango_probe::sum::Sum;

use crate::operations;

/// The result of a call.
pub enum Success {
    /// A connection.
    Connection(Arc<Connection>),
    /// A response, and the data read from it.
    Response(Box<Response>, Download),
    /// The result of an operation of Nango's API.
    Result(serde_json::Value),
}

/// The data read from a body.
#[derive(Default)]
pub struct Download {
    /// Its sum.
    pub sum: Sum,
    /// Its bytes, if they are requested.
    pub kept: Option<Vec<u8>>,
}

/// The error.
pub struct Failure {
    /// Where.
    pub at: Step,
    /// The library's error.
    pub error: Error,
    /// The data read from a response before, if there was one.
    pub read: Option<Sum>,
}

impl Failure {
    /// A failure before there is a response.
    pub fn of(at: Step, error: Error) -> Self {
        Self { at, error, read: None }
    }
}

/// A client with these settings.
pub fn client(settings: &ClientSettings) -> Result<Client, Error> {
    let mut options = ClientOptions::new();
    options.secret_key(&settings.secret_key).base_url(&settings.base_url);
    match settings.route.as_deref() {
        None => {}
        Some("auto") => _ = options.route(nango::Route::Auto),
        Some("connection") => _ = options.route(nango::Route::Connection),
        Some("connections") => _ = options.route(nango::Route::Connections),
        Some(other) => panic!("no such route: {other}"),
    }
    for (name, value) in &settings.headers {
        options.header(name, value);
    }
    if let Some(product) = &settings.user_agent {
        options.user_agent(product);
    }
    if let Some(bytes) = settings.max_response_bytes {
        options.max_response_bytes(u64::try_from(bytes).expect("no negative limit"));
    }
    if let Some(allow) = settings.allow_plaintext_http {
        options.allow_plaintext_http(allow);
    }
    if let Some(url) = &settings.http_proxy {
        options.http_proxy(url);
    }
    if let Some(path) = &settings.ca_file {
        options.ca_file(path);
    }
    if let Some(ms) = settings.timeout_ms {
        options.timeout(milliseconds(ms));
    }
    if let Some(ms) = settings.connect_timeout_ms {
        options.connect_timeout(milliseconds(ms));
    }
    if let Some(retries) = settings.max_retries {
        options.max_retries(retries);
    }
    Client::new(&options)
}

/// Makes the call, and reads the body of its response as instructed.
pub fn call(client: &Arc<Client>, told: &Told) -> Result<Success, Failure> {
    let mut options = CallOptions::new();
    options
        .force_refresh(told.force_refresh)
        .refresh_token(told.refresh_token)
        .refresh_github_app_jwt_token(told.refresh_github_app_jwt_token);
    if let Some(ms) = told.timeout_ms {
        options.timeout(milliseconds(ms));
    }
    if let Some(after_ms) = told.cancel_after_ms {
        let cancel = Cancel::new();
        options.cancel(&cancel);
        later(after_ms, move || cancel.trigger());
    }
    if let Some(after_ms) = told.shutdown_after_ms {
        let client = Arc::clone(client);
        later(after_ms, move || client.shutdown());
    }
    if let Some(name) = &told.call {
        return operations::call(client, name, &told.arguments, &options)
            .map(Success::Result)
            .map_err(|error| Failure::of(Step::Call, error));
    }
    let (id, key) = (&told.connection_id, &told.provider_config_key);
    let Some(asked) = &told.request else {
        return client
            .get_connection(id, key, &options)
            .map(Success::Connection)
            .map_err(|error| Failure::of(Step::Call, error));
    };
    let mut response = client
        .proxy(id, key, &request(asked), &options)
        .map_err(|error| Failure::of(Step::Call, error))?;
    let mut body = Download {
        kept: told.keep_body.then(Vec::new),
        ..Download::default()
    };
    match read(&mut response, told, &mut body) {
        Ok(()) => Ok(Success::Response(Box::new(response), body)),
        Err(error) => Err(Failure {
            at: Step::Reading,
            error,
            read: Some(body.sum),
        }),
    }
}

fn later(after_ms: u64, what: impl FnOnce() + Send + 'static) {
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(after_ms));
        what();
    });
}

fn request(asked: &Asked) -> Request {
    let mut request = Request::new(&asked.method, &asked.endpoint);
    request.retry_on(&asked.retry_on).decompress(asked.decompress);
    request.nango_parses_body(asked.nango_parses_body);
    for (name, value) in &asked.query {
        request.query(name, value);
    }
    for (name, value) in &asked.headers {
        request.header(name, value);
    }
    if let Some(body) = &asked.body {
        let content_type = body.content_type.as_deref().unwrap_or_default();
        let mut upload = Upload::of(body);
        match body.from {
            Source::SizedReader => request.body_reader(upload, Some(body.length), content_type),
            Source::Reader => request.body_reader(upload, None, content_type),
            Source::Memory => {
                let mut bytes = Vec::new();
                upload.read_to_end(&mut bytes).expect("an upload can be read");
                request.body(bytes, content_type)
            }
        };
    }
    if let Some(url) = &asked.base_url_override {
        request.base_url_override(url);
    }
    if let Some(retries) = asked.retries {
        request.retries(retries);
    }
    if let Some(ms) = asked.idle_timeout_ms {
        request.idle_timeout(milliseconds(ms));
    }
    request
}

/// A body that is made as it is read.
struct Upload {
    unit: Vec<u8>,
    at: u64,
    length: u64,
    piece: usize,
}

impl Upload {
    fn of(body: &Body) -> Self {
        Self {
            unit: unhex(&body.unit).expect("a unit in hexadecimal"),
            at: 0,
            length: body.length,
            piece: body.piece.unwrap_or(usize::MAX),
        }
    }
}

impl Read for Upload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length - self.at).unwrap_or(usize::MAX);
        let count = buffer.len().min(self.piece).min(left);
        let mut room = &mut buffer[..count];
        while !room.is_empty() {
            let offset = (self.at % self.unit.len() as u64) as usize;
            let some = room.len().min(self.unit.len() - offset);
            room[..some].copy_from_slice(&self.unit[offset..offset + some]);
            room = &mut room[some..];
            self.at += some as u64;
        }
        Ok(count)
    }
}

fn read(response: &mut Response, told: &Told, body: &mut Download) -> Result<(), Error> {
    let mut add = |bytes: &[u8]| {
        body.sum.add(bytes);
        if let Some(kept) = &mut body.kept {
            kept.extend_from_slice(bytes);
        }
    };
    if told.read == Reading::Collect {
        add(response.body()?);
        return Ok(());
    }
    let mut left = told.read_most.unwrap_or(u64::MAX);
    let mut buffer = vec![0; told.read_size.unwrap_or(64 * 1024)];
    while left > 0 {
        let room = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        match response.read(&mut buffer[..room]) {
            Ok(0) => break,
            Ok(count) => {
                add(&buffer[..count]);
                left -= count as u64;
            }
            Err(error) => return Err(error.downcast::<Error>().expect("an error of the library")),
        }
    }
    Ok(())
}

fn milliseconds(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).expect("no negative time"))
}
