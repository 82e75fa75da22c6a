package clib

// An export needs a separate file: its preamble is compiled twice, so it may define nothing.

/*
#include <stdint.h>
*/
import "C"

import "runtime/cgo"

// receiver takes the messages and the end of one call from the library to Go.
type receiver struct {
	log      func(level int32, message, attributes string)
	ended    func(summary string)
	handle   cgo.Handle
	panicked any
}

// newReceiver makes a receiver with a handle that C can hold, 0 if the call receives nothing. The caller must close it.
func newReceiver(call *Call) *receiver {
	r := &receiver{log: call.Log, ended: call.Ended}
	if r.log != nil || r.ended != nil {
		r.handle = cgo.NewHandle(r)
	}
	return r
}

// close re-panics with the panic of log, if there was one: no frame of the library is on the stack any more.
func (r *receiver) close() {
	if r.handle != 0 {
		r.handle.Delete()
	}
	if r.panicked != nil {
		panic(r.panicked)
	}
}

// guarded calls a function of the program, unless one has panicked before.
func (r *receiver) guarded(call func()) {
	if r.panicked != nil {
		return
	}
	// It must not unwind through the library, which would skip its cleanup.
	defer func() { r.panicked = recover() }()
	call()
}

//export bridge_receive
func bridge_receive(handle C.uintptr_t, level C.int32_t, message, attributes *C.char) {
	collect()
	r := cgo.Handle(handle).Value().(*receiver)
	if r.log != nil {
		r.guarded(func() { r.log(int32(level), C.GoString(message), C.GoString(attributes)) })
	}
}

//export bridge_receive_end
func bridge_receive_end(handle C.uintptr_t, summary *C.char) {
	collect()
	r := cgo.Handle(handle).Value().(*receiver)
	if r.ended != nil {
		r.guarded(func() { r.ended(C.GoString(summary)) })
	}
}
