package nango_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

// The examples run against a server of their own, which answers as Nango does.
func exampleServer() *httptest.Server {
	documents := map[string]string{
		"/connection/customer-1": `{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github",` +
			`"credentials":{"type":"OAUTH2","access_token":"gho_invented","expires_at":"2026-11-22T02:17:29Z"}}`,
		"/connection/customer-2": `{"id":8,"connection_id":"customer-2","provider_config_key":"freshdesk","provider":"freshdesk",` +
			`"connection_config":{"subdomain":"demo"},"metadata":{"plan":"pro"},` +
			`"credentials":{"type":"BASIC","username":"invented-user","password":""}}`,
		"/connection/customer-3": `{"id":9,"connection_id":"customer-3","provider_config_key":"aws","provider":"aws-sigv4",` +
			`"credentials":{"type":"AWS_SIGV4","region":"eu-west-1","access_key_id":"invented","secret_access_key":"invented"}}`,
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		document, ok := documents[r.URL.Path]
		if !ok {
			answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`)(w, r)
			return
		}
		answering(http.StatusOK, document)(w, r)
	}))
}

// exampleClient is a client of the examples' server, and what closes both.
func exampleClient() (*nango.Client, func()) {
	server := exampleServer()
	client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
	if err != nil {
		panic(err)
	}
	return client, func() {
		_ = client.Close()
		server.Close()
	}
}

func Example() {
	server := exampleServer()
	defer server.Close()

	// What a program of yours would do before it calls GitHub.
	authorize := func(ctx context.Context, secretKey string, request *http.Request) error {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			return err
		}
		defer client.Close()

		connection, err := client.GetConnection(ctx, "customer-1", "github")
		if err != nil {
			return err
		}
		if err := connection.SetAuthHeader(request); err != nil {
			return err
		}
		return nil
	}

	request := httptest.NewRequest(http.MethodGet, "https://api.github.com/user", nil)
	err := authorize(context.Background(), secretKey, request)
	fmt.Println(err, request.Header.Get("Authorization"))
	// Output: <nil> Bearer gho_invented
}

func ExampleNewClient() {
	client, err := nango.NewClient(secretKey,
		nango.WithBaseURL("https://nango.example.com"), // your own server; the default is Nango Cloud
		nango.WithTimeout(10*time.Second),              // for a whole call
		nango.WithUserAgent("my-app/1.0"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	// Output:
}

func ExampleWithLogger() {
	client, err := nango.NewClient(secretKey,
		nango.WithHTTPProxy("http://proxy.example:3128"), // "" means none; default: from the environment
		nango.WithCAFile("company-ca.pem"),               // trusted in addition to the system's CAs
		nango.WithMaxRetries(5),
		nango.WithLogger(slog.Default()),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
}

func ExampleClient_GetConnection() {
	client, closeAll := exampleClient()
	defer closeAll()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()

	connection, err := client.GetConnection(ctx, "customer-1", "github")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(connection.Provider, connection.AuthMode, connection.Token())
	// Output: github OAUTH2 gho_invented
}

func ExampleError() {
	client, closeAll := exampleClient()
	defer closeAll()

	_, err := client.GetConnection(context.Background(), "nobody", "github")
	switch {
	case errors.Is(err, nango.ErrNotFound):
		// Mark the customer as not connected and ask to reconnect; do not delete the row.
		fmt.Println("not connected")
	case errors.Is(err, nango.ErrRefreshFailed):
		// Try again after 30 seconds. If it keeps failing, the customer has to connect again.
	case errors.Is(err, context.DeadlineExceeded):
		// The context's deadline or the client's timeout.
	}

	var failure *nango.Error
	if errors.As(err, &failure) {
		slog.Debug("no connection", "kind", failure.Kind, "status", failure.HTTPStatus, "retryable", failure.Retryable())
		fmt.Println(failure.Kind, failure.HTTPStatus, failure.Retryable())
	}
	// Output:
	// not connected
	// NOT_FOUND 404 false
}

func ExampleCredentials() {
	client, closeAll := exampleClient()
	defer closeAll()
	connection, err := client.GetConnection(context.Background(), "customer-2", "freshdesk")
	if err != nil {
		fmt.Println(err)
		return
	}
	request := httptest.NewRequest(http.MethodGet, "https://demo.freshdesk.com/api/v2/tickets", nil)

	authenticate := func(connection *nango.Connection, request *http.Request) error {
		credentials := connection.Credentials
		switch connection.AuthMode {
		case nango.AuthModeTBA:
			id, _ := credentials.Lookup("token_id")
			secret, _ := credentials.Lookup("token_secret")
			return sign(request, id, secret)
		default:
			return connection.SetAuthHeader(request)
		}
	}

	if err := authenticate(connection, request); err != nil {
		fmt.Println(err)
		return
	}
	username, _, _ := request.BasicAuth()
	fmt.Println(username)
	// Output: invented-user
}

func ExampleCredentials_Lookup() {
	client, closeAll := exampleClient()
	defer closeAll()
	connection, err := client.GetConnection(context.Background(), "customer-3", "aws")
	if err != nil {
		fmt.Println(err)
		return
	}
	region, ok := connection.Credentials.Lookup("region")
	fmt.Println(region, ok)
	_, ok = connection.Credentials.Lookup("session_token")
	fmt.Println(ok)
	// Output:
	// eu-west-1 true
	// false
}

func ExampleCredentials_String() {
	client, closeAll := exampleClient()
	defer closeAll()
	connection, err := client.GetConnection(context.Background(), "customer-1", "github")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+v\n", connection.Credentials)
	fmt.Printf("%+v\n", connection)
	// Output:
	// [redacted]
	// nango.Connection{ID: 7, ConnectionID: "customer-1", ProviderConfigKey: "github", Provider: "github", AuthMode: OAUTH2, Credentials: [redacted]}
}

func ExampleConnection_Metadata() {
	client, closeAll := exampleClient()
	defer closeAll()
	connection, err := client.GetConnection(context.Background(), "customer-2", "freshdesk")
	if err != nil {
		fmt.Println(err)
		return
	}
	var metadata struct {
		Plan string `json:"plan"`
	}
	if err := json.Unmarshal(connection.Metadata(), &metadata); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(metadata.Plan)
	// Output: pro
}

func ExampleClient_Invalidate() {
	useTheToken := func(ctx context.Context, secretKey string) error {
		client, err := nango.NewClient(secretKey, nango.WithCacheTTL(time.Minute))
		if err != nil {
			return err
		}
		defer client.Close()
		connection, err := client.GetConnection(ctx, "customer-1", "github", nango.MaxAge(10*time.Second))
		if err != nil {
			return err
		}
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com", nil)
		if err != nil {
			return err
		}
		if err := connection.SetAuthHeader(request); err != nil {
			return err
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return err
		}
		defer response.Body.Close()
		if response.StatusCode == http.StatusUnauthorized {
			err = client.Invalidate("customer-1", "github") // client.ClearCache() forgets everything
		}
		return err
	}
	_ = useTheToken
}

// sign stands for a signature of OAuth 1.0a.
func sign(request *http.Request, id, secret string) error {
	request.Header.Set("Authorization", "OAuth "+id+secret)
	return nil
}

// histogram stands for one of a library for metrics.
type histogram map[string]int

func (h histogram) WithLabelValues(values ...string) histogram {
	h[strings.Join(values, " ")]++
	return h
}

func (h histogram) Observe(float64) {}

func ExampleWithCallHook() {
	server := httptest.NewServer(answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`))
	defer server.Close()
	durations := histogram{}
	get := func(secretKey string) error {
		client, err := nango.NewClient(secretKey, nango.WithCallHook(func(ctx context.Context, call nango.CallSummary) {
			durations.WithLabelValues(call.Operation, call.ErrorKind.String()).Observe(call.Duration.Seconds())
		}))
		if err != nil {
			return err
		}
		defer client.Close()
		_, err = client.GetConnection(context.Background(), "customer-1", "github")
		return err
	}
	if err := os.Setenv("NANGO_BASE_URL", server.URL); err != nil {
		fmt.Println(err)
		return
	}
	defer os.Unsetenv("NANGO_BASE_URL")
	fmt.Println(errors.Is(get(secretKey), nango.ErrNotFound), durations)
	// Output: true map[get_connection NOT_FOUND:1]
}

func Example_fakes() {
	connection := nangotest.NewConnection(nangotest.ConnectionOptions{AuthMode: nango.AuthModeBasic})
	notFound := nangotest.NewError(nango.ErrorKindNotFound, nangotest.ErrorOptions{HTTPStatus: http.StatusNotFound})
	fmt.Println(connection.AuthMode, notFound.Kind)
	// Output: BASIC NOT_FOUND
}
