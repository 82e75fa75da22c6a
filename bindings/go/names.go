// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango

// namesInGo are what the library's messages call settings, arguments and results, and what this package calls them.
var namesInGo = map[string]string{
	"secret_key":                   "secretKey",
	"base_url":                     "WithBaseURL",
	"allow_plaintext_http":         "WithAllowPlaintextHTTP",
	"connect_timeout":              "WithConnectTimeout",
	"max_retries":                  "WithMaxRetries",
	"max_response_bytes":           "WithMaxResponseBytes",
	"http_proxy":                   "WithHTTPProxy",
	"ca_file":                      "WithCAFile",
	"client_certificate":           "WithClientCertificate",
	"cache_ttl":                    "WithCacheTTL",
	"user_agent":                   "WithUserAgent",
	"read_env":                     "WithoutEnv",
	"connection_id":                "connectionID",
	"provider_config_key":          "providerConfigKey",
	"cert_pem":                     "certPEM",
	"key_pem":                      "keyPEM",
	"max_age":                      "MaxAge",
	"force_refresh":                "ForceRefresh",
	"refresh_token":                "RefreshToken",
	"refresh_github_app_jwt_token": "RefreshGitHubAppJWTToken",
	"path_parameter":               "PathParameter",
	"content_type":                 "ContentType",
	"body_reader":                  "Body",
	"signing_key":                  "signingKey",
	"base_url_override":            "BaseURLOverride",
	"retry_on":                     "ProxyRetryOn",
	"nango_parses_body":            "NangoParsesBody",
	"forward_headers_on_redirect":  "ForwardHeadersOnRedirect",
	"idle_timeout":                 "IdleTimeout",
	"server_message":               "ServerMessage",
	"retry_after":                  "RetryAfter",
}
