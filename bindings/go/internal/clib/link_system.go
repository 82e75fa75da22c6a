//go:build nango_system && !nango_static

// The linked library is selected in separate files, since Go's build cache sees which files are built, but not the
// output of pkg-config.

package clib

// #cgo pkg-config: nango
import "C"
