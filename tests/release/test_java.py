"""What a release has of the packages for Java, and what Maven Central asks for."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_700_000_000
TARGETS = ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-musl")
PLATFORMS = ("linux-x86_64-gnu", "linux-aarch64-musl")
PACKAGES = ("nango", "nango-jackson", "nango-kotlin")
LICENCES = {"META-INF/LICENSE-MIT", "META-INF/LICENSE-APACHE"}
IN_POM = {"m": "http://maven.apache.org/POM/4.0.0"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files, by their names without the version; with invented libraries."""
    folder = tmp_path_factory.mktemp("java")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    command: list[str | Path] = [
        "python3",
        ROOT / "packaging/archive.py",
        "source",
        ROOT,
        "sources",
        folder / "sources.tar.gz",
    ]
    subprocess.run(command, env=environment, check=True)
    with tarfile.open(folder / "sources.tar.gz") as tar:
        tar.extractall(folder)
    libraries = []
    for target in TARGETS:
        (folder / target).write_text(f"the library for {target}")
        libraries.append(f"{target}={folder / target}")
    artifacts = folder / "artifacts"
    artifacts.mkdir()
    build: list[str | Path] = ["sh", folder / "sources/packaging/java.sh", folder / "sources", artifacts, *libraries]
    done = subprocess.run(build, env=environment, check=False, capture_output=True, text=True)
    if "there is no JDK 22 or later" in done.stderr:
        pytest.skip("the jar of a release needs a JDK 22 or later")
    assert done.returncode == 0, done.stdout + done.stderr
    version = ET.parse(next(artifacts.glob("nango-jackson-*.pom"))).findtext("m:version", None, IN_POM)
    return {path.name.replace(f"-{version}", ""): path for path in artifacts.iterdir()}


def names(jar: Path) -> set[str]:
    with zipfile.ZipFile(jar) as packed:
        return set(packed.namelist())


def test_each_package_is_whole(made: dict[str, Path]) -> None:
    endings = (".pom", ".jar", "-sources.jar", "-javadoc.jar")
    assert made.keys() == {f"{package}{ending}" for package in PACKAGES for ending in endings}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_pom_has_what_maven_central_asks_for(package: str, made: dict[str, Path]) -> None:
    pom = ET.parse(made[f"{package}.pom"])
    for name in (
        "name",
        "description",
        "url",
        "licenses/m:license",
        "developers/m:developer",
        "scm/m:connection",
        "scm/m:url",
    ):
        assert pom.find(f"m:{name}", IN_POM) is not None, name
    assert pom.findtext("m:url", None, IN_POM) == pom.findtext("m:scm/m:url", None, IN_POM)
    # Of the checkout it knows nothing.
    assert pom.find("m:parent", IN_POM) is None
    assert pom.find("m:build", IN_POM) is None
    assert "$" not in made[f"{package}.pom"].read_text("utf-8")


def test_the_jar_has_the_library_of_each_system_with_its_checksum_and_the_notices(made: dict[str, Path]) -> None:
    with zipfile.ZipFile(made["nango.jar"]) as jar:
        for target, platform in zip(TARGETS, PLATFORMS, strict=True):
            library = jar.read(f"dev/nango/native/{platform}/libnango.so")
            assert library.decode() == f"the library for {target}"
            checksum = jar.read(f"dev/nango/native/{platform}/libnango.so.sha256").decode()
            assert checksum.strip() == hashlib.sha256(library).hexdigest()
        assert jar.read("META-INF/THIRD-PARTY-NOTICES") == (ROOT / "THIRD-PARTY-NOTICES").read_bytes()
        assert jar.getinfo("META-INF/versions/22/dev/nango/internal/FfmLibrary.class").date_time[:3] == (2023, 11, 14)
    assert "dev/nango/testing/Emulator.class" in names(made["nango.jar"])


@pytest.mark.parametrize("package", PACKAGES)
def test_jars_have_the_licences_and_sources_are_without_the_libraries(package: str, made: dict[str, Path]) -> None:
    assert names(made[f"{package}.jar"]) >= LICENCES
    assert names(made[f"{package}-sources.jar"]) >= LICENCES
    assert not any(name.endswith((".so", ".sha256")) for name in names(made[f"{package}-sources.jar"]))
    assert any(name.endswith(".html") for name in names(made[f"{package}-javadoc.jar"]))
