"""A client reads the authorities that SSL_CERT_FILE names, and none of the system's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAKES_A_CLIENT = f"""
import sys
sys.path.insert(0, {str(ROOT / "bindings/python/src")!r})
import nango
nango.Client("00000000-0000-4000-8000-00000000cafe", base_url="https://localhost").close()
"""
#: Where systems keep them.
SYSTEM = re.compile(r"/(ca-certificates|certs|pki|ssl)\b")


def opened(folder: Path, **variables: str) -> set[str]:
    """The files and folders that hold certificates, of those that a process with one client has opened."""
    log = folder / "strace.out"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SSL_CERT_")}
    # Without site, which may load packages that read certificates themselves.
    program = [sys.executable, "-S", "-c", MAKES_A_CLIENT]
    subprocess.run(
        ["strace", "-f", "-e", "trace=open,openat", "-o", log, *program],
        env={**inherited, **variables, "NANGO_LIBRARY": str(ROOT / "target/release/libnango.so")},
        check=True,
    )
    paths: list[str] = re.findall(r'"([^"]+)"[^"]* = \d+$', log.read_text("utf-8"), re.MULTILINE)
    return {path for path in paths if SYSTEM.search(path) or path.endswith(".pem")}


def test_a_named_file_is_read_in_place_of_the_systems_authorities(tmp_path: Path) -> None:
    """Nothing else that holds certificates is opened."""
    named = tmp_path / "one.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-keyout", os.devnull, "-out", named, "-subj", "/CN=Invented authority"),
        ],
        check=True,
        capture_output=True,
    )
    assert opened(tmp_path, SSL_CERT_FILE=str(named)) == {str(named)}
    without = opened(tmp_path)
    assert without, "what would have been read is seen at all"
    assert str(named) not in without
