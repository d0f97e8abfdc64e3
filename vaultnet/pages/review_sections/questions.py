"""Three questions to answer. They turn through a list, so that the same one comes back only after the others.

Each is a line with an id of its own, so that what is typed beneath it stays when the page is made anew. It has no box:
a question is no task, and nothing is done by ticking it.
"""

from vaultnet.model.stretch import Stretch
from vaultnet.pages.review_view import Question
from vaultnet.text.block import item_key

_ASKED = 3


def build_questions(stretch: Stretch, known: int) -> tuple[Question, ...]:
    """The three (or fewer, where the user's own list is shorter: `known`, 0 = the template's) of a stretch."""
    asked = min(_ASKED, known) if known else _ASKED
    start = _number(stretch) * asked
    return tuple(
        Question(item_key(stretch.first, f"review {stretch.length}", "question", str(place)), start + place)
        for place in range(asked)
    )


def _number(stretch: Stretch) -> int:
    """Counts weeks, quarters or years, one by one."""
    if stretch.length == "week":
        return stretch.last.toordinal() // 7
    return stretch.first.year * 4 + stretch.first.month // 3 if stretch.length == "quarter" else stretch.first.year
