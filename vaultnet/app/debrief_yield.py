"""What a debrief came to, as JSON shows it: names got, promises, what comes next, thanks.

debrief_payload(met, answers, network, find, settings ...)
->  {"note": "Meetings/2026-06-16 Coffee with Emeka.md", "names": [{"path": "People/Hana Novak.md", ...}], ...}
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any

from vaultnet.edits.absorb import FindContact
from vaultnet.edits.debrief_promise import find_day_alone, plan_promise
from vaultnet.errors import UsageError
from vaultnet.model.dates import iso
from vaultnet.model.debrief import TAKEN, Answer, read_debrief
from vaultnet.model.debrief_names import read_names
from vaultnet.model.debriefed import Debriefed
from vaultnet.model.network import Network
from vaultnet.model.ref import display
from vaultnet.model.rules import Rules
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document
from vaultnet.text.link import links_in_value


def debrief_payload(
    met: Debriefed,
    document: Document,
    brought: Iterable[tuple[str, str]],
    network: Network,
    find_contact: FindContact,
    rules: Rules,
) -> dict[str, Any]:
    """The `vaultnet.debrief/1` object but for `absorbed` and `changed`. `brought` are (path, name) of the contacts
    whose `met-at` leads to the note.
    """
    known = read_debrief(document, rules)
    taken = [(answer, _where(met, answer, find_contact)) for answer in known if answer.is_taken]
    promised = [(answer, people) for answer, people in taken if not _day_alone(answer, met, rules)]
    return {
        "note": met.path,
        "date": met.day.isoformat(),
        "name": met.name,
        "kind": met.kind,
        "people": [_person(person, network) for person in met.people],
        "questions": [_question(document, answer, met, network, find_contact) for answer in known],
        "names": _names(met, known, brought, network, find_contact),
        "promises": [_promise(answer, people, met, network, rules) for answer, people in promised if people],
        "next": [
            {**_person(person, network), "date": iso(day)}
            for answer, people in taken
            if (day := _day_alone(answer, met, rules))
            for person in people
        ],
        "thanks": [_thanks(person, met, network) for person in met.people if person in network.standing_by_path],
    }


def _where(met: Debriefed, answer: Answer, find_contact: FindContact) -> list[str]:
    """The contacts whose notes an answer went to: the links behind its mark."""
    links = links_in_value(answer.words.partition(TAKEN)[2])
    return [path for link in links if link.path and (path := find_contact(link.path, met.path))]


def _own_words(answer: Answer) -> str:
    return answer.words.partition(TAKEN)[0].strip()


def _day_alone(answer: Answer, met: Debriefed, rules: Rules) -> date | None:
    with suppress(UsageError):  # words that were rewritten since
        return find_day_alone(_own_words(answer), rules, met.day) if answer.question == "next" else None
    return None


def _question(
    document: Document, answer: Answer, met: Debriefed, network: Network, find_contact: FindContact
) -> dict[str, Any]:
    """`open` has no answer, `answered` waits for its tick or for something to be mended, `done` was taken."""
    about = find_contact(answer.about, met.path) if answer.about else None
    is_done = answer.is_taken or answer.question == "said"
    if answer.is_ticked:
        is_done = is_done or answer.question == "thanks" or answer.says_nothing
    if answer.question == "names" and answer.is_ticked:
        is_done = all(part.link and find_contact(part.link, met.path) for part in read_names(document, answer))
    return {
        "question": answer.question,
        "contact": about,
        "name": network.name_by_path.get(about) if about else None,
        "line": answer.line,
        "state": "done" if is_done and (answer.words or answer.is_ticked) else "answered" if answer.words else "open",
        "text": display("\n".join((_own_words(answer), *answer.nested))) if answer.words else "",
    }


def _names(
    met: Debriefed,
    answers: Iterable[Answer],
    brought: Iterable[tuple[str, str]],
    network: Network,
    find_contact: FindContact,
) -> list[dict[str, Any]]:
    """Whom the answers link, in their order, then whoever else says `met-at` of this note; nobody who was there."""
    linked = dict.fromkeys(
        path
        for answer in answers
        if answer.question == "names" and answer.is_ticked
        for link in links_in_value(answer.words)
        if link.path and (path := find_contact(link.path, met.path)) and path not in met.people
    )
    new = dict.fromkeys(path for path, _ in brought)
    return [{**_person(path, network), "is_new": path in new} for path in dict.fromkeys((*linked, *new))]


def _promise(answer: Answer, people: list[str], met: Debriefed, network: Network, rules: Rules) -> dict[str, Any]:
    due = ""
    with suppress(UsageError):
        due = parse_task(plan_promise(_own_words(answer), (), rules, met.day).removeprefix("[ ] ")).due
    return {**_person(people[0], network), "text": display(_own_words(answer)), "due": due or None}


def _thanks(person: str, met: Debriefed, network: Network) -> dict[str, Any]:
    touches = network.touches.get(person, ())
    days = [touch.day for touch in touches if "thanked" in touch.tags and touch.day >= met.day]
    return {**_person(person, network), "thanked": iso(min(days, default=None))}


def _person(person: str, network: Network) -> dict[str, Any]:
    """A contact, or a name without a note."""
    name = network.name_by_path.get(person)
    return {"path": person if name else None, "name": name or person}
