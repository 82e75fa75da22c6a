package main

import (
	"bytes"
	"context"
	"errors"
	"hash"
	"hash/adler32"
	"io"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// answered is what came out of a response.
type answered struct {
	status int
	read   int64
	sum    hash.Hash32
}

// pattern is a body that is made as it is read.
type pattern struct {
	at, size int64
}

func (p *pattern) Read(room []byte) (int, error) {
	if p.at == p.size {
		return 0, io.EOF
	}
	count := int(min(int64(len(room)), p.size-p.at))
	for i := range count {
		room[i] = "0123456789abcdef"[(p.at+int64(i))%16]
	}
	p.at += int64(count)
	return count, nil
}

func setBody(request *nango.Request, size int64, length string) {
	body := &pattern{size: size}
	switch length {
	case "known":
		request.Body, request.ContentLength = body, size
		if size == 0 {
			// A length of 0 that belongs to no reader in memory means unknown.
			request.Body = bytes.NewReader(nil)
		}
	case "chunked":
		request.Body, request.ContentLength = body, -1
	case "memory":
		all, err := io.ReadAll(body)
		if err != nil {
			stop(err)
		}
		request.Body = bytes.NewReader(all)
	default:
		stop("no such length of a body: " + length)
	}
}

// proxy makes the request and reads the answer as told. The answer is nil if the call failed.
func proxy(client *nango.Client, told fields) (*answered, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	request := &nango.Request{Method: told["method"], Endpoint: told["endpoint"]}
	var options []nango.CallOption
	for name, value := range told {
		switch name {
		case "method", "endpoint", "body_length", "read", "read_bytes":
		case "body":
			setBody(request, number(value), told["body_length"])
		case "idle_timeout_ms":
			options = append(options, nango.IdleTimeout(duration(value)))
		case "timeout_ms":
			options = append(options, nango.CallTimeout(duration(value)))
		case "cancel_after_ms":
			time.AfterFunc(duration(value), cancel)
		case "shutdown_after_ms":
			time.AfterFunc(duration(value), func() { _ = client.Close() })
		default:
			stop("no such setting of a request: " + name)
		}
	}
	response, err := client.Proxy(ctx, "c", "p", request, options...)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	result := &answered{status: response.StatusCode, sum: adler32.New()}
	return result, result.readBody(response, told)
}

func (a *answered) readBody(response *nango.Response, told fields) error {
	var body io.Reader = response.Body
	switch told["read"] {
	case "collect":
		all, err := response.Bytes()
		if err != nil {
			return err
		}
		body = bytes.NewReader(all)
	case "drop":
		body = io.LimitReader(body, number(told["read_bytes"]))
	}
	read, err := io.Copy(a.sum, body)
	a.read = read
	return err
}

// asError is what the library says of a failure.
func asError(err error) *nango.Error {
	var failure *nango.Error
	if !errors.As(err, &failure) {
		stop(err)
	}
	return failure
}
