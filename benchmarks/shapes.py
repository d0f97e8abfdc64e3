"""What the generated vaults are made of: how many of each kind of note, and how many lines a contact's log has.

SHAPES["proportional"].counts(10_000)    ->   {"contact": 4000, "daily": 2500, "meeting": 1300, "organization": 600, "plain": 1600}
SHAPES["lifetime"].counts(100_000)       ->   {"contact": 5000, "daily": 14600, "meeting": 12000, ...}
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

FOURTEEN_YEARS, FORTY_YEARS = 5_000, 14_600  # days, each with a note


@dataclass(frozen=True, slots=True)
class Shape:
    """`shares` of all notes, by kind; what they leave is plain. `lines` of a contact's log, over `years`. `of` is what the
    report calls a note of such a vault, `title` and `about` are the report's.
    """

    shares: Mapping[str, float]
    lines: Callable[[random.Random], int]
    most_days: int = FOURTEEN_YEARS
    years: int = 8
    of: str = "notes"
    title: str = ""
    about: str = ""
    sizes: tuple[int, ...] = (1_000, 10_000)  # that are measured where nothing else is asked for
    report: str = ""  # the file it is written to, without its ending

    def counts(self, notes: int) -> dict[str, int]:
        counts = {kind: max(1, int(notes * share)) for kind, share in self.shares.items()}
        counts["daily"] = min(counts["daily"], self.most_days)
        return {**counts, "plain": max(0, notes - sum(counts.values()))}


def _some_lines(chance: random.Random) -> int:
    return chance.randint(5, 40)


def _lines_of_a_lifetime(chance: random.Random) -> int:
    """Fifty in the mean, and several hundred for the closest."""
    return 5 + int(chance.expovariate(1 / 45))


SHAPES: dict[str, Shape] = {
    "proportional": Shape(
        {"contact": 0.40, "daily": 0.25, "meeting": 0.13, "organization": 0.06},
        _some_lines,
        title="Speed, measured",
        about="Two notes in five are contacts, more than anybody's, so that what grows with people is seen to grow: with"
        " 10,000 notes 4,000 contacts and 97,000 touches, with 100,000 notes 40,000 contacts and 970,000 touches.",
        report="RESULTS",
    ),
    "lifetime": Shape(
        {"contact": 0.05, "daily": 0.147, "meeting": 0.12, "organization": 0.02},
        _lines_of_a_lifetime,
        FORTY_YEARS,
        40,
        "notes of a lifetime",
        "Speed on a vault of a lifetime, measured",
        "100,000 notes, as forty years leave them: 5,000 contacts with some 300,000 touches among them, a note for each of"
        " 14,600 days, 12,000 meetings, 2,000 organizations, and 66,400 notes about something else.",
        (1_000, 100_000),
        "LIFETIME",
    ),
    "contacts": Shape(
        {"contact": 0.98, "daily": 0.0, "meeting": 0.0, "organization": 0.015}, _some_lines, of="contacts"
    ),
}
