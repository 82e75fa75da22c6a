"""What is imported when: counts of modules repeat, and times do not."""

from __future__ import annotations

import ast
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import nango
from nango import _installation
from program import PYTHON, output

if TYPE_CHECKING:
    from nango.testing import Emulator

#: What plain calls need nothing of, and what takes long to import.
UNNEEDED = {
    "asyncio", "base64", "calendar", "decimal", "email", "http", "importlib.metadata", "importlib.resources", "locale",
    "logging", "pathlib", "random", "socket", "ssl", "string", "tempfile", "traceback", "urllib", "zipfile",
}  # fmt: skip
#: What a client needs nothing of before its first call.
NOT_NEEDED_YET = {"ast", "copy", "dataclasses", "datetime", "dis", "inspect", "json", "tokenize"}
#: What `import nango` needs nothing of.
NOT_NEEDED_AT_IMPORT = {"contextlib", "enum", "re", "threading", "typing", "weakref"}
#: The modules whose classes take long to make.
LARGE = {"nango.models", "nango.operations", "nango._generated.operations", "nango._credentials", "nango._connection"}

#: Runs some code, and prints the modules that it has imported. The interpreter has imported others before, by itself.
IMPORTED = """
import sys
before = {*sys.modules}
%s
print(*sorted({*sys.modules} - before))
"""


def imported(code: str, **environment: str) -> set[str]:
    return set(output(IMPORTED % code, **environment).split())


def test_the_import_is_that_of_the_library_alone() -> None:
    found = imported("import nango")
    assert not found & (UNNEEDED | NOT_NEEDED_YET | NOT_NEEDED_AT_IMPORT)
    assert {name for name in found if name.startswith("nango")} == {
        "nango", "nango._ffi", "nango._generated", "nango._generated.abi", "nango._importing", "nango._installation",
        "nango._library",
    }  # fmt: skip


def test_a_client_imports_neither_models_nor_operations() -> None:
    found = imported('import nango\nwith nango.Client("a-secret-key", base_url="http://127.0.0.1:9"): pass')
    assert "nango._client" in found
    assert not found & (UNNEEDED | NOT_NEEDED_YET | LARGE)


def test_a_client_for_asyncio_imports_neither_too() -> None:
    """A program may ask for it first while its event loop runs, which then waits for the import."""
    found = imported("import nango\nnango.AsyncClient")
    assert "nango._async_client" in found
    assert not found & (LARGE | {"nango.async_operations", "email"})


GET_CONNECTION = """
import nango
with nango.Client() as client:
    assert client.get_connection("customer-oauth2", "github").token
"""
LIST = """
import nango
with nango.Client() as client:
    assert list(client.integrations.list())
"""


@pytest.mark.parametrize(
    ("code", "made", "others"),
    [
        (GET_CONNECTION, "nango._connection", {"nango.models", "nango.operations", "nango._response"}),
        (LIST, "nango.models", {"nango._connection", "nango._credentials", "nango._response"}),
    ],
)
def test_a_plain_call_imports_what_it_needs(nango_emulator: Emulator, code: str, made: str, others: set[str]) -> None:
    found = imported(code, **nango_emulator.environment)
    assert made in found
    assert not found & (UNNEEDED | others)


def test_every_class_is_named_as_programs_do_also_before_one_asks() -> None:
    """A program may see an error, say, whose class it never asked `nango` for."""
    code = """
import importlib, json, pkgutil
import nango
for module in pkgutil.iter_modules(nango.__path__):
    if module.name not in ("_pytest_fixture", "_pyinstaller", "adapters"):
        importlib.import_module(f"nango.{module.name}")
assert not {*nango.__all__} & {*vars(nango)} - {"__version__", "async_operations", "models", "operations", "webhooks"}
import gc
print(json.dumps(sorted(
    made.__name__ for made in gc.get_objects() if isinstance(made, type) and made.__module__ == "nango"
)))
"""
    assert json.loads(output(code)) == sorted(name for name in nango.__all__ if isinstance(getattr(nango, name), type))


def test_type_checkers_see_everything_public_where_it_is() -> None:
    tree = ast.parse((PYTHON / "src" / "nango" / "__init__.py").read_text(encoding="utf-8"))
    (shown,) = (node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    where = {
        alias.name: statement.module
        for statement in shown.body
        if isinstance(statement, ast.ImportFrom) and statement.level == 1
        for alias in statement.names
    }
    assert where.keys() | {"__version__"} == set(nango.__all__)
    for name, module in where.items():
        made: Any = import_module(f"nango.{name}" if module is None else f"nango.{module}")
        assert getattr(nango, name) is (made if module is None else vars(made)[name])


def test_dir_has_what_is_not_imported_yet() -> None:
    names = set(json.loads(output("import json, nango; print(json.dumps(dir(nango)))")))
    assert names >= {*nango.__all__, "__doc__", "__file__"}


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="^module 'nango' has no attribute 'Clint'$"):
        nango.Clint  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(ImportError, match="Clint"):
        from nango import Clint  # type: ignore[attr-defined]  # noqa: F401


def test_threads_that_ask_first_at_once_get_the_same() -> None:
    code = """
import sys, threading
import nango
sys.setswitchinterval(1e-6)
count = 8
barrier = threading.Barrier(count)
found, groups = [], []
with nango.Client("a-secret-key", base_url="http://127.0.0.1:9") as client:
    def ask():
        barrier.wait()
        groups.append(client.records)
        found.append((nango.models.Record, nango.operations.Records, nango.Connection, nango.webhooks.AuthWebhook))
    threads = [threading.Thread(target=ask) for _ in range(count)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(len(found), len({*found}), {type(group) for group in groups} == {found[0][1]})
"""
    assert output(code) == "8 1 True\n"


def test_a_fork_waits_for_the_import_of_another_thread() -> None:
    """Its child would wait for a thread that it does not have."""
    code = """
import os, signal, sys, threading, warnings
import nango
warnings.simplefilter("ignore")  # Python 3.12 warns of forks with threads
begun, go_on = threading.Event(), threading.Event()
class Delay:
    def find_spec(self, name, path=None, target=None):
        if name == "nango._model":
            begun.set()
            go_on.wait()
sys.meta_path.insert(0, Delay())
thread = threading.Thread(target=lambda: nango.models)
thread.start()
begun.wait()
os.register_at_fork(before=go_on.set)  # which comes first: such functions are called in reverse
child = os.fork()
if not child:
    signal.alarm(30)
    os._exit(0 if nango.models.Record else 1)
print(os.waitpid(child, 0)[1])
thread.join()
"""
    assert output(code) == "0\n"


def test_no_import_waits_for_another_that_is_asked_for_by_name() -> None:
    """A thread could then hold what a fork waits for, and wait for a module that another thread imports."""
    code = """
import importlib, pkgutil
import nango
asked, get = [], nango.__getattr__
def note(name):
    asked.extend([name] * (name in nango.__all__))
    return get(name)
nango.__getattr__ = note
for module in pkgutil.iter_modules(nango.__path__):
    if module.name not in ("_pytest_fixture", "_pyinstaller", "adapters"):
        importlib.import_module(f"nango.{module.name}")
print(asked)
"""
    assert output(code) == "[]\n"


@pytest.mark.parametrize(
    "statements",
    [
        "from nango import models; models.Record",
        "import nango.models; nango.models.Record",
        "from nango.models import Record",
        "from nango import webhooks, operations; webhooks.parse; operations.Records",
        "from nango import *; Client; models; NotFoundError; Record = models.Record; TRACE; NOT_GIVEN",
        "import nango; nango.NotFoundError; nango.models.Record; nango.webhooks.parse",
        "import pickle, nango; assert pickle.loads(b'cnango\\nNotFoundError\\n.') is nango.NotFoundError",
        "import nango; nango.NangoError; help(nango.models)",
    ],
)
def test_each_way_to_import(statements: str) -> None:
    output(statements)


def test_the_folder_of_the_package_is_known_in_full() -> None:
    assert str(PYTHON / "src") == _installation._FOLDER
