package nango

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// maxKept is up to which size a body that is in memory already is handed over as a whole.
const maxKept = 1 << 20

// errWrongCount is the error of a reader that reports more bytes than there was room for.
var errWrongCount = errors.New("nango: the reader of the body returned an impossible count")

// source is the body of a request.
type source struct {
	reader io.Reader
	// Negative if it is not known.
	length int64
	// Whether the reader only returns data in memory.
	isInMemory bool
	closing    sync.Once
	// The reader's last error: io.EOF, or a failure.
	ended error
}

// newSource is the body of a request. The caller must close it.
func newSource(reader io.Reader, length int64) *source {
	if reader == http.NoBody {
		return &source{}
	}
	s := &source{reader: reader, length: length}
	known := -1
	switch reader := reader.(type) {
	case *bytes.Reader:
		known = reader.Len()
	case *bytes.Buffer:
		known = reader.Len()
	case *strings.Reader:
		known = reader.Len()
	}
	s.isInMemory = known >= 0
	if length == 0 {
		s.length = int64(known)
	}
	return s
}

// close closes the reader, if it can be closed: only once.
func (s *source) close() {
	s.closing.Do(func() {
		if closer, ok := s.reader.(io.Closer); ok {
			_ = closer.Close()
		}
	})
}

// fill puts the body into a request.
func (s *source) fill(request *clib.Request) *Error {
	if s.reader == nil {
		return nil
	}
	if s.isInMemory && s.length >= 0 && s.length <= maxKept {
		request.Body = make([]byte, s.length)
		switch _, err := io.ReadFull(s.reader, request.Body); err {
		case nil:
			return nil
		case io.EOF:
			return errBody(io.ErrUnexpectedEOF, 0)
		default:
			return errBody(err, 0)
		}
	}
	request.Read, request.Length = s.next, s.length
	return nil
}

// next gives the library the next part of the body: the number of bytes, 0 at the end, negative to give up.
func (s *source) next(room []byte) int {
	const tries, gaveUp = 100, -1
	for range tries {
		if s.ended != nil {
			break
		}
		var count int
		count, s.ended = s.reader.Read(room)
		if count < 0 || count > len(room) {
			s.ended = errWrongCount
			return gaveUp
		}
		if count > 0 {
			return count
		}
	}
	switch s.ended {
	case io.EOF:
		return 0
	case nil:
		s.ended = io.ErrNoProgress
	}
	return gaveUp
}

// explain adds what the library cannot know: why the reader gave up.
func (s *source) explain(err *Error) *Error {
	if s.ended == io.EOF {
		// Before the library's error, which is about the content length.
		err.cause = io.ErrUnexpectedEOF
		return err
	}
	return errBody(s.ended, err.Attempts)
}

// watch closes the reader when one of the contexts ends, so that a read that waits does not go on. The caller must call what
// it returns.
func (s *source) watch(contexts ...context.Context) func() {
	if _, ok := s.reader.(io.Closer); !ok {
		return func() {}
	}
	var watches []*watch
	for _, ctx := range contexts {
		watches = append(watches, newWatch(ctx, s.close))
	}
	return func() {
		for _, watch := range watches {
			watch.end()
		}
	}
}

// errBody is the error for a call whose body could not be read.
func errBody(cause error, attempts int) *Error {
	return &Error{
		Kind:     ErrorKindCancelled,
		Message:  "the body of the request could not be read: errors.Unwrap returns the cause",
		Attempts: attempts,
		cause:    cause,
	}
}
