"""What a quarter or a year brought: who opened doors and to whom, who was thanked, how far the list has grown."""

from collections import Counter
from collections.abc import Iterable, Iterator

from vaultnet.model.standing import Standing
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Gathered, KindCount, Opened, Yield
from vaultnet.practice.keep_in_touch import in_plan
from vaultnet.practice.stats import touches_by_kind


def build_brought(page: ReviewPage) -> Yield:
    """Doors are the new names that somebody introduced; by name, in the order of the alphabet."""
    new = page.new_names()
    opened: dict[str, list[str]] = {}
    for standing in new:
        for opener in page.facts.introduced_by.get(standing.path, ()):
            opened.setdefault(opener, []).append(standing.path)
    doors = [Opened(page.person(opener), tuple(map(page.person, paths))) for opener, paths in opened.items()]
    thanked = dict.fromkeys(standing.path for standing, touch in page.touches if "thanked" in touch.tags)
    days = Counter(path for path, _ in {(standing.path, touch.day) for standing, touch in page.touches})
    return Yield(
        doors=tuple(sorted(doors, key=lambda one: (one.person.name.casefold(), one.person.contact))),
        gatherings=tuple(_gatherings(page, new)),
        thanked=tuple(sorted(map(page.person, thanked), key=lambda person: (person.name.casefold(), person.contact))),
        ways=tuple(_ways(page)),
        in_touch=len(days),
        in_touch_twice=sum(count > 1 for count in days.values()),
        contacts=len(in_plan(page.network.standings, page.until).everyone()),
        new_names=len(new),
    )


def _gatherings(page: ReviewPage, new: Iterable[Standing]) -> Iterator[Gathered]:
    """The events and groups at which the new names were met, the group of an event with it; by link."""
    met: dict[str, list[str]] = {}
    for standing in new:
        events = page.facts.met_at.get(standing.path, ())
        groups = (group for event in events for group in page.facts.groups_of.get(event, ()))
        for place in dict.fromkeys((*events, *groups)):
            met.setdefault(page.network.link_by_path[place], []).append(standing.path)
    for link, people in sorted(met.items(), key=lambda entry: (entry[0].casefold(), entry[0])):
        yield Gathered(link, tuple(map(page.person, people)))


def _ways(page: ReviewPage) -> Iterator[KindCount]:
    """The kinds of touch of the whole network: seven kinds a year keep a tie from being e-mail alone (P3)."""
    for kind, count in touches_by_kind([touch for _, touch in page.touches]):
        yield KindCount(kind, count)
