"""Bodies of any size, in both directions, without holding them in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from program import output

if TYPE_CHECKING:
    from nango.testing import Emulator

#: How much goes over the wire.
SIZE = 128 << 20
#: How many KiB the process may grow meanwhile, at the most: far less.
GROWTH = 24 << 10

BEGINNING = f"""
import asyncio, resource, nango

SIZE = {SIZE}
IDS = "customer-oauth2", "github"
LARGE = f"/large?bytes={{SIZE}}"

class Zeros:
    left = SIZE
    def read(self, size):
        part = bytes(min(size, self.left))
        self.left -= len(part)
        return part

def parts():
    for _ in range(SIZE >> 16):
        yield bytes(65536)

async def parts_of_a_loop():
    for part in parts():
        yield part

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

"""
WORK = {
    "download": "moved = sum(map(len, client.proxy(*IDS, 'GET', LARGE).iter_bytes()))",
    "pieces": "moved = sum(map(len, client.proxy(*IDS, 'GET', LARGE).iter_bytes(1000)))",
    "file": "moved = client.proxy(*IDS, 'POST', '/upload?hash=none', data=Zeros()).json()['bytes']",
    "iterable": "moved = client.proxy(*IDS, 'POST', '/upload?hash=none', data=parts()).json()['bytes']",
    "copy": """
    source = client.proxy(*IDS, 'GET', LARGE)
    moved = client.proxy(*IDS, 'POST', '/upload?hash=none', data=source).json()['bytes']""",
}
WORK_OF_ASYNCIO = {
    "download": "moved = sum([len(part) async for part in (await client.proxy(*IDS, 'GET', LARGE)).aiter_bytes()])",
    "iterable": """
        response = await client.proxy(*IDS, 'POST', '/upload?hash=none', data=parts_of_a_loop())
        moved = (await response.json())['bytes']""",
}


def transferred(program: str, emulator: Emulator) -> tuple[int, int]:
    """How many bytes were moved, and how many KiB the process has grown by."""
    moved, grown = output(BEGINNING + program, **emulator.environment).split()
    return int(moved), int(grown)


@pytest.mark.parametrize("name", WORK)
def test_memory(nango_emulator: Emulator, name: str) -> None:
    program = f"""
with nango.Client() as client:
    client.proxy(*IDS, "GET", "/").json()
    before = peak()
    {WORK[name]}
    print(moved, peak() - before)
"""
    moved, grown = transferred(program, nango_emulator)
    assert moved == SIZE
    assert grown < GROWTH


@pytest.mark.parametrize("name", WORK_OF_ASYNCIO)
def test_memory_in_asyncio(nango_emulator: Emulator, name: str) -> None:
    program = f"""
async def main():
    async with nango.AsyncClient() as client:
        await (await client.proxy(*IDS, "GET", "/")).json()
        before = peak()
        {WORK_OF_ASYNCIO[name]}
        print(moved, peak() - before)
asyncio.run(main())
"""
    moved, grown = transferred(program, nango_emulator)
    assert moved == SIZE
    assert grown < GROWTH
