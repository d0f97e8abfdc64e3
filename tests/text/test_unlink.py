"""Links to a note that is gone, as plain text."""

import pytest

from vaultnet.text.link import Link
from vaultnet.text.unlink import unlink

BLOCK = """\
# Monday
<!-- vaultnet:agenda -->
**Reach out** · 2 people
- [ ] Call [[Ada]] · 7 months ^vn-3f2a9c41-b7d0e812
  - she likes tea
- [ ] Call [[Ben]] ^vn-3f2a9c42-b7d0e812
<!-- /vaultnet:agenda -->
Met [[Ada]] too.
"""


def words(link: Link) -> str:
    return link.display or link.path


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Coffee with [[Ada]] and [[Ben]].\n", "Coffee with Ada and [[Ben]].\n"),
        ("[[Ada|she]], [[Ada#Log]], ![[Ada]], [her](Ada.md)\n", "she, Ada, Ada, her\n"),
        ("`[[Ada]]`\n\n```\n[[Ada]]\n```\n%%[[Ada]]%%\n", "`[[Ada]]`\n\n```\n[[Ada]]\n```\n%%[[Ada]]%%\n"),
        ('---\nknows: "[[Ada]]" # since May\n---\n', "---\nknows: Ada # since May\n---\n"),
        ("---\nwith: [[Ada]]\n---\n", "---\nwith: Ada\n---\n"),
        ('---\nwith:\n  - "[[Ada|A.]]"\n  - "[[Ben]]"\n---\n', '---\nwith:\n  - A.\n  - "[[Ben]]"\n---\n'),
        (
            "---\npositions:\n  - company: '[[Ada]] Ltd'\n    role: clerk\n---\n",
            "---\npositions:\n  - company: Ada Ltd\n    role: clerk\n---\n",
        ),
        ("no link to Ada\n", "no link to Ada\n"),
    ],
)
def test_words_stay_and_code_stays(text: str, after: str) -> None:
    assert unlink(text, lambda path: path in {"Ada", "Ada.md"}, words) == after


def test_what_was_generated_goes_with_what_stands_beneath_it() -> None:
    assert unlink(BLOCK, lambda path: path == "Ada", lambda _: "A.") == (
        "# Monday\n<!-- vaultnet:agenda -->\n**Reach out** · 2 people\n"
        "- [ ] Call [[Ben]] ^vn-3f2a9c42-b7d0e812\n<!-- /vaultnet:agenda -->\nMet A. too.\n"
    )
