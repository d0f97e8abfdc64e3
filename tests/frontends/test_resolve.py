"""`vaultnet resolve` as a person meets it: with a real git, at a terminal, in German. (Copies: tests/promises/test_d15.)"""

from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from tests.frontends.conftest import Cli
from tests.promises.clones import Clone, make_repository
from tests.vaults import make_vault, snapshot
from vaultnet.edits.settle_conflict import Question
from vaultnet.frontends.cli.conflict_question import question_words

NOTE = "People/Ada.md"
ADA = "---\ntype: contact\ntier: close\n---\n# Ada\n\nShe knows tides.\n\n## Log\n- 2025-01-10 coffee: looms\n"
OURS = ADA.replace("## Log\n", "## Log\n- 2025-03-03 call: ours\n")
THEIRS = ADA.replace("## Log\n", "## Log\n- 2025-04-04 call: theirs\n")
BOTH = ADA.replace("## Log\n", "## Log\n- 2025-04-04 call: theirs\n- 2025-03-03 call: ours\n")
CRASHES = {".gitattributes": "*.md merge=gone\n"}


def diverged(
    root: Path, ours: str | None, theirs: str | None, more: Mapping[str, str] | None = None, how: str = "merge"
) -> Clone:
    """A repository in the middle of a merge, without the driver."""
    clone = make_repository(root, {"vaultnet.toml": "", NOTE: ADA, **(more or {})})
    clone.ok("config", "merge.gone.driver", "exit 1")
    clone.ok("checkout", "-q", "-b", "other")
    clone.commit({NOTE: theirs})
    clone.ok("checkout", "-q", "main")
    clone.commit({NOTE: ours})
    assert clone.git(*how.split(), "other").code == 1
    return clone


@pytest.mark.parametrize("how", ["merge", "-c merge.conflictStyle=diff3 rebase"])
def test_marks_of_a_git_without_the_driver_are_merged_by_meaning(tmp_path: Path, cli: Cli, how: str) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS, how=how)
    assert "<<<<<<< " in clone.read(NOTE)
    assert cli(clone.root, "log", "called Ada").code == 6  # every other command waits
    listed = cli(clone.root, "resolve")
    assert listed.out.split("\n")[1].split("  ")[0] == NOTE
    assert "both versions in the text" in listed.out
    done = cli(clone.root, "resolve", "Ada")
    assert done.out == f"{NOTE} is settled. Next: `git add` it; `git checkout --merge` brings the conflict back.\n"
    assert clone.read(NOTE) == BOTH
    assert clone.unmerged() == {NOTE}  # git's index is not ours
    assert cli(clone.root, "resolve", "Ada").code == 2
    assert "git waits for git add" in cli(clone.root, "resolve").out
    clone.ok("add", NOTE)
    assert cli(clone.root, "resolve").out == "Nothing is open: no conflict, and no conflict copy.\n"


def test_only_our_side_after_a_driver_that_crashed_is_merged_from_what_git_has(tmp_path: Path, cli: Cli) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS, CRASHES)
    assert (clone.read(NOTE), clone.unmerged()) == (OURS, {NOTE})
    found = cli(clone.root, "check", "--json").json()["problems"]
    assert [(row["path"], row["rule"], row["severity"]) for row in found] == [(NOTE, "conflict-unmerged", "error")]
    assert cli(clone.root, "resolve", NOTE, "--json").json()["notes"][0]["changed"] == [NOTE]
    assert clone.read(NOTE) == BOTH


def test_a_note_that_is_no_text_stops_neither_check_nor_the_list(tmp_path: Path, cli: Cli) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS, CRASHES)
    (clone.root / NOTE).write_bytes(OURS.encode() + b"caf\xe9\n")
    assert {row["rule"] for row in cli(clone.root, "check", "--json").json()["problems"]} == {
        "conflict-unmerged",
        "not-utf8",
    }
    assert cli(clone.root, "resolve").code == 0
    (clone.root / NOTE).unlink()
    assert "conflict-unmerged" in cli(clone.root, "check").out


def test_a_note_somebody_has_settled_by_hand_is_left_to_git(tmp_path: Path, cli: Cli) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS)
    clone.write({NOTE: THEIRS + "- 2020-01-01 call: by hand\n"})
    before = snapshot(clone.root)
    assert [row["kind"] for row in cli(clone.root, "resolve", "--json").json()["conflicts"]] == ["edited"]
    told = cli(clone.root, "resolve", NOTE, "--theirs")
    assert (told.code, "`git add` it" in told.err) == (2, True)
    assert cli(clone.root, "resolve", "--all", "--json").json()["notes"][0]["unmerged"] is True
    assert snapshot(clone.root) == before


@pytest.mark.parametrize(("ours", "theirs"), [(None, THEIRS)])
def test_a_note_that_one_side_deleted_is_for_a_person_to_decide(
    tmp_path: Path, cli: Cli, ours: str | None, theirs: str | None
) -> None:
    clone = diverged(tmp_path / "vault", ours, theirs)
    assert [row["kind"] for row in cli(clone.root, "resolve", "--json").json()["conflicts"]] == ["one-deleted"]
    assert "`git rm` takes it away" in cli(clone.root, "check").out
    left = cli(clone.root, "resolve", "--all")
    assert (left.code, left.err.count(NOTE)) == (0, 1)
    assert clone.read(NOTE) == (ours or theirs)


def test_while_a_command_of_git_runs_even_resolve_waits(tmp_path: Path, cli: Cli) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS)
    before = clone.read(NOTE)
    (clone.root / ".git/index.lock").touch()
    assert cli(clone.root, "resolve", NOTE).code == 6
    assert clone.read(NOTE) == before


def disputed(folder: Path) -> Path:
    """A property and a line of prose that both changed, as a merge left them."""
    root = make_vault(folder, "")
    text = ADA.replace("tier: close\n", "tier: inner\ntier__theirs: wide\n")
    prose = "<<<<<<< ours\nShe knows stars.\n=======\nShe knows moons.\n>>>>>>> theirs\n"
    (root / "People").mkdir()
    (root / NOTE).write_text(text.replace("She knows tides.\n", prose))
    return root


def test_at_a_terminal_it_asks_place_by_place(tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    root = disputed(tmp_path / "vault")
    answers = iter(["7", "2", ""])
    monkeypatch.setattr("vaultnet.frontends.cli.commands.resolve.can_ask", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    asked = cli(root, "resolve", NOTE)
    assert asked.out == (
        "\nline 8: text\n  1 ours    She knows stars.\n  2 theirs  She knows moons.\n"
        "\nline 4: tier\n  1 ours    inner\n  2 theirs  wide\n"
        f"{NOTE} holds both versions now: 1 place to choose in.\n"
    )
    assert asked.err == f"  {NOTE}:4: tier: inner | wide\n"
    assert "She knows moons.\n\n## Log" in (root / NOTE).read_text()
    assert "tier: inner\ntier__theirs: wide\n" in (root / NOTE).read_text()


def test_without_a_terminal_a_choice_is_needed(tmp_path: Path, cli: Cli) -> None:
    root = disputed(tmp_path / "vault")
    before = snapshot(root)
    refused = cli(root, "resolve", NOTE)
    assert (refused.code, "line 4, 8" in refused.err) == (2, True)
    assert "take one of them" in cli(root, "resolve", NOTE, "--theirs", "--ours").err
    assert "line 8\n" in cli(root, "resolve").out  # what it is called by, the text, stands there
    left = cli(root, "resolve", "--all", "--json").json()["notes"][0]["left"]
    assert [(row["key"], row["ours"], row["theirs"]) for row in left] == [
        ("tier", "inner", "wide"),
        (None, "She knows stars.\n", "She knows moons.\n"),
    ]
    assert snapshot(root) == before
    assert "-tier__theirs: wide\n" in cli(root, "resolve", NOTE, "--ours", "--dry-run").out
    assert snapshot(root) == before
    assert cli(root, "resolve", NOTE, "--ours").code == 0
    assert (root / NOTE).read_text() == ADA.replace("close", "inner").replace("tides", "stars")
    assert cli(root, "undo").code == 0
    both = cli(root, "resolve", NOTE, "--both")
    assert "1 place to choose in" in both.out
    assert "She knows stars.\nShe knows moons.\n" in (root / NOTE).read_text()


@pytest.mark.parametrize(("ours", "theirs", "shown"), [
    ("tea", "", "tea | nothing"),
    ("- [x] call Ada about the talk in spring, she was out", "- [x] call Ada about the talk in spring, she rang back",
     "...was out | ...rang back"),
    ("a" * 50, "b" * 50, f"{'a' * 40}... | {'b' * 40}..."),
])  # fmt: skip
def test_a_question_on_one_line_shows_where_the_two_differ(ours: str, theirs: str, shown: str) -> None:
    assert question_words(NOTE, Question(7, "", ours, theirs)) == f"  {NOTE}:7: text: {shown}"


@pytest.mark.parametrize(("words", "code", "out"), [
    ((), 0, "Nothing is open: no conflict, and no conflict copy.\n"),
    (("--all",), 0, "Nothing is open: no conflict, and no conflict copy.\n"),
    (("Ben",), 0, "Nothing is open in Ben.md: no conflict, and no conflict copy.\n"),
    (("ben.md", "--theirs"), 0, "Nothing is open in Ben.md: no conflict, and no conflict copy.\n"),
    (("Ben", "--dry-run"), 0, ""),
    (("Nobody",), 1, ""),
])  # fmt: skip
def test_where_nothing_is_open(tmp_path: Path, cli: Cli, words: tuple[str, ...], code: int, out: str) -> None:
    root = make_vault(tmp_path / "vault", "== Ben.md\n---\ntype: contact\n---\n")
    before = snapshot(root)
    result = cli(root, "resolve", *words)
    assert (result.code, result.out) == (code, out)
    assert snapshot(root) == before


def test_what_is_settled_stays_so_when_it_is_asked_for_again(tmp_path: Path, cli: Cli) -> None:
    root = disputed(tmp_path / "vault")
    (root / "Ben.md").write_text("---\ntype: contact\n---\n")
    assert cli(root, "resolve", "Ada", "--ours").out == f"{NOTE} is settled. `vaultnet undo` takes it back.\n"
    settled = snapshot(root)
    assert cli(root, "resolve", "Ada", "Ben", "--ours").code == 0
    told = cli(root, "resolve", "Ada", "Ben", "--ours", "--json").json()["notes"]
    assert [(row["path"], row["changed"], row["message"]) for row in told] == [(NOTE, [], None), ("Ben.md", [], None)]
    assert snapshot(root) == settled


COPY = "People/Ada (conflicted copy 2026-05-02).md"


@pytest.mark.parametrize(("note", "beside", "kind", "told"), [
    (ADA.replace("She knows tides.\n", "<<<<<<< a\ntea\n=======\nwine\n>>>>>>> b\n"), "", "marks",
     f"{NOTE}:7: git left both versions in the text: choose one, and remove the marks, or `vaultnet resolve`"),
    (ADA.replace("tier: close\n", "tier: inner\ntier__theirs: wide\n"), "", "properties",
     f"{NOTE}:4: two machines set a property to two values: keep one line of the two, or `vaultnet resolve`"),
    (ADA, COPY, "copy",
     f"{COPY}: a copy of {NOTE} (2026-05-02), left by a sync service or a merge: `vaultnet resolve` merges it into the note"),
    (ADA, "People/Adam (conflicted copy 2026-05-02).md", "", ""),  # somebody else's
])  # fmt: skip
def test_the_card_says_that_a_note_is_in_two_versions(
    tmp_path: Path, cli: Cli, note: str, beside: str, kind: str, told: str
) -> None:
    root = make_vault(tmp_path / "vault", f"== {NOTE}\n")
    (root / NOTE).write_text(note)
    if beside:
        (root / beside).write_text(ADA)
    lines = cli(root, "show", "Ada").out.splitlines()
    assert [line for line in lines if "Unsettled" in line] == ([f"  Unsettled: {told}"] if told else [])
    shown = cli(root, "show", "Ada", "--json").json()["conflicts"]
    assert [row["kind"] for row in shown] == ([kind] if kind else [])
    assert shown == [row for row in cli(root, "resolve", "--json").json()["conflicts"] if row["path"] == NOTE]
    cli(root, "resolve", "Ada", "--ours")
    assert cli(root, "show", "Ada", "--json").json()["conflicts"] == []


def test_the_card_says_what_git_still_waits_for(tmp_path: Path, cli: Cli) -> None:
    clone = diverged(tmp_path / "vault", OURS, THEIRS, CRASHES)
    (shown,) = cli(clone.root, "show", "Ada", "--json").json()["conflicts"]
    assert (shown["kind"], shown["unmerged"]) == ("half", True)
    cli(clone.root, "resolve", "Ada")
    assert "  Unsettled: People/Ada.md:1: git still counts this note as unmerged" in cli(clone.root, "show", "Ada").out


def test_in_german(tmp_path: Path, cli: Cli) -> None:
    root = disputed(tmp_path / "vault")
    (root / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    (root / "People/Ben (conflicted copy 2026-05-02).md").write_text(ADA)
    listed = cli(root, "resolve").out
    assert "beide Fassungen im Text     Zeile 8" in listed
    assert "eine Kopie ohne ihre Notiz" in listed
    told = cli(root, "resolve", "--all")
    assert (
        f"{NOTE}: bleibt, wie sie ist: du hast die Wahl\n  {NOTE}:4: tier: inner | wide\n  {NOTE}:8: Text: " in told.err
    )
    assert "die Notiz ist nicht da" in told.err
    assert f"  Offen: {NOTE}:8: git hat beide Fassungen im Text gelassen" in cli(root, "show", "Ada").out
    assert "`cadence`" not in cli(root, "check").out
    assert "bekam auf einem anderen Rechner einen anderen Wert" in cli(root, "check").out
