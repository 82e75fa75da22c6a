package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/adler32"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

var routes = map[string]nango.Route{
	"auto":        nango.RouteAuto,
	"connection":  nango.RouteConnection,
	"connections": nango.RouteConnections,
}

func milliseconds(ms int64) time.Duration {
	return time.Duration(ms) * time.Millisecond
}

// set adds an option if its value is there.
func set[O, V any](options []O, value *V, option func(V) O) []O {
	if value == nil {
		return options
	}
	return append(options, option(*value))
}

func newClient(s *settings) (*nango.Client, error) {
	options := []nango.Option{nango.WithBaseURL(s.BaseURL)}
	options = set(options, s.Route, func(name string) nango.Option { return nango.WithRoute(routes[name]) })
	options = set(options, s.UserAgent, nango.WithUserAgent)
	options = set(options, s.MaxResponseBytes, nango.WithMaxResponseBytes)
	options = set(options, s.AllowPlaintextHTTP, nango.WithAllowPlaintextHTTP)
	options = set(options, s.HTTPProxy, nango.WithHTTPProxy)
	options = set(options, s.CAFile, nango.WithCAFile)
	options = set(options, s.TimeoutMS, func(ms int64) nango.Option { return nango.WithTimeout(milliseconds(ms)) })
	options = set(options, s.ConnectTimeoutMS, func(ms int64) nango.Option { return nango.WithConnectTimeout(milliseconds(ms)) })
	options = set(options, s.MaxRetries, nango.WithMaxRetries)
	for _, header := range s.Headers {
		options = append(options, nango.WithHeader(header[0], header[1]))
	}
	return nango.NewClient(s.SecretKey, options...)
}

// contextFor is the context of a call, which another goroutine ends if requested.
func contextFor(client *nango.Client, told told) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	if told.CancelAfterMS != nil {
		time.AfterFunc(milliseconds(*told.CancelAfterMS), cancel)
	}
	if told.ShutdownAfterMS != nil {
		time.AfterFunc(milliseconds(*told.ShutdownAfterMS), func() { _ = client.Close() })
	}
	return ctx, cancel
}

func callOptions(told told) []nango.CallOption {
	var options []nango.CallOption
	if told.ForceRefresh {
		options = append(options, nango.ForceRefresh())
	}
	if told.RefreshToken {
		options = append(options, nango.RefreshToken())
	}
	if told.RefreshGitHubAppJWTToken {
		options = append(options, nango.RefreshGitHubAppJWTToken())
	}
	options = set(options, told.TimeoutMS, func(ms int64) nango.CallOption { return nango.CallTimeout(milliseconds(ms)) })
	if r := told.Request; r != nil {
		options = append(options, nango.ProxyRetryOn(r.RetryOn...))
		options = set(options, r.BaseURLOverride, nango.BaseURLOverride)
		options = set(options, r.Retries, nango.ProxyRetries)
		options = set(options, r.IdleTimeoutMS, func(ms int64) nango.CallOption { return nango.IdleTimeout(milliseconds(ms)) })
		if r.Decompress {
			options = append(options, nango.Decompress())
		}
		if r.NangoParsesBody {
			options = append(options, nango.NangoParsesBody())
		}
	}
	return options
}

func newRequest(r *request) *nango.Request {
	result := &nango.Request{Method: r.Method, Endpoint: r.Endpoint, Query: url.Values{}, Header: http.Header{}}
	for _, parameter := range r.Query {
		result.Query.Add(parameter[0], parameter[1])
	}
	for _, header := range r.Headers {
		result.Header.Add(header[0], header[1])
	}
	if r.Body != nil {
		setBody(result, r.Body)
	}
	return result
}

func setBody(result *nango.Request, b *body) {
	unit, err := hex.DecodeString(b.Unit)
	must(err)
	reader := &upload{unit: unit, size: b.Length, piece: b.Piece}
	if b.ContentType != nil {
		result.ContentType = *b.ContentType
	}
	switch {
	case b.From == "memory":
		reader.piece = nil
		all, err := io.ReadAll(reader)
		must(err)
		result.Body = bytes.NewReader(all)
	case b.From == "sized_reader" && b.Length == 0:
		// A length of 0 that belongs to no reader in memory means unknown.
		result.Body = bytes.NewReader(nil)
	case b.From == "sized_reader":
		result.Body, result.ContentLength = reader, b.Length
	case b.From == "reader":
		result.Body = reader
	default:
		must(fmt.Errorf("no such source of a body: %s", b.From))
	}
}

// upload is a body that is made as it is read.
type upload struct {
	unit     []byte
	at, size int64
	piece    *int
}

func (u *upload) Read(room []byte) (int, error) {
	if u.at == u.size {
		return 0, io.EOF
	}
	room = room[:min(int64(len(room)), u.size-u.at)]
	if u.piece != nil {
		room = room[:min(len(room), *u.piece)]
	}
	for done := 0; done < len(room); {
		done += copy(room[done:], u.unit[(u.at+int64(done))%int64(len(u.unit)):])
	}
	u.at += int64(len(room))
	return len(room), nil
}

// download is the data read from a body: its length, its sum, and the bytes if they are requested.
type download struct {
	length int64
	sum    hash.Hash32
	kept   *bytes.Buffer
}

func newDownload(isKept bool) *download {
	result := &download{sum: adler32.New()}
	if isKept {
		result.kept = &bytes.Buffer{}
	}
	return result
}

func (d *download) Write(part []byte) (int, error) {
	d.length += int64(len(part))
	if d.kept != nil {
		d.kept.Write(part)
	}
	return d.sum.Write(part)
}

// take reads the body of a response as a whole, as it comes, or the beginning of it.
func (d *download) take(response *nango.Response, told told) error {
	if told.Read == "collect" {
		all, err := response.Bytes()
		if err == nil {
			_, err = d.Write(all)
		}
		return err
	}
	var source io.Reader = response.Body
	if told.ReadMost != nil {
		source = io.LimitReader(source, *told.ReadMost)
	}
	if told.ReadSize == nil {
		_, err := io.Copy(d, source)
		return err
	}
	// Without its other methods, a reader is read through the buffer.
	_, err := io.CopyBuffer(d, struct{ io.Reader }{source}, make([]byte, *told.ReadSize))
	return err
}
