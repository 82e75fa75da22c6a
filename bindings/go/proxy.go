package nango

import (
	"context"
	"runtime"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Proxy sends a request to the external API of a connection, through Nango, which adds the credentials: they never leave
// Nango. It returns once the response headers have arrived. The caller must close the response's Body.
//
// Every header of the request is sent. One with credentials, such as Authorization, replaces those of the connection, so set
// it only where you mean that.
//
// Every response of the external API is returned, whatever its status: check StatusCode. A failure of Nango itself is an
// error.
//
// Until the response headers have arrived, the context and the timeout end the call as they do in [Client.GetConnection].
// From then on the context, [Client.Close] and closing the Body end reading it, and each wait for more data is limited by
// [IdleTimeout]; the timeout no longer applies.
//
// The library retries a request only if it cannot have reached Nango, a GET or HEAD also after a lost connection, and
// never a request whose body it has started to read: see [ProxyRetries] for Nango's own retries.
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
	// Otherwise a client without other references could be collected, and closed, before the call has begun.
	defer runtime.KeepAlive(c)
	call, err := newCallFor(ctx, c.session.timeout, operationProxy, connectionID, providerConfigKey, opts)
	if err != nil {
		return nil, err
	}
	if err := call.proxied.refuseTransportSettings(); err != nil {
		return nil, err
	}
	if err := call.request.refuseIn("Client.Proxy"); err != nil {
		return nil, err
	}
	prepared, err := request.library()
	if err != nil {
		return nil, err
	}
	head, stream, err := c.session.proxy(call, prepared, source)
	if err != nil {
		return nil, err
	}
	header := takeHeader(head)
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
	var body *stream
	head, err := following(s, call, func() (head *clib.Response, err *Error) {
		head, body, err = s.proxyUnreported(call, request, source)
		return head, err
	})
	return head, body, err
}

func (s *session) proxyUnreported(call *call, request *clib.Request, source *source) (*clib.Response, *stream, *Error) {
	call.proxied.apply(request)
	inTime, stop := context.WithTimeout(call.ctx, call.timeout)
	defer stop()
	defer source.watch(inTime, s.life)()
	if err := source.fill(request); err != nil {
		return nil, nil, s.explainBody(call, inTime, err)
	}
	if err := s.enter(call); err != nil {
		return nil, nil, err
	}
	defer s.leave()
	if err := call.setDeadline(s.timeout); err != nil {
		return nil, nil, err
	}
	cancel := clib.NewCancel()
	response, err := s.send(call, request, cancel)
	switch {
	case err == nil:
		return response, newStream(s, call, response, cancel), nil
	case err.Kind == ErrorKindCancelled && request.Read != nil:
		return nil, nil, s.explainBody(call, inTime, source.explain(err))
	}
	return nil, nil, call.explain(err)
}

// send is the call itself, up to the head of the response. Without one it frees the token.
func (s *session) send(call *call, request *clib.Request, cancel *clib.Cancel) (response *clib.Response, err *Error) {
	defer func() {
		// Also after a panic of the request's reader.
		if response == nil {
			cancel.Free()
		}
	}()
	defer call.watch(cancel).end()
	response, failure := s.library.Proxy(call.connectionID, call.providerConfigKey, request, call.library, cancel)
	if failure != nil {
		return nil, newError(failure)
	}
	return response, nil
}

// explainBody explains why the body of a request could not be read, if that was not its reader's own fault: then the reader
// was closed under it.
func (s *session) explainBody(call *call, inTime context.Context, err *Error) *Error {
	switch {
	case call.ctx.Err() != nil:
		return call.ended(err.Attempts)
	case s.life.Err() != nil:
		return errClosed(err.Attempts)
	case inTime.Err() != nil:
		return call.timedOutReading(err.Attempts)
	}
	return err
}
