"""`vaultnet export ics`: a calendar that other programs read as it is meant, and the same bytes from the same vault."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == vaultnet.toml
    [me]
    country = "NL"
    [agenda]
    days = "Mon-Thu"
    minutes = 15
    [calendar]
    daily = "07:45"
    == People/Ada Example.md
    ---
    type: contact
    uid: 7a1c
    birthday: 02-29
    anniversary: 2010-06-20
    audience: family
    cadence: 1 month
    updated: 2026-06-01
    ---
    - [ ] Send her the paper, the long one; with "notes" \\ and a name that goes on for a while: Żółć 📅 2026-06-18
    - [ ] Send her the paper, the long one; with "notes" \\ and a name that goes on for a while: Żółć 📅 2026-06-18
    - [ ] Something for [[Eve Hidden]] 📅 2026-06-19
    - [ ] One without a day
    ## Log
    - 2026-05-20 coffee: by the water
    == People/Ben Byron.md
    ---
    type: contact
    birthday: 1985-04-17
    ---
    ## Log
    - 2026-06-12 email to: asked about the flat #asked
    == People/Eve Hidden.md
    ---
    type: contact
    private: true
    birthday: 1990-06-16
    cadence: 1 month
    ---
    ## Log
    - 2026-05-20 coffee
    == People/Fay Unknown.md
    ---
    type: contact
    ---
    == People/Dan Gone.md
    ---
    type: contact
    status: deceased
    birthday: 1950-06-16
    ---
    """
BIRTHDAY, DUE = "Birthday: Ada Example", "Keep in touch: Ada Example"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def exported(cli: Cli, vault: Path, *words: str) -> str:
    return cli(vault, "export", "ics", *words).out


def feed(cli: Cli, vault: Path, *words: str) -> Any:
    return icalendar.Calendar.from_ical(exported(cli, vault, *words))


def entries(calendar: Any) -> dict[str, Any]:
    return {str(one["SUMMARY"]): one for one in calendar.walk() if "SUMMARY" in one}


def days(calendar: Any, start: date, end: date) -> list[tuple[str, str]]:
    found = recurring_ical_events.of(calendar).between(start, end)
    return sorted((str(one["DTSTART"].dt), str(one["SUMMARY"])) for one in found)


def test_it_tells_days_of_the_year_and_what_is_to_be_done(cli: Cli, vault: Path) -> None:
    found = entries(feed(cli, vault))
    paper = 'Promised: Send her the paper, the long one; with "notes" \\ and a name that goes on for a while: Żółć (Ada Example)'
    assert {name: one["DTSTART"].dt for name, one in found.items()} == {
        BIRTHDAY: date(2000, 2, 29),
        "Anniversary: Ada Example": date(2010, 6, 20),
        "Birthday: Ben Byron": date(1985, 4, 17),
        DUE: date(2026, 6, 20),
        paper: date(2026, 6, 18),
        "Follow up: Ben Byron (email)": date(2026, 6, 19),
        "Networking: 15 minutes": datetime(2026, 1, 1, 7, 45),
        "Networking: the weekly review": datetime(2026, 1, 1, 16, 0),
    }
    assert found[BIRTHDAY]["UID"] == "birthday-7a1c@vaultnet"
    assert not found[BIRTHDAY].errors
    assert [name for name, one in found.items() if one.walk("VALARM")] == [paper, "Follow up: Ben Byron (email)"]


def test_other_programs_unfold_it_as_meant(cli: Cli, vault: Path) -> None:
    calendar = feed(cli, vault)
    yearly = [(date(year, 2, 28 + (year % 4 == 0)).isoformat(), BIRTHDAY) for year in range(2027, 2030)]
    for day, name in yearly:
        around = date.fromisoformat(day)
        assert days(calendar, around - timedelta(days=2), around + timedelta(days=3)).count((day, name)) == 1
    week = [day for day, name in days(calendar, date(2026, 6, 15), date(2026, 6, 22)) if name.startswith("Networking")]
    assert week == ["2026-06-15 07:45:00", "2026-06-16 07:45:00", "2026-06-17 07:45:00", "2026-06-18 07:45:00",
                    "2026-06-18 16:00:00"]  # fmt: skip


def test_the_same_vault_gives_the_same_bytes(cli: Cli, vault: Path, tmp_path: Path) -> None:
    before = snapshot(vault)
    first = exported(cli, vault)
    assert exported(cli, vault) == first
    assert snapshot(vault) == before
    target = tmp_path / "networking.ics"
    cli(vault, "export", "ics", "--to", str(target))
    data = target.read_bytes()
    assert data.decode() == first.replace("\r\n", "\n").replace("\n", "\r\n")
    assert all(len(line) <= 75 and line.decode() for line in data.split(b"\r\n")[:-1])
    uids = [line for line in first.splitlines() if line.startswith("UID:")]
    assert len(uids) == len(set(uids))
    assert "as it should be" in cli(vault, "export", "ics", "--to", str(target)).out


def test_whoever_is_private_or_gone_is_in_no_calendar(cli: Cli, vault: Path) -> None:
    for words in ((), ("--as", "todo"), ("--audience", "family")):
        assert "Eve" not in (text := exported(cli, vault, *words))
        assert "Dan" not in text


def test_others_get_birthdays_only_of_those_whose_note_allows_it(cli: Cli, vault: Path) -> None:
    assert [*entries(feed(cli, vault, "--audience", "family"))] == [BIRTHDAY, "Anniversary: Ada Example"]
    assert [*entries(feed(cli, vault, "--audience", "work"))] == []


def test_what_is_to_be_done_may_be_a_task(cli: Cli, vault: Path) -> None:
    calendar = feed(cli, vault, "--as", "todo")
    tasks = {str(one["SUMMARY"]): one for one in calendar.walk("VTODO")}
    assert (tasks[DUE]["DUE"].dt, str(tasks[DUE]["STATUS"])) == (date(2026, 6, 20), "NEEDS-ACTION")
    assert len(tasks) == 3
    assert {str(one["SUMMARY"]) for one in calendar.walk("VEVENT")}.isdisjoint(tasks)


def test_only_of_those_who_meet_a_condition(cli: Cli, vault: Path) -> None:
    assert "Ada" not in exported(cli, vault, "name=Ben Byron")


def test_settings_leave_entries_out_and_say_what_is_wrong(cli: Cli, vault: Path) -> None:
    settings = vault / "vaultnet.toml"
    settings.write_text('[calendar]\ndaily = ""\nweekly = ""\ndays = 2\n[vault]\nlanguage = "de"\n', encoding="utf-8")
    assert [*entries(feed(cli, vault))] == [
        "Geburtstag: Ben Byron",
        "Geburtstag: Ada Example",
        "Anniversary: Ada Example",
    ]
    settings.write_text('[calendar]\ndaily = "half past"\n', encoding="utf-8")
    result = cli(vault, "export", "ics")
    assert (result.code, 'calendar.daily must be a time such as "08:30", or "" for none' in result.err) == (2, True)


def test_an_empty_vault_has_an_empty_calendar(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "empty", '== vaultnet.toml\n[calendar]\ndaily = ""\nweekly = ""\n')
    assert entries(feed(cli, vault)) == {}


def test_what_goes_out_may_come_in_again(cli: Cli, vault: Path, tmp_path: Path) -> None:
    """A feed names nobody as an attendee: importing it tells of no meeting."""
    target = tmp_path / "networking.ics"
    cli(vault, "export", "ics", "--to", str(target))
    plan = cli(vault, "import", "ics", str(target), "--json").json()
    assert (plan["rows"], plan["remarks"][:2]) == (0, ["Events read: 8", "Left out, with nobody but you: 8"])
