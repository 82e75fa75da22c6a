"""What `make generate` writes. Nothing but this file is edited by hand."""

from .. import _installation  # noqa: F401 - which refuses a mixture of two packages
