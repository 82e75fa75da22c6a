"""gevent: a call blocks the hub, so docs/threads.md makes it in the hub's thread pool."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from program import run

if TYPE_CHECKING:
    from nango.testing import Emulator

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "threads.md"

OTHERS_RUN = """
from gevent import monkey

monkey.patch_all()

import gevent
import gevent.event
import nango

hub = gevent.get_hub()
hub.NOT_ERROR += (nango.NangoError,)
began = gevent.event.Event()

def get(client, *ids):
    # On a thread of the pool. The greenlet of the hub runs while this waits: it has to, for this to end.
    hub.loop.run_callback_threadsafe(began.set)
    return client.get_connection(*ids)

with nango.Client() as client:
    calls = [gevent.spawn(hub.threadpool.apply, get, (client, "customer-oauth2", "github")) for _ in range(20)]
    began.wait()
    gevent.joinall(calls, raise_error=True)
    print({call.value.token for call in calls})
    try:
        hub.threadpool.apply(get, (client, "unheard-of", "github"))
    except nango.NotFoundError:
        print("not found")
"""


def test_the_program_of_the_guide(nango_emulator: Emulator) -> None:
    program = re.search(r"### gevent.*?```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert program is not None
    finished = run("-W", "default", "-c", program[1], **nango_emulator.environment)
    assert (finished.returncode, finished.stdout) == (0, "OAUTH2\n"), finished.stderr


def test_many_greenlets_make_calls(nango_emulator: Emulator) -> None:
    finished = run("-W", "default", "-c", OTHERS_RUN, **nango_emulator.environment)
    assert (finished.returncode, finished.stdout) == (0, "{'gho_invented_demo_token'}\nnot found\n"), finished.stderr
    assert "Traceback" not in finished.stderr
