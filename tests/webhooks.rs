//! Webhooks: which are signed, and what they say. Those of a real Nango were recorded, with an invented key.

use std::fs;
use std::path::Path;

use nango::ErrorKind;
use nango::webhook::{self, SIGNATURE_HEADER, Webhook};
use ring::hmac;
use serde_json::{Value, json};

const KEY: &str = "nango_webhook_signing_key_invented_0123456789";

/// A webhook as it was received.
struct Received {
    body: String,
    headers: Value,
}

impl Received {
    fn recorded(name: &str) -> Received {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/recorded/webhooks")
            .join(format!("webhook_sent_{name}.json"));
        let exchange: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        Received {
            body: exchange["request"]["body"].as_str().unwrap().to_owned(),
            headers: exchange["request"]["headers"].clone(),
        }
    }

    fn signature(&self) -> &str {
        self.headers[SIGNATURE_HEADER.to_lowercase()].as_str().unwrap()
    }

    fn parse(&self) -> Webhook {
        webhook::parse(self.body.as_bytes(), self.signature(), KEY).unwrap()
    }
}

fn sign(body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, KEY.as_bytes());
    let tag = hmac::sign(&key, body.as_bytes());
    tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(body: &Value) -> Result<Webhook, nango::Error> {
    let body = body.to_string();
    webhook::parse(body.as_bytes(), &sign(&body), KEY)
}

const RECORDED: [&str; 4] = [
    "async_action",
    "auth_creation_ok_api_key",
    "auth_creation_ok_none",
    "auth_refresh_failed_oauth2",
];

#[test]
fn what_nango_sent_is_signed_and_nothing_else_is() {
    for name in RECORDED {
        let received = Received::recorded(name);
        let (body, signature) = (received.body.as_bytes(), received.signature());
        assert!(webhook::is_signed(body, signature, KEY), "{name}");
        assert!(webhook::is_signed(body, &signature.to_uppercase(), KEY), "{name}");
        assert!(webhook::is_signed(body, &format!(" \t{signature} \r\n"), KEY), "{name}");

        let forgeable = received.headers["x-nango-signature"].as_str().unwrap();
        let mut other = signature.to_owned();
        let last = if other.pop() == Some('0') { "1" } else { "0" };
        other += last;
        for wrong in [
            forgeable,
            &other,
            "",
            " ",
            &signature[..63],
            &format!("{signature}0"),
            &format!("{signature},{signature}"),
            &format!("sha256={signature}"),
            "no hexadecimal digits, but 64 characters of text, as many as ever",
            &"é".repeat(32),
        ] {
            assert!(!webhook::is_signed(body, wrong, KEY), "{name}: {wrong}");
        }
        for key in ["", "another key", &KEY[1..], &format!("{KEY}\n")] {
            assert!(!webhook::is_signed(body, signature, key), "{name}: {key}");
        }
        for altered in [
            received.body.replacen("nango", "mango", 1),
            received.body.replace(',', ", "),
            received.body.clone() + "\n",
            String::new(),
        ] {
            assert!(!webhook::is_signed(altered.as_bytes(), signature, KEY), "{altered}");
        }
    }
}

#[test]
fn nothing_is_signed_with_an_empty_key() {
    let key = hmac::Key::new(hmac::HMAC_SHA256, b"");
    let tag = hmac::sign(&key, b"{}");
    let signature: String = tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!webhook::is_signed(b"{}", &signature, ""));
    let error = webhook::parse(b"{}", &signature, "").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().starts_with("signing_key is empty"), "{error}");
}

#[test]
fn recorded_webhooks_have_their_types() {
    let Webhook::Auth(auth) = Received::recorded("auth_creation_ok_api_key").parse() else {
        panic!("no auth webhook");
    };
    assert_eq!((auth.operation.as_str(), auth.success), ("creation", true));
    assert_eq!(auth.connection_id, "89766126-4f81-471c-8373-37c30d6ef6b3");
    assert_eq!(auth.provider_config_key, "fake-api-key");
    assert_eq!(auth.tags.unwrap()["end_user_id"], "u-1");
    assert!(auth.error.is_none() && auth.unknown.is_empty());

    let Webhook::Auth(auth) = Received::recorded("auth_refresh_failed_oauth2").parse() else {
        panic!("no auth webhook");
    };
    assert_eq!((auth.operation.as_str(), auth.success), ("refresh", false));
    let problem = auth.error.unwrap();
    assert_eq!(problem.r#type.as_deref(), Some("refresh_token_external_error"));
    assert!(problem.description.unwrap().starts_with("The external API returned"));

    let Webhook::AsyncAction(ended) = Received::recorded("async_action").parse() else {
        panic!("no action");
    };
    assert_eq!(ended.action.id, "cbb3102a-7b8f-4fec-8586-1e5a95889dec");
    assert_eq!(ended.connection_id, "customer-1");
}

#[test]
fn syncs_and_forwarded_webhooks_have_theirs() {
    let sync = json!({
        "from": "nango", "type": "sync", "connectionId": "c", "providerConfigKey": "github", "syncName": "issues",
        "syncVariant": "base", "model": "Issue", "syncType": "INCREMENTAL", "success": true,
        "modifiedAfter": "2026-11-22T01:16:10.173Z", "queryTimeStamp": null,
        "responseResults": {"added": 2, "updated": 1, "deleted": 0},
        "checkpoints": {"from": null, "to": {"cursor": "x"}},
    });
    let Ok(Webhook::Sync(read)) = parse(&sync) else {
        panic!("no sync");
    };
    let results = read.response_results.unwrap();
    assert_eq!((results.added, results.updated, results.deleted), (2, 1, Some(0)));
    assert_eq!(read.modified_after.as_deref(), Some("2026-11-22T01:16:10.173Z"));
    assert_eq!(read.checkpoints["to"]["cursor"], "x");
    assert_eq!(read.unknown["queryTimeStamp"], Value::Null);

    let failed = json!({
        "from": "nango", "type": "sync", "connectionId": "c", "providerConfigKey": "github", "syncName": "issues",
        "syncVariant": "base", "model": "Issue", "syncType": "INITIAL", "success": false,
        "error": {"type": "script_error", "description": "it broke", "payload": {"token": "invented"}},
        "startedAt": "2026-11-22T01:16:10.173Z", "failedAt": "2026-11-22T01:16:11Z",
    });
    let Ok(Webhook::Sync(read)) = parse(&failed) else {
        panic!("no sync");
    };
    let problem = read.error.unwrap();
    assert_eq!(problem.payload.expose(), r#"{"token":"invented"}"#);
    assert!(!read.success && read.response_results.is_none());

    for payload in [json!({"zen": "x"}), json!([1]), Value::Null] {
        let forwarded = json!({"from": "github", "type": "forward", "providerConfigKey": "gh", "payload": payload});
        let Ok(Webhook::Forward(read)) = parse(&forwarded) else {
            panic!("not forwarded");
        };
        assert_eq!((read.sender.as_str(), &read.payload), ("github", &payload));
        assert_eq!(read.connection_id, None);
    }
}

#[test]
fn any_other_webhook_can_be_read() {
    for (body, named) in [
        (
            json!({"from": "nango", "type": "billing", "amount": 1}),
            Some("billing"),
        ),
        // Of an external API that Nango cannot assign to a connection: it is forwarded as it came.
        (json!({"type": "auth", "user": "u-1"}), Some("auth")),
        (json!({"type": 7}), None),
        (json!([{"event": "open"}]), None),
        (json!("text"), None),
        (Value::Null, None),
    ] {
        let Ok(Webhook::Unknown(read)) = parse(&body) else {
            panic!("{body} is known");
        };
        assert_eq!((read.r#type.as_deref(), &read.payload), (named, &body));
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let received = Received::recorded("async_action");
    let error = webhook::parse(received.body.as_bytes(), &"0".repeat(64), KEY).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::WebhookSignature, 0));
    assert!(
        !error.is_retryable() && error.message().contains("answer 401"),
        "{error}"
    );

    for body in ["", "no JSON", "{\"a\": 1", &"[".repeat(200)] {
        let error = webhook::parse(body.as_bytes(), &sign(body), KEY).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
    let error =
        parse(&json!({"from": "nango", "type": "auth", "operation": "creation", "success": "yes"})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error.message().contains("the webhook/success is not a boolean"),
        "{error}"
    );
    assert!(!error.message().contains("Client::request"), "{error}");
}

#[test]
fn no_message_and_no_debug_text_shows_the_key_or_what_customers_have() {
    let auth = json!({
        "from": "nango", "type": "auth", "connectionId": "c", "authMode": "OAUTH2", "providerConfigKey": "k",
        "provider": "p", "environment": "dev", "operation": "creation", "success": false,
        "tags": {"a": "canary-1"}, "endUser": {"endUserId": "u", "endUserEmail": "canary-2", "tags": {"b": "canary-3"}},
        "error": {"type": "t", "description": "canary-4", "payload": "canary-5"}, "newer": "canary-6",
    });
    let forwarded = json!({"from": "p", "type": "forward", "providerConfigKey": "k", "payload": "canary-7"});
    let unknown = json!({"type": "t", "a": "canary-8"});
    for body in [auth, forwarded, unknown] {
        let shown = format!("{:?}", parse(&body).unwrap());
        assert!(!shown.contains("canary"), "{shown}");
    }
    for (signature, body) in [("", "{}"), (&*sign("canary"), "canary")] {
        let error = webhook::parse(body.as_bytes(), signature, KEY).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(KEY) && !shown.contains("canary"), "{shown}");
    }
}
