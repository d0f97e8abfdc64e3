"""Our body scanner against markdown-it-py, which is CommonMark: the same lines are code, the same lines begin items.

Where vaultnet means to differ, because Obsidian does: `%%` comments and `$$` formulas hide what is in them, and words
behind the end of an HTML comment are words. The generator leaves these out, and three places where markdown-it-py
itself departs from CommonMark: a tab beside a quote mark, a `>` that is indented by four, and a line indented by four
right behind running text, which CommonMark reads as more of it.
"""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vaultnet.text.document import parse_document
from vaultnet.text.scan import scan_lines

MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 100})


def expected(text: str) -> tuple[set[int], list[int]]:
    """Lines that are code, and lines on which items begin, both from 0."""
    code: set[int] = set()
    items: list[int] = []
    for token in MARKDOWN.parse(text):
        if token.map and token.type in ("fence", "code_block"):
            code.update(range(*token.map))
        elif token.map and token.type == "list_item_open":
            items.append(token.map[0])
    return code, sorted(items)


def found(text: str) -> tuple[set[int], list[int]]:
    code: set[int] = set()
    for region in scan_lines(text, 0, 1).regions:
        if region.kind == "code":
            code.update(range(text.count("\n", 0, region.start), text.count("\n", 0, region.end) + 1))
    return code, sorted(item.line - 1 for item in parse_document(text).items)


def written(text: str, lines: set[int]) -> set[int]:
    """Without the blank lines: whether the blank lines around a code block are part of it does not matter."""
    return {number for number, line in enumerate(text.split("\n")) if number in lines and line.strip(" \t>")}


def agree(text: str) -> None:
    code, items = expected(text)
    our_code, our_items = found(text)
    assert our_items == items
    assert written(text, our_code) == written(text, code)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n    - b\n        - c\n",
        "- a\n\t- b\n\t\t- c\n\t\n\t- d\n",
        "1. a\n\n   b\n\n2. c\n       d\n",
        "1. a\n   - b\n\n         code\n",
        "- a\n\n\n- b\n\n  c\n\n\n      code\n",
        "- a\n- b\n\n\n    code?\n",
        "a\n    b\n\n    code\n\n\n    code\n",
        "- ```\n  a\n\n  b\n  ```\n- ~~~ x\n  ```\n- c\n",
        "```\na\n~~~\n``\n````\nb\n",
        "    ```\n    a\n\n   ```\n    b\n    ```\n",
        "> - a\n> - b\n>\n>   c\n- d\n",
        "> ```\n> a\nb\n",
        "- > - a\n  >   b\n  - c\n",
        "> > - a\n> - b\n- c\n",
        "- - - a\n  - b\n    - c\n",
        "-\n\n  a\n-\n  b\n",
        "10) a\n    b\n   c\n",
        "- a\n ***\n- b\n - - -\n",
        "a\n1. b\n\nc\n2. d\n\n2. e\n",
        "a\n-\nb\n\n*\n",
        "<div>\n- a\n\n- b\n</div>\n- c\n",
        "<!-- a\n- b\n-->\n- c\n",
        "<script>\n- a\n\n- b\n</script>\n- c\n",
        "- <div>\n  - a\n- b\n",
        "-     code\n-      code\n-    a\n",
        "# a\n    code\n- # b\n      code\n",
        "- [ ] a\n- [x] - b\n",
    ],
)
def test_the_lists_and_code_people_write(text: str) -> None:
    agree(text)


PIECES = ["- ", "* ", "1. ", "2) ", "10. ", "-", "  ", " ", "> ", ">", "```", "````", "~~~", "# ", "---", "***", "===", "a", "b c", "\n", "\n", "\n\n", "\n\n    ", "\n\n\t", "<div>", "<b>", "</div>", "<script>", "<!--", "-->\n", "[ ] ", "`", "+ "]  # fmt: skip
DIFFERS = re.compile(r"-->[^\n]*\S|>[^\n]*\t|\t[^\n]*>|^[^\n]*    +>|[^\s][^\n]*\n(?:    |[ ]*\t)", re.MULTILINE)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_document(text: str) -> None:
    assume(not DIFFERS.search(text) and not text.startswith("---"))
    agree(text)
