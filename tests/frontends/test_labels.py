"""`vaultnet labels`: a PDF that can write every name, and nobody's who is private."""

import re
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.frontends.conftest import Cli
from tests.vaults import make_vault
from vaultnet.storage.label_pdf import _fonts


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [me]
        country = "NL"
        == People/Zoë Müller.md
        ---
        type: contact
        address: Rue de l'Été 5, 1000 Bruxelles
        country: BE
        tags: [card]
        ---
        == People/山本 太郎.md
        ---
        type: contact
        address: 丸の内1-1-1, 100-0005 Tokyo, Japan
        tags: [card]
        ---
        == People/Łukasz Żak.md
        ---
        type: contact
        address: ul. Długa 5, 00-238 Warszawa
        country: PL
        ---
        == People/Party 🚀.md
        ---
        type: contact
        address: Kade 1, Delft
        ---
        == People/Nowhere.md
        ---
        type: contact
        tags: [card]
        ---
        == People/Hidden.md
        ---
        type: contact
        private: true
        address: Secret 1, Delft
        ---
        == People/Gone.md
        ---
        type: contact
        status: deceased
        address: Old 1, Delft
        ---
        """,
    )


def test_the_labels_as_values(cli: Cli, vault: Path) -> None:
    made = cli(vault, "labels", "--stdout", "--json").json()
    assert [label["lines"] for label in made["labels"]] == [
        ["Łukasz Żak", "ul. Długa 5", "00-238 Warszawa", "POLAND"],
        ["Party 🚀", "Kade 1", "Delft"],
        ["Zoë Müller", "Rue de l'Été 5", "1000 Bruxelles", "BELGIUM"],
        ["山本 太郎", "丸の内1-1-1", "100-0005 Tokyo", "JAPAN"],
    ]
    assert made["missing"] == [{"contact": "People/Nowhere.md", "name": "Nowhere"}]
    assert made["private"] == 1
    assert made["file"] is None


def test_the_pdf_holds_every_letter_and_is_the_same_each_time(cli: Cli, vault: Path, tmp_path: Path) -> None:
    result = cli(vault, "labels", "--to", "cards.pdf")
    assert result.out == "Wrote 4 labels to cards.pdf\n"
    assert result.err == (
        "No font has these letters, so they were left out: 🚀\nNo address: Nowhere\nLeft out as private: 1 contact\n"
    )
    data = (tmp_path / "cards.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/FontFile") == 2, "both fonts are in the file"
    assert len(data) < 100_000, "and only the letters that are used"
    cli(vault, "labels", "--to", "cards.pdf")
    assert (tmp_path / "cards.pdf").read_bytes() == data


def test_each_letter_has_a_shape_in_one_of_the_fonts() -> None:
    known = {sign for path in _fonts().values() for sign in TTFont(path, fontNumber=0).getBestCmap()}
    assert {ord(sign) for sign in "Zoë山本Łukaszğşžőßćø"} <= known


def test_a_full_sheet_goes_over_to_the_next_page(cli: Cli, vault: Path, tmp_path: Path) -> None:
    cli(vault, "labels", "--skip", "29", "--sheet", "5160", "--to", "a.pdf")
    pages = re.findall(rb"/Type /Page\b(?!s)", (tmp_path / "a.pdf").read_bytes())
    assert len(pages) == 2


def test_another_file_is_left_alone(cli: Cli, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.pdf").write_bytes(b"%PDF-1.7 my own")
    result = cli(vault, "labels", "--to", "thesis.pdf")
    assert (result.code, (tmp_path / "thesis.pdf").read_bytes()) == (2, b"%PDF-1.7 my own")
    assert "is there already, and holds no labels" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sheet", "a5"), '"a5" is no sheet of labels: there are l7160, 5160'),
        (("shoe:41",), "shoe"),
    ],
)
def test_what_cannot_be_meant(words: tuple[str, ...], said: str, cli: Cli, vault: Path) -> None:
    result = cli(vault, "labels", *words)
    assert result.code == 2
    assert said in result.err


def test_without_addresses_nothing_is_written(cli: Cli, vault: Path, tmp_path: Path) -> None:
    assert cli(vault, "labels", "--who", "nowhere").out == "Nobody of them has an address; nothing was written.\n"
    assert not (tmp_path / "labels.pdf").exists()


def test_the_extra_is_named_where_it_is_missing(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    result = cli(vault, "labels")
    assert result.code == 2
    assert "pip install 'vaultnet[labels]'" in result.err
