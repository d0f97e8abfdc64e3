"""`vaultnet wishlist`: whom I would like to meet, and the next step towards each."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault


def test_the_example_vault(cli: Cli, example: Path) -> None:
    assert cli(example, "wishlist").out == (
        "Name            Next                                                     When   Why\n"
        "Annelies Vroom  ask Ravi Subramaniam to introduce you to Annelies Vroom         lunch 2 months ago; knows Annelies"
        " Vroom\n"
        "Rasmus Thielen  ask Naledi Mokoena once more                             today  asked 2026-05-27\n"
        "Bettina Rauch   ask Magdalena Huber to introduce you to Bettina Rauch           email 5 months ago; knows Bettina"
        " Rauch\n"
    )
    found = cli(example, "wishlist", "--json").json()
    assert [(wish["name"], wish["path"], wish["step"]) for wish in found["wishes"]] == [
        ("Annelies Vroom", None, "introduction"),
        ("Rasmus Thielen", None, "introduction"),
        ("Bettina Rauch", "People/Bettina Rauch.md", "introduction"),
    ]
    assert found["wishes"][1]["introduction"]["step"] == "remind"


def test_without_the_introductions_the_ways_are_gone_too(cli: Cli, example: Path) -> None:
    """Only Naledi's own note still names one of them: who knows the others stood nowhere else."""
    for note in (example / "Introductions").iterdir():
        note.unlink()
    found = cli(example, "wishlist", "--json").json()
    assert [(wish["step"], wish["kind"], wish["then"]) for wish in found["wishes"]] == [
        ("cold", "letter", "call"),
        ("path", None, None),
        ("cold", "letter", "call"),
    ]
    assert found["wishes"][1]["paths"][0]["via"] == ["People/Naledi Mokoena.md"]


GOALS = """
    == Goals.md
    ---
    type: goals
    wish-list: ["[[Zoe]]", Yann, Xenia, Wim, "[[Ben]]", "[[Una]]"]
    ---
    == Ben.md
    ---
    type: contact
    knows: [Yann]
    ---
    ## Log
    - 2026-06-01 coffee: a talk
    == Zoe.md
    ---
    type: contact
    ---
    ## Log
    - 2026-05-25 email to: may I come by?
    - 2026-05-14 call: no answer
    - 2026-05-04 letter to: who I am
    == Una.md
    ---
    type: contact
    ---
"""


def test_every_step(cli: Cli, tmp_path: Path) -> None:
    lines = cli(make_vault(tmp_path / "vault", GOALS), "wishlist").out.split("\n")
    assert [" ".join(line.split()) for line in lines] == [
        "Name Next When Why",
        "Zoe let it rest until 2026-08-25",
        "Yann ask Ben for an introduction coffee 2 weeks ago; knows Yann",
        "Xenia letter today nobody you know is known to know them; then call",
        "Then: Wim, Una",
        "Met: Ben",
        "",
    ]


def test_in_german(cli: Cli, tmp_path: Path) -> None:
    german = '    == vaultnet.toml\n    [vault]\n    language = "de"\n' + GOALS.replace("coffee", "Kaffee")
    said = cli(make_vault(tmp_path / "vault", german), "wishlist").out
    for words in ("ruhen lassen", "bis 2026-08-25", "Ben um eine Vorstellung bitten", "Kaffee vor 2 Wochen; kennt Yann",
                  "niemand, den du kennst, führt dorthin; danach Anruf", "Dann: Wim, Una", "Kennengelernt: Ben"):  # fmt: skip
        assert words in said


def test_the_end_of_the_ladder(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", GOALS.replace("2026-05", "2025-05"))
    assert "Zoe    leave it" in cli(vault, "wishlist").out


def test_no_wishes_and_no_goals(cli: Cli, tmp_path: Path) -> None:
    for name, note in (("none", ""), ("empty", "== Goals.md\n---\ntype: goals\n---\n")):
        result = cli(make_vault(tmp_path / name, note), "wishlist")
        assert (result.code, result.out[:28]) == (0, "Nobody is on the wish list: ")
