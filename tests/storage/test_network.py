"""The network out of the index: standings, touches, meetings, promises and offers as of a day."""

from datetime import date
from pathlib import Path

import pytest

from tests.vaults import make_example, make_vault, open_vault
from vaultnet.model.network import Network
from vaultnet.model.standing import Standing
from vaultnet.storage.lookup import load_record

VAULT = """
    == People/Ada.md
    ---
    type: contact
    company: "[[Acme]]"
    met: 2020-01-01
    birthday: 04-17
    ---
    - [ ] Send [[Bob]] and [[People/Bob|him]] the paper
    ## Log
    - 2026-05-01 call: hello
    - 2026-05-01 coffee: later that day
    - 2026-07-01 lunch: in the future
    == People/Bob.md
    ---
    type: contact
    company: [Acme Ltd, Bee Inc]
    ---
    == People/Cy.md
    ---
    type: contact
    company: ["[[Orgs/Acme|the firm]]", ACME]
    ---
    == Orgs/Acme.md
    ---
    type: organization
    aliases: [Acme Ltd]
    ---
    == 2026-06-15 Today.md
    ---
    type: meeting
    date: 2026-06-15
    time: "10:30"
    with: ["[[Ada]]", "[[People/Ada]]", Somebody Else]
    ---
    == 2026-06-14 Yesterday.md
    ---
    type: meeting
    date: 2026-06-14
    with: "[[Bob]]"
    ---
    == 2026-06-13 Off.md
    ---
    type: meeting
    date: 2026-06-13
    status: cancelled
    with: "[[Cy]]"
    ---
    == Daily/2026-06-10.md
    Thought of [[Ada]] and [[Cy]].
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def network(root: Path, day: str = "2026-06-15") -> Network:
    return open_vault(root, day).network()


def standing(root: Path, name: str, day: str = "2026-06-15") -> Standing:
    return network(root, day).standing_by_path[f"People/{name}.md"]


def test_the_last_touch(root: Path) -> None:
    ada = standing(root, "Ada")
    assert (ada.last, ada.last_kinds, ada.met) == (date(2026, 6, 10), ("mention", "coffee"), date(2020, 1, 1))


def test_the_last_touch_without_mentions(root: Path) -> None:
    (root / "vaultnet.toml").write_text("[log]\nmention_counts = false\n")
    assert (standing(root, "Ada").last, standing(root, "Cy").last) == (date(2026, 5, 1), None)


def test_the_future_does_not_count(root: Path) -> None:
    assert standing(root, "Ada", "2026-06-30").last == date(2026, 6, 15)
    assert standing(root, "Ada", "2026-07-01").last == date(2026, 7, 1)


def test_a_meeting_counts_once_its_day_is_past(root: Path) -> None:
    assert standing(root, "Bob", "2026-06-14").last is None
    assert standing(root, "Bob", "2026-06-15").last == date(2026, 6, 14)
    assert standing(root, "Ada", "2026-06-15").last == date(2026, 6, 10)
    assert standing(root, "Ada", "2026-06-16").last == date(2026, 6, 15)


def test_a_cancelled_meeting_never_counts(root: Path) -> None:
    assert standing(root, "Cy").last == date(2026, 6, 10)


def test_someone_new_and_someone_met(root: Path) -> None:
    assert (standing(root, "Ada", "2026-01-01").since, standing(root, "Bob", "2026-01-01").since) == (
        date(2020, 1, 1),
        None,
    )


def test_one_organization_written_as_link_alias_and_text(root: Path) -> None:
    assert standing(root, "Ada").organizations == ("acme",)
    assert standing(root, "Bob").organizations == ("acme", "bee inc")
    assert standing(root, "Cy").organizations == ("acme",)


def test_the_meetings_of_the_day(root: Path) -> None:
    (meeting,) = network(root).meetings
    assert (meeting.path, meeting.time) == ("2026-06-15 Today.md", "10:30")
    assert meeting.people == ("People/Ada.md", "Somebody Else")


def test_a_promise_names_each_person_once(root: Path) -> None:
    (promise,) = network(root).promises
    assert promise.contacts == ("People/Ada.md", "People/Bob.md")


def test_how_to_link_a_note(root: Path) -> None:
    for name in ("Old/Bob.md", "Cy.md"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("")
    workspace = open_vault(root)
    link = workspace.network().link_by_path
    assert link["People/Ada.md"] == "[[Ada]]"
    assert link["People/Bob.md"] == "[[People/Bob|Bob]]"
    assert link["Cy.md"] == "[[Cy]]"  # at the root a bare name always means the note there
    assert len(link) == len(list(link)) == 10


def test_a_record_as_plain_data(root: Path) -> None:
    workspace = open_vault(root)
    record = load_record(workspace.connection, "People/Ada.md")
    assert (record["name"], record["birthday"], record["met"]) == ("Ada", "--04-17", "2020-01-01")
    assert record["company"] == [{"text": "Acme", "link": "Acme"}]
    assert load_record(workspace.connection, "Nobody.md") == {}


def test_a_standing_agrees_with_the_touches_it_stands_for(tmp_path: Path) -> None:
    """The small row and the whole history, read by two queries, say the same."""
    workspace = open_vault(make_example(tmp_path / "example"))
    for day in (date(2026, 6, 15), date(2026, 4, 1), date(2025, 1, 1)):
        found = workspace.network(day)
        assert len(found.touches) == len(found.standings) == len(list(found.touches))
        for one in found.standings:
            touches = found.touches[one.path]
            assert one.last == (touches[0].day if touches else None)
            richest = {touch.day: touch.richness for touch in reversed(touches)}
            kinds = workspace.config.settings.kinds
            newest = [richest[each] for each in sorted(richest, reverse=True)[:3]]
            assert [kinds[kind].richness if kind else 0 for kind in one.last_kinds] == newest[: len(one.last_kinds)]
            assert all(touch.day <= day for touch in touches)


def test_touches_of_nobody(root: Path) -> None:
    workspace = open_vault(root)
    assert workspace.network().touches["Nobody.md"] == ()
