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

// MarshalText gives the name of the kind, so that JSON and other encodings have "NOT_FOUND" as a value or as a key of a map.
func (k ErrorKind) MarshalText() ([]byte, error) {
	return []byte(k.String()), nil
}

// UnmarshalText reads the name of a kind. It fails with [ErrInvalidArgument] if this version of the library has no such kind.
func (k *ErrorKind) UnmarshalText(name []byte) error {
	for _, kind := range errorKinds {
		if kind.String() == string(name) {
			*k = kind
			return nil
		}
	}
	return invalidArgument("the text is not the name of a nango.ErrorKind: write one such as NOT_FOUND")
}

// kindError is a kind as something that errors.Is can look for.
type kindError ErrorKind

func (k kindError) Error() string {
	return "nango: " + ErrorKind(k).String()
}
