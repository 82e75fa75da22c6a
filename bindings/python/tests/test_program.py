"""The programs of these tests say nothing of how busy the machine is."""

from __future__ import annotations

from program import output


def test_a_step_of_asyncio_may_take_long() -> None:
    """Development mode reports it, and nothing else of a program is left out."""
    code = """
import asyncio
async def main():
    asyncio.get_running_loop().slow_callback_duration = 0
    await asyncio.sleep(0)
    print("done")
asyncio.run(main())
"""
    assert output(code) == "done\n"
