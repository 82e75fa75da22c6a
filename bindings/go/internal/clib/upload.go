package clib

// An export needs a separate file: its preamble is compiled twice, so it may define nothing.

/*
#include <stddef.h>
#include <stdint.h>
*/
import "C"

import (
	"runtime/cgo"
	"unsafe"
)

// upload takes the body of one request from Go to the library.
type upload struct {
	read     func(room []byte) int
	handle   cgo.Handle
	panicked any
}

// newUpload makes an upload with a handle that C can hold, 0 if there is nothing to read. The caller must close it.
func newUpload(read func(room []byte) int) *upload {
	u := &upload{read: read}
	if read != nil {
		u.handle = cgo.NewHandle(u)
	}
	return u
}

// close re-panics with the panic of read, if there was one: no frame of the library is on the stack any more.
func (u *upload) close() {
	if u.handle != 0 {
		u.handle.Delete()
	}
	if u.panicked != nil {
		panic(u.panicked)
	}
}

func (u *upload) next(room []byte) (count int) {
	const gaveUp = -1
	if u.panicked != nil {
		return gaveUp
	}
	// It must not unwind through the library, which would skip its cleanup.
	defer func() {
		if u.panicked = recover(); u.panicked != nil {
			count = gaveUp
		}
	}()
	return u.read(room)
}

//export bridge_upload
func bridge_upload(handle C.uintptr_t, buffer unsafe.Pointer, capacity C.size_t) C.int64_t {
	collect()
	room := unsafe.Slice((*byte)(buffer), int(capacity))
	return C.int64_t(cgo.Handle(handle).Value().(*upload).next(room))
}
