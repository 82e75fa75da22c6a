// Command get_connection gets one connection from Nango and prints one line about it.
//
// It reads NANGO_SECRET_KEY and NANGO_BASE_URL, as every program that uses nango.NewClientFromEnv, and
// NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func main() {
	connectionID := cmp.Or(os.Getenv("NANGO_CONNECTION_ID"), "customer-1")
	providerConfigKey := cmp.Or(os.Getenv("NANGO_PROVIDER_CONFIG_KEY"), "github")
	if err := run(context.Background(), os.Stdout, connectionID, providerConfigKey); err != nil {
		fmt.Fprintln(os.Stderr, describe(err))
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, connectionID, providerConfigKey string) error {
	client, err := nango.NewClientFromEnv() // NANGO_SECRET_KEY, NANGO_BASE_URL
	if err != nil {
		return err
	}
	defer client.Close()

	connection, err := client.GetConnection(ctx, connectionID, providerConfigKey)
	if err != nil {
		return err
	}
	token := connection.Token()
	fmt.Fprintf(out, "%s/%s: %s %s expires %s\n", connection.ProviderConfigKey, connection.ConnectionID,
		connection.AuthMode, start(token), expiry(connection.Credentials))
	return nil
}

// start is enough of a token to recognise it by.
func start(token string) string {
	if token == "" {
		return "(no single token)"
	}
	characters := []rune(token)
	return string(characters[:min(8, len(characters))]) + "..."
}

func expiry(credentials nango.Credentials) string {
	at, ok := credentials.ExpiresAt()
	if !ok {
		return "never"
	}
	return at.Format(time.RFC3339)
}

func describe(err error) string {
	var failure *nango.Error
	if errors.As(err, &failure) {
		return fmt.Sprintf("%s: %s", failure.Kind, failure.Message)
	}
	return err.Error()
}
