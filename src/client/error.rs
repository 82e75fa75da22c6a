//! Errors, and what the program should do about them.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use once_cell::race::OnceBox;

use crate::net::exchange_error::FailureKind;
use crate::text::invalid::Invalid;
use crate::text::secret::{SecretText, Span, Text};
use crate::text::value::{Document, Value};

/// What went wrong. Programs act on the kind: on [`ErrorKind::NotFound`] they mark the customer as not connected, on
/// [`ErrorKind::RefreshFailed`] they ask the customer to connect again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or a setting is wrong. Nothing was sent; the message names it.
    InvalidArgument,
    /// The host name of `base_url` could not be resolved.
    Resolve,
    /// No address of the host accepted a connection.
    Connect,
    /// The TLS handshake failed, or the certificate is not one to trust.
    Tls,
    /// The HTTP proxy cannot be reached, rejects the request, times out, or is not an HTTP proxy.
    HttpProxy,
    /// The deadline passed.
    Timeout,
    /// The call was cancelled, interrupted, or its client shut down.
    Cancelled,
    /// The connection broke off midway.
    Io,
    /// Nango's response contradicts its own documentation; the message gives the JSON pointer.
    Decode,
    /// The answer is larger than `max_response_bytes`, or its head than 16 KiB; or Nango does not take so large a body.
    TooLarge,
    /// 401: Nango does not accept the secret key.
    Unauthorized,
    /// 403: the secret key lacks a scope.
    Forbidden,
    /// Nango reports that this environment has no such connection under this integration. Only Nango's own response
    /// leads to this kind, never a 404 from something in between. Mark the customer as not connected and ask to
    /// reconnect; do not delete the row: a configuration mistake looks the same. See docs/errors.md, "When a connection
    /// is not found".
    NotFound,
    /// Nango could not refresh the credentials.
    RefreshFailed,
    /// 429: too many requests.
    RateLimited,
    /// Any other refusal in Nango's own format.
    Api,
    /// Nango or something in front of it failed: 5xx.
    Server,
    /// The integration does not exist in the environment of this secret key.
    UnknownIntegration,
    /// The response is not in Nango's format: HTML, a redirect, a bare 404.
    NotNango,
    /// A fault in this library.
    Internal,
}

/// Each kind with its number in the C ABI, which is never reused, and its name there.
const KINDS: &[(ErrorKind, i32, &std::ffi::CStr)] = &[
    (ErrorKind::InvalidArgument, 1, c"INVALID_ARGUMENT"),
    (ErrorKind::Resolve, 2, c"RESOLVE"),
    (ErrorKind::Connect, 3, c"CONNECT"),
    (ErrorKind::Tls, 4, c"TLS"),
    (ErrorKind::HttpProxy, 5, c"HTTP_PROXY"),
    (ErrorKind::Timeout, 6, c"TIMEOUT"),
    (ErrorKind::Cancelled, 7, c"CANCELLED"),
    (ErrorKind::Io, 8, c"IO"),
    (ErrorKind::Decode, 9, c"DECODE"),
    (ErrorKind::TooLarge, 10, c"TOO_LARGE"),
    (ErrorKind::Unauthorized, 11, c"UNAUTHORIZED"),
    (ErrorKind::Forbidden, 12, c"FORBIDDEN"),
    (ErrorKind::NotFound, 13, c"NOT_FOUND"),
    (ErrorKind::RefreshFailed, 14, c"REFRESH_FAILED"),
    (ErrorKind::RateLimited, 15, c"RATE_LIMITED"),
    (ErrorKind::Api, 16, c"API"),
    (ErrorKind::Server, 17, c"SERVER"),
    (ErrorKind::UnknownIntegration, 18, c"UNKNOWN_INTEGRATION"),
    (ErrorKind::NotNango, 19, c"NOT_NANGO"),
    (ErrorKind::Internal, 99, c"INTERNAL"),
];

impl ErrorKind {
    /// The number of this kind in the C ABI (`NANGO_ERROR_*`).
    pub fn number(self) -> i32 {
        self.row().1
    }

    /// The name of this kind in the C ABI, without its prefix: `NOT_FOUND`.
    pub fn name(self) -> &'static str {
        Text::from_static(self.row().2).as_str()
    }

    /// The name that goes with a number of the C ABI.
    #[cfg(feature = "capi")]
    pub(crate) fn name_of_number(number: i32) -> Option<Text<'static>> {
        KINDS
            .iter()
            .find(|(_, known, _)| *known == number)
            .map(|&(_, _, name)| Text::from_static(name))
    }

    fn row(self) -> (ErrorKind, i32, &'static std::ffi::CStr) {
        KINDS
            .iter()
            .copied()
            .find(|(kind, _, _)| *kind == self)
            .unwrap_or((ErrorKind::Internal, 99, c"INTERNAL"))
    }
}

/// A failed call, with the library's message and the server's.
///
/// `Display` gives [`Error::message`], which never contains a secret or text of the server. The server's own
/// message is in [`Error::server_message`] and [`Error::body`]; they may hold customer data and are never printed.
#[derive(Clone)]
pub struct Error(Arc<ErrorData>);

struct ErrorData {
    kind: ErrorKind,
    http_status: u16,
    retry_after: Option<Duration>,
    attempts: u32,
    retryable: bool,
    text: SecretText,
    message: Option<Span>,
    code: Option<Span>,
    server_message: Option<Span>,
    body: Option<Span>,
    /// The body as JSON, indexed at the first look-up.
    document: OnceBox<Option<Arc<Document>>>,
}

/// The parts of an [`Error`].
pub(crate) struct ErrorParts<'a> {
    pub(crate) kind: ErrorKind,
    pub(crate) message: &'a str,
    pub(crate) http_status: u16,
    pub(crate) code: Option<&'a str>,
    pub(crate) server_message: Option<&'a str>,
    pub(crate) body: Option<&'a str>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) attempts: u32,
    pub(crate) retryable: bool,
}

impl<'a> ErrorParts<'a> {
    /// A failure without a response, on the first attempt, that a retry does not fix.
    pub(crate) fn new(kind: ErrorKind, message: &'a str) -> Self {
        ErrorParts {
            kind,
            message,
            http_status: 0,
            code: None,
            server_message: None,
            body: None,
            retry_after: None,
            attempts: 1,
            retryable: false,
        }
    }
}

impl From<ErrorParts<'_>> for Error {
    // Compiled once, and not at each place where something may fail.
    #[cold]
    #[inline(never)]
    fn from(parts: ErrorParts<'_>) -> Error {
        let (text, [message, code, server_message, body]) =
            SecretText::join([Some(parts.message), parts.code, parts.server_message, parts.body]);
        Error(Arc::new(ErrorData {
            kind: parts.kind,
            http_status: parts.http_status,
            retry_after: parts.retry_after,
            attempts: parts.attempts,
            retryable: parts.retryable,
            message,
            text,
            code,
            server_message,
            body,
            document: OnceBox::new(),
        }))
    }
}

impl From<FailureKind> for ErrorKind {
    fn from(kind: FailureKind) -> ErrorKind {
        match kind {
            FailureKind::Resolve => ErrorKind::Resolve,
            FailureKind::Connect => ErrorKind::Connect,
            FailureKind::Tls => ErrorKind::Tls,
            FailureKind::Proxy | FailureKind::ProxyRefused => ErrorKind::HttpProxy,
            FailureKind::Timeout => ErrorKind::Timeout,
            FailureKind::Cancelled => ErrorKind::Cancelled,
            FailureKind::Io => ErrorKind::Io,
            FailureKind::TooLarge => ErrorKind::TooLarge,
            FailureKind::NotHttp => ErrorKind::NotNango,
        }
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Error {
        Error::invalid_argument(invalid.0)
    }
}

impl Error {
    /// A wrong argument or setting: nothing was sent.
    pub(crate) fn invalid_argument(message: impl AsRef<str>) -> Error {
        #[cold]
        #[inline(never)]
        fn refused(message: &str) -> Error {
            ErrorParts {
                attempts: 0,
                ..ErrorParts::new(ErrorKind::InvalidArgument, message)
            }
            .into()
        }
        refused(message.as_ref())
    }

    /// A fault in this library.
    #[cfg(feature = "capi")]
    pub(crate) fn internal() -> Error {
        ErrorParts {
            attempts: 0,
            ..ErrorParts::new(
                ErrorKind::Internal,
                "a fault inside libnango stopped the call; please report it with the message printed to standard error",
            )
        }
        .into()
    }

    /// The same error, after so many attempts.
    pub(crate) fn after(self, attempts: u32) -> Error {
        match Arc::try_unwrap(self.0) {
            Ok(data) => Error(Arc::new(ErrorData { attempts, ..data })),
            // An error that the caller does not have yet is not shared.
            Err(shared) => Error(shared),
        }
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What went wrong and how to fix it. Written by the library; contains no secrets.
    pub fn message(&self) -> &str {
        self.message_text().as_str()
    }

    /// The HTTP status of the response; 0 if there was none.
    pub fn http_status(&self) -> u16 {
        self.0.http_status
    }

    /// Nango's own code, such as `unknown_provider_config`, if the response had one made of `[a-z0-9_]`; or, where
    /// Nango did not reach an external API, the system's code for that, such as `ECONNREFUSED`.
    pub fn code(&self) -> Option<&str> {
        self.code_text().map(Text::as_str)
    }

    /// The server's message, for people. May contain customer data: do not log it by default.
    pub fn server_message(&self) -> Option<&str> {
        self.server_message_text().map(Text::as_str)
    }

    /// The response's body, truncated to 64 KiB. May contain customer data: do not log it by default.
    pub fn body(&self) -> Option<&str> {
        self.body_text().map(Text::as_str)
    }

    /// The response's body as a JSON value, such as Nango's findings on each field at `error`, `errors`. `None` if
    /// there is no body, or it is not JSON, or was truncated. May contain customer data: do not log it by default.
    pub fn value(&self) -> Option<Value<'_>> {
        self.document().map(|document| document.root())
    }

    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        let document = || {
            Box::new(
                self.body()
                    .and_then(|body| Document::read(body.as_bytes()))
                    .map(Arc::new),
            )
        };
        self.0.document.get_or_init(document).as_ref()
    }

    /// How long the server asks you to wait before retrying.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How often the call was tried; 0 if nothing left the machine. The second route does not count.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the same call may succeed later and is safe to retry.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    pub(crate) fn message_text(&self) -> Text<'_> {
        self.text(self.0.message).unwrap_or(Text::from_static(c""))
    }

    pub(crate) fn code_text(&self) -> Option<Text<'_>> {
        self.text(self.0.code)
    }

    pub(crate) fn server_message_text(&self) -> Option<Text<'_>> {
        self.text(self.0.server_message)
    }

    pub(crate) fn body_text(&self) -> Option<Text<'_>> {
        self.text(self.0.body)
    }

    fn text(&self, span: Option<Span>) -> Option<Text<'_>> {
        span.map(|span| self.0.text.get(span))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &self.message())
            .field("http_status", &self.http_status())
            .field("code", &self.code())
            .field("retry_after", &self.retry_after())
            .field("attempts", &self.attempts())
            .field("is_retryable", &self.is_retryable())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_finds_its_text() {
        let error = Error::from(ErrorParts {
            code: None,
            server_message: Some("said"),
            body: Some(""),
            http_status: 400,
            ..ErrorParts::new(ErrorKind::Api, "what to do")
        });
        assert_eq!(error.message(), "what to do");
        assert_eq!(
            (error.code(), error.server_message(), error.body()),
            (None, Some("said"), Some(""))
        );
    }

    #[test]
    fn neither_display_nor_debug_shows_what_the_server_said() {
        let error = Error::from(ErrorParts {
            server_message: Some("row of invented-customer"),
            body: Some("row of invented-customer"),
            ..ErrorParts::new(ErrorKind::Api, "what to do")
        });
        assert!(!format!("{error} {error:?} {error:#?}").contains("invented"));
    }

    #[test]
    fn numbers_and_names_are_unique() {
        for (i, (_, number, name)) in KINDS.iter().enumerate() {
            assert!(KINDS[..i].iter().all(|(_, n, s)| n != number && s != name));
        }
        assert_eq!(
            (ErrorKind::NotFound.number(), ErrorKind::NotFound.name()),
            (13, "NOT_FOUND")
        );
    }
}
