//go:build !cgo

package clib

// The compiler prints the name, which is the advice.
var _ = nango_needs_cgo_SET_CGO_ENABLED_TO_1_AND_INSTALL_A_C_COMPILER
