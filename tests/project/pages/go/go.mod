module github.com/libnango/libnango/tests/project/pages/go

go 1.24.0

require github.com/libnango/libnango/bindings/go v0.0.0

replace github.com/libnango/libnango/bindings/go => ../../../../bindings/go
