package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// piece is how much a reader of a body gives at once.
const piece = 1000

var routes = map[string]nango.Route{
	"auto":        nango.RouteAuto,
	"connection":  nango.RouteConnection,
	"connections": nango.RouteConnections,
}

// outcome is what a call gives: one of the two.
type outcome struct {
	connection *nango.Connection
	answer     *answer
}

// answer is a response, and the body that was taken from it.
type answer struct {
	*nango.Response
	body []byte
}

// makeCall makes a client and the call.
func makeCall(c call) (outcome, error) {
	client, err := newClient(c)
	if err != nil {
		return outcome{}, err
	}
	defer client.Close()
	if c.Proxy == nil {
		connection, err := client.GetConnection(context.Background(), c.ConnectionID, c.ProviderConfigKey, callOptions(c)...)
		return outcome{connection: connection}, err
	}
	answer, err := callExternalAPI(client, c)
	return outcome{answer: answer}, err
}

func callExternalAPI(client *nango.Client, c call) (*answer, error) {
	opts := append(callOptions(c), proxyOptions(c.Proxy)...)
	response, err := client.Proxy(context.Background(), c.ConnectionID, c.ProviderConfigKey, newRequest(c.Proxy), opts...)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := take(response, c.Proxy.ReadSize)
	if err != nil {
		return nil, err
	}
	return &answer{response, body}, nil
}

// take collects the body of a response, or reads it part by part.
func take(response *nango.Response, size *int) ([]byte, error) {
	if size == nil {
		return response.Bytes()
	}
	var all []byte
	part := make([]byte, *size)
	for {
		count, err := response.Body.Read(part)
		all = append(all, part[:count]...)
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
	}
}

func newRequest(p *proxied) *nango.Request {
	request := &nango.Request{Method: p.Method, Endpoint: p.Endpoint, Query: url.Values{}, Header: http.Header{}}
	for _, parameter := range p.Query {
		request.Query.Add(parameter[0], parameter[1])
	}
	for _, header := range p.Headers {
		request.Header.Add(header[0], header[1])
	}
	if p.Body == nil {
		return request
	}
	if p.Body.ContentType != nil {
		request.ContentType = *p.Body.ContentType
	}
	switch p.Body.From {
	case "memory":
		request.Body = bytes.NewReader(p.Body.Bytes)
	case "sized_reader":
		request.Body = inPieces{bytes.NewReader(p.Body.Bytes)}
		request.ContentLength = int64(len(p.Body.Bytes))
	case "reader":
		request.Body = inPieces{bytes.NewReader(p.Body.Bytes)}
	}
	return request
}

// inPieces is a reader that gives less than it is asked for, and of which nobody knows how long it is.
type inPieces struct {
	whole io.Reader
}

func (r inPieces) Read(room []byte) (int, error) {
	return r.whole.Read(room[:min(len(room), piece)])
}

func proxyOptions(p *proxied) []nango.CallOption {
	opts := []nango.CallOption{nango.ProxyRetryOn(p.RetryOn...)}
	if p.BaseURLOverride != nil {
		opts = append(opts, nango.BaseURLOverride(*p.BaseURLOverride))
	}
	if p.Retries != nil {
		opts = append(opts, nango.ProxyRetries(*p.Retries))
	}
	if p.Decompress {
		opts = append(opts, nango.Decompress())
	}
	if p.IdleTimeoutMS != nil {
		opts = append(opts, nango.IdleTimeout(time.Duration(*p.IdleTimeoutMS)*time.Millisecond))
	}
	return opts
}

func newClient(c call) (*nango.Client, error) {
	route, ok := routes[c.Route]
	if !ok {
		return nil, fmt.Errorf("there is no route %q", c.Route)
	}
	opts := []nango.Option{
		nango.WithBaseURL(c.BaseURL),
		nango.WithRoute(route),
		nango.WithAllowPlaintextHTTP(c.AllowPlaintextHTTP),
		nango.WithMaxRetries(0),
		nango.WithHTTPProxy(""),
	}
	for _, header := range c.Headers {
		opts = append(opts, nango.WithHeader(header[0], header[1]))
	}
	if c.MaxResponseBytes != nil {
		opts = append(opts, nango.WithMaxResponseBytes(*c.MaxResponseBytes))
	}
	if c.UserAgent != nil {
		opts = append(opts, nango.WithUserAgent(*c.UserAgent))
	}
	return nango.NewClient(c.SecretKey, opts...)
}

func callOptions(c call) []nango.CallOption {
	var opts []nango.CallOption
	if c.ForceRefresh {
		opts = append(opts, nango.ForceRefresh())
	}
	if c.RefreshToken {
		opts = append(opts, nango.RefreshToken())
	}
	if c.RefreshGitHubAppJWTToken {
		opts = append(opts, nango.RefreshGitHubAppJWTToken())
	}
	if c.TimeoutMS != nil {
		opts = append(opts, nango.CallTimeout(time.Duration(*c.TimeoutMS)*time.Millisecond))
	}
	return opts
}
