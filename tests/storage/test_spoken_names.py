"""The names that share a word with a sentence: the text they are sought in is kept, and never one of names that were."""

import sqlite3
from pathlib import Path

from tests.vaults import make_vault, open_vault
from vaultnet.storage import spoken_names
from vaultnet.storage.spoken_names import spoken_name_rows

ADA, BOB = "People/Ada Lovelace.md", "People/Bob Byron.md"
VAULT = f"""
    == {ADA}
    ---
    type: contact
    aliases: [Countess]
    ---
    == {BOB}
    ---
    type: contact
    ---
"""


def test_the_text_is_kept_until_a_name_changes(tmp_path: Path) -> None:
    vault = make_vault(tmp_path, VAULT)
    with open_vault(vault) as workspace:
        workspace.refresh()
        connection = workspace.connection

        def found(*words: str) -> list[str]:
            """The paths; and what is kept is what would be put together."""
            paths = sorted({row.path for row in spoken_name_rows(connection, words)})
            kept = connection.execute("SELECT keys FROM spoken").fetchall()
            assert kept == connection.execute(spoken_names._TOGETHER).fetchall()
            return paths

        assert found("ada", "byron") == [ADA, BOB]
        assert connection.execute("SELECT count(*) FROM spoken").fetchone() == (1,)
        (vault / ADA).write_text("---\ntype: contact\naliases: [Enchantress]\n---\n", encoding="utf-8")
        (vault / "People/Cy.md").write_text("---\ntype: contact\n---\n", encoding="utf-8")
        (vault / BOB).unlink()
        workspace.refresh()
        assert connection.execute("SELECT count(*) FROM spoken").fetchone() == (0,)
        assert found("countess", "enchantress", "bob", "cy") == [ADA, "People/Cy.md"]
        (vault / ADA).write_text(
            "---\ntype: contact\naliases: [Enchantress]\n---\n\nProse.\n\n- a list\n", encoding="utf-8"
        )
        workspace.refresh()
        assert connection.execute("SELECT count(*) FROM spoken").fetchone() == (1,), "no name has changed"


def test_an_index_made_anew_keeps_no_names_that_were(tmp_path: Path) -> None:
    vault = make_vault(tmp_path, VAULT)
    with open_vault(vault) as workspace:
        workspace.refresh()
        spoken_name_rows(workspace.connection, ("ada",))
        (vault / "vaultnet.toml").write_text('[log]\nheadings = ["Diary"]\n', encoding="utf-8")
        (vault / BOB).rename(vault / "People/Robert Byron.md")
    with open_vault(vault) as workspace:
        workspace.refresh()
        found = spoken_name_rows(workspace.connection, ("robert", "bob"))
        assert {row.path for row in found} == {"People/Robert Byron.md"}


def test_without_a_name_and_where_nothing_can_be_kept_all_are_asked(tmp_path: Path) -> None:
    with open_vault(make_vault(tmp_path / "empty", "== Note.md\nwords\n")) as workspace:
        workspace.refresh()
        assert spoken_name_rows(workspace.connection, ("note",)) == []
    with open_vault(make_vault(tmp_path / "busy", VAULT)) as workspace:
        workspace.refresh()
        (path,) = [row[2] for row in workspace.connection.execute("PRAGMA database_list")]
        held = sqlite3.connect(path, isolation_level=None)
        held.execute("BEGIN IMMEDIATE")
        workspace.connection.execute("PRAGMA busy_timeout = 0")
        try:
            assert [row.path for row in spoken_name_rows(workspace.connection, ("ada",))] == [ADA]
        finally:
            held.close()
        assert workspace.connection.execute("SELECT keys FROM spoken").fetchone() is None
