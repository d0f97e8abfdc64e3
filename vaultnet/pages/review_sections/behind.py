"""The days behind: whom I was in touch with, what was given, received and asked, what was kept, who is new.

Every act is told by its own words; nobody gets a sum of them (P5).
"""

from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Touch
from vaultnet.model.richness import BROADCAST, IN_PERSON, LIVE, WRITTEN
from vaultnet.model.standing import Standing
from vaultnet.pages.agenda_page import topic
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Behind, NewName, Seen, Task, Told
from vaultnet.text.block import one_line


def build_behind(page: ReviewPage) -> Behind:
    """A person stands once, under the richest way in which we were in touch."""
    seen = _seen_by_richness(page)
    return Behind(
        in_person=seen[IN_PERSON],
        live=seen[LIVE],
        written=seen[WRITTEN],
        mentioned=seen[BROADCAST],
        given=_told(page, "gave"),
        received=_told(page, "received"),
        asked=_told(page, "asked"),
        kept=_kept(page),
        new_names=tuple(_new_name(page, standing) for standing in page.new_names()),
    )


def _seen_by_richness(page: ReviewPage) -> dict[int, tuple[Seen, ...]]:
    touches: dict[str, list[Touch]] = {}
    for standing, touch in page.touches:
        touches.setdefault(standing.path, []).append(touch)
    seen: dict[int, list[Seen]] = {IN_PERSON: [], LIVE: [], WRITTEN: [], BROADCAST: []}
    for path, told in touches.items():
        richest = max(touch.richness for touch in told)
        kinds = dict.fromkeys(touch.kind for touch in told if touch.richness == richest)
        kinds.pop("", None)
        kinds.pop(MENTION, None)  # which the heading says already
        seen[min(richest, IN_PERSON)].append(Seen(page.person(path), tuple(kinds)))
    return {richness: tuple(people) for richness, people in seen.items()}


def _told(page: ReviewPage, tag: str) -> tuple[Told, ...]:
    return tuple(told(page, standing, touch) for standing, touch in page.touches if tag in touch.tags)


def told(page: ReviewPage, standing: Standing, touch: Touch) -> Told:
    """A touch in the words of its note."""
    return Told(page.person(standing.path), touch.day, touch.kind, topic(touch))


def _kept(page: ReviewPage) -> tuple[Task, ...]:
    return tuple(
        Task(tuple(map(page.person, kept.contacts)), one_line(kept.text), "[[" in kept.text, kept.done)
        for kept in page.facts.kept
        if page.stretch.first <= kept.done <= page.until
    )


def _new_name(page: ReviewPage, standing: Standing) -> NewName:
    through = (page.person(path).link for path in page.facts.introduced_by.get(standing.path, ()))
    at = (page.network.link_by_path[path] for path in page.facts.met_at.get(standing.path, ()))
    return NewName(page.person(standing.path), tuple(through), tuple(at))
