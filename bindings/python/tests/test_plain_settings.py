"""Every setting that one function hands to the library checks what it is given."""

from __future__ import annotations

from typing import Any, Callable

import pytest

import nango
from conftest import SECRET_KEY
from nango import _arguments as arguments
from nango._generated.plain_settings import PLAIN

#: What each check takes for a mistake of the program's, and not only for a wrong type.
UNUSABLE: dict[Callable[[str, object], object], list[Any]] = {
    arguments.text: ["before\0after", "lone\ud800surrogate"],
    arguments.path: ["before\0after"],
    arguments.flag: [],
    arguments.count: [-1],
    arguments.size: [-1],
    arguments.milliseconds: [-0.001, float("nan")],
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_value_of_another_type_is_refused_by_name(name: str) -> None:
    settings: dict[str, Any] = {"secret_key": SECRET_KEY, name: object()}
    with pytest.raises(TypeError, match=f"^{name} must be"):
        nango.Client(**settings)


@pytest.mark.parametrize(
    ("name", "value"), [(name, bad) for name, (check, _) in PLAIN.items() for bad in UNUSABLE[check]]
)
def test_a_value_that_cannot_be_used_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(nango.InvalidArgumentError, match=f"^{name} (contains|must be)") as caught:
        nango.Client(**{"secret_key": SECRET_KEY, name: value})
    assert "before" not in str(caught.value)
