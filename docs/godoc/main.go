// Command godoc renders the documentation of a Go package as one Markdown page: godoc FOLDER IMPORT_PATH TITLE.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/doc/comment"
	"go/format"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: godoc FOLDER IMPORT_PATH TITLE")
		os.Exit(2)
	}
	page, err := newPage(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, "godoc:", err)
		os.Exit(1)
	}
	page.render(os.Args[3])
	if _, err := io.Copy(os.Stdout, &page.out); err != nil {
		fmt.Fprintln(os.Stderr, "godoc:", err)
		os.Exit(1)
	}
}

type page struct {
	files   *token.FileSet
	pkg     *doc.Package
	printer *comment.Printer
	out     bytes.Buffer
}

func newPage(folder, importPath string) (*page, error) {
	found, err := build.ImportDir(folder, 0)
	if err != nil {
		return nil, err
	}
	p := &page{files: token.NewFileSet()}
	var parsed []*ast.File
	for _, name := range slices.Concat(found.GoFiles, found.CgoFiles, found.TestGoFiles, found.XTestGoFiles) {
		file, err := parser.ParseFile(p.files, filepath.Join(folder, name), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, file)
	}
	if p.pkg, err = doc.NewFromFiles(p.files, parsed, importPath); err != nil {
		return nil, err
	}
	p.printer = p.pkg.Printer()
	p.printer.HeadingLevel = 2
	p.printer.HeadingID = func(*comment.Heading) string { return "" }
	p.printer.DocLinkURL = p.link
	return p, nil
}

func (p *page) render(title string) {
	fmt.Fprintf(&p.out, "# %s\n\n```go\nimport %q\n```\n\n", title, p.pkg.ImportPath)
	p.text(p.pkg.Doc)
	p.examples(p.pkg.Examples)
	if len(p.pkg.Consts)+len(p.pkg.Vars) > 0 {
		p.out.WriteString("## Constants and variables\n\n")
	}
	p.values(p.pkg.Consts)
	p.values(p.pkg.Vars)
	for _, f := range p.pkg.Funcs {
		p.function(f, "##")
	}
	for _, t := range p.pkg.Types {
		p.fields(t)
		p.heading("##", t.Name, "type "+t.Name)
		p.declaration(t.Decl)
		p.text(t.Doc)
		p.examples(t.Examples)
		p.values(t.Consts)
		p.values(t.Vars)
		for _, f := range slices.Concat(t.Funcs, t.Methods) {
			p.function(f, "###")
		}
	}
}

// fields lets links to the fields of a struct lead to the struct.
func (p *page) fields(t *doc.Type) {
	ast.Inspect(t.Decl, func(node ast.Node) bool {
		if field, ok := node.(*ast.Field); ok {
			for _, name := range field.Names {
				if name.IsExported() {
					fmt.Fprintf(&p.out, "(%s)=\n", p.label(t.Name+"."+name.Name))
				}
			}
		}
		return true
	})
}

func (p *page) function(f *doc.Func, level string) {
	name, title := f.Name, "func "+f.Name
	if f.Recv != "" {
		// A link does not name type parameters.
		receiver, _, _ := strings.Cut(strings.TrimPrefix(f.Recv, "*"), "[")
		name, title = receiver+"."+f.Name, "func ("+receiver+") "+f.Name
	}
	p.heading(level, name, title)
	p.declaration(f.Decl)
	p.text(f.Doc)
	p.examples(f.Examples)
}

func (p *page) values(values []*doc.Value) {
	for _, value := range values {
		for _, name := range value.Names {
			if token.IsExported(name) {
				fmt.Fprintf(&p.out, "(%s)=\n", p.label(name))
			}
		}
		p.declaration(value.Decl)
		p.text(value.Doc)
	}
}

func (p *page) examples(examples []*doc.Example) {
	for _, example := range examples {
		title := "Example"
		if example.Suffix != "" {
			title += " (" + strings.ReplaceAll(example.Suffix, "_", " ") + ")"
		}
		fmt.Fprintf(&p.out, "**%s**\n\n", title)
		p.text(example.Doc)
		p.code(p.source(example.Code))
		if example.Output != "" {
			fmt.Fprintf(&p.out, "Output:\n\n```text\n%s```\n\n", example.Output)
		}
	}
}

func (p *page) heading(level, name, title string) {
	fmt.Fprintf(&p.out, "(%s)=\n%s %s\n\n", p.label(name), level, title)
}

func (p *page) text(text string) {
	for _, block := range p.pkg.Parser().Parse(text).Content {
		if code, ok := block.(*comment.Code); ok {
			p.code(code.Text)
			continue
		}
		p.out.Write(p.printer.Markdown(&comment.Doc{Content: []comment.Block{block}}))
		p.out.WriteString("\n")
	}
}

func (p *page) declaration(declaration ast.Decl) {
	if function, ok := declaration.(*ast.FuncDecl); ok {
		signature := *function
		signature.Body, signature.Doc = nil, nil
		declaration = &signature
	}
	p.code(p.source(declaration))
}

func (p *page) code(code string) {
	fmt.Fprintf(&p.out, "```go\n%s\n```\n\n", strings.TrimSpace(code))
}

// source is the code of a node without the braces of a block.
func (p *page) source(node any) string {
	var text bytes.Buffer
	if err := format.Node(&text, p.files, node); err != nil {
		return err.Error()
	}
	code := text.String()
	if _, ok := node.(*ast.BlockStmt); ok {
		code = strings.TrimSuffix(strings.TrimPrefix(code, "{"), "}")
		code = strings.ReplaceAll(code, "\n\t", "\n")
	}
	return code
}

// link leads to a symbol of this page, or to the public documentation of another package.
func (p *page) link(to *comment.DocLink) string {
	if to.ImportPath != "" {
		return to.DefaultURL("https://pkg.go.dev/")
	}
	name := to.Name
	if to.Recv != "" {
		name = strings.TrimPrefix(to.Recv, "*") + "." + name
	}
	return "#" + p.label(name)
}

// label is the anchor of a symbol: it has to be another in each package.
func (p *page) label(name string) string {
	return p.pkg.Name + "-" + strings.ToLower(strings.ReplaceAll(name, ".", "-"))
}
