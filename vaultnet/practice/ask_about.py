"""Whom to ask somebody about (P10, P11): names and houses on my lists to which they may know the way.

wish list: Annelies Vroom, whom Ravi knows             ->  AskAbout("wish", "annelies vroom", "Annelies Vroom")
targets: Tidemark Risk, where Lotte works              ->  AskAbout("inside", "", "Tidemark Risk")
targets: Harbour Re, where I know nobody               ->  AskAbout("unknown", "", "Harbour Re"), of anybody I know

For advice and names only; what is asked for stands in the meeting's outcome.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vaultnet.model.goals_note import Named
from vaultnet.model.network import Network
from vaultnet.practice.acquaintance import KNOWING
from vaultnet.practice.targets import UNKNOWN, Target
from vaultnet.text.resolve import key_of

_MOST = 6


class AskAbout(NamedTuple):
    """`what`: wish (somebody I want to meet, whom they know), to_meet (somebody at a target whom they know), inside
    (they work at a target), was_inside (they did), part (their house belongs to it), unknown (a target where I know
    nobody). `person` is a path, "" for none; `name` that of the person or organization, `organization` the target's.
    """

    what: str
    person: str
    name: str
    organization: str = ""


def ask_about(
    person: str, targets: Sequence[Target], wishes: Iterable[Named], network: Network
) -> tuple[AskAbout, ...]:
    """What to ask one contact: those they know first, then the houses they know from within, then the unknown ones."""
    found = (*_wishes(person, wishes, network), *_at_targets(person, targets, network), *_unknown(person, targets))
    names: dict[str, AskAbout] = {}
    for one in found:
        names.setdefault(one.person or one.name, one)
    return tuple(names.values())[:_MOST]


def _wishes(person: str, wishes: Iterable[Named], network: Network) -> Iterator[AskAbout]:
    standings = network.standing_by_path
    for wish in wishes:
        known = standings.get(wish.path)
        if wish.path == person or (known and (known.is_gone or known.last)):
            continue
        ties = network.ties.get(wish.path or key_of(wish.name), ())
        if any(tie.other == person and tie.how in KNOWING for tie in ties):
            yield AskAbout("wish", wish.path, wish.name)


def _at_targets(person: str, targets: Iterable[Target], network: Network) -> Iterator[AskAbout]:
    names = network.name_by_path
    for target in targets:
        house = target.card.name
        if any(insider.path == person for insider in (*target.now, *target.to_meet)):
            for insider in target.to_meet:
                if insider.path != person:
                    yield AskAbout("to_meet", insider.path, names[insider.path], house)
            yield AskAbout("inside", "", house, house)
        elif any(insider.path == person for insider in target.before):
            yield AskAbout("was_inside", "", house, house)
        else:
            yield from _through(person, target, network)


def _through(person: str, target: Target, network: Network) -> Iterator[AskAbout]:
    names = network.name_by_path
    to_meet = {insider.path for insider in target.to_meet}
    for hop in target.one_hop:
        if hop.path == person and hop.how == "part":
            yield AskAbout("part", "", target.card.name, target.card.name)
        elif hop.path == person and hop.to in to_meet:
            yield AskAbout("to_meet", hop.to, names[hop.to], target.card.name)


def _unknown(person: str, targets: Iterable[Target]) -> Iterator[AskAbout]:
    """Of a stranger nothing of the kind is asked: `person` is "" then."""
    if person:
        for target in targets:
            if target.state == UNKNOWN:
                yield AskAbout("unknown", "", target.card.name, target.card.name)
