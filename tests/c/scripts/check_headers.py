"""Compiles the headers of C and C++, alone and twice, in every dialect, without a warning.

Where nango.hpp cannot be used, it says so in one error.
"""

import project

C_DIALECTS = ["c99", "c11", "c17", "c2x"]
CPP_DIALECTS = ["c++11", "c++17", "c++20"]
C_HEADERS = ["nango.h", "nango_api.h"]
CPP_HEADERS = [
    "nango.hpp",
    "nango_api.hpp",
    "nango_connection.hpp",
    "nango_document.hpp",
    "nango_error.hpp",
    "nango_list.hpp",
    "nango_names.hpp",
    "nango_options.hpp",
    "nango_parameters.hpp",
    "nango_request.hpp",
    "nango_string.hpp",
    "nango_value.hpp",
    "nango_webhook.hpp",
]
CPP_COMPILERS = {"gcc": "g++", "clang": "clang++"}


def check(
    checks: project.Checks, compiler: str, language: str, dialect: str, header: str, options: tuple[str, ...] = ()
) -> None:
    twice = f"#include <{header}>\n" * 2
    command = [project.tool(compiler), "-x", language, f"-std={dialect}", "-fsyntax-only"]
    command += [*project.STRICT, *project.INCLUDES, *options, "-"]
    done = project.run(command, input=twice)
    quiet = done.returncode == 0 and not done.stdout
    checks.that(quiet, f"{compiler} -std={dialect} {' '.join(options)} {header}:\n{done.stdout}")


def check_refused(checks: project.Checks, compiler: str, options: list[str], reason: str) -> None:
    command = [project.tool(compiler), "-x", "c++", "-fsyntax-only", *project.INCLUDES, *options, "-"]
    done = project.run(command, input="#include <nango.hpp>\n")
    errors = [line for line in done.stdout.splitlines() if "error:" in line]
    told = done.returncode != 0 and len(errors) == 1 and reason in errors[0]
    checks.that(told, f"{compiler} {' '.join(options)}: expected one error, {reason!r}:\n{done.stdout}")


def main() -> None:
    checks = project.Checks()
    for c_compiler, cpp_compiler in CPP_COMPILERS.items():
        for header in C_HEADERS:
            for dialect in C_DIALECTS:
                check(checks, c_compiler, "c", dialect, header)
            for dialect in CPP_DIALECTS:
                check(checks, cpp_compiler, "c++", dialect, header)
        for header in CPP_HEADERS:
            check(checks, cpp_compiler, "c++", "c++17", header)
        # nango.hpp has all of them.
        check(checks, cpp_compiler, "c++", "c++20", "nango.hpp")
        for dialect in ["c++17", "c++20"]:
            for options in [("-fno-rtti",), ("-fvisibility=hidden",)]:
                check(checks, cpp_compiler, "c++", dialect, "nango.hpp", options)
    for compiler in CPP_COMPILERS.values():
        check_refused(checks, compiler, ["-std=c++11"], "nango.hpp needs C++17: compile with -std=c++17")
        check_refused(checks, compiler, ["-std=c++14"], "nango.hpp needs C++17: compile with -std=c++17")
        check_refused(checks, compiler, ["-std=c++17", "-fno-exceptions"], "compile without -fno-exceptions")
    checks.finish()


main()
