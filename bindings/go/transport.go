package nango

import (
	"net/http"
	"net/textproto"
	"net/url"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// hopByHop are the headers that belong to a connection or to the length of a body, and that net/http does not pass on
// either. Those that begin with Proxy- are dropped too.
var hopByHop = []string{
	"Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Te", "Trailer", "Transfer-Encoding", "Upgrade",
}

// Transport makes an http.RoundTripper that sends requests to the external API of a connection, through Nango, which adds
// the credentials: they never leave Nango. So programs and libraries that are made for that API go through Nango:
//
//	github := &http.Client{Transport: client.Transport("customer-1", "github")}
//
// Of a request's URL the path and the query are sent, as they are written, below the base URL that Nango has for the
// integration. Scheme and host are not sent: no URL can send the credentials to another host. Write the
// API's host anyway, since cookies and redirects use it. Note that the base URL of an integration may have a
// path of its own. Where the host matters, name those that may have the credentials with [HostsFromURL], or one base URL for
// all requests with [BaseURLOverride]. Nango itself follows the redirects of the external API; should one reach the
// http.Client anyway, and lead to another host or from https to http, it is refused.
//
// The external API gets only the customer's credentials, and none that the program or a library adds by accident: the key
// of an SDK, the token of an oauth2.Transport around this one, what a visitor sent to a [net/http/httputil.ReverseProxy]. A
// real Nango server would let them win. So a request with a credential header fails with [ErrInvalidArgument], and nothing
// is sent, unless [DropAuthorization] or [SendAuthorization] says what to do with it. Credential headers are
// Authorization, X-Api-Key and the others, in any case, that Nango's list of external APIs has credentials in: docs/proxy.md
// of libnango lists them. What http.Client adds for user information in a URL is dropped, and so is Proxy-Authorization.
// All other headers are sent, also Cookie, which http.Client sets if it has a Jar.
//
// Every response of the external API is returned, including a 404 or 500. A failure of Nango itself is an *[Error], which
// errors.As finds behind that of the http.Client. The request's context, and so the Timeout of an http.Client, ends the
// request and reading the response's body; the client's timeout applies until the response headers have arrived. A body
// whose request has GetBody, as http.NewRequest makes it for what is in memory, is read before the call if it has up to 1
// MiB.
//
// The external API gets a body byte for byte: see [NangoParsesBody]. Nango 0.71 unpacks gzip whether or not a request has
// Accept-Encoding, and changes answers in other ways, such as 201 to 200: see docs/proxy.md. Headers of a single connection,
// such as Connection, Upgrade and Proxy-Authorization, are dropped. Trailers are not sent.
func (c *Client) Transport(connectionID, providerConfigKey string, opts ...CallOption) http.RoundTripper {
	return &transport{
		client:            c,
		connectionID:      connectionID,
		providerConfigKey: providerConfigKey,
		opts:              slices.Clone(opts),
	}
}

type transport struct {
	client            *Client
	connectionID      string
	providerConfigKey string
	opts              []CallOption
}

// RoundTrip sends a request, and closes its body.
func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	source := sourceOf(request)
	defer source.close()
	if t.client == nil || t.client.session == nil {
		return nil, errNoClient()
	}
	defer runtime.KeepAlive(t.client)
	call, err := newCallFor(request.Context(), t.client.session.timeout, operationProxy, t.connectionID, t.providerConfigKey, t.opts)
	if err != nil {
		return nil, err
	}
	if err := call.request.refuseIn("Client.Transport"); err != nil {
		return nil, err
	}
	prepared, err := prepare(request, &call.proxied)
	if err != nil {
		return nil, err
	}
	head, stream, err := t.client.session.proxy(call, prepared, source)
	if err != nil {
		return nil, err
	}
	return newHTTPResponse(request, head, newBody(t.client, stream)), nil
}

// sourceOf is the body of a request.
func sourceOf(request *http.Request) *source {
	if request.Body == nil {
		return &source{}
	}
	source := newSource(request.Body, request.ContentLength)
	source.isInMemory = request.GetBody != nil
	return source
}

// prepare converts a request, except for its body, for the library. It also sets the options that depend on the request.
func prepare(request *http.Request, settings *proxySettings) (*clib.Request, *Error) {
	if err := checkURL(request); err != nil {
		return nil, err
	}
	if err := settings.setHost(request); err != nil {
		return nil, err
	}
	header := passedOn(request.Header)
	if err := settings.credentials.apply(header, request.URL); err != nil {
		return nil, err
	}
	// When net/http would request compression by itself, and undo it.
	if header.Get("Accept-Encoding") == "" && header.Get("Range") == "" && request.Method != http.MethodHead {
		settings.decompress = true
	}
	plain := &Request{Method: request.Method, Endpoint: request.URL.RequestURI(), Header: header}
	return plain.library()
}

func checkURL(request *http.Request) *Error {
	target := request.URL
	switch {
	case target == nil:
		return invalidArgument("the request has no URL: make it with http.NewRequest")
	case target.Scheme != "http" && target.Scheme != "https":
		return invalidArgument("the URL's scheme is neither http nor https: write it like https://api.example.com/v1/items")
	case target.Opaque != "":
		return invalidArgument("the URL is opaque: write it with a path")
	}
	// The response that this request follows, if it is a redirect.
	if from := request.Response; from != nil && from.Request != nil && leadsAway(from.Request.URL, target) {
		return invalidArgument("the external API redirects to another host or to plain http, where the connection's credentials " +
			"do not belong: set CheckRedirect of the http.Client to return http.ErrUseLastResponse, and handle the redirect yourself")
	}
	return nil
}

// leadsAway reports whether a redirect leaves its host, or TLS.
func leadsAway(from, to *url.URL) bool {
	return !strings.EqualFold(from.Host, to.Host) || from.Scheme == "https" && to.Scheme == "http"
}

// setHost has scheme and host of the request sent, if it is to be.
func (s *proxySettings) setHost(request *http.Request) *Error {
	if s.hosts == nil {
		return nil
	}
	for _, host := range s.hosts {
		if strings.EqualFold(host, request.URL.Host) {
			override := request.URL.Scheme + "://" + request.URL.Host
			s.baseURLOverride = &override
			return nil
		}
	}
	return invalidArgument("the URL's host is not one of those that HostsFromURL names: add it if it may receive the connection's credentials")
}

// passedOn are the headers for the external API.
func passedOn(header http.Header) http.Header {
	passed := header.Clone()
	dropped := slices.Clone(hopByHop)
	for _, value := range header.Values("Connection") {
		for name := range strings.SplitSeq(value, ",") {
			dropped = append(dropped, textproto.TrimString(name))
		}
	}
	for name := range passed {
		canonical := http.CanonicalHeaderKey(name)
		isDropped := slices.ContainsFunc(dropped, func(one string) bool { return strings.EqualFold(one, name) })
		if isDropped || strings.HasPrefix(canonical, "Proxy-") {
			delete(passed, name)
		}
	}
	return passed
}

func newHTTPResponse(request *http.Request, head *clib.Response, body *responseBody) *http.Response {
	header := takeHeader(head)
	length := contentLength(head.Status, header)
	encoding := header.Values("Transfer-Encoding")
	header.Del("Transfer-Encoding")
	return &http.Response{
		Status:           strings.TrimSpace(strconv.Itoa(head.Status) + " " + http.StatusText(head.Status)),
		StatusCode:       head.Status,
		Proto:            "HTTP/1.1",
		ProtoMajor:       1,
		ProtoMinor:       1,
		Header:           header,
		Body:             body,
		ContentLength:    length,
		TransferEncoding: encoding,
		Request:          request,
	}
}
