// Command go is the Go runner: it makes the calls that it is told to, and reports what came out. See ../README.md.
package main

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// fields are those of a line, by name.
type fields map[string]string

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<20)
	var client *nango.Client
	for input.Scan() {
		word, told := parse(input.Text())
		start := time.Now()
		var result outcome
		var err error
		switch word {
		case "client":
			client, err = newClient(told)
		case "call":
			result.apiKey, err = call(client, told)
		case "proxy":
			result.answered, err = proxy(client, told)
		default:
			err = client.Close()
		}
		result.report(word, time.Since(start), err)
	}
	if err := input.Err(); err != nil {
		stop(err)
	}
}

func stop(problem any) {
	fmt.Fprintln(os.Stderr, "hostile go:", problem)
	os.Exit(2)
}

func parse(line string) (string, fields) {
	parts := strings.Split(line, "\t")
	told := fields{}
	for _, part := range parts[1:] {
		name, value, _ := strings.Cut(part, "=")
		text, err := url.PathUnescape(value)
		if err != nil {
			stop(err)
		}
		told[name] = text
	}
	return parts[0], told
}

func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		stop(err)
	}
	return value
}

func duration(text string) time.Duration {
	return time.Duration(number(text)) * time.Millisecond
}

func newClient(told fields) (*nango.Client, error) {
	var options []nango.Option
	for name, value := range told {
		switch name {
		case "secret_key":
		case "base_url":
			options = append(options, nango.WithBaseURL(value))
		case "http_proxy":
			options = append(options, nango.WithHTTPProxy(value))
		case "ca_file":
			options = append(options, nango.WithCAFile(value))
		case "timeout_ms":
			options = append(options, nango.WithTimeout(duration(value)))
		case "connect_timeout_ms":
			options = append(options, nango.WithConnectTimeout(duration(value)))
		case "max_retries":
			options = append(options, nango.WithMaxRetries(int(number(value))))
		case "max_response_bytes":
			options = append(options, nango.WithMaxResponseBytes(number(value)))
		case "allow_plaintext_http":
			options = append(options, nango.WithAllowPlaintextHTTP(value == "1"))
		default:
			stop("no such setting of a client: " + name)
		}
	}
	return nango.NewClient(told["secret_key"], options...)
}

func call(client *nango.Client, told fields) (string, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	connectionID := "c"
	var options []nango.CallOption
	for name, value := range told {
		switch name {
		case "force_refresh":
			options = append(options, nango.ForceRefresh())
		case "timeout_ms":
			options = append(options, nango.CallTimeout(duration(value)))
		case "connection_id_length":
			connectionID = strings.Repeat("c", int(number(value)))
		case "cancel_after_ms":
			time.AfterFunc(duration(value), cancel)
		default:
			stop("no such setting of a call: " + name)
		}
	}
	connection, err := client.GetConnection(ctx, connectionID, "p", options...)
	if err != nil {
		return "", err
	}
	apiKey, _ := connection.Credentials.APIKey()
	return apiKey, nil
}

// outcome is what came out of what the runner was told.
type outcome struct {
	apiKey   string
	answered *answered
}

func (o outcome) report(word string, elapsed time.Duration, err error) {
	fmt.Printf("outcome\tms=%d", elapsed.Milliseconds())
	switch {
	case err == nil && o.answered == nil:
		fmt.Printf("\tkind=OK\tapi_key=%s", url.PathEscape(o.apiKey))
	case err == nil:
		fmt.Printf("\tkind=OK\tstatus=%d", o.answered.status)
	default:
		reportError(asError(err))
	}
	if err != nil && word == "proxy" && o.answered == nil {
		fmt.Print("\tat=call")
	} else if err != nil && word == "proxy" {
		fmt.Print("\tat=reading")
	}
	if o.answered != nil {
		fmt.Printf("\tread=%d\tsum=%d", o.answered.read, o.answered.sum.Sum32())
	}
	fmt.Println()
}

func reportError(failure *nango.Error) {
	retryAfter := int64(-1)
	if wait, ok := failure.RetryAfter(); ok {
		retryAfter = wait.Milliseconds()
		// More than a Duration can hold.
		if wait == math.MaxInt64 {
			retryAfter = math.MaxInt64
		}
	}
	retryable := 0
	if failure.Retryable() {
		retryable = 1
	}
	fmt.Printf("\tkind=%s\tstatus=%d\tattempts=%d\tretryable=%d\tretry_after_ms=%d\tmessage=%s",
		failure.Kind, failure.HTTPStatus, failure.Attempts, retryable, retryAfter, url.PathEscape(failure.Message))
}
