"""What `make generate` writes. Nothing here is edited by hand."""
