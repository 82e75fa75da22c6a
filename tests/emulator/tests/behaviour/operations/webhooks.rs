//! The webhooks that are sent.

use super::Api;
use crate::{client::DEMO_KEY, receiver::Receiver};
use serde_json::json;

#[test]
fn a_finished_session_is_told() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    let session = json!({"tags": {"order": "o-1"}, "allowed_integrations": ["stripe-api-key"]});
    let token = api.ok("POST", "/connect/sessions", Some(&session))["data"]["token"].clone();
    let made = api.control("connect", &json!({"token": token, "connection_id": "c-1"}));
    assert_eq!(made.status, 200, "{made:?}");
    let webhook = receiver.next();
    assert!(webhook.is_signed_with("invented-key") && !webhook.is_signed_with("another-key"));
    let expected = r#"{"authMode":"API_KEY","connectionId":"c-1","environment":"dev","from":"nango","operation":"creation","provider":"stripe-api-key","providerConfigKey":"stripe-api-key","success":true,"tags":{"order":"o-1"},"type":"auth"}"#;
    assert_eq!(webhook.body, expected);
}

#[test]
fn a_refresh_that_fails_is_told() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    let refused = api.send(
        "GET",
        "/connections/revoked?provider_config_key=google-calendar",
        &[],
        None,
    );
    assert_eq!(refused.status, 400);
    let webhook = receiver.next().json();
    assert_eq!(
        (&webhook["operation"], &webhook["success"]),
        (&json!("refresh"), &json!(false))
    );
    assert_eq!(webhook["error"]["type"], "refresh_token_external_error");
}

#[test]
fn each_run_of_a_sync_is_told() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    api.seed(&json!({"syncs": [{
        "name": "issues", "provider_config_key": "github", "models": ["Issue"],
        "runs": [{"records": {"Issue": [{"id": "a"}]}}, {"fails": true}],
    }]}));
    let named = json!({"provider_config_key": "github", "syncs": ["issues"]});
    api.ok("POST", "/sync/trigger", Some(&named));
    let webhook = receiver.next().json();
    assert_eq!(
        (&webhook["type"], &webhook["model"], &webhook["success"]),
        (&json!("sync"), &json!("Issue"), &json!(true))
    );
    assert_eq!(
        webhook["responseResults"],
        json!({"added": 1, "deleted": 0, "updated": 0})
    );
    api.ok("POST", "/sync/trigger", Some(&named));
    assert_eq!(receiver.next().json()["success"], false);
}

#[test]
fn the_end_of_an_action_is_told_once() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    api.seed(&json!({"actions": [{"name": "act", "provider_config_key": "github", "output": 1, "pending_polls": 1}]}));
    let headers = [&super::CUSTOMER[..], &[("x-async", "true")]].concat();
    let queued = api
        .send(
            "POST",
            "/action/trigger",
            &headers,
            Some(&json!({"action_name": "act"})),
        )
        .json();
    let url = queued["statusUrl"].as_str().expect("a URL");
    let statuses: Vec<u16> = (0..3).map(|_| api.send("GET", url, &[], None).status).collect();
    assert_eq!(statuses, [404, 200, 200]);
    assert_eq!(receiver.next().json()["payload"]["id"], queued["id"]);
    let sent = crate::client::get(api.address(), DEMO_KEY, "/__emulator/webhooks").json();
    assert_eq!(sent["webhooks"].as_array().map(Vec::len), Some(1));
}

#[test]
fn any_webhook_can_be_sent_and_a_new_key_counts_at_once() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    let key = api.ok("POST", "/environment/webhook-signing-key/rotate", None);
    let key = key["data"]["webhook_signing_key"].as_str().expect("a key").to_owned();
    let body = json!({"type": "forward", "payload": {"z": 1, "a": [2]}});
    let answer = std::thread::scope(|scope| {
        let answer = scope.spawn(|| api.control("webhooks", &body));
        let webhook = receiver.next();
        assert!(webhook.is_signed_with(&key) && !webhook.is_signed_with("invented-key"));
        assert_eq!(webhook.body, body.to_string());
        answer.join().expect("an answer")
    });
    assert_eq!(answer.json(), json!({"status": 204}));
}

#[test]
fn nothing_is_sent_to_another_machine() {
    let api = Api::with(&json!({}));
    let refused = api.control("seed", &json!({"webhooks": {"url": "http://192.0.2.1/hook"}}));
    assert!(
        refused.status == 400 && refused.body.contains("of this machine"),
        "{refused:?}"
    );
    let refused = api.control("webhooks", &json!({"type": "sync"}));
    assert!(refused.status == 400 && refused.body.contains("no URL"), "{refused:?}");
}
