"""Who knows whom: the ways to somebody, the warmest first."""

from dataclasses import replace

from tests.practice.histories import ADA, network_of, touches_of
from tests.practice.people import day, someone
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.tie import Tie
from vaultnet.practice.acquaintance import Acquaintance, mutual_acquaintances


def with_ties(*ties: Tie, **logs: str) -> Network:
    """Ada, and others each with one line in their log, and what is said of who knows Ada."""
    touches = {
        f"People/{name.title()}.md": touches_of([line], f"People/{name.title()}.md") for name, line in logs.items()
    }
    others = [_other(name.title(), line) for name, line in logs.items()]
    network = network_of()
    return replace(
        network, standings=(*network.standings, *others), touches={**network.touches, **touches}, ties={ADA: ties}
    )


def _other(name: str, line: str) -> Standing:
    standing = someone(name, paused="paused" in line)
    return standing._replace(last=day(line[:10])) if line else standing


def names(network: Network) -> list[Acquaintance]:
    return list(mutual_acquaintances(ADA, network, Settings(), day("2026-06-15")))


def test_the_warmest_comes_first() -> None:
    ties = (Tie("People/Ben.md", "knows", None), Tie("People/Cy.md", "met", day("2025-01-01")))
    network = with_ties(*ties, ben="2025-06-01 email to: hello", cy="2026-06-01 coffee: a talk")
    assert names(network) == [Acquaintance("People/Cy.md", "met"), Acquaintance("People/Ben.md", "knows")]


def test_who_is_no_way() -> None:
    """Strangers, the paused, people without a note, and the contact alone."""
    others = ("People/Ben.md", "People/Gone.md", "Dan Nobody", ADA)
    network = with_ties(*(Tie(other, "knows", None) for other in others), ben="", gone="2026-06-01 email: paused")
    assert names(network) == []


def test_equal_warmth_is_ordered_by_uid() -> None:
    ties = (Tie("People/Cy.md", "knows", None), Tie("People/Ben.md", "knows", None))
    network = with_ties(*ties, cy="2026-06-01 call: a", ben="2026-06-01 call: b")
    assert [found.path for found in names(network)] == ["People/Ben.md", "People/Cy.md"]


def test_nobody_knows_them() -> None:
    assert names(with_ties()) == []
