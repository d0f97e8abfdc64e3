"""Backgrounds and circles read one person at a time say what they say when everybody is read."""

from datetime import date
from pathlib import Path

from tests.vaults import make_example, open_vault
from vaultnet.storage.backgrounds import load_backgrounds, load_lazy_backgrounds
from vaultnet.storage.circles import load_circles

TODAY = date(2026, 6, 15)


def test_one_by_one_is_as_all_at_once(tmp_path: Path) -> None:
    with open_vault(make_example(tmp_path / "vault"), TODAY.isoformat()) as workspace:
        workspace.refresh()
        lazy = load_lazy_backgrounds(workspace.connection, TODAY)
        every = load_backgrounds(workspace.connection, TODAY)
        circles = load_circles(workspace.connection, TODAY)
        assert [lazy[person.path] for person in every] == list(every)
        assert list(lazy) == [person.path for person in every]
        assert lazy["Nobody.md"].name == ""
        assert circles.know_each_other("People/Anouk Lefèvre.md", "People/Sofía Ibáñez.md")
        assert not circles.know_each_other("People/Anouk Lefèvre.md", "Nobody.md")
