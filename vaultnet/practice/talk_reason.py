"""Why to talk to somebody whom I know and who will be there (P4, P17): the best reasons, in words for a template.

Wouter still owes me an answer           ->  TalkReason("asked", "the dike inspection grades")
Lotte works at Tidemark Risk, a target   ->  TalkReason("target", "Tidemark Risk")
Emeka needs a speaker, Ravi offers talks ->  TalkReason("introduce", "a speaker", "People/Ravi.md")

Whoever is in no plan (`cadence: never`, paused) may come like anybody: then only what is open between us is a reason.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from vaultnet.model.giving import MINE
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Network
from vaultnet.model.profile import NO_PROFILE
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.acquaintance import KNOWING
from vaultnet.practice.follow_up import FollowUp
from vaultnet.practice.giving import Fit
from vaultnet.practice.goal_matches import GoalMatch
from vaultnet.practice.keep_in_touch import due_of, out_reason
from vaultnet.practice.replies import OwedReply
from vaultnet.practice.thanks import ThanksDue

_MOST = 2  # reasons: more are no line to keep in mind in a crowded room
_GOALS = ("target", "past_target", "role", "industry")  # that they live where I should like to is no reason


class TalkReason(NamedTuple):
    """`what`: wish, reply, thanks, promised, waiting, asked, door (they know `person`), target, past_target, role,
    industry, help (what they need, and I can do), introduce (to `person`, who meets the need in `words`), raise, due,
    interest.
    """

    what: str
    words: str = ""
    person: str = ""


class TalkNeeds(NamedTuple):
    """What the reasons are worked out from. `there` are the paths of all contacts who come, `wishes` whom I wish to
    meet; `matches` which goals somebody touches, by path.
    """

    network: Network
    settings: Settings
    today: date
    there: Collection[str]
    wishes: Sequence[Party]
    matches: Mapping[str, Sequence[GoalMatch]]
    fits: Sequence[Fit]
    asks: Sequence[FollowUp]
    replies: Sequence[OwedReply]
    thanks: Sequence[ThanksDue]


def reasons_to_talk(standing: Standing, needs: TalkNeeds) -> tuple[TalkReason, ...]:
    """The best reasons, what is open between us first; () where nothing but the pleasure calls for it."""
    return tuple(islice(dict.fromkeys(_reasons(standing, needs)), _MOST))


def _reasons(standing: Standing, needs: TalkNeeds) -> Iterator[TalkReason]:
    yield from _open_between_us(standing, needs)
    if out_reason(standing, needs.today) not in {"", "snoozed"}:
        return
    if any(wish.person == standing.path for wish in needs.wishes):
        yield TalkReason("wish")
    yield from _doors(standing, needs)
    matches = needs.matches.get(standing.path, ())
    yield from (TalkReason(match.what, match.words) for match in matches if match.what in _GOALS[:1])
    yield from _giving(standing, needs)
    for topic in needs.network.raise_next.get(standing.path, ())[:1]:
        yield TalkReason("raise", topic)
    yield from (TalkReason(match.what, match.words) for match in matches if match.what in _GOALS[1:])
    if standing.since and due_of(standing, needs.today).state in {"due", "late"}:
        yield TalkReason("due")
    for interest in needs.network.profiles.get(standing.path, NO_PROFILE).interests[:1]:
        yield TalkReason("interest", interest)


def _open_between_us(standing: Standing, needs: TalkNeeds) -> Iterator[TalkReason]:
    """What either waits for; a word in passing settles much of it."""
    who, network = standing.path, needs.network
    yield from (TalkReason("reply", reply.touch.text) for reply in needs.replies if reply.contact == who)
    yield from (TalkReason("thanks", due.favour.about) for due in needs.thanks if due.contact == who)
    for promise in network.promises:
        if who in promise.contacts:
            yield TalkReason("waiting" if promise.is_waiting else "promised", promise.text)
    for ask in needs.asks:
        if ask.contact == who and ask.asked:
            yield TalkReason("asked", ask.asked.text)


def _doors(standing: Standing, needs: TalkNeeds) -> Iterator[TalkReason]:
    """Whom they know of those I wish to meet."""
    for wish in needs.wishes:
        ties = needs.network.ties.get(wish.person, ())
        if wish.person != standing.path and any(tie.other == standing.path and tie.how in KNOWING for tie in ties):
            yield TalkReason("door", wish.name, wish.person)


def _giving(standing: Standing, needs: TalkNeeds) -> Iterator[TalkReason]:
    """What I could do for them, and whom of those who come they should meet."""
    for fit in needs.fits:
        if fit.contact == standing.path and fit.other == MINE:
            yield TalkReason("help", fit.need)
    for fit in needs.fits:
        if fit.contact == standing.path and fit.other in needs.there:
            yield TalkReason("introduce", fit.need, fit.other)
