package nango

import (
	"strconv"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// ErrorKind is what went wrong. Later versions may add kinds: treat one that you do not know by [Error.Retryable] and
// [Error.HTTPStatus].
type ErrorKind int32

// String is the name of the kind, such as "NOT_FOUND".
func (k ErrorKind) String() string {
	if k == ErrorKindNone {
		return "NONE"
	}
	if name := clib.ErrorKindName(int32(k)); name != "" {
		return name
	}
	return "ErrorKind(" + strconv.Itoa(int(k)) + ")"
}

// kindError is a kind as something that errors.Is can look for.
type kindError ErrorKind

func (k kindError) Error() string {
	return "nango: " + ErrorKind(k).String()
}
