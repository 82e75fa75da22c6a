package nango_test

import (
	"encoding/base64"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// tunnels is an HTTP proxy, which tunnels and fetches.
type tunnels struct {
	url string
	// How many requests came, and with what authorization the last.
	asked         atomic.Int32
	authorization atomic.Value
}

func newTunnels(t *testing.T) *tunnels {
	t.Helper()
	tunnels := &tunnels{}
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		tunnels.asked.Add(1)
		tunnels.authorization.Store(r.Header.Get("Proxy-Authorization"))
		if r.Method != http.MethodConnect {
			fetch(t, w, r)
			return
		}
		tunnel(t, w, r.Host)
	})
	tunnels.url = server.URL
	return tunnels
}

// fetch passes on a request that has the whole URL.
func fetch(t *testing.T, w http.ResponseWriter, r *http.Request) {
	t.Helper()
	request, err := http.NewRequestWithContext(r.Context(), r.Method, r.RequestURI, r.Body)
	if err != nil {
		t.Error(err)
		return
	}
	request.Header = r.Header.Clone()
	request.Header.Del("Proxy-Authorization")
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer func() { _ = response.Body.Close() }()
	w.Header().Set("Content-Type", response.Header.Get("Content-Type"))
	w.WriteHeader(response.StatusCode)
	_, _ = io.Copy(w, response.Body)
}

// tunnel carries bytes to host and back until both sides are done.
func tunnel(t *testing.T, w http.ResponseWriter, host string) {
	target, err := net.Dial("tcp", host)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer func() { _ = target.Close() }()
	w.WriteHeader(http.StatusOK)
	client, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = client.Close() }()
	var group sync.WaitGroup
	for from, to := range map[net.Conn]net.Conn{client: target, target: client} {
		group.Add(1)
		go func() {
			defer group.Done()
			_, _ = io.Copy(to, from)
			_ = to.(*net.TCPConn).CloseWrite()
		}()
	}
	group.Wait()
}

func TestTheHTTPProxyIsUsed(t *testing.T) {
	proxy := newTunnels(t)
	withPassword := strings.Replace(proxy.url, "http://", "http://invented-user:"+url.QueryEscape("invented/password")+"@", 1)
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithHTTPProxy(withPassword))
	get(t, client)
	want := "Basic " + base64.StdEncoding.EncodeToString([]byte("invented-user:invented/password"))
	if proxy.asked.Load() != 1 || proxy.authorization.Load() != want {
		t.Errorf("%d tunnels, authorization %q", proxy.asked.Load(), proxy.authorization.Load())
	}
}

func TestTheHTTPProxyOfTheEnvironment(t *testing.T) {
	proxy := newTunnels(t)
	server := serve(t, answering(http.StatusOK, oauth2Document))
	t.Setenv("http_proxy", proxy.url)
	get(t, newClient(t, server))
	if proxy.asked.Load() != 1 {
		t.Errorf("%d tunnels", proxy.asked.Load())
	}
	get(t, newClient(t, server, nango.WithHTTPProxy("")))
	t.Setenv("no_proxy", "127.0.0.1")
	get(t, newClient(t, server))
	if proxy.asked.Load() != 1 {
		t.Errorf("%d tunnels", proxy.asked.Load())
	}
}

func TestAnHTTPProxyThatRefuses(t *testing.T) {
	proxy := serve(t, answering(http.StatusProxyAuthRequired, ""))
	err := failing(t, "https://nango.example", nango.WithHTTPProxy(proxy.URL))
	failure := asError(t, err)
	if !errors.Is(err, nango.ErrHTTPProxy) || failure.Retryable() || !strings.Contains(failure.Message, "407") {
		t.Errorf("got %v, retryable %t", err, failure.Retryable())
	}
}
