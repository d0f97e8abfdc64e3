import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.document import parse_document
from vaultnet.text.link import Link, links_in_value

Row = tuple[str, str, str, bool, bool]


def rows(links: tuple[Link, ...]) -> list[Row]:
    return [(link.path, link.subpath, link.display, link.embed, link.markdown) for link in links]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("[[Ada]]", ("Ada", "", "", False, False)),
        ("[[ Ada ]]", ("Ada", "", "", False, False)),
        ("[[Ada.md]]", ("Ada.md", "", "", False, False)),
        ("[[dir/Ada]]", ("dir/Ada", "", "", False, False)),
        ("[[Ada|her]]", ("Ada", "", "her", False, False)),
        ("[[Ada|a|b]]", ("Ada", "", "a|b", False, False)),
        ("[[Ada#Log]]", ("Ada", "Log", "", False, False)),
        ("[[Ada#Log#May|x]]", ("Ada", "Log#May", "x", False, False)),
        ("[[Ada#^id]]", ("Ada", "^id", "", False, False)),
        ("[[#Log]]", ("", "Log", "", False, False)),
        ("![[Ada]]", ("Ada", "", "", True, False)),
        ("![[img.png|100x145]]", ("img.png", "", "100x145", True, False)),
        ("[[Sq]uare]]", ("Sq]uare", "", "", False, False)),
        ("[[a[b]]", ("a[b", "", "", False, False)),
        ("[[https://x]]", ("https://x", "", "", False, False)),
        ("[[a.pdf]]", ("a.pdf", "", "", False, False)),
        (r"[[Ada\|her]]", ("Ada", "", "her", False, False)),
        ("[her](Ada.md)", ("Ada.md", "", "her", False, True)),
        ("[her](My%20Note.md)", ("My Note.md", "", "her", False, True)),
        ("[her](Zo%C3%AB.md)", ("Zoë.md", "", "her", False, True)),
        ("[her](a%FFb.md)", ("a%FFb.md", "", "her", False, True)),
        ("[her](<dir/My Note.md>)", ("dir/My Note.md", "", "her", False, True)),
        ('[her](Ada.md "title")', ("Ada.md", "", "her", False, True)),
        ("[her](Ada.md (title))", ("Ada.md", "", "her", False, True)),
        ("[her](Ada.md#Log)", ("Ada.md", "Log", "her", False, True)),
        ("[her](#Log)", ("", "Log", "her", False, True)),
        ("[her](a%23b.md)", ("a#b.md", "", "her", False, True)),
        ("[her](Ada_(poet).md)", ("Ada_(poet).md", "", "her", False, True)),
        (r"[her](a\(b.md)", ("a(b.md", "", "her", False, True)),
        ("![alt|100](img.png)", ("img.png", "", "alt|100", True, True)),
        ("[a [b] c](x.md)", ("x.md", "", "a [b] c", False, True)),
        ("[`a]`](x.md)", ("x.md", "", "`a]`", False, True)),
        ("[two\nlines](x.md)", ("x.md", "", "two\nlines", False, True)),
        ("[](x.md)", ("x.md", "", "", False, True)),
    ],
)
def test_a_link_is_read(text: str, row: Row) -> None:
    links = parse_document(text).links
    assert rows(links) == [row]
    assert links[0][3:5] == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "[[]]",
        "[[ ]]",
        "[[|x]]",
        "[[a\nb]]",
        "[[a",
        "[a]]",
        r"\[[a]]",
        "[x](https://example.com)",
        "[x](mailto:a@b.c)",
        "[x](//host/x)",
        "[x]()",
        "[x](a b.md)",
        "[x](<a\nb>)",
        "[x]( )",
        "[x](%20)",
        r"\[x](a.md)",
        "[x\n\ny](a.md)",
        "x](a.md)",
        "[x] (a.md)",
    ],
)
def test_this_is_no_link(text: str) -> None:
    assert parse_document(text).links == ()


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("[[a [[Inner]]", ["Inner"]),
        ("[[[Ada]]]", ["Ada"]),
        ("[[Ada]][[Ben]]", ["Ada", "Ben"]),
        ("[[Ada]](x.md)", ["Ada"]),
        (r"\\[[Ada]]", ["Ada"]),
        (r"\\[[Ada]] and [x](y.md)", ["Ada", "y.md"]),
        ("[a](b.md) [[c]] ![d](e.png)", ["b.md", "c", "e.png"]),
        ("[![alt](img.png)](page.md)", ["page.md", "img.png"]),
        ("[a [b](c.md)](d.md)", ["c.md"]),
        ("[a [[b]] c](d.md)", ["b"]),
        ("[a ![[b.png]] c](d.md)", ["d.md", "b.png"]),
        ("![a [b](c.md)](d.png)", ["d.png", "c.md"]),
        ("`[` x](a.md) [[b]]", ["b"]),
        ("| [[Ada\\|A]] | [[Ben]] |", ["Ada", "Ben"]),
        ("[[]] [x](y.md)", ["y.md"]),
    ],
)
def test_links_next_to_and_inside_each_other(text: str, paths: list[str]) -> None:
    assert [link.path for link in parse_document(text).links] == paths


def test_a_value_of_the_front_matter() -> None:
    assert rows(links_in_value("[[Acme|the firm]] and `[[Beta]]`")) == [
        ("Acme", "", "the firm", False, False),
        ("Beta", "", "", False, False),
    ]
    assert links_in_value("Acme") == ()
    assert links_in_value("[Acme](Acme.md)")[0].path == "Acme.md"


MARKUP = st.lists(
    st.sampled_from(["[[", "]]", "[", "]", "(", ")", "](", "!", "|", "#", "\\", "`", "<", ">", "a", " ", "\n", '"'])
).map("".join)


@given(MARKUP)
def test_every_link_is_where_it_says(text: str) -> None:
    for link in parse_document(text).links:
        source = text[link.start : link.end]
        assert source.startswith("![" if link.embed else "[")
        assert source.endswith(")" if link.markdown else "]]")
        assert link.display in source
