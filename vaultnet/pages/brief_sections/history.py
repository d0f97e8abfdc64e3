"""How we have been in touch: since when, the last touches with what they were about."""

from vaultnet.model.dates import describe_gap
from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Touch
from vaultnet.pages.agenda_page import topic
from vaultnet.pages.brief_page import BriefPage
from vaultnet.pages.brief_view import History, TouchLine

_SHOWN = 5


def build_history(page: BriefPage, person: str) -> History | None:
    """None for somebody with whom I was never in touch."""
    touches = page.network.touches.get(person, ()) if page.is_contact(person) else ()
    if not touches:
        return None
    met = page.network.standing_by_path[person].met
    first = touches[-1].day
    told = [touch for touch in touches if touch.kind != MENTION or touch.text]
    return History(
        since=min(met, first) if met else first,
        gap=describe_gap(touches[0].day, page.today),
        touches=tuple(_line(touch) for touch in told[:_SHOWN]),
    )


def _line(touch: Touch) -> TouchLine:
    kind = "" if touch.kind == MENTION else touch.kind
    return TouchLine(touch.day, kind, touch.direction == "from", topic(touch))
