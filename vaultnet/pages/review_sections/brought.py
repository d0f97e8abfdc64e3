"""What a quarter or a year brought: who opened doors and to whom, who was thanked, how far the list has grown."""

from collections import Counter
from collections.abc import Iterator

from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import KindCount, Opened, Yield
from vaultnet.practice.keep_in_touch import in_plan


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
        thanked=tuple(sorted(map(page.person, thanked), key=lambda person: (person.name.casefold(), person.contact))),
        ways=tuple(_ways(page)),
        in_touch=len(days),
        in_touch_twice=sum(count > 1 for count in days.values()),
        contacts=len(in_plan(page.network.standings, page.until).everyone()),
        new_names=len(new),
    )


def _ways(page: ReviewPage) -> Iterator[KindCount]:
    """The kinds of touch of the whole network: seven kinds a year keep a tie from being e-mail alone (P3)."""
    kinds = Counter(touch.kind for _, touch in page.touches if touch.kind and touch.richness)
    for kind, count in sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0])):
        yield KindCount(kind, count)
