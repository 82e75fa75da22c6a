package nango_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/libnango/libnango/bindings/go"
)

// exampleProxy is a client of a server that answers as Nango does before an external API, and what closes both.
func exampleProxy() (*nango.Client, func()) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path := strings.TrimPrefix(r.URL.Path, "/proxy"); path {
		case "/user":
			answering(http.StatusOK, `{"login":"octocat"}`)(w, r)
		case "/files":
			sent, _ := io.Copy(io.Discard, r.Body)
			answering(http.StatusCreated, fmt.Sprintf(`{"bytes":%d}`, sent))(w, r)
		default:
			answering(http.StatusNotFound, `{"message":"Not Found"}`)(w, r)
		}
	}))
	client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
	if err != nil {
		panic(err)
	}
	return client, func() {
		_ = client.Close()
		server.Close()
	}
}

func ExampleClient_Transport() {
	client, closeAll := exampleProxy()
	defer closeAll()
	login := func(ctx context.Context) (string, error) {
		github := &http.Client{Transport: client.Transport("customer-1", "github")}

		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.github.com/user", nil)
		if err != nil {
			return "", err
		}
		response, err := github.Do(request) // no token anywhere: Nango adds it
		if err != nil {
			return "", err
		}
		defer response.Body.Close()
		var user struct{ Login string }
		err = json.NewDecoder(response.Body).Decode(&user)
		return user.Login, err
	}
	fmt.Println(login(context.Background()))
	// Output: octocat <nil>
}

// sdk is a library for an external API that insists on a key.
type sdk struct {
	key  string
	http *http.Client
}

func newSDK(key string, client *http.Client) *sdk {
	return &sdk{key, client}
}

func (s *sdk) status(target string) (string, error) {
	request, err := http.NewRequest(http.MethodGet, target, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+s.key)
	response, err := s.http.Do(request)
	if err != nil {
		return "", err
	}
	return response.Status, response.Body.Close()
}

func ExampleDropAuthorization() {
	client, closeAll := exampleProxy()
	defer closeAll()

	placeholder := "not-used" // the SDK sends it as Authorization, the transport drops it
	sdk := newSDK(placeholder, &http.Client{
		Transport: client.Transport("customer-1", "github", nango.DropAuthorization()),
	})
	fmt.Println(sdk.status("https://api.github.com/user"))
	// Output: 200 OK <nil>
}

func ExampleClient_Proxy() {
	client, closeAll := exampleProxy()
	defer closeAll()
	ask := func(ctx context.Context) error {
		response, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{
			Endpoint: "/user",
			Header:   http.Header{"Accept": {"application/json"}},
		})
		if err != nil {
			return err // Nango failed
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return fmt.Errorf("GitHub says %d", response.StatusCode)
		}
		body, err := response.Bytes() // or read response.Body as it comes
		fmt.Println(string(body))
		return err
	}
	fmt.Println(ask(context.Background()))
	// Output:
	// {"login":"octocat"}
	// <nil>
}

func ExampleRequest() {
	client, closeAll := exampleProxy()
	defer closeAll()
	upload := func(ctx context.Context, path string) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		response, err := client.Proxy(ctx, "customer-1", "drive", &nango.Request{
			Method:   http.MethodPost,
			Endpoint: "/files",
			Header:   http.Header{"Content-Type": {"application/pdf"}},
			Body:     file, // read while it is sent, then closed
		})
		if err != nil {
			return err
		}
		defer response.Body.Close()
		fmt.Println(response.StatusCode)
		return nil
	}
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "report.pdf")
	if err := os.WriteFile(path, []byte("invented"), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(upload(context.Background(), path))
	// Output:
	// 201
	// <nil>
}

func ExampleHostsFromURL() {
	client, closeAll := exampleProxy()
	defer closeAll()
	google := &http.Client{Transport: client.Transport("customer-1", "google",
		nango.HostsFromURL("gmail.googleapis.com", "www.googleapis.com"),
	)}
	response, err := google.Get("https://www.googleapis.com/user")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
	_, err = google.Get("https://evil.example/user")
	fmt.Println(err != nil)
	// Output:
	// 200 OK
	// true
}
