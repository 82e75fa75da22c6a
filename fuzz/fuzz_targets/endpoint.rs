//! An endpoint and a parameter's name and value, U+0000 between them: the request always goes to `/proxy/` of the
//! host that the base URL names, and the parameter arrives as it was given.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::{ErrorKind, fuzzing};
use percent_encoding::percent_decode_str;

fuzz_target!(|data: &str| {
    let mut parts = data.split('\0');
    let mut next = || parts.next().unwrap_or_default();
    let (endpoint, name, value) = (next(), next(), next());
    let built = match fuzzing::proxy_url("https://nango.test/prefix", endpoint, (name, value)) {
        Ok(built) => built,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            return;
        }
    };
    assert_eq!((&*built.host, built.port), ("nango.test", None));
    assert!(built.path.starts_with("/prefix/proxy/"), "{}", built.path);
    assert!(built.url.is_ascii() && !built.url.contains(['#', '\\', ' ']));
    let decoded: Vec<u8> = percent_decode_str(&built.path).collect();
    for segment in decoded.split(|byte| matches!(byte, b'/' | b'\\')) {
        assert!(!matches!(segment, b"." | b".."), "{} leads elsewhere", built.path);
    }
    assert!(
        !built.path.starts_with("/prefix/proxy//"),
        "{} names a host",
        built.path
    );
    let last = built.query.rsplit('&').next().unwrap_or_default();
    let (sent_name, sent_value) = last.split_once('=').expect("a parameter has a value");
    let decode = |text| percent_decode_str(text).decode_utf8().expect("what was UTF-8 stays so");
    assert_eq!((&*decode(sent_name), &*decode(sent_value)), (name, value));
    // The text is preserved: all of it comes back when both are decoded.
    let sent = built
        .url
        .strip_prefix("https://nango.test/prefix/proxy")
        .unwrap_or_default();
    let (sent, _) = sent.rsplit_once(last).expect("the parameter is last");
    let sent: Vec<u8> = percent_decode_str(sent.trim_end_matches(['?', '&'])).collect();
    let written: Vec<u8> = percent_decode_str(endpoint.trim_end_matches(['?', '&'])).collect();
    assert!(sent.ends_with(&written), "{endpoint} became {}", built.url);
});
