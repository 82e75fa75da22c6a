// Package atonce measures calls at once, each in its goroutine: the CPU of a call and the memory that each of them adds to the
// process.
package atonce

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// A Connect makes a client for so many goroutines. atOnce is how many requests the server has to get before it responds.
type Connect func(baseURL string, goroutines int) (call func(connectionID string) error, atOnce int, err error)

// Main takes the arguments BASE_URL CALLS GOROUTINES, with CALLS for each goroutine. It prints the nanoseconds of a call and
// the bytes of a goroutine.
func Main(connect Connect) {
	if err := run(connect); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(connect Connect) error {
	if len(os.Args) != 4 {
		return fmt.Errorf("usage: %s BASE_URL CALLS GOROUTINES", os.Args[0])
	}
	calls, err := strconv.Atoi(os.Args[2])
	if err != nil {
		return err
	}
	goroutines, err := strconv.Atoi(os.Args[3])
	if err != nil {
		return err
	}
	call, atOnce, err := connect(os.Args[1], goroutines)
	if err != nil {
		return err
	}
	// One-time initialization.
	if err := call("customer-1"); err != nil {
		return err
	}
	before, err := memory("VmRSS:")
	if err != nil {
		return err
	}
	id := fmt.Sprintf("gather-%d", atOnce)
	// Connections are there afterwards.
	if err := together(goroutines, func() error { return call(id) }); err != nil {
		return err
	}
	start, err := cpuSeconds()
	if err != nil {
		return err
	}
	for range calls {
		if err := together(goroutines, func() error { return call(id) }); err != nil {
			return err
		}
	}
	end, err := cpuSeconds()
	if err != nil {
		return err
	}
	peak, err := memory("VmHWM:")
	if err != nil {
		return err
	}
	fmt.Printf("%.0f %.0f\n", (end-start)*1e9/float64(calls*goroutines), (peak-before)/float64(goroutines))
	return nil
}

// together runs do in so many goroutines, and waits for all of them.
func together(goroutines int, do func() error) error {
	var group sync.WaitGroup
	failures := make([]error, goroutines)
	for i := range goroutines {
		group.Add(1)
		go func() {
			defer group.Done()
			failures[i] = do()
		}()
	}
	group.Wait()
	return errors.Join(failures...)
}

func cpuSeconds() (float64, error) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0, err
	}
	seconds := func(time syscall.Timeval) float64 { return float64(time.Sec) + float64(time.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime), nil
}

// memory is a value of /proc/self/status, in bytes.
func memory(name string) (float64, error) {
	file, err := os.Open("/proc/self/status")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if rest, found := strings.CutPrefix(lines.Text(), name); found {
			kib, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kib * 1024, err
		}
	}
	return 0, errors.Join(lines.Err(), fmt.Errorf("no %s in /proc/self/status", name))
}
