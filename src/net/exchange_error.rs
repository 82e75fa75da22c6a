//! Failures on the way to a server and back.

/// Why an exchange has no response, or not all of it.
#[derive(Clone, Debug)]
pub(crate) struct ExchangeError {
    pub(crate) kind: FailureKind,
    /// The library's description of the failure: part of an error message.
    pub(crate) detail: String,
    /// The status of the response, if it was read before the exchange failed; else 0.
    pub(crate) status: u16,
    /// Whether a connection was made for the exchange, instead of taking an idle one.
    pub(crate) connected: bool,
    /// Whether a byte of the request may have reached the server.
    pub(crate) sent: bool,
    /// Whether a byte of the response came.
    pub(crate) received: bool,
}

impl ExchangeError {
    /// A failure with nothing else known, or relevant.
    pub(crate) fn new(kind: FailureKind, detail: impl Into<String>) -> ExchangeError {
        ExchangeError {
            kind,
            detail: detail.into(),
            status: 0,
            connected: false,
            sent: false,
            received: false,
        }
    }

    /// Whether an idle connection had ended before the request came: the server never worked on it.
    pub(crate) fn was_stale(&self) -> bool {
        self.kind == FailureKind::Io && !self.connected && !self.received
    }
}

/// Which step failed, or who ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailureKind {
    /// The host name has no address.
    Resolve,
    /// No address accepts a connection.
    Connect,
    /// The handshake failed, or the certificate is not trusted.
    Tls,
    /// The forward proxy cannot be reached, fails or times out.
    Proxy,
    /// The forward proxy rejects the request: a retry is useless.
    ProxyRefused,
    /// The deadline passed.
    Timeout,
    /// A cancel, an interrupt or a shutdown.
    Cancelled,
    /// The connection broke off midway.
    Io,
    /// More bytes than allowed.
    TooLarge,
    /// Not HTTP/1.1.
    NotHttp,
    /// A body in a content coding that cannot be decoded.
    Coding,
}
