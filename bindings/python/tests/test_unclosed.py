"""A client that a program forgets is reported as a socket is: with a ResourceWarning."""

from __future__ import annotations

import asyncio
import gc
import warnings
from typing import Any

import pytest

import nango
from conftest import SECRET_KEY
from program import output

NOWHERE = "http://127.0.0.1:9"


def made(cls: Any) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        cls(SECRET_KEY, base_url=NOWHERE)
        gc.collect()
    return [f"{warning.category.__name__}: {warning.message}" for warning in caught]


def test_a_client_that_was_not_closed() -> None:
    assert made(nango.Client) == [
        "ResourceWarning: unclosed <nango.Client, open>: close it, or use it in a with statement"
    ]
    assert made(nango.AsyncClient) == [
        "ResourceWarning: unclosed <nango.AsyncClient, open>: await its aclose, or use it in an async with statement"
    ]


def test_a_client_that_was_closed() -> None:
    client = nango.Client(SECRET_KEY, base_url=NOWHERE)
    client.close()
    async_client = nango.AsyncClient(SECRET_KEY, base_url=NOWHERE)
    asyncio.run(async_client.aclose())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del client, async_client
        gc.collect()


@pytest.mark.parametrize("cls", [nango.Client, nango.AsyncClient])
def test_a_client_that_was_never_made(cls: Any) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(nango.InvalidArgumentError):
            cls(SECRET_KEY, base_url="ftp://127.0.0.1")
        gc.collect()
    assert caught == []


@pytest.mark.parametrize("cls", ["Client", "AsyncClient"])
def test_the_end_of_the_interpreter_is_silent(cls: str) -> None:
    program = f"import nango; client = nango.{cls}({SECRET_KEY!r}, base_url={NOWHERE!r}); other = [client]"
    assert output(program) == ""
