// Command proxied calls an external API through Nango with this project's package.
package main

import (
	"context"
	"io"
	"net/http"

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
	request := &nango.Request{Endpoint: "/" + connectionID, Header: http.Header{"Accept-Language": {"en"}}}
	return func() error {
		response, err := client.Proxy(context.Background(), program.Connection, program.Integration, request)
		if err != nil {
			return err
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			return err
		}
		return program.CheckBody(response.StatusCode, body)
	}, nil
}
