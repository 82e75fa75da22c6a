// Command nango gets a connection with this project's package.
package main

import (
	"context"

	"github.com/libnango/libnango/benches/programs/go/program"
	"github.com/libnango/libnango/bindings/go"
)

func main() {
	program.Main(connect)
}

func connect(baseURL, connectionID string) (func() error, error) {
	client, err := nango.NewClient(program.SecretKey, nango.WithBaseURL(baseURL))
	if err != nil {
		return nil, err
	}
	return func() error {
		connection, err := client.GetConnection(context.Background(), connectionID, program.Integration)
		if err != nil {
			return err
		}
		expiresAt, expires := connection.Credentials.ExpiresAt()
		return program.Check(connection.Token(), connection.ConnectionID != "", connection.ProviderConfigKey != "",
			connection.Provider != "", connection.AuthModeName != "", !connection.CreatedAt.IsZero(),
			!connection.UpdatedAt.IsZero(), expires && !expiresAt.IsZero())
	}, nil
}
