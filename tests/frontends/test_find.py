"""`vaultnet find` and `vaultnet query`: by words, by fields, and in SQL."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vault(
        tmp_path_factory.mktemp("find") / "vault",
        """
        == People/Ada Løve.md
        ---
        type: contact
        company: "[[Tidemark|Tidemark Risk]]"
        location: Utrecht
        shoe: 9
        tags: [mentor]
        ---
        ## Log
        - 2026-05-02 coffee: the pension reform, and her move to Paris
        == People/Zoë.md
        ---
        type: contact
        company: Acme
        country: NL
        shoe: 41
        last-contact: 2026-06-01
        ---
        Moves to Paris. Pensionable.
        == People/山本 太郎.md
        ---
        type: contact
        ---
        Drinks tea.
        == Meetings/2026-05-03 Pension talk.md
        ---
        type: meeting
        date: 2026-05-03
        ---
        == Organizations/Acme.md
        ---
        type: organization
        ---
        ## Facts
        - 2026-05-02 salary: 80k, says Eve
        == Plain.md
        Tea, paris and a "quoted" word; AND OR NOT *.
        """,
    )


def found(cli: Cli, vault: Path, *words: str) -> list[str]:
    result = cli(vault, "find", *words, "--json")
    notes = result.json()["notes"]
    assert result.code == (0 if notes else 1)
    return [note["title"] for note in notes]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (("pension",), ["Pension talk", "Ada Løve"]),
        (("PENSION reform",), ["Ada Løve"]),
        (("pens*",), ["Pension talk", "Ada Løve", "Zoë"]),
        (('"moves to paris"',), ["Zoë"]),
        (("moves to paris",), ["Zoë"]),
        (("paris", "-reform"), ["Zoë", "Plain"]),
        (("love",), ["Ada Løve"]),
        (("zoe",), ["Zoë"]),
        (("山本",), ["山本 太郎"]),
        (("郎",), ["山本 太郎"]),
        (("tea", "type=contact"), ["山本 太郎"]),
        (("and",), ["Plain", "Ada Løve"]),
        (("NOT", "quoted"), ["Plain"]),
        (("-paris", "type=contact"), ["山本 太郎"]),
        (("at:tidemark",), ["Ada Løve"]),
        (("in:nl",), ["Zoë"]),
        (("who", "at", "Tidemark"), ["Ada Løve"]),
        (("Who is in Utrecht?",), ["Ada Løve"]),
        (("wer", "bei", "Acme"), ["Zoë"]),
        (("tag:mentor",), ["Ada Løve"]),
        (("last<2026-05-10",), ["Ada Løve"]),
        (("last>=2026-05-10",), ["Zoë"]),
        (("shoe>10",), ["Zoë"]),
        (("has:shoe", "sort:shoe"), ["Ada Løve", "Zoë"]),
        (("has:shoe", "sort:-shoe"), ["Zoë", "Ada Løve"]),
        (("type=contact", "sort:-last"), ["Zoë", "Ada Løve", "山本 太郎"]),
        (("type=contact", "sort:last"), ["Ada Løve", "Zoë", "山本 太郎"]),
        (("nobody",), []),
        (("***",), []),
    ],
)
def test_who_is_found(words: tuple[str, ...], titles: list[str], cli: Cli, vault: Path) -> None:
    assert found(cli, vault, *words) == titles


def test_the_line_that_answers_is_shown(cli: Cli, vault: Path) -> None:
    assert cli(vault, "find", "reform").out == (
        "Ada Løve  People/Ada Løve.md\n  2026-05-02 coffee: the pension reform, and her move to Paris\n"
    )
    (note,) = cli(vault, "find", "reform", "--json").json()["notes"]
    ((start, end),) = note["matches"]
    assert note["snippet"][start:end] == "reform"
    assert note["score"] > 0


def test_paths_for_other_programs(cli: Cli, vault: Path) -> None:
    assert cli(vault, "find", "has:shoe", "--paths0").out == "People/Ada Løve.md\0People/Zoë.md\0"


def test_more_than_are_shown_are_counted(cli: Cli, vault: Path) -> None:
    result = cli(vault, "find", "type=contact", "--limit", "1")
    assert (result.out.count("\n"), result.err) == (1, "… and 2 more (--limit 0)\n")


def test_what_changes_is_found_anew_and_what_goes_no_more(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== A.md\nred\n== B.md\nblue\n")
    assert found(cli, vault, "red") == ["A"]
    (vault / "A.md").write_text("green\n")
    (vault / "C.md").write_text("red\n")
    assert (found(cli, vault, "red"), found(cli, vault, "green")) == (["C"], ["A"])
    (vault / "C.md").unlink()
    assert found(cli, vault, "red") == []
    (vault / "C.md").write_bytes(b"red \xff\n")
    assert found(cli, vault, "red", "blue") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("shoo:1",), "shoo is no field: did you mean shoe?"),
        (("sort:shoo", "tea"), "shoo is no field"),
        (('"open',), "the quotation mark is never closed"),
        (("sort:name",), "say what to find"),
    ],
)
def test_what_cannot_be_meant(words: tuple[str, ...], said: str, cli: Cli, vault: Path) -> None:
    result = cli(vault, "find", *words)
    assert result.code == 2
    assert said in result.err


def test_sql_sees_the_notes_and_what_is_worked_out(cli: Cli, vault: Path) -> None:
    asked = "SELECT name, company, last, due, state FROM contacts ORDER BY name"
    assert cli(vault, "query", asked).out == (
        "name      company        last        due         state\n"
        "Ada Løve  Tidemark Risk  2026-05-02  2026-11-02  ok\n"
        "Zoë       Acme           2026-06-01  2026-12-01  ok\n"
        "山本 太郎                                            new\n"
    )
    rows = cli(vault, "query", "SELECT key, value FROM properties WHERE key = 'shoe' ORDER BY value", "--json").json()
    assert rows["rows"] == [["shoe", 9], ["shoe", 41]]
    for view in ("contacts", "organizations", "facts", "touches", "promises", "links", "properties"):
        assert cli(vault, "query", f"SELECT * FROM {view}", "--json").code == 0


def test_facts_are_there_for_who_asks(cli: Cli, vault: Path) -> None:
    rows = cli(vault, "query", "SELECT name, date, topic, text FROM facts", "--json").json()["rows"]
    assert rows == [["Acme", "2026-05-02", "salary", "80k, says Eve"]]


def test_another_note_of_the_same_bytes_is_found_by_its_own_name(cli: Cli, tmp_path: Path) -> None:
    """It may take the number of one that is gone, and then nothing but its name tells them apart."""
    vault = make_vault(tmp_path / "vault", "== Zed Old.md\n---\ntype: contact\n---\n")
    assert cli(vault, "find", "old").code == 0
    (vault / "Zed Old.md").rename(tmp_path / "aside.md")
    cli(vault, "due")
    (tmp_path / "aside.md").rename(vault / "Zoe New.md")
    assert cli(vault, "find", "new").out == "Zoe New  Zoe New.md\n"
    assert cli(vault, "find", "old").code == 1


def test_a_table_for_spreadsheets_holds_no_formula(cli: Cli, vault: Path) -> None:
    assert cli(vault, "query", "SELECT '=1+1' a, 2 b, NULL c", "--csv").out == "a,b,c\r\n'=1+1,2,\r\n"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM note", "INSERT INTO standing VALUES (1,2,3,4,5,6)", "UPDATE note SET path = ''", "DROP TABLE note",
        "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "ATTACH '/tmp/x.db' AS x", "PRAGMA writable_schema = 1",
        "PRAGMA journal_mode = DELETE", "VACUUM INTO '/tmp/x.db'", "SELECT load_extension('x')", "BEGIN IMMEDIATE",
        "SELECT 1; DELETE FROM note", "selec", "",
    ],
)  # fmt: skip
def test_nothing_can_be_changed(sql: str, cli: Cli, vault: Path) -> None:
    cli(vault, "index")
    before = snapshot(vault)
    result = cli(vault, "query", sql)
    assert (result.code, result.out) == (2, "")
    assert snapshot(vault) == before
    assert cli(vault, "query", "SELECT count(*) FROM note WHERE read = 1", "--json").json()["rows"] == [[6]]


def test_an_endless_query_ends(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaultnet.storage.sql_query._PATIENCE", 0.05)
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    result = cli(vault, "query", endless)
    assert result.code == 2
    assert "it took more than 0 seconds" in result.err
