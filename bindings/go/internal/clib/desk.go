package clib

/*
#include "border.h"
*/
import "C"

import (
	"sync"
	"unsafe"
)

const (
	// Enough for the texts of a usual connection.
	usualSize = 8 << 10
	// Room for more is not kept.
	keptSize = 64 << 10
)

// desk is the memory that a call shares with C. It would escape to the heap with every call, so it is kept for the next.
type desk struct {
	asked  C.border_call
	values C.border_connection
	// The two names, each with a NUL.
	names []byte
	// Where C puts the texts: all of it, as far as it is filled.
	texts []byte
}

var desks = sync.Pool{New: func() any { return &desk{texts: make([]byte, usualSize)} }}

// putBack lets another call have the desk. Of the texts nothing is left: see copyConnection.
func (d *desk) putBack() {
	if len(d.texts) > keptSize {
		return
	}
	desks.Put(d)
}

func (d *desk) setNames(connectionID, providerConfigKey string) {
	d.names = append(d.names[:0], connectionID...)
	d.names = append(d.names, 0)
	d.names = append(d.names, providerConfigKey...)
	d.names = append(d.names, 0)
}

// name is the name that begins there, for the length of one call.
func (d *desk) name(begin int) *C.char {
	return (*C.char)(unsafe.Pointer(&d.names[begin]))
}

// room is where the texts go, for the length of one call.
func (d *desk) room() *C.char {
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(d.texts)))
}

// readAgain reads a connection for whose texts there was not enough room, and frees it.
func (d *desk) readAgain() {
	connection := d.values.unread
	defer C.nango_connection_free(connection)
	d.texts = make([]byte, d.size())
	C.border_read_connection(connection, &d.values, d.room(), C.size_t(len(d.texts)))
}

// size is the size of all texts.
func (d *desk) size() int {
	return int(d.values.ends[fields-1])
}

// copyConnection copies what C has put here, and leaves no secret behind.
func (d *desk) copyConnection() *Connection {
	filled := d.texts[:d.size()]
	defer clear(filled)
	return &Connection{
		ID:          int64(d.values.id),
		AccountID:   Number{int64(d.values.account_id), d.values.has_account_id != 0},
		ExpiresAtMS: Number{int64(d.values.expires_at_ms), d.values.has_expires_at_ms != 0},
		AuthMode:    int32(d.values.auth_mode),
		texts:       string(filled),
		ends:        d.values.ends,
		present:     uint32(d.values.present),
	}
}
