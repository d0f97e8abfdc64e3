"""The files of other tools through the door: the plan, the notes, and nothing the second time."""

import shutil
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

CASES = Path(__file__).parent.parent / "exchange"
OUTCOMES = ("created", "updated", "unchanged", "ambiguous", "rejected")
KNOWN = """
== People/Ada Example.md
---
type: contact
email: ada@example.com
phone: "+31 6 12345678"
---
A line of mine.

## Log
- 2026-05-01 call: about the flat
== People/Jane Roe.md
---
type: contact
email: jane@northwind.example
---
Mine too.
"""


@pytest.mark.parametrize("is_known", [False, True], ids=["empty", "known"])
@pytest.mark.parametrize(
    ("tool", "case"),
    [
        ("friends", "friends/whole.md"), ("monica", "monica/whole.json"), ("text", "text/german.txt"),
        ("prm", "foreign/prm"), ("orbit", "foreign/orbit"), ("hermit", "foreign/hermit"), ("hal", "foreign/hal"),
        ("gsync", "foreign/gsync"),
    ],
)  # fmt: skip
def test_imported_once_and_once_again(tool: str, case: str, cli: Cli, tmp_path: Path, *, is_known: bool) -> None:
    vault = make_vault(tmp_path / "vault", KNOWN if is_known else "== Goals.md\n---\ntype: goals\n---\n")
    before = {path: data for path, (data, _) in snapshot(vault).items()}
    plan = cli(vault, "import", tool, str(CASES / case), "--json").json()
    assert plan["rows"] == sum(plan[outcome] for outcome in OUTCOMES) == len(plan["items"]) > 0
    assert plan["created"] + plan["updated"] > 0
    assert {path: data for path, (data, _) in snapshot(vault).items()} == before
    cli(vault, "import", tool, str(CASES / case), "--apply")
    after = snapshot(vault)
    again = cli(vault, "import", tool, str(CASES / case), "--apply", "--json").json()
    assert (again["created"], again["updated"]) == (0, 0)
    assert snapshot(vault) == after
    if is_known:
        assert "A line of mine.\n" in (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    cli(vault, "undo")
    assert {path: data for path, (data, _) in snapshot(vault).items()} == before


def test_the_body_of_a_foreign_note_comes_line_for_line(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Goals.md\n---\ntype: goals\n---\n")
    body = (
        "# Sam\n\n> a quote\n\n```\n- [ ] code <b>\n```\n\n| a | b |\n|---|---|\n\n<details>kept</details>\n\n"
        "## Interactions\n- 2026-05-01 call: about the flat\n  - beneath it\n\n## Gift ideas\n- [ ] an atlas\n\n%% a comment %%"
    )
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/Sam Rivera.md").write_text(
        f"---\nprm-tier: close\nprm-cadence: 30\n---\n{body}\n", encoding="utf-8"
    )
    cli(vault, "import", "prm", str(tmp_path / "notes"), "--apply")
    note = (vault / "People/Sam Rivera.md").read_text(encoding="utf-8")
    assert f"\n---\n{body}\n" in note
    assert "2026-05-01" in cli(vault, "show", "Sam Rivera").out
    assert cli(vault, "import", "prm", str(tmp_path / "notes"), "--json").json()["unchanged"] == 1
    (tmp_path / "notes/Sam Rivera.md").write_text(
        f"---\nprm-tier: close\nprm-cadence: 30\n---\n{body}\n<!-- never closed\n", encoding="utf-8"
    )
    cli(vault, "import", "prm", str(tmp_path / "notes"), "--apply")
    assert cli(vault, "import", "prm", str(tmp_path / "notes"), "--json").json()["unchanged"] == 1
    assert "2026-05-01" in cli(vault, "show", "Sam Rivera").out


def test_what_lies_in_the_vault_is_adopted_where_it_stands(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Goals.md\n---\ntype: goals\n---\n")
    for tool in ("prm", "hermit"):
        shutil.copytree(CASES / "foreign" / tool, vault / "Old" / tool)
    before = snapshot(vault)
    plan = cli(vault, "import", "prm", str(vault / "Old"), "--apply", "--json").json()
    assert [(row["path"], row["outcome"]) for row in plan["items"]] == [
        (None, "rejected"), ("Old/prm/People/Sam Rivera.md", "unchanged"),
    ]  # fmt: skip
    assert plan["unmapped"] == ["prm-ignore-journal"]
    assert snapshot(vault) == before
    assert "read as contacts where they stand: 1" in cli(vault, "import", "prm", str(vault)).out
    mixed = cli(vault, "import", "prm", str(vault), str(CASES / "foreign/prm"))
    assert (mixed.code, "give the two apart" in mixed.err) == (2, True)
    assert cli(vault, "import", "prm", str(vault / "Old/prm/Daily/none")).code == 2


def test_a_card_is_taken_from_the_clipboard(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make_vault(tmp_path / "vault", KNOWN)
    card = b"Ada Example\nChief Actuary\nAcme B.V.\nada@example.com\nwww.acme.example\n"
    monkeypatch.setattr("sys.stdin", type("Pipe", (), {"buffer": __import__("io").BytesIO(card)}))
    done = cli(vault, "import", "text", "-", "--apply", "--json").json()
    assert [(row["name"], row["outcome"]) for row in done["items"]] == [("Ada Example", "updated")]
    note = (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    assert "role: Chief Actuary\n" in note
    assert "A line of mine.\n" in note
