module github.com/libnango/libnango/bindings/go/nangooauth2

go 1.24

require (
	github.com/libnango/libnango/bindings/go v0.1.0
	golang.org/x/oauth2 v0.30.0
)

replace github.com/libnango/libnango/bindings/go => ../
