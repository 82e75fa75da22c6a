"""Builds libnango with cargo and puts it into the wheel; puts the crate that it is built from into the sdist.

Three variables serve who builds wheels for others: NANGO_BUILD_LIBRARY names a libnango.so that is taken instead of
building one, NANGO_BUILD_PLATFORM the platform tag that fits it, such as manylinux_2_28_x86_64, and
NANGO_BUILD_EMULATOR a nango-emulator that the wheel brings too, for `nango.testing` and as a command.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging import tags

FILE_NAME = "libnango.so"
#: Where the crate is in an sdist.
CRATE = "crate"
#: The emulator in the package, and the command that runs it from there.
EMULATOR = "nango-emulator"
COMMAND = "scripts/nango-emulator"
A_WHEEL = "or install a wheel of libnango, which holds the library and needs neither Rust nor a C compiler"
C_COMPILER = "Debian and Ubuntu: apt install build-essential; Fedora: dnf install gcc; Alpine: apk add build-base"
PROGRAM = "#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n"


class NangoBuildHook(BuildHookInterface[Any]):
    """The hook that hatchling calls at the start of each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to the distribution what hatchling cannot find by itself."""
        if self.target_name == "sdist":
            self._add_crate(build_data)
        elif version == "editable":
            self._build_in_place()
        else:
            self._add_library(build_data)

    def finalize(self, _version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Remove the copy of the crate."""
        if self._packaged is not None:
            self._packaged.cleanup()

    #: The crate as cargo packages it, while the sdist is made.
    _packaged: tempfile.TemporaryDirectory[str] | None = None

    def _add_library(self, build_data: dict[str, Any]) -> None:
        library = os.environ.get("NANGO_BUILD_LIBRARY") or str(self._build())
        platform = os.environ.get("NANGO_BUILD_PLATFORM") or this_platform()
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][library] = f"nango/{FILE_NAME}"
        emulator = os.environ.get("NANGO_BUILD_EMULATOR")
        if emulator:
            build_data["force_include"][emulator] = f"nango/{EMULATOR}"
            build_data["shared_scripts"][str(Path(self.root, COMMAND))] = EMULATOR

    def _build_in_place(self) -> None:
        """Build where the package looks: in a checkout that is target/, which `cargo build --release` fills too."""
        library = self._build("--target-dir", str(self._crate() / "target"))
        if self._is_sdist():
            shutil.copyfile(library, Path(self.root, "src", "nango", FILE_NAME))

    def _add_crate(self, build_data: dict[str, Any]) -> None:
        """Add what `cargo package` makes of the crate, since a part of a workspace does not build elsewhere."""
        # A link that leaves the project, as the licences are, would lead nowhere.
        build_data["force_include"] = {
            os.path.realpath(source): target for source, target in build_data["force_include"].items()
        }
        if self._is_sdist():
            kept = [file for file in self._crate().iterdir() if file.name != "target"]
            build_data["force_include"].update({str(file): f"{CRATE}/{file.name}" for file in kept})
            return
        self._packaged = tempfile.TemporaryDirectory(prefix="nango-crate-")
        folder = Path(self._packaged.name)
        package = ["package", "--quiet", "--no-verify", "--allow-dirty", "-p", "nango", "--target-dir", str(folder)]
        self._run(self._require_cargo(), *package)
        (archive,) = folder.glob("package/nango-*.crate")
        shutil.unpack_archive(archive, folder, "gztar")
        # Whether it was made in a clone and with which changes would make two sdists of the same files differ.
        (folder / archive.stem / ".cargo_vcs_info.json").unlink(missing_ok=True)
        build_data["force_include"][str(folder / archive.stem)] = CRATE

    def _is_sdist(self) -> bool:
        return Path(self.root, CRATE).is_dir()

    def _crate(self) -> Path:
        root = Path(self.root)
        return root / CRATE if self._is_sdist() else root.parents[1]

    def _build(self, *options: str) -> Path:
        """Build the library with cargo; where it is."""
        if not sys.platform.startswith("linux"):
            self._give_up("the Python package runs on Linux only, for now")
        cargo = self._require_cargo()
        self._require_c_compiler()
        # Alone: built with the other kinds, the library would do without link-time optimisation.
        build = ["rustc", "--locked", "--release", "-p", "nango", "--crate-type", "cdylib"]
        output = self._run(cargo, *build, *options, "--message-format", "json-render-diagnostics")
        library = built(output)
        if library is None:
            self._give_up(
                "cargo built no shared library. If this system's C library is musl, set RUSTFLAGS to "
                f"'-C target-feature=-crt-static', {A_WHEEL}"
            )
        return library

    def _run(self, cargo: str, *arguments: str) -> str:
        """Run cargo in the crate; returns its standard output."""
        try:
            finished = subprocess.run(
                [cargo, *arguments], cwd=self._crate(), stdout=subprocess.PIPE, text=True, check=True
            )
        except subprocess.CalledProcessError:
            self._give_up(f"cargo {arguments[0]} failed, and says above why. Mend that, {A_WHEEL}")
        return finished.stdout

    def _require_cargo(self) -> str:
        """Return cargo's command, if it is installed and new enough."""
        cargo = os.environ.get("CARGO") or "cargo"
        wanted = rust_version(self._crate())
        try:
            said = subprocess.run([cargo, "--version"], capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError) as error:
            self._give_up(
                f"building libnango needs Rust {wanted} or later, and '{cargo}' cannot be run ({error}): install Rust "
                f"from https://rustup.rs and put cargo on PATH, {A_WHEEL}"
            )
        found = re.search(r"\d+\.\d+", said)
        if found is None or numbers(found[0]) < numbers(wanted):
            self._give_up(
                f"building libnango needs Rust {wanted} or later, and this is {said.strip()}: run 'rustup update', or "
                f"install Rust from https://rustup.rs, {A_WHEEL}"
            )
        return cargo

    def _require_c_compiler(self) -> None:
        """Build a program, since a compiler may be there without the C library's headers."""
        compiler = os.environ.get("CC") or "cc"
        with tempfile.TemporaryDirectory() as folder:
            command = [*shlex.split(compiler), "-x", "c", "-", "-o", str(Path(folder, "program"))]
            try:
                subprocess.run(command, input=PROGRAM, capture_output=True, text=True, check=True)
            except (OSError, subprocess.CalledProcessError) as error:
                self._give_up(
                    f"building libnango needs a C compiler, and '{compiler}' cannot build a program ({error}): install "
                    f"one ({C_COMPILER}), or name one in CC, {A_WHEEL}"
                )

    def _give_up(self, reason: str) -> NoReturn:
        """End with a sentence instead of a traceback."""
        raise SystemExit(f"libnango: {reason}.")


def built(output: str) -> Path | None:
    """Return the library's path from cargo's messages, since it may be in an unusual place."""
    messages = [json.loads(line) for line in output.splitlines()]
    files = [file for message in messages if is_nango(message) for file in message["filenames"]]
    return next((Path(file) for file in files if file.endswith(".so")), None)


def is_nango(message: dict[str, Any]) -> bool:
    """Whether this message of cargo is about the library itself."""
    return bool(message["reason"] == "compiler-artifact" and message["target"]["name"] == "nango")


def this_platform() -> str:
    """Return the tag of this machine; builds may need its C library, so it is not a manylinux tag."""
    names = (tag.platform for tag in tags.sys_tags())
    return next(name for name in names if not name.startswith(("manylinux", "musllinux")))


def rust_version(crate: Path) -> str:
    """Return the oldest Rust that builds the crate."""
    manifest = (crate / "Cargo.toml").read_text(encoding="utf-8")
    (version,) = re.findall(r'^rust-version = "(\d+\.\d+)', manifest, re.MULTILINE)
    return str(version)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version's numbers, which compare as versions do."""
    return tuple(int(number) for number in version.split("."))
