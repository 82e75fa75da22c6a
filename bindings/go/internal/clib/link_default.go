//go:build !nango_system && !nango_static

// In a checkout the default is what pkg-config finds, too. A published module has the files of packaging/gobundle instead
// of this one: they link the static library that comes with the module.

package clib

// #cgo pkg-config: nango
import "C"
