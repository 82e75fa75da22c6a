package nango

import (
	"context"
	"runtime"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Client gets connections from one Nango environment, and calls external APIs through it. It keeps connections to the server
// alive, so make one and share it between all goroutines. Close it when done; one that is forgotten is closed once it is
// collected as garbage.
type Client struct {
	// Connections of customers: list, import, change and delete them. For their credentials see [Client.GetConnection].
	Connections *ConnectionsService
	// ConnectSessions let a customer of the product connect an account in the browser.
	ConnectSessions *ConnectSessionsService
	// Integrations: what the environment has set up for an external API each.
	Integrations *IntegrationsService
	// Records: what syncs have stored of an external API.
	Records *RecordsService
	// Actions: functions that Nango runs on a connection.
	Actions *ActionsService
	// Syncs: functions that Nango runs on a schedule for each connection.
	Syncs *SyncsService
	// Functions: the code of syncs and actions that an integration has.
	Functions *FunctionsService
	// Providers: the external APIs that Nango knows.
	Providers *ProvidersService
	// Environment is the Nango environment of the secret key.
	Environment *EnvironmentService

	session *session
}

// NewClient makes a client with the secret key of a Nango environment. Nothing is sent.
//
// Settings without an option are read from the environment of the process: the base URL from NANGO_BASE_URL or else
// NANGO_HOSTPORT, the permission for plain http from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false), the HTTP proxy (see
// [WithHTTPProxy]), and where the system's certificate authorities are from SSL_CERT_FILE and SSL_CERT_DIR. An empty variable
// counts as not set. [WithoutEnv] switches that off. No other goroutine may be changing the environment meanwhile.
//
// It fails with [ErrInvalidArgument] if the key, an option or a variable cannot be used; the message names it.
func NewClient(secretKey string, opts ...Option) (*Client, error) {
	settings := newClientSettings(opts)
	if secretKey == "" {
		settings.refuse(invalidArgument("secretKey is empty: pass the key from the environment's settings in Nango, or call " +
			"NewClientFromEnv, which reads NANGO_SECRET_KEY and NANGO_API_KEY"))
	}
	settings.library.SecretKey = settings.text("secretKey", secretKey)
	return open(settings)
}

// NewClientFromEnv makes a client as [NewClient] does, with the secret key in the environment variable NANGO_SECRET_KEY or
// else NANGO_API_KEY, as Nango's own SDK calls it. Both may be set only if they are the same.
func NewClientFromEnv(opts ...Option) (*Client, error) {
	settings := newClientSettings(opts)
	if settings.library.ReadEnv != nil {
		settings.refuse(invalidArgument("WithoutEnv does not apply to NewClientFromEnv: call NewClient with the key"))
	}
	return open(settings)
}

func open(settings *clientSettings) (*Client, error) {
	if settings.refused != nil {
		return nil, settings.refused
	}
	library, failure := clib.NewClient(&settings.library)
	if failure != nil {
		return nil, newError(failure)
	}
	client := &Client{session: newSession(library, settings)}
	client.addServices()
	runtime.AddCleanup(client, (*session).abandon, client.session)
	return client, nil
}

// GetConnection gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes. Call it just
// before you use them; Nango advises to keep a token for 5 minutes at most.
//
// The ids are those that Nango's dashboard shows. Any character is allowed, and encoded.
//
// The call and everything that it has started end within milliseconds after the context: a cancelled one gives an error
// that is context.Canceled, one whose deadline passed an error that is context.DeadlineExceeded, to errors.Is. A context
// that has ended before sends nothing. A failure that may pass is tried again before it is one: see [WithMaxRetries].
//
// Every error is an *[Error].
func (c *Client) GetConnection(ctx context.Context, connectionID, providerConfigKey string, opts ...CallOption) (*Connection, error) {
	connection, err := c.getConnection(ctx, "GetConnection", connectionID, providerConfigKey, opts)
	if err != nil {
		// Not returned as it is: a nil *Error would be an error that is not nil.
		return nil, err
	}
	return connection, nil
}

// getConnection gets a connection for the method of this name.
func (c *Client) getConnection(
	ctx context.Context, method, connectionID, providerConfigKey string, opts []CallOption,
) (*Connection, *Error) {
	if c == nil || c.session == nil {
		return nil, errNoClient()
	}
	// Otherwise a client without other references could be collected, and closed, before the call has begun.
	defer runtime.KeepAlive(c)
	call, err := newCallFor(ctx, c.session.timeout, operationGetConnection, connectionID, providerConfigKey, opts)
	if err != nil {
		return nil, err
	}
	if err := call.refuseSettingsOfOthers(method); err != nil {
		return nil, err
	}
	return c.session.get(call)
}

// Invalidate removes a connection from the cache, with and without its refresh token: after the external API rejected
// its token, say. Later calls request it from Nango. Without a cache it does nothing.
//
// It fails with [ErrInvalidArgument] if an argument cannot name a connection, and with [ErrClientClosed] once the client is
// closed.
func (c *Client) Invalidate(connectionID, providerConfigKey string) error {
	if c == nil || c.session == nil {
		return errNoClient()
	}
	defer runtime.KeepAlive(c)
	if err := checkNames(connectionID, providerConfigKey); err != nil {
		return err
	}
	if !c.session.forget(func() { c.session.library.Invalidate(connectionID, providerConfigKey) }) {
		return errClosed(0)
	}
	return nil
}

// ClearCache removes everything from the cache. Later calls request it from Nango. Without a cache, or once the
// client is closed, it does nothing.
func (c *Client) ClearCache() {
	if c == nil || c.session == nil {
		return
	}
	defer runtime.KeepAlive(c)
	c.session.forget(c.session.library.ClearCache)
}

// Close closes the client: running calls, and reads of the body of a [Response], end with [ErrClientClosed] within
// milliseconds, later ones at once. Close waits for them, and closes the connections to the server. What is open of
// responses can still be closed.
//
// Close may be called at any time, from any goroutine, and again, but not by the handler of a [WithLogger] or the reader of a
// request's body. It always returns nil.
//
// In a bubble of testing/synctest a client may be made, used and closed, and one from outside used and closed. As everything
// with channels, a client that was made in a bubble is used and closed only there. Time does not pass in a bubble while a call is
// under way, and the timeouts of the library are in real time.
func (c *Client) Close() error {
	if c != nil && c.session != nil {
		c.session.close()
	}
	return nil
}

func errNoClient() *Error {
	return invalidArgument("client is nil: make one with NewClient")
}

// Version is the version of libnango that the program has loaded, such as "0.1.0".
func Version() string {
	return clib.Version()
}
