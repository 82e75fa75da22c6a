package clib

/*
#include <stdint.h>
*/
import "C"

import "strings"

// Connection is a connection, copied.
type Connection struct {
	ID          int64
	AccountID   Number
	ExpiresAtMS Number
	AuthMode    int32
	// All texts, one after the other; where each ends; and a bit for each that is there.
	texts   string
	ends    [fields]C.int64_t
	present uint32
}

// Text is one text of the connection.
func (c *Connection) Text(field Field) Text {
	if c.present>>field&1 == 0 {
		return Text{}
	}
	begin := 0
	if field > 0 {
		begin = int(c.ends[field-1])
	}
	text := c.texts[begin:c.ends[field]]
	if len(c.texts) > usualSize {
		// Otherwise a program that keeps a token would keep all of a large response.
		text = strings.Clone(text)
	}
	return Text{text, true}
}
