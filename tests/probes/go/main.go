// Command go is the Go probe: it makes calls through the package nango as instructed, and reports the results.
// See ../README.md.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func main() {
	input := bufio.NewReader(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	var p probe
	for {
		line, err := input.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break
		}
		must(err)
		decoder := json.NewDecoder(bytes.NewReader(line))
		// An unknown member would be ignored.
		decoder.DisallowUnknownFields()
		var told told
		must(decoder.Decode(&told))
		must(output.Encode(p.answer(told)))
	}
	p.close()
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "probe go:", err)
		os.Exit(2)
	}
}

// probe has the current client.
type probe struct {
	client *nango.Client
}

func (p *probe) close() {
	if p.client != nil {
		must(p.client.Close())
		p.client = nil
	}
}

func (p *probe) answer(told told) answer {
	if told.Client != nil || told.Operation == "close" {
		p.close()
	}
	start := time.Now()
	if told.Client != nil {
		client, err := newClient(told.Client)
		if err != nil {
			return failed("client", err, start)
		}
		p.client = client
		start = time.Now()
	}
	switch {
	case p.client == nil:
		return answer{Outcome: "closed"}
	case told.Operation == "proxy":
		return proxy(p.client, told, start)
	case told.Call != nil:
		return operation(p.client, told, start)
	}
	return getConnection(p.client, told, start)
}

func failed(at string, err error, start time.Time) answer {
	ms := time.Since(start).Milliseconds()
	var failure *nango.Error
	if !errors.As(err, &failure) {
		must(fmt.Errorf("%w is no *nango.Error", err))
	}
	return answer{Outcome: "error", At: at, MS: ms, Fields: errorFields(failure)}
}

func getConnection(client *nango.Client, told told, start time.Time) answer {
	ctx, cancel := contextFor(client, told)
	defer cancel()
	connection, err := client.GetConnection(ctx, told.ConnectionID, told.ProviderConfigKey, callOptions(told)...)
	if err != nil {
		return failed("call", err, start)
	}
	result := answer{Outcome: "connection", MS: time.Since(start).Milliseconds(), Fields: connectionFields(connection)}
	for _, lookUp := range told.LookUps {
		result.LookUps = append(result.LookUps, lookUpInConnection(connection, lookUp[0], lookUp[1]))
	}
	return result
}

func operation(client *nango.Client, told told, start time.Time) answer {
	ctx, cancel := contextFor(client, told)
	defer cancel()
	result, err := callOperation(ctx, client, *told.Call, told.Arguments, callOptions(told))
	if err != nil {
		return failed("call", err, start)
	}
	return answer{Outcome: "result", MS: time.Since(start).Milliseconds(), Result: result}
}

func proxy(client *nango.Client, told told, start time.Time) answer {
	ctx, cancel := contextFor(client, told)
	defer cancel()
	response, err := client.Proxy(ctx, told.ConnectionID, told.ProviderConfigKey, newRequest(told.Request), callOptions(told)...)
	if err != nil {
		return failed("call", err, start)
	}
	defer response.Body.Close()
	body := newDownload(told.KeepBody)
	var result answer
	if err := body.take(response, told); err != nil {
		result = failed("reading", err, start)
	} else {
		result = answer{Outcome: "response", MS: time.Since(start).Milliseconds(), Fields: responseFields(response)}
		for _, lookUp := range told.LookUps {
			result.LookUps = append(result.LookUps, lookUpInResponse(response, body, lookUp[0], lookUp[1]))
		}
		if body.kept != nil {
			result.Fields["body"] = fmt.Sprintf("%x", body.kept.Bytes())
		}
	}
	result.Read = &readBody{Length: body.length, Sum: int64(body.sum.Sum32())}
	return result
}
