package clib

// An export needs a separate file: its preamble is compiled twice, so it may define nothing.

/*
#include <stdint.h>
*/
import "C"

import "runtime/cgo"

// receiver takes the messages of one call from the library to Go.
type receiver struct {
	log      func(level int32, message string)
	handle   cgo.Handle
	panicked any
}

// newReceiver makes a receiver with a handle that C can hold, 0 without a log function. The caller must close it.
func newReceiver(log func(level int32, message string)) *receiver {
	r := &receiver{log: log}
	if log != nil {
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

func (r *receiver) receive(level int32, message string) {
	if r.panicked != nil {
		return
	}
	// It must not unwind through the library, which would skip its cleanup.
	defer func() { r.panicked = recover() }()
	r.log(level, message)
}

//export bridge_receive
func bridge_receive(handle C.uintptr_t, level C.int32_t, message *C.char) {
	collect()
	cgo.Handle(handle).Value().(*receiver).receive(int32(level), C.GoString(message))
}
