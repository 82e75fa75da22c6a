"""Compares the numbers in nango.h with those of a libnango.so, and with the headers of C++.

usage: check_numbers.py LIBRARY
"""

import ctypes
import re
import sys

import project

OTHER_NUMBERS = range(-2, 1000)


def check_library(checks: project.Checks, library: ctypes.CDLL, header: str) -> None:
    library.nango_version.restype = ctypes.c_char_p
    library.nango_error_kind_name.restype = ctypes.c_char_p
    library.nango_error_kind_name.argtypes = [ctypes.c_int32]
    library.nango_abi_version.restype = ctypes.c_uint32
    numbers = project.defines(header, "NANGO_")
    version = "{VERSION_MAJOR}.{VERSION_MINOR}.{VERSION_PATCH}".format(**numbers)
    checks.that(library.nango_version().decode() == version, f"the library is {library.nango_version()}")
    checks.that(library.nango_abi_version() == numbers["ABI_VERSION"], f"its ABI is {library.nango_abi_version()}")
    kinds = {number: name for name, number in project.defines(header, "NANGO_ERROR_").items()}
    for number in OTHER_NUMBERS:
        name = library.nango_error_kind_name(number)
        name = name.decode() if name is not None else None
        checks.that(
            name == kinds.get(number), f"error {number} is {name} in the library, {kinds.get(number)} in nango.h"
        )


def check_enum(checks: project.Checks, header: str, cpp_header: str, enum: str, prefix: str) -> None:
    body = cpp_header.split(f"enum class {enum} : std::int32_t {{")[1].split("};")[0]
    found = dict(re.findall(r"(\w+) = (NANGO_\w+)", body))
    named = set(found.values())
    for macro in project.defines(header, prefix):
        checks.that(prefix + macro in named, f"{enum} lacks {prefix}{macro}")
    for name, macro in found.items():
        same = prefix.replace("_", "").lower() + name.lower() == macro.replace("_", "").lower()
        checks.that(same, f"{enum}::{name} is {macro}")


def main() -> None:
    header = project.HEADER.read_text()
    cpp_header = (project.CPP_HEADER.parent / "nango_error.hpp").read_text()
    checks = project.Checks()
    check_library(checks, ctypes.CDLL(sys.argv[1]), header)
    value_header = (project.CPP_HEADER.parent / "nango_value.hpp").read_text()
    check_enum(checks, header, value_header, "ValueType", "NANGO_VALUE_")
    check_enum(checks, header, cpp_header, "ErrorKind", "NANGO_ERROR_")
    check_enum(checks, header, cpp_header, "AuthMode", "NANGO_AUTH_MODE_")
    check_enum(checks, header, cpp_header, "Route", "NANGO_ROUTE_")
    check_enum(checks, header, cpp_header, "LogLevel", "NANGO_LOG_")
    check_enum(checks, header, cpp_header, "Until", "NANGO_UNTIL_")
    checks.finish()


main()
