"""`vaultnet plan`: one person's year and everybody's, as they are read."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == vaultnet.toml
    [me]
    name = "Mira"
    country = "NL"
    location = "Utrecht"
    == People/Anna.md
    ---
    type: contact
    uid: anna
    tier: close
    country: Germany
    location: Berlin
    birthday: 1980-09-04
    interests: ["old maps"]
    positions: [{company: "[[Acme]]", role: Director, from: 2026-05}]
    ---
    ## Log
    - 2026-04-20 coffee: her garden
    - 2026-02-20 email from: a long answer
    == People/Ben.md
    ---
    type: contact
    location: Utrecht
    paused: true
    ---
    == People/Cleo.md
    ---
    type: contact
    location: Utrecht
    tier: wide
    ---
    ## Log
    - 2026-01-04 email: the map
    == People/Priya.md
    ---
    type: contact
    tier: inner
    country: India
    location: Pune
    ---
    ## Log
    - 2026-06-01 call: the monsoon
    == Events/2026-07-18 Garden Party.md
    ---
    type: event
    host: "[[Mira]]"
    attendees: ["[[Anna]]"]
    ---
    == Trips/Pune.md
    ---
    type: trip
    from: 2026-09-10
    to: 2026-09-20
    place: Pune
    ---
    == Broken.md
    ---
    type: contact
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def planned(cli: Cli, vault: Path, *words: str) -> list[str]:
    found = cli(vault, "plan", *words, "--json").json()["planned"]
    return [f"{row['date']} {row['kind']} {row['reason']} {row['words']}".rstrip() for row in found]


def test_what_was_and_what_is_next(cli: Cli, vault: Path) -> None:
    assert cli(vault, "plan", "anna").out == (
        "Anna, 2026\n"
        "\n"
        "So far\n"
        "Day          Kind             Why\n"
        "20 February  email from them  a long answer\n"
        "20 April     coffee           her garden\n"
        "\n"
        "Next\n"
        "Day          Kind   Why\n"
        "18 July      event  Garden Party\n"
        "23 August    card   birthday on 4 September\n"
        "23 November  call   just to hear how things are\n"
    )


def test_trips_events_and_holidays_are_found_in_the_notes(cli: Cli, vault: Path) -> None:
    assert planned(cli, vault, "Cleo")[0] == "2026-06-27 message invite Garden Party"
    priya = planned(cli, vault, "Priya")
    assert "2026-10-27 card holiday Diwali" in priya
    assert any(line.endswith("both_there Pune") for line in priya)


def test_another_year(cli: Cli, vault: Path) -> None:
    assert "2027-08-23 card birthday" in planned(cli, vault, "Anna", "--year", "2027")
    past = cli(vault, "plan", "Anna", "--year", "2024").out
    assert past == "Anna, 2024\n\nNothing is planned in 2024.\n"
    assert cli(vault, "plan", "Anna", "--year", "2999").code == 2
    assert cli(vault, "plan", "Anna", "--year", "0").code == 2


def test_nothing_is_planned_for_who_is_paused(cli: Cli, vault: Path) -> None:
    assert cli(vault, "plan", "Ben").out == "Ben, 2026\n\npaused: nothing is planned.\n"


def test_the_year_of_everybody(cli: Cli, vault: Path) -> None:
    found = cli(vault, "plan", "--json").json()
    assert [month["month"] for month in found["months"]] == list(range(1, 13))
    assert sum(month["touches"] for month in found["months"]) == sum(
        len(planned(cli, vault, name)) for name in ("Anna", "Cleo", "Priya")
    )
    assert [(card["name"], card["reason"], card["on"]) for card in found["cards"]] == [
        ("Anna", "birthday", "2026-09-04"),
        ("Priya", "holiday", "2026-11-08"),
    ]
    assert "To post in August\n" in cli(vault, "plan").out


def test_show_says_what_is_next(cli: Cli, vault: Path) -> None:
    card = cli(vault, "show", "Anna", "--json").json()
    assert [touch["reason"] for touch in card["planned"]] == ["meeting", "birthday", "how_are_things"]
    assert (
        "\nPlanned\n  18 July event: Garden Party\n  23 August card: birthday on 4 September\n"
        in cli(vault, "show", "Anna").out
    )


def test_the_agenda_proposes_what_the_plan_says(cli: Cli, vault: Path) -> None:
    block = cli(vault, "agenda", "--stdout", today="2026-07-06").out
    assert "Message [[Cleo]] · invite to Garden Party on 18 July · 6 months since your e-mail: the map" in block


def test_an_empty_vault(cli: Cli, tmp_path: Path) -> None:
    empty = make_vault(tmp_path / "empty", "")
    assert cli(empty, "plan").out == "Nothing is planned in 2026.\n"
    assert cli(empty, "plan", "Anna").code == 1


@pytest.mark.parametrize(
    ("name", "words"), [("plan-who", ("Siobhán",)), ("plan-year", ("--year", "2027"))], ids=["who", "year"]
)
def test_the_example_vault(cli: Cli, example: Path, update: bool, name: str, words: tuple[str, ...]) -> None:
    out = cli(example, "plan", *words).out
    golden = GOLDEN / f"{name}.txt"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(out)
    assert out == golden.read_text()


@pytest.mark.parametrize("day", ["2026-06-15", "2026-06-17", "2026-06-19", "2026-07-06"])
def test_whom_the_agenda_proposes_is_planned_for_today_and_alike(cli: Cli, example: Path, day: str) -> None:
    agenda = cli(example, "agenda", "--stdout", "--json", today=day).json()
    proposed = next(section["items"] for section in agenda["sections"] if section["name"] == "reach_out")
    assert proposed
    for item in proposed:
        plan = cli(example, "plan", item["contact"], "--json", today=day).json()["planned"]
        assert (plan[0]["date"], plan[0]["kind"]) == (day, item["kind"]), item["name"]
