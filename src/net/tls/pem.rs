//! PEM as people have it: with a byte order mark, in UTF-16, with the labels that OpenSSL adds, or not PEM at all but DER.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use memchr::memchr_iter;
use zeroize::Zeroizing;

use super::x509::first_element;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
/// The tag with which each certificate and key in DER begins.
const SEQUENCE: u8 = 0x30;

/// Why there are no certificates in a text or a file.
pub(super) const NOT_PEM: &str = "is not PEM: it needs BEGIN CERTIFICATE and END CERTIFICATE lines";

/// One part of a PEM text.
pub(super) struct Section<'a> {
    pub(super) label: &'a str,
    /// What stands between the lines of dashes.
    body: &'a str,
}

impl Section<'_> {
    /// The DER that it holds. It may be a key.
    pub(super) fn der(&self) -> Option<Zeroizing<Vec<u8>>> {
        let mut text = Zeroizing::new(Vec::with_capacity(self.body.len()));
        // Line by line: a system's authorities are 200 KB of it.
        for line in lines(self.body.as_bytes()) {
            text.extend_from_slice(line.trim_ascii());
        }
        decode(&text).or_else(|| {
            text.retain(|byte| !byte.is_ascii_whitespace());
            decode(&text)
        })
    }

    /// Whether a password is needed to read it: PKCS#8 says so in its label, the older forms in a header.
    pub(super) fn is_encrypted(&self) -> bool {
        self.label.starts_with("ENCRYPTED ") || self.body.contains(",ENCRYPTED")
    }

    /// Whether it is a certificate, by one of the names that OpenSSL reads.
    fn is_certificate(&self) -> bool {
        matches!(self.label, "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE")
    }
}

/// The parts of a PEM text; `None` stands for one that does not end, after which there are no more.
pub(super) fn sections(text: &str) -> impl Iterator<Item = Option<Section<'_>>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = split_at_dashes(std::mem::take(&mut rest), BEGIN)?.1;
        let section = || {
            let (label, after) = split_at_dashes(start, DASHES)?;
            let (body, after) = split_at_dashes(after, END)?;
            let after = after.strip_prefix(label)?.strip_prefix(DASHES)?;
            Some((Section { label, body }, after))
        };
        Some(section().map(|(section, after)| {
            rest = after;
            section
        }))
    })
}

fn decode(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    BASE64_STANDARD.decode(text).ok().map(Zeroizing::new)
}

/// What is before the first `marker` in `text` and what is behind it. A marker begins with a dash, which base64 does not have.
fn split_at_dashes<'a>(text: &'a str, marker: &str) -> Option<(&'a str, &'a str)> {
    memchr_iter(b'-', text.as_bytes())
        .find(|&at| text.as_bytes()[at..].starts_with(marker.as_bytes()))
        .map(|at| (&text[..at], &text[at + marker.len()..]))
}

/// What is between the line feeds of `text`.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    let ends = memchr_iter(b'\n', text).chain(std::iter::once(text.len()));
    ends.map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
}

/// The certificates in a file, in PEM or, only one, in DER: at least one. Otherwise what is wrong with the file.
pub(super) fn certificates(file: &[u8]) -> Result<Vec<Vec<u8>>, &'static str> {
    match file.first() {
        Some(&SEQUENCE) => Ok(vec![file.to_vec()]),
        _ => certificates_in(&text_of(file)),
    }
}

/// The certificates in a PEM text: at least one.
pub(super) fn certificates_in(text: &str) -> Result<Vec<Vec<u8>>, &'static str> {
    let mut found = Vec::new();
    for section in sections(text) {
        let section = section.ok_or(NOT_PEM)?;
        if section.is_certificate() {
            let der = section.der().ok_or(NOT_PEM)?;
            // What OpenSSL trusts a certificate for follows it in the same section.
            found.push(first_element(&der).unwrap_or(&der).to_vec());
        }
    }
    match found.is_empty() {
        true => Err("contains no certificate: it needs BEGIN CERTIFICATE and END CERTIFICATE lines"),
        false => Ok(found),
    }
}

/// The text of a file. Comments may be in any encoding; PowerShell writes all of it in UTF-16.
fn text_of(file: &[u8]) -> Cow<'_, str> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = file.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match file {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        // Which takes a tenth of the time that `from_utf8_lossy` takes for the same text.
        _ => std::str::from_utf8(file).map_or_else(|_| String::from_utf8_lossy(file), Cow::Borrowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A DER sequence of one number, which stands for a certificate.
    const DER: &[u8] = &[SEQUENCE, 3, 2, 1, 5];
    const PEM: &str = "-----BEGIN CERTIFICATE-----\nMAMCAQU=\n-----END CERTIFICATE-----\n";

    #[test]
    fn certificates_are_found_in_all_forms() {
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { format!("\u{feff}{PEM}").encode_utf16().flat_map(unit).collect() };
        let trusted = "-----BEGIN TRUSTED CERTIFICATE-----\nMAMCAQUwAA==\n-----END TRUSTED CERTIFICATE-----";
        for file in [
            PEM.as_bytes().to_vec(),
            format!("\u{feff}{PEM}").into_bytes(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            PEM.replace('\n', "\r\n").into_bytes(),
            PEM.replace("MAMC", " MA\n\tMC ").into_bytes(),
            PEM.replace("MAMC", "MA MC").into_bytes(),
            format!("- a - list --- of certificates -\n{PEM}").into_bytes(),
            [b"caf\xe9, in Latin-1\n", PEM.as_bytes()].concat(),
            PEM.replace("CERTIFICATE", "X509 CERTIFICATE").into_bytes(),
            trusted.as_bytes().to_vec(),
            format!("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n{PEM}").into_bytes(),
            DER.to_vec(),
        ] {
            let found = certificates(&file);
            assert_eq!(found.as_deref(), Ok(&[DER.to_vec()][..]), "{}", text_of(&file));
        }
        assert_eq!(certificates_in(&PEM.repeat(3)).map(|found| found.len()), Ok(3));
    }

    #[test]
    fn what_is_no_certificate_is_told() {
        for (file, word) in [
            ("", "contains no certificate"),
            ("text", "contains no certificate"),
            (
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
                "contains no certificate",
            ),
            ("-----BEGIN CERTIFICATE-----\nMAMC", "is not PEM"),
            (&PEM.replace("MAMCAQU=", "!"), "is not PEM"),
            (&PEM.replace("END CERTIFICATE", "END X"), "is not PEM"),
        ] {
            let problem = certificates(file.as_bytes()).unwrap_err();
            assert!(problem.contains(word), "{file}: {problem}");
        }
    }
}
