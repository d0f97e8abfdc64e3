"""The example vault has twelve pairs who could help each other, and twelve who only seem to."""

from pathlib import Path

import pytest

from tests.practice.giving_tables import DECOYS, PLANTED
from tests.vaults import make_example, open_vault
from vaultnet.app.give import list_giving


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("giving") / "example")


def introduced(example: Path, *, everything: bool) -> set[frozenset[str]]:
    with open_vault(example) as workspace:
        rows = list_giving(workspace, everything=everything)["introduce"]
    return {frozenset((row["name"], row["with"]["name"])) for row in rows}


def test_exactly_the_planted_pairs_are_proposed(example: Path) -> None:
    assert introduced(example, everything=False) == {frozenset(pair) for pair in PLANTED}


def test_no_decoy_is_proposed_even_among_all_that_fits(example: Path) -> None:
    found = introduced(example, everything=True)
    assert [decoy for decoy in DECOYS if frozenset(decoy[:2]) in found] == []


def test_each_planted_proposal_is_about_the_need_of_the_first(example: Path) -> None:
    with open_vault(example) as workspace:
        rows = list_giving(workspace)["introduce"]
    assert {(row["name"], row["with"]["name"]) for row in rows} == set(PLANTED)
    assert all(row["words"] and row["need"] and row["resource"] for row in rows)
