package nango

import (
	"math"

	"github.com/libnango/libnango/bindings/go/internal/clib"
	"github.com/libnango/libnango/bindings/go/internal/made"
)

func init() {
	made.NewError = func(described made.Error) error {
		for _, text := range []string{described.Code, described.Message} {
			if err := checkText("the text of the error", text); err != nil {
				return err
			}
		}
		status := int32(max(min(described.HTTPStatus, math.MaxInt32), math.MinInt32))
		failure := clib.NewFailure(described.Kind, status, described.Code, described.Message)
		failure.RequestID, failure.ServerMessage, failure.Body = described.RequestID, described.ServerMessage, described.Body
		failure.Attempts = described.Attempts
		err := newError(failure)
		if described.Message != "" {
			// The program's, which has the names that it wants.
			err.Message = described.Message
		}
		err.hasRetryAfter = described.RetryAfter != nil
		if err.hasRetryAfter {
			err.retryAfter = *described.RetryAfter
		}
		err.cause = described.Cause
		return err
	}
}
