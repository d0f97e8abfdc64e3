"""The writer against npm `yaml`, which Obsidian writes with: `yaml_scalars_golden.json` was made by it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import Value, is_same
from vaultnet.text.yaml_writer import render_after_key, render_entry, render_flow_item

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent / "yaml_scalars_golden.json").read_text("utf-8"))

# The rules in brief (reference, section 2.4).
EXAMPLES: dict[str, Value] = {
    "key: plain text": "plain text",
    "key:": None,
    "key: []": [],
    "key: {}": {},
    "key: true": True,
    "key: 30": 30,
    "key: 1.5": 1.5,
    "key:\n  - Ada\n  - ": ["Ada", None],
    'key:\n  - company: "[[Acme]]"\n    to:': [{"company": "[[Acme]]", "to": None}],
    "key:\n  a: 1\n  b:\n    c: x": {"a": 1, "b": {"c": "x"}},
    'key: ""': "",
    'key: "true"': "true",
    'key: "123"': "123",
    'key: "+13035551234"': "+13035551234",
    'key: "a: b"': "a: b",
    "key: '\"q\"'": '"q"',
    "key: yes": "yes",
    "key: 2020-08-21": "2020-08-21",
    "key: 12:30": "12:30",
    "key: it's": "it's",
    "key: |-\n  two\n  lines": "two\nlines",
    'key: "a\\x7fb"': "a\x7fb",
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_written_as_obsidian_writes(text: str) -> None:
    assert render_entry("key", EXAMPLES[text]) == text


def test_values() -> None:
    for value, as_value, as_item in GOLDEN["values"]:
        assert f"{render_entry('k', value)}\n" == as_value
        assert f"{render_entry('k', [value])}\n" == as_item
        assert is_same(read_block(as_value).values, {"k": value}), as_value
        assert is_same(read_block(as_item).values, {"k": [value]}), as_item


def test_keys() -> None:
    for key, on_top, within in GOLDEN["keys"]:
        assert f"{render_entry(key, 1)}\n" == on_top
        assert f"{render_entry('k', {key: 1})}\n" == within


def test_items_of_a_flow_list() -> None:
    for value, line in GOLDEN["flow"]:
        assert f"k: [x, {render_flow_item(value)}]\n" == line


@pytest.mark.parametrize(("values", "text"), GOLDEN["trees"])
def test_trees(values: dict[str, Value], text: str) -> None:
    assert "".join(f"{render_entry(key, value)}\n" for key, value in values.items()) == text


@pytest.mark.parametrize("value", [None, "two\nlines", [], {}])
def test_what_a_flow_list_cannot_hold(value: Value) -> None:
    assert render_flow_item(value) is None


def test_flow_items_that_are_no_text() -> None:
    assert [render_flow_item(value) for value in (1, 1.5, True, False)] == ["1", "1.5", "true", "false"]


characters = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t :#-'\"[]{}")
texts = st.text(characters, max_size=12).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
atoms = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | texts
trees = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts.filter(lambda key: "\n" not in key), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(trees)
def test_what_is_written_reads_back(value: Value) -> None:
    reading = read_block(f"key:{render_after_key(value)}\nlast: 1\n")
    if not any(problem.blocks_writing for problem in reading.problems):
        assert is_same(reading.values, {"key": value, "last": 1})
    else:
        assert (
            "\ufeff" in repr(value).encode().decode("unicode_escape")
            or reading.problems[0].rule == "frontmatter-invalid"
        )
