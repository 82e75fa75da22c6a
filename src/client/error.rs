//! Errors, and what the program should do about them.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use once_cell::race::OnceBox;

use crate::client::error_kind::ErrorKind;
use crate::client::finding::Finding;
use crate::text::invalid::Invalid;
use crate::text::secret::{SecretText, Span, Text};
use crate::text::value::{Document, Value};

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
    request_id: Option<Span>,
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
    pub(crate) request_id: Option<&'a str>,
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
            request_id: None,
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
        let (text, [message, code, server_message, body, request_id]) = SecretText::join([
            Some(parts.message),
            parts.code,
            parts.server_message,
            parts.body,
            parts.request_id,
        ]);
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
            request_id,
            document: OnceBox::new(),
        }))
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Error {
        Error::invalid_argument(invalid.0)
    }
}

impl Error {
    /// An error as a call would return it, to test a program's handling of errors without a server. Whether it is
    /// retryable follows the kind. `http_status` is 0 if there was no response; without a message it has a general one.
    pub fn new(kind: ErrorKind, http_status: u16, code: Option<&str>, message: Option<&str>) -> Error {
        ErrorParts {
            http_status,
            code,
            retryable: kind.is_retryable(),
            ..ErrorParts::new(kind, message.unwrap_or("an error made by a test"))
        }
        .into()
    }

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

    /// The same error, with the connection that the call was about in its message, where that may be the cause. The log
    /// has it only from debug level on, so it is added at the end.
    #[cold]
    pub(crate) fn about(self, connection_id: &str, provider_config_key: &str) -> Error {
        if !self.0.kind.is_about_a_connection() {
            return self;
        }
        let hint = match connection_id.trim() == connection_id && provider_config_key.trim() == provider_config_key {
            true => "",
            false => "; one of them begins or ends with white space",
        };
        let message = format!(
            "{} (connection_id {connection_id:?}, provider_config_key {provider_config_key:?}{hint})",
            self.message()
        );
        ErrorParts {
            kind: self.kind(),
            message: &message,
            http_status: self.http_status(),
            code: self.code(),
            server_message: self.server_message(),
            body: self.body(),
            request_id: self.request_id(),
            retry_after: self.retry_after(),
            attempts: self.attempts(),
            retryable: self.is_retryable(),
        }
        .into()
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

    /// The response's body as a JSON value. What Nango found wrong with each field is in [`Error::findings`]. `None` if
    /// there is no body, or it is not JSON, or was truncated. May contain customer data: do not log it by default.
    pub fn value(&self) -> Option<Value<'_>> {
        self.document().map(|document| document.root())
    }

    /// What Nango found wrong with each field of the request; empty if it says nothing of fields.
    pub fn findings(&self) -> Vec<Finding> {
        self.value().map_or(Vec::new(), Finding::all_in)
    }

    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        let document = || Box::new(self.body().and_then(|body| Document::read(body.as_bytes())));
        self.0.document.get_or_init(document).as_ref()
    }

    /// The id that Nango gave the request (`X-Request-Id`): for a question to its support. `None` if there is none.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id_text().map(Text::as_str)
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

    pub(crate) fn request_id_text(&self) -> Option<Text<'_>> {
        self.text(self.0.request_id)
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
            .field("request_id", &self.request_id())
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
}
