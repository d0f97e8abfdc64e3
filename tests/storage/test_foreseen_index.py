"""The index as of after changes that were not written: the same answers as once they are."""

from pathlib import Path

from tests.vaults import make_vault, open_vault
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.network import load_network
from vaultnet.text.change import FileChange


def test_what_is_foreseen_is_what_comes(tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        "== Ada.md\n---\ntype: contact\n---\n- [ ] Send her the map\n## Log\n- 2026-06-01 call: [[Ben]]\n",
    )
    before = (vault / "Ada.md").read_text()
    after = before.replace("- [ ] Send", "- [x] Send").replace("## Log\n", "## Log\n- 2026-06-12 coffee: a map\n")
    unknown = FileChange("Nobody.md", None, "---\ntype: contact\n---\n", "a note that is not there yet")
    with open_vault(vault) as workspace:
        rules, today = workspace.config.rules, workspace.today
        changes = (FileChange("Ada.md", before, after, "test"), unknown)
        with foreseen_index(workspace.connection, changes, rules) as copy:
            foreseen = load_network(copy, today, rules.settings)
            told = foreseen.touches["Ada.md"]
        assert len(workspace.network().touches["Ada.md"]) == 1
        (vault / "Ada.md").write_text(after)
        (vault / "Nobody.md").write_text(unknown.after)
        workspace.refresh()
        network = workspace.network()
        assert told == network.touches["Ada.md"]
        assert foreseen.standings == network.standings
        assert foreseen.promises == network.promises == ()
