"""A real CardDAV server takes every card of ours, in both versions, and gives back the same people."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.card_people import people
from tests.frontends.carddav_server import CardServer, card_server
from tests.frontends.conftest import Cli
from vaultnet.edits.example import EXAMPLE_DAY
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard import file

_numbers = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CardServer]:
    with card_server(tmp_path_factory.mktemp("radicale")) as opened:
        yield opened


def names(cards: bytes) -> list[str]:
    return sorted(draft.name for draft in file.parse((SourceFile("x", cards),), ImportContext(EXAMPLE_DAY)).drafts)


@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_it_takes_everybody_of_the_example_vault(cli: Cli, example: Path, server: CardServer, version: str) -> None:
    cards = cli(example, "export", "vcard", "--vcard-version", version, "--notes", "--all").out
    assert cards.count("BEGIN:VCARD") > 50
    assert server.put_book(version, cards) == 201
    assert names(server.get(f"{version}/")) == names(cards.encode())


def test_it_takes_a_card_of_a_folder_under_its_name(
    cli: Cli, example: Path, tmp_path: Path, server: CardServer
) -> None:
    cli(example, "export", "vcf-dir", "name:roswitha", "--to", str(tmp_path / "cards"))
    (card,) = (tmp_path / "cards").iterdir()
    assert server.put_book("one", "") == 201
    assert server.put_card(f"one/{card.name}", card.read_text(encoding="utf-8")) == 201
    assert names(server.get(f"one/{card.name}")) == ["Roswitha Kellner"]


@given(st.lists(people, min_size=1, max_size=8, unique_by=lambda person: person.uid), st.sampled_from(["4.0", "3.0"]))
@settings(max_examples=5, deadline=None)
def test_it_takes_anybody_and_gives_them_back(server: CardServer, drafts: list[Draft], version: str) -> None:
    name = f"book{next(_numbers)}"
    everybody = tuple(Exported("x.md", draft) for draft in drafts)
    cards = file.render(everybody, ExportContext(EXAMPLE_DAY, version=version))
    assert server.put_book(name, cards) == 201, cards
    read = file.parse((SourceFile(name, server.get(f"{name}/")),), ImportContext(EXAMPLE_DAY)).drafts
    assert sorted((one.uid, one.name, one.birthday) for one in read) == sorted(
        (one.uid, one.name, one.birthday) for one in drafts
    )
