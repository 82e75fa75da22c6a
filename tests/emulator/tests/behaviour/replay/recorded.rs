//! The recorded exchanges, as they are in the files.

use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};

/// One exchange.
#[derive(Deserialize)]
pub struct Exchange {
    /// The file's name.
    pub name: String,
    /// The request.
    pub request: Request,
    /// The response of a Nango server.
    pub response: Response,
}

/// The request.
#[derive(Deserialize)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The path and query, as sent.
    pub target: String,
    /// The headers.
    pub headers: BTreeMap<String, String>,
    /// The body, if there was one.
    pub body: Option<String>,
}

/// The response of a Nango server.
#[derive(Deserialize)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers that matter to a client.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Request {
    /// The body's bytes. Those that are not text are written as Python writes them: `b'\x00'`.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let body = self.body.as_ref()?;
        let escaped = body.strip_prefix("b'").and_then(|rest| rest.strip_suffix('\''));
        Some(match escaped {
            Some(escaped) => escaped.split("\\x").skip(1).map(byte).collect(),
            None => body.clone().into_bytes(),
        })
    }
}

fn byte(digits: &str) -> u8 {
    u8::from_str_radix(digits, 16).expect("two hexadecimal digits and nothing else")
}

impl Exchange {
    /// All of them, by name.
    pub fn load_all() -> Vec<Self> {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../recorded");
        let files = fs::read_dir(&directory).expect("the recorded exchanges");
        let mut paths: Vec<_> = files
            .map(|file| file.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
            .collect();
        paths.sort();
        let read = |path: &std::path::PathBuf| {
            let text = fs::read_to_string(path).expect("a readable file");
            serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
        };
        paths.iter().map(read).collect()
    }
}
