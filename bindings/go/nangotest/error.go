package nangotest

import (
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/internal/made"
)

// ErrorOptions say what else an error has that [NewError] makes. What is zero is absent.
type ErrorOptions struct {
	// HTTPStatus is the status of the response.
	HTTPStatus int
	// Code is Nango's code for the error.
	Code string
	// Message is a general one of the library by default.
	Message string
	// RequestID is what Nango calls the request.
	RequestID string
	// ServerMessage and Body are what the server said.
	ServerMessage, Body string
	// RetryAfter is how long the server asks to wait: nango.Ptr(time.Second).
	RetryAfter *time.Duration
	// Attempts is how many attempts were made.
	Attempts int
	// Cause is what errors.Is finds besides the kind, such as [nango.ErrClientClosed] of an error of the kind CANCELLED.
	Cause error
}

// NewError makes an error for a test, as a call would return it, without a server. Whether it is retryable follows from the kind.
// A kind that the library does not know gives one of the kind INTERNAL.
//
//	err := nangotest.NewError(nango.ErrorKindRateLimited, nangotest.ErrorOptions{HTTPStatus: 429})
func NewError(kind nango.ErrorKind, options ErrorOptions) *nango.Error {
	return made.NewError(made.Error{
		Kind:          int32(kind),
		HTTPStatus:    options.HTTPStatus,
		Code:          options.Code,
		Message:       options.Message,
		RequestID:     options.RequestID,
		ServerMessage: options.ServerMessage,
		Body:          options.Body,
		Attempts:      options.Attempts,
		RetryAfter:    options.RetryAfter,
		Cause:         options.Cause,
	}).(*nango.Error)
}
