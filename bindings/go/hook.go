package nango

import (
	"context"
	"encoding/json"
	"time"
)

// CallSummary describes a call that has ended, for metrics and traces: see [WithCallHook]. It has neither secrets nor the id of a
// connection.
type CallSummary struct {
	// CallID is a number for each call of the process, which log messages have too; 0 for a call that the library did not begin,
	// since its context had ended or the client was closed, say.
	CallID int64
	// Operation is "get_connection", "proxy" or "request".
	Operation string
	// Method and Route are those of the last request to Nango, the route without ids; "" if nothing was sent.
	Method, Route string
	// Duration is how long the call took, including waiting for a turn: see [WithMaxConcurrentCalls].
	Duration time.Duration
	// Attempts is how many requests were sent.
	Attempts int
	// Status is the HTTP status of the last response; 0 if there was none.
	Status int
	// ErrorKind is why the call failed; [ErrorKindNone] if it did not.
	ErrorKind ErrorKind
	// Code is Nango's own code for the error; "" without one.
	Code string
	// RequestID is what Nango calls a request that failed; "" if none did, or if its response had none.
	RequestID string
	// Cache is "hit" for a connection from the cache, "waited" for one that another call requested; "" otherwise.
	Cache string
}

// WithCallHook calls hook when a call has ended: one of [Client.GetConnection], [Client.Proxy] and [Client.Request], of a request
// through [Client.Transport], of an operation, and of each page of a list. A call through the proxy ends with the response
// headers. A call with arguments that cannot be sent is not always reported. Default: nil, no hook.
//
// It is called on the goroutine of the call, with the call's context, before the call returns. It may use the client. If it
// panics, the call does.
func WithCallHook(hook func(context.Context, CallSummary)) Option {
	return func(s *clientSettings) { s.hook, s.library.HasHook = hook, hook != nil }
}

// follow has the library report to the logger and the hook.
func (s *session) follow(call *call) {
	if s.log != nil {
		call.library.Log = s.log.receive(call.ctx)
	}
	if s.hook != nil {
		call.library.Ended = func(summary string) { call.summary = summary }
	}
}

// report calls the hook for a call that has ended, with err or without one. The end of a list is found without a call.
func (s *session) report(call *call, err *Error) {
	if s.hook != nil && (err != nil || call.summary != "") {
		s.hook(call.ctx, call.summarize(err))
	}
}

// summarize describes a call that has ended. The library's summary has more than the error, but why the library ended the call
// is for the error to tell.
func (c *call) summarize(err *Error) CallSummary {
	var library struct {
		CallID     int64   `json:"call_id"`
		Method     string  `json:"method"`
		Route      string  `json:"route"`
		DurationMS float64 `json:"duration_ms"`
		Attempts   int     `json:"attempts"`
		Status     int     `json:"status"`
		Cache      string  `json:"cache"`
	}
	took := time.Since(c.begun)
	// Without a summary of the library it fails and leaves the zero values.
	if json.Unmarshal([]byte(c.summary), &library) == nil {
		took = c.waited + time.Duration(library.DurationMS*float64(time.Millisecond))
	}
	summary := CallSummary{
		CallID:    library.CallID,
		Operation: c.operation,
		Method:    library.Method,
		Route:     library.Route,
		Duration:  took,
		Attempts:  library.Attempts,
		Status:    library.Status,
		Cache:     library.Cache,
	}
	if err != nil {
		summary.ErrorKind, summary.Code, summary.RequestID = err.Kind, err.Code, err.RequestID
	}
	return summary
}

// following makes a call, and reports its end.
func following[T any](s *session, call *call, make func() (T, *Error)) (T, *Error) {
	call.begun = time.Now()
	s.follow(call)
	result, err := make()
	s.report(call, err)
	return result, err
}
