import pytest

from vaultnet.text.document import parse_document

CONFLICT = "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (CONFLICT, [1]),
        (f"a\n\n{CONFLICT}b\n{CONFLICT}", [3, 9]),
        (CONFLICT.replace("\n", "\r\n"), [1]),
        ("<<<<<<< HEAD\nmine\n", []),
        ("<<<<<<< HEAD\n=======\n", []),
        ("Title\n=======\n", []),
        ("a <<<<<<< HEAD\n=======\n>>>>>>> x\n", []),
        ("<<<<<<<\n=======\n>>>>>>> x\n", []),
    ],
)
def test_what_git_leaves_blocks_writing(text: str, lines: list[int]) -> None:
    problems = parse_document(text).problems
    assert [(problem.rule, problem.line, problem.blocks_writing) for problem in problems] == [
        ("conflict-markers", line, True) for line in lines
    ]
