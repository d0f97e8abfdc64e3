"""Giving (P4): who could help whom, and where I could, by the words that a need and what somebody can do share.

Aoife needs "a proofreader for letters in German", Ada offers "proofreading in German and Polish"
    ->  Fit(Aoife, Ada, ..., words=("proofreader", "German")): introduce them, if they do not know each other yet
Marijke needs "someone explaining figures to boards of volunteers", my goals note offers "explaining figures to boards"
    ->  Fit(Marijke, "" (me), ...): I could help

Each pair is proposed once, and never twice (`give_proposed.py`). Nobody is counted or ranked: the order is that of how
well the words fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, islice
from typing import NamedTuple

from vaultnet.model.giving import MINE, Giving, Need
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.give_proposed import origin_of_help, was_pair_proposed, was_proposed
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.phrase_index import Met, PhraseIndex, Vocabulary

_A_NEED = 10  # answers to one need: nobody goes through more
_ORDER_OF_SOURCES = {"offer": 0, "skill": 1, "strength": 2, "role": 3}


class Fit(NamedTuple):
    """`contact` needs what `other` (MINE for me) can do; `words` are those of the need that met, as written there;
    `source` says where `resource` stands: offer, skill, strength or role. `weight` only puts fits in order.
    """

    contact: str
    need: str
    other: str
    resource: str
    source: str
    words: tuple[str, ...]
    weight: float


def build_fits(giving: Giving, network: Network, settings: Settings, today: date) -> tuple[Fit, ...]:
    """Everything that fits and can be proposed today, the best first, each pair once: `other` MINE is what I could do,
    all else an introduction. Left out are those who are in no plan, and those I do not know myself.
    """
    if not giving.needs:
        return ()
    people = {
        standing.path: standing
        for standing in network.standings
        if standing.since is not None and not out_reason(standing, today)
    }
    best: dict[frozenset[str] | Need, Fit] = {}
    for fit in sorted(_fits(giving, network, people, settings), key=lambda fit: _rank(fit, people)):
        pair = frozenset((fit.contact, fit.other))
        best.setdefault(Need(fit.contact, fit.need) if fit.other == MINE else pair, fit)
    return tuple(best.values())


def best_for_each_need(fits: Iterable[Fit]) -> tuple[Fit, ...]:
    """Of several people who could meet one need the one whose words fit best."""
    best: dict[Need, Fit] = {}
    for fit in fits:
        best.setdefault(Need(fit.contact, fit.need), fit)
    return tuple(best.values())


def _fits(giving: Giving, network: Network, people: Mapping[str, Standing], settings: Settings) -> Iterator[Fit]:
    """Every need with what meets it and may be proposed, of one person once."""
    needs = [need for need in giving.needs if need.contact in people]
    known = (one for one in giving.resources if one.contact == MINE or one.contact in people)
    resources = sorted(known, key=lambda one: (one.contact and people[one.contact].uid, one))
    others = [*(need.text for need in needs), *(interest.text for interest in giving.interests)]
    texts = [one.text for one in resources]
    index = PhraseIndex(texts, others, Vocabulary(settings.vault.language, settings.giving.synonyms, [*texts, *others]))
    promised = frozenset(frozenset(pair) for promise in network.promises for pair in combinations(promise.contacts, 2))
    for need in needs:
        best: dict[str, Fit] = {}
        for met in index.find(need.text):
            one = resources[met.number]
            if one.contact not in best and (one.source != "role" or _says_enough(met)):
                best[one.contact] = Fit(*need, one.contact, one.text, one.source, met.words, met.weight)
        open_fits = (fit for fit in best.values() if _may_be_proposed(fit, people, giving, promised))
        yield from islice(open_fits, _A_NEED)


def _says_enough(met: Met) -> bool:
    """Whether a role meets a need: by one word of three, "Partner" is no answer to "a German conversation partner"."""
    return len(met.words) > 1 or met.of <= 2 * len(met.words)


def _know_each_other(people: Mapping[str, Standing], one: str, other: str, giving: Giving) -> bool:
    """True for oneself too, and for two of one organization."""
    is_colleague = not set(people[one].organizations).isdisjoint(people[other].organizations)
    return one == other or is_colleague or giving.circles.know_each_other(one, other)


def _may_be_proposed(
    fit: Fit, people: Mapping[str, Standing], giving: Giving, promised: frozenset[frozenset[str]]
) -> bool:
    """Not to whom they know, not twice, and not what a promise about both says already."""
    one = people[fit.contact]
    if fit.other == MINE:
        return not was_proposed(one, origin_of_help(fit.need), giving)
    if _know_each_other(people, fit.contact, fit.other, giving):
        return False
    pair = frozenset((fit.contact, fit.other))
    return pair not in promised and not was_pair_proposed(one, people[fit.other], giving)


def _rank(fit: Fit, people: Mapping[str, Standing]) -> tuple[object, ...]:
    uids = people[fit.contact].uid, people[fit.other].uid if fit.other else ""
    return -fit.weight, _ORDER_OF_SOURCES[fit.source], *uids, fit.contact, fit.other, fit.need, fit.resource
