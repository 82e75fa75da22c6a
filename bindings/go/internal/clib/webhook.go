package clib

/*
#include "bridge.h"
*/
import "C"

import "unsafe"

// WebhookIsSigned is whether a webhook was signed with this key. The strings must hold no NUL.
func WebhookIsSigned(body []byte, signature, signingKey string) bool {
	start := unsafe.Pointer(unsafe.SliceData(body))
	return C.nango_webhook_is_signed(start, C.size_t(len(body)), cString(signature), cString(signingKey)) != 0
}

// CheckWebhook is nil if a webhook was signed with this key and is JSON. The strings must hold no NUL.
func CheckWebhook(body []byte, signature, signingKey string) *Failure {
	var failure *C.nango_error
	start := unsafe.Pointer(unsafe.SliceData(body))
	webhook := C.nango_webhook_parse(start, C.size_t(len(body)), cString(signature), cString(signingKey), &failure)
	if webhook == nil {
		return takeError(failure)
	}
	C.nango_webhook_free(webhook)
	return nil
}
