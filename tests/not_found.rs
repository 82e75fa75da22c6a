//! What is missing: only a connection is `NotFound`. Recorded exchanges with a real Nango server, each made again.

mod support;

use std::fs;
use std::path::Path;

use nango::{Error, ErrorKind, Request};
use serde_json::Value;
use support::{Peer, Server};

/// An exchange, and the kind of the error that it ends in.
#[rustfmt::skip]
const EXCHANGES: [(&str, ErrorKind); 52] = [
    // A connection, in all its faces.
    ("delete_again", ErrorKind::NotFound),
    ("delete_get_after", ErrorKind::NotFound),
    ("legacy_delete_unknown", ErrorKind::NotFound),
    ("err_404_unknown_connection", ErrorKind::NotFound),
    ("err_404_unknown_connection_legacy", ErrorKind::NotFound),
    ("err_404_connection_of_other_integration", ErrorKind::NotFound),
    ("patch_err_unknown", ErrorKind::NotFound),
    ("metadata_err_unknown", ErrorKind::NotFound),
    ("metadata_after_connection_delete", ErrorKind::NotFound),
    ("metadata_legacy_err_unknown", ErrorKind::NotFound),
    ("metadata_patch_many_one_unknown", ErrorKind::NotFound),
    ("action_err_unknown_connection", ErrorKind::NotFound),
    ("action_run_after_connection_delete", ErrorKind::NotFound),
    ("records_err_other_environment", ErrorKind::NotFound),
    ("records_prune_err_connection", ErrorKind::NotFound),
    ("sync_frequency_err_connection", ErrorKind::NotFound),
    ("sync_pause_err_unknown_connection", ErrorKind::NotFound),
    ("sync_run_status_after_connection_delete", ErrorKind::NotFound),
    ("connect_reconnect_err_unknown", ErrorKind::NotFound),
    ("function_invoke_err_connection", ErrorKind::NotFound),
    // An integration, where Nango calls it a connection that is missing.
    ("action_err_unknown_integration", ErrorKind::NotFound),
    ("records_err_unknown_integration", ErrorKind::NotFound),
    ("connect_reconnect_err_integration", ErrorKind::NotFound),
    // An integration that a call names beside something else.
    ("err_400_unknown_integration", ErrorKind::UnknownIntegration),
    ("patch_err_integration", ErrorKind::UnknownIntegration),
    ("deploy_err_unknown_integration", ErrorKind::UnknownIntegration),
    // An integration that is the subject of the call, or that the body names.
    ("integrations_err_unknown", ErrorKind::Api),
    ("integrations_patch_err_unknown", ErrorKind::Api),
    ("integrations_delete_again", ErrorKind::Api),
    ("import_err_integration", ErrorKind::Api),
    ("function_deployment_err_integration", ErrorKind::Api),
    ("connect_session_err_integration", ErrorKind::Api),
    // Anything else.
    ("providers_err_unknown", ErrorKind::Api),
    ("integrations_function_get_unknown", ErrorKind::Api),
    ("integrations_function_code_of_bundle", ErrorKind::Api),
    ("integrations_function_delete_unknown_2", ErrorKind::Api),
    ("function_deployment_err_template", ErrorKind::Api),
    ("function_invoke_err_name", ErrorKind::Api),
    ("action_err_unknown_action", ErrorKind::Api),
    ("action_run_name_of_sync", ErrorKind::Api),
    ("action_run_err_disabled", ErrorKind::Api),
    ("action_async_pending_result", ErrorKind::Api),
    ("sync_start_err_unknown_sync", ErrorKind::Api),
    ("sync_trigger_err_unknown_sync", ErrorKind::Api),
    ("sync_frequency_err_sync", ErrorKind::Api),
    ("sync_variant_err_sync", ErrorKind::Api),
    ("sync_variant_delete_again", ErrorKind::Api),
    ("environments_delete_unknown", ErrorKind::Api),
    ("api_key_delete_again", ErrorKind::Api),
    // What there is already.
    ("api_key_post_again", ErrorKind::Api),
    ("integrations_post_err_duplicate_key", ErrorKind::Api),
    ("integrations_quickstart_err_exists", ErrorKind::Api),
];

fn recorded(name: &str) -> Value {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let file = format!("{name}.json");
    let places = ["", "operations", "elsewhere"].map(|folder| directory.join(folder).join(&file));
    let text = places.iter().find_map(|place| fs::read_to_string(place).ok());
    serde_json::from_str(&text.unwrap()).unwrap()
}

/// The error of the recorded request, without its body, for the recorded response.
fn error_of(exchange: &Value) -> Error {
    let (request, response) = (&exchange["request"], exchange["response"].clone());
    let server = Server::once(move |peer: &mut Peer| {
        assert!(peer.read_request());
        let content_type = response["headers"]["content-type"].as_str().unwrap();
        let status = u16::try_from(response["status"].as_u64().unwrap()).unwrap();
        peer.answer(status, content_type, response["body"].as_str().unwrap());
    });
    let request = Request::new(request["method"].as_str().unwrap(), request["target"].as_str().unwrap());
    let error = server.client().request(&request, None).unwrap_err();
    server.finish();
    error
}

#[test]
fn only_a_missing_connection_is_not_found() {
    for (name, kind) in EXCHANGES {
        let exchange = recorded(name);
        let error = error_of(&exchange);
        assert_eq!(error.kind(), kind, "{name}: {error}");
        let body: Value = serde_json::from_str(exchange["response"]["body"].as_str().unwrap()).unwrap();
        assert_eq!(error.code(), body["error"]["code"].as_str(), "{name}");
        assert_eq!(
            u64::from(error.http_status()),
            exchange["response"]["status"].as_u64().unwrap(),
            "{name}"
        );
        assert!(!error.is_retryable(), "{name}");
    }
}

#[test]
fn findings_name_the_field_and_print_no_message() {
    let found = |name| error_of(&recorded(name)).findings();
    let shown = found("connect_session_err_integration");
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (shown[0].path(), shown[0].message(), shown[0].code()),
        ("allowed_integrations.0", "Integration does not exist", "custom")
    );
    assert_eq!(
        format!("{shown:?}"),
        r#"[Finding { path: "allowed_integrations.0", code: "custom", .. }]"#
    );
    let two = found("err_400_two_errors");
    let paths: Vec<&str> = two.iter().map(nango::Finding::path).collect();
    assert_eq!(paths, ["provider_config_key", "refresh_token", ""]);
    assert!(found("delete_again").is_empty());
    let body = r#"{"error":{"code":"invalid_body","errors":[{"code":"custom","message":"bad","path":["metadata",0,"invented key"]},7]}}"#;
    let odd = error_of(&serde_json::json!({
        "request": {"method": "POST", "target": "/connections/metadata"},
        "response": {"status": 400, "headers": {"content-type": "application/json"}, "body": body}
    }));
    let odd = odd.findings();
    assert_eq!((odd[0].path(), odd[1].path()), ("metadata.0.invented key", ""));
    assert!(!format!("{odd:?}").contains("invented"), "{odd:?}");
}
