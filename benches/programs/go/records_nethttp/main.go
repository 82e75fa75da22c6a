// Command records_nethttp lists records with Go's own net/http and encoding/json.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"

	"github.com/libnango/libnango/benches/programs/go/page"
	"github.com/libnango/libnango/benches/programs/go/program"
)

type issue struct {
	ID        string  `json:"id"`
	Number    int64   `json:"number"`
	Title     string  `json:"title"`
	State     string  `json:"state"`
	IsDraft   bool    `json:"is_draft"`
	Body      string  `json:"body"`
	Score     float64 `json:"score"`
	UpdatedAt string  `json:"updated_at"`
}

type answer struct {
	Records    []issue `json:"records"`
	NextCursor *string `json:"next_cursor"`
}

func main() {
	program.Main(list)
}

func list(baseURL, _ string) (func() error, error) {
	client := &http.Client{
		Timeout:   program.Timeout,
		Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: program.ConnectTimeout}).DialContext},
	}
	address := baseURL + page.Path
	return func() error {
		got, err := get(client, address)
		if err != nil {
			return err
		}
		var sums page.Sums
		for _, one := range got.Records {
			sums.Records++
			sums.Characters += len(one.ID) + len(one.Title) + len(one.State) + len(one.Body) + len(one.UpdatedAt)
			sums.Numbers += one.Number
			sums.Scores += one.Score
			if one.IsDraft {
				sums.Drafts++
			}
		}
		if got.NextCursor == nil {
			return fmt.Errorf("the list has ended")
		}
		address = baseURL + page.Path + "&cursor=" + url.QueryEscape(*got.NextCursor)
		return sums.Check()
	}, nil
}

func get(client *http.Client, address string) (*answer, error) {
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+program.SecretKey)
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s", response.Status)
	}
	// Reading the body to its end and decoding it after takes less CPU than a json.Decoder on the body.
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var got answer
	if err := json.Unmarshal(body, &got); err != nil {
		return nil, err
	}
	return &got, nil
}
