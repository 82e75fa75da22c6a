package clib

/*
#include "bridge.h"
*/
import "C"

import "unsafe"

// handle is what the library allocated. It is not a pointer to a C type, which is opaque to Go: printers that follow
// pointers panic at one.
type handle unsafe.Pointer

// Client is an open client of the library.
type Client struct {
	handle handle
}

// Version is the version of the library that is loaded.
func Version() string {
	return C.GoString(C.nango_version())
}

// ErrorKindName is the library's name for a kind of error; "" if it does not know the number.
func ErrorKindName(kind int32) string {
	return C.GoString(C.nango_error_kind_name(C.nango_error_kind(kind)))
}

// NewClient makes a client, which the caller must free. The strings must hold no NUL.
func NewClient(settings *ClientSettings) (*Client, *Failure) {
	options := C.nango_client_options_new()
	defer C.nango_client_options_free(options)
	apply(options, settings)
	collect()
	var failure *C.nango_error
	client := C.nango_client_new(options, &failure)
	if client == nil {
		return nil, takeError(failure)
	}
	return &Client{handle: handle(client)}, nil
}

func apply(options *C.nango_client_options, settings *ClientSettings) {
	applyPlain(options, &settings.PlainSettings)
	if pair := settings.ClientCertificate; pair != nil {
		C.nango_client_options_set_client_certificate(options, cString(pair.CertPEM), cString(pair.KeyPEM))
	}
	if settings.MaxLogLevel > 0 {
		C.bridge_set_log(options, C.int32_t(settings.MaxLogLevel))
	}
	if settings.HasHook {
		C.bridge_set_hook(options)
	}
	for _, header := range settings.Headers {
		C.nango_client_options_add_header(options, cString(header.Name), cString(header.Value))
	}
	C.nango_client_options_set_route(options, C.nango_route(settings.Route))
}

func (c *Client) client() *C.nango_client {
	return (*C.nango_client)(c.handle)
}

// Shutdown ends all calls, those under way and those to come.
func (c *Client) Shutdown() {
	C.nango_client_shutdown(c.client())
}

// Invalidate removes a connection from the cache. The strings must hold no NUL.
func (c *Client) Invalidate(connectionID, providerConfigKey string) {
	C.nango_client_invalidate(c.client(), cString(connectionID), cString(providerConfigKey))
}

// ClearCache removes everything from the cache.
func (c *Client) ClearCache() {
	C.nango_client_clear_cache(c.client())
}

// Free frees the client. No call may be using it.
func (c *Client) Free() {
	C.nango_client_free(c.client())
}

// Get gets a connection and copies everything out of it. It blocks, until cancel is triggered at the longest; nil is a
// token that is never triggered. The strings must hold no NUL.
func (c *Client) Get(connectionID, providerConfigKey string, call Call, cancel *Cancel) (*Connection, *Failure) {
	s := scratches.Get().(*scratch)
	defer s.putBack()
	s.asked = asked(call, cancel)
	if call.Log != nil || call.Ended != nil {
		receiver := newReceiver(&call)
		// The last thing to happen, since it may panic.
		defer receiver.close()
		s.asked.receiver = C.uintptr_t(receiver.handle)
	}
	s.setNames(connectionID, providerConfigKey)
	collect()
	C.bridge_get(c.client(), s.name(0), s.name(len(connectionID)+1), &s.asked, &s.values, s.room(), C.size_t(len(s.texts)))
	return s.takeConnection()
}

// ConnectionFromJSON reads a connection from its document and copies everything out of it. The text must hold no NUL.
func ConnectionFromJSON(document string) (*Connection, *Failure) {
	s := scratches.Get().(*scratch)
	defer s.putBack()
	collect()
	C.bridge_from_json(cString(document), &s.values, s.room(), C.size_t(len(s.texts)))
	return s.takeConnection()
}

// NewFailure makes an error of a kind, as a call would return it. The strings must hold no NUL; an empty one is absent.
func NewFailure(kind int32, httpStatus int32, code, message string) *Failure {
	optional := func(text string) *C.char {
		if text == "" {
			return nil
		}
		return cString(text)
	}
	return takeError(C.nango_error_new(C.nango_error_kind(kind), C.int32_t(httpStatus), optional(code), optional(message)))
}

// Proxy sends a request through the proxy and copies the head of the response, whose body the caller reads, and which it
// must free. It blocks, until cancel is triggered at the longest, or longer in the request's Read. The strings must hold no
// NUL. A panic of Read propagates from the call.
func (c *Client) Proxy(connectionID, providerConfigKey string, request *Request, call Call, cancel *Cancel) (*Response, *Failure) {
	upload := newUpload(request.Read)
	defer upload.close()
	prepared := prepare(request, upload)
	defer C.nango_request_free(prepared)
	options := asked(call, cancel)
	receiver := newReceiver(&call)
	defer receiver.close()
	options.receiver = C.uintptr_t(receiver.handle)
	collect()
	var answer C.bridge_answer
	C.bridge_proxy(c.client(), cString(connectionID), cString(providerConfigKey), prepared, &options, &answer)
	if receiver.panicked != nil || upload.panicked != nil {
		C.nango_response_free(answer.response)
		C.nango_error_free(answer.error)
		return nil, nil
	}
	if answer.response == nil {
		return nil, takeError(answer.error)
	}
	return newResponse(&answer), nil
}

func asked(call Call, cancel *Cancel) C.bridge_call {
	options := C.bridge_call{
		timeout_ms:                   C.int64_t(call.TimeoutMS),
		max_age_ms:                   C.int64_t(call.MaxAgeMS),
		force_refresh:                flag(call.ForceRefresh),
		refresh_token:                flag(call.RefreshToken),
		refresh_github_app_jwt_token: flag(call.RefreshGitHubAppJWTToken),
	}
	if cancel != nil {
		options.cancel = cancel.cancel()
	}
	return options
}

// Cancel is a token that ends the call that has it.
type Cancel struct {
	handle handle
}

// NewCancel makes a token, which the caller must free.
func NewCancel() *Cancel {
	return &Cancel{handle: handle(C.nango_cancel_new())}
}

func (c *Cancel) cancel() *C.nango_cancel {
	return (*C.nango_cancel)(c.handle)
}

// Trigger ends the call, now or as soon as it begins.
func (c *Cancel) Trigger() {
	C.nango_cancel_trigger(c.cancel())
}

// Free frees the token. It must not be triggered concurrently.
func (c *Cancel) Free() {
	C.nango_cancel_free(c.cancel())
}

// takeError copies an error and frees it.
func takeError(failure *C.nango_error) *Failure {
	defer C.nango_error_free(failure)
	var values C.bridge_error
	C.bridge_read_error(failure, &values)
	collect()
	return &Failure{
		Kind:          int32(values.kind),
		Message:       C.GoString(values.message),
		HTTPStatus:    int(values.http_status),
		Code:          C.GoString(values.code),
		RequestID:     C.GoString(values.request_id),
		ServerMessage: C.GoString(values.server_message),
		Body:          C.GoString(values.body),
		RetryAfterMS:  int64(values.retry_after_ms),
		Attempts:      int(values.attempts),
		Retryable:     values.is_retryable != 0,
	}
}

// cString gives C a string for the length of one call: Go memory, which cgo keeps alive and in place so long. So there is
// nothing to free. s must hold no NUL.
func cString(s string) *C.char {
	terminated := make([]byte, len(s)+1)
	copy(terminated, s)
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(terminated)))
}

func flag(on bool) C.int32_t {
	if on {
		return 1
	}
	return 0
}
