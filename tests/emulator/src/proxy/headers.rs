//! The headers of Nango's call to the external API: the program's own, the credentials, and those of Nango's client.

use super::payload::Sent;
use crate::clock;
use axum::http::{HeaderMap, Method, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};
use sha1::{Digest, Sha1};

const PREFIX: &str = "nango-proxy-";
const FORM: &str = "application/x-www-form-urlencoded";

/// Headers in the order in which they are sent, each name once.
type List = Vec<(String, String)>;

/// The parts of a connection for a call.
#[derive(Clone)]
pub struct Account {
    /// Its credentials.
    pub credentials: Map<String, Value>,
    /// Other values that the external API needs.
    pub config: Map<String, Value>,
}

/// The program's headers for the external API, without their prefix.
pub fn forwarded(headers: &HeaderMap) -> List {
    headers
        .iter()
        .filter_map(|(name, value)| {
            let name = name.as_str().strip_prefix(PREFIX).filter(|name| !name.is_empty())?;
            Some((name.to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        })
        .collect()
}

/// What is not sent to another host when a redirect leads there.
const CONFIDENTIAL: [&str; 3] = ["authorization", "proxy-authorization", "cookie"];

/// Takes out what is not meant for another host.
pub fn without_credentials(headers: &mut List) {
    headers.retain(|(name, _)| !CONFIDENTIAL.iter().any(|it| name.eq_ignore_ascii_case(it)));
}

/// All headers of the call.
pub fn outgoing(
    account: &Account,
    now: i64,
    method: &Method,
    host: &str,
    forwarded: &List,
    sent: Option<&Sent>,
) -> List {
    let mut headers = List::new();
    put(&mut headers, "Accept", "application/json, text/plain, */*");
    let writes = [Method::POST, Method::PUT, Method::PATCH].contains(method);
    match sent {
        Some(sent) => put(&mut headers, "Content-Type", &sent.content_type),
        None if writes => put(&mut headers, "Content-Type", FORM),
        None => {}
    }
    for (name, value) in credentials(account, now).iter().chain(forwarded) {
        put(&mut headers, name, value);
    }
    put_unless_there(&mut headers, "User-Agent", "axios/1.18.0");
    match sent {
        Some(sent) => put(&mut headers, "Content-Length", &sent.body.len().to_string()),
        None if writes => put(&mut headers, "Content-Length", "0"),
        None => {}
    }
    put_unless_there(&mut headers, "Accept-Encoding", "gzip, compress, deflate, br");
    put(&mut headers, "Host", host);
    put(&mut headers, "Connection", "keep-alive");
    headers
}

fn put(headers: &mut List, name: &str, value: &str) {
    match headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        Some((_, known)) => value.clone_into(known),
        None => headers.push((name.to_owned(), value.to_owned())),
    }
}

fn put_unless_there(headers: &mut List, name: &str, value: &str) {
    if !headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
        put(headers, name, value);
    }
}

/// The headers that authenticate the account at the external API.
fn credentials(account: &Account, now: i64) -> List {
    let own = |name: &str| text(&account.credentials, name).unwrap_or_default();
    let authorization = |value: String| vec![(header::AUTHORIZATION.to_string(), value)];
    let bearer = |token: &str| authorization(format!("Bearer {token}"));
    match own("type") {
        "OAUTH2" | "MCP_OAUTH2" | "MCP_OAUTH2_GENERIC" | "APP" | "APP_STORE" => bearer(own("access_token")),
        "OAUTH2_CC" | "JWT" | "TWO_STEP" | "SIGNATURE" => bearer(own("token")),
        "CUSTOM" => custom(&account.credentials).map_or_else(Vec::new, bearer),
        "BASIC" | "INSTALL_PLUGIN" => {
            let pair = STANDARD.encode(format!("{}:{}", own("username"), own("password")));
            authorization(format!("Basic {pair}"))
        }
        "API_KEY" => {
            let region = text(&account.config, "region").map(|region| ("x-region".to_owned(), region.to_owned()));
            let key = ("x-api-key".to_owned(), own("apiKey").to_owned());
            [key].into_iter().chain(region).collect()
        }
        "TABLEAU" => vec![("x-tableau-auth".into(), own("token").into())],
        "BILL" => vec![
            ("sessionid".into(), own("session_id").into()),
            ("devkey".into(), own("dev_key").into()),
        ],
        "OAUTH1" => authorization(oauth1("", "HMAC-SHA1", own("oauth_token"), now)),
        "TBA" => {
            let realm = text(&account.config, "accountId").unwrap_or_default();
            let realm = format!("realm=\"{}\", ", realm.replacen('-', "_", 1).to_uppercase());
            authorization(oauth1(&realm, "HMAC-SHA256", own("token_id"), now))
        }
        "AWS_SIGV4" => aws(&account.credentials, now),
        _ => Vec::new(),
    }
}

fn text<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    map.get(name).and_then(Value::as_str)
}

/// The app's own token, or the user's where there is no app.
fn custom(credentials: &Map<String, Value>) -> Option<&str> {
    ["app", "user"]
        .iter()
        .find_map(|part| text(credentials.get(*part)?.as_object()?, "access_token"))
}

/// An OAuth 1 header in form only: the signature is made up.
fn oauth1(realm: &str, method: &str, token: &str, now: i64) -> String {
    let signature = STANDARD.encode(Sha1::digest(format!("{method}{token}{now}")));
    let seconds = now / 1_000;
    format!(
        "OAuth {realm}oauth_consumer_key=\"emulated-consumer-key\", oauth_nonce=\"emulated-nonce\", oauth_signature=\"{signature}\", oauth_signature_method=\"{method}\", oauth_timestamp=\"{seconds}\", oauth_token=\"{token}\", oauth_version=\"1.0\""
    )
}

/// The headers of a signed call to AWS in form only: the signature is made up.
fn aws(credentials: &Map<String, Value>, now: i64) -> List {
    let own = |name: &str| text(credentials, name).unwrap_or_default();
    let time = clock::whole_second_time(now).replace(['-', ':'], "");
    let day = time.split('T').next().unwrap_or_default();
    let scope = format!("{day}/{}/{}/aws4_request", own("region"), own("service"));
    let hash = |text: &str| -> String {
        let bytes = Sha1::digest(text);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let digits = hash(&scope) + &hash(&time);
    // As long as the SHA-256 that a real one is.
    let signature = &digits[..64];
    let key = own("access_key_id");
    vec![
        (
            "authorization".into(),
            format!(
                "AWS4-HMAC-SHA256 Credential={key}/{scope}, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature={signature}"
            ),
        ),
        ("x-amz-date".into(), time),
        ("x-amz-security-token".into(), own("session_token").into()),
    ]
}
