//! What goes between the driver and a runner: one line each way, `word TAB name=value TAB name=value`.

use std::collections::BTreeMap;

/// A line of `word` and `fields`, without its end.
pub fn line(word: &str, fields: &[(&str, &str)]) -> String {
    let mut line = word.to_owned();
    for (name, value) in fields {
        line.push('\t');
        line.push_str(name);
        line.push('=');
        line.push_str(&escape(value));
    }
    line
}

/// The word and the fields of a line.
pub fn parse(line: &str) -> (String, BTreeMap<String, String>) {
    let mut parts = line.trim_end_matches('\n').split('\t');
    let word = parts.next().unwrap_or_default().to_owned();
    let fields = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.to_owned(), unescape(value)))
        .collect();
    (word, fields)
}

/// Every byte up to the space, DEL and `%` as `%` and two hexadecimal digits.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\0'..=' ' | '%' | '\u{7f}' => escaped.push_str(&format!("%{:02X}", u32::from(character))),
            other => escaped.push(other),
        }
    }
    escaped
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let text = "a b\tc%\n\u{1}\u{7f}é=";
        let (word, fields) = parse(&(line("call", &[("message", text), ("none", "")]) + "\n"));
        assert_eq!(word, "call");
        assert_eq!((fields["message"].as_str(), fields["none"].as_str()), (text, ""));
    }
}
