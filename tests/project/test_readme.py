"""What readme.py refuses, and that the documents of the project pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readme import LONGEST, anchors, broken_links, main, missing_settings, too_long, wrong_numbers

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """
#define NANGO_ERROR_NONE 0
#define NANGO_ERROR_IO 1
#define NANGO_AUTH_MODE_ABSENT 0
#define NANGO_AUTH_MODE_UNKNOWN 1
#define NANGO_AUTH_MODE_BASIC 2
#define NANGO_AUTH_MODE_JWT 3
void nango_client_options_set_route(nango_client_options *options, int32_t route);
void nango_request_add_query(nango_request *request, const char *name, const char *value);
"""
NUMBERS = "all {}, and those that Nango adds later; {} kinds"
PAGE = """
[a file](there.md), [its heading](there.md#when-it-is-not-there), [here](#here), [a page](https://example.com/#x)

```
[code](nowhere.md)
```

# Here
"""
THERE = "# When it is *not* there\n\n```\n# a comment\n```\n\n## [`nango_call`](x.md): twice\n"


def test_the_first_page_stays_short() -> None:
    """It is read within a minute."""
    assert too_long("line\n" * LONGEST) == []
    assert too_long("line\n" * (LONGEST + 1)) == ["README.md has 201 lines, of at most 200: move details to docs"]


def test_its_numbers_are_those_of_the_header() -> None:
    """A kind that is added changes the number."""
    assert wrong_numbers(NUMBERS.format(2, 1), HEADER) == []
    assert wrong_numbers(NUMBERS.format(4, 2), HEADER) == [
        "README.md: there are 1 error kinds, not 2",
        "README.md: there are 2 auth modes, not 4",
    ]
    assert len(wrong_numbers("", HEADER)) == 2


def test_each_setting_is_on_the_page_of_settings() -> None:
    """As code, so that a word of the text does not count."""
    assert missing_settings("`set_route` `add_query`", HEADER) == []
    assert missing_settings("`set_route` add_query", HEADER) == ["docs/settings.md: the setting add_query is missing"]


def test_an_anchor_is_that_of_github() -> None:
    """Without code, links and punctuation."""
    assert anchors(THERE) == {"when-it-is-not-there", "nango_call-twice"}


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("", ""),
        ("[x](gone.md)", "the link to gone.md leads nowhere"),
        ("[x](there.md#gone)", "there.md has no heading #gone"),
        ("[x](there.md#a-comment)", "there.md has no heading #a-comment"),
        ("[x](#gone)", "the page itself has no heading #gone"),
    ],
)
def test_a_link_leads_to_a_file_and_a_heading(tmp_path: Path, link: str, problem: str) -> None:
    """Links in code and to other sites are not looked at."""
    (tmp_path / "there.md").write_text(THERE, encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(PAGE + link, encoding="utf-8")
    assert broken_links(page) == ([f"{page}: {problem}"] if problem else [])


def test_the_documents_of_the_project_pass() -> None:
    """All tracked documents."""
    assert main() == 0
