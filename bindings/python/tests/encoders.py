"""Every encoder, printer and error reporter that a program is likely to have, each as a function to text.

These find values without being told their names: in fields, slots, annotations, `vars` or `dir`.
The libraries are imported when they are called, and untyped: only what they write matters here.
"""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import inspect
import io
import json
import logging
import pickle
import pprint
import reprlib
import sys
import traceback
import unittest
import xmlrpc.client
from importlib import import_module
from typing import Any, Callable, Optional

import httpx


def _written(value: object) -> str:
    """The result of a walk, through containers and no further."""
    return json.dumps(value, default=str)


def _slots(value: object) -> dict[str, Any]:
    names = [name for cls in type(value).__mro__ for name in _tuple(vars(cls).get("__slots__", ()))]
    return {name: getattr(value, name, None) for name in names}


def _tuple(names: Any) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _annotated(value: object) -> dict[str, Any]:
    names = [name for cls in type(value).__mro__ for name in vars(cls).get("__annotations__", ())]
    return {name: getattr(value, name, None) for name in names}


def _listed(value: object) -> dict[str, Any]:
    return {name: getattr(value, name, None) for name in dir(value) if not name.startswith("__")}


def _pickled(value: object) -> bytes:
    return b"".join(pickle.dumps(value, protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1))


def _logged(value: object) -> str:
    return logging.Formatter().format(logging.makeLogRecord({"msg": "%s %r", "args": (value, value)}))


def _reduced(value: Any) -> str:
    return _written([value.__reduce_ex__(2), value.__reduce__()])


def _state(value: Any) -> str:
    if sys.version_info >= (3, 11):
        return _written(value.__getstate__())
    return _written([getattr(value, "__dict__", None), _slots(value)])  # what copyreg takes


def _failing(value: object) -> None:
    kept, listed, named = value, [value], {"x": value}
    raise LookupError(len([kept, listed, named]))


def _failure(value: object) -> BaseException:
    try:
        _failing(value)
    except LookupError as error:
        return error
    raise AssertionError


def _traceback(value: object) -> str:
    return "".join(traceback.TracebackException.from_exception(_failure(value), capture_locals=True).format())


def _compared(value: object) -> str:
    try:
        unittest.TestCase().assertEqual(value, None)  # noqa: PT009 - it prints what it compares
    except AssertionError as error:
        return str(error)
    return ""


def _flask(value: object) -> str:
    flask = import_module("flask")
    app = flask.Flask("test")
    with app.app_context():
        return str(flask.jsonify({"x": value}).get_data(True))


def _flask_view(value: object) -> str:
    flask = import_module("flask")
    app = flask.Flask("test")
    app.add_url_rule("/", view_func=lambda: flask.jsonify(value))
    answer = app.test_client().get("/")
    assert answer.status_code == 200, answer.status
    return str(answer.get_data(True))


def _fastapi(value: object, model: Any = None) -> str:
    app = import_module("fastapi").FastAPI()

    async def view() -> Any:
        return value

    async def ask() -> str:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return (await client.get("/")).raise_for_status().text

    app.get("/", response_model=model)(view)
    return asyncio.run(ask())


def _pydantic_model(value: object) -> str:
    model = import_module("pydantic").create_model("Model", x=(Any, ...))(x=value)
    return f"{model!r} {model.model_dump_json()} {_written(model.model_dump())}"


def _pydantic_type(value: object) -> str:
    adapter = import_module("pydantic").TypeAdapter(type(value))
    return str(adapter.dump_json(value)) + _written(adapter.dump_python(value)) + str(adapter.validate_python(value))


def _pydantic_field(value: object) -> str:
    pydantic = import_module("pydantic")
    config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    return str(pydantic.create_model("Model", x=(type(value), ...), __config__=config)(x=value).model_dump_json())


def _marshmallow(value: object) -> str:
    marshmallow = import_module("marshmallow")
    return _written(marshmallow.Schema.from_dict({"x": marshmallow.fields.Raw()})().dump({"x": value}))


def _structlog(value: object, *processors: str, **settings: Any) -> str:
    processor: Any = import_module("structlog")
    for name in processors:
        processor = getattr(processor, name)
    return str(processor(**settings)(None, "info", {"event": "got", "x": value}))


def _structlog_exception(value: object) -> str:
    tracebacks = import_module("structlog").tracebacks
    error = _failure(value)
    return _written(tracebacks.ExceptionDictTransformer(show_locals=True)((type(error), error, error.__traceback__)))


def _rich(print_: Callable[[Any, Any], None]) -> str:
    text = io.StringIO()
    print_(import_module("rich"), import_module("rich.console").Console(file=text, width=200, color_system=None))
    return text.getvalue()


def _rich_traceback(value: object) -> str:
    made = import_module("rich.traceback").Traceback
    error = _failure(value)
    shown = made.from_exception(type(error), error, error.__traceback__, show_locals=True)
    return _rich(lambda _rich, console: console.print(shown))


def _loguru(value: object, **settings: Any) -> str:
    texts: list[str] = []
    logger = import_module("loguru").logger
    logger.remove()
    sink = logger.add(texts.append, **settings)
    try:
        logger.bind(x=value).opt(exception=_failure(value)).error("got {}", value)
    finally:
        logger.remove(sink)
    return "".join(texts)


def _sentry_event(value: object) -> str:
    utils, serializer = import_module("sentry_sdk.utils"), import_module("sentry_sdk.serializer")
    options = {"include_local_variables": True, "include_source_context": False, "max_value_length": 100_000}
    event, _hint = utils.event_from_exception(_failure(value), client_options=options)
    return _written(serializer.serialize({**event, "extra": {"x": value}}))


#: What encodes by itself.
ENCODERS: dict[str, Callable[[Any], object]] = {
    "repr": lambda x: f"{x} {x!r} {x!s} {[x]} {reprlib.repr(x)}",
    "pprint": pprint.pformat,
    "logging": _logged,
    "asdict": lambda x: _written(dataclasses.asdict(x)),
    "astuple": lambda x: _written(dataclasses.astuple(x)),
    "fields": lambda x: _written({field.name: getattr(x, field.name) for field in dataclasses.fields(x)}),
    "__dataclass_fields__": lambda x: _written({name: getattr(x, name) for name in x.__dataclass_fields__}),
    "annotations": lambda x: _written(_annotated(x)),
    "dir": lambda x: _written(_listed(x)),
    "getmembers": lambda x: _written(inspect.getmembers(x)),
    "slots": lambda x: _written(_slots(x)),
    "json vars": lambda x: json.dumps(x, default=vars),
    "json __dict__": lambda x: json.dumps(x, default=lambda o: o.__dict__),
    "json asdict": lambda x: json.dumps(dataclasses.asdict(x), default=str),
    "json str": lambda x: json.dumps(x, default=str),
    "xmlrpc": lambda x: xmlrpc.client.dumps(({"x": x},)),
    "pickle": _pickled,
    "reduce": _reduced,
    "getstate": _state,
    "deepcopy": lambda x: f"{copy.copy(x)!r} {copy.deepcopy(x)!r}",
    "traceback": _traceback,
    "unittest": _compared,
    "orjson": lambda x: import_module("orjson").dumps(x),
    "orjson vars": lambda x: import_module("orjson").dumps(x, default=vars),
    "orjson without dataclasses": lambda x: import_module("orjson").dumps(x, _slots, 1 << 11),
    "ujson": lambda x: import_module("ujson").dumps(x),
    "ujson vars": lambda x: import_module("ujson").dumps(x, default=vars),
    "simplejson": lambda x: import_module("simplejson").dumps(x, for_json=True, iterable_as_array=True),
    "simplejson vars": lambda x: import_module("simplejson").dumps(x, default=vars),
    "msgspec json": lambda x: import_module("msgspec.json").encode(x),
    "msgspec msgpack": lambda x: import_module("msgspec.msgpack").encode(x),
    "msgspec builtins": lambda x: _written(import_module("msgspec").to_builtins(x)),
    "jsonpickle": lambda x: import_module("jsonpickle").encode(x, keys=True),
    "jsonpickle for good": lambda x: import_module("jsonpickle").encode(x, unpicklable=False, keys=True),
    "yaml": lambda x: import_module("yaml").dump(x),
    "yaml safe": lambda x: import_module("yaml").safe_dump(x),
    "attrs": lambda x: _written(import_module("attrs").asdict(x)),
    "cattrs": lambda x: _written(import_module("cattrs").unstructure(x)),
    "cattrs json": lambda x: import_module("cattrs.preconf.json").make_converter().dumps(x, default=str),
    "marshmallow": _marshmallow,
    "flask": _flask,
    "flask view": _flask_view,
    "fastapi": _fastapi,
    "fastapi response model": lambda x: _fastapi(x, type(x)),
    "fastapi encoder": lambda x: _written(import_module("fastapi.encoders").jsonable_encoder(x)),
    "pydantic model": _pydantic_model,
    "pydantic type": _pydantic_type,
    "pydantic field": _pydantic_field,
    "pydantic root model": lambda x: import_module("pydantic").RootModel[Optional[Any]](x).model_dump_json(),
    "pydantic to_json": lambda x: import_module("pydantic_core").to_json(x, serialize_unknown=True),
    "structlog json": lambda x: _structlog(x, "processors", "JSONRenderer"),
    "structlog orjson": lambda x: _structlog(
        x,
        "processors",
        "JSONRenderer",
        serializer=lambda event, **_: import_module("orjson").dumps(event, default=repr),
    ),
    "structlog console": lambda x: _structlog(x, "dev", "ConsoleRenderer", colors=False),
    "structlog key value": lambda x: _structlog(x, "processors", "KeyValueRenderer"),
    "structlog exception": _structlog_exception,
    "rich print": lambda x: _rich(lambda _rich, console: console.print(x, [x])),
    "rich pretty": lambda x: import_module("rich.pretty").pretty_repr({"x": x}),
    "rich inspect": lambda x: _rich(lambda rich, console: rich.inspect(x, console=console)),
    "rich inspect all": lambda x: _rich(lambda rich, console: rich.inspect(x, console=console, all=True, value=True)),
    "rich traceback": _rich_traceback,
    "loguru": lambda x: _loguru(x, serialize=True),
    "loguru diagnose": lambda x: _loguru(x, diagnose=True, backtrace=True),
    "sentry": lambda x: _written(import_module("sentry_sdk.serializer").serialize({"x": x, "list": [x]})),
    "sentry event": _sentry_event,
}
