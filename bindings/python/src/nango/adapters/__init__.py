"""Lets other HTTP clients call an external API through Nango: nango.adapters.requests and nango.adapters.httpx."""

from .. import _installation  # noqa: F401 - which refuses a mixture of two packages
