"""A program that PyInstaller packs into one file has the library in it, and needs nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from environment import BUILD_PATIENCE, SECRET_KEY, Environment, clean
from server import PATIENCE

if TYPE_CHECKING:
    from server import Server

PYINSTALLER = "pyinstaller==6.22.3"
PROGRAM = """
import nango

with nango.Client() as client:
    print(client.get_connection("customer-1", "github").connection_id, nango.AsyncClient.__name__)
with open("/proc/self/maps") as maps:
    print(*sorted({line.split()[-1].split("/")[-1] for line in maps if "libnango" in line}))
"""


def test_a_program_in_one_file(tmp_path: Path, server: Server) -> None:
    environment = Environment(Path(sys.executable), tmp_path)
    environment.install(r"libnango-.*\.whl")
    program = environment.directory / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    for arguments in (
        ("pip", "install", "--quiet", "--disable-pip-version-check", PYINSTALLER),
        ("PyInstaller", "--onefile", "--log-level", "ERROR", program.name),
    ):
        subprocess.run(
            [str(environment.python), "-m", *arguments], cwd=environment.directory, check=True, timeout=BUILD_PATIENCE
        )
    finished = subprocess.run(
        [str(environment.directory / "dist" / "program")],
        env=clean(NANGO_SECRET_KEY=SECRET_KEY, NANGO_BASE_URL=server.url),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "customer-1 AsyncClient\nlibnango.so\n"
