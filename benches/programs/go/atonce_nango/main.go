// Command atonce_nango gets connections at once with this project's package.
package main

import (
	"context"

	"github.com/libnango/libnango/benches/programs/go/atonce"
	"github.com/libnango/libnango/benches/programs/go/program"
	"github.com/libnango/libnango/bindings/go"
)

// mostCalls is nearly what a client allows by default, 1,024, and every number of goroutines above it is a multiple: the
// server waits for whole groups.
const mostCalls = 1_000

func main() {
	atonce.Main(connect)
}

func connect(baseURL string, goroutines int) (func(string) error, int, error) {
	client, err := nango.NewClient(program.SecretKey, nango.WithBaseURL(baseURL), nango.WithMaxConcurrentCalls(mostCalls))
	if err != nil {
		return nil, 0, err
	}
	return func(connectionID string) error {
		connection, err := client.GetConnection(context.Background(), connectionID, program.Integration)
		if err != nil {
			return err
		}
		return program.Check(connection.Token(), connection.ConnectionID != "")
	}, min(goroutines, mostCalls), nil
}
