"""Compiles the headers of C and C++, alone and twice, in every dialect, without a warning."""

import project

C_DIALECTS = ["c99", "c11", "c17", "c2x"]
CPP_DIALECTS = ["c++11", "c++17", "c++20"]
C_HEADERS = ["nango.h", "nango_api.h"]
CPP_HEADERS = ["nango.hpp", "nango_api.hpp", "nango_document.hpp", "nango_list.hpp", "nango_value.hpp"]
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


def main() -> None:
    checks = project.Checks()
    for c_compiler, cpp_compiler in CPP_COMPILERS.items():
        for header in C_HEADERS:
            for dialect in C_DIALECTS:
                check(checks, c_compiler, "c", dialect, header)
            for dialect in CPP_DIALECTS:
                check(checks, cpp_compiler, "c++", dialect, header)
        for dialect in CPP_DIALECTS[1:]:
            for options in [(), ("-fno-rtti",), ("-fvisibility=hidden",)]:
                for header in CPP_HEADERS:
                    check(checks, cpp_compiler, "c++", dialect, header, options)
    checks.finish()


main()
