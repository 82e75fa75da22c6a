// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango

const (
	// ErrorKindNone is the kind of a nil *Error.
	ErrorKindNone ErrorKind = 0
	// ErrorKindInvalidArgument: an argument or a setting is wrong and nothing was sent. The message names it: fix the
	// calling code.
	ErrorKindInvalidArgument ErrorKind = 1
	// ErrorKindResolve: the host name in the base URL could not be resolved. Retryable.
	ErrorKindResolve ErrorKind = 2
	// ErrorKindConnect: no address of the host accepted a connection. Retryable.
	ErrorKindConnect ErrorKind = 3
	// ErrorKindTLS: the TLS handshake failed, or the certificate is not one that this system trusts.
	ErrorKindTLS ErrorKind = 4
	// ErrorKindHTTPProxy: the HTTP proxy cannot be reached, rejects the request, times out, or is not an HTTP proxy. The
	// message says which. Retryable.
	ErrorKindHTTPProxy ErrorKind = 5
	// ErrorKindTimeout: the timeout or the context's deadline passed. Retryable, unless a forced refresh may have been in
	// progress.
	ErrorKindTimeout ErrorKind = 6
	// ErrorKindCancelled: the context was cancelled, the client or the body of the response is closed, or the body of the
	// request could not be read.
	ErrorKindCancelled ErrorKind = 7
	// ErrorKindIO: the connection was lost before the response was complete. Retryable, unless a forced refresh may have
	// been in progress.
	ErrorKindIO ErrorKind = 8
	// ErrorKindDecode: Nango's response does not match its documentation. The message gives the location as a JSON
	// pointer.
	ErrorKindDecode ErrorKind = 9
	// ErrorKindTooLarge: the response is larger than WithMaxResponseBytes allows, or the body of the request than Nango
	// takes.
	ErrorKindTooLarge ErrorKind = 10
	// ErrorKindUnauthorized: Nango does not accept the secret key (401).
	ErrorKindUnauthorized ErrorKind = 11
	// ErrorKindForbidden: the secret key lacks a scope (403), which ServerMessage names.
	ErrorKindForbidden ErrorKind = 12
	// ErrorKindNotFound: Nango reports that this environment has no such connection for this integration. A 404 from a
	// proxy or gateway in between never gives this kind. Mark the customer as not connected and ask to reconnect; do not
	// delete the row: a configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
	ErrorKindNotFound ErrorKind = 13
	// ErrorKindRefreshFailed: Nango could not refresh the credentials. Retryable after 30 seconds unless Nango has given
	// up; if it keeps failing, the customer has to connect again.
	ErrorKindRefreshFailed ErrorKind = 14
	// ErrorKindRateLimited: too many requests (429). Wait for RetryAfter. Retryable.
	ErrorKindRateLimited ErrorKind = 15
	// ErrorKindAPI: any other error in Nango's format: see Code and ServerMessage.
	ErrorKindAPI ErrorKind = 16
	// ErrorKindServer: Nango or a server in front of it failed (5xx). Retryable, unless a forced refresh may have been in
	// progress.
	ErrorKindServer ErrorKind = 17
	// ErrorKindUnknownIntegration: the integration does not exist in the environment of this secret key. A wrong provider
	// config key, or the key of another environment.
	ErrorKindUnknownIntegration ErrorKind = 18
	// ErrorKindNotNango: the response is not from Nango: a web page, a redirect, a bare 404. Check the base URL.
	ErrorKindNotNango ErrorKind = 19
	// ErrorKindWebhookSignature: a webhook is not signed with this key: answer 401. If Nango sent it, check the webhook
	// signing key, and that the body is what was received, byte by byte.
	ErrorKindWebhookSignature ErrorKind = 20
	// ErrorKindInternal: an internal error of the library. Please report it.
	ErrorKindInternal ErrorKind = 99
)

// One for each kind of error, for errors.Is: errors.Is(err, nango.ErrNotFound) holds for every *[Error] of the kind
// [ErrorKindNotFound], and so on.
var (
	ErrInvalidArgument    error = kindError(ErrorKindInvalidArgument)
	ErrResolve            error = kindError(ErrorKindResolve)
	ErrConnect            error = kindError(ErrorKindConnect)
	ErrTLS                error = kindError(ErrorKindTLS)
	ErrHTTPProxy          error = kindError(ErrorKindHTTPProxy)
	ErrTimeout            error = kindError(ErrorKindTimeout)
	ErrCancelled          error = kindError(ErrorKindCancelled)
	ErrIO                 error = kindError(ErrorKindIO)
	ErrDecode             error = kindError(ErrorKindDecode)
	ErrTooLarge           error = kindError(ErrorKindTooLarge)
	ErrUnauthorized       error = kindError(ErrorKindUnauthorized)
	ErrForbidden          error = kindError(ErrorKindForbidden)
	ErrNotFound           error = kindError(ErrorKindNotFound)
	ErrRefreshFailed      error = kindError(ErrorKindRefreshFailed)
	ErrRateLimited        error = kindError(ErrorKindRateLimited)
	ErrAPI                error = kindError(ErrorKindAPI)
	ErrServer             error = kindError(ErrorKindServer)
	ErrUnknownIntegration error = kindError(ErrorKindUnknownIntegration)
	ErrNotNango           error = kindError(ErrorKindNotNango)
	ErrWebhookSignature   error = kindError(ErrorKindWebhookSignature)
	ErrInternal           error = kindError(ErrorKindInternal)
)

// errorKinds are all kinds.
var errorKinds = [...]ErrorKind{
	ErrorKindNone,
	ErrorKindInvalidArgument,
	ErrorKindResolve,
	ErrorKindConnect,
	ErrorKindTLS,
	ErrorKindHTTPProxy,
	ErrorKindTimeout,
	ErrorKindCancelled,
	ErrorKindIO,
	ErrorKindDecode,
	ErrorKindTooLarge,
	ErrorKindUnauthorized,
	ErrorKindForbidden,
	ErrorKindNotFound,
	ErrorKindRefreshFailed,
	ErrorKindRateLimited,
	ErrorKindAPI,
	ErrorKindServer,
	ErrorKindUnknownIntegration,
	ErrorKindNotNango,
	ErrorKindWebhookSignature,
	ErrorKindInternal,
}
