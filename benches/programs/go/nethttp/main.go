// Command nethttp gets a connection with Go's own net/http and encoding/json.
package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/libnango/libnango/benches/programs/go/program"
)

// connection has the fields that are read from a response.
type connection struct {
	ConnectionID      string    `json:"connection_id"`
	ProviderConfigKey string    `json:"provider_config_key"`
	Provider          string    `json:"provider"`
	CreatedAt         time.Time `json:"created_at"`
	UpdatedAt         time.Time `json:"updated_at"`
	Credentials       struct {
		Type        string    `json:"type"`
		AccessToken string    `json:"access_token"`
		ExpiresAt   time.Time `json:"expires_at"`
	} `json:"credentials"`
}

func main() {
	program.Main(connect)
}

func connect(baseURL, connectionID string) (func() error, error) {
	client := &http.Client{
		Timeout: program.Timeout,
		Transport: &http.Transport{
			DialContext:       (&net.Dialer{Timeout: program.ConnectTimeout}).DialContext,
			ForceAttemptHTTP2: true,
			TLSClientConfig:   &tls.Config{ClientSessionCache: tls.NewLRUClientSessionCache(8)},
		},
	}
	url := fmt.Sprintf("%s/connection/%s?provider_config_key=%s", baseURL, connectionID, program.Integration)
	return func() error { return call(client, url) }, nil
}

func call(client *http.Client, url string) error {
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
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s", response.Status)
	}
	var c connection
	if err := json.Unmarshal(body, &c); err != nil {
		return err
	}
	return program.Check(c.Credentials.AccessToken, c.ConnectionID != "", c.ProviderConfigKey != "", c.Provider != "",
		c.Credentials.Type != "", !c.CreatedAt.IsZero(), !c.UpdatedAt.IsZero(), !c.Credentials.ExpiresAt.IsZero())
}
