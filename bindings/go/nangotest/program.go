package nangotest

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

const name = "nango-emulator"

// patience is how long the program may take to end, and to respond. Only a failure takes that long.
const patience = 30 * time.Second

// program is the running nango-emulator.
type program struct {
	command *exec.Cmd
	// It ends when this is closed, which the end of this process does too.
	stdin io.Closer
	once  sync.Once
	err   error
}

// announcement is the line that the program prints when it is ready.
type announcement struct {
	BaseURL   string `json:"base_url"`
	SecretKey string `json:"secret_key"`
}

// start starts the program and waits until it accepts requests.
func start(settings settings) (*program, announcement, error) {
	var announced announcement
	path, err := find()
	if err != nil {
		return nil, announced, err
	}
	seedFile, forget, err := seedFileOf(settings)
	if err != nil {
		return nil, announced, err
	}
	defer forget()
	command := exec.Command(path, "--json", "--exit-with-stdin")
	if seedFile != "" {
		command.Args = append(command.Args, "--seed", seedFile)
	}
	if settings.withoutRateLimit {
		command.Args = append(command.Args, "--rate-limit", "0")
	}
	var complaint bytes.Buffer
	command.Stderr = &complaint
	stdin, err := command.StdinPipe()
	if err != nil {
		return nil, announced, err
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, announced, err
	}
	if err := command.Start(); err != nil {
		return nil, announced, fmt.Errorf("%w: set NANGO_EMULATOR to another %s", err, name)
	}
	started := &program{command: command, stdin: stdin}
	line, err := bufio.NewReader(stdout).ReadBytes('\n')
	if err != nil {
		_ = started.end()
		problem := cmp.Or(strings.TrimSpace(complaint.String()), "it said nothing")
		return nil, announced, fmt.Errorf("the emulator did not start: %s", problem)
	}
	if json.Unmarshal(line, &announced) != nil {
		_ = started.end()
		return nil, announced, fmt.Errorf("%s is not the %s of this version: reinstall it", path, name)
	}
	return started, announced, nil
}

// end ends the program. Closing its standard input asks it to; a program that ignores that is killed.
func (p *program) end() error {
	p.once.Do(func() {
		late := time.AfterFunc(patience, func() { _ = p.command.Process.Kill() })
		defer late.Stop()
		_ = p.stdin.Close()
		p.err = p.command.Wait()
	})
	return p.err
}

// find returns the path of the program.
func find() (string, error) {
	named := os.Getenv("NANGO_EMULATOR")
	path, err := exec.LookPath(cmp.Or(named, name))
	if err == nil {
		return filepath.Abs(path)
	}
	where := "is not on PATH"
	if named != "" {
		where = "is not at " + named
	}
	return "", fmt.Errorf("%s %s: unpack %[1]s-VERSION-x86_64-linux.tar.gz of libnango's release, or build it with "+
		"`cargo install --locked --path tests/emulator` in a checkout, and set NANGO_EMULATOR to its path", name, where)
}

// seedFileOf returns the path of the seed, "" for the demo's, and a cleanup for when the program has read it.
func seedFileOf(settings settings) (path string, forget func(), err error) {
	if settings.seed == nil {
		return settings.seedFile, func() {}, nil
	}
	text, err := json.Marshal(settings.seed)
	if err != nil {
		return "", nil, fmt.Errorf("the seed is not JSON: %w", err)
	}
	file, err := os.CreateTemp("", name+"-*.json")
	if err != nil {
		return "", nil, err
	}
	forget = func() { _ = os.Remove(file.Name()) }
	_, err = file.Write(text)
	if err := errors.Join(err, file.Close()); err != nil {
		forget()
		return "", nil, err
	}
	return file.Name(), forget, nil
}
