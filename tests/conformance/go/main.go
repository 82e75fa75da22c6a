// Command go is the Go runner of the conformance cases: it makes each case's call through the package nango and compares
// everything that comes out. ../README.md says what a runner is.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	failures, err := run(out)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "conformance go:", err)
		os.Exit(2)
	}
	if failures > 0 {
		os.Exit(1)
	}
}

func run(out io.Writer) (failures int, err error) {
	cases, err := readCases(os.Getenv("NANGO_CONFORMANCE_CASES"))
	if err != nil {
		return 0, err
	}
	runner := runner{out: out}
	for _, c := range cases {
		if err := runner.run(c); err != nil {
			return 0, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	fmt.Fprintf(out, "conformance go: %d cases, %d comparisons, %d failures\n", len(cases), runner.comparisons, runner.failures)
	return runner.failures, nil
}
