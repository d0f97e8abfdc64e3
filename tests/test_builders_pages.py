"""The pages for builders are true: the files and tables that they name are there, and no advice that the code cites is
left unexplained.
"""

import re
from pathlib import Path

import pytest

from vaultnet.storage.index import open_in_memory

ROOT = Path(__file__).parent.parent
PAGES = ("CONTRIBUTING.md", "docs/adding.md", "docs/architecture.md", "docs/practice.md", "docs/scale.md")
_NAMED = re.compile(r"`([\w./-]+\.(?:py|toml|json|txt|md))`")
_BLANK = re.compile(r"NAME|XX")  # `commands/NAME.py`: a file that the reader is to make
_ADVICE = re.compile(r"\bP([0-9]{1,2})\b")


def _files() -> list[str]:
    """Every file that a page may name, by its path."""
    folders = ("vaultnet", "tests", "benchmarks", "templates", "docs")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [f"/{path.relative_to(ROOT).as_posix()}" for path in (*paths, *ROOT.glob("*.*"))]


@pytest.mark.parametrize("page", PAGES)
def test_each_file_that_a_page_names_is_there(page: str) -> None:
    named = {name for name in _NAMED.findall((ROOT / page).read_text()) if not _BLANK.search(name)}
    files = _files()
    assert [name for name in sorted(named) if not any(file.endswith(f"/{name}") for file in files)] == []


def test_each_advice_that_the_code_cites_is_explained() -> None:
    explained = set(re.findall(r"(?m)^\| P([0-9]+) \|", (ROOT / "docs/practice.md").read_text()))
    cited = {
        number
        for file in (ROOT / "vaultnet").rglob("*.py")
        for brackets in re.findall(r"\((P[0-9]{1,2}(?:, P[0-9]{1,2})*)\)", file.read_text())
        for number in _ADVICE.findall(brackets)
    }
    assert len(explained) == 19
    assert cited - explained == set()


def test_each_decision_stands_in_the_list_of_them_in_order() -> None:
    folder = ROOT / "docs/decisions"
    listed = re.findall(
        r"(?m)^\| ([0-9]+) \| \[[^\]]+\]\(([0-9]{4}-[a-z0-9-]+\.md)\) \|", (folder / "README.md").read_text()
    )
    assert [name for _, name in listed] == sorted(file.name for file in folder.glob("0*.md"))
    for number, name in listed:
        assert (folder / name).read_text().startswith(f"# {number}. ")
        assert name.startswith(f"{int(number):04}-")


def test_each_table_of_the_index_is_described_column_by_column() -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \| .+? \| (.+) \|$", (ROOT / "docs/schema.md").read_text())
    described = {table: re.findall(r"\w+", re.sub(r"\([^)]*\)", "", columns)) for table, columns in rows}
    with open_in_memory() as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        tables = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
    for bookkeeping in ("folder", "meta"):
        del tables[bookkeeping]
    assert described == tables
