//! The operations that api/operations.json describes: requests, and reading the responses of a real server.

mod support;

use std::io::Read;
use std::sync::{Arc, Mutex};

use nango::{
    CallOptions, Client, ErrorKind, ImportConnection, ListConnections, TriggerAction, TriggerActionAsync,
    UpdateConnection,
};
use serde_json::json;
use support::{Script, Server};

/// A received request: the request line, the head in lower case, and the body.
type Seen = Arc<Mutex<Vec<(String, String, String)>>>;

fn server(answers: &[(u16, &str)]) -> (Server, Seen) {
    let seen = Seen::default();
    let script = |&(status, body): &(u16, &str)| -> Script {
        let (seen, body) = (seen.clone(), body.to_owned());
        Box::new(move |peer| {
            let head = peer.read_head().unwrap();
            let line = head.lines().next().unwrap_or_default().to_owned();
            let lower = head.to_ascii_lowercase();
            let length = lower
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| rest.lines().next());
            let mut sent = vec![0; length.map_or(0, |length| length.parse().unwrap())];
            peer.stream.read_exact(&mut sent).unwrap();
            seen.lock()
                .unwrap()
                .push((line, lower, String::from_utf8(sent).unwrap()));
            peer.answer(status, "application/json; charset=utf-8", &body);
        })
    };
    (Server::start(answers.iter().map(script).collect()), seen)
}

/// Makes one call; returns its outcome, and the request.
fn with<T>(response: (u16, &str), make: impl FnOnce(&Client, &CallOptions) -> T) -> (T, (String, String, String)) {
    let (server, seen) = server(&[response]);
    let outcome = make(&server.client(), &CallOptions::new());
    server.finish();
    let mut seen = seen.lock().unwrap();
    (outcome, seen.remove(0))
}

const RICH: &str = r#"{"connections":[{"id":17,"connection_id":"rich","provider_config_key":"github","provider":"github","errors":[{"type":"auth","log_id":"l1"}],"end_user":{"id":"u-rich","display_name":"Rich Ünïcode","email":"rich@example.com","tags":{"origin":"seed"},"organization":{"id":"o-rich","display_name":"Org"}},"tags":{"plan":"pro"},"metadata":{"s":"invented","big":12345678901234567000},"created":"2026-11-29T01:22:49.091+00:00","newer":[1]},{"id":16,"connection_id":"bare","provider_config_key":"github","provider":"github","errors":[],"end_user":null,"tags":{},"metadata":null,"created":"2026-11-29T01:22:48.091+00:00"}]}"#;

#[test]
#[allow(deprecated, reason = "what is deprecated is sent all the same")]
fn a_list_has_its_filters_and_gives_models() {
    let (listed, (line, _, body)) = with((200, RICH), |client, options| {
        let mut list = ListConnections::new();
        list.connection_id("a&b")
            .search("ü")
            .integration_ids(&["github", "slack"])
            .tags(&[("plan", "p q")])
            .end_user_id("u")
            .end_user_organization_id("o")
            .limit(50);
        client.connections().list(&list, options).collect::<Result<Vec<_>, _>>()
    });
    assert_eq!(
        line,
        "GET /connections?connectionId=a%26b&search=%C3%BC&integrationId=github%2Cslack&tags%5Bplan%5D=p%20q&endUserId=u\
         &endUserOrganizationId=o&limit=50 HTTP/1.1"
    );
    assert_eq!(body, "");
    let listed = listed.unwrap();
    assert_eq!(listed.len(), 2);
    let rich = &listed[0];
    assert_eq!((rich.id, rich.connection_id.as_str()), (17, "rich"));
    assert_eq!(rich.errors[0].r#type, "auth");
    let end_user = rich.end_user.as_ref().unwrap();
    assert_eq!(end_user.display_name.as_deref(), Some("Rich Ünïcode"));
    assert_eq!(end_user.organization.as_ref().unwrap().id, "o-rich");
    assert_eq!(rich.tags["plan"], "pro");
    assert_eq!(rich.metadata["big"], json!(12345678901234567000u64));
    assert_eq!(rich.unknown["newer"], json!([1]));
    assert_eq!((&listed[1].end_user, &listed[1].metadata), (&None, &json!(null)));
    let shown = format!("{listed:?}");
    assert!(
        shown.contains("connection_id") && !shown.contains("rich@") && !shown.contains("invented"),
        "{shown}"
    );
}

#[test]
fn pages_are_asked_for_as_items_are_read_and_repeated_ones_are_left_out() {
    let item = |id: i64| {
        format!(r#"{{"id":{id},"connection_id":"c{id}","provider_config_key":"p","provider":"p","created":"t"}}"#)
    };
    let page = |ids: &[i64]| {
        let items: Vec<String> = ids.iter().copied().map(item).collect();
        format!(r#"{{"connections":[{}]}}"#, items.join(","))
    };
    let forbidden = r#"{"error":{"code":"forbidden","message":"no"}}"#;
    let (one, two, three) = (page(&[5, 4]), page(&[4, 3]), page(&[2]));
    let (server, seen) = server(&[
        (200, &one),
        (403, forbidden),
        (200, r#"{"connections":[7]}"#),
        (200, &two),
        (200, &three),
    ]);
    let client = Client::new(server.options().max_retries(0)).unwrap();
    let options = CallOptions::new();
    let list = client.connections().list(ListConnections::new().limit(2), &options);
    let ids: Vec<_> = list
        .map(|item| item.map(|item| item.id).map_err(|error| error.kind()))
        .collect();
    assert_eq!(
        ids,
        [
            Ok(5),
            Ok(4),
            Err(ErrorKind::Forbidden),
            Err(ErrorKind::Decode),
            Ok(3),
            Ok(2)
        ]
    );
    server.finish();
    let seen = seen.lock().unwrap();
    let targets: Vec<&str> = seen.iter().map(|(line, ..)| line.split(' ').nth(1).unwrap()).collect();
    let (first, second) = ("/connections?limit=2", "/connections?limit=2&page=1");
    assert_eq!(targets, [first, second, second, second, "/connections?limit=2&page=2"]);
}

#[test]
fn a_list_can_be_walked_page_by_page() {
    let (pages, (line, ..)) = with((200, r#"{"connections":[]}"#), |client, options| {
        let list = client.connections().list(&ListConnections::default(), options);
        list.pages().collect::<Result<Vec<_>, _>>().unwrap()
    });
    assert_eq!(pages, [vec![]]);
    assert_eq!(line, "GET /connections?limit=1000 HTTP/1.1");
}

#[test]
fn pages_begin_with_the_rest_of_a_page_that_was_begun() {
    let (ids, _) = with((200, RICH), |client, options| {
        let mut list = client.connections().list(&ListConnections::new(), options);
        assert_eq!(list.next().unwrap().unwrap().id, 17);
        let pages = list.pages().map(|page| page.unwrap());
        pages
            .map(|page| page.iter().map(|item| item.id).collect())
            .collect::<Vec<Vec<_>>>()
    });
    assert_eq!(ids, [[16]]);
}

#[test]
fn an_import_sends_and_keeps_credentials_without_showing_them() {
    let response = r#"{"id":83,"connection_id":"c","provider_config_key":"p","provider":"p","errors":[],"end_user":null,"tags":{},"metadata":{},"connection_config":{"key":"invented-config"},"webhook_url_override":null,"created_at":"2026-11-29T01:32:39.597Z","updated_at":"2026-11-29T01:32:39.597Z","last_fetched_at":null,"credentials":{"type":"OAUTH2","access_token":"invented-token"}}"#;
    let mut import = ImportConnection::new("p", json!({"type": "OAUTH2", "access_token": "invented-token"}));
    import
        .connection_id("c")
        .tags(&[("plan", "pro")])
        .metadata(json!({"a": null}));
    let (imported, (line, head, body)) = with((201, response), |client, options| {
        client.connections().import(&import, options).unwrap()
    });
    assert_eq!(line, "POST /connections HTTP/1.1");
    assert!(head.contains("content-type: application/json"), "{head}");
    let expected = json!({"provider_config_key": "p", "credentials": {"type": "OAUTH2", "access_token": "invented-token"},
        "connection_id": "c", "tags": {"plan": "pro"}, "metadata": {"a": null}});
    assert_eq!(serde_json::from_str::<serde_json::Value>(&body).unwrap(), expected);
    assert_eq!((imported.id, imported.last_fetched_at.as_deref()), (83, None));
    assert!(imported.credentials.expose().contains("invented-token"));
    let shown = format!("{import:?} {imported:?} {:?}", imported.clone());
    assert!(
        !shown.contains("invented") && shown.contains("provider_config_key"),
        "{shown}"
    );
}

#[test]
fn ids_are_encoded_and_nothing_else_is_sent() {
    let (done, (line, head, body)) = with((200, r#"{"success":true}"#), |client, options| {
        client.connections().delete("../a b/ü", "git&hub", options)
    });
    done.unwrap();
    assert_eq!(
        line,
        "DELETE /connections/..%2Fa%20b%2F%C3%BC?provider_config_key=git%26hub HTTP/1.1"
    );
    assert!(body.is_empty() && !head.contains("content-type"), "{head}");
    let (done, (line, _, body)) = with((200, r#"{"success":true}"#), |client, options| {
        let mut update = UpdateConnection::new("c", "p");
        update.webhook_url_override("").end_user(json!({"id": "e"}));
        client.connections().update(&update, options)
    });
    done.unwrap();
    assert_eq!(line, "PATCH /connections/c?provider_config_key=p HTTP/1.1");
    assert_eq!(body, r#"{"webhook_url_override":"","end_user":{"id":"e"}}"#);
    let (_, (_, _, body)) = with((200, r#"{"success":true}"#), |client, options| {
        client.connections().update(&UpdateConnection::new("c", "p"), options)
    });
    assert_eq!(body, "{}");
}

#[test]
fn metadata_is_set_and_merged_for_several_connections() {
    let echo = r#"{"connection_id":["a","b"],"provider_config_key":"p","metadata":{"x":1}}"#;
    let sent = r#"{"provider_config_key":"p","connection_id":["a","b"],"metadata":{"x":1}}"#;
    let (done, (line, _, body)) = with((201, echo), |client, options| {
        client
            .connections()
            .set_metadata("p", &["a", "b"], json!({"x": 1}), options)
    });
    done.unwrap();
    assert_eq!(
        (line.as_str(), body.as_str()),
        ("POST /connections/metadata HTTP/1.1", sent)
    );
    let unknown = r#"{"error":{"code":"unknown_connection","message":"No matching connection"}}"#;
    let (failed, (line, _, body)) = with((404, unknown), |client, options| {
        client
            .connections()
            .update_metadata("p", &["a", "b"], json!({"x": 1}), options)
    });
    assert_eq!(failed.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(
        (line.as_str(), body.as_str()),
        ("PATCH /connections/metadata HTTP/1.1", sent)
    );
}

#[test]
fn an_action_runs_now_or_later() {
    for (output, expected) in [
        ("null", json!(null)),
        ("", json!(null)),
        (r#"{"a":[1]}"#, json!({"a": [1]})),
        ("5", json!(5)),
    ] {
        let (result, (line, head, body)) = with((200, output), |client, options| {
            let mut trigger = TriggerAction::new("c", "p", "echo");
            trigger.input(json!(false)).max_retries(2);
            client.actions().trigger(&trigger, options)
        });
        assert_eq!(result.unwrap(), expected);
        assert_eq!(line, "POST /action/trigger HTTP/1.1");
        for header in [
            "\r\nconnection-id: c\r\n",
            "\r\nprovider-config-key: p\r\n",
            "\r\nx-max-retries: 2\r\n",
        ] {
            assert!(head.contains(header), "{head}");
        }
        assert!(!head.contains("x-async"), "{head}");
        assert_eq!(body, r#"{"action_name":"echo","input":false}"#);
    }
    let queued =
        r#"{"id":"4ba27559-0ba0-4948-8b59-41086b0e9baa","statusUrl":"/action/4ba27559-0ba0-4948-8b59-41086b0e9baa"}"#;
    let (queued, (_, head, body)) = with((202, queued), |client, options| {
        let trigger = TriggerActionAsync::new("c", "p", "echo");
        client.actions().trigger_async(&trigger, options).unwrap()
    });
    assert_eq!(queued.id, "4ba27559-0ba0-4948-8b59-41086b0e9baa");
    assert_eq!(queued.status_url, format!("/action/{}", queued.id));
    assert!(head.contains("\r\nx-async: true\r\n"), "{head}");
    assert_eq!(body, r#"{"action_name":"echo"}"#);
    let pending = r#"{"error":{"code":"not_found","message":"No action found"}}"#;
    let (failed, (line, ..)) = with((404, pending), |client, options| {
        client.actions().result(&queued.id, options)
    });
    let error = failed.unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Api, 404));
    assert_eq!(line, "GET /action/4ba27559-0ba0-4948-8b59-41086b0e9baa HTTP/1.1");
}

#[test]
fn environment_variables_are_secrets() {
    let response = r#"[{"name":"FOO","value":"invented"},{"name":"ÜNI","value":"wärt\n2"}]"#;
    let (variables, (line, ..)) = with((200, response), |client, options| {
        client.environment().list_variables(options).unwrap()
    });
    assert_eq!(line, "GET /environment-variables HTTP/1.1");
    assert_eq!(
        (variables[1].name.as_str(), variables[1].value.expose()),
        ("ÜNI", "wärt\n2")
    );
    assert!(!format!("{variables:?}").contains("invented"));
}

#[test]
fn a_response_of_another_shape_is_an_error_that_names_the_field() {
    for (response, problem) in [
        (r#"{"id":1}"#, "the response is not an array"),
        (r#"[{"name":1,"value":"x"}]"#, "the response/0/name is not a string"),
        (r#"[{"value":"x"}]"#, "the response/0/name is missing"),
        ("[7]", "the response/0 is not an object"),
    ] {
        let (failed, _) = with((200, response), |client, options| {
            client.environment().list_variables(options)
        });
        let error = failed.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.message().contains(problem), "{error}");
    }
}
