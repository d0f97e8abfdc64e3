"""What `make mutate` takes away stands where its table says, and the test that must notice is there: mutating takes
minutes, and code that moves would be seen only then.
"""

import ast
from pathlib import Path

from tests.mutations import MUTATIONS

ROOT = Path(__file__).parent.parent


def test_every_safeguard_stands_where_the_table_says() -> None:
    missing = [
        name for name, one in MUTATIONS.items() if (ROOT / "vaultnet" / one.file).read_text().count(one.old) != 1
    ]
    assert missing == []


def test_every_test_that_must_notice_is_there() -> None:
    gone = {one.test for one in MUTATIONS.values() if not _is_there(one.test)}
    assert gone == set()


def _is_there(test: str) -> bool:
    file, *names = test.partition("[")[0].split("::")
    tree = ast.parse((ROOT / file).read_text())
    known = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return set(names) <= known
