package nango_test

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestCodeInTheDocumentationIsCompiled finds every line of Go in README.md and doc.go in a file that is compiled here.
func TestCodeInTheDocumentationIsCompiled(t *testing.T) {
	program := read(t, "examples/get_connection/main.go")
	compiled := []string{plain(program)}
	tests, err := filepath.Glob("example*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(tests, "nangotest/nangotest_test.go") {
		compiled = append(compiled, plain(read(t, file)))
	}
	blocks := append(fenced(read(t, "README.md")), indented(t, "doc.go")...)
	if len(blocks) < 4 {
		t.Fatalf("only %d blocks of code were found", len(blocks))
	}
	for _, block := range blocks {
		found := false
		for _, code := range compiled {
			found = found || strings.Contains(code, plain(block))
		}
		if !found {
			t.Errorf("this is in no file that is compiled:\n%s", block)
		}
	}
}

// fenced are the Go blocks of a Markdown text.
func fenced(text string) []string {
	var blocks []string
	for _, part := range strings.Split(text, "```go\n")[1:] {
		block, _, _ := strings.Cut(part, "```")
		blocks = append(blocks, block)
	}
	return blocks
}

// indented are the code blocks of a file's package comment.
func indented(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	inside := false
	for line := range strings.Lines(parsed.Doc.Text()) {
		switch {
		case strings.HasPrefix(line, "\t") && inside:
			blocks[len(blocks)-1] += line
		case strings.HasPrefix(line, "\t"):
			blocks = append(blocks, line)
		}
		inside = strings.HasPrefix(line, "\t") || inside && line == "\n"
	}
	return blocks
}

// plain is code without indentation and empty lines.
func plain(code string) string {
	var lines []string
	for line := range strings.Lines(code) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}
