//! What messages call settings, arguments and results in Go, where it is something else than in the other languages.
//!
//! Generated from abi/wrappers.json by make generate: do not edit.

/// The library's name and the one of Go.
const NAMES: &[(&str, &str)] = &[
    ("secret_key", "secretKey"),
    ("base_url", "WithBaseURL"),
    ("allow_plaintext_http", "WithAllowPlaintextHTTP"),
    ("connect_timeout", "WithConnectTimeout"),
    ("max_retries", "WithMaxRetries"),
    ("max_response_bytes", "WithMaxResponseBytes"),
    ("http_proxy", "WithHTTPProxy"),
    ("ca_file", "WithCAFile"),
    ("client_certificate", "WithClientCertificate"),
    ("cache_ttl", "WithCacheTTL"),
    ("user_agent", "WithUserAgent"),
    ("read_env", "WithoutEnv"),
    ("connection_id", "connectionID"),
    ("provider_config_key", "providerConfigKey"),
    ("cert_pem", "certPEM"),
    ("key_pem", "keyPEM"),
    ("max_age", "MaxAge"),
    ("force_refresh", "ForceRefresh"),
    ("refresh_token", "RefreshToken"),
    ("refresh_github_app_jwt_token", "RefreshGitHubAppJWTToken"),
    ("path_parameter", "PathParameter"),
    ("content_type", "ContentType"),
    ("body_reader", "Body"),
    ("signing_key", "signingKey"),
    ("base_url_override", "BaseURLOverride"),
    ("retry_on", "ProxyRetryOn"),
    ("nango_parses_body", "NangoParsesBody"),
    ("forward_headers_on_redirect", "ForwardHeadersOnRedirect"),
    ("idle_timeout", "IdleTimeout"),
    ("server_message", "ServerMessage"),
    ("retry_after", "RetryAfter"),
];

/// A part of a message as Go has it: names that are a word of their own are Go's, except for an environment variable's.
#[must_use]
pub fn in_go(part: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in part.split(' ') {
        let name = word.trim_end_matches([':', ',']);
        let is_variable = words.last().is_some_and(|before| before == "variable");
        words.push(match NAMES.iter().find(|(known, _)| *known == name) {
            Some((_, go)) if !is_variable => word.replacen(name, go, 1),
            _ => word.to_owned(),
        });
    }
    words.join(" ")
}
