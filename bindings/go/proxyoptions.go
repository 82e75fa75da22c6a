package nango

import (
	"math"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// proxySettings are the settings that only a call through the proxy has.
type proxySettings struct {
	// The name of the one that was set last; "" if none was.
	name            string
	baseURLOverride *string
	hosts           []string
	retries         int32
	retryOn         []int32
	idleTimeoutMS   int64
	decompress      bool
	nangoParsesBody bool
	forwardHeaders  bool
	credentials     credentialPolicy
	// The name of one that only a transport has; "" if none was set.
	transportOnly string
	// The first error in them, if any.
	refused *Error
}

// proxySetting is a call option that only a call through the proxy has.
func proxySetting(name string, set func(*proxySettings)) CallOption {
	return func(s *callSettings) {
		s.proxied.name = name
		set(&s.proxied)
	}
}

func (s *proxySettings) refuse(err *Error) {
	if s.refused == nil {
		s.refused = err
	}
}

// ProxyRetries sets how often Nango itself repeats the call to the external API when it fails. Default: not at all. A
// negative number is refused. The library's own retries are [WithMaxRetries].
func ProxyRetries(retries int) CallOption {
	return proxySetting("ProxyRetries", func(s *proxySettings) {
		if retries < 0 {
			s.refuse(invalidArgument("ProxyRetries is negative: pass how often Nango is to try again"))
		}
		s.retries = int32(min(retries, math.MaxInt32))
	})
}

// ProxyRetryOn sets the HTTP statuses for which Nango retries the call to the external API, in addition to those that it
// retries by default. Default: none. It needs [ProxyRetries].
func ProxyRetryOn(statuses ...int) CallOption {
	return proxySetting("ProxyRetryOn", func(s *proxySettings) {
		s.retryOn = nil
		for _, status := range statuses {
			s.retryOn = append(s.retryOn, int32(max(min(status, math.MaxInt32), math.MinInt32)))
		}
	})
}

// BaseURLOverride has Nango send the request below another URL than the integration's own, such as
// "https://eu.api.example.com". The connection's credentials go there, so never take it from untrusted input. A Nango
// server may allow only some, or none.
func BaseURLOverride(url string) CallOption {
	return proxySetting("BaseURLOverride", func(s *proxySettings) {
		if err := checkText("BaseURLOverride", url); err != nil {
			s.refuse(err)
		}
		s.baseURLOverride = &url
	})
}

// HostsFromURL has a [Client.Transport] send scheme and host of each request's URL as [BaseURLOverride], for these hosts
// alone, such as "api.github.com" and "uploads.github.com"; a port belongs to the host. A request to any other host fails
// with [ErrInvalidArgument], and nothing is sent. [Client.Proxy] refuses it, since its requests have no host.
func HostsFromURL(hosts ...string) CallOption {
	return proxySetting("HostsFromURL", func(s *proxySettings) {
		s.hosts = append(make([]string, 0, len(hosts)), hosts...)
		s.transportOnly = "HostsFromURL"
	})
}

// Decompress asks Nango to decompress what the external API answers. Nango 0.71 always does. Nango tells the API that it may
// compress, unless the request has a header Accept-Encoding. For [Client.Transport] see there.
func Decompress() CallOption {
	return proxySetting("Decompress", func(s *proxySettings) { s.decompress = true })
}

// NangoParsesBody has Nango parse a body of JSON or of a form, by its content type, and serialize it again for the external
// API. By default the API gets the bytes as they are. A few APIs need it, into whose bodies Nango puts credentials: adyntel,
// mandrill and sage-member. It loses data: 12345678901234567890 arrives as 12345678901234567000, 1.10 as 1.1, the form
// b=2&b=3 as b[]=2&b[]=3, and JSON that is neither an object nor an array is refused.
func NangoParsesBody() CallOption {
	return proxySetting("NangoParsesBody", func(s *proxySettings) { s.nangoParsesBody = true })
}

// ForwardHeadersOnRedirect has Nango send the credentials along when it follows a redirect of the external API to another
// host. By default such a request goes without them. That host gets the credentials: use it only for an API whose redirects
// you trust.
func ForwardHeadersOnRedirect() CallOption {
	return proxySetting("ForwardHeadersOnRedirect", func(s *proxySettings) { s.forwardHeaders = true })
}

// IdleTimeout sets how long nothing may move in the body of the request or of the response: each wait for the next part of
// it has so long. Default: 30 seconds. It is rounded up to a millisecond; a negative one is refused.
func IdleTimeout(timeout time.Duration) CallOption {
	return proxySetting("IdleTimeout", func(s *proxySettings) {
		if timeout < 0 {
			s.refuse(invalidArgument("IdleTimeout is negative: pass how long to wait for the next part of a body"))
		}
		s.idleTimeoutMS = milliseconds(timeout)
	})
}

// apply puts the settings into a request.
func (s *proxySettings) apply(request *clib.Request) {
	request.BaseURLOverride = s.baseURLOverride
	request.Retries = s.retries
	request.RetryOn = s.retryOn
	request.IdleTimeoutMS = s.idleTimeoutMS
	request.Decompress = s.decompress
	request.NangoParsesBody = s.nangoParsesBody
	request.ForwardHeaders = s.forwardHeaders
}

// refuseTransportSettings refuses settings that only a transport has.
func (s *proxySettings) refuseTransportSettings() *Error {
	switch s.transportOnly {
	case "":
		return nil
	case "HostsFromURL":
		return invalidArgument("HostsFromURL applies only to Client.Transport: use BaseURLOverride")
	}
	return invalidArgument(s.transportOnly + " applies only to Client.Transport: leave it out, since Client.Proxy sends the " +
		"headers of the request as they are")
}

// refuseSettingsOfOthers refuses settings of a call through the proxy, and those of [Client.Request], in another call.
func (c *call) refuseSettingsOfOthers(method string) *Error {
	if name := c.proxied.name; name != "" {
		return invalidArgument(name + " does not apply to " + method + ": leave it out")
	}
	return c.request.refuseIn(method)
}
