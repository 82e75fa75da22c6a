"""Conan's recipe for libnango, for C and C++: builds a release's sources with the Rust that is on PATH."""

import shutil
from pathlib import Path

from conan.errors import ConanInvalidConfiguration
from conan.tools.build import cross_building
from conan.tools.cmake import CMake, CMakeToolchain
from conan.tools.files import copy, get, rm, rmdir

from conan import ConanFile

required_conan_version = ">=2.0"

#: The targets of rustc, by Conan's names of processors.
RUST_TARGETS = {"x86_64": "x86_64-unknown-linux-gnu", "armv8": "aarch64-unknown-linux-gnu"}
#: What nango-static.pc lists.
SYSTEM_LIBRARIES = ["util", "rt", "pthread", "m", "dl"]


class Nango(ConanFile):
    """One package for every compiler: the interface is C, and nango.hpp a header over it."""

    name = "libnango"
    description = "Client library for Nango: a customer's fresh credentials for external APIs, in C and C++"
    license = "MIT OR Apache-2.0"
    homepage = "https://nango.dev"
    url = "https://github.com/libnango/libnango"
    topics = ("nango", "oauth", "credentials", "client")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False]}  # noqa: RUF012 (Conan's form)
    default_options = {"shared": False}  # noqa: RUF012

    def set_version(self) -> None:
        """The version of the sources that conandata.yml names."""
        self.version = self.version or next(iter(self.conan_data["sources"]))

    def validate(self) -> None:
        """Refuses a system that the library's CMake project does not build for."""
        if self.settings.os != "Linux" or str(self.settings.arch) not in RUST_TARGETS:
            raise ConanInvalidConfiguration("libnango is built for Linux on x86_64 and armv8")

    def validate_build(self) -> None:
        """Names what is missing before anything is downloaded."""
        if not shutil.which("cargo"):
            raise ConanInvalidConfiguration("libnango is built with Rust 1.85 or later, and cargo is not on PATH")

    def package_id(self) -> None:
        """Cargo optimises the library whatever the compiler of the program."""
        del self.info.settings.compiler
        del self.info.settings.build_type

    def source(self) -> None:
        """The source archive of the release."""
        get(self, **self.conan_data["sources"][self.version], strip_root=True)

    def generate(self) -> None:
        """What CMake is told."""
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["NANGO_STATIC"] = not self.options.shared
        if cross_building(self):
            toolchain.cache_variables["NANGO_RUST_TARGET"] = RUST_TARGETS[str(self.settings.arch)]
        toolchain.generate()

    def build(self) -> None:
        """Has CMake run cargo."""
        cmake = CMake(self)
        cmake.configure(build_script_folder="bindings/c")
        cmake.build()

    def package(self) -> None:
        """Keeps one kind of library, and the licences once; Conan writes the files for CMake and pkg-config itself."""
        for name in ("LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES"):
            copy(self, name, self.source_folder, str(Path(self.package_folder) / "licenses"))
        CMake(self).install()
        rmdir(self, str(Path(self.package_folder) / "share"))
        lib = Path(self.package_folder) / "lib"
        for name in ("cmake", "pkgconfig"):
            rmdir(self, str(lib / name))
        if not self.options.shared:
            rm(self, "libnango.so*", str(lib))

    def package_info(self) -> None:
        """The names are those that find_package and pkg-config have of an installed libnango."""
        self.cpp_info.libs = ["nango"]
        self.cpp_info.set_property("cmake_file_name", "nango")
        if self.options.shared:
            self.cpp_info.set_property("cmake_target_name", "nango::nango")
            self.cpp_info.set_property("pkg_config_name", "nango")
        else:
            self.cpp_info.set_property("cmake_target_name", "nango::nango_static")
            self.cpp_info.set_property("pkg_config_name", "nango-static")
            self.cpp_info.system_libs = SYSTEM_LIBRARIES
