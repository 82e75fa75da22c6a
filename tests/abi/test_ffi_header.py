"""include/nango.ffi.h agrees with nango.h, and the programs that it is for can read all of it.

PHP, LuaJIT and Node's koffi are tried where they are installed; tests/suites.sh names those that are not.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import cffi  # type: ignore[import-untyped]
import pytest

from check import ROOT
from interface import Interface

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ROOT / "include/nango.ffi.h"
LIBRARY = ROOT / "target/release/libnango.so"
DESCRIPTION = json.loads((ROOT / "abi/nango.json").read_text())
C_HEADER = Interface(ROOT / "include/nango.h")
VERSION = ".".join(str(part) for part in (constant["value"] for constant in DESCRIPTION["constants"][:3]))
#: What each has to print: the version, a number, and the message of an error that a call has stored.
PRINTED = [VERSION, "6", "options is NULL: pass what its _new function returned"]
PROGRAMS = {
    "php": """
        $nango = FFI::cdef(file_get_contents($argv[1]), $argv[2]);
        echo $nango->nango_version(), "\\n", $nango->NANGO_ERROR_TIMEOUT, "\\n";
        $error = $nango->new("nango_error *");
        $nango->nango_client_new(null, FFI::addr($error));
        echo $nango->nango_error_message($error), "\\n";
        $nango->nango_error_free($error);
    """,
    "luajit": """
        local ffi = require("ffi")
        ffi.cdef(io.open(arg[1]):read("*a"))
        local nango = ffi.load(arg[2])
        print(ffi.string(nango.nango_version()))
        print(tonumber(nango.NANGO_ERROR_TIMEOUT))
        local stored = ffi.new("nango_error *[1]")
        nango.nango_client_new(nil, stored)
        print(ffi.string(nango.nango_error_message(stored[0])))
        nango.nango_error_free(stored[0])
    """,
    # It reads one declaration at a time.
    "koffi": r"""
        const koffi = require("koffi");
        const nango = koffi.load(process.argv[3]);
        const text = require("fs").readFileSync(process.argv[2], "utf8").replace(/\/\*[^]*?\*\//g, "");
        const functions = {};
        const numbers = {};
        for (const declaration of text.split(";").map((part) => part.trim()).filter(Boolean)) {
            const [, result, name, parameters] = declaration.match(/^typedef (\w+) \(\*(\w+)\)\(([^]*)\)$/) || [];
            if (name) koffi.pointer(name, koffi.proto(`${result} ${name}_proto(${parameters})`));
            else if (declaration.startsWith("typedef struct")) koffi.opaque(declaration.split(" ")[2]);
            else if (declaration.startsWith("typedef")) koffi.alias(...declaration.split(" ").slice(1).reverse());
            else if (declaration.startsWith("enum"))
                for (const [, key, value] of declaration.matchAll(/(\w+) = (\d+)/g)) numbers[key] = Number(value);
            else functions[declaration.match(/(\w+)\(/)[1]] = nango.func(declaration);
        }
        console.log(functions.nango_version());
        console.log(numbers.NANGO_ERROR_TIMEOUT);
        const stored = koffi.alloc("void *", 1);
        functions.nango_client_new(null, stored);
        const error = koffi.decode(stored, "void *");
        console.log(functions.nango_error_message(error));
        functions.nango_error_free(error);
    """,
}
COMMANDS = {"php": ["php", "-d", "ffi.enable=1"], "luajit": ["luajit"], "koffi": ["node"]}


def test_the_description_lists_what_the_header_declares() -> None:
    assert sorted(function["name"] for function in DESCRIPTION["functions"]) == C_HEADER.symbols
    constants = [constant for group in DESCRIPTION["enumerations"] for constant in group["constants"]]
    assert {constant["name"]: constant["value"] for constant in constants} == C_HEADER.constants
    assert DESCRIPTION["abi"] == C_HEADER.number


def test_a_c_compiler_finds_no_difference_to_the_header(tmp_path: Path) -> None:
    source = tmp_path / "both.c"
    # The enumerators come first: nango.h makes macros of their names.
    source.write_text("#include <stddef.h>\n#include <stdint.h>\n#include <nango.ffi.h>\n#include <nango.h>\n")
    command = ["gcc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", f"-I{HEADER.parent}"]
    subprocess.run([*command, str(source)], check=True)
    changed = tmp_path / "changed"
    changed.mkdir()
    wrong = HEADER.read_text().replace("int64_t nango_connection_id(", "int32_t nango_connection_id(")
    (changed / "nango.ffi.h").write_text(wrong)
    refused = subprocess.run(
        [*command[:-1], f"-I{changed}", *command[-1:], str(source)], check=False, capture_output=True
    )
    assert refused.returncode != 0, "the compiler compares nothing"


def test_cffi_reads_it_whole_and_calls_the_library() -> None:
    ffi = cffi.FFI()
    ffi.cdef(HEADER.read_text())
    nango = ffi.dlopen(str(LIBRARY))
    missing = [function["name"] for function in DESCRIPTION["functions"] if not hasattr(nango, function["name"])]
    assert missing == []
    error = ffi.new("nango_error **")
    assert nango.nango_client_new(ffi.NULL, error) == ffi.NULL
    texts = [nango.nango_version(), nango.nango_error_message(error[0])]
    version, message = (ffi.string(text).decode() for text in texts)
    nango.nango_error_free(error[0])
    assert [version, str(nango.NANGO_ERROR_TIMEOUT), message] == PRINTED


def is_installed(language: str) -> bool:
    command = COMMANDS[language][0]
    if shutil.which(command) is None or language != "koffi":
        return shutil.which(command) is not None
    return subprocess.run(["node", "-e", 'require("koffi")'], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("language", [name for name in PROGRAMS if is_installed(name)])
def test_others_read_it_whole_and_call_the_library(language: str, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(("<?php" if language == "php" else "") + PROGRAMS[language])
    command = [*COMMANDS[language], str(program), str(HEADER), str(LIBRARY)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr, ran.stdout.splitlines()) == (0, "", PRINTED)
