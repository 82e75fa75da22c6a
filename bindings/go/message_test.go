package nango

import "testing"

func TestMessagesHaveTheNamesOfGo(t *testing.T) {
	for message, want := range map[string]string{
		"base_url is plain http: use https, or allow it with allow_plaintext_http": "WithBaseURL is plain http: use https, or allow it with WithAllowPlaintextHTTP",
		"check connection_id and provider_config_key, whether they":                "check connectionID and providerConfigKey, whether they",
		"check secret_key against the environment's keys":                          "check secretKey against the environment's keys",
		"its body is larger than max_response_bytes, 10 bytes":                     "its body is larger than WithMaxResponseBytes, 10 bytes",
		"client_certificate: cert_pem is empty":                                    "WithClientCertificate: certPEM is empty",
		"idle_timeout is negative (see idle_timeout).":                             "IdleTimeout is negative (see IdleTimeout).",
		"see server_message": "see ServerMessage",
		"path leads to Nango's proxy: make the call with Client::proxy, in C nango_proxy, which takes": "path leads to Nango's proxy: " +
			"make the call with Client.Proxy, which takes",

		// What is not one of these names.
		"/connection_id is missing, /credentials/refresh_token is no string":  "/connection_id is missing, /credentials/refresh_token is no string",
		"the environment variable http_proxy is not a URL":                    "the environment variable http_proxy is not a URL",
		"the environment variable NANGO_BASE_URL names":                       "the environment variable NANGO_BASE_URL names",
		"Nango rejected the request (400 missing_connection_id)":              "Nango rejected the request (400 missing_connection_id)",
		"ca_file names /etc/ca_file/base_url.pem and base_url.pem, base_url/": "WithCAFile names /etc/ca_file/base_url.pem and base_url.pem, base_url/",
		"no name: é base_url_x my-base_url base_url=1":                        "no name: é base_url_x my-base_url base_url=1",
		"": "",
	} {
		if got := inGo(message); got != want {
			t.Errorf("%q became %q", message, got)
		}
	}
}
