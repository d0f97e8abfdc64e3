"""What the answers of a debrief come to, through the commands that users run."""

import re
from pathlib import Path

import pytest

from tests.edits.debriefing import MEETING, answer, ask, line_of, run_absorb, text_of
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.show import show_contact
from vaultnet.storage.debriefs import names_brought

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    Met at the fair.

    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    aliases: [Benny]
    ---
    == People/Cy Young.md
    ---
    type: contact
    ---
    == People/Cy Old.md
    ---
    type: contact
    aliases: [Cyrus]
    ---
    == People/Cyrus Two.md
    ---
    type: contact
    aliases: [Cyrus]
    ---
    == Acme.md
    ---
    type: organization
    ---
    == Meetings/2026-06-15 Coffee with Ada.md
    ---
    type: meeting
    date: 2026-06-15
    with: "[[Ada Lovelace]]"
    ---
    She was early.
"""
ADA = "People/Ada Lovelace.md"
OFFER, NAMES, SAID, THANKS, NEXT = "anything I can do", "Names I got", "What was said", "thanks for", "comes next"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = make_vault(tmp_path / "vault", VAULT)
    ask(vault)
    return vault


PROMISES = [
    ("a week, where no day is named", " the paper", "- [ ] The paper 📅 2026-06-22 ^vn-"),
    ("a natural date counts from the meeting", " the paper by friday", "- [ ] The paper 📅 2026-06-19 ^vn-"),
    ("an ISO date", " send the paper 2026-07-01", "- [ ] Send the paper 📅 2026-07-01 ^vn-"),
    ("the form of the Tasks plugin", " the paper 📅 2026-07-02", "- [ ] the paper 📅 2026-07-02 ^vn-"),
    ("a kind of touch names her", " call in 3 weeks", "- [ ] Call [[Ada Lovelace]] 📅 2026-07-06 ^vn-"),
    ("with somebody else", " introduce her to [[Ben Okri]]", "- [ ] Introduce her to [[Ben Okri]] 📅 2026-06-22 ^vn-"),
    ("beneath", "\n  - the paper\n    - of 2024", "- [ ] The paper 📅 2026-06-22 ^vn-"),
    ("as a new item", "\n- [ ] the paper", "- [ ] The paper 📅 2026-06-22 ^vn-"),
]


@pytest.mark.parametrize(("typed", "task"), [case[1:] for case in PROMISES], ids=[case[0] for case in PROMISES])
def test_their_answer_becomes_a_promise(vault: Path, typed: str, task: str) -> None:
    answer(vault, OFFER, typed)
    absorbed = run_absorb(vault)
    assert task in text_of(vault, ADA)
    assert [(gain.what, gain.path) for gain in absorbed.gains] == [("promise", ADA)]
    assert text_of(vault).count("⤷ [[Ada Lovelace]]") == 1
    with open_vault(vault, "2026-06-16") as workspace:
        (promise,) = workspace.network().promises
        assert (promise.path, promise.contacts[0], promise.due is not None) == (ADA, ADA, True)
    before = snapshot(vault)
    assert not run_absorb(vault).plan.changes
    assert snapshot(vault) == before


def test_several_answers_are_several_promises(vault: Path) -> None:
    answer(vault, OFFER, " the paper\n  - of 2024\n- [ ] her flat by friday")
    run_absorb(vault)
    log = text_of(vault, ADA).partition("## Log\n")[2]
    assert re.sub(r" \^vn-\w+", "", log).startswith(
        "- [ ] The paper 📅 2026-06-22\n  - of 2024\n- [ ] Her flat 📅 2026-06-19\n- 2025-11-20 email"
    )


@pytest.mark.parametrize("typed", ["", " no", " nothing", " -", " nein"])
def test_nothing_to_do_is_an_answer(vault: Path, typed: str) -> None:
    answer(vault, OFFER, typed)
    absorbed = run_absorb(vault)
    assert (absorbed.plan.changes, absorbed.words) == ((), ())


def test_without_a_tick_everything_waits_in_silence(vault: Path) -> None:
    for question, typed in ((OFFER, " the paper"), (NAMES, " Hana Novak"), (NEXT, " call in may")):
        answer(vault, question, typed, tick=False)
    absorbed = run_absorb(vault)
    assert (absorbed.plan.changes, absorbed.words) == ((), ())


def test_a_promise_that_was_deleted_does_not_come_back(vault: Path) -> None:
    before = text_of(vault, ADA)
    answer(vault, OFFER, " the paper")
    run_absorb(vault)
    (vault / ADA).write_text(before)
    assert not run_absorb(vault).plan.changes


def test_two_machines_make_one_promise(vault: Path) -> None:
    answer(vault, OFFER, " the paper by friday")
    asked = text_of(vault)
    run_absorb(vault, "2026-06-16")
    one, taken = text_of(vault, ADA), text_of(vault)
    (vault / MEETING).write_text(asked)  # the other machine's note won, and its contact came from here
    run_absorb(vault, "2026-06-20")
    assert (text_of(vault, ADA), text_of(vault)) == (one, asked)  # its key stands there: nothing is open
    answer(vault, NAMES, " nobody")
    answer(vault, NEXT, " in 3 weeks")
    run_absorb(vault, "2026-06-20")
    assert text_of(vault, ADA).count("The paper") == 1
    assert line_of(vault, OFFER) == next(line for line in taken.split("\n") if OFFER in line)


NAMED = [
    ("somebody new", "Hana Novak", "[[Hana Novak]]"),
    ("several", "Hana Novak (maps), Petr Vesely", "[[Hana Novak]] (maps), [[Petr Vesely]]"),
    ("a contact", "ben okri", "[[Ben Okri|ben okri]]"),
    ("a contact by an alias", "Benny", "[[Ben Okri|Benny]]"),
    ("a link to nobody yet", "[[Hana Novak]]", "[[Hana Novak]]"),
    ("a first name that means somebody new", "**Ben**", "**[[Ben]]**"),
    ("who has a note that is no contact", "[[Acme]]", "[[Acme]]"),
]


@pytest.mark.parametrize(("typed", "linked"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_names_become_links(vault: Path, typed: str, linked: str) -> None:
    answer(vault, NAMES, f" {typed}")
    absorbed = run_absorb(vault)
    assert line_of(vault, NAMES).endswith(f" {linked}")
    assert absorbed.words == ()
    assert not run_absorb(vault).plan.changes


def test_a_new_contact_says_where_it_comes_from(vault: Path) -> None:
    answer(vault, NAMES, "\n  - Hana Novak\n  - Petr Vesely: likes [[Ben Okri]]")
    absorbed = run_absorb(vault)
    assert [(gain.what, gain.path, gain.is_new) for gain in absorbed.gains] == [
        ("name", "People/Hana Novak.md", True),
        ("name", "People/Petr Vesely.md", True),
    ]
    for name in ("Hana Novak", "Petr Vesely"):
        stub = text_of(vault, f"People/{name}.md")
        assert 'introduced-by: "[[Ada Lovelace]]"\nmet-at: "[[2026-06-15 Coffee with Ada]]"\n' in stub
        assert "\nmet:" not in stub  # only heard of
    with open_vault(vault, "2026-06-16") as workspace:
        assert [name for _, name in names_brought(workspace.connection, MEETING)] == ["Hana Novak", "Petr Vesely"]


def test_of_several_who_were_there_the_one_who_is_linked_told_of_them(vault: Path) -> None:
    note = text_of(vault).replace('"[[Ada Lovelace]]"', '["[[Ada Lovelace]]", "[[Ben Okri]]"]')
    (vault / MEETING).write_text(note)
    answer(vault, NAMES, " Hana Novak ([[Ben Okri]] told me), Petr Vesely")
    run_absorb(vault)
    assert 'introduced-by: "[[Ben Okri]]"' in text_of(vault, "People/Hana Novak.md")
    answer(vault, NAMES, "\n- Lucie Malá")
    run_absorb(vault)
    assert "introduced-by" not in text_of(vault, "People/Lucie Malá.md")


DOUBTS = [
    ("a first name", "Ben", '"Ben" may be Ben Okri: link whom you mean, or write **Ben** for somebody new'),
    ("more of a name", "Ben Okri Jones", '"Ben Okri Jones" may be Ben Okri: link whom you mean, or write'),
    ("a slip", "Ben Okry", '"Ben Okry" may be Ben Okri: link whom you mean, or write **Ben Okry**'),
    ("two of them", "Cyrus", '"Cyrus" fits more than one note (People/Cy Old.md, People/Cyrus Two.md): link the one'),
    ("a part of several", "Cy", '"Cy" may be Cy Old, Cy Young'),
    ("no name", "the man with the hat", '"the man with the hat" does not read like a name: link whom you mean'),
    ("an organization", "Acme", '"Acme" is the name of a note already (Acme.md): link it, or type another name'),
]


@pytest.mark.parametrize(("typed", "told"), [case[1:] for case in DOUBTS], ids=[case[0] for case in DOUBTS])
def test_a_doubtful_name_is_told_and_stops_nobody_else(vault: Path, typed: str, told: str) -> None:
    answer(vault, NAMES, f" {typed}\n- Hana Novak")
    absorbed = run_absorb(vault)
    assert [words for words in absorbed.words if told in words], absorbed.words
    assert line_of(vault, NAMES).endswith(f" {typed}")
    assert line_of(vault, "Hana") == "- [[Hana Novak]]"
    again = run_absorb(vault)
    assert (again.plan.changes, again.words) == ((), absorbed.words)
    assert run_absorb(vault, "2026-07-15").fresh_words == ()  # told for two weeks


def test_the_same_new_name_twice_is_one_contact(vault: Path) -> None:
    other = vault / "Meetings" / "2026-06-14 Call with Ben.md"
    other.write_text('---\ntype: meeting\ndate: 2026-06-14\nwith: "[[Ben Okri]]"\n---\n')
    ask(vault, "Call with Ben")
    answer(vault, NAMES, " Hana Novak", path="Meetings/2026-06-14 Call with Ben.md")
    answer(vault, NAMES, " Hana Novak, hana novak")
    run_absorb(vault)
    assert 'introduced-by: "[[Ben Okri]]"' in text_of(vault, "People/Hana Novak.md")  # who spoke of her first
    assert line_of(vault, NAMES).endswith("[[Hana Novak]], [[Hana Novak|hana novak]]")
    assert len(list((vault / "People").glob("Hana*"))) == 1


def test_a_template_of_ones_own_keeps_what_is_known(vault: Path) -> None:
    own = vault / ".vaultnet" / "templates" / "contact.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntags: [person]\ntype: contact\n---\nHello {{ name }}\n")
    with open_vault(vault) as workspace:
        from vaultnet.storage.trust import read_template_tree, trust

        trust(workspace.root, read_template_tree(workspace.root))
    answer(vault, NAMES, " Hana Novak")
    run_absorb(vault)
    stub = text_of(vault, "People/Hana Novak.md")
    assert stub.endswith("---\nHello Hana Novak\n")
    assert 'introduced-by: "[[Ada Lovelace]]"' in stub
    assert 'met-at: "[[2026-06-15 Coffee with Ada]]"' in stub


def test_what_was_said_is_what_the_meeting_was_about(vault: Path) -> None:
    answer(vault, SAID, " she moves to [[Paris]] #gave\n  - in May", tick=False)
    with open_vault(vault, "2026-06-16") as workspace:
        touches = show_contact(workspace, "Ada")["touches"]
    assert [(touch["date"], touch["kind"], touch["text"], touch["tags"]) for touch in touches] == [
        ("2026-06-15", "coffee", "she moves to [[Paris]]\nin May", ["gave"]),
        ("2025-11-20", "email", "the mortality paper", []),
    ]


def test_thanks_are_a_touch(vault: Path) -> None:
    answer(vault, THANKS, " with a picture of the bill")
    absorbed = run_absorb(vault)
    assert [touch["tags"] for touch in absorbed.touches] == [["thanked"]]
    assert "- 2026-06-15 email: with a picture of the bill #thanked ^vn-3" in text_of(vault, ADA)
    assert not run_absorb(vault).plan.changes


NEXT_STEPS = [
    (" in 3 weeks", "next-contact: 2026-07-06\n"),
    (" 2026-08-01", "next-contact: 2026-08-01\n"),
    (" lunch in 3 weeks", "- [ ] Lunch with [[Ada Lovelace]] 📅 2026-07-06 ^vn-"),
    (" ask for her slides", "- [ ] Ask for her slides 📅 2026-06-22 ^vn-"),
]


@pytest.mark.parametrize(("typed", "written"), NEXT_STEPS)
def test_what_comes_next(vault: Path, typed: str, written: str) -> None:
    answer(vault, NEXT, typed)
    run_absorb(vault)
    assert written in text_of(vault, ADA)
    assert line_of(vault, NEXT).endswith(f"{typed} ⤷ [[Ada Lovelace]]")
    (vault / ADA).write_text(text_of(vault, ADA).replace("next-contact: 2026-07-06", "next-contact: 2026-09-01"))
    assert not run_absorb(vault).plan.changes  # what the user changed since stays


@pytest.mark.parametrize("typed", [" lunch on 10/9", " call 31 february"])
def test_a_day_that_cannot_be_told_waits(vault: Path, typed: str) -> None:
    answer(vault, NEXT, typed)
    answer(vault, OFFER, " the paper")
    absorbed = run_absorb(vault)
    assert len(absorbed.words) == 1
    assert "The paper" in text_of(vault, ADA)
    assert "⤷" not in line_of(vault, NEXT)


def test_a_renamed_contact_is_found_by_the_question(vault: Path) -> None:
    answer(vault, OFFER, " the paper")
    text = text_of(vault, ADA)
    (vault / ADA).unlink()
    (vault / "People" / "Ada King.md").write_text(text)
    (vault / MEETING).write_text(text_of(vault).replace('with: "[[Ada Lovelace]]', 'with: "[[Ada King]]'))
    run_absorb(vault)
    assert "- [ ] The paper" in text_of(vault, "People/Ada King.md")


def test_a_broken_note_keeps_its_answers_and_stops_nobody_else(vault: Path) -> None:
    other = "Meetings/2026-06-14 Call with Ben.md"
    (vault / other).write_text('---\ntype: meeting\ndate: 2026-06-14\nwith: "[[Ben Okri]]"\n---\n')
    ask(vault, "Call with Ben")
    answer(vault, OFFER, " the map", path=other)
    answer(vault, OFFER, " the paper")
    answer(vault, NAMES, " Hana Novak")
    whole = text_of(vault, ADA)
    (vault / ADA).write_text("---\ntype: contact\nuid: [\n---\n")
    absorbed = run_absorb(vault)
    assert "- [ ] The map" in text_of(vault, "People/Ben Okri.md")
    assert "[[Hana Novak]]" in line_of(vault, NAMES)
    assert "⤷" not in line_of(vault, OFFER)
    (told,) = absorbed.words
    assert told.startswith(f"{ADA}:3: ")
    assert "paste this:\n- [ ] The paper 📅 2026-06-22 ^vn-" in told
    (vault / ADA).write_text(whole)
    assert run_absorb(vault).words == ()
    assert "- [ ] The paper" in text_of(vault, ADA)


@pytest.mark.parametrize("path", [MEETING, ADA])
def test_a_read_only_note_keeps_its_answers(vault: Path, path: str) -> None:
    answer(vault, OFFER, " the paper")
    (vault / path).chmod(0o444)
    before = snapshot(vault)
    (told,) = run_absorb(vault).words
    assert told.startswith(f"{path}:1: permission denied")
    assert snapshot(vault) == before
    (vault / path).chmod(0o644)
    assert run_absorb(vault).words == ()
    assert "- [ ] The paper" in text_of(vault, ADA)


def test_a_conflict_in_the_meeting_keeps_everything(vault: Path) -> None:
    answer(vault, OFFER, " the paper")
    note = vault / MEETING
    note.write_text(note.read_text() + "\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n")
    before = snapshot(vault)
    assert len(run_absorb(vault).words) == 1
    assert snapshot(vault) == before


def test_a_question_that_was_rewritten_is_told(vault: Path) -> None:
    note = vault / MEETING
    note.write_text(note.read_text().replace('- [ ] "Is there anything I can do for you?"', "- [x] I owe her a pie,"))
    (told,) = run_absorb(vault).words
    assert "the question was rewritten" in told


def test_an_answer_that_is_about_nobody_is_told(vault: Path) -> None:
    crowd = ", ".join(f'"[[P{number}]]"' for number in range(6))
    for number in range(6):
        (vault / "People" / f"P{number}.md").write_text("---\ntype: contact\n---\n")
    path = "Meetings/2026-06-14 Board.md"
    (vault / path).write_text(f"---\ntype: meeting\ndate: 2026-06-14\nwith: [{crowd}]\n---\n")
    ask(vault, "Board")
    assert text_of(vault, path).count("anything I can do") == 1
    answer(vault, OFFER, " the map\n- the key for [[P3]]", path=path)
    answer(vault, NEXT, " lunch in may", path=path)
    absorbed = run_absorb(vault)
    assert len(absorbed.words) == 2
    assert all("does not say whom this is about" in words for words in absorbed.words)
    assert "- [ ] The key for [[P3]]" in text_of(vault, "People/P3.md")
    answer(vault, THANKS, " [[P2]]", path=path)
    run_absorb(vault)
    assert "#thanked" in text_of(vault, "People/P2.md")


def test_a_next_step_with_two_is_about_both(vault: Path) -> None:
    note = text_of(vault).replace('"[[Ada Lovelace]]"', '["[[Ada Lovelace]]", "[[Ben Okri]]"]')
    (vault / MEETING).write_text(note)
    answer(vault, NEXT, " send the minutes\n- lunch in 3 weeks\n- in 4 weeks")
    run_absorb(vault)
    text = text_of(vault, ADA)
    assert "- [ ] ([[Ben Okri]]) send the minutes 📅 2026-06-22" in text
    assert "- [ ] Lunch with [[Ada Lovelace]] and [[Ben Okri]] 📅 2026-07-06" in text
    assert all("next-contact: 2026-07-13" in text_of(vault, path) for path in (ADA, "People/Ben Okri.md"))


def test_names_got_at_an_event_were_met_there(vault: Path) -> None:
    path = "Events/2026-06-14 Fair.md"
    (vault / "Events").mkdir()
    (vault / path).write_text('---\ntype: event\ndate: 2026-06-14\nattendees: ["[[Ben Okri]]"]\n---\n')
    ask(vault, "Fair")
    answer(vault, NAMES, " Hana Novak", path=path)
    run_absorb(vault)
    stub = text_of(vault, "People/Hana Novak.md")
    assert "met: 2026-06-14\n" in stub
    assert 'met-at: "[[2026-06-14 Fair]]"\n' in stub
    assert "introduced-by" not in stub


@pytest.mark.parametrize("broken", [b"---\ntype: contact\nuid: [\n---\n", b"---\ntype: contact\n---\nAm\xe9lie\n"])
def test_a_day_for_a_broken_note_waits_with_what_to_write(vault: Path, broken: bytes) -> None:
    whole = text_of(vault, ADA)
    answer(vault, NEXT, " in 3 weeks")
    (vault / ADA).write_bytes(broken)
    (told,) = run_absorb(vault).words
    assert told.endswith("paste this:\nnext-contact: 2026-07-06")
    (vault / ADA).write_text(whole)
    run_absorb(vault)
    assert "next-contact: 2026-07-06" in text_of(vault, ADA)


def test_a_name_that_no_wikilink_can_hold(vault: Path) -> None:
    (vault / "People" / "C# Dev.md").write_text("---\ntype: contact\n---\n")
    answer(vault, NAMES, " C# Dev")
    run_absorb(vault)
    assert line_of(vault, NAMES).endswith(" [C# Dev](People/C%23%20Dev.md)")


def test_a_template_that_cannot_take_what_is_known_is_told(vault: Path) -> None:
    own = vault / ".vaultnet" / "templates" / "contact.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntype: contact\nvia: x\nconnector: y\n---\n")
    with open_vault(vault) as workspace:
        from vaultnet.storage.trust import read_template_tree, trust

        trust(workspace.root, read_template_tree(workspace.root))
    answer(vault, NAMES, " Hana Novak")
    (told,) = run_absorb(vault).words
    assert "the note says introduced-by in several keys (via, connector)" in told
    assert not (vault / "People" / "Hana Novak.md").exists()
