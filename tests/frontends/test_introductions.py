"""`vaultnet introductions`: what is mine to do, and what I wait for."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault


def test_the_example_vault(cli: Cli, example: Path) -> None:
    found = cli(example, "introductions", "--json").json()
    assert [(row["name"], row["step"], row["due"]) for row in found["owe"]] == [
        ("Samuel Tesfaye to Fatima", "introduce", "2026-05-19"),
        ("Rasmus Thielen through Naledi", "remind", "2026-06-11"),
        ("Annelies Vroom through Ravi", "ask", None),
        ("Bettina Rauch through Magdalena", "ask", None),
        ("Ada Ferreira and Mei-Ling", "ask_outcome", "2026-01-05"),
        ("Anouk and Sofía", "ask_outcome", "2026-01-14"),
        ("Elif Korkmaz through Yusuf", "tell", "2026-03-25"),
    ]
    assert (found["await"], found["promised"], found["done"]) == ([], [], [])
    done = cli(example, "introductions", "--all", "--json").json()["done"]
    assert [row["name"] for row in done] == ["Luca Bernardi to Marleen", "Lotte Brandsma through Siobhán"]


def test_what_they_are_to_do_is_theirs_until_its_day(cli: Cli, example: Path) -> None:
    (row,) = cli(example, "introductions", "--json", today="2026-06-01").json()["await"]
    assert (row["step"], row["people"], row["due"]) == (
        "answer",
        [{"path": "People/Naledi Mokoena.md", "name": "Naledi Mokoena"}],
        "2026-06-03",
    )
    assert "Theirs to do" in cli(example, "introductions", today="2026-06-01").out


def test_a_new_one_is_followed_from_its_first_day(cli: Cli, example: Path) -> None:
    made = cli(example, "new", "introduction", "Priya through Lotte", "--with", "Priya", "--via", "Lotte Brandsma")
    assert made.code == 0, made.err
    rows = {row["name"]: row for row in cli(example, "introductions", "--json").json()["owe"]}
    row = rows["Priya through Lotte"]
    assert (row["status"], row["step"], [party["name"] for party in row["people"]]) == (
        "wanted",
        "ask",
        ["Lotte Brandsma"],
    )


def test_two_people_make_one_by_me(cli: Cli, example: Path) -> None:
    cli(example, "new", "introduction", "Priya and Hana", "--with", "Priya", "--with", "Hana")
    rows = {row["name"]: row for row in cli(example, "introductions", "--json").json()["owe"]}
    assert rows["Priya and Hana"]["step"] == "ask_both"
    assert [party["name"] for party in rows["Priya and Hana"]["people"]] == ["Priya Raghunathan", "Hana Procházková"]


EVERY_STEP = """
    == vaultnet.toml
    [me]
    name = "Mira"
    == Ada.md
    ---
    type: contact
    ---
    - [ ] Introduce [[Ada]] to [[Ben]] 📅 2026-07-01
    == Ben.md
    ---
    type: contact
    ---
    == Find.md
    ---
    type: introduction
    to: Zoe
    via:
    ---
    == Agreed.md
    ---
    type: introduction
    to: Zoe
    via: "[[Ben]]"
    status: agreed
    ---
    - 2026-06-12 she says yes
    == Made.md
    ---
    type: introduction
    to: Zoe
    via: "[[Ben]]"
    status: made
    ---
    - 2026-06-12 made
    == Alone.md
    ---
    type: introduction
    to: Zoe
    status: made
    ---
    - 2026-06-12 made
    == Theirs.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: Zoe
    via: "[[Ben]]"
    status: wanted
    ---
    == Mine.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: "[[Ben]]"
    ---
    == Nobody.md
    ---
    type: introduction
    status: maybe
    ---
"""


def test_every_step_in_words(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", EVERY_STEP)
    said = cli(vault, "introductions").out
    for words in (
        "find somebody who knows Zoe",
        "Ben to write to both sides",
        "write to Zoe, and thank Ben",
        "ask Ben to introduce Ada to Zoe",
        "ask whether they would like to meet, one after the other: Ben, Ada",
        "Introduce Ada to Ben",
    ):
        assert words in said
    assert "Alone         made    2026-06-12  write to Zoe  " in said
    assert "by 2026-06-26" in said


def test_every_step_in_german(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", EVERY_STEP.replace("[me]", '[vault]\n    language = "de"\n    [me]'))
    said = cli(vault, "introductions", "--all").out
    for words in (
        "Du bist am Zug",
        "Andere sind am Zug",
        "jemanden finden, der Zoe kennt",
        "Ben schreibt an beide Seiten",
        "an Zoe schreiben und Ben danken",
        "Ben bitten, Ada mit Zoe bekannt zu machen",
        "nacheinander fragen, ob sie sich kennenlernen möchten: Ben, Ada",
        "bis 2026-06-26",
    ):
        assert words in said


def test_nothing_is_under_way(cli: Cli, tmp_path: Path) -> None:
    result = cli(make_vault(tmp_path / "vault", ""), "introductions")
    assert (result.code, result.out[:35]) == (0, "No introduction is under way; `vaul")
