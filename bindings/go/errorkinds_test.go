// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango_test

import "github.com/libnango/libnango/bindings/go"

// kinds pairs every kind with its sentinel.
var kinds = map[nango.ErrorKind]error{
	nango.ErrorKindInvalidArgument:    nango.ErrInvalidArgument,
	nango.ErrorKindResolve:            nango.ErrResolve,
	nango.ErrorKindConnect:            nango.ErrConnect,
	nango.ErrorKindTLS:                nango.ErrTLS,
	nango.ErrorKindHTTPProxy:          nango.ErrHTTPProxy,
	nango.ErrorKindTimeout:            nango.ErrTimeout,
	nango.ErrorKindCancelled:          nango.ErrCancelled,
	nango.ErrorKindIO:                 nango.ErrIO,
	nango.ErrorKindDecode:             nango.ErrDecode,
	nango.ErrorKindTooLarge:           nango.ErrTooLarge,
	nango.ErrorKindUnauthorized:       nango.ErrUnauthorized,
	nango.ErrorKindForbidden:          nango.ErrForbidden,
	nango.ErrorKindNotFound:           nango.ErrNotFound,
	nango.ErrorKindRefreshFailed:      nango.ErrRefreshFailed,
	nango.ErrorKindRateLimited:        nango.ErrRateLimited,
	nango.ErrorKindAPI:                nango.ErrAPI,
	nango.ErrorKindServer:             nango.ErrServer,
	nango.ErrorKindUnknownIntegration: nango.ErrUnknownIntegration,
	nango.ErrorKindNotNango:           nango.ErrNotNango,
	nango.ErrorKindWebhookSignature:   nango.ErrWebhookSignature,
	nango.ErrorKindInternal:           nango.ErrInternal,
}
