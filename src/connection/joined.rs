//! What most programs read of a connection, in one text: for languages in which a call of C takes longer than the library does.

use super::decode::Field;
use crate::text::secret::SecretText;

/// Between two members, and in place of an absent one: bytes that no UTF-8 has.
const BETWEEN: u8 = 0xff;
const ABSENT: &[u8] = b"\xfe";
/// The members that are texts, in the order that nango.h tells. Numbers come before them.
const TEXTS: [Field; 9] = [
    Field::ConnectionId,
    Field::ProviderConfigKey,
    Field::Provider,
    Field::AuthModeName,
    Field::CreatedAt,
    Field::UpdatedAt,
    Field::LastFetchedAt,
    Field::Token,
    Field::Json,
];

const NUMBERS: usize = 3;

/// The numbers among the members.
pub(super) struct Numbers {
    pub(super) id: i64,
    pub(super) auth_mode: i32,
    pub(super) expires_at_ms: Option<i64>,
}

/// Joins the members, of which `text` gives the texts.
pub(super) fn join<'a>(numbers: &Numbers, text: impl Fn(Field) -> Option<&'a [u8]>) -> SecretText {
    let id = numbers.id.to_string();
    let auth_mode = i64::from(numbers.auth_mode).to_string();
    let expires_at_ms = numbers.expires_at_ms.map(|moment| moment.to_string());
    let mut members = [ABSENT; NUMBERS + TEXTS.len()];
    members[0] = id.as_bytes();
    members[1] = auth_mode.as_bytes();
    members[2] = expires_at_ms.as_deref().map_or(ABSENT, str::as_bytes);
    for (member, field) in members[NUMBERS..].iter_mut().zip(TEXTS) {
        *member = text(field).unwrap_or(ABSENT);
    }
    SecretText::joined(&members, BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::Connection;
    use crate::text::secret::Wiped;

    fn joined(document: &str) -> Vec<Vec<u8>> {
        let connection = Connection::decode(Wiped::copy_of(document.as_bytes())).unwrap();
        let text = connection.joined().unwrap();
        text.as_bytes()
            .split(|byte| *byte == BETWEEN)
            .map(<[u8]>::to_vec)
            .collect()
    }

    #[test]
    fn each_member_is_where_it_has_to_be() {
        let document = r#"{"id":7,"connection_id":"c\u00e9","provider_config_key":"k","provider":"","created_at":"2026-01-01T00:00:00Z","updated_at":"u","last_fetched_at":"f","credentials":{"type":"OAUTH2","access_token":"invented","expires_at":"1970-01-01T00:00:01Z"}}"#;
        let expected = [
            "7",
            "4",
            "1000",
            "cé",
            "k",
            "",
            "OAUTH2",
            "2026-01-01T00:00:00Z",
            "u",
            "f",
            "invented",
            document,
        ];
        assert_eq!(joined(document), expected.map(|text| text.as_bytes().to_vec()));
    }

    #[test]
    fn what_is_absent_is_told_from_what_is_empty() {
        let document = r#"{"connection_id":"c","provider_config_key":"k"}"#;
        let members = joined(document);
        assert_eq!(members[..5], [b"0", b"0", ABSENT, b"c", b"k"].map(<[u8]>::to_vec));
        assert_eq!(members[5..11], [ABSENT; 6].map(<[u8]>::to_vec));
        assert_eq!(members[11..], [document.as_bytes().to_vec()]);
    }

    #[test]
    fn the_largest_numbers_have_room() {
        let document = format!(
            r#"{{"id":{},"connection_id":"c","provider_config_key":"k","credentials":{{"type":"UNHEARD_OF","expires_at":"0001-01-01T00:00:00Z"}}}}"#,
            i64::MIN
        );
        let numbers = [i64::MIN.to_string(), "1".into(), "-62135596800000".into()];
        assert_eq!(joined(&document)[..3], numbers.map(String::into_bytes));
    }
}
