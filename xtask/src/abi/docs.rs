//! The documentation of an item, and the markers in it: lines that begin with `abi:` and say what its type does not.

use std::cell::RefCell;

use syn::{Attribute, Expr, Lit, Meta};

/// What stands above an item.
pub struct Docs {
    /// Paragraphs, each on a line of its own, separated by empty ones.
    pub text: String,
    /// The function in `cbindgen:postfix=NANGO_OWNED(..)`.
    pub freed_by: Option<String>,
    markers: Vec<String>,
    /// Which of them were asked for.
    used: RefCell<Vec<bool>>,
}

impl Docs {
    pub fn read(attributes: &[Attribute]) -> Docs {
        let (mut paragraphs, mut markers, mut freed_by) = (vec![String::new()], Vec::new(), None);
        for line in attributes.iter().filter_map(line) {
            let line = line.trim();
            if let Some(marker) = line.strip_prefix("abi: ") {
                markers.push(marker.to_owned());
            } else if let Some(annotation) = line.strip_prefix("cbindgen:") {
                let owned = annotation.strip_prefix("postfix=NANGO_OWNED(");
                freed_by = owned.and_then(|name| name.strip_suffix(')')).map(str::to_owned);
            } else if line.is_empty() {
                paragraphs.push(String::new());
            } else {
                let paragraph = paragraphs.last_mut().expect("there is always one");
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line);
            }
        }
        let used = RefCell::new(vec![false; markers.len()]);
        Docs {
            text: paragraphs.join("\n\n"),
            freed_by,
            markers,
            used,
        }
    }

    /// Whether there is this marker.
    pub fn says(&self, wanted: &str) -> bool {
        self.find(|marker| (marker == wanted).then_some(marker)).is_some()
    }

    /// What stands between the two ends of a marker.
    pub fn between(&self, start: &str, end: &str) -> Option<&str> {
        self.find(|marker| marker.strip_prefix(start)?.strip_suffix(end))
    }

    /// What follows the beginning of a marker.
    pub fn after(&self, start: &str) -> Option<&str> {
        self.find(|marker| marker.strip_prefix(start))
    }

    fn find<'a>(&'a self, part: impl Fn(&'a str) -> Option<&'a str>) -> Option<&'a str> {
        let (at, found) = self
            .markers
            .iter()
            .enumerate()
            .find_map(|(at, marker)| Some((at, part(marker)?)))?;
        self.used.borrow_mut()[at] = true;
        Some(found)
    }

    /// Fails if there is a marker that nobody asked for: it is misspelt.
    pub fn all_used(&self) -> Result<(), String> {
        let used = self.used.borrow();
        match self.markers.iter().zip(used.iter()).find(|(_, used)| !**used) {
            Some((marker, _)) => Err(format!("\"abi: {marker}\" means nothing here: see abi/README.md")),
            None => Ok(()),
        }
    }
}

/// A line of documentation.
fn line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(literal) = &pair.value else { return None };
    match &literal.lit {
        Lit::Str(text) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}
