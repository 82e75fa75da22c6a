//! What a certificate says that rustls does not tell: its dates, who issued it, and whether it may issue others.

use chrono::{NaiveDate, NaiveDateTime};

const INTEGER: u8 = 0x02;
const OCTET_STRING: u8 = 0x04;
const OBJECT_IDENTIFIER: u8 = 0x06;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;

/// 2.5.29.19, with `cA` TRUE as the first of what it holds.
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x13];
const IS_AUTHORITY: &[u8] = &[0x01, 0x01, 0xff];

/// What is told of a certificate. Nothing here is checked by a signature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    pub(super) is_self_issued: bool,
    /// Whether it may issue other certificates. Version 1 could not say.
    pub(super) is_authority: bool,
    /// Seconds since 1970.
    pub(super) not_before: i64,
    pub(super) not_after: i64,
}

impl Statement {
    /// What the certificate in `der` says; `None` if it is none.
    pub(super) fn read(der: &[u8]) -> Option<Statement> {
        let mut certificate = Elements(Elements(der).expect(SEQUENCE)?);
        let mut signed = Elements(certificate.expect(SEQUENCE)?);
        let has_version = signed.optional(VERSION).is_some();
        signed.expect(INTEGER)?;
        signed.expect(SEQUENCE)?;
        let issuer = signed.expect(SEQUENCE)?;
        let mut validity = Elements(signed.expect(SEQUENCE)?);
        let subject = signed.expect(SEQUENCE)?;
        signed.expect(SEQUENCE)?;
        let extensions = signed.find(EXTENSIONS);
        Some(Statement {
            is_self_issued: issuer == subject,
            is_authority: match extensions {
                Some(extensions) => names_authority(extensions)?,
                None => !has_version,
            },
            not_before: time(validity.next()?)?,
            not_after: time(validity.next()?)?,
        })
    }
}

/// Whether the basic constraints among the extensions make an authority.
fn names_authority(extensions: &[u8]) -> Option<bool> {
    for (_, extension) in Elements(Elements(extensions).expect(SEQUENCE)?) {
        let mut extension = Elements(extension);
        if extension.expect(OBJECT_IDENTIFIER)? == BASIC_CONSTRAINTS {
            let constraints = Elements(extension.find(OCTET_STRING)?).expect(SEQUENCE)?;
            return Some(constraints.starts_with(IS_AUTHORITY));
        }
    }
    Some(false)
}

/// The first element of `der` without what follows it; `None` if that is none.
pub(super) fn first_element(der: &[u8]) -> Option<&[u8]> {
    let mut elements = Elements(der);
    elements.next()?;
    der.get(..der.len() - elements.0.len())
}

/// The elements of DER one after the other, each with its tag and its contents. Ends where it is no DER any more.
struct Elements<'a>(&'a [u8]);

impl<'a> Elements<'a> {
    /// The next element, which has to have this tag.
    fn expect(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next()
            .and_then(|(found, contents)| (found == tag).then_some(contents))
    }

    /// The next element if it has this tag.
    fn optional(&mut self, tag: u8) -> Option<&'a [u8]> {
        let is_next = self.0.first() == Some(&tag);
        is_next.then(|| self.expect(tag)).flatten()
    }

    /// The first element that has this tag.
    fn find(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.find_map(|(found, contents)| (found == tag).then_some(contents))
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = (u8, &'a [u8]);

    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (size, rest) = match first {
            ..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                let size = digits.iter().fold(0, |size, &digit| size << 8 | usize::from(digit));
                (size, rest)
            }
            _ => return None,
        };
        let (contents, rest) = rest.split_at_checked(size)?;
        self.0 = rest;
        Some((tag, contents))
    }
}

/// Seconds since 1970 in one of the two forms: YYMMDDHHMMSSZ, which is of 1950 to 2049, or YYYYMMDDHHMMSSZ.
fn time((tag, text): (u8, &[u8])) -> Option<i64> {
    let digits = text.strip_suffix(b"Z")?;
    let (year, rest) = match tag {
        UTC_TIME => match number(digits.get(..2)?)? {
            year @ ..50 => (2000 + year, digits.get(2..)?),
            year => (1900 + year, digits.get(2..)?),
        },
        GENERALIZED_TIME => (number(digits.get(..4)?)?, digits.get(4..)?),
        _ => return None,
    };
    let part = |at: usize| number(rest.get(at..at + 2)?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, part(0)?, part(2)?)?;
    let moment: NaiveDateTime = date.and_hms_opt(part(4)?, part(6)?, part(8)?)?;
    (rest.len() == 10).then(|| moment.and_utc().timestamp())
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};

    use super::*;

    #[test]
    fn certificates_say_who_they_are() {
        let key = KeyPair::generate().unwrap();
        for (is_ca, is_authority) in [
            (IsCa::Ca(BasicConstraints::Unconstrained), true),
            (IsCa::Ca(BasicConstraints::Constrained(0)), true),
            (IsCa::ExplicitNoCa, false),
            (IsCa::NoCa, false),
        ] {
            for (to, not_after) in [(2049, 2_493_072_000), (2050, 2_524_608_000)] {
                let mut params = CertificateParams::new(vec!["nango.test".to_owned()]).unwrap();
                params.is_ca = is_ca;
                (params.not_before, params.not_after) = (date_time_ymd(1975, 1, 1), date_time_ymd(to, 1, 1));
                let der = params.self_signed(&key).unwrap();
                let said = Statement::read(der.der()).unwrap();
                assert_eq!(said.is_authority, is_authority);
                assert!(said.is_self_issued);
                assert_eq!((said.not_before, said.not_after), (157_766_400, not_after));
            }
        }
        let authority =
            CertifiedIssuer::self_signed(CertificateParams::default(), KeyPair::generate().unwrap()).unwrap();
        let mut params = CertificateParams::new(vec!["nango.test".to_owned()]).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, "another");
        let issued = params.signed_by(&key, &authority).unwrap();
        assert!(!Statement::read(issued.der()).unwrap().is_self_issued);
    }

    #[test]
    fn no_bytes_are_too_strange() {
        let key = KeyPair::generate().unwrap();
        let der = CertificateParams::default().self_signed(&key).unwrap();
        for size in 0..der.der().len() {
            assert!(Statement::read(&der.der()[..size]).is_none());
        }
        for at in 0..der.der().len() {
            for byte in [0, 0x7f, 0x80, 0x84, 0xff] {
                let mut changed = der.der().to_vec();
                changed[at] = byte;
                let _ = Statement::read(&changed);
            }
        }
        assert_eq!(first_element(&[SEQUENCE, 1, 7, 9, 9]), Some(&[SEQUENCE, 1, 7][..]));
        assert_eq!(first_element(&[SEQUENCE, 0x84, 0xff, 0xff, 0xff, 0xff]), None);
        for text in [
            &b"750101000000"[..],
            b"7501Z",
            b"751301000000Z",
            b"7x0101000000Z",
            b"7501010000000Z",
        ] {
            assert_eq!(time((UTC_TIME, text)), None);
        }
    }
}
