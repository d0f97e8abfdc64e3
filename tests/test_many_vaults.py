"""The example of docs/scale.md: many vaults in one engine, by the commands that everybody has."""

import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks.many_vaults import QUESTIONS, SCHEMA, TABLES, export_tables, load_duckdb, postgres_script, save_parquet
from tests.vaults import make_vault

MIRA = """
== People/Ada Byron.md
---
type: contact
email: ada@engines.example
company: "[[Engines]]"
---
## Log
- 2026-05-02 coffee: she told me of a new engine
- 2026-04-01 call: hello
== People/Petra Quiet.md
---
type: contact
private: true
email: petra@engines.example
company: "[[Engines]]"
---
## Log
- 2026-05-03 coffee: a secret
"""
VILLE = """
== Ada.md
---
type: contact
email: ADA@engines.example
company: Engines
---
## Log
- 2026-05-30 lunch: noodles
== Ben O'Kri, Jr.md
---
type: contact
---
## Log
- 2024-05-30 lunch: "quoted", and more
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two members give away."""
    folder = tmp_path_factory.mktemp("many")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / "home"))
        roots = [make_vault(folder / "mira", MIRA), make_vault(folder / "o'ville", VILLE)]
        return export_tables(roots, folder)


def test_nobody_private_and_no_words_leave_a_vault(tables: Path) -> None:
    left = "".join(file.read_text() for file in tables.rglob("*.csv"))
    assert "Ada Byron" in left
    assert "2026-05-02" in left
    assert [word for word in ("Petra", "petra", "secret", "noodles", "engine,") if word in left] == []


def test_the_engine_answers_over_all_of_them(tables: Path) -> None:
    connection = load_duckdb(tables)
    answers = [connection.execute(sql).fetchall() for sql in QUESTIONS.values()]
    assert answers[0] == [("Ada", 2, date(2026, 5, 30))]
    assert answers[1] == [("Engines", "mira", "Ada Byron", 2, date(2026, 5, 2))]
    assert answers[2] == [(3, 2, 67)]
    assert answers[3] == [(2026, 3, 2), (2024, 1, 1)]


def test_parquet_holds_the_same(tables: Path, tmp_path: Path) -> None:
    import duckdb

    connection = load_duckdb(tables)
    assert save_parquet(connection, tmp_path) > 0
    for name in TABLES:
        own = connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
        again = duckdb.connect().execute(f"SELECT * FROM '{tmp_path / name}.parquet' ORDER BY ALL").fetchall()
        assert again == own


def test_the_script_for_postgres_does_the_same(tables: Path) -> None:
    """psql is not here: its `\\copy` is done by the engine at hand, every other line is run as it is printed."""
    import duckdb

    connection = duckdb.connect()
    script = "".join(postgres_script(tables)).partition("\\echo")[0].replace("ANALYZE;", "")
    script = re.sub(r"(?m)^\\(copy .+?)WITH (.+)$", r"\1 \2;", script)
    script = re.sub("CREATE INDEX ON (?=(.))", r"CREATE INDEX of_\1 ON ", script)
    connection.execute(script)
    assert SCHEMA.strip() in script
    loaded = load_duckdb(tables)
    for sql in QUESTIONS.values():
        assert connection.execute(sql).fetchall() == loaded.execute(sql).fetchall()
