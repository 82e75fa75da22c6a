module github.com/libnango/libnango/tests/encoders/go

go 1.24.0

require (
	github.com/davecgh/go-spew v1.1.1
	github.com/fxamacker/cbor/v2 v2.9.0
	github.com/goccy/go-yaml v1.18.0
	github.com/google/go-cmp v0.7.0
	github.com/k0kubun/pp/v3 v3.4.1
	github.com/kr/pretty v0.3.1
	github.com/libnango/libnango/bindings/go v0.0.0
	github.com/rs/zerolog v1.34.0
	github.com/sanity-io/litter v1.5.8
	github.com/stretchr/testify v1.11.1
	github.com/vmihailenco/msgpack/v5 v5.4.1
	go.uber.org/zap v1.27.0
	go.yaml.in/yaml/v3 v3.0.4
	gopkg.in/yaml.v3 v3.0.1
)

require (
	github.com/kr/text v0.2.0 // indirect
	github.com/mattn/go-colorable v0.1.13 // indirect
	github.com/mattn/go-isatty v0.0.19 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/rogpeppe/go-internal v1.9.0 // indirect
	github.com/vmihailenco/tagparser/v2 v2.0.0 // indirect
	github.com/x448/float16 v0.8.4 // indirect
	go.uber.org/multierr v1.10.0 // indirect
	golang.org/x/sys v0.12.0 // indirect
	golang.org/x/text v0.19.0 // indirect
)

replace github.com/libnango/libnango/bindings/go => ../../../bindings/go
