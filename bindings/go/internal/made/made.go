// Package made lets package nangotest make what only package nango can make.
package made

import "time"

// Error describes a *nango.Error.
type Error struct {
	Kind                                          int32
	HTTPStatus                                    int
	Code, Message, RequestID, ServerMessage, Body string
	Attempts                                      int
	// RetryAfter is nil if the server does not ask to wait.
	RetryAfter *time.Duration
	Cause      error
}

// NewError makes a *nango.Error. Package nango sets it.
var NewError func(Error) error
