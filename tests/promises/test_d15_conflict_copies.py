"""D15: conflict copies of the sync services are never people, never deleted, listed, and merged on request (R5c)."""

import os
import random
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli, cli
from tests.promises.copy_names import COPIES, NOTES
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.conflicts import find_conflicts
from vaultnet.app.settle_all import Way, find_meant, settle_note

__all__ = ["cli"]

NOTE = "People/Ada Byron.md"
ADA = """---
type: contact
uid: ada
tier: close
email: ada@x.example
last-contact: 2025-01-10
---
# Ada Byron

She knows tides.

## Log
- 2025-01-10 coffee: looms
- 2024-03-02 met: at a fair
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The note, every kind of copy of it with a line of its own in it, and notes that look like copies."""
    root = make_vault(tmp_path / "vault", "")
    people = root / "People"
    people.mkdir()
    (root / NOTE).write_text(ADA)
    for number, (name, _device, _when) in enumerate(COPIES):
        text = ADA.replace("## Log\n", f"## Log\n- 2025-02-{number % 28 + 1:02} call: token{number}\n")
        (people / name).write_text(text)
    for name in NOTES:
        (people / name).write_text("---\ntype: contact\n---\n")
    return root


def copies_in(root: Path) -> dict[str, bytes]:
    return {name: (root / "People" / name).read_bytes() for name, _device, _when in COPIES}


def test_d15_copies_are_no_people_and_every_command_leaves_them(vault: Path, cli: Cli) -> None:
    before = copies_in(vault)
    assert cli(vault, "index", "--json").json()["contacts"] == 1 + len(NOTES)
    for words in (
        ("log", "called Ada Byron yesterday"), ("agenda",), ("review",), ("set", "type=contact", "tier=wide", "--apply"),
        ("check", "--fix", "--hygiene"), ("triage", "--note"), ("rename", "Cy", "Cyra"),
    ):  # fmt: skip
        assert cli(vault, *words).code in {0, 1}, words
    assert copies_in(vault) == before
    assert cli(vault, "show", "Ada Byron", "--json").json()["contact"]["path"] == NOTE


def test_d15_each_copy_is_found_and_its_name_read(vault: Path, cli: Cli) -> None:
    found = cli(vault, "resolve", "--json").json()["conflicts"]
    told = {row["copy"]: (row["path"], row["kind"], row["device"] or "", row["when"] or "") for row in found}
    assert told == {f"People/{name}": (NOTE, "copy", device, when) for name, device, when in COPIES}
    problems = cli(vault, "check", "--json").json()["problems"]
    named = {row["path"]: row["message"] for row in problems if row["rule"] == "conflict-copy"}
    assert set(named) == set(told)
    assert all(NOTE in message and "vaultnet resolve" in message for message in named.values())


def test_d15_all_of_them_are_merged_without_losing_a_line_and_undone(vault: Path, cli: Cli) -> None:
    before, copies = snapshot(vault), copies_in(vault)
    shown = cli(vault, "resolve", "Ada Byron", "--dry-run")
    assert "token29" in shown.out
    assert snapshot(vault) == before
    done = cli(vault, "resolve", "Ada Byron", "--json").json()["notes"][0]
    assert (len(done["merged"]), done["left"]) == (len(COPIES), [])
    text = (vault / NOTE).read_text()
    assert [number for number in range(len(COPIES)) if text.count(f"call: token{number}\n") != 1] == []
    assert text.count("2025-01-10 coffee: looms") == 1
    assert not any((vault / "People" / name).exists() for name in copies)
    assert sorted((vault / path).read_bytes() for path in done["trash"]) == sorted(copies.values())
    assert cli(vault, "resolve").out.startswith("Nothing is open")
    assert cli(vault, "undo").code == 0
    assert {path: data for path, (data, _time) in snapshot(vault).items()} == {
        path: data for path, (data, _time) in before.items()
    }


def test_d15_what_both_say_otherwise_stands_there_twice_until_somebody_chooses(tmp_path: Path, cli: Cli) -> None:
    root = make_vault(tmp_path / "vault", "")
    (root / "People").mkdir()
    copy = root / "People/Ada Byron (conflicted copy 2026-05-02).md"
    (root / NOTE).write_text(ADA.replace("close", "inner").replace("tides", "stars"))
    copy.write_text(ADA.replace("close", "wide").replace("tides", "moons"))
    assert cli(root, "resolve", "--all", "--json").json()["notes"][0]["changed"] == []  # --all never asks, nor guesses
    told = cli(root, "resolve", NOTE)
    assert "2 places to choose in" in told.out
    both = (root / NOTE).read_text()
    assert all(word in both for word in ("tier: inner\ntier__theirs: wide\n", "stars", "moons"))
    assert not copy.exists()
    rules = {row["rule"] for row in cli(root, "check", "--json").json()["problems"]}
    assert {"merge-conflict", "conflict-markers"} <= rules
    assert cli(root, "log", "called Ada Byron").code == 6  # nothing else writes to it
    assert cli(root, "set", "type=contact", "tier=close", "--apply").code == 6
    assert (root / NOTE).read_text() == both
    assert cli(root, "resolve", NOTE).code == 2
    assert cli(root, "resolve", NOTE, "--theirs").code == 0
    assert (root / NOTE).read_text() == ADA.replace("close", "wide").replace("tides", "moons")
    for _ in range(2):
        assert cli(root, "undo").code == 0
    assert copy.read_text() == ADA.replace("close", "wide").replace("tides", "moons")
    assert cli(root, "resolve", NOTE, "--ours").code == 0
    assert (root / NOTE).read_text() == ADA.replace("close", "inner").replace("tides", "stars")


def test_d15_copies_that_arrive_first_in_parts_or_with_an_older_time(tmp_path: Path, cli: Cli) -> None:
    root = make_vault(tmp_path / "vault", "")
    (root / "People").mkdir()
    note, numbered = root / NOTE, root / "People/Ada Byron 2.md"
    copy = root / "People/Ada Byron.sync-conflict-20260502-101112-ABCDEFG.md"
    numbered.write_text(ADA)
    copy.write_text(ADA[:20])  # the first bytes of it
    assert cli(root, "index", "--json").json()["contacts"] == 1  # before its note, `Ada Byron 2` is a name like others
    alone = cli(root, "resolve", "--json").json()["conflicts"]
    assert [row["kind"] for row in alone] == ["lone-copy"]
    note.write_text(ADA)
    os.utime(note, (0, 0))
    os.utime(numbered, (0, 0))
    assert cli(root, "index", "--json").json()["contacts"] == 1
    half = cli(root, "resolve", str(copy.relative_to(root)))
    assert half.code == 6
    assert f"{copy.relative_to(root)}:1" in half.err
    assert (note.read_text(), copy.read_text()) == (ADA, ADA[:20])
    copy.write_text(ADA + "- 2023-01-01 call: the rest\n")
    assert cli(root, "resolve", "--all").code == 0
    assert "the rest" in note.read_text()
    assert list((root / "People").iterdir()) == [note]


def test_d15_a_copy_whose_note_is_gone_becomes_it_only_when_told(tmp_path: Path, cli: Cli) -> None:
    root = make_vault(tmp_path / "vault", "")
    copy = root / "People/Ada Byron (conflicted copy 2026-05-02).md"
    copy.parent.mkdir()
    copy.write_text(ADA)
    for words in (("--all",), (str(copy.relative_to(root)),), (NOTE, "--ours")):
        cli(root, "resolve", *words)
        assert copy.read_text() == ADA
    assert cli(root, "resolve", "--all").err.startswith(f"{copy.relative_to(root)}: a copy of {NOTE} (")  # named once
    assert (
        "is a note again" in cli(root, "resolve", "ada byron", "--theirs").out
    )  # by its name, though the vault has nobody so called
    assert ((root / NOTE).read_text(), copy.exists()) == (ADA, False)


def test_d15_a_note_that_icloud_holds_elsewhere_has_no_second_self(tmp_path: Path, cli: Cli) -> None:
    root = make_vault(tmp_path / "vault", "")
    (root / "People").mkdir()
    (root / "People/.Ada Byron.md.icloud").write_bytes(b"bplist00")
    (root / "People/Ada Byron 2.md").write_text(ADA)
    assert cli(root, "index", "--json").json()["contacts"] == 0


def test_d15_forgetting_takes_the_copies_of_one_person_and_no_other(tmp_path: Path, cli: Cli) -> None:
    root = make_vault(tmp_path / "vault", "")
    for path in ("People/Ada.md", "People/Ada (conflicted copy 2026-05-02).md", "People/Ada Byron.md",
                 "People/Ada Byron (conflicted copy 2026-05-02).md", ".trash/Ada.sync-conflict-20260502-101112-ABCDEFG.md",
                 ".trash/Ada 2.md", ".trash/Ada Byron.md"):  # fmt: skip
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("---\ntype: contact\n---\n")
    assert cli(root, "forget", "People/Ada.md", "--yes").code == 0
    left = sorted(file.relative_to(root).as_posix() for file in root.rglob("*.md"))
    assert left == [".trash/Ada Byron.md", "People/Ada Byron (conflicted copy 2026-05-02).md", "People/Ada Byron.md"]


def _edited(dice: random.Random, token: str) -> str:
    """The note as one machine made it: lines that nobody else has, some taken away, some changed."""
    lines = ADA.split("\n")
    for number in range(dice.randint(0, 4)):
        place = lines.index("## Log") + dice.randint(1, 3)
        lines.insert(place, f"- 2025-0{dice.randint(1, 9)}-1{number} call: {token}{number}")
    if dice.random() < 0.3:
        lines[lines.index("She knows tides.")] = f"She knows {token}prose."
    if dice.random() < 0.3:
        lines[lines.index("tier: close")] = f"tier: {dice.choice(['close', 'inner', 'wide'])}"
    if dice.random() < 0.3:
        lines.insert(4, f"{dice.choice(['city', 'phone', 'role'])}: {token}value")
    if dice.random() < 0.2:
        del lines[lines.index("- 2024-03-02 met: at a fair")]
    end = dice.choice(["\n", "\n", "\r\n"])
    return end.join(lines)


@pytest.mark.parametrize("rounds", [12, pytest.param(2_000, marks=pytest.mark.soak)], ids=["some", "all"])
def test_d15_no_token_of_either_side_is_ever_lost(rounds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaultnet.storage.write_job.wait_until_quiet", lambda *_: True)
    root = make_vault(tmp_path / "vault", "")
    (root / "People").mkdir()
    disputed = 0
    for round_number in range(rounds):
        dice = random.Random(round_number)
        name = dice.choice(COPIES)[0]
        texts = [_edited(dice, f"{side}{round_number}x") for side in ("ours", "theirs")]
        arrivals = [(root / NOTE, texts[0]), (root / "People" / name, texts[1])]
        dice.shuffle(arrivals)
        for file, text in arrivals:
            file.write_bytes(text.encode()[: dice.randint(0, len(text))])  # a part of it, then the rest
            file.write_bytes(text.encode())
        with open_vault(root) as workspace:
            [(path, conflicts)] = find_meant(workspace, find_conflicts(workspace), [])
            settled = settle_note(workspace, path, conflicts, Way(lambda _: "open", ("vaultnet", "resolve")))
        after = (root / NOTE).read_bytes().decode()
        wanted = {line.strip() for text in texts for line in text.split("\n")}
        if settled.left:
            disputed += 1
            for question in settled.left:
                if question.key:  # then theirs stands beside ours, under the name of its twin
                    wanted.remove(f"{question.key}: {question.theirs}")
                    wanted |= {f"{question.key}: {question.ours}", f"{question.key}__theirs: {question.theirs}"}
        assert wanted - {line.strip() for line in after.split("\n")} == set(), (round_number, name)
        assert not (root / "People" / name).exists()
    print(f"\n{rounds:,} copies merged, {disputed:,} with a choice to make; no line lost")
    assert 0 < disputed < rounds
