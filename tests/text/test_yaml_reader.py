"""YAML as Obsidian reads it: version 1.2, core schema, dates stay text. The table is section 2.3 of the reference."""

import math
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vaultnet.text.yaml_nodes import build_nodes, node_value
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import is_same, key_text, number_text, type_plain

SCALARS: dict[str, Any] = {
    **{word: word for word in ("yes", "no", "on", "off", "Yes", "NO")},
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("~", "null", "Null", "NULL", "")),
    **{text: text for text in ("2020-08-21", "2020-02-30", "2020-08-21T10:30:00", "12:30", "190:20:30")},
    "012": 12,
    "0o14": 12,
    "0x1F": 31,
    **{text: text for text in ("0b11", "1_000", "0o8", "0xG", "+0x1", "-0o14", "1e", ".", "nan", "tRUE")},
    "1e3": 1000.0,
    ".5": 0.5,
    "5.": 5.0,
    "+12": 12,
    "-12": -12,
    ".inf": math.inf,
    "-.INF": -math.inf,
    ".nan": math.nan,
    "+13035551234": 13035551234,
    "00000": 0,
    "1.10": 1.1,
    "2024.10": 2024.1,
    "9223372036854775807": 2**63 - 1,
    "9223372036854775808": float(2**63),
    "-9223372036854775808": -(2**63),
    "123456789012345678901234567890": 123456789012345678901234567890.0,
    "0x7FFFFFFFFFFFFFFF": 2**63 - 1,
    "#tag": None,
    "x # comment": "x",
    "C#": "C#",
    "<<": "<<",
    "=": "=",
    "R&D": "R&D",
    "2 * 3": "2 * 3",
    "Tom & Jerry": "Tom & Jerry",
    "urn:uuid:x": "urn:uuid:x",
    "https://example.org/?a=1#b": "https://example.org/?a=1#b",
    '"\\u00e9\\n"': "é\n",
    "'it''s'": "it's",
    "|\n  two\n  lines": "two\nlines\n",
    ">-\n  one\n  line": "one line",
    "one\n  line": "one line",
}


@pytest.mark.parametrize("text", SCALARS)
def test_a_scalar_means_what_it_means_to_obsidian(text: str) -> None:
    reading = read_block(f"key: {text}\n")
    assert reading.problems == ()
    assert is_same(reading.values, {"key": SCALARS[text]})
    assert type(reading.values["key"]) is type(SCALARS[text])


@pytest.mark.parametrize("text", [text for text in SCALARS if "\n" not in text])
def test_the_slow_path_reads_the_same(text: str) -> None:
    assert is_same(read_block(f"key: {text}\nother: *none\n").values, {})
    quick = read_block(f"key: {text}\nother: 1\n").values
    assert is_same(read_block(f"key: {text}\nother: !!int 1\n").values, quick)


# What the two paths read, tags and aliases included.
BLOCKS: dict[str, Any] = {
    "tags: [a, b]\n": {"tags": ["a", "b"]},
    "tags:\n- a\n-\n- 1\n": {"tags": ["a", None, 1]},
    "tags:\n  - a # x\n  # y\n\n  - b\n": {"tags": ["a", "b"]},
    "a:\n  b:\n    c: 1\n": {"a": {"b": {"c": 1}}},
    "positions:\n  - company: Acme\n    to:\n  - company: Beta\n": {
        "positions": [{"company": "Acme", "to": None}, {"company": "Beta"}],
    },
    "a: [[Acme]]\n": {"a": [["Acme"]]},
    "1: a\nnull: b\ntrue: c\n1.50: d\n": {"1": "a", "": "b", "true": "c", "1.5": "d"},
    "1: a\ntrue: b\n": {"1": "a", "true": "b"},
    "? [a, b]\n: c\n": {"[ a, b ]": "c"},
    "? {a: 1}\n: c\n": {"{ a: 1 }": "c"},
    "a:\n  ? b\n": {"a": {"b": None}},
    "a:\n  false: 1\n": {"a": {"false": 1}},
    "a: &x [1]\nb: *x\nc: *x\n": {"a": [1], "b": [1], "c": [1]},
    "a: &x {b: 1}\n<<: *x\n": {"a": {"b": 1}, "<<": {"b": 1}},
    "&k a: 1\nb: *k\n": {"a": 1, "b": "a"},
    "a: !mine 12\nb: !mine\nc: !!int 7\nd: !!str 7\ne: !mine [1]\nf: &x\n": {
        "a": "12",
        "b": "",
        "c": 7,
        "d": "7",
        "e": [1],
        "f": None,
    },
    "a:\tx\n": {"a": "x"},
    "a: |\n": {"a": ""},
    "a: x\u00a0\nb: \u3000\nc: y\u2028z\nd: \x85\n": {"a": "x\u00a0", "b": "\u3000", "c": "y\u2028z", "d": "\x85"},
    "\n# first\n\n  a: 1\n  b: 2\n": {"a": 1, "b": 2},
    f"a: x{' ' * 50}y\nb: {'-' * 50}\n": {"a": f"x{' ' * 50}y", "b": "-" * 50},
    "a:" + "\n  - x" * 150 + "\n": {"a": ["x"] * 150},
    "title: 'a: b'\n": {"title": "a: b"},
    "title: 'a: b'\r\nother: 1\r\n": {"title": "a: b", "other": 1},
    "title: 'a: b'\n'c: d': 1\n- x: 1\n": {},
    "-x: 'a: b'\n": {"-x": "a: b"},
    "-x: 'a: b'\nc: 'd: e'\n": {"-x": "a: b", "c": "d: e"},
}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_reads_as(block: str) -> None:
    assert is_same(read_block(block).values, BLOCKS[block])


def test_what_libyaml_cannot_check_is_kept_but_not_written() -> None:
    reading = read_block('a: ["y":?x]\nb: {}\n')
    assert reading.values == {"a": [{"y": "?x"}], "b": {}}
    assert [problem.rule for problem in reading.problems] == ["frontmatter-invalid"]


def test_an_ordinary_note_does_not_load_pyyaml() -> None:
    program = (
        "import sys; from vaultnet.text.frontmatter import parse_frontmatter as parse; "
        "assert parse('---\\na: 1\\nb: [x]\\n---\\n').values; sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("key", [None, True, False, 1, 1.0, 1.5, "x", [1, None], {"a": True}])
def test_keys_become_text(key: Any) -> None:
    names = {1.0: "1", 1.5: "1.5"}
    special = "" if key is None else "true" if key is True else "false" if key is False else None
    if isinstance(key, list):
        special = "[ 1,  ]"
    if isinstance(key, dict):
        special = "{ a: true }"
    assert key_text(key) == (special if special is not None else names.get(key, str(key)))


@pytest.mark.parametrize(
    "text", ["0", "1", "100000000000000000000", "1e+21", "1.5e+22", "0.00001", "-0.000012", "1e-7"]
)
def test_numbers_are_written_as_javascript_writes_them(text: str) -> None:
    assert number_text(float(text)) == text


def test_special_numbers_are_written_as_yaml_wants_them() -> None:
    assert [number_text(number) for number in (-0.0, math.inf, -math.inf, math.nan)] == ["-0", ".inf", "-.inf", ".nan"]


def test_equal_is_what_yaml_means_by_it() -> None:
    assert is_same(1, 1.0)
    assert is_same([math.nan, {"a": 1, "b": 2}], [math.nan, {"b": 2, "a": 1}])
    assert not is_same(True, 1)
    assert not is_same(0, False)
    assert not is_same([1], [1, 2])
    assert not is_same({"a": 1}, {"b": 1})
    assert not is_same("1", 1)
    assert not is_same(["a"], "a")


plain = st.text(alphabet=st.sampled_from("0123456789+-.eExXoOa~nulltrefsiNAF_:"), min_size=1, max_size=8)


@example("0x-0")
@example("0o+7")
@example("-0x1")
@example("0x-8000000000000000")
@example("0x-8000000000000001")
@given(plain)
def test_typing_agrees_with_py_yaml12(text: str) -> None:
    reading = read_block(f"key: {text}\n")
    if not reading.problems and "key" in reading.values and ": " not in f"{text} ":
        value = type_plain(text)
        assert type(value) is type(reading.values["key"])
        assert is_same(value, reading.values["key"])


scalar = st.sampled_from(["x", "1", "true", "null", '"q: r"', "'s'", "", "2020-01-01", "a b", "1e3", "~"])
flow = st.recursive(
    scalar.filter(bool),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"k{at}: {item}" for at, item in enumerate(items)) + "}"
        )
    ),
    max_leaves=6,
)
block_list = st.lists(flow, min_size=1, max_size=3).map(lambda items: "".join(f"\n  - {item}" for item in items))
block_map = st.lists(flow, min_size=1, max_size=3).map(
    lambda items: "".join(f"\n  m{at}: {item}" for at, item in enumerate(items))
)
blocks = st.lists(scalar | flow | block_list | block_map, min_size=1, max_size=5).map(
    lambda values: "".join(f"k{at}: {value}\n" for at, value in enumerate(values)),
)


@given(blocks)
def test_both_paths_read_the_same(block: str) -> None:
    root = build_nodes(block)
    assert root is not None
    reading = read_block(block)
    assert {problem.rule for problem in reading.problems} <= {"frontmatter-unquoted-link"}
    assert is_same(reading.values, node_value(root))


@given(blocks, st.integers(0, 4))
def test_a_key_written_twice_is_always_noticed(block: str, at: int) -> None:
    again = f"{block}k{at}: again\n"
    rules = {problem.rule for problem in read_block(again).problems}
    assert ("frontmatter-duplicate-key" in rules) == any(line.startswith(f"k{at}:") for line in block.split("\n"))


OPENED = [
    ("tags: [person\nname: Bob\n", 2, 7, "`[` opens here"),
    ("x: 1\ntags: {a: 1\nname: Bob\n", 3, 7, "`{` opens here"),
    ('name: "Bob\nage: 3\n', 2, 7, '`"` opens here'),
    ("tags: [a, b]]\nx: 1\n", 2, 13, "correct this line"),
]


@pytest.mark.parametrize(("block", "line", "column", "words"), OPENED)
def test_what_is_not_closed_is_named_where_it_opens(block: str, line: int, column: int, words: str) -> None:
    (problem,) = read_block(block).problems
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message
