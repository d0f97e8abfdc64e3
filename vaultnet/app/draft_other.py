"""The other person of an introduction: whom I ask to meet through somebody, or whom somebody is to meet.

find_other(facts, "intro-request", "")         ->  OtherPerson(name="Annelies Vroom", how="knows", ...)
find_other(facts, "intro", "People/Ben.md")    ->  OtherPerson(name="Ben", needs_it="they", offer="proofreading", ...)
"""

from collections.abc import Iterator
from typing import Any

from vaultnet.app.draft_facts import DraftFacts, words_of
from vaultnet.app.path import list_paths
from vaultnet.app.who import get_contact
from vaultnet.app.wishlist import find_wish_steps
from vaultnet.errors import UsageError
from vaultnet.model.giving import MINE
from vaultnet.pages.message_draft import OtherPerson
from vaultnet.practice.giving import Fit, build_fits
from vaultnet.practice.greeting import greeting_name
from vaultnet.practice.message_purpose import INTRO, INTRO_REQUEST
from vaultnet.storage.introductions import load_introductions
from vaultnet.storage.lookup import load_record

_OPEN = frozenset({"wanted", "asked"})


def find_other(facts: DraftFacts, purpose: str, to: str) -> OtherPerson | None:
    """`to` is WHO or an organization as typed, "" for the one that the notes suggest; None where they suggest nobody.

    Raises NothingFound and AmbiguousName, and UsageError where the two are one.
    """
    if purpose == INTRO_REQUEST:
        return _wanted(facts, to or next(_suggested(facts), ""))
    return _introduced(facts, to) if purpose == INTRO else None


# Whom I should like to meet


def _suggested(facts: DraftFacts) -> Iterator[str]:
    """Whom an introduction by them is wanted to, then who on the wish list is best reached through them."""
    for one in load_introductions(facts.workspace.connection):
        if one.status in _OPEN and facts.path in {party.person for party in one.via} and one.to:
            yield one.to[0].name
    for step in find_wish_steps(facts.workspace).now:
        if any(path.hops[0].person == facts.path for path in step.paths):
            yield step.wish.name


def _wanted(facts: DraftFacts, name: str) -> OtherPerson | None:
    """Somebody without a note is known by name; of an organization it is whoever they know there."""
    if not name:
        return None
    found = list_paths(facts.workspace, name)
    ways = (way["steps"] for way in found["paths"])
    steps: list[dict[str, Any]] = next((steps for steps in ways if steps[0]["person"] == facts.path), [])
    if found["is_organization"]:
        if len(steps) <= 2:  # noqa: PLR2004  (themselves, and the organization)
            return OtherPerson("", "", "", found["name"])
        return _person(facts, steps[1]["person"], steps[1]["name"], steps[1]["how"], steps[1]["at"])
    if found["to"] == facts.path:
        raise UsageError(f"{found['name']} cannot be introduced to themselves: --to names somebody else")
    how, at = (steps[1]["how"], steps[1]["at"]) if len(steps) > 1 else ("", "")
    return _person(facts, found["to"], found["name"], how, at)


def _person(facts: DraftFacts, path: str, name: str, how: str = "", at: str = "") -> OtherPerson:
    """Without a note, the name is all there is."""
    record = load_record(facts.workspace.connection, path)
    company = record["company"][0]["text"] if record.get("company") else ""
    first = greeting_name(name, record.get("aliases", ()))
    return OtherPerson(name, first, record.get("role", ""), company, how, at)


# Whom they might like to meet


def _introduced(facts: DraftFacts, to: str) -> OtherPerson | None:
    """The one named, else the one whose needs and offers fit best with theirs."""
    settings, today = facts.workspace.config.settings, facts.workspace.today
    path = get_contact(facts.workspace, to) if to else ""
    if path == facts.path:
        raise UsageError(f"{facts.record['name']} cannot be introduced to themselves: --to names somebody else")
    fits = [
        fit
        for fit in build_fits(facts.giving, facts.network, settings, today)
        if MINE not in (fit.contact, fit.other) and facts.path in (fit.contact, fit.other)
    ]
    fit = next((fit for fit in fits if path in ("", fit.contact, fit.other)), None)
    if fit is None and not path:
        return None
    path = path or (fit.other if fit and fit.contact == facts.path else fit.contact if fit else "")
    person = _person(facts, path, facts.network.name_by_path[path])
    return _with_fit(person, fit, facts.path, is_agreed=_is_agreed(facts, path))


def _with_fit(person: OtherPerson, fit: Fit | None, writes_to: str, *, is_agreed: bool) -> OtherPerson:
    return OtherPerson(
        person.name,
        person.first,
        person.role,
        person.organization,
        needs_it="" if fit is None else "they" if fit.contact == writes_to else "other",
        need=words_of(fit.need) if fit else "",
        offer=words_of(fit.resource) if fit else "",
        is_agreed=is_agreed,
    )


def _is_agreed(facts: DraftFacts, other: str) -> bool:
    """Whether both have said yes, as the note of their introduction says."""
    pair = {facts.path, other}
    return any(
        one.status == "agreed" and pair <= {party.person for party in (*one.source, *one.to)}
        for one in load_introductions(facts.workspace.connection)
    )
