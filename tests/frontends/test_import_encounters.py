"""`vaultnet import ics` and `import mbox`: touches with those one knows, a list of those one does not."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

EXCHANGE = Path(__file__).parent.parent / "exchange"
VAULT = """
    == vaultnet.toml
    [me]
    emails = ["me@example.com"]
    == People/Ada Example.md
    ---
    type: contact
    email: ada@example.com
    ---
    ## Log
    - 2026-05-01 email to: asked about the talk #asked
    - 2026-01-05 call: the flat
    == People/Ben Byron.md
    ---
    type: contact
    email: ben@example.com
    ---
    == People/Broken.md
    ---
    type: contact
    email: zoe@example.com
    name: [
    ---
    """
OUTCOMES = ("created", "updated", "unchanged", "ambiguous", "rejected")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def texts(vault: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(vault).items()}


def importing(cli: Cli, vault: Path, format_name: str, file: str, *more: str) -> Any:
    plan = cli(vault, "import", format_name, str(EXCHANGE / format_name / file), "--json", *more).json()
    assert plan["rows"] == sum(plan[one] for one in OUTCOMES) == len(plan["items"])
    return plan


def test_meetings_become_touches_of_those_one_knows(cli: Cli, vault: Path) -> None:
    before = texts(vault)
    plan = importing(cli, vault, "ics", "outlook.ics", "--apply")
    assert {row["name"]: row["outcome"] for row in plan["items"]} == {"Byron, Ben": "updated", "Ada Example": "updated"}
    assert (vault / "People/Ben Byron.md").read_text(encoding="utf-8").partition("## Log\n")[2] == (
        "- 2026-06-08 10:00 meeting: Jour fixe\n- 2026-06-01 10:00 meeting: Jour fixe\n"
        "- 2026-05-19 11:30 meeting: Jour fixe, verschoben\n- 2026-05-04 10:00 meeting: Jour fixe\n"
    )
    after = texts(vault)
    assert importing(cli, vault, "ics", "outlook.ics", "--apply")["unchanged"] == 2
    assert texts(vault) == after
    cli(vault, "undo")
    assert texts(vault) == before


def test_strangers_are_listed_once_with_how_often(cli: Cli, vault: Path) -> None:
    (vault / "People/Ada Example.md").unlink()
    plan = importing(cli, vault, "ics", "states.ics")
    assert [(row["line"], row["name"], row["reason"]) for row in plan["items"]] == [
        (4, "Ada Example", "nobody in the vault has the address ada@example.com (days: 3, last on 2026-03-09)"),
        (5, "Only A Name", "nobody in the vault has this name or address"),
    ]


def test_a_stranger_becomes_a_contact_when_the_plan_says_so(cli: Cli, vault: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    importing(cli, vault, "mbox", "left_out.mbox", "--plan", str(plan))
    plan.write_text(plan.read_text(encoding="utf-8").replace("rejected,,", "rejected,create,"), encoding="utf-8")
    made = importing(cli, vault, "mbox", "left_out.mbox", "--from-plan", str(plan), "--apply")
    assert [row["path"] for row in made["items"]] == ["People/list-owner@example.com.md"]
    text = (vault / made["items"][0]["path"]).read_text(encoding="utf-8")
    assert "email: list-owner@example.com\n" in text
    assert "- 2026-05-01 email from\n" in text


def test_letters_become_touches_and_what_is_told_already_is_not_told_again(cli: Cli, vault: Path) -> None:
    plan = importing(cli, vault, "mbox", "thunderbird.mbox", "--apply")
    assert [(row["name"], row["outcome"]) for row in plan["items"]] == [
        ("Example, Ada", "updated"), ("cleo@example.com", "rejected"),
    ]  # fmt: skip
    assert (vault / "People/Ada Example.md").read_text(encoding="utf-8").partition("## Log\n")[2] == (
        "- 2026-05-01 email from\n- 2026-05-01 email to: asked about the talk #asked\n- 2026-01-05 call: the flat\n"
    )
    after = texts(vault)
    assert importing(cli, vault, "mbox", "thunderbird.mbox", "--apply")["unchanged"] == 1
    assert texts(vault) == after


def test_a_subject_is_plain_text_in_the_note(cli: Cli, vault: Path) -> None:
    importing(cli, vault, "mbox", "thunderbird.mbox", "--apply", "--subjects")
    text = (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    assert "- 2026-05-01 email to: Das Gespräch; \\[\\[Links\\]\\] and \\#tags\n" in text
    assert importing(cli, vault, "mbox", "thunderbird.mbox", "--subjects")["unchanged"] == 1


def test_a_broken_note_costs_its_own_row(cli: Cli, vault: Path) -> None:
    plan = importing(cli, vault, "mbox", "broken.mbox", "--apply")
    assert [(row["name"], row["outcome"]) for row in plan["items"]] == [
        ("Adé", "ambiguous"), ("Zoë Raw", "rejected"), ("", "rejected"),
    ]  # fmt: skip


def test_a_maildir_is_read_by_the_heads_of_its_messages(cli: Cli, vault: Path, tmp_path: Path) -> None:
    head = b"From: Ada Example <ada@example.com>\nTo: me@example.com\nDate: %s\n\n"
    for place, day in (("cur/1.host:2,S", b"Sat, 2 May 2026 10:00:00 +0200"), ("new/2.host", b"Sun, 3 May 2026 10:00 +0200"),
                       (".Trash/cur/3.host:2,S", b"Mon, 4 May 2026 10:00 +0200"), ("tmp/4", b"")):  # fmt: skip
        file = tmp_path / "Maildir" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(head % day + b"x" * 300_000)
    (tmp_path / "Maildir/dovecot.index").write_bytes(b"\0\1")
    result = cli(vault, "import", "mbox", str(tmp_path / "Maildir"), "--apply")
    assert "Messages read: 3\nBetween you and others: 2\nLeft out, in spam, trash or promotions: 1\n" in result.out
    assert "## Log\n- 2026-05-03 email from\n- 2026-05-02 email from\n" in (vault / "People/Ada Example.md").read_text(
        encoding="utf-8"
    )


def test_what_cannot_be_imported_is_said(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "bare", "== vaultnet.toml\n[vault]\nlanguage = 'en'")
    for words, said in (
        (("mbox", str(EXCHANGE / "mbox/broken.mbox")), 'write emails = ["me@example.com"] under [me] in vaultnet.toml'),
        (("ics", str(EXCHANGE / "mbox/broken.mbox")), "is no calendar: it holds no BEGIN:VCALENDAR"),
        (("ics", str(tmp_path)), "holds none of *.ics"),
    ):
        result = cli(vault, "import", *words)
        assert (result.code, said in result.err) == (2, True), result.err


def test_without_the_extra_it_says_what_to_install(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **named: Any) -> Any:
        if name == "icalendar":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    result = cli(vault, "import", "ics", str(EXCHANGE / "ics/google.ics"))
    assert (result.code, result.err) == (
        2, "vaultnet: reading calendars takes an extra: pip install 'vaultnet[calendar]'\n",
    )  # fmt: skip
