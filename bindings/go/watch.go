package nango

import (
	"context"
	"errors"
	"sync"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// watch ends a call inside the library when its context ends.
type watch struct {
	cancel *clib.Cancel
	// Prevents the trigger; false if it has begun.
	stop func() bool
	// Done when the trigger is.
	triggered sync.WaitGroup
}

// watch begins to watch. The token is one of this call alone, since a trigger is final. The caller must end the watch.
func (c *call) watch() *watch {
	w := &watch{cancel: clib.NewCancel()}
	w.triggered.Add(1)
	w.stop = context.AfterFunc(c.ctx, func() {
		defer w.triggered.Done()
		if !c.endsByItself() {
			w.cancel.Trigger()
		}
	})
	return w
}

// end ends the watch, and leaves nothing behind.
func (w *watch) end() {
	if !w.stop() {
		w.triggered.Wait()
	}
	w.cancel.Free()
}

// endsByItself tells whether the context ended at the deadline, which the library was given as the timeout: then the
// library knows best how far the call came, and whether repeating it can do harm.
func (c *call) endsByItself() bool {
	_, hasDeadline := c.ctx.Deadline()
	return hasDeadline && errors.Is(c.ctx.Err(), context.DeadlineExceeded)
}
