//! From a request to its response: Nango's routes, in the order in which its server decides.

use crate::{
    Shared, auth, connections, list,
    metadata::{self, Change},
    proxy,
    query::Query,
    ratelimit::{self, Allowance},
    respond::{Reply, error},
    seed::Key,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, Version, header},
    response::Response,
};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
use std::sync::Arc;

/// The body size limit of Nango's server, above which Express sends a 413.
const LARGEST_BODY: usize = 75 * 1024 * 1024;

/// The route of a path and a method.
#[derive(Debug, PartialEq, Eq)]
enum Route<'a> {
    List,
    /// The id is still percent-encoded.
    Connection(&'a str),
    Metadata(Change),
    LegacyMetadata(&'a str),
    /// Not a route of this server.
    Unknown,
}

/// Responds to everything but the control routes.
pub async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let entry = shared.log.arrived(request.method(), target);
    let client_closes = wants_close(request.version(), request.headers());
    let reply = dispatch(&shared, request).await;
    entry.answered(reply.status());
    reply.into_response(client_closes, shared.date())
}

fn wants_close(version: Version, headers: &HeaderMap) -> bool {
    let connection = headers
        .get(header::CONNECTION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    if version < Version::HTTP_11 {
        !connection.contains("keep-alive")
    } else {
        connection.contains("close")
    }
}

async fn dispatch(shared: &Arc<Shared>, request: Request) -> Reply {
    let (parts, body) = request.into_parts();
    if parts.headers.contains_key(header::UPGRADE) {
        return Reply::closing(400);
    }
    let path = parts.uri.path();
    if proxy::is_below(path) {
        return proxy::answer(shared, &parts, body).await;
    }
    let route = route(&parts.method, path);
    let body = if is_below_connections(path) {
        match read_json(shared, &parts.headers, body).await {
            Ok(body) => body,
            Err(refusal) => return refusal,
        }
    } else {
        Value::Null
    };
    let call = Call {
        shared,
        method: &parts.method,
        path,
        headers: &parts.headers,
        query: Query::parse(parts.uri.query().unwrap_or_default()),
        body,
    };
    call.answer(route).await
}

fn route<'a>(method: &Method, path: &'a str) -> Route<'a> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let reads = method == Method::GET || method == Method::HEAD;
    let change = match *method {
        Method::POST => Some(Change::Replace),
        Method::PATCH => Some(Change::Merge),
        _ => None,
    };
    match (segments.as_slice(), change) {
        (["connection" | "connections"], None) if reads => Route::List,
        (["connection" | "connections", id], None) if reads && !id.is_empty() => Route::Connection(id),
        (["connection" | "connections", "metadata"], Some(change)) => Route::Metadata(change),
        (["connection", id, "metadata"], Some(Change::Replace)) if !id.is_empty() => Route::LegacyMetadata(id),
        _ => Route::Unknown,
    }
}

fn is_below_connections(path: &str) -> bool {
    let first = path.split('/').nth(1);
    matches!(first, Some("connection" | "connections"))
}

/// The body as JSON. Nango refuses every other content type, whatever the method.
async fn read_json(shared: &Shared, headers: &HeaderMap, body: Body) -> Result<Value, Reply> {
    let Some(content_type) = headers.get(header::CONTENT_TYPE) else {
        return Ok(json!({}));
    };
    let essence = content_type
        .to_str()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    if !essence.trim().eq_ignore_ascii_case("application/json") {
        return Err(error(
            415,
            "invalid_content_type",
            "Content-Type header must be application/json",
        ));
    }
    let bytes = read_whole(shared, body).await?;
    parse_json(&bytes)
}

/// All of a body that Nango is willing to take. It does not say what is wrong with a larger one.
pub async fn read_whole(shared: &Shared, body: Body) -> Result<Bytes, Reply> {
    to_bytes(body, LARGEST_BODY).await.map_err(|_| unforeseen(shared))
}

/// A body with the content type JSON.
pub fn parse_json(bytes: &[u8]) -> Result<Value, Reply> {
    if bytes.is_empty() {
        return Ok(json!({}));
    }
    serde_json::from_slice(bytes).map_err(|problem| {
        let message = if problem.is_eof() {
            "Unexpected end of JSON input".to_owned()
        } else {
            format!("Unexpected token at position {} is not valid JSON", problem.column())
        };
        invalid_json(&message)
    })
}

/// The 400 for a body that is not the JSON that it should be.
pub fn invalid_json(message: &str) -> Reply {
    error(400, "invalid_json", message)
}

/// Finds the key and counts the request, if there is a rate limit. A refused one is counted only if its key is known.
pub fn admit<'a>(
    shared: &'a Shared,
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Result<(&'a Key, Option<Allowance>), Reply> {
    let key = auth::authenticate(headers, &shared.seed)?;
    let limit = shared.seed.rate_limit.as_ref();
    let allowance = limit.map(|limit| shared.state().count_request(limit));
    match allowance.as_ref().and_then(|it| it.refusal(method.as_str(), path)) {
        Some(refusal) => Err(ratelimit::label(allowance, refusal)),
        None => Ok((key, allowance)),
    }
}

struct Call<'a> {
    shared: &'a Arc<Shared>,
    method: &'a Method,
    path: &'a str,
    headers: &'a HeaderMap,
    query: Query,
    body: Value,
}

impl Call<'_> {
    async fn answer(&self, route: Route<'_>) -> Reply {
        let id = match route {
            Route::Connection(id) | Route::LegacyMetadata(id) => id,
            Route::List | Route::Metadata(_) => "",
            Route::Unknown => return self.unknown(),
        };
        let Some(id) = decode(id) else {
            return unforeseen(self.shared);
        };
        match admit(self.shared, self.method, self.path, self.headers) {
            Ok((key, allowance)) => ratelimit::label(allowance, self.authenticated(key, route, &id).await),
            Err(refusal) => refusal,
        }
    }

    async fn authenticated(&self, key: &Key, route: Route<'_>, id: &str) -> Reply {
        match route {
            Route::Connection(_) => connections::get(self.shared, key, id, &self.query).await,
            Route::List => list::get(self.shared, key, &self.query),
            Route::Metadata(change) => metadata::change(self.shared, key, &self.body, change),
            Route::LegacyMetadata(_) => {
                let integration = self
                    .headers
                    .get("provider-config-key")
                    .and_then(|value| value.to_str().ok());
                metadata::replace_legacy(self.shared, key, id, integration, &self.body)
            }
            Route::Unknown => self.unknown(),
        }
    }

    /// A Nango server shows its dashboard at every path that it does not have.
    fn unknown(&self) -> Reply {
        if self.method == Method::GET || self.method == Method::HEAD {
            return self.shared.dashboard();
        }
        let path = self
            .path
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&#39;");
        let method = self.method;
        Reply::html(
            404,
            format!(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot {method} {path}</pre>\n</body>\n</html>\n"
            ),
        )
    }
}

/// Nango's response to an unexpected failure.
pub fn unforeseen(shared: &Shared) -> Reply {
    let id = shared.state().invent_uuid();
    let message = format!("An error occurred. Please contact support with this unique id: \"{id}\"");
    Reply::json(
        500,
        &json!({"error": {"message": message, "code": "generic_error_support", "payload": id}}),
    )
}

/// Percent-decoding as strict as JavaScript's `decodeURIComponent`.
pub fn decode(id: &str) -> Option<String> {
    let escapes_are_complete = id.split('%').skip(1).all(|after| {
        let digits = after.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    });
    if !escapes_are_complete {
        return None;
    }
    let text = percent_decode_str(id).decode_utf8().ok()?;
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_mean_what_they_mean_to_nango() {
        let get = |path| route(&Method::GET, path);
        assert_eq!(get("/connections"), Route::List);
        assert_eq!(get("/connection/"), Route::List);
        assert_eq!(get("/connections/a"), Route::Connection("a"));
        assert_eq!(get("/connection/../"), Route::Connection(".."));
        assert_eq!(get("/connections/metadata"), Route::Connection("metadata"));
        for unknown in [
            "/",
            "",
            "/connections/a/b",
            "/connections//",
            "/connections//a",
            "/x",
            "//connections",
        ] {
            assert_eq!(get(unknown), Route::Unknown, "{unknown}");
        }
        let post = |path| route(&Method::POST, path);
        assert_eq!(post("/connections/metadata"), Route::Metadata(Change::Replace));
        assert_eq!(post("/connection/a/metadata"), Route::LegacyMetadata("a"));
        assert_eq!(post("/connections/a"), Route::Unknown);
        assert_eq!(
            route(&Method::PATCH, "/connection/metadata"),
            Route::Metadata(Change::Merge)
        );
        assert_eq!(route(&Method::DELETE, "/connections/a"), Route::Unknown);
    }

    #[test]
    fn ids_are_decoded_once() {
        assert_eq!(decode("a%2Fb%2E").as_deref(), Some("a/b."));
        assert_eq!(decode("a%252Fb+c").as_deref(), Some("a%2Fb+c"));
        for wrong in ["%", "%2", "%zz", "%E0%A4%A", "%FF", "a%"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
