"""Compiles every block of code in the guides, runs those that are whole, and compares what they print.

Python runs from the top of a page to its end, as a reader would type it; so do the commands of a page, in a folder that
has the programs which the page names. All of them use an emulator. A page that starts one itself begins in a folder
that has nothing but the checkout, without a variable of Nango's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from blocks import DOCS, ROOT, Block, guides
from builds import (
    EMULATOR,
    TOOLS,
    WORK,
    BuildError,
    build_c,
    build_go,
    build_rust,
    describe_library,
    describe_module,
    environment,
)
from terminal import Terminal

from nango.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Ruby with the package of the checkout.
RUBY = [os.environ.get("RUBY", "ruby"), "-W", f"-I{ROOT}/target/ruby/lib", f"-I{ROOT}/bindings/ruby/lib"]
NANGO_VARIABLES = ("NANGO_BASE_URL", "NANGO_SECRET_KEY", "NANGO_API_KEY", "NANGO_HOSTPORT")
END_OF_BLOCK = "\x1e\n"
# Runs blocks in one namespace, and marks where the output of each ends.
PYTHON = """
import json, sys
names = {"__name__": "__main__"}
for place, code in json.load(open(sys.argv[1])):
    exec(compile(code, place, "exec"), names)
    print("\\x1e", flush=True)
"""


class Page:
    """One guide, run from top to bottom."""

    def __init__(
        self, name: str, blocks: list[Block], programs: dict[Block, Path], environment: dict[str, str]
    ) -> None:
        self.blocks = [block for block in blocks if not block.marker.startswith("not run: ")]
        self.programs = programs
        folder = WORK / name
        if any(block.is_in_another_terminal for block in blocks):
            # Cargo would make a package below this checkout a part of it.
            folder = Path(tempfile.mkdtemp(prefix="nango-guide-"))
            (folder / "libnango").symlink_to(ROOT)
            environment = {name: value for name, value in environment.items() if name not in NANGO_VARIABLES}
        else:
            folder.mkdir(parents=True, exist_ok=True)
            describe_module(folder)
        self.terminal = Terminal(folder, environment)

    def close(self) -> None:
        """Ends the programs that still run, and removes a folder of its own."""
        self.terminal.close()
        if not self.terminal.start.is_relative_to(WORK):
            shutil.rmtree(self.terminal.start)

    def failures(self) -> Iterator[str]:
        """Runs all; what went wrong."""
        printed = ""
        # Begins with the first block, in the environment that the commands above it leave.
        outputs = self._python()
        for block in self.blocks:
            try:
                if block.marker == "prints":
                    if printed != block.code:
                        yield f"{block.place}: the block before it printed\n{printed}"
                elif block.other_page:
                    yield from not_in(block, block.other_page)
                elif block.language == "python" and not block.file:
                    printed = next(outputs, "")  # no block runs after one that failed
                else:
                    printed = self._output(block)
            except BuildError as error:
                yield f"{block.place}:\n{error}"

    def _python(self) -> Iterator[str]:
        """What each block of Python prints; an exception where one fails."""
        blocks = [(block.place, block.code) for block in self.blocks if block.language == "python" and not block.file]
        script = self.terminal.start / "blocks.json"
        script.write_text(json.dumps(blocks), encoding="utf-8")
        command = [str(TOOLS / "python"), "-X", "dev", "-W", "error", "-c", PYTHON, str(script)]
        done = subprocess.run(
            command,
            cwd=self.terminal.folder,
            env=self.terminal.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        yield from done.stdout.split(END_OF_BLOCK)[: done.stdout.count(END_OF_BLOCK)]
        raise BuildError(done.stderr)

    def _output(self, block: Block) -> str:
        """The output of a block that is not Python. One that is a file may be a program too."""
        folder, run = self.terminal.folder, self.terminal.run
        if block.file:
            (folder / block.file).write_text(block.code, encoding="utf-8")
        if block.language in ("c", "cpp"):
            made = build_c(block, folder)
            return run([made]) if made else ""
        if block.language in ("go", "rust") and not block.file:
            return run([self.programs[block]]) if block.is_program else ""
        if block.language == "ruby" and not block.file:
            return run([*RUBY, "-e", block.code])
        if block.language == "sh":
            typed = self.terminal.type_elsewhere if block.is_in_another_terminal else self.terminal.type
            return typed(block.code)
        if not block.file:
            raise BuildError(f"nobody knows how to test {block.language}: mark it <!-- not run: REASON -->")
        return ""


def not_in(block: Block, page: str) -> Iterator[str]:
    """The commands of a block that a page does not have."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for line in block.code.splitlines():
        if line not in text:
            yield f"{block.place}: {line}\nis not in {page}"


def main() -> int:
    """Tests all guides."""
    shutil.rmtree(WORK, ignore_errors=True)
    describe_library()
    pages = guides()
    wanted = [block for blocks in pages.values() for block in blocks]
    tested = [block for block in wanted if not block.marker.startswith("not run: ")]
    failures = []
    programs: dict[Block, Path] = {}
    for language, build in (("go", build_go), ("rust", build_rust)):
        try:
            programs |= build(
                (block for block in tested if block.language == language and not block.file), WORK / language
            )
        except BuildError as error:
            print(f"{language}:\n{error}")
            return 1
    with Emulator(program=EMULATOR) as emulator:
        for name, blocks in pages.items():
            emulator.reset()
            page = Page(name, blocks, programs, {**environment(), **emulator.environment})
            try:
                failures += list(page.failures())
            finally:
                page.close()
    for block in wanted:
        if block not in tested:
            print(f"{block.place}: {block.marker}")
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(tested) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or not tested else 0


if __name__ == "__main__":
    sys.exit(main())
