// Package nango gets your customers' fresh credentials for external APIs from Nango (https://nango.dev), or calls these APIs
// through it.
//
// A customer connects an account, say of GitHub, to your product once, in Nango's dialog. From then on Nango keeps the
// credentials and renews them, and your program asks for them whenever it is about to call the external API:
//
//	connection, err := client.GetConnection(ctx, "customer-1", "github")
//	if err != nil {
//		return err
//	}
//	request.Header.Set("Authorization", "Bearer "+connection.Token())
//
// [NewClient] makes the client, [NewClientFromEnv] with a key from the environment. Make one and share it between all
// goroutines. Get the connection just before each use, since its credentials may expire.
//
// # Calls through Nango
//
// Or let Nango make the call, so that your program never sees a credential. An ordinary http.Client, also that of a library
// for the external API, goes through Nango with [Client.Transport]:
//
//	github := &http.Client{Transport: client.Transport("customer-1", "github")}
//
// A request that has a key or token already is refused: see [DropAuthorization].
//
// [Client.Proxy] is the same for a single request. What the external API answers is a response whatever its status; an
// error is a failure of Nango's own, or of the way there.
//
// # Errors
//
// Every error is an [*Error]. Act on its kind with errors.Is:
//
//	switch {
//	case errors.Is(err, nango.ErrNotFound):
//		// Mark the customer as not connected and ask to reconnect; do not delete the row.
//		fmt.Println("not connected")
//	case errors.Is(err, nango.ErrRefreshFailed):
//		// Try again after 30 seconds. If it goes on, the customer has to connect again.
//	case errors.Is(err, context.DeadlineExceeded):
//		// The context's deadline or the client's timeout.
//	}
//
// [ErrNotFound] is Nango's own word, but Nango says it of every customer if the program is configured wrongly (the provider
// config key of another integration, a secret key of another environment). docs/errors.md, "When a connection is not
// found", shows how a job over many customers guards against that.
//
// A failure that may pass, and that repeating cannot make worse, is tried again before it becomes an error: see
// [WithMaxRetries].
//
// # Contexts
//
// A call ends with its context, within milliseconds and whatever it is doing: looking up a name, connecting, waiting for
// the answer or pausing between two attempts. [Client.Close] ends all calls likewise, with [ErrClosed]. Both also end
// reading the body of a response.
//
// # Networks and logs
//
// [WithHTTPProxy] sets an HTTP proxy; without it the environment does, by curl's rules. [WithCAFile] names a file of
// certificate authorities to trust beside the system's. [WithLogger] has log/slog told what happens.
//
// # Secrets
//
// A connection, its credentials and everything that holds them print as [redacted] or not at all, with fmt, slog,
// encoding/json and whatever else walks fields; encoding/gob fails. No message of the log holds a secret. Only the methods
// of [Credentials], [Connection.Token], [Connection.JSON] and its siblings give secrets out. A [Request] and a [Response]
// print without the values of headers and parameters.
//
// # The library
//
// The package is a thin layer over libnango, a C library, and needs cgo. The build finds an installed libnango by
// pkg-config; with the tag nango_static, libnango is inside the program. A call blocks one thread of the operating system
// while it is inside the library: see [WithMaxConcurrentCalls].
package nango
