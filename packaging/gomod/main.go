// Command gomod packs the Go module of a checkout as a module proxy serves it: gomod CHECKOUT VERSION ARCHIVE.
package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

const (
	folder = "bindings/go"
	path   = "github.com/libnango/libnango/" + folder
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: gomod CHECKOUT VERSION ARCHIVE")
		os.Exit(2)
	}
	if err := pack(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "gomod:", err)
		os.Exit(1)
	}
}

// pack takes what is committed and nothing else, as a proxy does.
func pack(checkout, version, archive string) (err error) {
	out, err := os.Create(archive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return zip.CreateFromVCS(out, module.Version{Path: path, Version: "v" + version}, checkout, "HEAD", folder)
}
