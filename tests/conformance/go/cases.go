package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

// testCase is a call and what must come of it.
type testCase struct {
	Name   string      `json:"name"`
	Call   call        `json:"call"`
	Expect expectation `json:"expect"`
}

// call has a nil pointer for what is not set.
type call struct {
	ConnectionID             string      `json:"connection_id"`
	ProviderConfigKey        string      `json:"provider_config_key"`
	SecretKey                string      `json:"secret_key"`
	BaseURL                  string      `json:"base_url"`
	Route                    string      `json:"route"`
	ForceRefresh             bool        `json:"force_refresh"`
	RefreshToken             bool        `json:"refresh_token"`
	RefreshGitHubAppJWTToken bool        `json:"refresh_github_app_jwt_token"`
	MaxResponseBytes         *int64      `json:"max_response_bytes"`
	TimeoutMS                *int64      `json:"timeout_ms"`
	Headers                  [][2]string `json:"headers"`
	UserAgent                *string     `json:"user_agent"`
	AllowPlaintextHTTP       bool        `json:"allow_plaintext_http"`
	Proxy                    *proxied    `json:"proxy"`
}

// proxied is the request of a call through the proxy.
type proxied struct {
	Method          string      `json:"method"`
	Endpoint        string      `json:"endpoint"`
	Query           [][2]string `json:"query"`
	Headers         [][2]string `json:"headers"`
	Body            *body       `json:"body"`
	BaseURLOverride *string     `json:"base_url_override"`
	Retries         *int        `json:"retries"`
	RetryOn         []int       `json:"retry_on"`
	Decompress      bool        `json:"decompress"`
	IdleTimeoutMS   *int64      `json:"idle_timeout_ms"`
	ReadSize        *int        `json:"read_size"`
}

// body is the body of a request, and where it comes from.
type body struct {
	Bytes       []byte  `json:"base64"`
	ContentType *string `json:"content_type"`
	From        string  `json:"from"`
}

// expectation is one of the three, the others are nil. The values are by name: nil, a string or a json.Number, or for look-ups
// a map from the argument.
type expectation struct {
	Connection map[string]any `json:"connection"`
	Response   map[string]any `json:"response"`
	Error      map[string]any `json:"error"`
}

// readCases reads cases.json, and refuses what this runner does not know: it would not be compared.
func readCases(path string) ([]testCase, error) {
	if path == "" {
		return nil, errors.New("NANGO_CONFORMANCE_CASES is not set")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	decoder.UseNumber()
	var cases []testCase
	if err := decoder.Decode(&cases); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return cases, nil
}
