"""Days (D21): dates are civil dates in the vault's zone, whatever the clock does and wherever the machine is."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.disks import ROOT
from tests.soaking.tools import need
from tests.vaults import make_vault
from vaultnet.app.workspace import Workspace

DAY = date(2026, 6, 15)
PEOPLE = """
    == People/Ada.md
    ---
    type: contact
    cadence: monthly
    birthday: 1992-02-29
    ---
    ## Log
    - 2026-05-01 call: fine
    - [ ] Send her the map 📅 2026-06-20
    == People/Old.md
    ---
    type: contact
    met: 0001-01-01
    birthday: 9999-12-31
    ---
    ## Log
    - 0001-01-01 call: long ago
    - 9999-12-31 call: far off
    == People/Odd.md
    ---
    type: contact
    met: 2026-13-45
    birthday: 2026-02-30
    cadence: every 99999999999 days
    ---
    ## Log
    - 2026-02-30 call: no such day
    - 2026-06-16 call: tomorrow's
    - 2027-06-15 10:60 call: x60
"""


def test_d21_a_clock_that_jumps_makes_no_note_twice_and_skips_none(tmp_path: Path, cli: Cli) -> None:
    """400 days forth and back between commands: each day has one page, made on that day, and no touch counts twice."""
    vault = make_vault(tmp_path / "vault", PEOPLE)
    days = [DAY, DAY + timedelta(400), DAY - timedelta(400), DAY, DAY + timedelta(1), DAY + timedelta(400)]
    for day in days:
        assert cli(vault, "agenda", today=day.isoformat()).code == 0
        assert cli(vault, "absorb", today=day.isoformat()).code == 0
    pages = sorted(file.stem for file in (vault / "Daily").glob("*.md"))
    assert pages == sorted({day.isoformat() for day in days})
    before = {file.name: file.read_bytes() for file in vault.rglob("*.md")}
    assert cli(vault, "agenda", today=days[-1].isoformat()).code == 0
    assert {file.name: file.read_bytes() for file in vault.rglob("*.md")} == before
    assert cli(vault, "undo").code == 0  # the youngest step by its order, whatever its clock said


def test_d21_no_future_touch_is_a_last_contact_and_odd_dates_break_nothing(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", PEOPLE)
    last = {one["path"]: one["last"] for one in cli(vault, "due", "--all", "--json").json()["contacts"]}
    assert last.get("People/Odd.md") is None
    assert last.get("People/Old.md", "0001-01-01") == "0001-01-01"
    tomorrow = cli(vault, "due", "--all", "--json", today="2026-06-16").json()["contacts"]
    assert {one["path"]: one["last"] for one in tomorrow}.get("People/Odd.md") in {None, "2026-06-16"}
    for day in ("0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31"):
        for words in (
            ("agenda", "--stdout"),
            ("agenda", day),
            ("due", "--all"),
            ("review", day, "--stdout"),
            ("dates",),
        ):
            done = cli(vault, *words, today=day)
            assert done.code == 0 if "1900" < day < "3000" else 2, (day, words, done.err)
            assert done.code == 0 or "between 1900 and 2999" in done.err
    for day in ("0001-01-01", "9999-12-31", "1900-01-01", "2999-12-31"):
        for words in (("agenda", day), ("review", day)):
            assert cli(vault, *words, "--stdout").code in {0, 2}, (day, words)
    for words in (
        ("plan",),
        ("coverage",),
        ("stats",),
        ("drive",),
        ("check",),
        ("find", "last<2026-01-01"),
        ("followups",),
    ):
        for day in ("1900-01-01", "2026-06-15", "2999-12-31"):
            done = cli(vault, *words, today=day)
            assert done.code in {0, 1}, (day, words, done.err)


@pytest.mark.parametrize(
    ("year", "days"), [(2027, ("02-28", "03-01")), (2028, ("02-29", "02-29"))], ids=["common year", "leap year"]
)
def test_d21_a_birthday_on_the_leap_day_comes_once_a_year(
    tmp_path: Path, cli: Cli, year: int, days: tuple[str, str]
) -> None:
    vault = make_vault(tmp_path / "vault", PEOPLE.replace("    birthday: 9999-12-31\n", ""))
    told = cli(vault, "dates", "--within", "30d", "--json", today=f"{year}-02-10").json()
    text = json.dumps(told)
    assert sum(text.count(f'"{year}-{day}"') > 0 for day in set(days)) >= 1, text


ZONES = {
    "Europe/Berlin": ("2026-03-29", "2026-10-25"),
    "America/New_York": ("2026-03-08", "2026-11-01"),
    "Australia/Lord_Howe": ("2026-04-05", "2026-10-04"),  # half an hour
    "Africa/Casablanca": ("2026-02-15", "2026-03-22"),  # about Ramadan
    "America/Santiago": ("2026-04-05", "2026-09-06"),  # midnight itself is left out
}


@pytest.mark.parametrize("zone", ZONES)
def test_d21_both_nights_of_the_clock_change(tmp_path: Path, zone: str) -> None:
    """Every quarter of an hour of both nights and the days about them: days follow one another, none twice or skipped."""
    vault = make_vault(tmp_path / "vault", f'== vaultnet.toml\n[vault]\ntimezone = "{zone}"\n')
    for night in ZONES[zone]:
        moment = datetime.fromisoformat(f"{night}T00:00").replace(tzinfo=UTC) - timedelta(days=1)
        quarters = iter([moment + timedelta(minutes=15 * number) for number in range(4 * 72)])
        with Workspace(vault, quarters.__next__) as workspace:
            seen = [workspace.today for _ in range(4 * 72)]
        days = list(dict.fromkeys(seen))
        assert seen == sorted(seen)
        assert days == [days[0] + timedelta(number) for number in range(len(days))]


@pytest.mark.soak
@pytest.mark.alone
def test_d21_at_midnight_by_a_real_clock(tmp_path: Path) -> None:
    """faketime: two seconds before and after midnight in the vault's zone, on a machine in another one."""
    need("faketime")
    vault = make_vault(tmp_path / "vault", '== vaultnet.toml\n[vault]\ntimezone = "Europe/Amsterdam"\n' + PEOPLE)
    told = []
    for moment in ("2026-06-15 21:59:57", "2026-06-15 22:00:02"):
        line = ["faketime", moment, sys.executable, "-m", "vaultnet", "-C", str(vault), "agenda", "--json"]
        done = subprocess.run(
            line, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "TZ": "UTC"}, check=False
        )
        assert done.returncode == 0, done.stderr
        told.append(json.loads(done.stdout)["date"])
    assert told == ["2026-06-15", "2026-06-16"]
    assert sorted(file.stem for file in (vault / "Daily").glob("*.md")) == told
    print("\n2 agendas about one midnight, a page each")
