"""Many vaults in one engine: what docs/scale.md shows, on generated vaults, with what it costs.

    python -m benchmarks.many_vaults FOLDER --vaults 50 --notes 2000     vaults, tables, DuckDB, answers, seconds
    python -m benchmarks.many_vaults FOLDER --postgres                   the same load for psql, printed as SQL

Each vault gives two tables, through `vaultnet query --csv`: `people` and `touches`, without a word of what was said and
without anybody private. The engine reads all of them at once and knows a vault by its folder's name.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.generate import TODAY, generate

_PRIVATE = "SELECT path FROM properties WHERE lower(key) = 'private' AND value = 1"
_PEOPLE = (
    "SELECT path, name, (SELECT value FROM properties e WHERE e.path = c.path AND e.key = 'email') AS email, company, "
    f"country, tier, last FROM contacts c WHERE path NOT IN ({_PRIVATE}) ORDER BY path"
)
# What leaves a vault: the columns of a table, and where `vaultnet query` has them.
TABLES = {
    "people": (
        ("path", "name", "email", "company", "country", "tier", "last"),
        _PEOPLE,
    ),
    "touches": (
        ("contact", "date", "kind", "direction"),
        f"SELECT contact, date, kind, direction FROM touches WHERE contact NOT IN ({_PRIVATE}) ORDER BY contact, date, line",
    ),
}
SCHEMA = """
CREATE TABLE people (vault text, path text, name text, email text, company text, country text, tier text, last date);
CREATE TABLE touches (vault text, contact text, date date, kind text, direction text);
"""
# One text for both engines.
QUESTIONS = {
    "Who is known to most of us?": """
SELECT min(name) AS name, count(DISTINCT vault) AS members, max(last) AS last
FROM people WHERE email <> '' GROUP BY lower(email) ORDER BY members DESC, last DESC, name LIMIT 5
""",
    "Who of us has the warmest way into a company?": """
SELECT company, vault, name, touches, last FROM (
  SELECT p.company, p.vault, p.name, count(*) AS touches, max(t.date) AS last,
         row_number() OVER (PARTITION BY p.company ORDER BY count(*) DESC, max(t.date) DESC, p.vault, p.name) AS place
  FROM people p JOIN touches t ON t.vault = p.vault AND t.contact = p.path
  WHERE t.date >= DATE '2025-06-15' AND t.date <= DATE '2026-06-15' AND p.company <> ''
  GROUP BY p.company, p.vault, p.path, p.name) ways
WHERE place = 1 ORDER BY touches DESC, last DESC, company LIMIT 5
""",
    "How many have we heard from within half a year?": """
SELECT count(*) AS people, count(*) FILTER (WHERE last >= DATE '2025-12-15') AS heard,
       round(100.0 * count(*) FILTER (WHERE last >= DATE '2025-12-15') / count(*)) AS percent FROM people
""",
    "How has the practice grown?": """
SELECT extract(year FROM date) AS year, count(*) AS touches, count(DISTINCT vault || contact) AS people
FROM touches GROUP BY 1 ORDER BY 1 DESC LIMIT 5
""",
}


def make_vaults(folder: Path, vaults: int, notes: int) -> list[Path]:
    """`member-01` to `member-50`, each of so many notes, each of its own seed; those that are there are kept."""
    roots = [folder / "vaults" / f"member-{number:02}" for number in range(1, vaults + 1)]
    for seed, root in enumerate(roots, start=1):
        if not root.exists():
            generate(root, notes, seed)
    return roots


def export_tables(roots: list[Path], folder: Path) -> Path:
    """`tables/member-01/people.csv` and `touches.csv`, and so on, by the command that everybody has."""
    tables = folder / "tables"
    for root in roots:
        target = tables / root.name
        target.mkdir(parents=True, exist_ok=True)
        for name, (_, sql) in TABLES.items():
            line = [
                sys.executable,
                "-m",
                "vaultnet",
                "-C",
                str(root),
                "--today",
                TODAY.isoformat(),
                "query",
                sql,
                "--csv",
            ]
            with (target / f"{name}.csv").open("wb") as out:
                subprocess.run(line, stdout=out, check=True)
    return tables


def load_duckdb(tables: Path) -> Any:
    """A connection with both tables. The name of the folder is the name of the vault."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(SCHEMA)
    for name in TABLES:
        connection.execute(
            f"INSERT INTO {name} BY NAME SELECT parse_filename(parse_dirpath(filename)) AS vault, * EXCLUDE (filename) "
            f"FROM read_csv('{_quoted(str(tables))}/*/{name}.csv', header = true, delim = ',', quote = '\"', escape = '\"', "
            "all_varchar = true, filename = true)"
        )
    return connection


def save_parquet(connection: Any, folder: Path) -> int:
    """Both tables in the columnar form that other engines read; how many bytes they take."""
    files = [folder / f"{name}.parquet" for name in TABLES]
    for name, file in zip(TABLES, files, strict=True):
        connection.execute(f"COPY (SELECT * FROM {name} ORDER BY ALL) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    return sum(file.stat().st_size for file in files)


def postgres_script(tables: Path) -> Iterator[str]:
    """Lines for psql: the schema, every file loaded, indexes, the same questions."""
    yield f"BEGIN;{SCHEMA}"
    for name, (columns, _) in TABLES.items():
        yield f"CREATE TEMP TABLE {name}_in ({', '.join(f'{column} text' for column in columns)});\n"
        types = {"last": "nullif(last, '')::date", "date": "nullif(date, '')::date"}
        chosen = ", ".join(types.get(column, column) for column in columns)
        for file in sorted(tables.glob(f"*/{name}.csv")):
            yield f"\\copy {name}_in FROM '{_quoted(str(file))}' WITH (FORMAT csv, HEADER true)\n"
            vault = _quoted(file.parent.name)
            yield f"INSERT INTO {name} (vault, {', '.join(columns)}) SELECT '{vault}', {chosen} FROM {name}_in;\n"
            yield f"TRUNCATE {name}_in;\n"
    yield "CREATE INDEX ON touches (vault, contact);\nCREATE INDEX ON people (lower(email));\nANALYZE;\nCOMMIT;\n"
    for question, sql in QUESTIONS.items():
        yield f"\\echo {question}\n{sql.strip()};\n"


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def main() -> None:
    """Makes, loads, asks, and says what each part took."""
    parser = argparse.ArgumentParser(description="Fifty vaults in one engine.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vaults", type=int, default=50)
    parser.add_argument("--notes", type=int, default=2_000, help="in each vault")
    parser.add_argument("--postgres", action="store_true", help="print the load as SQL for psql, and stop")
    given = parser.parse_args()
    if given.postgres:
        sys.stdout.writelines(postgres_script(given.folder / "tables"))
        return
    if find_spec("duckdb") is None:
        parser.error("DuckDB is not installed: `make demo` installs it into .venv; --postgres does without")
    roots = _timed("vaults made", lambda: make_vaults(given.folder, given.vaults, given.notes))
    tables = _timed("tables exported, cold index included", lambda: export_tables(roots, given.folder))
    _timed("the same again, nothing changed", lambda: export_tables(roots, given.folder))
    connection = _timed("loaded into DuckDB", lambda: load_duckdb(tables))
    size = _timed("written as Parquet", lambda: save_parquet(connection, given.folder))
    counts = [len(connection.execute(f"SELECT 1 FROM {name}").fetchall()) for name in TABLES]
    print(f"{counts[0]:,} people, {counts[1]:,} touches, {size / 2**20:.1f} MiB as Parquet")
    for question, sql in QUESTIONS.items():
        for row in _timed(question, lambda sql=sql: connection.execute(sql).fetchall()):
            print("           ", *row, sep="  ")


def _timed(what: str, action: Any) -> Any:
    began = time.perf_counter()
    result = action()
    print(f"{time.perf_counter() - began:8.2f} s  {what}")
    return result


if __name__ == "__main__":
    main()
