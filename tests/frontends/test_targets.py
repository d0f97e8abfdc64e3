"""`vaultnet targets`: whom I know where I should like to be."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == Goals.md
    ---
    type: goals
    targets: ["[[Tidemark Risk]]", Fjordlys Kapital, Nordlicht]
    ---
    == Organizations/Tidemark Risk.md
    ---
    type: organization
    aliases: [TMR]
    situation: expanding
    people: ["[[Eve Ito]]", Somebody Else]
    ---
    ## Facts
    - 2026-05-29 situation: two new partners, says [[Ada Ling|Ada]]
    - 2024-05-29 situation: small
    == Organizations/Corvane Re.md
    ---
    type: organization
    target: true
    ---
    == People/Ada Ling.md
    ---
    type: contact
    company: TMR
    role: modeller
    ---
    ## Log
    - 2026-06-01 coffee: the new partners
    == People/Ben Okri.md
    ---
    type: contact
    positions:
      - company: "[[Tidemark Risk]]"
        role: founder
        from: 2010
        to: 2024-03
    ---
    ## Log
    - 2025-06-01 email to: the article
    == People/Cy Jung.md
    ---
    type: contact
    company: Tidemark
    ---
    ## Log
    - 2026-06-01 call: hello
    == People/Eve Ito.md
    ---
    type: contact
    introduced-by: "[[Faye Ola]]"
    private: true
    positions:
      - {company: Oakmere, from: 2018, to: 2021}
    ---
    == People/Faye Ola.md
    ---
    type: contact
    company: Fjordlys Kapital AS
    ---
    ## Log
    - 2026-06-10 lunch: her sister
    == People/Hal Roe.md
    ---
    type: contact
    positions:
      - {company: Oakmere, from: 2015, to: 2019}
    ---
    ## Log
    - 2026-06-12 call: his garden
    == People/Gus Old.md
    ---
    type: contact
    company: "[[Corvane Re]]"
    status: deceased
    ---
    ## Log
    - 2020-06-10 lunch: farewell
"""


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    out = cli(example, "targets").out
    golden = GOLDEN / "targets.txt"
    if update:
        golden.write_text(out)
    assert out == golden.read_text()


def test_the_board(cli: Cli, tmp_path: Path) -> None:
    out = cli(make_vault(tmp_path / "v", VAULT), "targets").out
    assert out == (
        "Tidemark Risk · expanding\n"
        "  29 May: two new partners, says Ada\n"
        "  there      Ada Ling, modeller · warm, coffee 2 weeks ago\n"
        "             Cy Jung · warm, call 2 weeks ago · the note says Tidemark: is it the same?\n"
        "  was there  Ben Okri, founder until 2024-03 · cold, email 12 months ago\n"
        "  to meet    Eve Ito · not in touch yet\n"
        "  one hop    Faye Ola, tied to Eve Ito by an introduction\n"
        "             Hal Roe, who worked with Eve Ito\n"
        "\n"
        "Fjordlys Kapital\n"
        "  there  Faye Ola · warm, lunch 5 days ago\n"
        "\n"
        "Nordlicht\n"
        "  nobody yet: ask those you meet whom they know there, or look for an evening where they speak\n"
        "\n"
        "Corvane Re\n"
        "  nobody yet: ask those you meet whom they know there, or look for an evening where they speak\n"
    )


def test_the_rows(cli: Cli, tmp_path: Path) -> None:
    rows = cli(make_vault(tmp_path / "v", VAULT), "targets", "--json").json()["targets"]
    assert [(row["name"], row["path"], row["state"]) for row in rows] == [
        ("Tidemark Risk", "Organizations/Tidemark Risk.md", "there"),
        ("Fjordlys Kapital", None, "there"),
        ("Nordlicht", None, "unknown"),
        ("Corvane Re", "Organizations/Corvane Re.md", "unknown"),
    ]
    tidemark = rows[0]
    assert tidemark["fact"] == {"date": "2026-05-29", "text": "two new partners, says Ada", "line": 8}
    assert [(one["name"], one["at"], one["match"]) for one in tidemark["now"]] == [
        ("Ada Ling", "TMR", "exact"),
        ("Cy Jung", "Tidemark", "similar"),
    ]
    assert tidemark["before"][0]["from"] == "2010"
    assert rows[1]["now"][0]["match"] == "normalised"


def test_all_names_who_knows_those_whom_i_know(cli: Cli, example: Path) -> None:
    short, long = cli(example, "targets").out, cli(example, "targets", "--all").out
    assert "who has met Lotte Brandsma" not in short
    assert "who has met Lotte Brandsma" in long


def test_no_targets(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== People/Ada.md\n---\ntype: contact\ncompany: Acme\n---\n")
    assert cli(vault, "targets").out.startswith("No targets yet: ")
    assert cli(vault, "targets", "--json").json()["targets"] == []


def test_a_name_cannot_obey_the_terminal(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", '== Goals.md\n---\ntype: goals\ntargets: ["Red \\e[31mCo"]\n---\n')
    assert "\x1b" not in cli(vault, "targets").out


def test_it_is_german_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + '\n    == vaultnet.toml\n    [vault]\n    language = "de"\n')
    out = cli(vault, "targets").out
    assert out.startswith("Tidemark Risk · wächst\n  29. Mai: two new partners, says Ada\n  dort ")
    assert "· in der Notiz steht Tidemark: ist es dieselbe?\n" in out
    assert "  war dort      Ben Okri, founder bis 2024-03 · " in out
    assert "  über Eck      Faye Ola, durch eine Vorstellung mit Eve Ito verbunden\n" in out
    assert "  noch niemand: frag, wen du triffst" in out
