package clib

/*
#include "bridge.h"
*/
import "C"

import "unsafe"

// Request makes a call of Nango's own API and copies the response. It blocks, until cancel is triggered at the longest; nil is
// a token that is never triggered. The strings must hold no NUL.
func (c *Client) Request(operation *Operation, call Call, cancel *Cancel) (*Answer, *Failure) {
	request := operation.request()
	defer C.nango_request_free(request)
	send := func(options *C.bridge_call, answer *C.bridge_answer) {
		C.bridge_request(c.client(), request, C.nango_until(operation.Until), options, answer)
	}
	return ask(call, cancel, send, (*Response).Body)
}

// Pages are the pages of a list. One goroutine at a time may use it.
type Pages struct {
	handle handle
}

// NewPages are the pages of a list, which the caller must free. Nothing is sent. The strings must hold no NUL.
func NewPages(operation *Operation, style PageStyle) *Pages {
	request := operation.request()
	defer C.nango_request_free(request)
	return &Pages{handle: handle(C.nango_pages_new(request, C.nango_page_style(style)))}
}

func (p *Pages) pages() *C.nango_pages {
	return (*C.nango_pages)(p.handle)
}

// Next requests the next page, as Request makes a call. No response and no failure is the end; after a failure the same page
// can be requested again. The body is in room, if that is large enough.
func (p *Pages) Next(client *Client, call Call, cancel *Cancel, room []byte) (*Answer, *Failure) {
	send := func(options *C.bridge_call, answer *C.bridge_answer) {
		C.bridge_next_page(p.pages(), client.client(), options, answer)
	}
	return ask(call, cancel, send, func(response *Response) ([]byte, *Failure) { return response.bodyIn(room) })
}

// Free frees the pages. They must not be in use.
func (p *Pages) Free() {
	C.nango_pages_free(p.pages())
}

// ask makes a call and copies the response, of which the library has all when the call ends.
func ask(
	call Call, cancel *Cancel,
	send func(options *C.bridge_call, answer *C.bridge_answer),
	bodyOf func(*Response) ([]byte, *Failure),
) (*Answer, *Failure) {
	options := asked(call, cancel)
	receiver := newReceiver(&call)
	// The last thing to happen, since it may panic.
	defer receiver.close()
	options.receiver = C.uintptr_t(receiver.handle)
	collect()
	var answer C.bridge_answer
	send(&options, &answer)
	switch {
	case answer.error != nil:
		return nil, takeError(answer.error)
	case answer.response == nil:
		return nil, nil
	}
	response := newResponse(&answer)
	defer response.Free()
	body, failure := bodyOf(response)
	if failure != nil {
		return nil, failure
	}
	return &Answer{Status: response.Status, Headers: response.Headers, Body: body}, nil
}

// request makes the library's request of an operation. The caller must free it.
func (o *Operation) request() *C.nango_request {
	request := C.nango_request_new(cString(o.Method), cString(o.Path))
	for _, parameter := range o.PathParameters {
		C.nango_request_set_path_parameter(request, cString(parameter.Name), cString(parameter.Value))
	}
	for _, parameter := range o.Query {
		C.nango_request_add_query(request, cString(parameter.Name), cString(parameter.Value))
	}
	for _, header := range o.Headers {
		C.nango_request_add_header(request, cString(header.Name), cString(header.Value))
	}
	switch {
	case o.JSON != nil:
		C.nango_request_set_json(request, cString(*o.JSON))
	case o.Body != nil:
		var contentType *C.char
		if o.ContentType != nil {
			contentType = cString(*o.ContentType)
		}
		C.nango_request_set_body(request, unsafe.Pointer(unsafe.SliceData(o.Body)), C.size_t(len(o.Body)), contentType)
	}
	C.nango_request_set_repeatable(request, flag(o.Repeatable))
	return request
}
