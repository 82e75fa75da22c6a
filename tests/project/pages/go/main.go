// Command go reads all records, and prints how many there were and how much memory it had after some of them and at the end.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"

	"github.com/libnango/libnango/bindings/go"
)

// memory is what the process has without what is garbage, in KiB: how much garbage there is at most depends on when the
// collector runs.
func memory() int {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		panic(err)
	}
	var size, resident int
	if _, err := fmt.Sscan(string(status), &size, &resident); err != nil {
		panic(err)
	}
	return resident * os.Getpagesize() / 1024
}

func run(early int) error {
	client, err := nango.NewClientFromEnv()
	if err != nil {
		return err
	}
	defer client.Close()
	params := nango.ListRecordsParams{ConnectionID: "c", ProviderConfigKey: "p", Model: "Model", Limit: 10000}
	count, first := 0, 0
	for record, err := range client.Records.List(context.Background(), params).All() {
		if err != nil {
			return err
		}
		if len(record.Data()) == 0 {
			return fmt.Errorf("record %d is empty", count)
		}
		if count == early {
			first = memory()
		}
		count++
	}
	fmt.Println(count, first, memory())
	return nil
}

func main() {
	early, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = run(early)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
