"""Yearly days and profiles out of the index: what the notes say, read for the few who are asked for."""

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.model.profile import NO_PROFILE
from vaultnet.model.settings import DatesSettings
from vaultnet.storage.anniversaries import load_anniversaries
from vaultnet.storage.card_days import load_card_days

VAULT = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    emails = ["mira@kellner.example"]
    == Ada.md
    ---
    type: contact
    location: Lisbon
    country: Deutschland
    interests: [tea, boats]
    needs: a speaker
    birthday: 04-17
    introduced-by: ["[[Ben]]", Somebody Else]
    met: 2025-03-02
    positions:
      - {company: "[[Acme]]", role: Director, from: 2026-05}
      - {company: Old, role: Clerk, from: 2010-01-01, to: 2026-04}
      - {company: Odd, role: Odd, from: a while ago}
    ---
    ## Life events
    - 2026-02-03 moved: to Lisbon
    == Ben.md
    ---
    type: contact
    ---
    == Meeting.md
    ---
    type: meeting
    date: 2026-07-01
    with: "[[Ada]]"
    ---
    == Off.md
    ---
    type: meeting
    date: 2026-07-02
    status: cancelled
    with: "[[Ada]]"
    ---
    == Party.md
    ---
    type: event
    date: 2026-07-03
    hosted-by: mira@kellner.example
    attendees: ["[[Ada]]", Nobody Yet]
    ---
    == Theirs.md
    ---
    type: event
    date: 2026-07-04
    host: "[[Ben]]"
    ---
    == Trip.md
    ---
    trip: Porto
    type: trip
    from: 2026-07-06
    to: 2026-07-12
    place: [Porto, Lisbon]
    ---
    == Long ago.md
    ---
    trip: Graz
    type: trip
    from: 2020-07-06
    ---
    == Some day.md
    ---
    trip: Kyoto
    type: trip
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def test_a_profile_is_what_the_note_says(vault: Path) -> None:
    with open_vault(vault) as workspace:
        profiles = workspace.network().profiles
        ada = profiles["Ada.md"]
        assert (ada.location, ada.country, ada.interests, ada.needs) == (
            "Lisbon",
            "DE",
            ("tea", "boats"),
            ("a speaker",),
        )
        assert ada.introduced_by == ("Ben.md", "Somebody Else")
        assert [(job.role, job.company, job.start) for job in ada.positions] == [("Director", "Acme", date(2026, 5, 1))]
        assert [(day.what, day.words) for day in ada.yearly] == [
            ("birthday", ""), ("met", ""), ("life event", "moved: to Lisbon"),
        ]  # fmt: skip
        assert [(day.what, day.words) for day in profiles["Ben.md"].yearly] == [("introduced me", "Ada.md")]
        assert profiles["Ada.md"] is ada
        assert profiles["Nobody.md"] == NO_PROFILE
        assert profiles["Party.md"] == NO_PROFILE
        assert (list(profiles), len(profiles)) == (["Ada.md", "Ben.md"], 2)


def test_what_lies_ahead(vault: Path) -> None:
    with open_vault(vault) as workspace:
        network = workspace.network()
        assert [meeting.name for meeting in network.ahead["Ada.md"]] == ["Meeting", "Party"]
        assert network.ahead["Ben.md"] == ()
        assert (list(network.ahead), len(network.ahead)) == (["Ada.md", "Ben.md"], 2)
        assert [(event.name, event.people) for event in network.hosted] == [("Party", ("Ada.md", "Nobody Yet"))]
        assert [(trip.name, trip.start, trip.places) for trip in network.trips] == [
            ("Porto", date(2026, 7, 6), ("Porto", "Lisbon"))
        ]


def test_only_the_days_of_the_stretch(vault: Path) -> None:
    with open_vault(vault) as workspace:
        found = load_anniversaries(workspace.connection, date(2026, 4, 1), date(2026, 4, 30))
        assert [(day.contact, day.what) for day in found] == [("Ada.md", "birthday")]
        year = load_anniversaries(workspace.connection, date(2026, 1, 1), date(2036, 1, 1))
        assert {day.what for day in year} == {"birthday", "met", "life event", "introduced me"}


def test_card_days_are_kept_so_that_the_library_is_loaded_once(vault: Path) -> None:
    settings = DatesSettings(countries={"IN": ("Diwali",)})
    with open_vault(vault) as workspace:
        days = load_card_days(workspace.connection, settings)
        assert days["DE", 2026][0].name == "Christmas"
        assert days["IN", 2026][0].on == date(2026, 11, 8)
    loaded = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "holidays"}
    for name in loaded:
        del sys.modules[name]
    try:
        with open_vault(vault) as workspace:
            again = load_card_days(workspace.connection, settings)
            assert again["IN", 2026][0].on == date(2026, 11, 8)
            assert "holidays" not in sys.modules
            other = load_card_days(workspace.connection, DatesSettings(holidays=("New Year",)))
            assert other["DE", 2026][0].on == date(2026, 1, 1)
    finally:
        sys.modules.update(loaded)
