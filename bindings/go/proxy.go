package nango

import (
	"context"
	"errors"
	"runtime"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Proxy sends a request to the external API of a connection, through Nango, which adds the credentials: they never leave
// Nango. It returns once the head of the answer has come. The caller must close the response's Body.
//
// What the external API answers is a response whatever its status: look at StatusCode. A failure of Nango's own is an error.
//
// Until the head of the answer has come the context and the timeout end the call as they do in [Client.GetConnection]. From
// then on the context, [Client.Close] and closing the Body end reading it, and each wait for more has [IdleTimeout]; the
// timeout does not count any more.
//
// The library sends a request again only if it cannot have reached Nango, a GET or HEAD also after a connection that broke,
// and never one whose body it has begun to read: see [ProxyRetries] for Nango's own retries.
//
// Every error is an *[Error]. That of a Body that could not be read is in its chain. If reading the Body panics, Proxy does.
func (c *Client) Proxy(ctx context.Context, connectionID, providerConfigKey string, request *Request, opts ...CallOption) (*Response, error) {
	if request == nil {
		return nil, invalidArgument("request is nil: pass a *nango.Request")
	}
	source := newSource(request.Body, request.ContentLength)
	defer source.close()
	if c == nil || c.session == nil {
		return nil, errNoClient()
	}
	// Otherwise a client that nobody holds besides could be collected, and closed, before the call has begun.
	defer runtime.KeepAlive(c)
	call, err := newCall(ctx, c.session.timeout, connectionID, providerConfigKey, opts)
	if err != nil {
		return nil, err
	}
	if call.proxied.hosts != nil {
		return nil, invalidArgument("HostsFromURL applies to Transport alone: use BaseURLOverride")
	}
	prepared, err := request.library()
	if err != nil {
		return nil, err
	}
	head, stream, err := c.session.proxy(call, prepared, source)
	if err != nil {
		return nil, err
	}
	header := newHeader(head.Headers)
	return &Response{
		StatusCode:    head.Status,
		Header:        header,
		Body:          newBody(c, stream),
		ContentLength: contentLength(head.Status, header),
	}, nil
}

// proxy makes the call, when it is its turn.
func (s *session) proxy(call *call, request *clib.Request, source *source) (*clib.Response, *stream, *Error) {
	if err := call.proxied.refused; err != nil {
		return nil, nil, err
	}
	call.proxied.apply(request)
	if err := source.fill(request); err != nil {
		return nil, nil, err
	}
	if err := s.enter(call); err != nil {
		return nil, nil, err
	}
	defer s.leave()
	if err := call.setDeadline(s.timeout); err != nil {
		return nil, nil, err
	}
	s.tellLog(call)
	cancel := clib.NewCancel()
	response, err := s.send(call, request, source, cancel)
	if err != nil {
		cancel.Free()
		return nil, nil, err
	}
	return response, newStream(s, call, response, cancel), nil
}

// send is the call itself, up to the head of the answer.
func (s *session) send(call *call, request *clib.Request, source *source, cancel *clib.Cancel) (*clib.Response, *Error) {
	defer call.watch(cancel).end()
	reading, stop := context.WithTimeout(call.ctx, call.left())
	defer stop()
	defer source.watch(reading, s.life)()
	response, failure := s.library.Proxy(call.connectionID, call.providerConfigKey, request, call.library, cancel)
	if failure == nil {
		return response, nil
	}
	err := newError(failure)
	isReaders := err.Kind == ErrorKindCancelled && request.Read != nil && call.ctx.Err() == nil && s.life.Err() == nil
	switch {
	case !isReaders:
		return nil, call.explain(err)
	case errors.Is(reading.Err(), context.DeadlineExceeded):
		return nil, call.timedOutReading(err.Attempts)
	}
	return nil, source.explain(err)
}
