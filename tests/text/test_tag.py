import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.document import parse_document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#person", ["person"]),
        ("a #people/friend b", ["people/friend"]),
        ("#y1984 #1984", ["y1984"]),
        ("#été #日本 #a-b_c #🎉", ["été", "日本", "a-b_c", "🎉"]),
        ("#👩\u200d💻", ["👩\u200d💻"]),
        ("#a, #b. (#c) x#d ##e", ["a", "b"]),
        ("# heading", []),
        ("#a/ #/", ["a"]),
        ("[[Note #b]] #c", ["c"]),
        ("[[Note#b]] and #c [[x|#d]] #e", ["c", "e"]),
        ("`#a` #b", ["b"]),
        ("https://x.y/#a", []),
        ("\ufeff#a", ["a"]),
    ],
)
def test_tags(text: str, names: list[str]) -> None:
    assert [tag.name for tag in parse_document(text).tags] == names


@given(st.text(alphabet="#a1/ -[]|\n🎉"))
def test_every_tag_is_where_it_says(text: str) -> None:
    for tag in parse_document(text).tags:
        assert text[tag.start : tag.end] == f"#{tag.name}"
