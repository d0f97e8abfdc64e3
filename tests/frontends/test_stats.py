"""`vaultnet stats` and `--plot`: the practice in figures, as a person asks for it."""

from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == People/Ada.md
    ---
    type: contact
    tier: close
    ---
    ## Log
    - 2026-06-01 coffee: she moves to Paris #received
    - 2026-05-20 email to: asked for the map #asked
    == People/Zoë "Z" Okri.md
    ---
    type: contact
    private: true
    met: 2026-05-05
    ---
    - 2026-01-10 call: hello
    == People/Cy.md
    ---
    type: contact
    ---
    == People/Broken.md
    ---
    type: contact
    met: [2026
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "v", VAULT)


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    result = cli(example, "stats")
    golden = GOLDEN / "stats.txt"
    if update:
        golden.write_text(result.out)
    assert result.out == golden.read_text()
    assert max(map(len, result.out.split("\n"))) <= 80


def test_a_small_vault(cli: Cli, vault: Path) -> None:
    found = cli(vault, "stats", "--since", "2026-05-04", "--json").json()
    assert (found["first"], found["until"], found["touches"], found["undated"]) == ("2026-05-04", "2026-06-15", 2, 1)
    assert [
        (month["first"], month["asked"], month["received"], month["new"], month["known"]) for month in found["months"]
    ] == [
        ("2026-05-04", 1, 0, 2, 3),
        ("2026-06-01", 0, 1, 0, 3),
    ]
    assert found["replies"] == [{"kind": "email", "sent": 1, "answered": 1, "waiting": 0}]
    assert found["tiers"] == [
        {"name": "close", "contacts": 1, "heard_from": 1.0},
        {"name": "", "contacts": 2, "heard_from": 0.5},
    ]


def test_nothing_is_counted_before_the_first_touch(cli: Cli, vault: Path) -> None:
    assert cli(vault, "stats", "--since", "1900-01-01", "--json").json()["first"] == "2026-01-10"


def test_a_year(cli: Cli, vault: Path) -> None:
    found = cli(vault, "stats", "--year", "2025", "--json").json()
    assert (found["first"], found["until"], found["touches"]) == ("2025-01-01", "2025-12-31", 0)
    assert cli(vault, "stats", "--year", "2026", "--json").json()["until"] == "2026-06-15"


def test_a_long_time_is_told_by_months_and_then_by_years(cli: Cli, tmp_path: Path) -> None:
    log = "".join(f"- {year}-03-01 coffee: hello\n" for year in range(2016, 2027))
    vault = make_vault(tmp_path / "v", f"== Ada.md\n---\ntype: contact\n---\n## Log\n{log}")
    assert "\nRhythm: touches a month\n" in cli(vault, "stats", "--since", "2024-01-01").out
    out = cli(vault, "stats", "--since", "2016-01-01").out
    assert "\nRhythm: touches a year\n  in person   ███████████  11\n" in out
    assert max(map(len, out.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--since", "2026-01-01", "--year", "2025"), "two stretches"),
        (("--since", "2026-06-16"), "--since 2026-06-16 has not come"),
        (("--year", "2027"), "--year 2027 has not begun"),
        (("--year", "0"), "--year 0 has not begun"),
        (("--since", "whenever"), '"whenever" is no date'),
        (("--plot", "picture.png"), "must end in .svg"),
        (("--plot", "nowhere/picture.svg"), "cannot be written"),
    ],
)
def test_what_cannot_be_meant(
    cli: Cli, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli(vault, "stats", *words)
    assert result.code in {2, 7}
    assert told in result.err
    assert result.out == ""


def test_an_empty_vault(cli: Cli, tmp_path: Path) -> None:
    result = cli(make_vault(tmp_path / "v", ""), "stats")
    assert (result.code, result.out) == (0, "From 23 June 2025 to 15 June 2026: in touch 0 times\n")
    assert cli(tmp_path / "v", "stats", "--json").json()["pattern"]["state"] == "none"
    assert cli(tmp_path / "v", "stats", "--since", "2020-01-01").code == 0
    assert cli(tmp_path / "v", "stats", "--plot", str(tmp_path / "empty.svg")).code == 0
    ET.parse(tmp_path / "empty.svg")


def test_bursts_and_silences(cli: Cli, tmp_path: Path) -> None:
    log = "".join(f"- 2026-02-0{day} email to: hello\n" * 3 for day in range(2, 6))
    vault = make_vault(tmp_path / "v", f"== Ada.md\n---\ntype: contact\n---\n## Log\n{log}")
    out = cli(vault, "stats", "--since", "2026-02-02").out
    assert "  A quiet stretch of 19 weeks: 9 February to 15 June\n  Full weeks: those from 2 February\n" in out
    assert "carry further than a rush" in out
    log = "".join(f"- {year}-{month:02}-01 email to: hello\n" * 7 for year in (2024, 2025) for month in (1, 3, 5, 7))
    many = make_vault(tmp_path / "m", f"== Ada.md\n---\ntype: contact\n---\n## Log\n{log}")
    out = cli(many, "stats", "--since", "2024-01-01").out
    assert "  Quiet stretches before these: 4\n  A quiet stretch of 7 weeks: " in out
    assert "  Full weeks: those from 1 January 2024, 26 February 2024 and 6 more\n" in out
    assert max(map(len, out.split("\n"))) <= 80
    quiet = make_vault(tmp_path / "q", "== Ada.md\n---\ntype: contact\n---\n## Log\n- 2026-02-02 call: hello\n")
    out = cli(quiet, "stats").out
    assert "in touch once\n" in out
    assert "keeps the doors open" in out


def test_a_picture(cli: Cli, vault: Path, tmp_path: Path) -> None:
    """Nobody is in it, least of all who is private; and drawn anew it has the same bytes."""
    file = tmp_path / "a picture.svg"
    before = snapshot(vault)
    result = cli(vault, "stats", "--plot", str(file))
    assert (result.code, result.err) == (0, f"Drew {file}\n")
    first = file.read_bytes()
    ET.fromstring(first)
    assert not any(name in first.decode() for name in ("Ada", "Zoë", "Okri"))
    assert cli(vault, "-q", "stats", "--plot", str(file)).err == ""
    assert file.read_bytes() == first
    assert snapshot(vault) == before


def test_a_picture_takes_nothing_elses_place(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.svg"
    file.write_text("my notes")
    result = cli(vault, "coverage", "--plot", str(file))
    assert (result.code, file.read_text()) == (2, "my notes")
    assert "it stays" in result.err


def test_coverage_as_a_picture(cli: Cli, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "coverage.svg"
    assert cli(example, "coverage", "--plot", str(file), "--json").json()["contacts"] > 0
    words = [text.text for text in ET.parse(file).iter("{http://www.w3.org/2000/svg}text")]
    assert words[:3] == ["How much of the network hears from me", "Heard from in the last half-year", "inner"]
    assert "June 2026" in words


def test_plain_characters_where_there_are_no_others(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    latin = SimpleNamespace(stdout=SimpleNamespace(encoding="latin-1"))
    monkeypatch.setattr("vaultnet.frontends.cli.bars.sys", latin)
    out = cli(vault, "stats").out
    assert "##############################  1\n" in out
    assert not set(out) & set("▁▂▃▄▅▆▇█▏▎▍▌▋▊▉·")


def test_it_is_german_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + '    == vaultnet.toml\n    [vault]\n    language = "de"\n')
    out = cli(vault, "stats", "--since", "2026-01-01").out
    for words in (
        "Vom 10. Januar 2026 bis zum 15. Juni 2026: 3-mal in Kontakt\n",
        "Rhythmus: Kontakte je Woche",
        "In Kontakt im letzten halben Jahr",
        "100 % von 1 Person\n",
        "1 von 1 beantwortet",
        "Ohne Tag des Kennenlernens und ohne Kontakt: 1 Person, von Anfang an",
    ):
        assert words in out
