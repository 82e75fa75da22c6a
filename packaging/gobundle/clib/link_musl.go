//go:build !nango_system && !nango_static && linux && (amd64 || arm64) && musl

package clib

/*
#include <features.h>
#ifdef __GLIBC__
#error "The tag musl is for systems with musl (Alpine), and the C library here is glibc: build without the tag."
#endif
*/
import "C"
