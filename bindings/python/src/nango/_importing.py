"""What is held while a module is imported in a function: a fork waits for it.

A child of fork that was made amid another thread's import would wait for that thread, which it does not have.
"""

from __future__ import annotations

import os
from _thread import RLock  # that of `threading`, which takes longer to import

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

importing = RLock()

os.register_at_fork(before=importing.acquire, after_in_parent=importing.release, after_in_child=importing.release)
