"""Builds a program with the package and runs it."""

from pathlib import Path

from conan.tools.build import can_run
from conan.tools.cmake import CMake, cmake_layout

from conan import ConanFile


class TestPackage(ConanFile):
    """The program needs no server: it has the library refuse a client without a key."""

    settings = "os", "arch", "compiler", "build_type"
    generators = "CMakeDeps", "CMakeToolchain"

    def requirements(self) -> None:
        """The package that was just made."""
        self.requires(self.tested_reference_str)

    def layout(self) -> None:
        """CMake's usual folders."""
        cmake_layout(self)

    def build(self) -> None:
        """Builds the program."""
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def test(self) -> None:
        """Runs it, unless it is for another machine."""
        if can_run(self):
            self.run(str(Path(self.build_folder, self.cpp.build.bindir, "test_package")), env="conanrun")
