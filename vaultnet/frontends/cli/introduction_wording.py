"""The command line's words for introductions: what comes next in one, and why a path leads somewhere.

step_words({"step": "ask", "people": [{"name": "Ravi"}], "to": [{"name": "Annelies"}], ...})
->  "ask Ravi to introduce you to Annelies"
why_words([{"how": "touch", "at": "lunch", "name": "Ravi", ...}, {"how": "knows", "name": "Annelies", ...}], today)
->  "lunch 2 months ago; knows Annelies"
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.wording import kind_words, when_words

Row = Mapping[str, Any]


def step_words(row: Row) -> str:
    """The next step of an introduction."""
    people, wanted = _names(row["people"]), _names(row["to"] or row["from"])
    words = {
        "find": f"find somebody who knows {wanted}",
        "ask": f"ask {people} to introduce you to {wanted}",
        "ask_both": f"ask whether they would like to meet, one after the other: {people}",
        "answer": f"{people} to answer",
        "remind": f"ask {people} once more",
        "make": f"{people} to write to both sides",
        "introduce": f"write one message to both: {people}",
        "thank": f"write to {wanted}, and thank {people}" if row["via"] else f"write to {wanted}",
        "tell": f"tell {people} what came of it",
        "ask_outcome": f"ask what came of it: {people}",
    }
    if row["step"] == "ask" and row["from"] and row["to"]:
        return said_part(f"ask {people} to introduce {_names(row['from'])} to {_names(row['to'])}")
    return said_part(words[row["step"]])


def why_words(steps: Iterable[Row], today: date) -> str:
    """A path in words, one tie after the other; the first person is the one whom the path says to ask."""
    ways = list(steps)
    kind, when = kind_words(ways[0]["at"] or "in touch"), when_words(date.fromisoformat(ways[0]["date"]), today)
    parts = [said_part(f"{kind} {when}")]
    for number, (one, other) in enumerate(pairwise(ways)):
        who = f"{one['name']} " if number else ""
        parts.append(who + _tie(other, today))
    return "; ".join(parts)


def _tie(other: Row, today: date) -> str:
    """What ties somebody to the next on the way: "knows Annelies Vroom"."""
    name, at = other["name"], other["at"]
    when = when_words(date.fromisoformat(other["date"]), today) if other["date"] else ""
    words = {
        "knows": f"knows {name}",
        "introduced": f"was introduced to {name}",
        "met": f"sat together {when} with {name}",
        "linked": f"stands in one note with {name}",
        "event": f"was with {name} at {at}",
        "group": f"is with {name} in {at}",
        "colleague": f"is with {name} at {at}",
        "former": f"was with {name} at {at}",
        "there": f"is at {name}",
        "was_there": f"was at {name}",
    }
    return said_part(words["former" if other["how"] == "colleague" and when else other["how"]])


def near_words(near: Row, name: str) -> str:
    """Why a group or event comes nearest."""
    words = {
        "there": f"{near['person'] or name} is to be met there",
        "organizer": f"{name} has a hand in it",
        "knows": f"{near['person']} goes there, and knows {name}",
    }
    return said_part(words[near["reason"]])


def _names(people: Iterable[Row]) -> str:
    return ", ".join(person["name"] for person in people)
