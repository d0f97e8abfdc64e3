"""What the briefs of the example vault say: golden pages that read as one reads them before a meeting.

`pytest --update tests/pages` writes them anew. Three people have a word in every section, a stranger in none but what
can be said of anybody.
"""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from tests.vaults import make_example, make_vault, open_vault
from vaultnet.app.brief import generate_brief
from vaultnet.app.brief_note import Wishes
from vaultnet.pages.brief_view import PersonBrief

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "brief_emeka": "Coffee with Emeka",
    "brief_amira": "Data walk-through with Amira",
    "brief_lotte": "Partners at Tidemark",
    "brief_siobhan": "Siobhán",
    "brief_several": "Steering group Brightquay",
    "brief_wish": "Annelies Vroom",
}
FILLED = ("brief_emeka", "brief_amira", "brief_lotte")
OF_EVERYBODY = {"path", "name", "link"}
HINTS = {"help_first"}  # where nothing was given lately, and something is wanted


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example vault, in both languages."""
    root = tmp_path_factory.mktemp("briefs")
    found = {language: make_example(root / language) for language in ("en", "de")}
    settings = found["de"] / "vaultnet.toml"
    settings.write_text(settings.read_text().replace('language = "en"', 'language = "de"'))
    return found


def assert_golden(file: Path, block: str, *, update: bool) -> None:
    if update:
        file.write_text(block)
    assert block == file.read_text()


@pytest.mark.parametrize("name", PAGES)
def test_golden_briefs(examples: dict[str, Path], name: str, update: bool) -> None:
    for language, folder in (("en", GOLDEN), ("de", GOLDEN / "de")):
        with open_vault(examples[language]) as workspace:
            block = generate_brief(workspace, PAGES[name], Wishes()).block
        assert_golden(folder / f"{name}.md", block, update=update)


@pytest.mark.parametrize("name", FILLED)
def test_every_section_is_filled(examples: dict[str, Path], name: str) -> None:
    with open_vault(examples["en"]) as workspace:
        page = generate_brief(workspace, PAGES[name], Wishes()).payload
    (person,) = page["people"]
    promised = {"promised": [*person.pop("owed"), *person.pop("awaited")]}
    empty = {part for part, words in {**page, **person, **promised}.items() if not words}
    assert empty - HINTS - {"is_new", "absorbed"} == set()


STRANGER = """
    == vaultnet.toml
    == Goals.md
    ---
    type: goals
    targets: [Harbour Re]
    wish-list: ["[[Grace Hopper]]"]
    ---
    ## Pitch
    I count water.
    == People/Grace Hopper.md
    ---
    type: contact
    ---
"""


def test_of_a_stranger_only_what_can_be_said(tmp_path: Path) -> None:
    with open_vault(make_vault(tmp_path / "vault", STRANGER)) as workspace:
        page = generate_brief(workspace, "Grace", Wishes())
    (person,) = page.payload["people"]
    assert {part.name for part in fields(PersonBrief) if person[part.name]} == OF_EVERYBODY
    assert re.sub(r"<!-- vn:.*\n", "", page.block) == (
        "<!-- vaultnet:brief -->\n"
        "**To propose** · coffee in person, 15 to 60 minutes\n\n"
        "**Your pitch** · I count water.\n\n"
        "**Before you leave** · ask for advice, ideas and names\n"
        "- Is there anything I can do for you?\n"
        "- Who else should I talk to? Leave with two or three names.\n"
        "<!-- /vaultnet:brief -->\n"
    )


TIES = """
    == vaultnet.toml
    [me]
    location = "Utrecht"
    == Goals.md
    ---
    type: goals
    wish-list: [Eve Wish]
    ---
    == Owls.md
    ---
    tags: [barn-owls]
    ---
    == People/Ada.md
    ---
    type: contact
    location: Utrecht
    needs: [a speaker]
    interests: [barn owls]
    knows: [Eve Wish]
    ---
    ## Life events
    - 2026-06-01 moved to a new house
    ## Log
    - 2026-05-02 email to: asked for her slides #asked
    - 2026-04-02 email to: the maps
    - 2026-03-02 card: from the river
    == People/Ben.md
    ---
    type: contact
    location: Porto, Portugal
    status: archived
    birthday: 06-20
    ---
    == People/Cy.md
    ---
    type: contact
    location: Porto, Portugal
    birthday: 06-15
    ---
    == Trip.md
    ---
    trip: Porto
    from: 2026-07-06
    to: 2026-07-12
    place: Porto
    ---
    == Meetings/2026-06-20 Call with Ada.md
    ---
    type: meeting
    date: 2026-06-20
    with: ["[[Ada]]", "[[Cy]]", Zoë]
    outcome: her advice
    ---
"""


@pytest.fixture(scope="module")
def ties(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vault(tmp_path_factory.mktemp("ties") / "vault", TIES)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Ada", ["you have only written of late: to meet says more", "- Help first, Ada: they need a speaker"]),
        ("Ada", ["- A hand with the move: moved to a new house, 1 June", "“moved to a new house” · how is it going?"]),
        ("Ada", ["- You wait for: an answer to what you asked on 2 May: asked for her slides", "**Ada · Who**"]),
        ("Cy", ["**Cy · Who** · [[Cy]], Porto, Portugal\n- Birthday today", "**The meeting** · 20 June"]),
        ("Ada", ["- Something to read about barn owls: [[Owls]]", "- Eve Wish, whom you would like to meet"]),
        ("Zoë", ["**Wanted** · her advice"]),
    ],
)
def test_what_a_brief_says_of_several(ties: Path, words: str, lines: list[str]) -> None:
    with open_vault(ties) as workspace:
        block = generate_brief(workspace, words, Wishes()).block
    assert [line for line in lines if line not in block] == []
    assert "Zoë · " not in block  # of whom nothing is known


@pytest.mark.parametrize(
    ("who", "day", "says"),
    [
        ("Ada", "2026-06-21", "coffee in person, 15 to 60 minutes · in Utrecht, where you both are"),
        ("Cy", "2026-06-21", "in Porto, Portugal, where you are from 6 July to 12 July"),
        ("Cy", "2026-08-01", "they are in Porto, Portugal"),
    ],
)
def test_where_the_two_could_meet(ties: Path, who: str, day: str, says: str) -> None:
    with open_vault(ties, day) as workspace:
        assert says in generate_brief(workspace, who, Wishes()).block


def test_after_the_meeting_a_brief_stays_what_it_was(examples: dict[str, Path]) -> None:
    with open_vault(examples["en"], "2026-06-16") as workspace:
        before = generate_brief(workspace, "Coffee with Emeka", Wishes()).block
    with open_vault(examples["en"], "2026-09-01") as workspace:
        assert generate_brief(workspace, "Coffee with Emeka", Wishes()).block == before
