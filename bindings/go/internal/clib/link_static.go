//go:build nango_static

// Which library is linked is told in files of their own, since Go's build cache sees which files are built, but not what
// pkg-config says.

package clib

// #cgo pkg-config: --static nango-static
import "C"
