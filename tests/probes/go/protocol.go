package main

// told is a driver's request to the probe: see ../README.md. A nil pointer is not set.
type told struct {
	Operation                string      `json:"operation"`
	Client                   *settings   `json:"client"`
	ConnectionID             string      `json:"connection_id"`
	ProviderConfigKey        string      `json:"provider_config_key"`
	TimeoutMS                *int64      `json:"timeout_ms"`
	ForceRefresh             bool        `json:"force_refresh"`
	RefreshToken             bool        `json:"refresh_token"`
	RefreshGitHubAppJWTToken bool        `json:"refresh_github_app_jwt_token"`
	Call                     *string     `json:"call"`
	Arguments                arguments   `json:"arguments"`
	CancelAfterMS            *int64      `json:"cancel_after_ms"`
	ShutdownAfterMS          *int64      `json:"shutdown_after_ms"`
	Request                  *request    `json:"request"`
	Read                     string      `json:"read"`
	ReadSize                 *int        `json:"read_size"`
	ReadMost                 *int64      `json:"read_most"`
	KeepBody                 bool        `json:"keep_body"`
	LookUps                  [][2]string `json:"look_ups"`
}

// settings are those of a client.
type settings struct {
	SecretKey          string      `json:"secret_key"`
	BaseURL            string      `json:"base_url"`
	Route              *string     `json:"route"`
	Headers            [][2]string `json:"headers"`
	UserAgent          *string     `json:"user_agent"`
	MaxResponseBytes   *int64      `json:"max_response_bytes"`
	AllowPlaintextHTTP *bool       `json:"allow_plaintext_http"`
	HTTPProxy          *string     `json:"http_proxy"`
	CAFile             *string     `json:"ca_file"`
	TimeoutMS          *int64      `json:"timeout_ms"`
	ConnectTimeoutMS   *int64      `json:"connect_timeout_ms"`
	MaxRetries         *int        `json:"max_retries"`
}

// request is that of a call through the proxy.
type request struct {
	Method          string      `json:"method"`
	Endpoint        string      `json:"endpoint"`
	Query           [][2]string `json:"query"`
	Headers         [][2]string `json:"headers"`
	Body            *body       `json:"body"`
	BaseURLOverride *string     `json:"base_url_override"`
	Retries         *int        `json:"retries"`
	RetryOn         []int       `json:"retry_on"`
	Decompress      bool        `json:"decompress"`
	NangoParsesBody bool        `json:"nango_parses_body"`
	IdleTimeoutMS   *int64      `json:"idle_timeout_ms"`
}

// body is the body of a request: the first bytes of a unit that repeats.
type body struct {
	Unit        string  `json:"unit"`
	Length      int64   `json:"length"`
	Piece       *int    `json:"piece"`
	ContentType *string `json:"content_type"`
	From        string  `json:"from"`
}

// answer is the probe's response.
type answer struct {
	Outcome string         `json:"outcome"`
	At      string         `json:"at,omitempty"`
	Fields  map[string]any `json:"fields,omitempty"`
	LookUps []any          `json:"look_ups,omitempty"`
	// The result of an operation; null is left out.
	Result any       `json:"result,omitempty"`
	Read   *readBody `json:"read,omitempty"`
	MS     int64     `json:"ms"`
}

// readBody is the data read from a response.
type readBody struct {
	Length int64 `json:"length"`
	Sum    int64 `json:"sum"`
}
