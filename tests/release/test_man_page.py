"""The emulator's manual page: the options of --help, all of them and no others."""

from __future__ import annotations

import re

from packages import EMULATOR, ROOT, run

PAGE = ROOT / "tests/emulator/nango-emulator.1"


def plain(text: str) -> str:
    """A text of the page without roff's escapes."""
    return text.replace(r"\-", "-").replace(r"\(aq", "'")


def options_of_help() -> dict[str, str]:
    """The options that the program lists, each with the name of its value."""
    found = re.findall(r"^ +(?:-\w, )?(--[\w-]+)(?: <(\w+)>)?", run(EMULATOR, "--help"), re.MULTILINE)
    return {name: "N" if value in ("PORT", "N") else value for name, value in found}


def test_the_options_are_those_of_the_program() -> None:
    """With the values that they take."""
    text = PAGE.read_text()
    part = text[text.index(".SH OPTIONS") : text.index(".SH EXIT STATUS")]
    heads = [plain(head) for head in re.findall(r"^\.TP\n(.+)$", part, re.MULTILINE)]
    shown = {}
    for head in heads:
        name = re.search(r"--[\w-]+", head)
        assert name, head
        value = re.search(r'^\.BI \S+ " (\w+)"$', head)
        shown[name[0]] = value[1] if value else ""
    assert shown == options_of_help()
    synopsis = plain(text[text.index(".SH SYNOPSIS") : text.index(".SH DESCRIPTION")])
    assert set(re.findall(r"--[\w-]+", synopsis)) == set(shown) - {"--help", "--version"}


def test_the_defaults_and_the_one_line_description_are_those_of_the_program() -> None:
    """What --help says is said in the page too."""
    printed = run(EMULATOR, "--help")
    assert "[default: 0]" in printed
    assert "\n0, which is the default, lets the system choose.\n" in PAGE.read_text()
    assert printed.startswith("A local Nango server for tests")
    assert r"nango-emulator \- local Nango server for tests" in PAGE.read_text()


def test_the_page_is_well_formed() -> None:
    """groff, with all its warnings on, has nothing to say."""
    assert run("groff", "-man", "-ww", "-z", "-Tutf8", PAGE) == ""
