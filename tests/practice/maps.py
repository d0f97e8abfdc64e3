"""Maps of any size, the same for one seed: people in circles, some of whom know somebody of another."""

from random import Random

from vaultnet.practice.network_map import MapEdge, MapOrganization, MapPerson, NetworkMap

_FIRST = [
    "Ada",
    "Ben",
    "Zoë",
    "Łukasz",
    "Mei-Ling",
    "Siobhán",
    "Jean-Baptiste",
    "Håkon",
    "Zsuzsanna",
    "Oleksandr",
    "Wilhelmina",
    "山本",
    "王",
    "김",
    "Νίκος",
    "Дмитрий",
]
_LAST = [
    "Ling",
    "Okri",
    "Featherstonehaugh",
    "Wójcik",
    "van_der_Berg_tot_Horst",
    "太郎",
    "小龍",
    "민준",
    "Παπαδόπουλος",
    "Достоевский",
    "Moreno",
    "MWMWMW",
    "Li",
]
_PLACES = ["Harbour", "Mill", "Lantern", "Quay", "Meadow", "Granite", "Willow", "Copper", "Saffron", "Tidal"]


def make_map(count: int, seed: int = 1) -> NetworkMap:
    """`count` people in circles of four to forty; one in twelve is tied to nobody."""
    chance = Random(seed)
    people = {}
    for number in range(count):
        name = f"{chance.choice(_FIRST)} {chance.choice(_LAST).replace('_', ' ')}"
        key = f"People/{number:05} {name}.md"
        people[key] = MapPerson(key, name, key, key)
    keys = list(people)
    chance.shuffle(keys)
    organizations: dict[str, MapOrganization] = {}
    edges: list[MapEdge] = []
    tied = keys[: count - count // 12]
    while tied:
        size = chance.randint(4, 40)
        circle, tied = tied[:size], tied[size:]
        edges += _circle(circle, keys, organizations, chance)
    pairs = {(min(edge[:2]), max(edge[:2])): edge for edge in edges if edge.start != edge.end}
    return NetworkMap(
        dict(sorted(people.items())), dict(sorted(organizations.items())), tuple(pairs[pair] for pair in sorted(pairs))
    )


def _circle(
    circle: list[str], everybody: list[str], organizations: dict[str, MapOrganization], chance: Random
) -> list[MapEdge]:
    edges = []
    for number in range(1 + len(circle) // 12):
        name = f"{chance.choice(_PLACES)} {chance.choice(_PLACES)} {len(organizations)}"
        path = f"Organizations/{name}.md"
        organizations[path] = MapOrganization(path, name, path, chance.random() < 0.1)
        staff = circle[number * 12 : number * 12 + chance.randint(1, 8)]
        edges += [MapEdge(key, path, "works", 0.5) for key in staff]
    for at, key in enumerate(circle):
        for _ in range(chance.randint(1, 3)):
            how = chance.choice(("knows", "met", "introduced", "event"))
            edges.append(MapEdge(circle[chance.randrange(at)] if at else circle[-1], key, how, 0.7))
        if chance.random() < 0.08:
            edges.append(MapEdge(key, chance.choice(everybody), chance.choice(("knows", "asked")), 0.5))
    return edges
