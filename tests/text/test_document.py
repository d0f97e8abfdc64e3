import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vaultnet.text.document import Document, parse_document

NOTE = """\
---
type: contact
---
# Ada

Intro with [[Ben]].

## Log
- 2026-05-02 coffee: she met [[Cy]]
  in Paris
  - nested #gave
- [x] call her
> - quoted [[Di]]
"""


def words(document: Document) -> list[str]:
    return [document.text[item.text_start : item.text_end] for item in document.items]


def test_a_note_taken_apart() -> None:
    document = parse_document(NOTE)
    assert document.frontmatter.values == {"type": "contact"}
    assert document.body_start == NOTE.index("# Ada")
    assert [(heading.level, heading.text, heading.line) for heading in document.headings] == [
        (1, "Ada", 4),
        (2, "Log", 8),
    ]
    assert words(document) == [
        "2026-05-02 coffee: she met [[Cy]]\n  in Paris",
        "nested #gave",
        "call her",
        "quoted [[Di]]",
    ]
    assert [(item.line, item.indent, item.mark, item.parent) for item in document.items] == [
        (9, 0, "", -1),
        (11, 2, "", 0),
        (12, 0, "x", -1),
        (13, 2, "", -1),
    ]
    assert [item.heading for item in document.items] == [1, 1, 1, 1]
    assert [item.quoted for item in document.items] == [False, False, False, True]
    first = document.items[0]
    assert NOTE[first.start : first.end].endswith("- nested #gave")
    assert NOTE[document.items[2].mark_at] == "x"
    assert [NOTE[each.start : each.end] for each in document.paragraphs] == ["Intro with [[Ben]]."]
    assert document.paragraphs[0].heading == 0
    assert [link.path for link in document.links_in(first.start, first.end)] == ["Cy"]
    assert document.problems == ()
    assert document.is_writable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", ["a", "b"]),
        ("- a\nlazy\n- b", ["a\nlazy", "b"]),
        ("- a\n\n  second\n\n  third\n\nno", ["a\n\n  second\n\n  third"]),
        ("- a\n  - b\n\n  of a", ["a", "b"]),
        ("- a\n\n      code\n\n  of a", ["a"]),
        ("-\n  a", ["a"]),
        ("-\n\n  a", [""]),
        ("- -\n\n  a", ["", ""]),
        ("- [ ]\n  a", ["\n  a"]),
        ("- - a\n  - b", ["", "a", "b"]),
        ("1. a\n   2. b", ["a\n   2. b"]),
        ("1. a\n2. b", ["a", "b"]),
        ("a\n2. b", []),
        ("a\n1. b", ["b"]),
        ("a\n- b", ["b"]),
        ("a\n-", []),
        ("a\n*", []),
        ("- # head", ["# head"]),
        ("- a\n  # head", ["a"]),
        ("- ```\n  - b\n  ```\n- c", ["", "c"]),
        ("- ```\n- b", ["", "b"]),
        ("- > - a\n  > - b\n- c", ["", "a", "b", "c"]),
        ("> - a\nlazy\n\n- b", ["a\nlazy", "b"]),
        ("> - a\n>   more\n> - b", ["a\n>   more", "b"]),
        ("> - a\n> > quote\n> - b", ["a", "b"]),
        ("-      code", [""]),
        ("-     [ ] code", [""]),
        ("- \t[x] a", ["a"]),
        ("    - code", []),
        ("a\n    - more", []),
        ("- a\n      - more", ["a\n      - more"]),
        ("-\ta\n\t- b", ["a", "b"]),
        ("- [x](url) a", ["[x](url) a"]),
        ("- [x]a", ["[x]a"]),
        ("* ---", [""]),
        ("- ---", []),
        ("* * *", []),
        ("- <div>\n- a", ["", "a"]),
        ("- <!-- x --> a", ["<!-- x --> a"]),
        ("- %%\n- hidden\n%%\n- b", ["", "b"]),
        ("- a\r\n- b\r\n", ["a", "b"]),
        ("\ufeff- a", ["a"]),
        ("- a\n  ---\n  b", ["a"]),
        ("- a\n  -\n  b", ["a"]),
        ("- a\n  ===", ["a"]),
        ("1. a\n   > b\n   > - c", ["a", "c"]),
    ],
)
def test_what_an_item_says(text: str, expected: list[str]) -> None:
    assert words(parse_document(text)) == expected


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("- [ ] a", [(" ", 3, 6)]),
        ("- [x] a", [("x", 3, 6)]),
        ("1) [-] a", [("-", 4, 7)]),
        ("- [❗] a", [("❗", 3, 6)]),
        ("- [ ]", [(" ", 3, 5)]),
        ("- [ ]\r\n", [(" ", 3, 5)]),
        ("- [] a", [("", -1, 2)]),
        ("> - [/] a", [("/", 5, 8)]),
        ("- \t[>] a", [(">", 4, 7)]),
    ],
)
def test_checkboxes(text: str, boxes: list[tuple[str, int, int]]) -> None:
    assert [(item.mark, item.mark_at, item.text_start) for item in parse_document(text).items] == boxes


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("- a\n  - b\n    - c\n  - d\n- e", [-1, 0, 1, 0, -1]),
        ("- a\n  > - b", [-1, 0]),
        ("- - a", [-1, 0]),
        ("- a\n\nb\n  - c", [-1, -1]),
    ],
)
def test_whose_child_an_item_is(text: str, parents: list[int]) -> None:
    assert [item.parent for item in parse_document(text).items] == parents


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# a\n## b ##", [(1, "a", "# a"), (2, "b", "## b ##")]),
        ("a\n===\n\nb\nc\n---", [(1, "a", "a\n==="), (2, "b c", "b\nc\n---")]),
        ("  # a\r\n", [(1, "a", "  # a")]),
        ("a\n-", [(2, "a", "a\n-")]),
        ("> # a", []),
        ("- # a", []),
        ("```\n# a\n```", []),
        ("#a", []),
        ("===", []),
        ("a\n\n--", []),
        ("- a\n---", []),
        ("<!-- x --> a\n===", [(1, "<!-- x --> a", "<!-- x --> a\n===")]),
    ],
)
def test_headings(text: str, headings: list[tuple[int, str, str]]) -> None:
    found = parse_document(text).headings
    assert [(each.level, each.text, text[each.start : each.end]) for each in found] == headings


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("met [[Ada]]\nin Paris\n\nno link", [("met [[Ada]]\nin Paris", False)]),
        ("on 2026-05-02", [("on 2026-05-02", False)]),
        ("key:: value", [("key:: value", False)]),
        ("> [[Ada]]\n> b", [("[[Ada]]\n> b", True)]),
        ("- a\n  > [[Ada]]", [("[[Ada]]", True)]),
        ("| [[Ada]] | b |\n|---|---|", [("| [[Ada]] | b |\n|---|---|", False)]),
        ("- [[Ada]]", []),
        ("# [[Ada]]", []),
        ("`[[Ada]]`", []),
        ("%%\n%% [[Ada]]", [(" [[Ada]]", False)]),
        ("[[Ada]]\n    more", [("[[Ada]]\n    more", False)]),
    ],
)
def test_paragraphs_that_may_say_something(text: str, paragraphs: list[tuple[str, bool]]) -> None:
    assert [(text[each.start : each.end], each.quoted) for each in parse_document(text).paragraphs] == paragraphs


def test_items_and_paragraphs_know_their_block() -> None:
    text = "- a\n<!-- vaultnet:x -->\n- b\n\n[[c]]\n<!-- /vaultnet:x -->\n- d\n\n[[e]]\n"
    document = parse_document(text)
    assert [item.block for item in document.items] == [-1, 0, -1]
    assert [paragraph.block for paragraph in document.paragraphs] == [0, -1]


def test_a_fault_that_blocks_writing_is_told() -> None:
    document = parse_document("<!-- vaultnet:x -->\n")
    assert not document.is_writable
    assert [problem.rule for problem in document.problems] == ["block-unclosed"]


def test_a_note_with_too_many_items_is_read_up_to_a_line() -> None:
    document = parse_document("- a\n" * 20_010)
    assert len(document.items) == 20_000
    assert [(each.rule, each.severity, each.line) for each in document.problems] == [
        ("note-too-large", "warning", 20_000)
    ]
    assert document.is_writable
    nested = parse_document("- a\n  - b\n" * 10_010)
    assert len(nested.items) == 20_000


@pytest.mark.parametrize("text", ["a\n" * 600_000, "a" * 1_200_000, "\n" * 1_200_000])
def test_a_note_above_a_megabyte_is_read_up_to_a_line(text: str) -> None:
    assert [problem.rule for problem in parse_document(text).problems] == ["note-too-large"]


def test_ten_megabytes_are_no_matter() -> None:
    parse_document("- [ ] [[a]] `b` #c [d:: e] %%f%%\n" * 300_000)


def test_containers_nest_sixty_deep() -> None:
    assert len(parse_document("- " * 100 + "a").items) == 60
    assert parse_document("> " * 100 + "[[a]]").paragraphs[0].quoted


PIECES = ["- ", "* ", "1. ", "3) ", "[ ] ", "[x] ", "> ", "# ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "---", "===", "```", "~~~", "`", "%%", "$$", "$", "<!--", "-->", "<div>", "<b>", "[[a]]", "[b](c)", "#d", "e:: f", "[g:: h]", "i", "\x00", "\u2028", "\x85", "\ufeff", "2026-05-02", "<!-- vaultnet:x -->\n", "<!-- /vaultnet:x -->\n", "<<<<<<< a\n"]  # fmt: skip


@example("\ufeff[ ] <!-- vaultnet:x -->\n- ")
@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_any_text_is_read_and_every_part_lies_where_it_says(text: str) -> None:
    document = parse_document(text)
    lines = [int(text.startswith("\ufeff")), *(index + 1 for index, character in enumerate(text) if character == "\n")]
    for number, item in enumerate(document.items):
        assert item.start == lines[item.line - 1]
        assert item.start <= item.text_start <= item.text_end <= item.end <= len(text)
        assert item.mark == (text[item.mark_at] if item.mark_at >= 0 else "")
        assert item.parent < number
        assert not text[item.text_start : item.text_end].endswith("\n")
        if item.parent >= 0:
            parent = document.items[item.parent]
            assert parent.start <= item.start <= item.end <= parent.end
    for heading in document.headings:
        assert text[heading.start : heading.end].count("\n") == text.count("\n", heading.start, heading.end)
        assert heading.start == lines[heading.line - 1]
    for paragraph in document.paragraphs:
        assert lines[paragraph.line - 1] <= paragraph.start <= paragraph.end <= len(text)
    for parts in (
        document.items,
        document.headings,
        document.paragraphs,
        document.links,
        document.tags,
        document.fields,
        document.regions,
    ):
        starts = [part.start for part in parts]
        assert starts == sorted(starts)
    for one, other in zip(document.regions, document.regions[1:], strict=False):
        assert one.end <= other.start
