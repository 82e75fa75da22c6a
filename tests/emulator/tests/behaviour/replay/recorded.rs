//! The recorded exchanges, as they are in the files.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs,
    path::Path,
};

/// All of them, by their names.
pub struct Recorded(BTreeMap<String, Exchange>);

/// One exchange.
#[derive(Clone, Deserialize)]
pub struct Exchange {
    /// The folder of its file below `recorded`.
    #[serde(skip)]
    pub folder: String,
    /// The file's name.
    pub name: String,
    /// The request.
    pub request: Request,
    /// The response of a Nango server.
    pub response: Response,
}

/// The request.
#[derive(Clone, Deserialize)]
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
#[derive(Clone, Deserialize)]
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

impl Recorded {
    /// Reads all files of `recorded` and its folders.
    pub fn load() -> Self {
        let mut all = BTreeMap::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../recorded");
        read_folder(&root, "", &mut all);
        Self(all)
    }

    /// The one of that name.
    pub fn get(&self, name: &str) -> &Exchange {
        let found = self.0.get(name);
        found.unwrap_or_else(|| panic!("{name} is not a recorded exchange"))
    }

    /// Those of a folder; those that are in none for `""`.
    pub fn of(&self, folder: &str) -> impl Iterator<Item = &Exchange> {
        self.0.values().filter(move |exchange| exchange.folder == folder)
    }

    /// All names.
    pub fn names(&self) -> BTreeSet<String> {
        self.0.keys().cloned().collect()
    }
}

fn read_folder(path: &Path, folder: &str, all: &mut BTreeMap<String, Exchange>) {
    for entry in fs::read_dir(path).expect("the recorded exchanges") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(OsStr::to_str).expect("a name").to_owned();
        if path.is_dir() {
            assert!(folder.is_empty(), "{} has folders", path.display());
            read_folder(&path, &name, all);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a readable file");
        let exchange = serde_json::from_str::<Exchange>(&text);
        let mut exchange = exchange.unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        assert_eq!(exchange.name, name, "{} has another name inside", path.display());
        folder.clone_into(&mut exchange.folder);
        assert!(
            all.insert(name, exchange).is_none(),
            "{} is there twice",
            path.display()
        );
    }
}
