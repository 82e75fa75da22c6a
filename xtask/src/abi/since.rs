//! Since which version something is there: the headers of old versions, abi/*/nango.h, tell.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[derive(Default)]
pub struct Since {
    /// Versions with the words of their headers, oldest first.
    old: Vec<(Version, HashSet<String>)>,
    /// The version that is being worked on.
    next: Version,
}

#[derive(Clone, Copy, Default, Eq, Ord, PartialEq, PartialOrd)]
struct Version(u32, u32);

impl Version {
    fn read(text: &str) -> Option<Version> {
        let (major, minor) = text.split_once('.')?;
        Some(Version(major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
    }
}

impl Since {
    pub fn read(root: &Path) -> Result<Since, String> {
        let folder = root.join("abi");
        let entries = fs::read_dir(&folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
        let mut old = Vec::new();
        for entry in entries.flatten() {
            let Some(version) = entry.file_name().to_str().and_then(Version::read) else {
                continue;
            };
            if let Ok(header) = fs::read_to_string(entry.path().join("nango.h")) {
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
                old.push((version, header.split(|c| !is_part(c)).map(str::to_owned).collect()));
            }
        }
        old.sort_by_key(|(version, _)| *version);
        // Until its number is raised after a release, the crate has that of the release.
        let crate_version = Version::read(env!("CARGO_PKG_VERSION")).expect("cargo checks versions");
        let next = match old.last() {
            Some((Version(major, minor), _)) => crate_version.max(Version(*major, minor + 1)),
            None => crate_version,
        };
        Ok(Since { old, next })
    }

    pub fn of(&self, name: &str) -> String {
        let first = self.old.iter().find(|(_, words)| words.contains(name));
        let Version(major, minor) = first.map_or(self.next, |(version, _)| *version);
        format!("{major}.{minor}")
    }
}
