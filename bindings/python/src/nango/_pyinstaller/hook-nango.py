"""PyInstaller's hook: the package loads its library by name, which no analysis of imports finds."""

from pathlib import Path

# PyInstaller reads this name.
binaries = [(str(library), "nango") for library in Path(__file__).resolve().parents[1].glob("libnango.so*")]
