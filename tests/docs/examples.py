"""Compiles every block of code in the guides, runs those that are whole, and compares what they print.

Python runs from the top of a page to its end, as a reader would type it; so do the commands of a page, in a folder that
has the programs which the page names. All of them use an emulator.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from blocks import ROOT, Block, guides
from builds import PACKAGES, WORK, BuildError, build_c, build_go, build_rust, describe_library, describe_module, run

from nango.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOOLS = ROOT / "target" / "py" / "dev" / "bin"
EMULATOR = ROOT / "target" / "debug" / "nango-emulator"
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
        self.environment = environment
        self.folder = WORK / name
        self.folder.mkdir(parents=True, exist_ok=True)
        describe_module(self.folder)

    def failures(self) -> Iterator[str]:
        """Runs all; what went wrong."""
        printed = ""
        outputs = self._python()
        for block in self.blocks:
            try:
                if block.marker == "prints":
                    if printed != block.code:
                        yield f"{block.place}: the block before it printed\n{printed}"
                elif block.language == "python" and not block.file:
                    printed = next(outputs)
                else:
                    printed = self._output(block)
            except BuildError as error:
                yield f"{block.place}:\n{error}"

    def _python(self) -> Iterator[str]:
        """What each block of Python prints; an exception where one fails."""
        blocks = [(block.place, block.code) for block in self.blocks if block.language == "python" and not block.file]
        script = self.folder / "blocks.json"
        script.write_text(json.dumps(blocks), encoding="utf-8")
        command = [str(TOOLS / "python"), "-X", "dev", "-W", "error", "-c", PYTHON, str(script)]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        yield from done.stdout.split(END_OF_BLOCK)[: done.stdout.count(END_OF_BLOCK)]
        raise BuildError(done.stderr)

    def _output(self, block: Block) -> str:
        """The output of a block that is not Python. One that is a file may be a program too."""
        if block.file:
            (self.folder / block.file).write_text(block.code, encoding="utf-8")
        if block.language in ("c", "cpp"):
            made = build_c(block, self.folder)
            return self._run([made]) if made else ""
        if block.language in ("go", "rust") and not block.file:
            return self._run([self.programs[block]]) if block.is_program else ""
        if block.language == "sh":
            return self._run(["sh", "-e", "-c", block.code])
        if not block.file:
            raise BuildError(f"nobody knows how to test {block.language}: mark it <!-- not run: REASON -->")
        return ""

    def _run(self, command: list[str | Path]) -> str:
        done = run(command, self.folder, **self.environment)
        if done.returncode:
            raise BuildError(done.stdout)
        return done.stdout


def environment(emulator: Emulator) -> dict[str, str]:
    """The environment of the programs and commands."""
    paths = [str(EMULATOR.parent), str(TOOLS), os.environ["PATH"]]
    return {
        **{name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")},
        **emulator.environment,
        "NANGO_EMULATOR": str(EMULATOR),
        "PATH": os.pathsep.join(paths),
        "PKG_CONFIG_PATH": str(PACKAGES),
    }


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
            failures += list(Page(name, blocks, programs, environment(emulator)).failures())
    for block in wanted:
        if block not in tested:
            print(f"{block.place}: {block.marker}")
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(tested) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or not tested else 0


if __name__ == "__main__":
    sys.exit(main())
