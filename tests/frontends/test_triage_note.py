"""The triage note: people with boxes on a phone, and what a tick there comes to."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.absorb import absorb
from vaultnet.text.document import parse_document

GOLDEN = Path(__file__).parent / "golden"
VAULT = """
    == People/Ada.md
    ---
    type: contact
    role: actuary
    company: Acme
    met: 2026-02-12
    met-at: "[[Fair]]"
    introduced-by: "[[Ben]]"
    ---
    A note.

    ## Log
    == People/Ben.md
    ---
    type: contact
    uid: 7b1d8f0e-0000-4000-8000-000000000001
    ---
    == People/Cy.md
    ---
    type: contact
    tier: wide
    ---
    - 2021-01-05 email to: hello
    == People/Dora.md
    ---
    type: contact
    tier: close
    ---
    - 2026-05-05 coffee
    == Daily/.keep
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "v", VAULT)


def texts(vault: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(vault).items()}


def note_of(vault: Path) -> str:
    return (vault / "Triage.md").read_text()


def edit(vault: Path, name: str, box: str, *, to: str = "[x]", typed: str = "", path: str = "Triage.md") -> None:
    """Put a mark into somebody's box of the note, and words behind their name."""
    text = (vault / path).read_text()
    start = text.index(f"- [[{name}]]")
    end = re.compile(r"^- |^\*\*|^<!--", re.MULTILINE).search(text, start + 1)
    assert end
    group = text[start : end.start()]
    ticked = re.sub(rf"\[ \] {box} ", f"{to} {box} ", group, count=1) if box else group
    assert not box or ticked != group
    head, _, rest = ticked.partition("\n")
    (vault / path).write_text(f"{text[:start]}{head}{typed}\n{rest}{text[end.start() :]}")


def place_otherwise(path: Path) -> None:
    path.write_text(path.read_text().replace("uid:", "tier: wide\nrole: baker\nuid:"))


def test_the_note(cli: Cli, vault: Path, update: bool) -> None:
    assert cli(vault, "triage", "--note").code == 0
    golden = GOLDEN / "triage-note.md"
    if update:
        golden.write_text(note_of(vault))
    assert note_of(vault) == golden.read_text()
    before = snapshot(vault)
    assert cli(vault, "triage", "--note").err == "Triage.md is up to date\n"
    assert snapshot(vault) == before


def test_a_preview_writes_nothing(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    shown = cli(vault, "triage", "--note", "--stdout").out
    diff = cli(vault, "triage", "--note", "--dry-run").out
    found = cli(vault, "triage", "--note", "--stdout", "--json").json()
    assert (found["note"], found["people"]) == ("Triage.md", ["People/Ada.md", "People/Ben.md"])
    assert found["may_rest"] == [
        {"contact": "People/Cy.md", "reason": "silent", "since": "2021-01-05", "wider": None},
    ]
    assert snapshot(vault) == before
    cli(vault, "triage", "--note")
    assert note_of(vault) == shown == found["block"]
    assert all(f"+{line}" in diff for line in shown.splitlines())


@pytest.mark.parametrize(
    ("name", "box", "line"),
    [
        ("Ada", "inner", "tier: inner"),
        ("Ada", "wide", "tier: wide"),
        ("Ben", "later", "snooze: 2026-09-15"),
        ("Ben", "let go", "cadence: never"),
        ("Cy", "keep as it is", "kept-on: 2026-06-15"),
        ("Cy", "let go", "cadence: never"),
    ],
)
def test_a_tick_places(cli: Cli, vault: Path, name: str, box: str, line: str) -> None:
    cli(vault, "triage", "--note")
    edit(vault, name, box)
    before = texts(vault)
    result = cli(vault, "absorb")
    assert result.out == f"1 person placed\n  People/{name}.md\n  Triage.md\n"
    assert f"\n{line}\n" in (vault / "People" / f"{name}.md").read_text()
    assert f"[[{name}]]" not in note_of(vault)
    done = snapshot(vault)
    assert cli(vault, "absorb").out == "Nothing new was ticked.\n"
    cli(vault, "triage", "--note")
    assert snapshot(vault) == done  # kept means: not asked again
    cli(vault, "undo")
    assert texts(vault) == before


def test_typed_words_go_along(cli: Cli, vault: Path) -> None:
    cli(vault, "triage", "--note")
    edit(vault, "Ada", "close", to="[x]", typed=" from the choir\n  - [ ] ask about Delft 📅 2026-07-01\n    - soon")
    edit(vault, "Ben", "", typed=" who was this?")
    cli(vault, "agenda")
    ada = (vault / "People" / "Ada.md").read_text()
    assert ada.startswith("---\ntype: contact\nrole: actuary\n")
    lines = "  - [ ] ask about Delft 📅 2026-07-01\n    - soon\n"
    assert re.search(r"## Notes\n- from the choir \^vn-[0-9a-f]{8}\n" + re.escape(lines), ada)
    assert "who was this?" in note_of(vault)
    promises = cli(vault, "promises", "--all", "--json").json()["promises"]
    assert [promise["due"] for promise in promises] == ["2026-07-01"]
    place_otherwise(vault / "People" / "Ben.md")
    cli(vault, "triage", "--note")
    assert "who was this?" in (vault / "People" / "Ben.md").read_text()
    assert "[[Ben]]" not in note_of(vault)


def test_what_cannot_be_told_is_told(cli: Cli, vault: Path) -> None:
    cli(vault, "triage", "--note")
    edit(vault, "Ada", "inner")
    edit(vault, "Ada", "let go")
    edit(vault, "Ben", "close")
    place_otherwise(vault / "People" / "Ben.md")
    before = texts(vault)
    result = cli(vault, "absorb")
    assert "Triage.md:6: Ada has more than one box ticked (inner, let go): leave one" in result.err
    assert "Ben has another place by now" in result.err
    assert texts(vault) == before
    (vault / "Triage.md").write_text(note_of(vault).replace("[x] let go", "[ ] let go"))
    assert cli(vault, "absorb").out.startswith("1 person placed")
    assert "tier: inner" in (vault / "People" / "Ada.md").read_text()


def test_two_machines_come_to_the_same(cli: Cli, vault: Path, tmp_path: Path) -> None:
    cli(vault, "triage", "--note")
    edit(vault, "Ada", "close", typed=" from the choir")
    other = tmp_path / "other"
    shutil.copytree(vault, other)
    ticked = note_of(vault)
    cli(vault, "absorb")
    cli(other, "agenda")
    same = {path: data for path, data in texts(other).items() if not path.startswith("Daily/2")}
    assert same == texts(vault)
    (vault / "Triage.md").write_text(ticked)  # a merge brought the ticked note back
    cli(vault, "absorb")
    assert texts(vault) == same


def test_a_contact_renamed_or_given_a_uid_meanwhile(cli: Cli, vault: Path) -> None:
    cli(vault, "triage", "--note")
    ada, ben = vault / "People" / "Ada.md", vault / "People" / "Ben.md"
    ada.write_text(ada.read_text().replace("role:", "uid: 0a0a0a0a-0000-4000-8000-000000000001\nrole:"))
    ben.rename(vault / "People" / "Benjamin.md")
    edit(vault, "Ada", "wide")
    edit(vault, "Ben", "later")
    assert cli(vault, "absorb").out.startswith("2 people placed")
    assert "tier: wide" in ada.read_text()
    assert "snooze:" in (vault / "People" / "Benjamin.md").read_text()


def test_a_note_that_cannot_be_written_keeps_its_person(cli: Cli, vault: Path) -> None:
    cli(vault, "triage", "--note")
    edit(vault, "Ada", "close", typed=" from the choir")
    ada = vault / "People" / "Ada.md"
    ada.write_text(ada.read_text().replace("role: actuary", "role: actuary\nrole: twice"))
    before = texts(vault)
    result = cli(vault, "absorb")
    assert "tier: close\n- from the choir" in result.err
    assert texts(vault) == before


def test_the_note_may_stand_anywhere(cli: Cli, vault: Path) -> None:
    (vault / "Inbox.md").write_text("# Mine\n\n<!-- vaultnet:triage -->\n<!-- /vaultnet:triage -->\nand more\n")
    cli(vault, "triage", "--note")
    assert not (vault / "Triage.md").exists()
    text = (vault / "Inbox.md").read_text()
    assert text.startswith("# Mine\n\n<!-- vaultnet:triage -->\nTick one")
    assert text.endswith("and more\n")
    edit(vault, "Ada", "wide", path="Inbox.md")
    assert cli(vault, "absorb").out.startswith("1 person placed")


def test_a_choice_or_a_contact_that_is_no_more_is_told(cli: Cli, vault: Path) -> None:
    cli(vault, "triage", "--note")
    edit(vault, "Ada", "wide")
    edit(vault, "Ben", "later")
    text = re.sub(r"wide \^vn-[0-9a-f-]+", "soon ^vn-ffffffff-00000000", note_of(vault), count=1)
    (vault / "Triage.md").write_text(text)
    (vault / "People" / "Ben.md").unlink()
    before = texts(vault)
    told = cli(vault, "absorb").err
    assert "Ben is no contact: mend the link, or remove the tick" in told.replace("[[Ben]]", "Ben")
    assert '"soon" is no choice of today: remove the tick, or the line' in told
    assert texts(vault) == before


def test_at_most_five(cli: Cli, tmp_path: Path) -> None:
    notes = "".join(f"== P{at:02}.md\n---\ntype: contact\n---\n" for at in range(14))
    old = "".join(
        f"== Q{at}.md\n---\ntype: contact\ntier: wide\n---\n- 202{at}-01-01 email to: hello\n" for at in range(4)
    )
    vault = make_vault(tmp_path / "v", notes + old)
    found = cli(vault, "triage", "--note", "--json").json()
    assert (len(found["people"]), len(found["may_rest"]), len(found["queue"])) == (3, 2, 14)
    assert "**Without a place yet** · 3 of 14\n" in note_of(vault)
    for at in range(3):
        edit(vault, f"P{at:02}", "let go")
    assert cli(vault, "absorb").out.startswith("3 people placed")
    assert "P05" in note_of(vault)  # the next ones
    assert "**Without a place yet** · 3 of 11\n" in note_of(vault)


def test_keys_for_those_who_may_rest(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    out = cli(vault, "triage", "--prune").out
    assert "1/1  Cy · quiet on both sides since 2021-01-05\n  1 keep as it is  2 let go  s skip" in out
    assert "kept-on: 2026-06-15" in (vault / "People" / "Cy.md").read_text()
    assert cli(vault, "triage", "--prune").out == "Nobody to let go of: whoever is on your list is worth it.\n"
    assert "Cy" not in cli(vault, "triage", "--prune", "--list", today="2027-06-14").out
    assert "Cy" in cli(vault, "triage", "--prune", "--list", today="2027-06-15").out


def test_the_review_of_a_quarter_names_who_may_rest(cli: Cli, vault: Path) -> None:
    found = cli(vault, "review", "--quarter", "--stdout", "--json").json()
    assert [(row["contact"], row["reason"], row["since"]) for row in found["may_rest"]] == [
        ("People/Cy.md", "silent", "2021-01-05")
    ]
    assert "- [[Cy]] · quiet on both sides since 5 January 2021\n" in cli(vault, "review", "--quarter", "--stdout").out
    assert cli(vault, "review", "--stdout", "--json").json()["may_rest"] == []


def test_what_does_not_go_together(cli: Cli, vault: Path) -> None:
    assert cli(vault, "triage", "--note", "--list").code == 2
    assert cli(vault, "triage", "--stdout").code == 2


def test_it_is_german_in_a_german_vault(cli: Cli, vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    cli(vault, "triage", "--note")
    text = (vault / "Einordnen.md").read_text()
    assert "**Noch ohne Platz** · 2\n" in text
    assert "· kennengelernt am 12. Februar 2026, Fair, vorgestellt von Ben ^" in text
    assert "  - [ ] später ^" in text
    assert "  - [ ] loslassen ^" in text
    assert "still auf beiden Seiten seit dem 5. Januar 2021 ^" in text
    edit(vault, "Ada", "wide", typed=" aus dem Chor", path="Einordnen.md")
    assert cli(vault, "absorb").out.startswith("1 Person mit einem Platz")
    assert "## Notizen\n- aus dem Chor ^vn-" in (vault / "People" / "Ada.md").read_text()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 16), st.sampled_from(["x", "-", "word", "below", "drop", "twice"])), max_size=5)
)
def test_no_typed_word_is_lost(tmp_path_factory: pytest.TempPathFactory, done: list[tuple[int, str]]) -> None:
    from vaultnet.app.triage_note import generate_triage_note

    vault = make_vault(tmp_path_factory.mktemp("words") / "v", VAULT)
    with open_vault(vault) as workspace:
        change = generate_triage_note(workspace, absorb_as=("t",)).change
        assert change
        workspace.apply((change,), ("t",))
    lines = note_of(vault).split("\n")
    typed = []
    for number, (place, what) in enumerate(done):
        at = 2 + place % max(1, len(lines) - 6)
        if what in ("x", "-"):
            lines[at] = lines[at].replace("[ ]", f"[{what}]")
        elif what == "word" and "^vn-" in lines[at]:
            lines[at] += f" word{number}"
            typed.append(f"word{number}")
        elif what == "below" and "^vn-" in lines[at]:
            lines.insert(at + 1, f"    - word{number}")
            typed.append(f"word{number}")
        elif what == "drop" and "[ ]" in lines[at] and "word" not in lines[at]:
            del lines[at]
        elif what == "twice" and "^vn-" in lines[at]:
            lines.insert(at, lines[at])
    (vault / "Triage.md").write_text("\n".join(lines))
    for _ in range(2):
        with open_vault(vault) as workspace:
            absorb(workspace, ("t",), everyone=True)
        after = "\n".join(path.read_text() for path in sorted(vault.rglob("*.md")))
        assert all(word in after for word in typed)
        assert not parse_document(note_of(vault)).problems
    settled = texts(vault)
    with open_vault(vault) as workspace:
        assert not absorb(workspace, ("t",)).plan.changes
    assert texts(vault) == settled


def test_a_day_is_said_once(cli: Cli, tmp_path: Path) -> None:
    met = 'met: 2026-06-12\nmet-at: "[[2026-06-12 Delta Evening]]"'
    root = make_vault(tmp_path / "v", f"== Ada.md\n---\ntype: contact\n{met}\n---\n")
    assert cli(root, "triage", "--note").code == 0
    assert "- [[Ada]] · met on 12 June 2026, Delta Evening ^vn-" in note_of(root)
    assert "met 2026-06-12 · Delta Evening\n" in cli(root, "triage", "--list").out
