// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango

import "time"

// WithBaseURL sets the URL of the Nango server. Default: taken from the environment (see [NewClient]), else
// "https://api.nango.dev". It may have a path prefix, and must not have user information, a query or a fragment. Plain
// http is accepted only for loopback: see [WithAllowPlaintextHTTP].
func WithBaseURL(url string) Option {
	return func(s *clientSettings) { s.library.BaseURL = s.text("WithBaseURL", url) }
}

// WithAllowPlaintextHTTP allows plain http:// to hosts other than loopback. Anyone on the network path can then read
// the secret key. Default: taken from the environment (see [NewClient]), else false.
func WithAllowPlaintextHTTP(allow bool) Option {
	return func(s *clientSettings) { s.library.AllowPlaintextHTTP = &allow }
}

// WithConnectTimeout sets the timeout for resolving the host name, connecting and the TLS handshake together, within
// the call's timeout. Default: 10 seconds. It is rounded up to a millisecond; a negative timeout is an error.
func WithConnectTimeout(timeout time.Duration) Option {
	return func(s *clientSettings) {
		s.library.ConnectTimeoutMS = s.duration("WithConnectTimeout", timeout, "how long it may take")
	}
}

// WithMaxRetries sets how often to retry a failed call. Default: 2. 0 means never; a negative number is an error.
//
// The library retries what is safe to retry: a failure to resolve or connect, a connection lost before a response, and
// the statuses 408, 429, 500, 502, 503 and 504. It waits between attempts with exponential backoff and jitter, honors
// Retry-After and never exceeds the timeout. A forced refresh is retried only if the server cannot have started it, or
// replied with 429.
func WithMaxRetries(retries int) Option {
	return func(s *clientSettings) {
		s.library.MaxRetries = s.count("WithMaxRetries", retries, "how often to try again")
	}
}

// WithMaxResponseBytes sets the maximum size of a response; a larger one fails with [ErrTooLarge]. Default: 16 MiB. A
// negative number is an error. For responses of external APIs it limits only [Response.Bytes].
func WithMaxResponseBytes(bytes int64) Option {
	return func(s *clientSettings) {
		s.library.MaxResponseBytes = s.size("WithMaxResponseBytes", bytes, "how large a response may be")
	}
}

// WithHTTPProxy sets the proxy for all connections, such as "http://user:password@proxy.example:3128"; "" means none.
// Schemes: http, https (over TLS), socks5 (this machine resolves names) and socks5h (the proxy does). Default: taken
// from the environment when the client is created, by curl's rules; see also [WithoutEnv]. These are https_proxy or
// HTTPS_PROXY for an https base URL, http_proxy for plain http, else all_proxy or ALL_PROXY, except for the hosts in
// no_proxy or NO_PROXY. For https the library opens a tunnel (CONNECT), so the proxy cannot read the connection.
func WithHTTPProxy(url string) Option {
	return func(s *clientSettings) { s.library.HTTPProxy = s.text("WithHTTPProxy", url) }
}

// WithCAFile names a PEM file of CA certificates to trust in addition to the system's, or of a server's own. It is read
// when the client is created.
func WithCAFile(path string) Option {
	return func(s *clientSettings) { s.library.CAFile = s.text("WithCAFile", path) }
}

// WithCacheTTL caches connections for this long, rounded up to a millisecond. Default: 0, no cache. At most 5 minutes,
// the longest time that Nango advises to keep a token; a negative value is an error.
//
// Credentials that expire within a minute are not returned from the cache, errors are not cached, and a connection with
// its refresh token has a separate entry. A call of this client that changes a connection, such as deleting it, drops
// it; changes by other clients are not seen. Concurrent calls for the same connection share one request; each keeps its
// own context and timeout. See also [MaxAge], [Client.Invalidate] and [Client.ClearCache].
func WithCacheTTL(ttl time.Duration) Option {
	return func(s *clientSettings) {
		s.library.CacheTTLMS = s.duration("WithCacheTTL", ttl, "for how long to keep a connection, or 0")
	}
}

// WithUserAgent sets the name of your program, such as "my-app/1.0", which precedes "libnango/x.y.z" in the User-Agent
// header. Printable ASCII. Default: none.
func WithUserAgent(product string) Option {
	return func(s *clientSettings) { s.library.UserAgent = s.text("WithUserAgent", product) }
}
