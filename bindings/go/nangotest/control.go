package nangotest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// ask uses one of the emulator's own routes. A response goes into answer, if that is not nil.
func (e *Emulator) ask(ctx context.Context, method, route string, body, answer any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("nangotest: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, method, e.BaseURL+"/__emulator/"+route, bytes.NewReader(text))
	if err != nil {
		return fmt.Errorf("nangotest: %w", err)
	}
	response, err := e.http.Do(request)
	if err != nil {
		return fmt.Errorf("nangotest: the emulator does not respond: %w", err)
	}
	defer response.Body.Close()
	decoder := json.NewDecoder(response.Body)
	if response.StatusCode != http.StatusOK {
		var refusal struct {
			Error struct{ Message string }
		}
		_ = decoder.Decode(&refusal)
		return fmt.Errorf("nangotest: the emulator rejected the request: %s", cmp.Or(refusal.Error.Message, response.Status))
	}
	if answer == nil {
		return nil
	}
	if err := decoder.Decode(answer); err != nil {
		return fmt.Errorf("nangotest: %w", err)
	}
	return nil
}

// exempt is the environment's list of hosts that need no HTTP proxy, and the emulator's.
func exempt(baseURL string) string {
	known := cmp.Or(os.Getenv("no_proxy"), os.Getenv("NO_PROXY"))
	address, err := url.Parse(baseURL)
	if err != nil {
		return known
	}
	return strings.TrimPrefix(known+","+address.Hostname(), ",")
}
