package clib

/*
#include "bridge.h"
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

// scratch is the memory that a call shares with C. It would escape to the heap with every call, so it is kept for the next.
type scratch struct {
	asked  C.bridge_call
	values C.bridge_connection
	// The two names, each with a NUL.
	names []byte
	// Where C puts the texts: all of it, as far as it is filled.
	texts []byte
}

var scratches = sync.Pool{New: func() any { return &scratch{texts: make([]byte, usualSize)} }}

// putBack returns the scratch memory to the pool. The texts are already cleared: see copyConnection.
func (s *scratch) putBack() {
	if len(s.texts) > keptSize {
		return
	}
	scratches.Put(s)
}

func (s *scratch) setNames(connectionID, providerConfigKey string) {
	s.names = append(s.names[:0], connectionID...)
	s.names = append(s.names, 0)
	s.names = append(s.names, providerConfigKey...)
	s.names = append(s.names, 0)
}

// name is the name that begins there, for the length of one call.
func (s *scratch) name(begin int) *C.char {
	return (*C.char)(unsafe.Pointer(&s.names[begin]))
}

// room is where the texts go, for the length of one call.
func (s *scratch) room() *C.char {
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(s.texts)))
}

// takeConnection copies the connection that a function has read, or its error, and frees it.
func (s *scratch) takeConnection() (*Connection, *Failure) {
	if s.values.error != nil {
		return nil, takeError(s.values.error)
	}
	if s.values.unread != nil {
		s.readAgain()
	}
	collect()
	return s.copyConnection(), nil
}

// readAgain reads a connection whose texts did not fit, and frees it.
func (s *scratch) readAgain() {
	connection := s.values.unread
	defer C.nango_connection_free(connection)
	s.texts = make([]byte, s.size())
	C.bridge_read_connection(connection, &s.values, s.room(), C.size_t(len(s.texts)))
}

// size is the size of all texts.
func (s *scratch) size() int {
	return int(s.values.ends[fields-1])
}

// copyConnection copies what C has put here, and leaves no secret behind.
func (s *scratch) copyConnection() *Connection {
	filled := s.texts[:s.size()]
	defer clear(filled)
	return &Connection{
		ID:          int64(s.values.id),
		AccountID:   Number{int64(s.values.account_id), s.values.has_account_id != 0},
		ExpiresAtMS: Number{int64(s.values.expires_at_ms), s.values.has_expires_at_ms != 0},
		AuthMode:    int32(s.values.auth_mode),
		texts:       string(filled),
		ends:        s.values.ends,
		present:     uint32(s.values.present),
	}
}
