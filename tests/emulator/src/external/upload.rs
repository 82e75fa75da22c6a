//! Bodies that are read and forgotten.

use axum::body::Body;
use hyper::body::Body as _;
use serde_json::{Value, json};
use sha1::{Digest, Sha1};
use std::{future::poll_fn, pin::Pin};

/// Reads a body to its end, without keeping it, and gives its length and, if wanted, its SHA-1.
pub async fn consume(mut body: Body, with_hash: bool) -> Result<Value, axum::Error> {
    let mut bytes: u64 = 0;
    let mut hash = Sha1::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame?.into_data() else {
            continue;
        };
        bytes += data.len() as u64;
        if with_hash {
            hash.update(&data);
        }
    }
    let mut summary = json!({"bytes": bytes});
    if with_hash {
        let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        summary["sha1"] = hex.into();
    }
    Ok(summary)
}
