"""Does what README.md says: for each language its first program, in the shell that the emulator starts.

The commands that install from a registry are there from 0.2 on. Those of a checkout stand in for them. All programs
are made in one folder, as a reader does who tries several languages.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from blocks import ROOT
from builds import describe_library, environment

README = ROOT / "README.md"
SOURCES = ROOT / "bindings" / "python" / "src"
LANGUAGES = ["Python", "Go", "C++", "Java", "Ruby", "PHP"]
PROGRAM = re.compile(
    r"^\*\*\[(?P<language>[^]]+)\]\(\S+\)\*\*: (?P<text>[^#]*?)\n\n```\w+\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE
)
STEP = re.compile(r"save `(?P<file>[^`]+)`|(?P<install>\binstall\b)|`(?P<command>[^`]+)`")
#: What makes a language use what make has built of this checkout.
WITHOUT_BUILDING = {
    "Python": f"""echo {SOURCES} >"$(python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/nango.pth\"""",
    "Java": f"[ -e {ROOT}/target/java ]",
    "Ruby": f"export RUBYLIB={ROOT}/target/ruby/lib:{ROOT}/bindings/ruby/lib",
    "PHP": f"mkdir vendor\necho '<?php require \"{ROOT}/bindings/php/tests/autoload.php\";' >vendor/autoload.php",
}
#: The beginning of the token that each program prints.
TOKEN = "gho_inve"
#: The records and the action are in the same client.
RECORDS = """import nango

client = nango.Client()
{}print(issue["title"])
"""
RECORDS_PRINT = "Broken"


@dataclass(frozen=True)
class Program:
    """A program with what is typed to run it."""

    name: str
    commands: str
    prints: str


def typed(text: str, language: str, code: str, checkout: str) -> str:
    """What a reader types who follows the line above a program."""
    commands = []
    for step in STEP.finditer(text):
        if step["file"]:
            commands.append(f"cat >{step['file']} <<'END'\n{code}END")
        else:
            commands.append(installing(language, checkout) if step["install"] else step["command"])
    return "".join(f"{command}\n" for command in commands)


def installing(language: str, checkout: str) -> str:
    """The command of README.md that makes a language use a checkout; for most, one that builds no library."""
    if language in WITHOUT_BUILDING:
        return WITHOUT_BUILDING[language]
    start = {"Go": "go mod edit", "Rust": "cargo add"}[language]
    found = re.search(rf"^{start}(?:.*\\\n)*.*$", checkout, re.MULTILINE)
    assert found, f"README.md does not say how {language} uses a checkout"
    return found[0]


def untested(readme: str) -> list[str]:
    """The commands for a checkout that are neither run here nor on a page whose commands are."""
    pages = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("installing.md", "testing.md"))
    (block,) = re.findall(r"^From a checkout.*?```sh\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    commands = [line.partition(" #")[0].rstrip() for line in block.replace("\\\n", "").splitlines()]
    return [line for line in commands if not line.startswith(("go mod edit", "cargo add")) and line not in pages]


def programs(readme: str) -> list[Program]:
    """The programs of README.md."""
    checkout = readme.partition("From a checkout")[2].partition("## ")[0]
    found = [
        Program(part["language"], typed(part["text"], part["language"], part["code"], checkout), TOKEN)
        for part in PROGRAM.finditer(readme)
    ]
    assert [program.name for program in found] == LANGUAGES, "README.md lacks a program"
    (records,) = re.findall(r"^Records and an action.*?```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    commands = f"python - <<'END'\n{RECORDS.format(records)}END\n"
    return [*found, Program("Records", commands, RECORDS_PRINT)]


def shell(readme: str) -> list[str]:
    """The command that starts a shell next to an emulator."""
    found = re.search(r"`(nango-emulator -- \w+)`", readme)
    assert found, "README.md does not say how to start a shell with an emulator"
    return found[1].split()


def failure(program: Program, command: list[str], folder: str) -> str:
    """Runs a program; what went wrong."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in environment().items() if not name.startswith("NANGO_")},
        input=f"set -eu\n{program.commands}",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    last = done.stdout.splitlines()[-1:]
    return (
        "" if done.returncode == 0 and last == [program.prints] else f"{program.name}: {program.commands}{done.stdout}"
    )


def main() -> int:
    """Runs all of them."""
    describe_library()
    readme = README.read_text(encoding="utf-8")
    command = shell(readme)
    wanted = programs(readme)
    with tempfile.TemporaryDirectory(prefix="nango-readme-") as folder:
        (Path(folder) / "libnango").symlink_to(ROOT)
        failures = [wrong for program in wanted if (wrong := failure(program, command, folder))]
    failures += [f"README.md: {line}\nis not in docs/installing.md or docs/testing.md" for line in untested(readme)]
    for wrong in failures:
        print(f"FAILED {wrong}")
    print(f"{len(wanted) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
