//go:build !nango_force_gc

package clib

func collect() {}

// Collect does nothing, except under the build tag nango_force_gc.
func Collect() {}
