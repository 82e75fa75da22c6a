//! Bodies that come piece by piece.

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame};
use std::{
    io,
    pin::Pin,
    sync::LazyLock,
    task::{Context, Poll},
    time::Duration,
};
use tokio::sync::mpsc;

/// Pieces that wait to be sent. With more, a slow client would fill the memory.
const WAITING: usize = 2;
/// The pattern's period is a prime, so that no block of a usual size looks like the one before.
const PERIOD: usize = 89;
/// A whole number of periods, so that each block begins where the one before ended.
const BLOCK: usize = PERIOD * 2_048;

static PATTERN: LazyLock<Bytes> =
    LazyLock::new(|| (b'!'..).take(PERIOD).cycle().take(BLOCK).collect::<Vec<u8>>().into());

/// A body without a known length.
struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = self.0.poll_recv(context);
        piece.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// A body whose pieces a task makes. The task ends when the client goes, since its output is then not received.
fn made_by<F>(produce: impl FnOnce(mpsc::Sender<io::Result<Bytes>>) -> F) -> Body
where
    F: Future<Output = ()> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(produce(sender));
    arriving(receiver)
}

/// Pieces that something else makes. An error cuts the body off.
pub fn arriving(pieces: mpsc::Receiver<io::Result<Bytes>>) -> Body {
    Body::new(Pieces(pieces))
}

/// These pieces.
pub fn pieces(pieces: Vec<Bytes>) -> Body {
    made_by(|sender| async move {
        for piece in pieces {
            if sender.send(Ok(piece)).await.is_err() {
                return;
            }
        }
    })
}

/// So many bytes of the pattern: the byte at offset `i` is `'!' + i % 89`.
pub fn pattern(bytes: u64) -> Body {
    made_by(move |sender| async move {
        let mut sent = 0;
        while sent < bytes {
            let block = block(sent, bytes - sent);
            sent += block.len() as u64;
            if sender.send(Ok(block)).await.is_err() {
                return;
            }
        }
    })
}

/// So many bytes of the pattern, a chunk at a time.
pub fn drip(bytes: u64, chunk: u64, pause: Duration) -> Body {
    made_by(move |sender| async move {
        let mut sent = 0;
        while sent < bytes {
            let piece = block(sent, chunk.min(bytes - sent));
            sent += piece.len() as u64;
            if sender.send(Ok(piece)).await.is_err() {
                return;
            }
            if sent < bytes {
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    () = sender.closed() => return,
                }
            }
        }
    })
}

/// These bytes, and then nothing until the client goes.
pub fn stalled(first: Bytes) -> Body {
    made_by(|sender| async move {
        if sender.send(Ok(first)).await.is_ok() {
            sender.closed().await;
        }
    })
}

/// As much of the pattern from an offset on as one block holds.
fn block(offset: u64, at_most: u64) -> Bytes {
    // Less than the period, so it fits.
    let start = (offset % PERIOD as u64) as usize;
    let room = BLOCK - start;
    let length = usize::try_from(at_most).map_or(room, |length| length.min(room));
    PATTERN.slice(start..start + length)
}
