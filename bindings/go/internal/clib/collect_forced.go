//go:build nango_force_gc

package clib

import (
	"runtime"
	"syscall"
)

// collect frees everything that is no longer reachable, at the points where an incorrect program would still need it:
// memory that C is about to read, and clients whose cleanup frees what a call is about to use. Tests run with it.
func collect() {
	runtime.GC()
}

// Collect is collect for objects with a cleanup. Cleanups run on a goroutine of the runtime, which gets time to do so; if
// that is too short the test sees less, it does not fail.
func Collect() {
	runtime.GC()
	// Not time.Sleep, which takes no real time in a bubble of testing/synctest, and may never end there.
	_ = syscall.Nanosleep(&syscall.Timespec{Nsec: 1e6}, nil)
}
