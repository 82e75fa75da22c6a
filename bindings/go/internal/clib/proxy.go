package clib

/*
#include "bridge.h"
*/
import "C"

import (
	"bytes"
	"slices"
	"unsafe"
)

// prepare makes the library's request of a request. The caller must free it.
func prepare(request *Request, upload *upload) *C.nango_request {
	prepared := C.nango_request_new(cString(request.Method), cString(request.Endpoint))
	for _, parameter := range request.Query {
		C.nango_request_add_query(prepared, cString(parameter.Name), cString(parameter.Value))
	}
	for _, header := range request.Headers {
		C.nango_request_add_header(prepared, cString(header.Name), cString(header.Value))
	}
	var contentType *C.char
	if request.ContentType != nil {
		contentType = cString(*request.ContentType)
	}
	switch {
	case request.Read != nil:
		C.bridge_set_body_reader(prepared, C.uintptr_t(upload.handle), C.int64_t(request.Length), contentType)
	case request.Body != nil:
		C.nango_request_set_body(prepared, unsafe.Pointer(unsafe.SliceData(request.Body)), C.size_t(len(request.Body)), contentType)
	}
	if request.BaseURLOverride != nil {
		C.nango_request_set_base_url_override(prepared, cString(*request.BaseURLOverride))
	}
	C.nango_request_set_retries(prepared, C.int32_t(request.Retries))
	if len(request.RetryOn) > 0 {
		statuses := (*C.int32_t)(unsafe.SliceData(request.RetryOn))
		C.nango_request_set_retry_on(prepared, statuses, C.size_t(len(request.RetryOn)))
	}
	C.nango_request_set_decompress(prepared, flag(request.Decompress))
	C.nango_request_set_nango_parses_body(prepared, flag(request.NangoParsesBody))
	C.nango_request_set_forward_headers_on_redirect(prepared, flag(request.ForwardHeaders))
	C.nango_request_set_idle_timeout_ms(prepared, C.int64_t(request.IdleTimeoutMS))
	return prepared
}

// Response is a response of the external API or Nango: its head, copied, and the library's handle, which reads the body. One
// goroutine at a time may use it.
type Response struct {
	Status  int
	Headers []Header

	handle  handle
	failure *C.nango_error
}

func newResponse(answer *C.bridge_answer) *Response {
	response := &Response{Status: int(answer.status), handle: handle(answer.response)}
	if answer.header_count > 0 {
		headers := make([]C.bridge_header, answer.header_count)
		C.bridge_read_headers(answer.response, &headers[0], answer.header_count)
		collect()
		response.Headers = make([]Header, len(headers))
		for i, header := range headers {
			response.Headers[i] = Header{Name: C.GoString(header.name), Value: C.GoString(header.value)}
		}
	}
	return response
}

func (r *Response) response() *C.nango_response {
	return (*C.nango_response)(r.handle)
}

func (r *Response) takeFailure() *Failure {
	failure := r.failure
	r.failure = nil
	return takeError(failure)
}

// Read reads the available part of the body into room, which must not be empty; 0 is the end. It blocks, until the call's
// cancel is triggered at the longest.
func (r *Response) Read(room []byte) (int, *Failure) {
	collect()
	count := C.nango_response_read(r.response(), unsafe.Pointer(unsafe.SliceData(room)), C.size_t(len(room)), &r.failure)
	if count < 0 {
		return 0, r.takeFailure()
	}
	return int(count), nil
}

// Body collects the rest of the body, as long as that is no more than the client allows. It blocks as Read does.
func (r *Response) Body() ([]byte, *Failure) {
	collect()
	var length C.size_t
	body := C.nango_response_body(r.response(), &length, &r.failure)
	if body == nil {
		return nil, r.takeFailure()
	}
	collect()
	return bytes.Clone(unsafe.Slice((*byte)(body), int(length))), nil
}

// bodyIn copies the body into room, or into a larger one if it does not fit. Of a body that the library has read as JSON, Body
// would make the library copy it twice, and this once.
func (r *Response) bodyIn(room []byte) ([]byte, *Failure) {
	body := room[:0]
	for {
		if len(body) == cap(body) {
			body = slices.Grow(body, max(len(body), 16<<10))
		}
		count, failure := r.Read(body[len(body):cap(body)])
		if failure != nil {
			return nil, failure
		}
		if count == 0 {
			return body, nil
		}
		body = body[:len(body)+count]
	}
}

// Free frees the response. It must not be in use.
func (r *Response) Free() {
	C.nango_response_free(r.response())
}
