"""Starts the emulator and talks to it: what `nango.testing` offers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Optional, Union
from urllib.parse import urlsplit

from ._async_client import AsyncClient
from ._client import Client
from ._emulator_state import EmulatorState
from ._kinds import NOT_GIVEN, NotGiven
from ._settings import Settings
from ._unpack import Unpack

_PROGRAM = "nango-emulator"
#: The one that a wheel brings.
_PACKAGED = Path(__file__).resolve().with_name(_PROGRAM)
#: How many seconds the program has to start, to end, and for a request. Only a failure takes that long.
_PATIENCE = 30
_LARGEST_RATE_LIMIT = 2**32 - 1


class EmulatorError(RuntimeError):
    """The emulator is not there, does not start, or refuses what it was asked. The message says what to do."""


@dataclass(frozen=True)
class EmulatorRequest:
    """A request that the emulator has received."""

    method: str
    #: The path and the query, as sent.
    target: str
    #: The status of the response; None while there is none.
    status: Optional[int]


class Emulator(EmulatorState):
    """A running emulator, on a port of its own. Ends with `close`, with its `with` block, and with this process.

    `seed` is the path of a seed file, or the seed itself as a dict; without it the emulator has its demo connections.
    `program` is the path of nango-emulator. By default it is what NANGO_EMULATOR says, then the one that came with this
    package, then the first on PATH.
    `rate_limit` is how many requests a minute are answered, and None lifts the limit; by default the seed says it, and
    without that it is 200, as in Nango Cloud.

    May be used from many threads. A process that was forked may use it too, but does not close it.
    """

    #: The address to give to a client.
    base_url: str
    #: The first key of the seed.
    secret_key: str

    def __init__(
        self,
        seed: Union[str, os.PathLike[str], Mapping[str, Any], None] = None,
        *,
        program: Union[str, os.PathLike[str], None] = None,
        rate_limit: Union[int, NotGiven, None] = NOT_GIVEN,
    ) -> None:
        self._process_id = os.getpid()
        with ExitStack() as seed_file:
            path = _find(program)
            command = [path, "--json", "--exit-with-stdin"]
            if seed is not None:
                command += ["--seed", _path(seed, seed_file)]
            if not isinstance(rate_limit, NotGiven):
                command += ["--rate-limit", _requests_per_minute(rate_limit)]
            self._process = _start(command)
            announced = self._announced(path)
        self.base_url = announced["base_url"]
        self.secret_key = announced["secret_key"] or ""

    def __enter__(self) -> Emulator:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<nango.testing.Emulator at {self.base_url}>"

    def close(self) -> None:
        """End the emulator, and wait until it has ended. Closing twice is fine."""
        if self._process_id == os.getpid():
            _end(self._process)

    @property
    def environment(self) -> dict[str, str]:
        """What to put into the environment of a program whose Nango is to be the emulator."""
        exempt = [os.environ.get("no_proxy") or os.environ.get("NO_PROXY"), urlsplit(self.base_url).hostname]
        return {
            "NANGO_BASE_URL": self.base_url,
            "NANGO_SECRET_KEY": self.secret_key,
            "NANGO_API_KEY": self.secret_key,  # the other name, under which there may be another key
            "no_proxy": ",".join(filter(None, exempt)),
        }

    def client(self, **settings: Unpack[Settings]) -> Client:
        """Make a client of the emulator. The settings are those of `nango.Client`; the caller closes it."""
        return Client(self.secret_key, **self._with_address(settings))

    def async_client(self, *, max_concurrent_calls: int = 64, **settings: Unpack[Settings]) -> AsyncClient:
        """Make a client for asyncio. The settings are those of `nango.AsyncClient`; the caller closes it."""
        key, more = self.secret_key, self._with_address(settings)
        return AsyncClient(key, max_concurrent_calls=max_concurrent_calls, **more)

    def _with_address(self, settings: Settings) -> Settings:
        return {"base_url": self.base_url, "read_env": False, **settings}  # the environment is of another Nango

    def advance_clock(self, by: Union[timedelta, int]) -> None:
        """Move the emulator's clock forward, by whole seconds: tokens end, back-off and rate limit pass."""
        seconds = int(by.total_seconds()) if isinstance(by, timedelta) else by
        self._ask("POST", "clock", {"advance_seconds": seconds})

    def reset(self) -> None:
        """Go back to the seed: all that was added or changed, clock, rate limit and the list of requests."""
        self._ask("POST", "reset")

    def requests(self) -> list[EmulatorRequest]:
        """Tell what the emulator was asked since its start or the last `reset`, the oldest first."""
        return [EmulatorRequest(**request) for request in self._ask("GET", "requests")["requests"]]

    def _announced(self, program: str) -> dict[str, Any]:
        """Return the emulator's address, once it accepts requests."""
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        line = self._process.stdout.readline()
        if not line:
            problem = self._process.stderr.read().strip()
            _end(self._process)
            raise EmulatorError(f"the emulator did not start: {problem or 'it said nothing'}")
        try:
            announced: dict[str, Any] = json.loads(line)
        except ValueError:
            _end(self._process)
            raise EmulatorError(f"{program} is not the nango-emulator of this version: reinstall it") from None
        return announced

    def _ask(self, method: str, route: str, body: object = None) -> Any:
        """Use one of the emulator's own routes."""
        address = urlsplit(self.base_url)
        connection = HTTPConnection(str(address.hostname), address.port, timeout=_PATIENCE)
        try:
            connection.request(method, f"/__emulator/{route}", json.dumps(body))
            response = connection.getresponse()
            answer = json.load(response)
        except OSError as error:
            raise EmulatorError(f"the emulator does not respond ({error}): is it closed?") from None
        finally:
            connection.close()
        if response.status != 200:
            raise EmulatorError(f"the emulator rejected the request: {answer['error']['message']}")
        return answer


def _find(program: Union[str, os.PathLike[str], None]) -> str:
    """Return the path of the program."""
    named = program or os.environ.get("NANGO_EMULATOR")
    for candidate in [named] if named else [_PACKAGED, _PROGRAM]:
        found = shutil.which(candidate)
        if found:
            return found
    where = f"at {os.fspath(named)}" if named else "in this package, which was built from source, nor on PATH"
    raise EmulatorError(
        f"{_PROGRAM} is not {where}: install a wheel of libnango, which brings it, or build it with `cargo install "
        "--locked --path tests/emulator` in a checkout of libnango and set NANGO_EMULATOR to its path"
    )


def _path(seed: Union[str, os.PathLike[str], Mapping[str, Any]], files: ExitStack) -> str:
    """Return the path of the seed, which may have to be written into a file first."""
    if isinstance(seed, (str, os.PathLike)):
        return os.fspath(seed)
    directory = files.enter_context(tempfile.TemporaryDirectory(prefix="nango-emulator-"))
    path = Path(directory, "seed.json")
    path.write_text(json.dumps(seed), encoding="utf-8")
    return str(path)


def _requests_per_minute(rate_limit: object) -> str:
    """Return the argument of --rate-limit, for which 0 is no limit."""
    if rate_limit is None:
        return "0"
    if not isinstance(rate_limit, int) or isinstance(rate_limit, bool):
        raise TypeError(f"rate_limit must be an int or None, not {type(rate_limit).__name__}")
    if not 1 <= rate_limit <= _LARGEST_RATE_LIMIT:
        raise EmulatorError(f"rate_limit must be 1 to {_LARGEST_RATE_LIMIT} requests a minute, or None for no limit")
    return str(rate_limit)


def _start(command: list[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
    except OSError as error:
        raise EmulatorError(f"{command[0]} cannot be run ({error}): set NANGO_EMULATOR to another {_PROGRAM}") from None


def _end(process: subprocess.Popen[str]) -> None:
    """End the program. The end of its standard input is not enough: a forked process may hold a copy of that pipe."""
    process.terminate()
    process.communicate(timeout=_PATIENCE)
