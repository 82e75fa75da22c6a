//go:build !nango_system && !nango_static && linux && (amd64 || arm64)

package clib

// #cgo CFLAGS: -I${SRCDIR}/../libnango
// #cgo !musl,amd64 LDFLAGS: ${SRCDIR}/../libnango/linux_amd64_glibc.a
// #cgo !musl,arm64 LDFLAGS: ${SRCDIR}/../libnango/linux_arm64_glibc.a
// #cgo musl,amd64 LDFLAGS: ${SRCDIR}/../libnango/linux_amd64_musl.a
// #cgo musl,arm64 LDFLAGS: ${SRCDIR}/../libnango/linux_arm64_musl.a
// #cgo LDFLAGS: -static-libgcc -ldl -lpthread
import "C"

// Has `go mod vendor` take the libraries along.
import _ "github.com/libnango/libnango/bindings/go/internal/libnango"
