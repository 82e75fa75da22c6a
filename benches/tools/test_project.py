"""Tests of where tasks run that are counted at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

import project

AFFINITY = [sys.executable, "-c", "import os; print(*os.sched_getaffinity(0))"]


@pytest.fixture
def other_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A process in place of the server of the second core."""
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as process:

        @contextmanager
        def server(folder: Path) -> Iterator[project.Server]:
            yield project.Server("http://other", "https://other", folder / "ca.pem", process.pid)

        monkeypatch.setattr(project, "server", server)
        yield process


@pytest.mark.skipif(len(project.TWO_CORES) < 2, reason="there is one core")
def test_tasks_have_a_core_and_a_server_each(other_server: subprocess.Popen[bytes]) -> None:
    both_run = threading.Barrier(2, timeout=30)

    def task(name: str, base_url: str) -> tuple[str, str, set[int]]:
        both_run.wait()
        return name, base_url, {int(core) for core in project.run(AFFINITY).split()}

    before = os.sched_getaffinity(0)
    results = project.on_both_cores([partial(task, name) for name in "abcd"], "http://first")
    assert [name for name, _, _ in results] == list("abcd")
    assert {url for _, url, _ in results} == {"http://first", "http://other"}
    for _, url, cores in results:
        assert cores == (project.CORE if url == "http://first" else project.TWO_CORES - project.CORE)
    assert os.sched_getaffinity(other_server.pid) == project.TWO_CORES - project.CORE
    assert os.sched_getaffinity(0) == before


@pytest.mark.usefixtures("other_server")
def test_a_task_that_fails_fails_all() -> None:
    def fail(base_url: str) -> None:
        raise project.CommandError(base_url)

    with pytest.raises(project.CommandError, match="http://"):
        project.on_both_cores([fail, fail, fail], "http://first")
