"""Front matter: which bytes are the block, what it says, and what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.frontmatter import find_fence, find_key, parse_frontmatter

# text -> (the YAML between the fences, the body); None where the note has no block
FENCES = {
    "---\na: 1\n---\nText": ("a: 1\n", "Text"),
    "---\na: 1\n---": ("a: 1\n", ""),
    "---\na: 1\n---\n": ("a: 1\n", ""),
    "---\n---\nText": ("", "Text"),
    "---\n---": ("", ""),
    "---\n\n---\n": ("\n", ""),
    "\ufeff---\na: 1\n---\nText": ("a: 1\n", "Text"),
    "---\r\na: 1\r\n---\r\nText": ("a: 1\r\n", "Text"),
    "--- \na: 1\n---\t \nText": ("a: 1\n", "Text"),
    "---\na: ---\nb: x---\n ---\n----\n--- x\n---\nText": ("a: ---\nb: x---\n ---\n----\n--- x\n", "Text"),
    "---\na: 1\n...\n---\nText": ("a: 1\n...\n", "Text"),
    "---\na: 1\n---\n---\nb: 2\n---\n": ("a: 1\n", "---\nb: 2\n---\n"),
    "": None,
    "Text": None,
    "\n---\na: 1\n---\n": None,
    " ---\na: 1\n---\n": None,
    "----\na: 1\n----\n": None,
    "--- x\na: 1\n---\n": None,
    "--\na: 1\n--\n": None,
    "---\ra: 1\r---\rText": None,
    "# Ada\n\n---\na: 1\n---\n": None,
}


@pytest.mark.parametrize("text", FENCES)
def test_the_block_is_found_to_the_character(text: str) -> None:
    fence = find_fence(text)
    if fence is None:
        assert FENCES[text] is None
        assert parse_frontmatter(text).values == {}
    else:
        assert FENCES[text] == (text[fence.inner_start : fence.inner_end], text[fence.body_start :])
        assert fence.closed


@pytest.mark.parametrize(
    "text", ["---", "---\n", "---\r\n", "\ufeff---\na: 1\n", "---\na: 1\n --- \n", "---\na: 1\n...\n"]
)
def test_a_block_without_end_holds_nothing_and_is_not_written(text: str) -> None:
    note = parse_frontmatter(text)
    assert note.fence is not None
    assert not note.fence.closed
    assert note.fence.inner_start == note.fence.inner_end == note.body_start
    assert [problem.rule for problem in note.problems] == ["frontmatter-unclosed"]
    assert not note.editable
    assert note.values == {}


@pytest.mark.parametrize(("text", "body_start"), [("Text", 0), ("\ufeffText", 1), ("---\n---\nText", 8)])
def test_where_the_body_begins(text: str, body_start: int) -> None:
    assert parse_frontmatter(text).body_start == body_start


# block -> the problems, each as rule:line:column; `!` marks those after which nothing may be written
PROBLEMS = {
    "a: 1\n": [],
    "": [],
    "# only a comment\n": [],
    "a: 1\nb: 2\na: 3\n": ["frontmatter-duplicate-key:4:1!"],
    '"a": 1\na: 2\n': ["frontmatter-duplicate-key:3:1!"],
    "1: a\n'1': b\n": ["frontmatter-duplicate-key:3:1!"],
    "a:\n  b: 1\n  b: 2\n": ["frontmatter-duplicate-key:4:3!"],
    "a:\n  - b: 1\n    b: 2\n": ["frontmatter-duplicate-key:4:5!"],
    "a: {b: 1, b: 2}\n": ["frontmatter-duplicate-key:2:11!"],
    '? a\n? a\nb: "x: y"\n': ["frontmatter-duplicate-key:3:3!"],
    "a:\n\t- b\n": ["frontmatter-tab:3:1!"],
    "a: 1\n  \tb: 2\n": ["frontmatter-tab:3:3!"],
    "a: x: y\n": ["frontmatter-invalid:2:5!"],
    "a: [\n": ["frontmatter-invalid:2:1!"],
    "a: 1\nfoo\n": ["frontmatter-invalid:3:1!"],
    "a: @ada\n": ["frontmatter-invalid:2:4!"],
    "a: 'open\n": ["frontmatter-invalid:2:4!"],
    "  a: 1\nb: 2\n": ["frontmatter-invalid:3:1!"],
    "a: 1\n...\nb: 2\n": ["frontmatter-invalid:3:1!"],
    "...\n": ["frontmatter-invalid:2:1!"],
    "a: *none\n": ["frontmatter-invalid:2:4!"],
    "a: &x [*x]\n": ["frontmatter-invalid:2:8!"],
    "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n": ["frontmatter-conflict:3:1!"],
    "a: 1\r\n=======\r\n": ["frontmatter-conflict:3:1!"],
    "a: '======='\nb: <<<<<<<\n": [],
    "a: &x 1\nb: *x\n": ["frontmatter-alias:2:4", "frontmatter-alias:3:4"],
    "a: !mine 1\n": [],
    "- a\n- b\n": ["frontmatter-not-a-mapping:2:1!"],
    "just words\n": ["frontmatter-not-a-mapping:2:1!"],
    "just *words* and &more\n- a\n": ["frontmatter-not-a-mapping:2:1!"],
    "*words\n": ["frontmatter-invalid:2:1!"],
    "!x words\n": ["frontmatter-not-a-mapping:2:1!"],
    " # nothing &nobody\n": [],
    '{"a": 1}\n': ["frontmatter-json:2:1!"],
    '{\n\t"a": 1\n}\n': ["frontmatter-json:2:1!"],
    "created: {{date}}\n": ["frontmatter-template:2:10!"],
    "{{title}}: 1\nb: !x 2\n": ["frontmatter-template:2:1!"],
    "a: {{date}} x\n": ["frontmatter-template:2:4!"],
    'a: "<% tp.date() %>: "x"\n': ["frontmatter-template:2:5!"],
    'a: "{{date}}"\n': [],
    "a: [[Acme]]\n": ["frontmatter-unquoted-link:2:4"],
    "a:\n  - [[Acme]]\n  - [[Beta]]\n": ["frontmatter-unquoted-link:3:5", "frontmatter-unquoted-link:4:5"],
    'a: [b, "[[Acme]]"]\nb: [x, [y]]\n': [],
    "a: x\x00y\n": ["frontmatter-control-character:2:5!"],
    "a: x\x07y\n": ["frontmatter-control-character:2:5!"],
    "a: x\ud800y\n": ["frontmatter-control-character:2:5!"],
    "a: x\rb: y\n": ["frontmatter-control-character:2:5!"],
}


@pytest.mark.parametrize("block", PROBLEMS)
def test_each_fault_has_a_name_and_a_place(block: str) -> None:
    note = parse_frontmatter(f"---\n{block}---\nText")
    found = [
        f"{problem.rule}:{problem.line}:{problem.column}{'!' if problem.blocks_writing else ''}"
        for problem in note.problems
    ]
    assert found == PROBLEMS[block]
    assert note.editable == (not any(place.endswith("!") for place in found))


def test_a_template_and_json_are_only_worth_a_remark() -> None:
    for block in ("a: {{date}}\n", '{"a": 1}\n'):
        assert [problem.severity for problem in parse_frontmatter(f"---\n{block}---\n").problems] == ["info"]


def test_json_is_read() -> None:
    assert parse_frontmatter('---\n{"a": 1, "b": ["x", null]}\n---\n').values == {"a": 1, "b": ["x", None]}


def test_a_control_character_does_not_hide_the_other_keys() -> None:
    assert parse_frontmatter("---\na: x\x07y\nb: 1\n---\n").values == {"a": "x\x07y", "b": 1}
    assert parse_frontmatter("---\na: x\x00y\nb: 1\n---\n").values == {}


# The place of a key, counted in the whole file.
PLACES = {
    "tier": (3, 1),
    "EMAIL[HOME]": (4, 1),
    "it's": (5, 1),
    "12": (6, 1),
    "tags": (7, 1),
    "two words": (9, 1),
    "absent": (1, 1),
    "a": (1, 1),
    "bad": (1, 1),
}
PLACED = """---
# people
tier: close
"EMAIL[HOME]": a@b.c
'it''s': x
12: x
tags:
- a: b
two words : x
...
---
"""


@pytest.mark.parametrize("key", PLACES)
def test_a_key_has_a_line(key: str) -> None:
    note = parse_frontmatter(PLACED)
    assert note.place(key) == PLACES[key]
    assert note.line(key) == PLACES[key][0]


def test_a_key_that_cannot_be_read_has_no_line() -> None:
    broken = parse_frontmatter('---\n"\\q": 1\n"x\n[a]: 1\n---\n')
    assert broken.place("q") == (1, 1)
    assert parse_frontmatter("no block").place("q") == (1, 1)


def test_keys_match_without_case_dashes_and_blanks() -> None:
    note = parse_frontmatter("---\nIntroduced_By: x\nintroduced-by: y\nlast contact: z\n---\n")
    assert find_key(note, ["introduced-by"]) == "Introduced_By"
    assert find_key(note, ["via", "LastContact", "introduced by"]) == "last contact"
    assert find_key(note, ["via"]) is None


pieces = st.sampled_from(
    ["---", "---\n", "\n", "\r\n", "\r", "a: 1", " ", "\t", "\ufeff", "...", "- b", "[", "]", "{", '"']
)
anything = st.one_of(
    st.text(), st.lists(pieces).map("".join), st.lists(pieces).map("".join).map("---\n{}\n---\n".format)
)


@given(anything)
def test_no_text_is_too_strange(text: str) -> None:
    note = parse_frontmatter(text)
    assert 0 <= note.body_start <= len(text)
    if note.fence:
        start, inner_start, inner_end, body_start, _ = note.fence
        assert 0 <= start <= inner_start <= inner_end <= body_start <= len(text)
    for problem in note.problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
