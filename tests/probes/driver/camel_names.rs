//! What messages call settings, arguments and results in Java and PHP, where it is something else than in the other languages.
//!
//! Generated from abi/wrappers.json by make generate: do not edit.

/// The library's name and that in camel case.
const NAMES: &[(&str, &str)] = &[
    ("secret_key", "secretKey"),
    ("base_url", "baseUrl"),
    ("allow_plaintext_http", "allowPlaintextHttp"),
    ("connect_timeout", "connectTimeout"),
    ("max_retries", "maxRetries"),
    ("max_response_bytes", "maxResponseBytes"),
    ("http_proxy", "httpProxy"),
    ("ca_file", "caFile"),
    ("client_certificate", "clientCertificate"),
    ("cache_ttl", "cacheTtl"),
    ("user_agent", "userAgent"),
    ("read_env", "readEnv"),
    ("connection_id", "connectionId"),
    ("provider_config_key", "providerConfigKey"),
    ("cert_pem", "certPem"),
    ("key_pem", "keyPem"),
    ("max_age", "maxAge"),
    ("force_refresh", "forceRefresh"),
    ("refresh_token", "refreshToken"),
    ("refresh_github_app_jwt_token", "refreshGithubAppJwtToken"),
    ("path_parameter", "pathParameter"),
    ("content_type", "contentType"),
    ("body_reader", "bodyReader"),
    ("signing_key", "signingKey"),
    ("base_url_override", "baseUrlOverride"),
    ("retry_on", "retryOn"),
    ("nango_parses_body", "nangoParsesBody"),
    ("forward_headers_on_redirect", "forwardHeadersOnRedirect"),
    ("idle_timeout", "idleTimeout"),
    ("server_message", "serverMessage"),
    ("retry_after", "retryAfter"),
];

/// A part of a message as Java and PHP have it: names that are a word of their own are theirs, except for an environment variable's.
#[must_use]
pub fn in_camel_case(part: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in part.split(' ') {
        let name = word.trim_end_matches([':', ',']);
        let is_variable = words.last().is_some_and(|before| before == "variable");
        words.push(match NAMES.iter().find(|(known, _)| *known == name) {
            Some((_, camel)) if !is_variable => word.replacen(name, camel, 1),
            _ => word.to_owned(),
        });
    }
    words.join(" ")
}
