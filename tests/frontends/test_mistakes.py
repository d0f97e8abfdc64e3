"""What people type by mistake, and what they are told: what is wrong, and what to write instead. Nothing is written."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

_VAULT = """
== People/Ada Lovelace.md
---
type: contact
---
== Organizations/Northwind.md
---
type: organization
---
== Trips/Lisbon.md
---
type: trip
from: 2026-07-01
---
== Reading list.md
plain words
"""


@pytest.mark.parametrize(("words", "code", "told"), [
    (("show", "northwind"), 1, 'nobody is called "northwind"; Organizations/Northwind.md is no contact'),
    (("plan", "Trips/Lisbon.md"), 1, 'nobody is called "Trips/Lisbon.md"; Trips/Lisbon.md is no contact'),
    (("brief", "reading list"), 1, 'nobody is called "reading list"; Reading list.md is no contact'),
    (("snooze", "northwind", "in", "3", "weeks"), 2, 'nobody is called "northwind"; Organizations/Northwind.md is no'),
    (("log", "called Northwind"), 2, "vaultnet: Organizations/Northwind.md is no contact: name whom you met there\n"),
    (("log", "coffee", "--who", "northwind"), 2, "Organizations/Northwind.md is no contact: name whom you met there"),
    (("log", "coffee with North"), 2, 'nobody is called "North": write **North** to make a note of them'),
    (("log", "coffee with Zora at Northwind"), 2, 'nobody is called "Zora": write **Zora** to make a note of them'),
    (("new", "contact", "ada lovelace"), 2,
     'vaultnet: People/Ada Lovelace.md: "ada lovelace" is there already; --force makes another one\n'),
    (("show", "Adda"), 1, 'nobody is called "Adda": did you mean Ada Lovelace?'),
    (("show", "North"), 1, 'nobody is called "North"'),
    (("review", "last"), 2, "; a week is 2026-W24 or last week, a quarter 2026-Q2"),
    (("query", ""), 2, "the query asks nothing: see `vaultnet query --help` for one that does"),
    (("query", "/* just a remark */"), 2, "the query asks nothing"),
    (("new", "event", ""), 2, '"" leaves no letters for a file name'),
    (("import", "csv", ""), 2, "name a file or a folder"),
    (("new", "meeting", "?!*", "--dry-run"), 0, ""),
])  # fmt: skip
def test_a_mistake_is_answered(cli: Cli, tmp_path: Path, words: tuple[str, ...], code: int, told: str) -> None:
    root = make_vault(tmp_path / "vault", _VAULT)
    before = snapshot(root)
    answer = cli(root, *words)
    assert answer.code == code, answer.err
    assert told in answer.err
    assert answer.err.count("People/Ada Lovelace.md") <= 1, "a path that is said twice"
    assert snapshot(root) == before


def test_an_organization_beside_a_person_is_not_taken_for_somebody_without_a_note(cli: Cli, tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", _VAULT)
    assert '"Zora" is in no note' in cli(root, "log", "coffee with Ada and Zora", "--dry-run").err
    assert cli(root, "log", "coffee with Ada and Northwind", "--dry-run").err == ""


def test_a_query_that_never_ends_takes_no_more_than_there_is(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaultnet.storage.sql_query._MOST_ROWS", 1000)
    root = make_vault(tmp_path / "vault", _VAULT)
    counting = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
    endless = cli(root, "query", counting)
    assert endless.code == 2
    assert "it has more than 1,000 rows: add a LIMIT" in endless.err
    assert len(cli(root, "query", f"{counting} LIMIT 1000").out.splitlines()) == 1001


def test_one_read_only_note_stops_no_export(cli: Cli, tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", _VAULT)
    note = root / "People/Bob.md"
    note.write_text("---\ntype: contact\n---\n")
    note.chmod(0o444)
    told = cli(root, "export", "vcard", "--to", str(tmp_path / "all.vcf"))
    assert told.code == 0
    assert "People/Bob.md could not be given a uid: permission denied" in told.out
    assert "FN:Bob" in (tmp_path / "all.vcf").read_text()
    assert "uid:" not in note.read_text()
    assert "uid:" in (root / "People/Ada Lovelace.md").read_text()
