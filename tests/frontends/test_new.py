"""`vaultnet new` of somebody I met: where, and when."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

EVENINGS = """
    == Events/2026-06-12 Delta Evening.md
    ---
    type: event
    date: 2026-06-12
    ---
    == Events/2026-06-25 Garden Lunch.md
    ---
    type: event
    date: 2026-06-25
    ---
    == A/Reading.md
    ---
    type: event
    ---
    == B/Reading.md
    ---
    type: event
    ---
"""


@pytest.mark.parametrize(
    ("flags", "met", "met_at"),
    [
        (["--met-at", "2026-06-12 Delta Evening"], "2026-06-12", "[[2026-06-12 Delta Evening]]"),
        (["--met-at", "[[2026-06-12 Delta Evening]]"], "2026-06-12", "[[2026-06-12 Delta Evening]]"),
        (["--met-at", "2026-06-12 delta evening", "--met", "2026-06-10"], "2026-06-10", "[[2026-06-12 Delta Evening]]"),
        (["--met-at", "Events/2026-06-25 Garden Lunch.md"], None, "[[2026-06-25 Garden Lunch]]"),  # it is still to come
        (["--met-at", 'the "slow" train: Ghent', "--met", "yesterday"], "2026-06-14", "the 'slow' train: Ghent"),
        (["--met-at", "C:\\delta"], None, "C:/delta"),
    ],
)
def test_where_and_when(cli: Cli, tmp_path: Path, flags: list[str], met: str | None, met_at: str) -> None:
    root = make_vault(tmp_path / "vault", EVENINGS)
    made = cli(root, "new", "contact", "Jo Arden", *flags, "--json")
    assert made.code == 0, made.err
    text = (root / made.json()["path"]).read_text()
    assert f'met-at: "{met_at}"\n' in text
    assert (f"met: {met}\n" in text) if met else ("met:" not in text)
    assert cli(root, "check").code == 0


def test_what_it_refuses(cli: Cli, tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", EVENINGS)
    refused = cli(root, "new", "group", "Readers", "--met-at", "the train")
    assert (refused.code, "for a contact" in refused.err) == (2, True)
    several = cli(root, "new", "contact", "Jo", "--met-at", "Reading")
    assert several.code != 0
    assert "A/Reading.md" in several.err
    assert not list(root.rglob("Jo*"))
