package nango

import (
	"context"
	"errors"
	"sync"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// watch waits for a context to end, and does something then.
type watch struct {
	// Prevents it; false if it has begun.
	stop func() bool
	// Unlocked when it is done. No wait group, which would belong to one bubble of testing/synctest: the context may end in
	// another one.
	acted sync.Mutex
}

// newWatch begins to watch. The caller must end the watch.
func newWatch(ctx context.Context, act func()) *watch {
	w := &watch{}
	w.acted.Lock()
	w.stop = context.AfterFunc(ctx, func() {
		defer w.acted.Unlock()
		act()
	})
	return w
}

// end ends the watch: nothing happens any more.
func (w *watch) end() {
	if !w.stop() {
		w.acted.Lock()
	}
}

// watch ends a call inside the library when its context ends. The token is one of this call alone, since a trigger is final.
func (c *call) watch(cancel *clib.Cancel) *watch {
	return newWatch(c.ctx, func() {
		if !c.endsByItself() {
			cancel.Trigger()
		}
	})
}

// endsByItself reports whether the context ended at the deadline, which the library was given as the timeout: then the
// library knows best how far the call came, and whether repeating it can do harm.
func (c *call) endsByItself() bool {
	_, hasDeadline := c.ctx.Deadline()
	return hasDeadline && errors.Is(c.ctx.Err(), context.DeadlineExceeded)
}
