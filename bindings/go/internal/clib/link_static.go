//go:build nango_static

package clib

// #cgo pkg-config: --static nango-static
import "C"
