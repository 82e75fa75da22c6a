"""The clients in Java, Ruby and PHP, each beside what its users would pick."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import clients
import peers
import project
from measure import Client

NANGO_JAVA = "libnango from Java"
JAVA_HTTP = "Java HttpClient + Jackson"
JAVA_URL = "Java HttpURLConnection + Jackson"
NANGO_RUBY = "libnango from Ruby"
RUBY_HTTP = "Ruby net/http + json"
NANGO_PHP = "libnango from PHP, extension"
NANGO_PHP_FFI = "libnango from PHP, FFI"
PHP_CURL = "PHP curl + json_decode"

INSTALL_RUBY = "Debian: ruby ruby-dev"
# Calls until Java's compiler has compiled what they run. Half of them can leave a figure twice as large.
JAVA_WARM_UP = {NANGO_JAVA: 40_000, JAVA_HTTP: 60_000, JAVA_URL: 75_000}


def java() -> list[Client]:
    """Those in Java."""
    programs = {NANGO_JAVA: "Nango", JAVA_HTTP: "HttpClientJackson", JAVA_URL: "UrlConnectionJackson"}
    built = [
        clients.attempt(name, peers.INSTALL_JACKSON, partial(_java, program)) for name, program in programs.items()
    ]
    return [replace(client, warm_up=JAVA_WARM_UP[client.name], turn_seconds=0.1) for client in built]


def _java(program: str) -> list[str]:
    """Maven stays offline: what it has not got is not installed."""
    peers.jackson()
    return [os.environ.get("JAVA", "java"), "-cp", ":".join(peers.java("--offline")), program]


def ruby() -> list[Client]:
    """Those in Ruby, by the same interpreter. The extension is that of the checkout."""
    program = str(peers.PROGRAMS / "clients.rb")
    return [
        clients.attempt(NANGO_RUBY, INSTALL_RUBY, lambda: [*_ruby_package(), program, "nango"]),
        clients.attempt(RUBY_HTTP, INSTALL_RUBY, lambda: [_ruby(), program, "net_http"]),
    ]


@cache
def _ruby_package() -> list[str]:
    project.build(["sh", str(project.ROOT / "tests" / "ruby.sh")])
    return [_ruby(), f"-I{project.ROOT}/target/ruby/lib", f"-I{project.ROOT}/bindings/ruby/lib"]


def _ruby() -> str:
    interpreter = os.environ.get("RUBY", "ruby")
    if shutil.which(interpreter) is None:
        raise FileNotFoundError("there is no ruby")
    return interpreter


def php() -> list[Client]:
    """Those in PHP."""
    return [
        clients.attempt(NANGO_PHP, "Debian: php-cli php-dev", lambda: _php("nango", _php_extension())),
        clients.attempt(NANGO_PHP_FFI, "Debian: php-cli", partial(_php, "nango", "ffi")),
        clients.attempt(PHP_CURL, "Debian: php-cli php-curl", partial(_php, "curl", "curl")),
    ]


@cache
def _php_extension() -> str:
    package = project.ROOT / "bindings" / "php" / "ext"
    project.build(["sh", str(package / "build.sh")])
    return str(project.ROOT / "target" / "php" / "ext" / "modules" / "nango.so")


def _php(which: str, extension: str) -> list[str]:
    """Without php.ini, which may load what is not measured."""
    command = [os.environ.get("PHP", "php"), "-n", "-d", f"extension={extension}"]
    project.run([*command, "-r", f"exit((int) !extension_loaded('{Path(extension).stem}'));"])
    return [*command, str(peers.PROGRAMS / "php" / "client.php"), which]
