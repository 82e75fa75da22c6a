// Package clib is the bridge to libnango: all code that imports "C", and the plain data that it exchanges with C.
//
// It makes no decisions: it passes the arguments to the library, copies the results into Go memory
// and frees.
package clib

// ClientSettings are the settings of a client. A nil pointer is a setting that is not set, a negative number the default.
type ClientSettings struct {
	PlainSettings
	Headers           []Header
	Route             int32
	ClientCertificate *ClientCertificate
	// HasHook is whether calls report their end.
	HasHook bool
	// MaxLogLevel is the most detailed level that calls log: one of the Log numbers, 0 for nothing.
	MaxLogLevel int32
}

// ClientCertificate is a certificate and its key.
type ClientCertificate struct {
	CertPEM, KeyPEM string
}

// Header is a header of a request or a response.
type Header struct {
	Name, Value string
}

// Parameter is one of a query or of a path.
type Parameter struct {
	Name, Value string
}

// The levels of messages.
const (
	LogError int32 = 1
	LogWarn  int32 = 2
	LogInfo  int32 = 3
	LogDebug int32 = 4
	LogTrace int32 = 5
)

// Call is what one call requests.
type Call struct {
	// TimeoutMS is the client's if it is negative.
	TimeoutMS int64
	// MaxAgeMS is how old a connection from the cache may be; negative for no limit of the call's own.
	MaxAgeMS int64
	// Log receives the messages with their attributes, a JSON object; nil for none. It is called on the goroutine of the call
	// and before that returns. A panic of it comes out of the call. It must not end the goroutine.
	Log func(level int32, message, attributes string)
	// Ended receives the end of the call, a JSON object, as Log does messages; nil if it is not wanted.
	Ended                    func(summary string)
	ForceRefresh             bool
	RefreshToken             bool
	RefreshGitHubAppJWTToken bool
}

// Request is a request for an external API. A nil pointer is a setting that is not set, a negative number the default.
type Request struct {
	Method   string
	Endpoint string
	Query    []Parameter
	Headers  []Header
	// Body is all of the body; nil if there is none, or if Read gives it.
	Body []byte
	// Read gives the next part of the body: how many bytes, 0 at the end, less to give up. It is called on the goroutine of
	// the call and before that returns; nil if there is no such body. It must not end the goroutine.
	Read func(room []byte) int
	// Length is how long the body is that Read gives; negative if that is not known.
	Length          int64
	ContentType     *string
	BaseURLOverride *string
	Retries         int32
	RetryOn         []int32
	IdleTimeoutMS   int64
	Decompress      bool
	NangoParsesBody bool
	ForwardHeaders  bool
}

// Operation is a request for Nango's own API.
type Operation struct {
	Method         string
	Path           string
	PathParameters []Parameter
	Query          []Parameter
	Headers        []Header
	// JSON is a body of JSON; nil if there is none. The library refuses it if it is not JSON.
	JSON *string
	// Body is a body of the type ContentType; nil if there is none.
	Body        []byte
	ContentType *string
	// Repeatable declares that repeating the call changes nothing more.
	Repeatable bool
	// Until has the call repeated until its response is this, for as long as the call may take. 0 repeats nothing.
	Until Until
}

// Until is what a call waits for.
type Until int32

const (
	// UntilFound waits for a response other than 404.
	UntilFound Until = 1
	// UntilNotEmpty waits for a list with an item.
	UntilNotEmpty Until = 2
)

// PageStyle is how the next page of a list is requested.
type PageStyle int32

// The styles of pages.
const (
	PagesNumber PageStyle = 1
	PagesCursor PageStyle = 2
)

// Answer is Nango's response to an operation, copied.
type Answer struct {
	Status  int
	Headers []Header
	Body    []byte
}

// Field names a text of a connection.
type Field int

// Text is a text that may be absent, which is something else than empty.
type Text struct {
	Value   string
	Present bool
}

// Number is a number that may be absent.
type Number struct {
	Value   int64
	Present bool
}

// Failure is an error, copied. A text that is absent is "".
type Failure struct {
	Kind          int32
	Message       string
	HTTPStatus    int
	Code          string
	RequestID     string
	ServerMessage string
	Body          string
	RetryAfterMS  int64
	Attempts      int
	Retryable     bool
}
