// Command atonce_nethttp gets connections at once with Go's own net/http, and checks that each response is whole.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"

	"github.com/libnango/libnango/benches/programs/go/atonce"
	"github.com/libnango/libnango/benches/programs/go/program"
)

func main() {
	atonce.Main(connect)
}

func connect(baseURL string, goroutines int) (func(string) error, int, error) {
	client := &http.Client{
		Timeout: program.Timeout,
		Transport: &http.Transport{
			DialContext: (&net.Dialer{Timeout: program.ConnectTimeout}).DialContext,
			// By default it keeps two, and each further call would connect.
			MaxIdleConnsPerHost: goroutines,
		},
	}
	return func(connectionID string) error { return call(client, baseURL, connectionID) }, goroutines, nil
}

func call(client *http.Client, baseURL, connectionID string) error {
	url := fmt.Sprintf("%s/connection/%s?provider_config_key=%s", baseURL, connectionID, program.Integration)
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+program.SecretKey)
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	return program.CheckBody(response.StatusCode, body)
}
