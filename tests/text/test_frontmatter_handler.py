"""Our reader behind python-frontmatter's interface: the same bytes, the same values."""

import frontmatter
import pytest

from tests.text.test_frontmatter import FENCES, PROBLEMS
from vaultnet.text.frontmatter import find_fence, parse_frontmatter
from vaultnet.text.frontmatter_handler import ObsidianHandler
from vaultnet.text.problem import Refused

NOTES = [*FENCES, *(f"---\n{block}---\nText" for block in PROBLEMS)]


@pytest.mark.parametrize("text", [note for note in NOTES if note[:1].strip("\ufeff \n")])
def test_the_library_reads_what_we_read(text: str) -> None:
    post = frontmatter.loads(text, handler=ObsidianHandler())
    note = parse_frontmatter(text)
    assert post.metadata == note.values
    assert post.content == text[note.body_start :].strip()


@pytest.mark.parametrize("text", NOTES)
def test_the_handler_knows_its_own(text: str) -> None:
    fence = find_fence(text)
    assert ObsidianHandler().detect(text) == bool(fence and fence.closed)


def test_an_unclosed_block_is_text() -> None:
    assert ObsidianHandler().split("---\na: 1\n") == ("", "---\na: 1\n")


def test_it_does_not_write() -> None:
    post = frontmatter.loads("---\na: 1\n---\nText", handler=ObsidianHandler())
    with pytest.raises(Refused, match="set_key"):
        frontmatter.dumps(post)
