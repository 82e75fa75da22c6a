//go:build !nango_system && !nango_static && linux && (amd64 || arm64) && !musl

package clib

/*
#include <features.h>
#ifndef __GLIBC__
#error "The C library here is not glibc, for which the default static library of libnango is built. For musl (Alpine): go build -tags musl. Or install libnango, and: go build -tags nango_system"
#endif
*/
import "C"
