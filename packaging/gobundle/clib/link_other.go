//go:build !nango_system && !nango_static && !(linux && (amd64 || arm64))

// There is no static library for these systems: the default is what pkg-config finds.

package clib

// #cgo pkg-config: nango
import "C"
