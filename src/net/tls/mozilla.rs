//! Mozilla's certificate authorities, for systems without their own. build.rs packs them.

use rustls::pki_types::{Der, TrustAnchor};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/roots.bin"));
/// Far more than they are.
const MAX_SIZE: usize = 1024 * 1024;

/// All of them.
pub(super) fn authorities() -> Vec<TrustAnchor<'static>> {
    let plain = miniz_oxide::inflate::decompress_to_vec_with_limit(PACKED, MAX_SIZE).unwrap_or_default();
    let mut rest = &plain[..];
    std::iter::from_fn(|| {
        let [subject, key, constraints] = [next(&mut rest)?, next(&mut rest)?, next(&mut rest)?];
        Some(TrustAnchor {
            subject,
            subject_public_key_info: key,
            name_constraints: (!constraints.is_empty()).then_some(constraints),
        })
    })
    .map(|anchor: TrustAnchor<'_>| anchor.to_owned())
    .collect()
}

/// The next part, whose length is before it.
fn next<'a>(rest: &mut &'a [u8]) -> Option<Der<'a>> {
    let (length, after) = rest.split_first_chunk()?;
    let (part, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    *rest = after;
    Some(Der::from_slice(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_them_are_unpacked() {
        assert_eq!(authorities(), webpki_roots::TLS_SERVER_ROOTS);
    }
}
