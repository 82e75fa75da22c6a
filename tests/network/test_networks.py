"""Connections that die without a word: in a suspend of the machine, and in a NAT that forgets them.

Linux only. The tests fail where the machine does not let them make namespaces and TUN devices, and say what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "network"
LIBRARY = ROOT / "target" / "release" / "libnango.so"


def run(command: list[str | Path], **variables: str) -> None:
    """Runs a program that uses the Python package of this checkout; fails with its output if it does."""
    inherited = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment = {
        **inherited,
        "PYTHONPATH": str(ROOT / "bindings" / "python" / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NANGO_LIBRARY": str(LIBRARY),
        **variables,
    }
    result = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False
    )
    assert result.returncode == 0, f"{command}: exit code {result.returncode}\n{result.stdout}"
    print(result.stdout)


def tool(name: str) -> str:
    path = shutil.which(name)
    assert path is not None, f"{name} is not installed, and this test needs it"
    return path


def test_what_was_idle_while_the_machine_slept_is_not_used(tmp_path: Path) -> None:
    preloaded = tmp_path / "asleep.so"
    compiler = tool(os.environ.get("CC", "cc"))
    strict = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O1"]
    run([compiler, *strict, "-shared", "-fPIC", HERE / "asleep.c", "-o", preloaded, "-ldl"])
    # Not by a launcher, which would be asleep instead.
    run([os.path.realpath(sys.executable), HERE / "asleep.py"], LD_PRELOAD=str(preloaded))


def test_a_connection_that_a_nat_has_forgotten_is_replaced() -> None:
    tool("ip")
    # Root needs no user namespace, which a chroot may not make.
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    unshare = [tool("unshare"), *as_root, "--net"]
    allowed = subprocess.run([*unshare, "true"], stderr=subprocess.PIPE, text=True, check=False)
    assert allowed.returncode == 0, (
        f"this test needs a namespace with its own network, which this machine does not allow: {allowed.stderr}"
        "as root, or with kernel.unprivileged_userns_clone=1 and user.max_user_namespaces above 0, it does"
    )
    run([*unshare, os.path.realpath(sys.executable), HERE / "machines.py"])
