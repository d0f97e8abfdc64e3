"""Who comes: whom I know, whom I want to meet, and who else."""

from collections.abc import Iterable, Sequence

from vaultnet.model.guest import MAYBE
from vaultnet.model.ref import display
from vaultnet.pages.agenda_page import LastTopic
from vaultnet.pages.event_page import EventPage
from vaultnet.pages.event_view import Stranger, Talk, Why, Wish
from vaultnet.practice.guest_match import GuestMatch
from vaultnet.practice.replies import replies_owed
from vaultnet.practice.talk_reason import TalkNeeds, TalkReason, reasons_to_talk
from vaultnet.practice.thanks import thanks_due
from vaultnet.practice.wanted_there import Wanted, WantedNeeds, find_house, wanted_there
from vaultnet.text.block import one_line
from vaultnet.text.shorten import shorten

_MOST_THERE = 3  # of whom I know at a stranger's company
_WORDS = 100  # characters of what is open between us
_TELLS_THE_LAST = {"asked", "reply"}  # reasons whose words are those of the last touch, most times
_SAID_BELOW = {"promised": "owed", "waiting": "awaited"}  # reasons that the lines beneath tell in full


def build_coming(page: EventPage) -> tuple[Talk, ...]:
    """Contacts who come, those who only may come last; whoever is gone for good is nobody to talk to."""
    needs = TalkNeeds(
        page.network, page.settings, page.today, page.there, page.notes.wishes, page.matches, page.fits,
        page.ladders, replies_owed(page.network, page.settings),
        thanks_due(page.network, page.settings, page.today),
    )  # fmt: skip
    known = [match for match in page.coming if match.path and not page.standing_by_path[match.path].is_gone]
    known.sort(key=lambda match: match.guest.mark == MAYBE)
    return tuple(_talk(page, match, needs) for match in known)


def _talk(page: EventPage, match: GuestMatch, needs: TalkNeeds) -> Talk:
    standing = page.standing_by_path[match.path]
    promises = [promise for promise in page.network.promises if match.path in promise.contacts]
    profile = page.network.profiles.get(match.path)
    why = () if page.is_over else reasons_to_talk(standing, needs)
    said = tuple(_why(page, reason) for reason in why)
    topic = _last_topic(page, match.path, said)
    helped = {reason.words for reason in why if reason.what in {"help", "introduce"}}
    return Talk(
        person=page.person(match.path),
        mark=match.guest.mark,
        why=said,
        last=standing.last,
        last_kind=standing.last_kinds[0] if standing.last_kinds else "",
        gap=page.gap(standing.last),
        topic=topic.words,
        topic_on=topic.on,
        owed=tuple(_plain(promise.text) for promise in promises if not promise.is_waiting),
        awaited=tuple(_plain(promise.text) for promise in promises if promise.is_waiting),
        needs=tuple(_plain(need) for need in (profile.needs if profile else ()) if need not in helped),
    )


def _last_topic(page: EventPage, contact: str, said: Iterable[Why]) -> LastTopic:
    """What was said last, unless a reason says so already."""
    topic = page.last_topic(contact)
    is_told = any(why.what in _TELLS_THE_LAST or _has_the_words(why, topic.words) for why in said)
    return LastTopic("", None) if is_told else topic


def _has_the_words(why: Why, topic: str) -> bool:
    """True where both tell of the same, be one of them cut short."""
    one, other = why.words.removesuffix("…").strip(), topic.removesuffix("…").strip()
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _plain(text: str) -> str:
    return one_line(display(text)).strip().rstrip(".")


def _why(page: EventPage, reason: TalkReason) -> Why:
    words = "" if reason.what in _SAID_BELOW else shorten(_plain(reason.words.partition("\n")[0]), _WORDS)
    person = page.person(reason.person) if reason.person in page.standing_by_path else None
    return Why(reason.what, words, person)


def build_wanted(page: EventPage) -> tuple[Wish, ...]:
    facts = page.notes
    needs = WantedNeeds(
        page.network, page.settings, page.today, facts.wishes, page.matches, page.targets, page.places,
        page.known_by_house,
    )  # fmt: skip
    return tuple(_wish(page, wanted) for wanted in wanted_there(page.coming, needs))


def _wish(page: EventPage, wanted: Wanted) -> Wish:
    known = [path for path in _known_at(page, wanted.words) if path not in wanted.through]
    person = page.person(wanted.person, wanted.name)
    through = page.persons(wanted.through)
    return Wish(person, wanted.what, one_line(wanted.words), wanted.is_there, through, page.persons(known))


def _known_at(page: EventPage, company: str) -> Sequence[str]:
    """A few whom I know at the company that a list names."""
    house = find_house(company, page.places) if company else None
    return page.known_by_house.get(house.path, ())[:_MOST_THERE] if house else ()


def build_strangers(page: EventPage) -> tuple[Stranger, ...]:
    """Everybody on the list who has no note and was not named before, in its order."""
    named = {wish.person.name for wish in build_wanted(page)} if not page.is_over else set()
    strangers = (match for match in page.coming if not match.path)
    return tuple(
        _stranger(page, match) for match in strangers if match.similar or one_line(match.guest.name) not in named
    )


def _stranger(page: EventPage, match: GuestMatch) -> Stranger:
    guest = match.guest
    similar = page.persons(path for path in match.similar if path not in page.there)
    known = page.persons(_known_at(page, guest.company))
    return Stranger(one_line(guest.name), one_line(guest.company), guest.mark, similar, known)
