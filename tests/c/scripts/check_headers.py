"""Compiles nango.h and nango.hpp, alone and twice, in every dialect, without a warning."""

import project

C_DIALECTS = ["c99", "c11", "c17", "c2x"]
CPP_DIALECTS = ["c++11", "c++17", "c++20"]
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
        for dialect in C_DIALECTS:
            check(checks, c_compiler, "c", dialect, "nango.h")
        for dialect in CPP_DIALECTS:
            check(checks, cpp_compiler, "c++", dialect, "nango.h")
        for dialect in CPP_DIALECTS[1:]:
            for options in [(), ("-fno-rtti",), ("-fvisibility=hidden",)]:
                check(checks, cpp_compiler, "c++", dialect, "nango.hpp", options)
    checks.finish()


main()
