//! The client: what one call does, readable from top to bottom.

use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use bytes::Bytes;
use ureq::http::{HeaderMap, HeaderValue, Uri};
use zeroize::Zeroizing;

use crate::answer;
use crate::connection::Connection;
use crate::error::{Error, ErrorKind, ErrorParts};
use crate::http::{self, Answer, BaseUrl, Deadline, Http, NoAnswer, Path};
use crate::options::{CallOptions, ClientOptions, Route};

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const DEFAULT_MAX_RESPONSE_BYTES: u64 = 16 * 1024 * 1024;

/// Headers that the library sets itself, or that belong to the connection and not to a request.
const RESERVED_HEADERS: &[&str] = &[
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

/// A client of one Nango environment. Immutable: share one between all threads.
///
/// It keeps connections alive, so make it once and not per call. `Debug` shows no secret.
pub struct Client {
    base_url: BaseUrl,
    http: Http,
    timeout: Duration,
    connect_timeout: Duration,
    max_response_bytes: u64,
    route: Route,
    /// With [`Route::Auto`]: the path that answered last.
    known_path: AtomicU8,
}

/// `Client::known_path` while nothing is known.
const PATH_CONNECTION: u8 = 0;
const PATH_CONNECTIONS: u8 = 1;

impl Client {
    /// A client with these settings. Nothing is sent; a setting that cannot be used is an error that names it.
    pub fn new(options: &ClientOptions) -> Result<Client, Error> {
        if let Some(error) = &options.bad_environment {
            return Err(error.clone());
        }
        let authorization = authorization(options.secret_key.as_deref().map(String::as_str))?;
        let user_agent = user_agent(options.user_agent.as_deref())?;
        let base_url = BaseUrl::parse(
            options.base_url.as_deref(),
            options.allow_plaintext_http.unwrap_or(false),
        )?;
        let mut headers = HeaderMap::new();
        for (name, value) in &options.headers {
            let (name, value) = added_header(name, value)?;
            headers.append(name, value);
        }
        Ok(Client {
            http: Http::new(&base_url, headers, authorization, user_agent),
            base_url,
            timeout: options.timeout.unwrap_or(DEFAULT_TIMEOUT),
            connect_timeout: options.connect_timeout.unwrap_or(DEFAULT_CONNECT_TIMEOUT),
            max_response_bytes: options.max_response_bytes.unwrap_or(DEFAULT_MAX_RESPONSE_BYTES),
            route: options.route,
            known_path: AtomicU8::new(PATH_CONNECTION),
        })
    }

    /// Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes.
    ///
    /// Fetch it just before use; Nango advises to keep a token for 5 minutes at most. Blocks for at most the timeout.
    pub fn get_connection(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: &CallOptions,
    ) -> Result<Connection, Error> {
        check_name("connection_id", connection_id)?;
        check_name("provider_config_key", provider_config_key)?;
        let timeout = options.timeout.unwrap_or(self.timeout);
        let deadline = Deadline::after(timeout);
        let path = self.first_path();
        let url = |path| {
            self.base_url
                .connection(path, connection_id, provider_config_key, options)
        };

        let mut answered_by = path;
        let mut answer = self.ask(url(path)?, deadline, timeout, options)?;
        if self.route == Route::Auto && answer::route_is_gone(&answer) {
            answered_by = other_path(path);
            answer = self.ask(url(answered_by)?, deadline, timeout, options)?;
        }
        if answer::is_nangos(&answer) {
            self.remember_path(answered_by);
        }
        judge(&answer, options)
    }

    /// One exchange; its failure as an error that says what to do.
    fn ask(&self, uri: Uri, deadline: Deadline, timeout: Duration, options: &CallOptions) -> Result<Answer, Error> {
        if deadline.remaining().is_none() {
            let message = timeout_message("before anything was sent", timeout, self.connect_timeout);
            return Err(ErrorParts {
                attempts: 0,
                retryable: true,
                ..ErrorParts::new(ErrorKind::Timeout, &message)
            }
            .into());
        }
        self.http
            .get(uri, deadline, self.connect_timeout, self.max_response_bytes)
            .map_err(|failure| self.failed(&failure, timeout, options))
    }

    fn failed(&self, failure: &NoAnswer, timeout: Duration, options: &CallOptions) -> Error {
        let host = self.base_url.host();
        let detail = &failure.detail;
        let message = match failure.kind {
            ErrorKind::Resolve => {
                format!("cannot resolve {host} ({detail}): check the host in base_url and the name service")
            }
            ErrorKind::Connect => {
                format!(
                    "cannot connect to {host} ({detail}): check host and port in base_url, and that the network lets it through"
                )
            }
            ErrorKind::Tls => format!(
                "no TLS connection to {host} ({detail}): check base_url and the system's certificate authorities"
            ),
            ErrorKind::Timeout => timeout_message(&format!("during {detail}"), timeout, self.connect_timeout),
            ErrorKind::TooLarge => format!("the answer is too large: {detail}"),
            ErrorKind::NotNango => format!("{detail}: is base_url right?"),
            _ => format!("the connection to {host} broke off ({detail}): try again"),
        };
        let may_have_rotated = failure.sent && options.may_rotate();
        let retryable = match failure.kind {
            ErrorKind::Resolve | ErrorKind::Connect => true,
            ErrorKind::Timeout | ErrorKind::Io => !may_have_rotated,
            _ => false,
        };
        ErrorParts {
            http_status: failure.status,
            retryable,
            ..ErrorParts::new(failure.kind, &message)
        }
        .into()
    }

    fn first_path(&self) -> Path {
        match self.route {
            Route::Connection => Path::Connection,
            Route::Connections => Path::Connections,
            Route::Auto if self.known_path.load(Ordering::Relaxed) == PATH_CONNECTIONS => Path::Connections,
            Route::Auto => Path::Connection,
        }
    }

    fn remember_path(&self, path: Path) {
        let known = match path {
            Path::Connection => PATH_CONNECTION,
            Path::Connections => PATH_CONNECTIONS,
        };
        self.known_path.store(known, Ordering::Relaxed);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url)
            .field("route", &self.route)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

fn other_path(path: Path) -> Path {
    match path {
        Path::Connection => Path::Connections,
        Path::Connections => Path::Connection,
    }
}

/// What a whole answer means.
fn judge(answer: &Answer, options: &CallOptions) -> Result<Connection, Error> {
    if answer.status != 200 || answer::is_html(answer) {
        return Err(answer::refusal(answer, options.may_rotate()));
    }
    Connection::decode(&answer.body).map_err(|error| {
        let place = match error.pointer.as_str() {
            "" => "the document",
            pointer => pointer,
        };
        let message = format!(
            "Nango's answer is not a connection: {place} {}; is base_url right?",
            error.problem
        );
        ErrorParts {
            http_status: answer.status,
            ..ErrorParts::new(ErrorKind::Decode, &message)
        }
        .into()
    })
}

fn timeout_message(when: &str, timeout: Duration, connect_timeout: Duration) -> String {
    format!(
        "time ran out {when} (timeout {} ms, connect timeout {} ms): raise the timeout, or find out why the server is slow",
        timeout.as_millis(),
        connect_timeout.as_millis()
    )
}

/// An id that can name something: which characters it may have is the server's to judge.
fn check_name(argument: &str, value: &str) -> Result<(), Error> {
    let problem = match value {
        "" => "is empty: pass the id as it is in Nango",
        value if value.contains('\0') => "contains U+0000, which no id of Nango's can hold",
        _ => return Ok(()),
    };
    Err(Error::invalid_argument(format!("{argument} {problem}")))
}

/// The `Authorization` header. No message repeats any of the key.
fn authorization(secret_key: Option<&str>) -> Result<HeaderValue, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("secret_key {problem}")));
    let key = match secret_key {
        None => return refuse("is missing: set it, or set NANGO_SECRET_KEY and load the environment"),
        Some("") => return refuse("is empty: copy it from the environment's settings in Nango"),
        Some(key) => key,
    };
    if key.ends_with(['\n', '\r']) {
        return refuse("ends with a newline: remove it");
    }
    if !key.bytes().all(|b| b.is_ascii_graphic()) {
        return refuse(
            "holds a space, a control character or a letter beyond ASCII: copy it from the environment's settings in Nango",
        );
    }
    // Shared, not copied, by every request, and wiped with the last of them.
    let value = Bytes::from_owner(Zeroizing::new(format!("Bearer {key}").into_bytes()));
    match HeaderValue::from_maybe_shared(value) {
        Ok(mut value) => {
            value.set_sensitive(true);
            Ok(value)
        }
        Err(_) => refuse("cannot be sent in a header: copy it from the environment's settings in Nango"),
    }
}

fn user_agent(product: Option<&str>) -> Result<HeaderValue, Error> {
    let own = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    let text = match product {
        None | Some("") => own.to_owned(),
        Some(product) => format!("{product} {own}"),
    };
    let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
    HeaderValue::from_str(&text).ok().filter(|_| printable).ok_or_else(|| {
        Error::invalid_argument(
            "user_agent holds something other than printable ASCII: pass a product such as my-app/1.0",
        )
    })
}

fn added_header(name: &str, value: &str) -> Result<(ureq::http::HeaderName, HeaderValue), Error> {
    let Some((parsed, value)) = http::header(name, value) else {
        return Err(Error::invalid_argument(
            "header: HTTP does not allow this name or value; names are letters, digits and dashes, values one line of text",
        ));
    };
    if RESERVED_HEADERS.contains(&parsed.as_str()) {
        return Err(Error::invalid_argument(format!(
            "header {parsed} is reserved: the library or the connection sets it"
        )));
    }
    Ok((parsed, value))
}
