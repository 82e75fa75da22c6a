//go:build !nangogc

package clib

func collect() {}

// Collect does nothing, except under the build tag nangogc.
func Collect() {}
