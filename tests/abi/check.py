"""Compares include/nango.h with the ABI that abi/ describes. --update records additions.

An incompatible change under the same number is never written down: see abi/README.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from interface import Interface, run

ROOT = Path(__file__).resolve().parents[2]
UPDATE = "look at each of them, for it is kept for good, then run `make abi-update` and commit abi/"
INCOMPATIBLE = """\
Programs that are linked with libnango.so.{number} would break. Either take the change back (leave a function as it is
and add another beside it), or give the library a new ABI number: NANGO_ABI_VERSION in src/ffi/version.rs and the SONAME
in build.rs, in the Makefile and in the packages. Then run `make abi-update`."""


@dataclass(frozen=True)
class Record:
    """The ABI as a folder describes it."""

    folder: Path

    @property
    def symbols(self) -> Path:
        """The functions, a line each, after the ABI's number."""
        return self.folder / "nango.symbols"

    @property
    def constants(self) -> Path:
        """The numbers that programs are compiled with, a line each."""
        return self.folder / "nango.constants"

    @property
    def description(self) -> Path:
        """What abidw made of the functions with their types."""
        return self.folder / "nango.abi"

    @property
    def number(self) -> int | None:
        """The number of the ABI; None if nothing is recorded."""
        if not self.symbols.exists():
            return None
        return int(self.symbols.read_text().splitlines()[0].removeprefix("# ABI "))

    def write(self, interface: Interface) -> None:
        """Describes an interface."""
        self.symbols.write_text("\n".join([f"# ABI {interface.number}", *interface.symbols, ""]))
        self.constants.write_text("".join(f"{name} {value}\n" for name, value in interface.constants.items()))
        with tempfile.TemporaryDirectory() as folder:
            library = interface.build_stub(Path(folder))
            headers = ["--headers-dir", str(interface.header.parent), "--drop-private-types"]
            quiet = [
                "--no-corpus-path",
                "--no-comp-dir-path",
                "--no-show-locs",
                "--no-parameter-names",
                "--no-elf-needed",
            ]
            run("abidw", *headers, *quiet, "--out-file", str(self.description), str(library))


@dataclass(frozen=True)
class Changes:
    """What became of the recorded ABI, a sentence each."""

    incompatible: list[str]
    added: list[str]


def compare(record: Record, interface: Interface) -> Changes:
    """Holds a header to the record of the same ABI number."""
    symbols = set(record.symbols.read_text().splitlines()[1:])
    constants = {name: int(value) for name, value in map(str.split, record.constants.read_text().splitlines())}
    now = interface.constants
    incompatible = [f"{name}() is gone" for name in sorted(symbols - set(interface.symbols))]
    incompatible += [
        f"{name} was {value} and is {now.get(name, 'gone')}"
        for name, value in constants.items()
        if now.get(name) != value
    ]
    added = [f"{name}() is new" for name in sorted(set(interface.symbols) - symbols)]
    added += [f"{name} is new" for name in now if name not in constants]
    return Changes(incompatible + changed_types(record, interface), added)


def changed_types(record: Record, interface: Interface) -> list[str]:
    """abidiff's report of functions whose types changed."""
    with tempfile.TemporaryDirectory() as folder:
        library = interface.build_stub(Path(folder))
        headers = ["--headers-dir2", str(interface.header.parent)]
        command = ["abidiff", *headers, "--no-added-syms", str(record.description), str(library)]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    # The lowest two bits of its status are its own failures.
    if done.returncode & 3:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}")
    # It returns the same for additions and changes, so the counts decide.
    counts = re.findall(r"(\d+) Changed", done.stdout)
    return [done.stdout.strip()] if any(map(int, counts)) else []


def verdict(record: Record, interface: Interface, *, update: bool = False) -> str:
    """The required action; nothing if the record describes the interface, as it does after a compatible update."""
    if record.number != interface.number:
        if update:
            record.write(interface)
            return ""
        return f"The ABI has the number {interface.number}, and abi/ describes {record.number}: run `make abi-update`."
    changes = compare(record, interface)
    if changes.incompatible:
        return "\n".join([*changes.incompatible, INCOMPATIBLE.format(number=interface.number)])
    if changes.added and update:
        record.write(interface)
    elif changes.added:
        return "\n".join([*changes.added, f"abi/ does not know what is new: {UPDATE}."])
    return ""


def main() -> int:
    """Checks include/nango.h, or updates abi/."""
    interface = Interface(ROOT / "include/nango.h")
    complaint = verdict(Record(ROOT / "abi"), interface, update="--update" in sys.argv[1:])
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    print(
        f"abi/ describes ABI {interface.number}: {len(interface.symbols)} functions, {len(interface.constants)} numbers"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
