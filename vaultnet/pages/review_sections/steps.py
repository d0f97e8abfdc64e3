"""The steps ahead: three people to meet, introductions I owe and await, something to give, and the goals.

Plain lines all of them: the boxes stand on the agenda, one of each kind a day.
"""

from collections.abc import Iterator
from itertools import islice

from vaultnet.model.known_introduction import Party
from vaultnet.model.ref import display
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_steps_view import GiftAhead, MoveAhead, Steps, Stride, TieAhead, Toward, Who, WishAhead
from vaultnet.practice.exchange_hint import exchange_hint
from vaultnet.practice.give_choice import Gift, build_gifts
from vaultnet.practice.goal_gaps import goal_gaps
from vaultnet.practice.introduction_path import Hop
from vaultnet.practice.introductions import NextMove, next_moves, wanted_person
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.wish_list import AT_A_TIME, WishNeeds, WishStep, sort_wishes, wish_step
from vaultnet.text.block import one_line

_A_FEW = 3
_WAYS = 2


def build_steps(page: ReviewPage) -> Steps:
    facts = page.facts.agenda
    needs = WishNeeds(page.network, facts.introductions, page.settings, page.until)
    wishes, _ = sort_wishes(facts.wishes, needs)
    now = [wish_step(wish, needs, ways=_WAYS) for wish in wishes[:AT_A_TIME]]
    gifts = build_gifts(facts.giving, page.network, page.settings, page.until)
    note = page.facts.goals
    return Steps(
        wishes=tuple(_wish(page, step) for step in now),
        waiting=len(wishes) - len(now),
        introductions=tuple(_moves(page, {step.wish.person for step in now if step.step != "meet"})),
        gifts=tuple(_gift(page, gift) for gift in islice(gifts, _A_FEW)),
        hint=exchange_hint(page.facts.acts),
        towards=tuple(_towards(page)),
        strides=tuple(_strides(page)),
        goals=_link(page, note.path) if note else "",
        gaps=tuple(gap.what for gap in goal_gaps(note.goals, says_quota=note.says_quota)) if note else (),
    )


def _wish(page: ReviewPage, step: WishStep) -> WishAhead:
    move, path = step.move, next(iter(step.paths), None)
    asks = tuple(_party(page, party) for party in move.people) if move else ()
    if step.step == "path" and path:
        asks = (_who(page, path.hops[0].person),)
    known = path if path and asks and path.hops[0].person == asks[0].contact else None
    return WishAhead(
        person=_party(page, step.wish),
        step=move.step if move else "ask" if step.step == "path" else step.step,
        asks=asks,
        ties=tuple(_tie(page, hop, step.wish) for hop in known.hops[1:]) if known else (),
        since=move.since if move else step.since,
        due=step.due,
        kind=step.kind,
        then=step.then,
    )


def _party(page: ReviewPage, party: Party) -> Who:
    return _who(page, party.person) if party.has_note else _who(page, party.name)


def _tie(page: ReviewPage, hop: Hop, wish: Party) -> TieAhead:
    standing = page.standing_by_path.get(hop.person)
    return TieAhead(hop.how, one_line(standing.name if standing else wish.name), hop.day, one_line(hop.at))


def _moves(page: ReviewPage, wished: set[str]) -> Iterator[MoveAhead]:
    """Those under way, but for those towards the people to meet, who have a line of their own."""
    introductions = page.facts.agenda.introductions
    for move in next_moves(introductions, page.network, page.settings, page.until):
        wanted = wanted_person(move.introduction)
        if move.step and not (wanted and wanted.person in wished) and _may_move(page, move):
            yield _move(page, move)


def _may_move(page: ReviewPage, move: NextMove) -> bool:
    """Whether somebody whom a step of mine is about may be asked, as on the agenda."""
    known = [page.standing_by_path[one.person] for one in move.people if one.person in page.standing_by_path]
    return not (move.is_mine and known) or any(not out_reason(standing, page.until) for standing in known)


def _move(page: ReviewPage, move: NextMove) -> MoveAhead:
    one = move.introduction
    return MoveAhead(
        name=one_line(one.name),
        link=_link(page, one.path),
        step=move.step,
        is_mine=move.is_mine,
        people=tuple(_party(page, party) for party in move.people),
        to=tuple(_party(page, party) for party in one.to or one.source),
        since=move.since,
        due=move.due,
    )


def _gift(page: ReviewPage, gift: Gift) -> GiftAhead:
    fit, article, mark = gift.fit, gift.pass_on, gift.mark
    return GiftAhead(
        what=gift.what,
        person=_who(page, gift.contact),
        other=_who(page, gift.other) if gift.other else None,
        need=_words(fit.need) if fit else "",
        resource=_words(fit.resource) if fit else "",
        source=fit.source if fit else "",
        title=_link(page, article.article.path) if article else "",
        interest=_words(article.interest) if article else "",
        call=mark.call if mark else "",
        words=_words(mark.words) if mark else "",
        on=mark.on if mark else None,
    )


def _towards(page: ReviewPage) -> Iterator[Toward]:
    """Whom I was in touch with, each once, who touches a goal; to live in the right town is none by itself."""
    preference = page.facts.agenda.preference
    for path in dict.fromkeys(standing.path for standing, _ in page.touches):
        reason = preference.reason(path)
        if reason and reason.what != "location":
            yield Toward(_who(page, path), reason.what, one_line(reason.words))


def _strides(page: ReviewPage) -> Iterator[Stride]:
    wished = {wish.person: wish for wish in page.facts.agenda.wishes}
    for one in page.facts.agenda.introductions:
        wanted = wanted_person(one)
        if wanted and wanted.person in wished:
            for line in one.log:
                if page.stretch.first <= line.day <= page.until:
                    yield Stride(_party(page, wanted), line.day, _words(f"{line.topic} {line.text}"))


def _words(text: str) -> str:
    return one_line(display(text.strip().split("\n", 1)[0])).rstrip(".")


def _who(page: ReviewPage, contact: str) -> Who:
    """A contact, or a name without a note."""
    found = page.person(contact)
    return Who(found.contact, found.name, found.link)


def _link(page: ReviewPage, path: str) -> str:
    return page.network.link_by_path[path]
