"""One property changes, not one byte besides. The tables are the specification; the properties stand next door."""

from collections.abc import Callable

import pytest

from vaultnet.text.frontmatter import Value, parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, remove_item, remove_key, set_key
from vaultnet.text.problem import Refused

# block, value of `k`, block after
SET: dict[str, tuple[str, Value, str]] = {
    "a scalar": ("k: old\nz: 1\n", "new", "k: new\nz: 1\n"),
    "a comment behind it stays": ("k: old  # why\n", "new", "k: new  # why\n"),
    "so do the blanks before it": ("k:    old\n", "new", "k:    new\n"),
    "and behind it": ("k: old   \n", "new", "k: new   \n"),
    "quoted where needed": ("k: old\n", "a: b", 'k: "a: b"\n'),
    "a quoted one": ("k: 'old' # x\n", "new", "k: new # x\n"),
    "a date stays plain": ("k: x\n", "2026-05-02", "k: 2026-05-02\n"),
    "a phone does not": ("k: x\n", "+1303", 'k: "+1303"\n'),
    "a number": ("k: x\n", 30, "k: 30\n"),
    "a checkbox": ("k: x\n", True, "k: true\n"),
    "nothing": ("k: x # y\n", None, "k: # y\n"),
    "into nothing": ("k:\nz: 1\n", "new", "k: new\nz: 1\n"),
    "into nothing with blanks": ("k:   \n", "new", "k: new   \n"),
    "into nothing with a comment": ("k: # why\n", "new", "k: new # why\n"),
    "into a written null": ("k: ~\n", "new", "k: new\n"),
    "an odd key": ('"EMAIL[HOME]" : x\nk : y\n', "new", '"EMAIL[HOME]" : x\nk : new\n'),
    "a list": ("k: old # why\n", ["a", "b"], "k: # why\n  - a\n  - b\n"),
    "a list into nothing": ("k:\nz: 1\n", ["a"], "k:\n  - a\nz: 1\n"),
    "an empty list": ("k:\n  - a\n  - b\nz: 1\n", [], "k: []\nz: 1\n"),
    "a scalar for a list": ("k: # why\n  - a # first\n\n  - b\n\nz: 1\n", "new", "k: new # why\n\nz: 1\n"),
    "a list for a list": ("k:\n- a\n-   b\nz: 1\n", ["c"], "k:\n  - c\nz: 1\n"),
    "a list for a flow list": ("k: [a,\n  b] # x\nz: 1\n", ["c"], "k: # x\n  - c\nz: 1\n"),
    "a scalar for a flow list": ("k: [a, b] # x\n", "c", "k: c # x\n"),
    "comments above a list stay": ("k:\n  # who\n  - a\n", ["c"], "k:\n  # who\n  - c\n"),
    "a value on its own line": ("k:\n  old # x\nz: 1\n", "new", "k: new\nz: 1\n"),
    "a value of several lines": ("k: one\n  line\nz: 1\n", "new", "k: new\nz: 1\n"),
    "quoted, of several lines": ('k: "one\n  line" # x\nz: 1\n', "new", "k: new # x\nz: 1\n"),
    "a block of text": ("k: |- # why\n  one\n\n  two\n\nz: 1\n", "new", "k: new # why\n\nz: 1\n"),
    "a block that keeps its end": ("k: |+\n  one\n\nz: 1\n", "new", "k: new\nz: 1\n"),
    "an empty block of text": ("k: |\nz: 1\n", "new", "k: new\nz: 1\n"),
    "text for text": ("k: |-\n  one\n  two\n", "three\nfour", "k: |-\n  three\n  four\n"),
    "several lines": ("k: old # why\nz: 1\n", "one\ntwo", "k: |- # why\n  one\n  two\nz: 1\n"),
    "a map": ("k:\n  a: 1\n  b: 2\nz: 1\n", {"a": 3}, "k:\n  a: 3\nz: 1\n"),
    "maps in a list": ("k: x\n", [{"a": 1, "b": None}], "k:\n  - a: 1\n    b:\n"),
    "an unquoted link": ("k: [[Acme]] # x\n", "[[Beta]]", 'k: "[[Beta]]" # x\n'),
    "a new key comes last": ("# top\na: 1\n\n# end\n", "v", "# top\na: 1\n\n# end\nk: v\n"),
    "a new key in an empty block": ("", "v", "k: v\n"),
    "a new key without a value": ("a: 1\n", None, "a: 1\nk:\n"),
    "a new list": ("a: 1\n", ["x"], "a: 1\nk:\n  - x\n"),
    "behind a block that keeps its end": ("a: |+\n  x\n\n", "v", "a: |+\n  x\n\nk: v\n"),
    "next to aliases": ("a: &x 1\nb: *x\nk: old\n", "new", "a: &x 1\nb: *x\nk: new\n"),
}


@pytest.mark.parametrize("name", SET)
def test_set_key(name: str) -> None:
    block, value, after = SET[name]
    for wrap in WRAPS:
        assert set_key(wrap(block), "k", value) == wrap(after)


def plain(block: str) -> str:
    return f"---\n{block}---\n\n# Text  \n"


def with_bom_and_no_last_line_end(block: str) -> str:
    return f"\ufeff---\n{block}---"


def with_crlf(block: str) -> str:
    return f"---\n{block}---\nText\n".replace("\n", "\r\n")


WRAPS: tuple[Callable[[str], str], ...] = (plain, with_bom_and_no_last_line_end, with_crlf)

# What is there already: the same text object comes back.
ALREADY: dict[str, Value] = {
    "k: 'x'\n": "x",
    "k: 1.0\n": 1,
    "k: ~\n": None,
    "k: [a, b]\n": ["a", "b"],
    "k: |-\n  a\n  b\n": "a\nb",
    "k: TRUE\n": True,
    "k: {a: 1, b: 2}\n": {"b": 2, "a": 1},
    "k: .nan\n": float("nan"),
}


@pytest.mark.parametrize("block", ALREADY)
def test_nothing_to_do_is_the_same_text(block: str) -> None:
    text = plain(block)
    assert set_key(text, "k", ALREADY[block]) is text
    assert remove_key(text, "absent") is text
    assert remove_item(text, "absent", "x") is text
    assert remove_item(text, "absent", None) is text


# text without a block -> with `k: v`
NEW_BLOCK = {
    "": "---\nk: v\n---\n",
    "Text": "---\nk: v\n---\nText",
    "\nText\n": "---\nk: v\n---\n\nText\n",
    "\ufeffText\n": "\ufeff---\nk: v\n---\nText\n",
    "Text\r\n": "---\r\nk: v\r\n---\r\nText\r\n",
    "\r\nText\n": "---\r\nk: v\r\n---\r\n\r\nText\n",
    "----\n": "---\nk: v\n---\n----\n",
}


@pytest.mark.parametrize("text", NEW_BLOCK)
def test_a_missing_block_is_made(text: str) -> None:
    assert set_key(text, "k", "v") == NEW_BLOCK[text]
    assert append_item(text, "k", "v") == NEW_BLOCK[text].replace(" v", "\n  - v").replace(
        "\n  -", "\r\n  -" if "---\r\n" in NEW_BLOCK[text] else "\n  -"
    )


REMOVE = {
    "a line": ("a: 1\nk: x # y\nz: 1\n", "a: 1\nz: 1\n"),
    "a list": ("k:\n- a\n- b # x\n\n# z\nz: 1\n", "\n# z\nz: 1\n"),
    "an indented list": ("k:\n  # x\n  - a\n\n  - b\nz: 1\n", "z: 1\n"),
    "a flow list": ("k: [a,\n b\n ] # x\nz: 1\n", "z: 1\n"),
    "a map": ("a: 1\nk:\n  b:\n    - c\n", "a: 1\n"),
    "text": ("k: |\n  a\n\n  b\n\nz: 1\n", "\nz: 1\n"),
    "text that keeps its end": ("k: >+\n  a\n\nz: 1\n", "z: 1\n"),
    "null": ("k:\nz: 1\n", "z: 1\n"),
    "null in a list": ("k:\n  -\nz: 1\n", "z: 1\n"),
    "the only one": ("k: 1\n", ""),
    "a quoted key": ("a: 1\n'k' : 1\n", "a: 1\n"),
}


@pytest.mark.parametrize("name", REMOVE)
def test_remove_key(name: str) -> None:
    before, after = REMOVE[name]
    for wrap in WRAPS:
        assert remove_key(wrap(before), "k") == wrap(after)


APPEND: dict[str, tuple[str, Value, str]] = {
    "a block list": ("k:\n  - a\n  - b\nz: 1\n", "c", "k:\n  - a\n  - b\n  - c\nz: 1\n"),
    "not indented": ("k:\n- a\nz: 1\n", "c", "k:\n- a\n- c\nz: 1\n"),
    "far indented": ("k:\n      -   a\n", "c", "k:\n      -   a\n      - c\n"),
    "comments and blank lines": ("k:\n  - a # x\n\n# y\nz: 1\n", "c", "k:\n  - a # x\n  - c\n\n# y\nz: 1\n"),
    "behind an empty item": ("k:\n  - a\n  -\n", "c", "k:\n  - a\n  -\n  - c\n"),
    "behind a map": ("k:\n  - a: 1\n    b:\n", {"a": 2, "b": "x"}, "k:\n  - a: 1\n    b:\n  - a: 2\n    b: x\n"),
    "behind text": ("k:\n  - |\n    x\nz: 1\n", "c", "k:\n  - |\n    x\n  - c\nz: 1\n"),
    "text": ("k:\n  - a\n", "x\ny", "k:\n  - a\n  - |-\n    x\n    y\n"),
    "a flow list": ("k: [a, b] # x\n", "c", "k: [a, b, c] # x\n"),
    "a flow list, quoted": ('k: ["a"]\n', "c, d", 'k: ["a", "c, d"]\n'),
    "a flow list with a last comma": ("k: [a, b ,]\n", "c", "k: [a, b, c ,]\n"),
    "a flow list of several lines": ("k: [\n  a,\n  b\n  ]\n", 3, "k: [\n  a,\n  b, 3\n  ]\n"),
    "a map into a flow list": ("k: [a] # x\n", {"b": 1}, "k: # x\n  - a\n  - b: 1\n"),
    "an empty list": ("k: [] # x\n", "c", "k: # x\n  - c\n"),
    "nothing": ("k: # x\nz: 1\n", "c", "k: # x\n  - c\nz: 1\n"),
    "no key": ("z: 1\n", "c", "z: 1\nk:\n  - c\n"),
    "a single value": ("k: Acme # x\n", "Beta", "k: # x\n  - Acme\n  - Beta\n"),
    "a single value keeps its quotes": ("k: 'Acme'\n", "Beta", "k:\n  - 'Acme'\n  - Beta\n"),
    "a single value of several lines": ("k: one\n  line\n", "x", "k:\n  - one line\n  - x\n"),
    "a text": ("k: |-\n  one\n  line\n", "x", "k:\n  - |-\n    one\n    line\n  - x\n"),
    "a value on its own line": ("k:\n  one\n", "x", "k:\n  - one\n  - x\n"),
    "what is there": ("k: [a, 'b']\n", "b", "k: [a, 'b']\n"),
    "what is there, alone": ("k: 'b'\n", "b", "k: 'b'\n"),
    "a link": ("k:\n  - [[A]]\n", "[[B]]", 'k:\n  - [[A]]\n  - "[[B]]"\n'),
}


@pytest.mark.parametrize("name", APPEND)
def test_append_item(name: str) -> None:
    before, value, after = APPEND[name]
    for wrap in WRAPS:
        assert append_item(wrap(before), "k", value) == wrap(after)


REMOVE_ITEM: dict[str, tuple[str, Value, str]] = {
    "the first": ("k:\n  - a # x\n  - b\n", "a", "k:\n  - b\n"),
    "the last": ("k:\n  - a\n  # y\n  - b # x\n\nz: 1\n", "b", "k:\n  - a\n  # y\n\nz: 1\n"),
    "one between, not indented": ("k:\n- a\n- b\n- c\n", "b", "k:\n- a\n- c\n"),
    "every one that equals": ("k:\n  - a\n  - b\n  - 'a'\n", "a", "k:\n  - b\n"),
    "the only one": ("k: # x\n  - a\n", "a", "k: [] # x\n"),
    "text": ("k:\n  - |\n    a\n\n    b\n  - c\n", "a\n\nb\n", "k:\n  - c\n"),
    "a map": ("k:\n  - a: 1\n    b: 2\n  -\n    a: 2\n", {"a": 2}, "k:\n  - a: 1\n    b: 2\n"),
    "an empty item": ("k:\n  - a\n  -\n  - b\n", None, "k:\n  - a\n  - b\n"),
    "of a flow list, first": ("k: [a, b, c]\n", "a", "k: [b, c]\n"),
    "of a flow list, last": ("k: [a, b, 'c' ]\n", "c", "k: [a, b ]\n"),
    "of a flow list, only": ("k: [a] # x\n", "a", "k: [] # x\n"),
    "of a flow list of lines": ("k: [\n  a,\n  b\n  ]\n", "b", "k: [\n  a\n  ]\n"),
    "a single value": ("k: a # x\n", "a", "k: # x\n"),
    "a number is not its text": ("k: [1, '1']\n", "1", "k: [1]\n"),
    "what is not there": ("k: [a]\n", "b", "k: [a]\n"),
}


@pytest.mark.parametrize("name", REMOVE_ITEM)
def test_remove_item(name: str) -> None:
    before, value, after = REMOVE_ITEM[name]
    for wrap in WRAPS:
        assert remove_item(wrap(before), "k", value) == wrap(after)


# note -> the rule by which every edit of `k` is refused
FAULTY = {
    "---\nk: 1\n": "frontmatter-unclosed",
    "---\nk: 1\nk: 2\n---\n": "frontmatter-duplicate-key",
    "---\nk: a: b\n---\n": "frontmatter-invalid",
    "---\nk:\n\t- a\n---\n": "frontmatter-tab",
    "---\n<<<<<<< HEAD\nk: 1\n=======\nk: 2\n>>>>>>> x\n---\n": "frontmatter-conflict",
    "---\nk: {{date}}\n---\n": "frontmatter-template",
    '---\n{"k": 1}\n---\n': "frontmatter-json",
    "---\n- k\n---\n": "frontmatter-not-a-mapping",
    "---\nk: x\x07\n---\n": "frontmatter-control-character",
    "---\n# x\n~\n---\n": "frontmatter-layout",
    "---\n  k: 1\n---\n": "frontmatter-layout",
    "---\n? k\n: 1\n---\n": "frontmatter-layout",
    "---\nk: b\n\t\n---\n": "frontmatter-invalid",
    "---\nk: &x 1\nb: *x\n---\n": "frontmatter-alias",
    "---\nb: &x 1\nk: *x\n---\n": "frontmatter-alias",
    "---\nk: [a, &x b]\n---\n": "frontmatter-alias",
    "---\nk: !mine 1\n---\n": "frontmatter-alias",
    "---\n&x k: 1\n---\n": "frontmatter-layout",
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_faulty_note_is_not_edited(text: str) -> None:
    values = parse_frontmatter(text).values
    edits: list[Callable[[], str]] = [lambda: set_key(text, "k", "new"), lambda: append_item(text, "k", "new")]
    if "k" in values:
        edits.append(lambda: remove_key(text, "k"))
        edits.append(lambda: remove_item(text, "k", values["k"][0] if isinstance(values["k"], list) else values["k"]))
    for edit in edits:
        with pytest.raises(Refused) as answer:
            edit()
        assert answer.value.problem.rule == FAULTY[text]


def test_a_list_that_is_none() -> None:
    for block, rule in (("k: {a: 1}\n", "frontmatter-not-a-list"), ("k: [[Acme]]\n", "frontmatter-unquoted-link")):
        for edit in (append_item, remove_item):
            with pytest.raises(Refused) as answer:
                edit(plain(block), "k", "x")
            assert answer.value.problem.rule == rule
            assert answer.value.problem.line == 2


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("z: 1\n", 2**53 + 2),
        ("z: 1\n", [{"a": [-(2**60)]}]),
        ("z: 1\n", "\ud800"),
        ("k:\n  # note\n  - a\n", "one\ntwo"),
    ],
)
def test_what_would_not_read_back_is_refused(block: str, value: Value) -> None:
    with pytest.raises(Refused) as answer:
        set_key(plain(block), "k", value)
    assert answer.value.problem.rule in ("frontmatter-unsafe-edit", "frontmatter-number")
