"""What publishes the packages for Java and PHP, on a server and in a repository of the test."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1700000000"
PACKAGES = ("nango", "nango-jackson", "nango-kotlin")
ENDINGS = (".pom", ".jar", "-sources.jar", "-javadoc.jar")


class Central(HTTPServer):
    """Takes a bundle as Maven Central does."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.received: list[tuple[str, str, bytes]] = []
        self.status = 201


class Answer(BaseHTTPRequestHandler):
    """Notes what is sent, and answers."""

    server: Central

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((self.path, self.headers["Authorization"], body))
        answer = b"28570f16-da32-4c14-bd2e-c1acc0782365" if self.server.status == 201 else b"invented refusal"
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


@pytest.fixture
def central() -> Iterator[Central]:
    """A server that runs during the test."""
    with Central() as server:
        threading.Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


@pytest.fixture
def key(tmp_path: Path) -> tuple[str, dict[str, str]]:
    """A new key that signs, and the environment in which gpg knows it."""
    home = tmp_path / "gnupg"
    home.mkdir(mode=0o700)
    environment = {**os.environ, "GNUPGHOME": str(home)}
    create = [
        "gpg",
        "--batch",
        "--quiet",
        "--passphrase",
        "",
        "--quick-generate-key",
        "invented@example.com",
        "ed25519",
        "sign",
    ]
    subprocess.run(create, env=environment, check=True)
    export = ["gpg", "--batch", "--quiet", "--armor", "--export-secret-keys"]
    return subprocess.run(export, env=environment, check=True, capture_output=True, text=True).stdout, environment


def publish(artifacts: Path, central: Central, key: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "MAVEN_GPG_KEY": key,
        "CENTRAL_TOKEN": "aW52ZW50ZWQ6dG9rZW4=",
        "CENTRAL_URL": f"http://127.0.0.1:{central.server_port}",
        "PYTHON": sys.executable,
    }
    command = ["sh", str(ROOT / "packaging/maven_central.sh"), str(artifacts), "0.1.0"]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


def make_artifacts(folder: Path) -> dict[str, bytes]:
    """The files of a release that are for Maven Central."""
    folder.mkdir()
    files = {f"{package}-0.1.0{ending}": f"{package}{ending}".encode() for package in PACKAGES for ending in ENDINGS}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return files


def test_maven_central_gets_each_file_with_its_signature_and_checksums(
    tmp_path: Path, central: Central, key: tuple[str, dict[str, str]]
) -> None:
    files = make_artifacts(tmp_path / "artifacts")
    secret, environment = key
    done = publish(tmp_path / "artifacts", central, secret)
    assert (done.returncode, done.stdout) == (0, "28570f16-da32-4c14-bd2e-c1acc0782365\n"), done.stderr

    ((path, authorization, body),) = central.received
    assert path == "/api/v1/publisher/upload?name=libnango-0.1.0&publishingType=AUTOMATIC"
    assert authorization == "Bearer aW52ZW50ZWQ6dG9rZW4="
    assert b'name="bundle"; filename="libnango-0.1.0.zip"' in body
    with zipfile.ZipFile(io.BytesIO(body[body.index(b"PK\3\4") :])) as bundle:
        packed = {name: bundle.read(name) for name in bundle.namelist() if not name.endswith("/")}
    at = {name: f"dev/nango/{name.split('-0.1.0')[0]}/0.1.0/{name}" for name in files}
    assert packed.keys() == {f"{path}{ending}" for path in at.values() for ending in ("", ".asc", ".md5", ".sha1")}
    for name, content in files.items():
        assert packed[at[name]] == content
        for program, ending in (("md5sum", "md5"), ("sha1sum", "sha1")):
            told = subprocess.run([program], input=content, check=True, capture_output=True).stdout.split()[0]
            assert packed[f"{at[name]}.{ending}"].strip() == told
        signature = tmp_path / "signature.asc"
        signature.write_bytes(packed[f"{at[name]}.asc"])
        verify: list[str | Path] = ["gpg", "--batch", "--verify", signature, "-"]
        subprocess.run(verify, input=content, env=environment, check=True, capture_output=True)


def test_a_bundle_that_maven_central_refuses_is_a_failure(
    tmp_path: Path, central: Central, key: tuple[str, dict[str, str]]
) -> None:
    make_artifacts(tmp_path / "artifacts")
    central.status = 401
    done = publish(tmp_path / "artifacts", central, key[0])
    assert done.returncode != 0
    assert "invented refusal" in done.stdout
    assert "aW52ZW50ZWQ6dG9rZW4=" not in done.stdout + done.stderr


@pytest.mark.parametrize("missing", ["MAVEN_GPG_KEY", "CENTRAL_TOKEN"])
def test_what_the_environment_lacks_is_named(missing: str, tmp_path: Path) -> None:
    environment = {**os.environ, "MAVEN_GPG_KEY": "invented", "CENTRAL_TOKEN": "invented", missing: ""}
    command = ["sh", str(ROOT / "packaging/maven_central.sh"), str(tmp_path), "0.1.0"]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert f"{missing}: is missing" in done.stderr


def dist(folder: Path, umask: int) -> Path:
    """The archive for PHP, with invented libraries."""
    folder.mkdir()
    libraries = []
    for target in ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-musl"):
        (folder / target).write_text(target)
        libraries.append(f"{target}={folder / target}")
    command = ["sh", str(ROOT / "bindings/php/dist.sh"), str(folder), *libraries]
    subprocess.run(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, umask=umask, check=True, capture_output=True
    )
    (archive,) = folder.glob("libnango-php-*.tar.gz")
    return archive


def test_the_archive_for_php_is_the_same_each_time_and_has_all_libraries(tmp_path: Path) -> None:
    one, other = dist(tmp_path / "one", 0o022), dist(tmp_path / "another", 0o077)
    assert one.read_bytes() == other.read_bytes()
    top = one.name.removesuffix(".tar.gz")
    with tarfile.open(one) as tar:
        names = set(tar.getnames())
        composer = tar.extractfile(f"{top}/composer.json")
        assert composer is not None
        assert json.load(composer)["version"] == top.rpartition("-")[2]
    wanted = (
        "src/Client.php",
        "include/nango.h",
        "ext/config.m4",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "THIRD-PARTY-NOTICES",
    )
    libraries = ("lib/x86_64-unknown-linux-gnu/libnango.so", "lib/aarch64-unknown-linux-musl/libnango.so")
    assert {f"{top}/{name}" for name in (*wanted, *libraries)} <= names


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_tag_for_packagist_holds_what_was_released_and_nothing_else(tmp_path: Path) -> None:
    archive = dist(tmp_path / "artifacts", 0o022)
    version = re.sub(r"libnango-php-|\.tar\.gz", "", archive.name)
    repository, clone = tmp_path / "repository", tmp_path / "clone"
    subprocess.run(["git", "init", "--quiet", "--bare", repository], check=True)
    subprocess.run(["git", "clone", "--quiet", repository, clone], check=True, stderr=subprocess.DEVNULL)
    (clone / "src").mkdir()
    (clone / "src/Former.php").touch()
    git(clone, "add", ".")
    git(clone, "-c", "user.name=invented", "-c", "user.email=invented@example.com", "commit", "--quiet", "-m", "Former")
    command = ["sh", str(ROOT / "packaging/php_tag.sh"), str(archive.parent), version, str(clone)]
    subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, check=True)
    git(clone, "push", "origin", "HEAD", f"v{version}")
    with tarfile.open(archive) as tar:
        files = {entry.name.partition("/")[2] for entry in tar.getmembers() if entry.isfile()}
    assert set(git(repository, "ls-tree", "-r", "--name-only", f"v{version}").split("\n")) == files
    assert git(repository, "log", "-1", "--format=%an %at", f"v{version}") == f"libnango {EPOCH}"
