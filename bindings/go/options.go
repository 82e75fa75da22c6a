package nango

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

const (
	// DefaultTimeout is how long a call may take unless [WithTimeout] or [CallTimeout] says otherwise.
	DefaultTimeout = 30 * time.Second
	// DefaultMaxConcurrentCalls is how many calls run at once unless [WithMaxConcurrentCalls] says otherwise.
	DefaultMaxConcurrentCalls = 1024
)

// libraryDefault leaves a number to the library.
const libraryDefault = -1

// Route is the route that requests a connection.
type Route int32

const (
	// RouteAuto requests GET /connection/{id} and, if the server does not have it, GET /connections/{id}. The client
	// remembers which one works.
	RouteAuto Route = 0
	// RouteConnection requests GET /connection/{id}: the original documented route, which every released Nango server has.
	RouteConnection Route = 1
	// RouteConnections requests GET /connections/{id}: the current name of the route.
	RouteConnections Route = 2
)

// Option is a setting of a [Client].
type Option func(*clientSettings)

// clientSettings is what the options set. It is dropped once the client is made.
type clientSettings struct {
	library       clib.ClientSettings
	timeout       time.Duration
	maxConcurrent int
	log           *logger
	hook          func(context.Context, CallSummary)
	// What is wrong with the settings, if anything: the first of it.
	refused *Error
}

func newClientSettings(opts []Option) *clientSettings {
	settings := &clientSettings{
		library:       clib.ClientSettings{PlainSettings: clib.NotSet()},
		timeout:       DefaultTimeout,
		maxConcurrent: DefaultMaxConcurrentCalls,
	}
	for _, opt := range opts {
		if opt != nil {
			opt(settings)
		}
	}
	// Set even if it is the default: the wrapper compares it with the context's deadline.
	settings.library.TimeoutMS = milliseconds(settings.timeout)
	return settings
}

func (s *clientSettings) refuse(err *Error) {
	if s.refused == nil {
		s.refused = err
	}
}

// text keeps a string setting, unless C could not read all of it.
func (s *clientSettings) text(name, value string) *string {
	if err := checkText(name, value); err != nil {
		s.refuse(err)
	}
	return &value
}

// duration, count and size keep a number, unless it is negative, which the library would take for its default. instead says
// what to pass.
func (s *clientSettings) duration(name string, d time.Duration, instead string) int64 {
	s.refuseNegative(name, int64(d), instead)
	return milliseconds(d)
}

func (s *clientSettings) count(name string, n int, instead string) int32 {
	s.refuseNegative(name, int64(n), instead)
	return int32(min(n, math.MaxInt32))
}

func (s *clientSettings) size(name string, bytes int64, instead string) int64 {
	s.refuseNegative(name, bytes, instead)
	return bytes
}

func (s *clientSettings) refuseNegative(name string, n int64, instead string) {
	if n < 0 {
		s.refuse(invalidArgument(name + " is negative: pass " + instead))
	}
}

// WithoutEnv makes the client ignore the environment of the process: the variables that [NewClient] lists, those for an
// HTTP proxy (see [WithHTTPProxy]), SSL_CERT_FILE and SSL_CERT_DIR. [NewClientFromEnv] does not accept it.
func WithoutEnv() Option {
	reads := false
	return func(s *clientSettings) { s.library.ReadEnv = &reads }
}

// WithRoute sets the route that requests a connection. Default: [RouteAuto].
func WithRoute(route Route) Option {
	return func(s *clientSettings) {
		if route < RouteAuto || route > RouteConnections {
			s.refuse(invalidArgument(fmt.Sprintf("WithRoute is %d: pass RouteAuto, RouteConnection or RouteConnections", route)))
		}
		s.library.Route = int32(route)
	}
}

// WithTimeout sets the timeout of a whole call, including waiting for other calls; for a call through the proxy it ends
// when the response headers have arrived. Default: [DefaultTimeout]. It is rounded up to a millisecond. With 0 every call
// fails with [ErrTimeout]; a negative timeout is an error.
func WithTimeout(timeout time.Duration) Option {
	return func(s *clientSettings) {
		s.duration("WithTimeout", timeout, "how long it may take")
		s.timeout = timeout
	}
}

// WithClientCertificate sets the certificate that the client presents to a server or gateway that asks for one (mutual TLS),
// and its private key: the contents of PEM files, as for [crypto/tls.X509KeyPair]. The key must not be encrypted, and is
// treated as a secret. Default: none.
func WithClientCertificate(certPEM, keyPEM []byte) Option {
	return func(s *clientSettings) {
		s.library.ClientCertificate = &clib.ClientCertificate{
			CertPEM: *s.text("WithClientCertificate: certPEM", string(certPEM)),
			KeyPEM:  *s.text("WithClientCertificate: keyPEM", string(keyPEM)),
		}
	}
}

// WithLogger sends log messages to logger: an ERROR when a call fails permanently (a WARN if the program cancelled it, an INFO if
// Nango has no such connection), a WARN when it is retried, an INFO for each response, a DEBUG when a call begins, with its ids,
// and when it succeeds, and each request at [LevelTrace]. Default: nil, no logging.
//
// A message says in a few words what happened. What else there is to know is in attributes: call_id (the same for all messages of
// a call), event, operation, method, route (without ids), status, bytes, duration, attempts, pause, error (the name of the
// kind), code, request_id, cache and, from DEBUG on, connection_id and provider_config_key; a failed call has a detail, which
// is the error's message. None contains a secret or text from the server. Later versions may add some.
//
// The levels that are disabled when the client is created stay disabled, even if the logger's level is lowered later. Its
// handler is called on the goroutine of the call, with the call's context, while the call waits. It must not call or close
// the same client, nor end the goroutine. If it panics, the call does.
func WithLogger(slogger *slog.Logger) Option {
	return func(s *clientSettings) {
		s.log, s.library.MaxLogLevel = nil, 0
		if slogger != nil {
			s.setLog(&logger{slogger})
		}
	}
}

// setLog keeps the logger, if it wants anything.
func (s *clientSettings) setLog(log *logger) {
	if level := log.maxLevel(); level > 0 {
		s.log, s.library.MaxLogLevel = log, level
	}
}

// WithHeader adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret. A
// header that the library or the connection sets, such as Authorization, is an error.
func WithHeader(name, value string) Option {
	return func(s *clientSettings) {
		header := clib.Header{Name: *s.text("WithHeader: the header name", name), Value: *s.text("WithHeader: the header value", value)}
		s.library.Headers = append(s.library.Headers, header)
	}
}

// WithMaxConcurrentCalls sets how many calls are inside the library at once. Other calls wait, subject to their context and
// timeout. Default: [DefaultMaxConcurrentCalls]. Each call inside the library holds a thread of the operating system, and a
// Go program may have 10,000. Less than 1 is an error. The same number of reads of [Response] bodies may run in addition;
// an open body that is not being read does not count.
func WithMaxConcurrentCalls(calls int) Option {
	return func(s *clientSettings) {
		if calls < 1 {
			s.refuse(invalidArgument(fmt.Sprintf("WithMaxConcurrentCalls is %d: pass at least 1", calls)))
		}
		s.maxConcurrent = calls
	}
}

// CallOption is a setting of one call. [CallTimeout] is for all calls; for the others see which calls they name. One that does
// not apply to a call makes it fail with [ErrInvalidArgument].
type CallOption func(*callSettings)

type callSettings struct {
	timeout time.Duration
	library clib.Call
	proxied proxySettings
	request requestSettings
}

// ForceRefresh makes Nango refresh the credentials even if they have not expired. Nango advises against it at high
// traffic, and a failed refresh makes ordinary calls for this connection fail for 30 seconds.
func ForceRefresh() CallOption {
	return func(s *callSettings) { s.library.ForceRefresh = true }
}

// RefreshToken asks for the refresh token too, which Nango otherwise leaves out. The secret key needs the scope to read
// credentials.
func RefreshToken() CallOption {
	return func(s *callSettings) { s.library.RefreshToken = true }
}

// RefreshGitHubAppJWTToken also renews the JSON web token of a GitHub App. Unknown to old Nango servers.
func RefreshGitHubAppJWTToken() CallOption {
	return func(s *callSettings) { s.library.RefreshGitHubAppJWTToken = true }
}

// CallTimeout sets how long this call may take, in place of what [WithTimeout] says. It is rounded up to a millisecond. 0
// and less has passed already, so that the time left until some deadline can be passed as it is.
func CallTimeout(timeout time.Duration) CallOption {
	return func(s *callSettings) { s.timeout = max(timeout, 0) }
}

// MaxAge sets how old a connection from the cache may be, if that is less than what [WithCacheTTL] says. It is rounded up to
// a millisecond. With 0 and less Nango is asked, and the answer is kept all the same.
func MaxAge(age time.Duration) CallOption {
	return func(s *callSettings) { s.library.MaxAgeMS = milliseconds(max(age, 0)) }
}

// milliseconds rounds up: less than a millisecond is still some time.
func milliseconds(d time.Duration) int64 {
	ms := d.Milliseconds()
	if d > time.Duration(ms)*time.Millisecond {
		ms++
	}
	return ms
}
