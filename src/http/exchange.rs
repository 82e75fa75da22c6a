//! An exchange whose bodies are not held in memory: sent from a reader, received as the program reads.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING};
use ureq::http::{HeaderValue, Method, Request, Response, Uri};
use ureq::{Agent, Body, SendBody};

use super::body;
use super::coding::DecodedBody;
use super::direct::PlainBody;
use super::failure::classify;
use super::limits::Limits;
use super::long_head::put_back;
use super::spare;
use crate::net::chunk::Chunk;
use crate::net::context::{self, CallState, Phase, Upload};
use crate::net::deadline::Deadline;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::poll::{CancelSources, WaitError};
use crate::net::tcp::stopped;
use crate::sys;

/// What `Content-Length` or `Transfer-Encoding` takes up at most.
const FRAMING_SIZE: usize = 40;

/// A body to be sent.
pub(crate) trait Source: Read {
    /// How long it is, if that is known.
    fn length(&self) -> Option<u64>;

    /// Goes back to its beginning; `false` if it cannot.
    fn rewind(&mut self) -> bool;
}

/// A request that may have a body.
pub(crate) struct Outgoing<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    /// In addition to those that go with every request.
    pub(crate) headers: Option<&'a HeaderMap>,
    pub(crate) body: Option<&'a mut dyn Source>,
    /// How long nothing may move in the bodies.
    pub(crate) idle_timeout: Duration,
    /// Whether it may be sent again where an idle connection ended without a response.
    pub(crate) may_repeat: bool,
    /// Whether no idle connection may be used, for a request that must not reach the server twice.
    pub(crate) must_connect: bool,
    /// Whether a good answer is wanted in the content coding that it has.
    pub(crate) keeps_coding: bool,
}

/// The head of an answer, with its body to come.
pub(crate) struct StreamingResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: IncomingBody,
}

impl Outgoing<'_> {
    pub(super) fn may_go_again(&mut self) -> bool {
        self.may_repeat && self.body.as_mut().is_none_or(|source| source.rewind())
    }

    /// Says how long the body is: how many bytes that takes at most.
    pub(super) fn frame(&self, headers: &mut HeaderMap, state: &mut CallState) -> usize {
        let length = match &self.body {
            Some(source) => source.length(),
            // Where a body would have a meaning, that there is none is said.
            None if matches!(*self.method, Method::POST | Method::PUT | Method::PATCH) => Some(0),
            None => return 0,
        };
        state.upload_size = length.unwrap_or(u64::MAX);
        match length {
            Some(length) => headers.insert(CONTENT_LENGTH, length.into()),
            None => headers.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked")),
        };
        FRAMING_SIZE
    }

    /// The exchange up to the head of the response.
    pub(super) fn run(&mut self, agent: &Agent, headers: HeaderMap) -> Result<Response<Body>, ExchangeError> {
        let mut request = Request::new(());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = headers;
        *request.extensions_mut() = spare::extensions();
        let result = match &mut self.body {
            None => agent.run(request),
            Some(source) => {
                let mut parts = Parts {
                    left: source.length(),
                    source: &mut **source,
                };
                agent.run(request.map(|()| SendBody::from_reader(&mut parts)))
            }
        };
        let mut response = result.map_err(|error| classify(&error))?;
        spare::keep_extensions(std::mem::take(response.extensions_mut()));
        if let Some(taken) = context::note_head() {
            put_back(&taken, response.headers_mut());
        }
        if let Some(length) = context::direct_length() {
            response.headers_mut().insert(CONTENT_LENGTH, length.into());
        }
        Ok(response)
    }
}

/// A body in parts, as ureq asks for them.
struct Parts<'a> {
    source: &'a mut dyn Source,
    /// How much is still to come, where the length is known.
    left: Option<u64>,
}

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if context::upload() == Upload::Over {
            return Ok(self.leave_out(buffer.len()));
        }
        context::set_upload(Upload::Running);
        context::enter(Phase::Uploading);
        // A server that takes all that comes never makes the call wait, which would look at clock and cancel.
        if let Err(stop) = context::still_wanted() {
            return Err(io::Error::other(stopped(stop)));
        }
        let Some(left) = self.left else {
            return self.read_chunk(buffer);
        };
        let most = up_to(buffer.len(), left);
        let count = self.read_source(&mut buffer[..most])?;
        if count == 0 && left > 0 {
            return Err(gave_up(
                "sending the request body: its reader ended before content_length",
            ));
        }
        self.left = Some(left - count as u64);
        Ok(count)
    }
}

impl Parts<'_> {
    /// Reads a part into the chunk that the connection sends. ureq, which would copy it twice, is told of one byte: what it makes
    /// of that is not sent.
    fn read_chunk(&mut self, buffer: &[u8]) -> io::Result<usize> {
        // Not in the context meanwhile: the reader may make a call of its own.
        let mut chunk = context::take_chunk().unwrap_or_else(|| Box::new(Chunk::new()));
        let count = self.read_source(chunk.room())?;
        if count == 0 {
            return Ok(0);
        }
        chunk.frame(count);
        context::set_chunk(Some(chunk));
        match buffer.is_empty() {
            true => Err(io::Error::other("no room for a part of the body")),
            false => Ok(1),
        }
    }

    /// Reads from the source, which may say that it has read more than there is room for.
    fn read_source(&mut self, room: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.source.read(room) {
                Ok(count) if count <= room.len() => return Ok(count),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ => return Err(gave_up("sending the request body: its reader gave up")),
            }
        }
    }

    /// Tells ureq that a part is there, of which nothing is sent any more.
    fn leave_out(&mut self, room: usize) -> usize {
        let count = self.left.map_or(0, |left| up_to(room, left));
        self.left = self.left.map(|left| left - count as u64);
        count
    }
}

fn up_to(room: usize, left: u64) -> usize {
    usize::try_from(left).unwrap_or(usize::MAX).min(room)
}

fn gave_up(how: &str) -> io::Error {
    context::fail(FailureKind::Cancelled, how);
    io::Error::other("the upload ended early")
}

impl StreamingResponse {
    pub(super) fn new(
        response: Response<Body>,
        limits: &Limits,
        idle_timeout: Duration,
        keeps_coding: bool,
    ) -> StreamingResponse {
        let (mut parts, body) = response.into_parts();
        // What came with both may have been read by one rule here and by the other in between.
        let must_close = parts.headers.contains_key(TRANSFER_ENCODING) && parts.headers.contains_key(CONTENT_LENGTH);
        let direct = context::direct_length();
        let left = direct.or(body.content_length());
        let reader = PlainBody::new(body.into_with_config().limit(u64::MAX).reader(), direct);
        let reader = match keeps_coding && parts.status.is_success() {
            true => DecodedBody::Plain(reader),
            false => DecodedBody::new(reader, &parts.headers),
        };
        if reader.is_decoded() {
            parts.headers.remove(CONTENT_ENCODING);
            parts.headers.remove(CONTENT_LENGTH);
        }
        StreamingResponse {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: IncomingBody {
                left: left.filter(|_| !reader.is_decoded()),
                reader: Some(reader),
                stops: limits.stops.clone(),
                idle_timeout,
                must_close,
                process: sys::process_id(),
            },
        }
    }
}

/// The body of an answer, on its way.
pub(crate) struct IncomingBody {
    /// None once it has ended or broken off.
    reader: Option<DecodedBody>,
    /// How much is still to come, where the head says it.
    left: Option<u64>,
    stops: Arc<CancelSources>,
    idle_timeout: Duration,
    must_close: bool,
    /// Who sent the request.
    process: u32,
}

impl IncomingBody {
    /// How much is still to come, where the head says it.
    pub(crate) fn announced(&self) -> Option<u64> {
        self.left
    }

    /// Reads what has come, at least one byte but at the end; waits for it, no longer than the idle timeout. After a failure
    /// nothing more comes.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, ExchangeError> {
        let result = self.read_within(buffer, Deadline::never());
        if !matches!(result, Ok(1..)) && self.process == sys::process_id() {
            self.reader = None;
        }
        result
    }

    /// The same before `deadline`; `None` if it has passed, after which the rest can still be read.
    pub(crate) fn read_ahead(&mut self, buffer: &mut [u8], deadline: Deadline) -> Result<Option<usize>, ExchangeError> {
        match self.read_within(buffer, deadline) {
            Err(failure) if failure.kind == FailureKind::Timeout && deadline.remaining().is_none() => Ok(None),
            result => result.map(Some),
        }
    }

    fn read_within(&mut self, buffer: &mut [u8], deadline: Deadline) -> Result<usize, ExchangeError> {
        if self.process != sys::process_id() {
            return Err(ExchangeError::new(
                FailureKind::Io,
                "the response belongs to the process that this one was forked from".to_owned(),
            ));
        }
        let Some(reader) = &mut self.reader else {
            return Ok(0);
        };
        // One deadline for the next byte of the body, whatever else comes before it.
        let deadline = Deadline::after(self.idle_timeout).earlier(deadline);
        let mut state = CallState::new(deadline, Duration::ZERO, self.stops.clone());
        (state.sent, state.received, state.has_head) = (true, true, true);
        state.phase = Phase::Downloading;
        state.must_close = self.must_close;
        let left = &mut self.left;
        let (result, state) = context::with(state, || {
            let result = read_some(reader, buffer);
            if let (Ok(count), Some(left)) = (&result, left) {
                *left = left.saturating_sub(*count as u64);
                if *left == 0 && *count > 0 {
                    // Without this the connection would be given back only if somebody looked for more.
                    read_some(reader, &mut [0; 1])?;
                }
            }
            result
        });
        state.failure.map_or(result, Err)
    }
}

fn read_some(reader: &mut DecodedBody, buffer: &mut [u8]) -> Result<usize, ExchangeError> {
    // What has come already needs no wait, which would ask.
    if context::still_wanted().is_err_and(|stop| matches!(stop, WaitError::Cancelled)) {
        return Err(ExchangeError::new(
            FailureKind::Cancelled,
            Phase::Downloading.description().to_owned(),
        ));
    }
    loop {
        match reader.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result.map_err(|error| body::broken(&error)),
        }
    }
}

impl Drop for IncomingBody {
    /// A connection that was not read to its end is closed, but not the parent's by its child, which must neither end it nor
    /// wait for a lock that no thread of its own holds.
    fn drop(&mut self) {
        if self.process != sys::process_id() {
            std::mem::forget(self.reader.take());
        }
    }
}
