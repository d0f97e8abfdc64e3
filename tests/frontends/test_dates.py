"""`vaultnet dates`, and the days to mark on the agenda: from notes to what a person reads."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == vaultnet.toml
    [me]
    name = "Mira"
    country = "Niederlande"
    location = "Utrecht"
    [agenda]
    people = 1
    == People/Anna.md
    ---
    type: contact
    tier: close
    country: Deutschland
    birthday: 02-29
    ---
    ## Log
    - 2026-06-01 call: her garden
    == People/Priya.md
    ---
    type: contact
    tier: inner
    country: भारत
    wedding: 2016-06-21
    ---
    ## Log
    - 2026-06-01 call: the monsoon
    == People/Ben.md
    ---
    type: contact
    met: 2025-06-18
    introduced-by: "[[Anna]]"
    ---
    ## Log
    - 2026-06-01 email: the map
    == People/Cleo.md
    ---
    type: contact
    tier: wide
    ---
    ## Life events
    - 2026-06-12 death: her father, on Friday
    - 2025-06-16 birth: Mary is here
    ## Log
    - 2026-06-01 email: the map
    == People/Dora.md
    ---
    type: contact
    status: deceased
    birthday: 1950-06-16
    ---
    == People/Unclosed.md
    ---
    type: contact
    birthday: 06-16
    == Introductions/Ben to Cleo.md
    ---
    type: introduction
    from: "[[Ben]]"
    to: "[[Cleo]]"
    status: made
    ---
    - 2025-06-10 asked both
    - 2025-06-19 made, over coffee
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def rows(cli: Cli, vault: Path, *words: str, today: str = "2026-06-15") -> list[str]:
    found = cli(vault, "dates", *words, "--json", today=today).json()["dates"]
    return [f"{row['date']} {row['name']} {row['what']} {row['kind']} by {row['by']}" for row in found]


def test_what_has_its_day_in_the_next_month(cli: Cli, vault: Path) -> None:
    assert rows(cli, vault) == [
        "2026-06-12 Cleo news letter by 2026-06-26",
        "2026-06-16 Cleo life event message by 2026-06-16",
        "2026-06-18 Anna introduced me message by 2026-06-18",
        "2026-06-18 Ben met message by 2026-06-18",
        "2026-06-19 Ben introduced by me message by 2026-06-19",
        "2026-06-19 Cleo introduced by me message by 2026-06-19",
        "2026-06-21 Priya wedding message by 2026-06-21",
    ]


def test_the_words_are_those_a_person_would_use(cli: Cli, vault: Path) -> None:
    assert cli(vault, "dates").out == (
        "Day      Name   What                                                                 Do\n"
        "12 June  Cleo   death: her father, on Friday: a few words by hand                    letter\n"
        "16 June  Cleo   a year since: birth: Mary is here                                    message\n"
        "18 June  Anna   a year since you were introduced to Ben: tell what came of it        message\n"
        "18 June  Ben    a year since you met                                                 message\n"
        "19 June  Ben    a year since you made the introduction to Cleo: ask what came of it  message\n"
        "19 June  Cleo   a year since you made the introduction to Ben: ask what came of it   message\n"
        "21 June  Priya  wedding: 10 years                                                    message\n"
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-10-01", ["2026-11-08 Priya holiday card by 2026-10-27"]),  # Diwali, by the library, abroad
        ("2026-12-01", ["2026-12-25 Anna holiday card by 2026-12-13"]),
        ("2027-12-01", ["2027-12-25 Anna holiday card by 2027-12-13"]),
    ],
)
def test_cards_for_the_holidays_of_their_countries(cli: Cli, vault: Path, today: str, expected: list[str]) -> None:
    assert rows(cli, vault, "--kind", "holiday", today=today) == expected


def test_of_one_person_and_of_one_kind(cli: Cli, vault: Path) -> None:
    assert rows(cli, vault, "--who", "priya", "--within", "1y") == [
        "2026-06-21 Priya wedding message by 2026-06-21",
        "2026-11-08 Priya holiday card by 2026-10-27",
    ]
    assert rows(cli, vault, "--kind", "Birthday", "--within", "1y") == ["2027-02-28 Anna birthday card by 2027-02-16"]
    assert rows(cli, vault, "--kind", "life-event") == [
        "2026-06-12 Cleo news letter by 2026-06-26",
        "2026-06-16 Cleo life event message by 2026-06-16",
    ]
    assert rows(cli, vault, "--kind", "nameday") == []
    assert cli(vault, "dates", "--kind", "nameday").out == "No days to mark until 15 July.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--kind", "birthdya"), 2, "birthday"),
        (("--kind", "zzz"), 2, "holiday"),
        (("--who", "Nobody At All"), 1, "Nobody At All"),
        (("--within", "soon"), 2, "soon"),
    ],
)
def test_words_that_cannot_be_meant(cli: Cli, vault: Path, words: tuple[str, ...], code: int, said: str) -> None:
    result = cli(vault, "dates", *words)
    assert result.code == code
    assert said in result.err


def agenda(cli: Cli, vault: Path, day: str) -> list[str]:
    """The lines under "Days to mark", without boxes and ids."""
    block = cli(vault, "agenda", "--stdout", today=day).out
    section = block.partition("**Days to mark**\n")[2].partition("\n\n")[0]
    return [line[6:].partition(" ^")[0] for line in section.splitlines() if line.startswith("- [")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-15", ["Letter to [[Cleo]] · death: her father, on Friday: a few words by hand"]),
        ("2026-06-16", [
            "Letter to [[Cleo]] · death: her father, on Friday: a few words by hand",
            "Message [[Cleo]] · a year ago today: birth: Mary is here",
        ]),
        ("2026-06-18", [
            "Letter to [[Cleo]] · death: her father, on Friday: a few words by hand",
            "Message [[Anna]] · a year since you were introduced to Ben: tell what came of it",
            "Message [[Ben]] · a year since Anna introduced you",
        ]),
        ("2026-06-27", []),
        ("2026-10-26", ["Card to [[Priya]] · Diwali on 8 November: post it by 27 October"]),
        ("2027-02-17", ["Card to [[Anna]] · birthday in 11 days: post it today"]),
        ("2027-02-28", ["Call [[Anna]] · birthday today"]),
    ],
)  # fmt: skip
def test_the_agenda_of_a_day(cli: Cli, vault: Path, day: str, expected: list[str]) -> None:
    assert agenda(cli, vault, day) == expected


def test_a_card_that_was_ticked_is_not_proposed_again(cli: Cli, vault: Path) -> None:
    assert cli(vault, "agenda", today="2026-10-26").code == 0
    note = vault / "Daily" / "2026-10-26.md"
    note.write_text(note.read_text().replace("- [ ] Card to [[Priya]]", "- [-] Card to [[Priya]]"))
    assert agenda(cli, vault, "2026-10-27") == []


@pytest.mark.parametrize(
    ("mark", "on_the_day", "listed"),
    [
        ("x", [], []),
        ("-", ["Call [[Anna]] · birthday today"], ["2027-02-28 Anna birthday call by 2027-02-28"]),
        (">", ["Call [[Anna]] · birthday today"], ["2027-02-28 Anna birthday call by 2027-02-28"]),
    ],
)
def test_a_card_or_a_call(cli: Cli, vault: Path, mark: str, on_the_day: list[str], listed: list[str]) -> None:
    """A card that went stands for the birthday; one that was let go or put off does not. `dates` says the same."""
    assert cli(vault, "agenda", today="2027-02-17").code == 0
    note = vault / "Daily" / "2027-02-17.md"
    text = note.read_text()
    assert "- [ ] Card to [[Anna]]" in text
    note.write_text(text.replace("- [ ] Card to [[Anna]]", f"- [{mark}] Card to [[Anna]]"))
    assert rows(cli, vault, "--kind", "birthday", today="2027-02-17") == listed
    assert cli(vault, "agenda", today="2027-02-18").code == 0
    assert agenda(cli, vault, "2027-02-18") == []
    assert rows(cli, vault, "--kind", "birthday", today="2027-02-18") == listed
    assert ("birthday" in cli(vault, "review", "--stdout", today="2027-02-21").out) == bool(listed)
    assert agenda(cli, vault, "2027-02-28") == on_the_day


@pytest.mark.parametrize("behind", ["^vn-", "[[Priya]]"])
def test_a_card_that_is_moved_comes_back_on_its_day(cli: Cli, vault: Path, behind: str) -> None:
    """The date counts at the end of the line, and right behind the link."""
    assert cli(vault, "agenda", today="2026-10-23").code == 0
    note = vault / "Daily" / "2026-10-23.md"
    lines = note.read_text().split("\n")
    for number, line in enumerate(lines):
        if "Card to [[Priya]]" in line:
            moved = line.replace("[ ]", "[>]")
            end = len(moved) if behind == "^vn-" else moved.index(behind) + len(behind)
            lines[number] = f"{moved[:end]} 📅 2026-10-26{moved[end:]}"
    note.write_text("\n".join(lines))
    assert agenda(cli, vault, "2026-10-25") == []
    assert len(agenda(cli, vault, "2026-10-26")) == 1
    assert rows(cli, vault, "--kind", "holiday", today="2026-10-24") == ["2026-11-08 Priya holiday card by 2026-10-27"]


def test_a_vault_without_people(cli: Cli, tmp_path: Path) -> None:
    empty = make_vault(tmp_path / "empty", "")
    assert cli(empty, "dates").out == "No days to mark until 15 July.\n"


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    out = cli(example, "dates", "--within", "3 months").out
    golden = GOLDEN / "dates.txt"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(out)
    assert out == golden.read_text()
