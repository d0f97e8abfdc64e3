"""D1: what is not meant to change does not, byte for byte: one property set, one block placed, whatever the note holds.

Each edit is made, looked at, and made back (tests/fuzz/editing.py); Windows line ends give the twin of the result.
"""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.editing import KEYS, VALUES, edit_blocks, edit_frontmatter
from tests.text.test_frontmatter_edit_properties import notes
from vaultnet.text.frontmatter_edit import append_item, remove_item, set_key
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import Value

# A body that could be taken for a part of the note's own machinery.
_BODIES = (
    "", "Text  \r\nmore\t\n", "## Log\n- 2026-05-02 call: x", "<!-- vaultnet:agenda -->\n- [x] y ^vn-0000000a-00000000\n<!-- /vaultnet:agenda -->\n",
    "---\na: 1\n---\n", "\ufeff\u2028\x00\x1b[31m\n", "```\n<!-- vaultnet:x -->\n", "%% <div> $$\n## Log\n", "e\u0301 \u00e9\n\n\n", "\r\r\n",
)  # fmt: skip
_SIZES = [30, pytest.param(5_000, marks=pytest.mark.soak)]
_EDITS = (set_key, append_item, remove_item)


@pytest.mark.parametrize("examples", _SIZES)
def test_d1_one_property_and_not_a_byte_besides(examples: int) -> None:
    @settings(max_examples=examples, derandomize=examples < 1_000, database=None)
    @given(notes(), st.sampled_from(_BODIES), st.integers(0, 2**32 - 1))
    def look(note: str, body: str, number: int) -> None:
        edit_frontmatter(note + body, number)

    look()
    print(f"\n{examples} examples")


@pytest.mark.parametrize("examples", _SIZES)
def test_d1_one_block_and_not_a_byte_besides(examples: int) -> None:
    @settings(max_examples=examples, derandomize=examples < 1_000, database=None)
    @given(notes(), st.lists(st.sampled_from(_BODIES), max_size=3).map("".join), st.integers(0, 2**32 - 1))
    def look(note: str, body: str, number: int) -> None:
        edit_blocks(note + body, number)

    look()
    print(f"\n{examples} examples")


@pytest.mark.parametrize("examples", _SIZES)
def test_d1_windows_line_ends_give_the_twin(examples: int) -> None:
    @settings(max_examples=examples, derandomize=examples < 1_000, database=None)
    @given(notes(), st.sampled_from(_EDITS), st.sampled_from(KEYS), st.sampled_from(VALUES))
    def look(note: str, edit: Callable[[str, str, Value], str], key: str, value: Value) -> None:
        unix = note.replace("\r\n", "\n")
        if "\r" in unix or "\n" not in unix:
            return
        assert _edited(edit, unix.replace("\n", "\r\n"), key, value) == _edited(edit, unix, key, value).replace(
            "\n", "\r\n"
        )

    look()
    print(f"\n{examples} examples")


def _edited(edit: Callable[[str, str, Value], str], text: str, key: str, value: Value) -> str:
    try:
        return edit(text, key, value)
    except Refused:
        return "refused"
