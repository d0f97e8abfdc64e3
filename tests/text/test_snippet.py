"""The line of a note that answers a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.snippet import find_snippet

NOTE = """\
---
company: Acme
---
She moved to Paris in spring.
- 2026-05-02 coffee: Zoë spoke of the PENSION reform, and of Paris
山本太郎さんに会った
"""


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        (("pension",), "2026-05-02 coffee: Zoë spoke of the PENSION reform, and of Paris", ["PENSION"]),
        (("paris",), "She moved to Paris in spring.", ["Paris"]),
        (
            ("pension", "paris"),
            "2026-05-02 coffee: Zoë spoke of the PENSION reform, and of Paris",
            ["PENSION", "Paris"],
        ),
        (("zoe",), "2026-05-02 coffee: Zoë spoke of the PENSION reform, and of Paris", ["Zoë"]),
        (("mov*",), "She moved to Paris in spring.", ["moved"]),
        (("acme",), "company: Acme", ["Acme"]),
        (("太郎",), "山本太郎さんに会った", ["山本太郎さんに会った"]),
        (("tea",), "", []),
        (("",), "", []),
    ],
)
def test_the_line_with_most_of_the_words(words: tuple[str, ...], text: str, shown: list[str]) -> None:
    snippet = find_snippet(NOTE, words)
    assert snippet.text == text
    assert [snippet.text[start:end] for start, end in snippet.matches] == shown


def test_a_long_line_is_cut_between_words() -> None:
    snippet = find_snippet(f"{'before ' * 40}the pension {'behind ' * 40}", ("pension",))
    assert snippet.text.startswith("… before")
    assert snippet.text.endswith("behind …")
    assert len(snippet.text) < 170
    assert [snippet.text[start:end] for start, end in snippet.matches] == ["pension"]


@given(st.text(alphabet="ab éß山\n-*", max_size=400), st.lists(st.text(alphabet="ab é山*", max_size=4), max_size=3))
def test_every_match_lies_in_the_snippet(text: str, words: list[str]) -> None:
    snippet = find_snippet(text, words)
    assert "\n" not in snippet.text
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.matches)
