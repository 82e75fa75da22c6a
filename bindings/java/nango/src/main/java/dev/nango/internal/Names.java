// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango.internal;

import java.util.HashMap;
import java.util.Map;

/** What the library's messages call settings, arguments and results, and what they are called in Java. */
final class Names {
    static final Map<String, String> IN_JAVA = new HashMap<>();

    static {
        IN_JAVA.put("secret_key", "secretKey");
        IN_JAVA.put("base_url", "baseUrl");
        IN_JAVA.put("allow_plaintext_http", "allowPlaintextHttp");
        IN_JAVA.put("connect_timeout", "connectTimeout");
        IN_JAVA.put("max_retries", "maxRetries");
        IN_JAVA.put("max_response_bytes", "maxResponseBytes");
        IN_JAVA.put("http_proxy", "httpProxy");
        IN_JAVA.put("ca_file", "caFile");
        IN_JAVA.put("client_certificate", "clientCertificate");
        IN_JAVA.put("cache_ttl", "cacheTtl");
        IN_JAVA.put("user_agent", "userAgent");
        IN_JAVA.put("read_env", "readEnv");
        IN_JAVA.put("connection_id", "connectionId");
        IN_JAVA.put("provider_config_key", "providerConfigKey");
        IN_JAVA.put("cert_pem", "certPem");
        IN_JAVA.put("key_pem", "keyPem");
        IN_JAVA.put("max_age", "maxAge");
        IN_JAVA.put("force_refresh", "forceRefresh");
        IN_JAVA.put("refresh_token", "refreshToken");
        IN_JAVA.put("refresh_github_app_jwt_token", "refreshGithubAppJwtToken");
        IN_JAVA.put("path_parameter", "pathParameter");
        IN_JAVA.put("content_type", "contentType");
        IN_JAVA.put("body_reader", "bodyReader");
        IN_JAVA.put("signing_key", "signingKey");
        IN_JAVA.put("base_url_override", "baseUrlOverride");
        IN_JAVA.put("retry_on", "retryOn");
        IN_JAVA.put("nango_parses_body", "nangoParsesBody");
        IN_JAVA.put("forward_headers_on_redirect", "forwardHeadersOnRedirect");
        IN_JAVA.put("idle_timeout", "idleTimeout");
        IN_JAVA.put("server_message", "serverMessage");
        IN_JAVA.put("retry_after", "retryAfter");
    }

    private Names() {}
}
