"""The ABI that abi/ describes: today's is in it, and a change is met with the right advice."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

import check
from check import ROOT, Record
from interface import Interface

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (ROOT / "include/nango.h").read_text()
LIBRARY = ROOT / "target/release/libnango.so"
IS_RETRYABLE = "NANGO_API int32_t nango_error_is_retryable(const nango_error *error);"


def changed(folder: Path, old: str, new: str) -> Interface:
    """Today's header with one change."""
    assert old in HEADER
    header = folder / "nango.h"
    header.write_text(HEADER.replace(old, new))
    return Interface(header)


def test_abi_describes_todays_header() -> None:
    assert check.verdict(Record(ROOT / "abi"), Interface(ROOT / "include/nango.h")) == ""


def test_the_library_exports_what_the_list_names() -> None:
    listed = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], check=True, capture_output=True, text=True)
    exported = sorted(line.split()[-1] for line in listed.stdout.splitlines())
    assert exported == (ROOT / "abi/nango.symbols").read_text().splitlines()[1:]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (IS_RETRYABLE, "", "nango_error_is_retryable() is gone"),
        ("is_retryable(const nango_error *error)", "is_retryable(void)", "parameter 1 of type"),
        ("int64_t nango_connection_id(", "int32_t nango_connection_id(", "size changed from 64 to 32"),
        ("typedef int32_t nango_error_kind", "typedef int64_t nango_error_kind", "size changed from 32 to 64"),
        ("(*nango_interrupt_fn)(void *user_data", "(*nango_interrupt_fn)(int32_t at, void *user_data", "parameter 2"),
        ("NANGO_ERROR_TIMEOUT 6", "NANGO_ERROR_TIMEOUT 26", "NANGO_ERROR_TIMEOUT was 6 and is 26"),
        ("#define NANGO_ERROR_TIMEOUT 6", "", "NANGO_ERROR_TIMEOUT was 6 and is gone"),
    ],
    ids=["function-gone", "parameter-gone", "narrower", "type-of-a-name", "callback", "number", "number-gone"],
)  # fmt: skip
def test_an_incompatible_change_needs_a_new_number(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    interface = changed(tmp_path, old, new)
    for update in (False, True):
        says = check.verdict(Record(ROOT / "abi"), interface, update=update)
        assert complaint in says
        assert "Programs that are linked with libnango.so.0 would break." in says
        assert "give the library a new ABI number: NANGO_ABI_VERSION" in says


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (IS_RETRYABLE, f"{IS_RETRYABLE}\nNANGO_API int32_t nango_error_is_new(void);", "nango_error_is_new() is new"),
        ("#define NANGO_ERROR_NONE 0", "#define NANGO_ERROR_NONE 0\n#define NANGO_NEW 77", "NANGO_NEW is new"),
    ],
    ids=["function", "number"],
)  # fmt: skip
def test_an_addition_is_to_be_written_down(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    record = Record(tmp_path)
    record.write(Interface(ROOT / "include/nango.h"))
    interface = changed(tmp_path, old, new)
    says = check.verdict(record, interface)
    assert complaint in says
    assert "run `make abi-update`" in says
    assert check.verdict(record, interface, update=True) == ""
    assert check.verdict(record, interface) == ""


def test_what_programs_do_not_see_may_change(tmp_path: Path) -> None:
    interface = changed(tmp_path, "void *user_data", "void *data")
    assert check.verdict(Record(ROOT / "abi"), interface) == ""


def test_a_new_number_is_a_new_abi(tmp_path: Path) -> None:
    record = Record(tmp_path)
    record.write(Interface(ROOT / "include/nango.h"))
    text = HEADER.replace("#define NANGO_ABI_VERSION 0", "#define NANGO_ABI_VERSION 1").replace(IS_RETRYABLE, "")
    (tmp_path / "nango.h").write_text(text)
    interface = Interface(tmp_path / "nango.h")
    assert re.search(r"has the number 1, and abi/ describes 0: run `make abi-update`", check.verdict(record, interface))
    assert check.verdict(record, interface, update=True) == ""
    assert check.verdict(record, interface) == ""
