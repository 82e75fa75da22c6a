//go:build !nango_static

package clib

// #cgo pkg-config: nango
import "C"
