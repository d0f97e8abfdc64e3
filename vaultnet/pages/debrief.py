"""The debrief of a meeting or event: a few questions, to be answered on a phone in two minutes (P13).

build_debrief(Debriefed("Meetings/2026-06-16 Coffee with Emeka.md", ...), network, settings, today, {})
->  DebriefView(said="0...", offers=(Asked("1...", "[[Emeka Obi]]"),), names="2...", thanks=(...,), next="4...")

Each question is a line with a key (`model/debrief.py`); the words are the template's. Thanks are asked for in one place
a day: whom the agenda of the day thanks stands there, and here only that it does.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.debrief import QuestionName, question_key
from vaultnet.model.debriefed import Debriefed
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.replies import is_left_alone
from vaultnet.practice.thanks import thanks_due, thanks_kind

_A_FEW = 4  # people: of more, nobody is asked one by one


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one contact; without a `link` it is about whomever the answer links. `kind` is how to thank."""

    key: str
    contact: str = ""
    link: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DebriefView:
    """What the template words. `said`, `names` and `next` are keys; `thanked_on_agenda` links whom today's agenda
    thanks.
    """

    day: str
    kind: str
    said: str
    offers: tuple[Asked, ...]
    names: str
    thanks: tuple[Asked, ...]
    next: str
    thanked_on_agenda: tuple[str, ...]


def build_debrief(
    met: Debriefed, network: Network, settings: Settings, today: date, known: Mapping[tuple[QuestionName, str], str]
) -> DebriefView:
    """`known` maps (question, contact) to the key that it has in the note already, so that a question stays the same
    when its contact gets a uid.
    """
    contacts = [person for person in met.people if person in network.standing_by_path]
    day = met.day
    is_few = 0 < len(contacts) <= _A_FEW
    on_agenda = _asked_by_agenda(network, settings, today)

    def key(question: QuestionName, contact: str, on: str = "") -> str:
        standing = network.standing_by_path[contact]
        return known.get((question, contact)) or question_key(question, standing.uid or contact, on)

    offers = (
        tuple(Asked(key("offer", contact), contact, network.link_by_path[contact]) for contact in contacts)
        if is_few
        else (Asked(question_key("offer")),)
    )
    to_thank = contacts if is_few and met.kind == "meeting" else []  # at an event the host, whom nobody but me knows
    thanks = tuple(
        Asked(key("thanks", contact, day.isoformat()), contact, network.link_by_path[contact], how)
        for contact, how in _to_thank(to_thank, network, settings, day, on_agenda)
    )
    if not is_few or met.kind != "meeting":
        thanks = (Asked(question_key("thanks", met.path, day.isoformat()), kind=settings.thanks.kind),)
    return DebriefView(
        day=day.isoformat(),
        kind=met.kind,
        said=question_key("said"),
        offers=offers,
        names=question_key("names"),
        thanks=thanks,
        next=question_key("next"),
        thanked_on_agenda=tuple(network.link_by_path[contact] for contact in to_thank if contact in on_agenda),
    )


def _asked_by_agenda(network: Network, settings: Settings, today: date) -> frozenset[str]:
    return frozenset(entry.contact for entry in thanks_due(network, settings, today) if entry.due <= today)


def _to_thank(
    contacts: list[str], network: Network, settings: Settings, day: date, on_agenda: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Whom to thank here, and by which kind of touch: nobody twice, and nobody who is left in peace."""
    for contact in contacts:
        standing = network.standing_by_path[contact]
        touches = network.touches.get(contact, ())
        is_thanked = any("thanked" in touch.tags and touch.day >= day for touch in touches)
        if not (is_thanked or contact in on_agenda or is_left_alone(standing)):
            yield contact, thanks_kind(standing, settings)
