"""Lets other HTTP clients call an external API through Nango: nango.adapters.requests and nango.adapters.httpx."""
