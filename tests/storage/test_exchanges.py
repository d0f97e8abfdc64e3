"""Whose history is worth reading, what to thank for, who knows whom, and the working days: out of the index."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.model.exchanges import Favour
from vaultnet.model.network import Network

VAULT = """
    == People/Ada.md
    ---
    type: contact
    introduced-by: "[[Ben]]"
    met: 2026-06-10
    knows: "[[Cy]]"
    ---
    ## Log
    - 2026-06-13 email to: may I? #asked
    == People/Ben.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-03 email from: yes
    - 2026-06-01 email to: may I? #asked
    == People/Cy.md
    ---
    type: contact
    ---
    ## Log
    - 2025-01-03 letter from: who are you? #reply
    == People/Dan.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-01 email to: hello #lunch
    - 2026-01-03 gift from: a boat #received
    == Meetings/2026-06-11 Lunch.md
    ---
    type: meeting
    date: 2026-06-11
    with: ["[[Ada]]", "[[Dan]]"]
    ---
    == Meetings/2026-06-15 Today.md
    ---
    type: meeting
    date: 2026-06-15
    with: "[[Dan]]"
    ---
    == Meetings/2026-06-12 Board.md
    ---
    type: meeting
    date: 2026-06-12
    with: ["[[Ben]]", "[[Dan]]", Eve, Fay, Gus]
    ---
    == Introductions/Grace through Dan.md
    ---
    type: introduction
    to: "[[Grace Hopper]]"
    via: "[[Dan]]"
    status: made
    ---
    - 2026-06-01 asked
    - 2026-06-05 made
    == Introductions/Thanked.md
    ---
    type: introduction
    to: Somebody
    via: "[[Dan]]"
    status: thanked
    date: 2026-06-05
    ---
    == Introductions/Not mine.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: Somebody
    via: "[[Dan]]"
    status: made
    date: 2026-06-05
    ---
"""


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    with open_vault(make_vault(tmp_path / "vault", VAULT)) as workspace:
        yield workspace.network()


def test_only_those_with_something_that_may_be_open(network: Network) -> None:
    """Ben has answered, Dan's gift was long ago: their histories need not be read."""
    assert tuple(network.asked) == ("People/Ada.md",)
    assert network.exchanges.replies == ("People/Cy.md",)
    assert network.exchanges.received == ()


def test_what_to_thank_for(network: Network) -> None:
    """Small meetings that are over, introductions that were made for me; not the board, nor what was thanked for."""
    lunch = ("meeting", "Lunch", "Meetings/2026-06-11 Lunch.md")
    assert list(network.exchanges.favours) == [
        Favour("People/Ada.md", date(2026, 6, 11), *lunch),
        Favour("People/Ben.md", date(2026, 6, 10), "introduction", "Ada", "People/Ada.md"),
        Favour("People/Dan.md", date(2026, 6, 5), "introduction", "Grace Hopper", "Introductions/Grace through Dan.md"),
        Favour("People/Dan.md", date(2026, 6, 11), *lunch),
    ]


def test_working_days_are_kept_in_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    (vault / "vaultnet.toml").write_text('[me]\ncountry = "NL"\n')
    with open_vault(vault) as workspace:
        first = workspace.network().working_days
        assert date(2026, 4, 27) in first.holidays
        monkeypatch.setattr("vaultnet.storage.working_days.build_working_days", lambda *_: None)
        workspace.refresh()
        assert workspace.network().working_days == first


def test_the_sieve_is_found_by_an_index(tmp_path: Path) -> None:
    """A network of thousands is not gone through for the few lines that have tags."""
    from vaultnet.storage.exchanges import _RECEIVED, _REPLIES
    from vaultnet.storage.histories import _ASKED

    with open_vault(make_vault(tmp_path / "vault", VAULT)) as workspace:
        parameters = dict.fromkeys(("today", "asked", "received"), "2026-06-15")
        for query in (_ASKED, _RECEIVED, _REPLIES):
            plan = workspace.connection.execute(f"EXPLAIN QUERY PLAN {query}", parameters).fetchall()
            assert any("touch_tags" in row[3] for row in plan)
            assert not any(f"{row[3]} ".startswith("SCAN a ") for row in plan)
