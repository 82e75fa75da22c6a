package nango

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Pager walks through a list of Nango's that comes in pages, and requests each page when it is needed. It keeps its
// position: ranging over it again continues where the last loop ended.
//
//	for connection, err := range client.Connections.List(ctx, nango.ListConnectionsParams{}).All() {
//		if err != nil {
//			return err
//		}
//		fmt.Println(connection.ConnectionID)
//	}
//
// Each page is a separate call, with its own timeout and retries. An error ends the loop. To continue after one, range over
// the same Pager again: it requests the same page again; after [ErrDecode] for the one that follows.
//
// Of some lists, such as that of records, each item has a cursor: see [Pager.Cursor].
//
// Nothing needs to be closed. Any number of goroutines may share a Pager; each item is given once.
type Pager[T any] struct {
	mu sync.Mutex
	// Requests the next page; nil without an error is the end. A function, since the parameters may hold secrets, and printing
	// by reflection goes through fields but never into a function.
	fetch func() ([]*T, *Error)
	// Received items that were not yielded yet.
	rest []*T
	// Of the item that was yielded last, or that the list starts at.
	cursor string
	// The cursor of an item; nil if the list has none.
	cursorOf func(*T) string
}

// Cursor is the cursor of the item that was returned last: a list that starts at it goes on behind that item. Store it after
// each item, or with [Pager.Pages] after each page, to go on there another day.
//
// Before the first item it is the one that the list starts at, and "" if it starts at its beginning. A list without cursors, as
// that of connections, always has "".
func (p *Pager[T]) Cursor() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cursor
}

// noteCursor is called with the mutex locked, before an item is returned.
func (p *Pager[T]) noteCursor(item *T) {
	if p.cursorOf == nil {
		return
	}
	if cursor := p.cursorOf(item); cursor != "" {
		p.cursor = cursor
	}
}

// All is the rest of the list, item by item.
func (p *Pager[T]) All() iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for {
			item, err := p.nextItem()
			if err != nil {
				yield(nil, err)
				return
			}
			if item == nil || !yield(item, nil) {
				return
			}
		}
	}
}

// Pages is the rest of the list, page by page. It begins with the rest of a page that [Pager.All] has begun. A page may be
// empty.
func (p *Pager[T]) Pages() iter.Seq2[[]*T, error] {
	return func(yield func([]*T, error) bool) {
		for {
			items, err := p.nextPage()
			if err != nil {
				yield(nil, err)
				return
			}
			if items == nil || !yield(items, nil) {
				return
			}
		}
	}
}

// nextItem is nil without an error at the end.
func (p *Pager[T]) nextItem() (*T, *Error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.rest) == 0 {
		items, err := p.fetch()
		if err != nil || items == nil {
			return nil, err
		}
		p.rest = items
	}
	item := p.rest[0]
	// So that a list that stays at this page does not keep what was returned.
	p.rest[0] = nil
	p.rest = p.rest[1:]
	p.noteCursor(item)
	return item, nil
}

// nextPage is nil without an error at the end.
func (p *Pager[T]) nextPage() ([]*T, *Error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	items := p.rest
	p.rest = nil
	if len(items) == 0 {
		var err *Error
		if items, err = p.fetch(); err != nil {
			return nil, err
		}
	}
	if len(items) > 0 {
		p.noteCursor(items[len(items)-1])
	}
	return items, nil
}

// pagesOf describes how a list is split into pages.
type pagesOf[T any] struct {
	style clib.PageStyle
	// The member of a page that has the items.
	items string
	item  reader[*T]
	// What identifies an item; nil if none comes twice. An item whose key is nil is not left out.
	key func(*T) any
	// The cursor of an item; nil if the list has none.
	cursor func(*T) string
	// The cursor that the list starts at.
	start string
}

// newPager begins a list. Nothing is sent.
func newPager[T any](ctx context.Context, s *service, o *operation, opts []CallOption, of pagesOf[T]) *Pager[T] {
	w := &walk[T]{pagesOf: of, service: s}
	pager := &Pager[T]{cursor: of.start, cursorOf: of.cursor}
	pager.fetch = func() ([]*T, *Error) {
		call, err := s.newCall(ctx, o, opts)
		if err != nil {
			return nil, err
		}
		return w.next(call, o)
	}
	runtime.AddCleanup(pager, (*walk[T]).free, w)
	return pager
}

// walk is how far a pager has come.
type walk[T any] struct {
	pagesOf[T]
	service *service
	// Nil before the first page and after the last.
	pages *clib.Pages
	ended bool
	// The keys of the page before.
	seen map[any]bool
	// The memory of the page before, for the next one.
	room []byte
}

func (w *walk[T]) free() {
	if w.pages != nil {
		w.pages.Free()
		w.pages = nil
	}
}

// next requests the next page; nil without an error is the end.
func (w *walk[T]) next(call *call, o *operation) ([]*T, *Error) {
	if w.ended {
		return nil, nil
	}
	if w.pages == nil {
		w.pages = clib.NewPages(o.complete(), w.style)
	}
	// Otherwise a client without other references could be collected, and closed, during the call.
	defer runtime.KeepAlive(w.service)
	session := w.service.client.session
	answer, err := inside(session, call, func(cancel *clib.Cancel) (*clib.Answer, *clib.Failure) {
		return w.pages.Next(session.library, call.library, cancel, w.room)
	})
	if err != nil {
		return nil, err
	}
	if answer == nil {
		w.ended = true
		w.room = nil
		w.free()
		return nil, nil
	}
	w.room = answer.Body
	items, err := readPage(answer, page(w.items, w.item))
	if err != nil {
		return nil, err
	}
	return w.leaveOutSeen(items), nil
}

// leaveOutSeen drops items of the page before: Nango counts by offset, so new items have moved the last items of
// a page to the next one. It is never nil.
func (w *walk[T]) leaveOutSeen(items []*T) []*T {
	if w.key == nil {
		return items
	}
	fresh := make([]*T, 0, len(items))
	seen := map[any]bool{}
	for _, item := range items {
		key := w.key(item)
		if key == nil || !w.seen[key] {
			fresh = append(fresh, item)
		}
		seen[key] = true
	}
	w.seen = seen
	return fresh
}
