// Command transport calls an external API with net/http, whose transport is this project's: it goes through Nango.
package main

import (
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
	api := &http.Client{Transport: client.Transport(program.Connection, program.Integration), Timeout: program.Timeout}
	url := "https://api.example.com/" + connectionID
	return func() error {
		request, err := http.NewRequest(http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		request.Header.Set("Accept-Language", "en")
		response, err := api.Do(request)
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
