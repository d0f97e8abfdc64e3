r"""Which headings of a note stand under a heading of some name, whatever its level, case and punctuation.

headings_under(parse_document("## Life events\n### 2026\n## Log\n"), frozenset({"life events"}))  ->  {0, 1}
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache

from vaultnet.text.document import Document
from vaultnet.text.heading import fold_heading

# Ten thousand notes have the same few headings.
folded_heading = lru_cache(maxsize=4096)(fold_heading)

NOWHERE: frozenset[int] = frozenset()


def headings_under(document: Document, names: AbstractSet[str], *, below: bool = False) -> frozenset[int]:
    """Numbers of the headings with one of these (folded) names and of all beneath; `below`: only of those beneath."""
    headings = document.headings
    if not any(folded_heading(heading.text) in names for heading in headings):
        return NOWHERE
    found: set[int] = set()
    level = 0  # of the heading with the name that we are under; 0 = under none
    for number, heading in enumerate(headings):
        if level and heading.level > level:
            found.add(number)
        else:
            level = heading.level if folded_heading(heading.text) in names else 0
            if level and not below:
                found.add(number)
    return frozenset(found)


def section_end(document: Document, number: int) -> int:
    """Where the section of a heading ends: before the next heading of its level or above."""
    headings = document.headings
    level = headings[number].level
    return next((other.start for other in headings[number + 1 :] if other.level <= level), len(document.text))
