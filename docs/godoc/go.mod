module github.com/libnango/libnango/docs/godoc

go 1.24
