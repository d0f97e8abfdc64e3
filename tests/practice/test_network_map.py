"""The map: who is on it, what ties them, and what is left out of it."""

from datetime import date
from pathlib import Path

import pytest

from tests.practice.maps import make_map
from tests.vaults import make_vault, open_vault
from vaultnet.app.network_map import read_network
from vaultnet.pages.map_words import MapWords
from vaultnet.practice.map_bridges import Bridge, SinglePoint, find_bridges, find_single_points
from vaultnet.practice.map_clusters import alone, connectedness, find_clusters
from vaultnet.practice.map_part import around, the_best_connected, without_tangle
from vaultnet.practice.network_map import MapEdge, MapOrganization, MapPerson, NetworkMap

VAULT = """
    == People/Ada.md
    ---
    type: contact
    company: Tidemark B.V.
    ---
    - [[Ben]] knows her
    == People/Ben.md
    ---
    type: contact
    company: "[[Tidemark]]"
    positions:
      - {company: Tidemark, to: 2019}
      - {company: Nowhere, from: 2020}
    ---
    == People/Cy.md
    ---
    type: contact
    positions:
      - {company: Tidemark, to: 2019}
      - {company: "[[Quay]]", to: 2020}
    introduced-by: "[[Ben]]"
    knows: "[[Ben]]"
    ---
    == People/Dov.md
    ---
    type: contact
    status: archived
    knows: "[[Ada]]"
    ---
    == People/Eve.md
    ---
    type: contact
    private: true
    company: "[[Tidemark]]"
    positions:
      - {company: "[[Quay]]", to: 2020}
    ---
    == Organizations/Tidemark.md
    ---
    type: organization
    ---
    == Organizations/Quay.md
    ---
    type: organization
    ---
    == Introductions/a.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: ["[[Cy]]", Nina Park]
    status: made
    ---
    == Introductions/b.md
    ---
    type: introduction
    to: Olaf Moe
    via: "[[Cy]]"
    status: wanted
    ---
    == Introductions/c.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: "[[Eve]]"
    status: agreed
    ---
    == Introductions/d.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: Percy Lost
    status: declined
    ---
    == Introductions/e.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: "[[Ada]]"
    status: made
    ---
    == Meetings/2026-05-04 table.md
    ---
    type: meeting
    date: 2026-05-04
    with: ["[[Ada]]", "[[Ben]]", "[[Eve]]", "[[Dov]]"]
    ---
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> NetworkMap:
    with open_vault(make_vault(tmp_path_factory.mktemp("v") / "v", VAULT)) as workspace:
        return read_network(workspace, MapWords()).reading.whole


def test_who_is_on_it(whole: NetworkMap) -> None:
    assert [one.name for one in whole.people.values()] == ["Ada", "Ben", "Cy", "Nina Park", "Olaf Moe"]
    assert [one.name for one in whole.organizations.values()] == ["Tidemark"], "nobody is at Quay now, one at Nowhere"
    assert whole.otherwise == {"Organizations/Tidemark.md"}


def test_what_ties_them(whole: NetworkMap) -> None:
    ties = {(whole.name_of(edge.start), whole.name_of(edge.end), edge.how) for edge in whole.edges}
    assert ties == {
        ("Ada", "Ben", "met"),
        ("Ada", "Cy", "introduced"),
        ("Ada", "Nina Park", "introduced"),
        ("Ben", "Cy", "introduced"),
        ("Cy", "Olaf Moe", "asked"),
        ("Ada", "Tidemark", "works"),
        ("Ben", "Tidemark", "works"),
        ("Cy", "Tidemark", "worked"),
    }


def people(*names: str) -> dict[str, MapPerson]:
    return {name: MapPerson(name, name, f"{name}.md", name) for name in names}


def ties(*pairs: str, how: str = "knows") -> tuple[MapEdge, ...]:
    return tuple(MapEdge(pair[0], pair[1], how, 0.8) for pair in pairs)


def places(*names: str) -> dict[str, MapOrganization]:
    return {name: MapOrganization(name, name, f"{name}.md", is_target=name == "T") for name in names}


# Two circles of four, joined by d and e; f joins loosely; x is alone.
TWO = NetworkMap(
    people(*"abcdefghx"),
    {},
    (*ties("ab", "ac", "bc", "ad", "bd", "cd", "de", "ef", "eg", "fg", "eh", "fh", "gh"), *ties("af", how="event")),
)


def test_clusters_and_who_is_in_none() -> None:
    clusters = find_clusters(TWO)
    assert [set(cluster.people) for cluster in clusters] == [set("abcd"), set("efgh")]
    assert [cluster.lead for cluster in clusters] == ["a", "e"] or clusters[0].lead == "d"
    assert alone(TWO, clusters) == ("x",)
    assert find_clusters(NetworkMap(people("a", "b"), {}, ())) == ()


def test_a_cluster_goes_by_where_half_of_it_works() -> None:
    whole = NetworkMap(
        people(*"abc"), places("T", "Z"), (*ties("ab", "bc", "ac"), *ties("aT", "bT", "aZ", how="works"))
    )
    (cluster,) = find_clusters(whole)
    assert cluster.at == "T"
    assert cluster.keys[:2] == ("T", "Z")
    one = NetworkMap(people(*"ab"), places("T"), (*ties("ab"), *ties("aT", how="works")))
    assert find_clusters(one)[0].at == "", "one of two is not a house of its own"


def test_bridges_join_and_loose_ties_do_not() -> None:
    clusters = find_clusters(TWO)
    assert find_bridges(TWO, clusters) in ((Bridge("d", (0, 1), (1,)),), (Bridge("e", (1, 0), (0,)),))
    second = NetworkMap(TWO.people, {}, (*TWO.edges, *ties("cg")))
    assert find_bridges(second, find_clusters(second))[0].only == ()
    strangers = {key: one._replace(path="") for key, one in TWO.people.items()}
    assert find_bridges(NetworkMap(strangers, {}, TWO.edges), clusters) == (), "those without a note are yet to be met"
    assert find_bridges(NetworkMap(people(*"ab"), {}, ties("ab")), find_clusters(TWO)) == ()


def test_single_points_targets_first() -> None:
    edges = ties("aS", "bT", "aU", "bU", "bV", how="works")
    whole = NetworkMap(people("a", "b"), places(*"STUV"), edges, frozenset("V"))
    assert find_single_points(whole) == (SinglePoint("T", "b"), SinglePoint("S", "a"))
    unwritten = {"S": MapOrganization("S", "S", "", is_target=False)}
    assert find_single_points(NetworkMap(people("a"), unwritten, ties("aS", how="works"))) == ()


def test_around_is_two_ties_away() -> None:
    chain = NetworkMap(people(*"abcde"), {}, (*ties("ab", "bc", "cd"), *ties("ae", how="group")))
    assert set(around(chain, "a").people) == set("abc")
    assert [edge[:2] for edge in around(chain, "a").edges] == [("a", "b"), ("b", "c")]


def test_the_best_connected_and_where_they_work() -> None:
    whole = NetworkMap(
        people(*"abcde"),
        {**places("S"), "n": MapOrganization("n", "n", "", is_target=False)},
        (*ties("ab", "ac", "ad"), *ties("aS", "bn", "en", how="works")),
    )
    assert the_best_connected(whole, 9) is whole
    some = the_best_connected(whole, 2, ("e", "n", "nobody"))
    assert set(some.people) == {"e", "a"}
    assert set(some.organizations) == {"S", "n"}
    assert set(the_best_connected(whole, 2).organizations) == {"S"}, "one of those at `n` is not enough"
    assert connectedness(whole)["a"] == max(connectedness(whole).values())


def test_a_tangle_is_combed() -> None:
    """Everybody knows everybody: each keeps the strongest few; an evening is drawn where nothing else holds somebody."""
    names = "abcdefghijkl"
    every = [MapEdge(one, other, "met", 0.5) for one in names for other in names if one < other]
    whole = NetworkMap(
        people(*names, "y", "z"), {}, (*every, *ties("ay", "az", "bz", how="event"), *ties("ab", how="asked"))
    )
    shown = without_tangle(whole)
    assert len(shown.edges) < len(every)
    assert {edge.end for edge in shown.edges if edge.how == "event"} == {"y", "z"}
    assert len([edge for edge in shown.edges if edge.how == "event"]) == 2
    assert [edge.how for edge in shown.edges].count("asked") == 1


@pytest.mark.parametrize("count", [60, 500])
def test_one_map_has_one_answer(count: int) -> None:
    whole = make_map(count)
    clusters = find_clusters(whole)
    assert find_clusters(whole) == clusters
    assert find_bridges(whole, clusters) == find_bridges(whole, clusters)
    placed = [key for cluster in clusters for key in cluster.people]
    assert sorted((*placed, *alone(whole, clusters))) == sorted(whole.people), "everybody stands in one place"


def test_a_meeting_to_come_ties_nobody(tmp_path: Path) -> None:
    """Who is on the map of a day does not know of the next."""
    vault = make_vault(tmp_path / "v", VAULT)
    with open_vault(vault, "2026-05-01") as workspace:
        edges = read_network(workspace, MapWords()).reading.whole.edges
        assert workspace.today == date(2026, 5, 1)
    assert "met" not in {edge.how for edge in edges}
