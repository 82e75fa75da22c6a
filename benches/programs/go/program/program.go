// Package program has the code that the clients in Go share: their arguments, and what they check.
package program

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"
)

// The request of every client, and its limits. Key and token are invented.
const (
	Integration    = "github"
	Connection     = "customer-1" // for calls through the proxy with any path
	SecretKey      = "00000000-0000-4000-8000-00000000beef"
	Timeout        = 30 * time.Second
	ConnectTimeout = 10 * time.Second
	token          = "invented_0123456789abcdef0123456789abcdef"
)

// Check fails unless the token is the right one and the other fields are there.
func Check(accessToken string, others ...bool) error {
	if accessToken != token || slices.Contains(others, false) {
		return errors.New("the answer is not the expected one")
	}
	return nil
}

// CheckBody fails unless a response that is not parsed arrived completely.
func CheckBody(status int, body []byte) error {
	if status != 200 || len(body) < 1000 || body[0] != '{' || body[len(body)-1] != '}' {
		return errors.New("the answer is not the expected one")
	}
	return nil
}

// Main makes as many calls as the arguments BASE_URL CALLS CONNECTION_ID specify. If CALLS is "-", standard input specifies
// them, a line a turn; the end of a turn is an empty line.
func Main(connect func(baseURL, connectionID string) (call func() error, err error)) {
	if err := run(connect); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(connect func(baseURL, connectionID string) (func() error, error)) error {
	if len(os.Args) != 4 {
		return fmt.Errorf("usage: %s BASE_URL CALLS CONNECTION_ID", os.Args[0])
	}
	call, err := connect(os.Args[1], os.Args[3])
	if err != nil {
		return err
	}
	if os.Args[2] != "-" {
		return turn(os.Args[2], call)
	}
	turns := bufio.NewScanner(os.Stdin)
	for turns.Scan() {
		if err := turn(turns.Text(), call); err != nil {
			return err
		}
		fmt.Println()
	}
	return turns.Err()
}

// turn makes so many calls.
func turn(count string, call func() error) error {
	calls, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	for range calls {
		if err := call(); err != nil {
			return err
		}
	}
	return nil
}
