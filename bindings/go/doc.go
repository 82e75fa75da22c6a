// Package nango gets your customers' fresh credentials for external APIs from Nango (https://nango.dev), or calls these APIs
// through it. It also calls Nango's own API.
//
// A customer connects an account, say of GitHub, to your product once, in Nango's dialog. From then on Nango keeps the
// credentials and renews them, and your program requests them whenever it is about to call the external API:
//
//	connection, err := client.GetConnection(ctx, "customer-1", "github")
//	if err != nil {
//		return err
//	}
//	if err := connection.SetAuthHeader(request); err != nil {
//		return err
//	}
//
// [NewClient] creates a client, [NewClientFromEnv] creates one with a key from the environment. Create one client and
// share it between all goroutines. Get the connection just before each use, because its credentials may expire.
//
// # Calls through Nango
//
// Or let Nango make the call, so that your program never sees a credential. With [Client.Transport] an ordinary
// http.Client, including that of an SDK for the external API, goes through Nango:
//
//	github := &http.Client{Transport: client.Transport("customer-1", "github")}
//
// A request that already has a key or token is an error: see [DropAuthorization].
//
// [Client.Proxy] does the same for a single request. Every response of the external API is a response, whatever its
// status; an error is a failure of Nango, or of the connection to Nango.
//
// # Nango's own API
//
// [Client.Connections], [Client.Actions] and [Client.Environment] have the operations of Nango's API:
//
//	pager := client.Connections.List(ctx, nango.ListConnectionsParams{Tags: map[string]string{"plan": "pro"}})
//	for connection, err := range pager.All() {
//		if err != nil {
//			return err
//		}
//		fmt.Println(connection.ConnectionID, connection.Created.Year())
//	}
//
// [Client.Request] makes any other call of it.
//
// # Webhooks
//
// [ReadWebhook] checks the signature of a webhook that Nango sent to your server, and reads it:
//
//	webhook, err := nango.ReadWebhook(r, signingKey)
//	if errors.Is(err, nango.ErrWebhookSignature) {
//		w.WriteHeader(http.StatusUnauthorized)
//		return
//	}
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
//		// Try again after 30 seconds. If it keeps failing, the customer has to connect again.
//	case errors.Is(err, context.DeadlineExceeded):
//		// The context's deadline or the client's timeout.
//	}
//
// Only Nango itself can cause [ErrNotFound], but it does so for every customer if the program is misconfigured (the
// provider config key of another integration, a secret key of another environment). docs/errors.md, "When a connection is
// not found", shows how a job over many customers guards against that.
//
// The library retries a temporary failure, if that is safe, before it returns an error: see [WithMaxRetries].
//
// # Contexts
//
// A call ends within milliseconds after its context, whatever it is doing: looking up a host name, connecting, waiting for
// the response or pausing between attempts. [Client.Close] ends all calls likewise, with [ErrClientClosed]. Both also end
// reading the body of a response.
//
// # Networks and logs
//
// [WithHTTPProxy] sets an HTTP proxy; without it the client uses that of the environment, by curl's rules. [WithCAFile]
// names a file of CA certificates to trust in addition to the system's. [WithLogger] sends log messages to log/slog.
// [WithCallHook] reports the end of each call, for metrics and traces.
//
// # Secrets
//
// A connection, its credentials and everything that contains them print as [redacted] or not at all, with fmt, slog,
// encoding/json and other packages that walk fields; encoding/gob fails. What json.Marshal makes of a connection can be read back,
// without its secrets. Log messages contain no secrets. Only the methods
// of [Credentials], [Connection.Token], [Connection.JSON] and similar methods return secrets. A [Request] and a [Response]
// print without the values of headers and parameters, and the parameters of an operation without secrets; but %p, for which fmt
// asks no method, prints what is in those, and go vet does not report it.
//
// # The library
//
// The package is a thin layer over libnango, a C library, and needs cgo. The published module holds libnango for Linux on
// x86-64 and arm64, and puts it into the program; on musl (Alpine), build with the tag musl. With the tag nango_system, on
// other systems and in a checkout, the build finds an installed libnango by pkg-config; with nango_static it finds its
// static library. A call blocks one thread of the operating system while it is inside the library: see
// [WithMaxConcurrentCalls].
package nango
