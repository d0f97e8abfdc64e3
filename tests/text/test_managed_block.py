import pytest

from vaultnet.text.document import parse_document
from vaultnet.text.managed_block import block_markers

A, END_A = "<!-- vaultnet:a -->\n", "<!-- /vaultnet:a -->\n"
B, END_B = "<!-- vaultnet:b -->\n", "<!-- /vaultnet:b -->\n"


def test_a_block_and_its_offsets() -> None:
    text = f"x\n{A}- call\n{END_A}y\n"
    (block,) = parse_document(text).blocks
    assert (block.name, block.line) == ("a", 2)
    assert text[block.start : block.end] == f"{A}- call\n{END_A}"
    assert text[block.inner_start : block.inner_end] == "- call\n"
    assert block_markers("a") == (A.strip(), END_A.strip())


@pytest.mark.parametrize(
    ("text", "names", "problems"),
    [
        (f"{A}{END_A}", ["a"], []),
        (f"{A}{END_A}{B}{END_B}", ["a", "b"], []),
        ("<!-- vaultnet:a -->  \r\n<!-- /vaultnet:a -->", ["a"], []),
        (f"\ufeff{A}{END_A}", ["a"], []),
        (A, [], [("block-unclosed", 1)]),
        (f"x\n{END_A}", [], [("block-unopened", 2)]),
        (f"{A}{B}{END_B}{END_A}", ["a"], [("block-nested", 2)]),
        (f"{A}{B}{END_A}", ["a"], [("block-nested", 2)]),
        (f"{A}{A}{END_A}", [], [("block-nested", 2), ("block-unclosed", 1)]),
        (f"{A}{END_B}{END_A}", ["a"], [("block-unopened", 2)]),
        (f"{A}{END_A}\n{A}{END_A}", ["a", "a"], [("block-duplicate", 4)]),
        (f"```\n{A}{END_A}```\n", [], []),
        (f"{A}```\n{END_A}", [], [("block-unclosed", 1)]),
        (f"---\nx: |\n  {A}---\n", [], []),
        (f" {A}> {END_A}", [], []),
        (f"a {A}b", [], []),
        ("<!-- vaultnet:a --> x\n", [], []),
        ("vaultnet:a", [], []),
        ("<!-- vaultnet:a\n-->\n", [], []),
    ],
)
def test_markers_must_balance(text: str, names: list[str], problems: list[tuple[str, int]]) -> None:
    document = parse_document(text)
    assert [block.name for block in document.blocks] == names
    assert [(problem.rule, problem.line) for problem in document.problems] == problems
    assert all(problem.blocks_writing for problem in document.problems)
