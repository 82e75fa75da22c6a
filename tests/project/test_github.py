"""What is in .github names what there is, publishes what is meant, and holds no logic and no secret of its own."""

from __future__ import annotations

import os
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in sorted(GITHUB.glob("workflows/*.yml"))}
JOBS = [(file, name) for file, workflow in WORKFLOWS.items() for name in workflow["jobs"]]
FORMS = sorted(path.name for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") if path.name != "config.yml")
#: Texts that people read, beside the workflows.
TEXTS = [*(path for path in GITHUB.rglob("*") if path.is_file()), ROOT / "CODE_OF_CONDUCT.md"]
#: A call of make, or what installs Debian's or Alpine's packages.
PLAIN = re.compile(r"make( [a-z-]+)+|apt-get update && apt-get install -y( [\w-]+)+|apk add --no-cache( [\w-]+)+")
#: The files by which Dependabot knows a folder.
MANIFESTS = {
    "cargo": re.compile(r"(.*/)?Cargo\.lock"),
    "pip": re.compile(r"(.*/)?requirements[^/]*\.txt"),
    "gomod": re.compile(r"(.*/)?go\.mod"),
    "npm": re.compile(r"(.*/)?package\.json"),
    "maven": re.compile(r"(.*/)?pom\.xml"),
    "composer": re.compile(r"(.*/)?composer\.json"),
}


def job(file: str, name: str) -> dict[str, Any]:
    """A job of a workflow."""
    found: dict[str, Any] = WORKFLOWS[file]["jobs"][name]
    return found


def steps(file: str, name: str) -> list[dict[str, Any]]:
    """The steps of a job."""
    found: list[dict[str, Any]] = job(file, name)["steps"]
    return found


def committed() -> list[str]:
    """The files that are tracked, or untracked and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name]


def make_knows(targets: set[str]) -> None:
    """Fails if one of them is no target."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "SUITE")}
    command = ["make", "--dry-run", "--silent", *sorted(targets)]
    asked = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr


@pytest.mark.parametrize(("file", "name"), JOBS)
def test_a_job_runs_make_and_decides_nothing(file: str, name: str) -> None:
    """What it decided could not be tried on a developer's machine."""
    run = [step["run"] for step in steps(file, name) if "run" in step]
    for command in run:
        assert PLAIN.fullmatch(command), command
    assert not any("if" in step or "continue-on-error" in step for step in steps(file, name))
    assert job(file, name)["timeout-minutes"] <= 120


def test_the_targets_of_make_are_there() -> None:
    """Those that the jobs and the templates name."""
    commands = [step["run"] for file, name in JOBS for step in steps(file, name) if "run" in step]
    targets = {word for command in commands if command.startswith("make ") for word in command.split()[1:]}
    assert {"test", "test-portable", "check-targets", "release", "publish-crate", "publish-github"} <= targets
    for path in TEXTS:
        targets |= set(re.findall(r"`make ([a-z-]+)", path.read_text("utf-8")))
    make_knows(targets)


@pytest.mark.parametrize("file", WORKFLOWS)
def test_an_action_is_pinned_to_a_commit(file: str) -> None:
    """A tag can be moved; Dependabot changes both the commit and the version beside it."""
    uses = re.findall(r"uses: (.*)", (GITHUB / "workflows" / file).read_text("utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_an_action_has_one_version() -> None:
    """In all workflows."""
    texts = "\n".join(path.read_text("utf-8") for path in GITHUB.glob("workflows/*.yml"))
    versions = set(re.findall(r"uses: (\S+)@(\S+)", texts))
    assert len(versions) == len({action for action, _ in versions})


@pytest.mark.parametrize(("file", "name"), JOBS)
def test_a_checkout_keeps_no_token(file: str, name: str) -> None:
    """Programs of the checkout could read it from .git/config."""
    for step in steps(file, name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_a_job_may_do_what_it_is_for_and_no_more() -> None:
    """The job that builds cannot publish."""
    assert WORKFLOWS["ci.yml"]["permissions"] == {"contents": "read"}
    assert not any("permissions" in job("ci.yml", name) for name in WORKFLOWS["ci.yml"]["jobs"])
    assert WORKFLOWS["release.yml"]["permissions"] == {}
    assert {name: job("release.yml", name)["permissions"] for name in WORKFLOWS["release.yml"]["jobs"]} == {
        "build": {"contents": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "pypi": {"id-token": "write"},
        "crates-io": {"contents": "read", "id-token": "write"},
        "go": {"contents": "write"},
        "maven-central": {"contents": "read"},
        "rubygems": {"contents": "read", "id-token": "write"},
        "packagist": {"contents": "read"},
        "github": {"contents": "write"},
    }


@pytest.mark.parametrize("file", WORKFLOWS)
def test_a_token_or_a_secret_is_given_to_one_step(file: str) -> None:
    """To the one command that publishes with it. A stored one is in an environment, which a maintainer has to allow."""
    text = (GITHUB / "workflows" / file).read_text("utf-8")
    given = [
        (name, step["run"], variable)
        for name, found in WORKFLOWS[file]["jobs"].items()
        for step in found["steps"]
        for variable in step.get("env", {})
    ]
    wanted = [
        ("crates-io", "make publish-crate", "CARGO_REGISTRY_TOKEN"),
        ("go", "make publish-go", "GH_TOKEN"),
        ("maven-central", "make publish-maven", "CENTRAL_TOKEN"),
        ("maven-central", "make publish-maven", "MAVEN_GPG_KEY"),
        ("packagist", "make publish-php", "GH_TOKEN"),
        ("github", "make publish-github", "GH_TOKEN"),
    ]
    assert given == (wanted if file == "release.yml" else [])
    assert text.count(".outputs.token") + text.count("github.token") + text.count("secrets.") == len(given)
    stored = re.findall(r"secrets\.(\w+)", text)
    assert stored == (["CENTRAL_TOKEN", "MAVEN_GPG_KEY", "PHP_REPOSITORY_TOKEN"] if file == "release.yml" else [])
    releasing = (ROOT / "docs/releasing.md").read_text("utf-8")
    assert all(f"`{name}`" in releasing for name in stored)


def test_a_release_is_made_of_a_tag_alone_and_published_after_it_is_attested() -> None:
    """With the names that docs/releasing.md gives for the settings of the registries."""
    workflow = WORKFLOWS["release.yml"]
    assert workflow[True] == {"push": {"tags": ["v[0-9]*"]}}  # YAML takes "on" for true
    needs = {name: found.get("needs") for name, found in workflow["jobs"].items()}
    assert needs == {
        "build": None,
        "attest": "build",
        "pypi": "attest",
        "crates-io": "attest",
        "go": "attest",
        "maven-central": "attest",
        "rubygems": "attest",
        "packagist": "attest",
        "github": ["pypi", "crates-io", "go", "maven-central", "rubygems", "packagist"],
    }
    # PyPI, crates.io and RubyGems ask for the name of the environment.
    environments = {name: found["environment"] for name, found in workflow["jobs"].items() if "environment" in found}
    assert environments == {name: name for name in ("pypi", "crates-io", "maven-central", "rubygems", "packagist")}
    releasing = (ROOT / "docs/releasing.md").read_text("utf-8")
    assert all(f"`{name}`" in releasing for name in (*environments, "release.yml"))


def test_the_job_that_builds_installs_what_make_release_needs() -> None:
    """What the image has besides is what Docker's image of Rust is made of."""
    makefile = f"include {ROOT}/tests/setup/goals.mk\nrelease-tag release:\n\t@echo $(NEEDED)\n"
    command = ["make", "--silent", "--file=-", "release-tag", "release"]
    asked = subprocess.run(
        command, input=makefile, check=True, capture_output=True, text=True, env={"PATH": os.environ["PATH"]}
    )
    needed = set(asked.stdout.split())
    lines = [
        line for line in (ROOT / "tests/setup/tools.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    tools = [[cell.strip() for cell in line.split("|")] for line in lines if line]
    (installs,) = [step["run"] for step in steps("release.yml", "build") if "apt-get" in step.get("run", "")]
    there = {
        *installs.split(),
        "ca-certificates",
        "cargo",
        "dpkg",
        "g++",
        "gcc",
        "git",
        "libc6-dev",
        "python3",
        "rustc",
    }
    # By another name: a newer Java, of which java.lang.foreign needs one.
    there |= {"default-jdk-headless"} if "openjdk-25-jdk-headless" in there else set()
    missing = [
        tool
        for tool, groups, _, _, packages, _ in tools
        if needed & set(groups.split()) and not there & {package.split("=")[0] for package in packages.split()}
    ]
    assert missing == []


def test_what_is_downloaded_was_uploaded() -> None:
    """By name."""

    def named(action: str) -> set[str]:
        every = [step for file, name in JOBS for step in steps(file, name)]
        return {step["with"]["name"] for step in every if step.get("uses", "").startswith(f"actions/{action}@")}

    assert named("download-artifact") == named("upload-artifact") == {"release", "python"}


def test_pypi_gets_the_wheels_and_the_sdist() -> None:
    """And none of the other archives, whose names look like that of the sdist."""
    (upload,) = [step["with"] for step in steps("release.yml", "build") if step.get("with", {}).get("name") == "python"]
    patterns = upload["path"].split()
    files = [
        "libnango-0.1.0-py3-none-manylinux_2_28_x86_64.whl",
        "libnango-0.1.0-py3-none-musllinux_1_2_aarch64.whl",
        "libnango-0.1.0.tar.gz",
        *("libnango-0.1.0-docs.tar.gz", "libnango-0.1.0-source.tar.gz", "libnango-0.1.0-x86_64-linux.tar.gz"),
        *("libnango-0.1.0-aarch64-linux-musl.tar.gz", "nango-0.1.0.crate", "nango-go-v0.1.0.zip"),
        *("libnango-php-0.1.0.tar.gz", "nango-0.1.0-sources.jar", "nango-0.1.0.gem"),
        *("nango-emulator-0.1.0-x86_64-linux.tar.gz", "nango-0.1.0-x86_64-linux.cdx.json", "SHA256SUMS"),
    ]

    def taken(file: str) -> bool:
        path, result = f"target/release-artifacts/{file}", False
        for pattern in patterns:  # the last that fits counts
            if fnmatch(path, pattern.removeprefix("!")):
                result = not pattern.startswith("!")
        return result

    assert [file for file in files if taken(file)] == files[:3]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_the_files_that_a_text_names_are_there(path: Path) -> None:
    """From the top, or next to it."""
    named = set(re.findall(r"(?<![\w/.:-])[\w./-]+\.(?:md|py|sh|yml|toml)\b", path.read_text("utf-8")))
    missing = [name for name in named if not (ROOT / name).exists() and not (path.parent / name).exists()]
    assert missing == []


def test_dependabot_looks_into_each_folder_that_has_packages() -> None:
    """And into no other."""
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    given = {update["package-ecosystem"]: update["directories"] for update in updates}
    files = committed()
    wanted = {
        kind: sorted({f"/{(match[1] or '').rstrip('/')}" for name in files if (match := pattern.fullmatch(name))})
        for kind, pattern in MANIFESTS.items()
    }
    assert given == {**wanted, "github-actions": ["/"]}


@pytest.mark.parametrize("name", FORMS)
def test_an_issue_form_is_one_that_github_accepts(name: str) -> None:
    """GitHub ignores one that is not, without a word."""
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / name).read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "labels"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert fields
    identifiers = [field["id"] for field in fields]
    assert len(set(identifiers)) == len(identifiers)
    for field in form["body"]:
        needed = {
            "markdown": {"value"},
            "dropdown": {"label", "options"},
            "input": {"label"},
            "textarea": {"label"},
        }[field["type"]]
        assert needed <= set(field["attributes"]) <= needed | {"description", "placeholder"}
