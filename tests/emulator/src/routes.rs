//! From a request to its response: Nango's routes, in the order in which its server decides.

use crate::{
    Shared, auth, connections,
    described::{Route as Described, Segments},
    metadata::{self, Change},
    operations, others, proxy,
    query::Query,
    ratelimit::{self, Allowance},
    respond::{Content, Reply, error},
    seed::Key,
    store::sessions::Session,
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
#[derive(Debug)]
enum Route<'a> {
    /// A route of the generated table; its segments are `None` if they are not encoded as they have to be.
    Described(&'static Described, Option<Segments>),
    /// One connection. The id is still percent-encoded.
    Connection(&'a str),
    LegacyMetadata(&'a str, Change),
    /// One that is not described.
    Other(others::Route<'a>),
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
    if parts.method == Method::OPTIONS {
        // Any page may call Nango's API.
        return Reply::plain(204, Content::Whole(Bytes::new()));
    }
    let route = route(&parts.method, path);
    let body = match route {
        Route::Unknown if !is_below_connections(path) => None,
        _ => match read_json(shared, &parts.headers, body).await {
            Ok(body) => body,
            Err(refusal) => return refusal,
        },
    };
    let call = Call {
        shared,
        method: &parts.method,
        path,
        headers: &parts.headers,
        query: Query::parse(parts.uri.query().unwrap_or_default()),
        raw_query: parts.uri.query().unwrap_or_default(),
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
        (["connection" | "connections", id], None) if reads && !id.is_empty() => return Route::Connection(id),
        (["connection", id, "metadata"], Some(change)) if !id.is_empty() => return Route::LegacyMetadata(id, change),
        _ => {}
    }
    let method_name = if reads { "GET" } else { method.as_str() };
    let present = match path.strip_prefix("/connection") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("/connections{rest}"),
        _ => path.to_owned(),
    };
    if let Some((route, segments)) = Described::find(method_name, &present) {
        return Route::Described(route, segments);
    }
    others::Route::find(method, path).map_or(Route::Unknown, Route::Other)
}

fn is_below_connections(path: &str) -> bool {
    let first = path.split('/').nth(1);
    matches!(first, Some("connection" | "connections"))
}

/// The body as JSON, if it says that it is JSON. Nango refuses every other content type, whatever the method.
async fn read_json(shared: &Shared, headers: &HeaderMap, body: Body) -> Result<Option<Value>, Reply> {
    let Some(content_type) = headers.get(header::CONTENT_TYPE) else {
        return Ok(None);
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
    parse_json(&bytes).map(Some)
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
        let message = if bytes.len() > 1 && problem.is_eof() {
            "Unexpected end of JSON input".to_owned()
        } else if bytes[0] == b'{' && problem.column() <= 2 {
            "Expected property name or '}' in JSON at position 1".to_owned()
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
    Ok((key, count(shared, method, path)?))
}

/// Counts a request, if there is a rate limit.
pub fn count(shared: &Shared, method: &Method, path: &str) -> Result<Option<Allowance>, Reply> {
    let limit = shared.seed.rate_limit.as_ref();
    let allowance = limit.map(|limit| shared.state().count_request(limit));
    match allowance.as_ref().and_then(|it| it.refusal(method.as_str(), path)) {
        Some(refusal) => Err(ratelimit::label(allowance, refusal)),
        None => Ok(allowance),
    }
}

/// A request that is not for the proxy.
pub struct Call<'a> {
    pub shared: &'a Arc<Shared>,
    pub method: &'a Method,
    pub path: &'a str,
    pub headers: &'a HeaderMap,
    pub query: Query,
    pub raw_query: &'a str,
    pub body: Option<Value>,
}

impl Call<'_> {
    async fn answer(&self, route: Route<'_>) -> Reply {
        if matches!(route, Route::Unknown) {
            return self.unknown();
        }
        if let Route::Other(route) = &route {
            return route.answer(self).await;
        }
        if let (Route::Described(described, _), true) = (&route, others::is_token(self.headers)) {
            if described.takes_session_token() {
                return self.with_session(route).await;
            }
        }
        let id = match &route {
            Route::Connection(id) | Route::LegacyMetadata(id, _) => decode(id),
            Route::Described(_, segments) => segments.as_ref().map(|_| String::new()),
            Route::Other(_) | Route::Unknown => None,
        };
        let Some(id) = id else {
            return unforeseen(self.shared);
        };
        match admit(self.shared, self.method, self.path, self.headers) {
            Ok((key, allowance)) => ratelimit::label(allowance, self.authenticated(key, route, &id).await),
            Err(refusal) => refusal,
        }
    }

    /// Responds to the browser of a customer, as far as it needs to know what it can offer.
    async fn with_session(&self, route: Route<'_>) -> Reply {
        match others::admit_session(self.shared, self.method, self.path, self.headers) {
            Ok((session, allowance)) => ratelimit::label(allowance, self.described(route, None, Some(&session)).await),
            Err(refusal) => refusal,
        }
    }

    async fn described(&self, route: Route<'_>, key: Option<&Key>, session: Option<&Session>) -> Reply {
        let Route::Described(route, Some(segments)) = route else {
            return unforeseen(self.shared);
        };
        let request = operations::Request {
            shared: self.shared,
            route,
            segments,
            query: &self.query,
            headers: self.headers,
            body: self.body.as_ref(),
            session,
        };
        request.answer(key).await
    }

    async fn authenticated(&self, key: &Key, route: Route<'_>, id: &str) -> Reply {
        match route {
            Route::Connection(_) => connections::get(self.shared, key, id, &self.query).await,
            Route::LegacyMetadata(_, change) => {
                let integration = self
                    .headers
                    .get("provider-config-key")
                    .and_then(|value| value.to_str().ok());
                let body = self.body.clone().unwrap_or_else(|| json!({}));
                metadata::change_legacy(self.shared, key, id, integration, &body, change)
            }
            Route::Described(..) => self.described(route, Some(key), None).await,
            Route::Other(_) | Route::Unknown => self.unknown(),
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
        let means = |method: &Method, path| match route(method, path) {
            Route::Described(route, _) => format!("{:?}", route.operation),
            Route::Connection(id) => format!("connection {id}"),
            Route::LegacyMetadata(id, change) => format!("{change:?} {id}"),
            Route::Other(route) => format!("{route:?}"),
            Route::Unknown => "unknown".to_owned(),
        };
        let get = |path| means(&Method::GET, path);
        assert_eq!(get("/connections"), "ListConnections");
        assert_eq!(get("/connection/"), "ListConnections");
        assert_eq!(get("/connections/a"), "connection a");
        assert_eq!(get("/connection/../"), "connection ..");
        assert_eq!(get("/connections/metadata"), "connection metadata");
        for unknown in [
            "/",
            "",
            "/connections/a/b",
            "/connections//",
            "/connections//a",
            "/x",
            "//connections",
            "/connectionsx",
        ] {
            assert_eq!(get(unknown), "unknown", "{unknown}");
        }
        let post = |path| means(&Method::POST, path);
        assert_eq!(post("/connections/metadata"), "SetMetadata");
        assert_eq!(post("/connection/a/metadata"), "Replace a");
        assert_eq!(post("/connections/a"), "unknown");
        assert_eq!(means(&Method::PATCH, "/connection/metadata"), "UpdateMetadata");
        assert_eq!(means(&Method::DELETE, "/connections/a"), "DeleteConnection");
        assert_eq!(means(&Method::PUT, "/connections/a"), "unknown");
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
