"""A remembered agenda that is said to be still right is the one that would be made anew, whatever was noted down.

Each history is a small vault, a page of it, and some edits; after each the page as it was kept is held against the page
of everybody. Most vaults have more people than a day can hold, and most edits are a line in somebody's log.
"""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from vaultnet.app.agenda_facts import load_agenda_facts
from vaultnet.app.still_right import find_choice
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import AgendaSettings, LogSettings, Me, Settings
from vaultnet.pages.agenda import AgendaView, build_agenda
from vaultnet.practice.choice import Choice
from vaultnet.storage.foreseen_index import _read_anew
from vaultnet.storage.index import open_in_memory
from vaultnet.storage.network import load_network
from vaultnet.storage.told import added_touches, told_by
from vaultnet.text.block import item_key
from vaultnet.text.change import FileChange

_HISTORIES, _EDITS = 40, 6
_MORE = range(_HISTORIES, 3_000, 40)
DAYS = [*[date(2026, 6, 15)] * 5, *[date(2026, 12, 7)] * 2, date(2026, 6, 14)]
FIRST, LAST = ("Ada", "Ben", "Cy", "Di", "Eve", "Finn", "Gil"), ("Hart", "Koch", "Lund", "Moor", "Nagy")
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]
KINDS = ["email to", "email from", "call", "call: voicemail", "coffee", "letter to", "card to", "message", "talked"]
TAGS = [*[""] * 40, " #asked", " #asked", " #reply", " #received", " #thanked", " #answered", " #odd"]


class Scene:
    """A vault as texts, its index, and the page as it was last made."""

    def __init__(self, rng: Random, connection: sqlite3.Connection) -> None:
        self.rng, self.connection, self.today = rng, connection, rng.choice(DAYS)
        people, minutes = rng.choice([(1, 5), (2, 15), (3, 30), (5, 60)])
        days = frozenset(rng.choice([(0,), (0,), (0, 1, 2, 3, 4)]))
        self.settings = Settings(
            agenda=AgendaSettings(people=people, minutes=minutes, days=days),
            log=LogSettings(mention_counts=rng.random() < 0.7),
            me=Me(country="DE"),
        )
        self.rules = build_rules(self.settings)
        self.names = rng.sample(NAMES, rng.choice([4, 24, 35, 35]))
        self.texts = {f"People/{name}.md": self._contact(name) for name in self.names}
        self.texts |= {f"Daily/{self._day()}.md": self._diary() for _ in range(rng.randint(0, 3))}
        self.texts |= dict(self._others())
        self.read(*self.texts)
        self._offer()

    def read(self, *paths: str) -> None:
        _read_anew(self.connection, [FileChange(path, "", self.texts[path], "test") for path in paths], self.rules)

    def notes(self, *paths: str) -> list[int]:
        ids = dict(self.connection.execute("SELECT path, id FROM note"))
        return [ids[path] for path in paths]

    def page(self) -> tuple[AgendaView, Choice]:
        facts, choice = load_agenda_facts(self.connection, self.settings, self.today), Choice()
        network = load_network(self.connection, self.today, self.settings)
        return build_agenda(network.watched(choice.people), self.settings, self.today, facts, choice), choice

    def page_of_everybody(self) -> AgendaView:
        facts = load_agenda_facts(self.connection, self.settings, self.today)
        network = load_network(self.connection, self.today, self.settings)
        return build_agenda(network, self.settings, self.today, facts)

    def edit(self) -> str:
        """Change one note, and say which."""
        rng, path = self.rng, f"People/{self.rng.choice(self.names)}.md"
        if rng.random() < 0.85:
            begin, log, lines = self.texts[path].partition("## Log\n")
            kept = lines.splitlines(keepends=True)
            kept.insert(rng.randint(0, len(kept)), self._line(rng.choice([0, 1, 2, 2, 5, 30, 200, -3])))
            if rng.random() < 0.1:
                kept.pop()
            self.texts[path] = begin + log + "".join(kept)
        else:
            self.texts[path] = self._contact(path.removeprefix("People/").removesuffix(".md"))
        return path

    def _day(self, back: int = 60) -> str:
        return (self.today - timedelta(self.rng.randint(1, back))).isoformat()

    def _line(self, ago: int) -> str:
        rng = self.rng
        with_whom = f", with [[{rng.choice(self.names)}]]" if rng.random() < 0.1 else ""
        topic = rng.choice([": hello", ": about the map", ": nobody there", ""])
        kind = rng.choice(KINDS)
        words = kind if ":" in kind else f"{kind}{topic}"
        return f"- {self.today - timedelta(ago)} {words}{with_whom}{rng.choice(TAGS)}\n"

    def _contact(self, name: str) -> str:
        rng = self.rng
        some = [
            (0.7, "uid: u-" + name.replace(" ", "")),
            (0.8, f"tier: {rng.choice(['inner', 'close', 'wide'])}"),
            (0.7, f"cadence: {rng.choice(['1 month', '1 month', '2 weeks', '3 months', '1 year', 'never'])}"),
            (0.4, f'organization: "[[{rng.choice(["Acme", "Bolt"])}]]"'),
            (0.4, f"met: {self._day(900)}"),
            (0.1, f"birthday: {rng.choice(['1980-06-15', '06-20', '1975-06-01', '12-08', '01-30'])}"),
            (0.05, f"snooze: {self.today + timedelta(rng.randint(-5, 20))}"),
            (0.05, "paused: true"),
            (0.1, f"next-contact: {self.today + timedelta(rng.randint(-20, 20))}"),
            (0.2, f"needs: {rng.choice(['a map of the harbour', 'someone who rows'])}"),
            (0.2, "offers: [maps of the harbour, rowing]"),
            (0.3, "country: NL"),
            (0.3, f'introduced-by: "[[{rng.choice(self.names)}]]"'),
            (0.2, f'knows: "[[{rng.choice(self.names)}]]"'),
            (0.05, "status: archived"),
        ]
        head = "".join(f"{field}\n" for chance, field in some if rng.random() < chance)
        task = f"- [ ] Send them the map{rng.choice(['', f' 📅 {self._day(20)}'])}\n" if rng.random() < 0.15 else ""
        event = f"## Life events\n- {self._day(20)} her father died\n\n" if rng.random() < 0.1 else ""
        log = "".join(self._line(rng.choice([3, 20, 40, 95, 150, 200, 300, 500])) for _ in range(rng.randint(0, 5)))
        return f"---\ntype: contact\n{head}---\n{task}\n{event}## Log\n{log}"

    def _diary(self) -> str:
        rng = self.rng
        return "".join(
            rng.choice(["Called [[{}]].\n\n", "Lunch with [[{}]].\n\n", "Thought of [[{}]].\n\n"]).format(name)
            for name in rng.sample(self.names, 2)
        )

    def _others(self) -> Iterator[tuple[str, str]]:
        rng, (one, other, third) = self.rng, self.rng.sample(self.names, 3)
        if rng.random() < 0.3:
            yield "Goals.md", f'---\ntype: goals\nwish-list: ["[[{rng.choice([one, "Zoe Quist"])}]]"]\n---\n'
        if rng.random() < 0.3:
            head = f'type: introduction\nvia: "[[{one}]]"\nto: "[[{other}]]"\nstatus: asked'
            yield "Introductions/A.md", f"---\n{head}\n---\n- {self._day()} asked\n"
        if rng.random() < 0.3:
            yield (
                f"Meetings/{self.today} Lunch.md",
                f'---\ntype: meeting\ndate: {self._day(5)}\nwith: ["[[{one}]]", "[[{third}]]"]\n---\n',
            )

    def _offer(self) -> None:
        """Earlier pages have offered some of them."""
        rng = self.rng
        paths = rng.sample([f"People/{name}.md" for name in self.names], rng.randint(0, 3))
        uids = dict(self.connection.execute("SELECT n.path, c.uid FROM contact c JOIN note n ON n.id = c.note"))
        for number, path in enumerate(paths):
            day, (note,) = rng.choice([self._day(), self._day(), self.today.isoformat()]), self.notes(path)
            key = item_key(day, rng.choice(["reach_out", "reach_out", "follow_up", "dates"]), uids[path] or path)
            state = rng.choice(["open", "open", "done", "let_go", "moved"])
            due = (self.today + timedelta(rng.randint(-4, 9))).isoformat() if state == "moved" else ""
            row = (note, 900 + number, 900 + number, day, key, state, state == "open", "call", due, "", "", note)
            self.connection.execute(f"INSERT INTO offer VALUES ({', '.join('?' * len(row))})", row)


@contextmanager
def scene(number: int) -> Iterator[Scene]:
    with open_in_memory() as connection:
        yield Scene(Random(number), connection)


def words(view: AgendaView) -> str:
    """All of it but on which lines things stand: where one has moved, the page is not remembered."""
    return re.sub(r"(?<=\.md:)\d+", "", repr(view))


def live(number: int) -> int:
    """How often the page was still right."""
    hits = 0
    with scene(number) as one:
        view, choice = one.page()
        for _ in range(_EDITS):
            path = one.edit()
            notes = one.notes(path)
            before = told_by(one.connection, notes)
            one.read(path)
            after = told_by(one.connection, notes)
            added = () if before[:2] == after[:2] else added_touches(before, after)
            still: Choice | None = None
            if added is not None:
                plain: Any = json.loads(json.dumps(choice.as_plain()))
                still = find_choice(one.connection, one.settings, one.today, plain, added)
            if still is None:
                view, choice = one.page()
            else:
                hits += bool(added)
                choice = still
                assert words(view) == words(one.page_of_everybody()), (number, path)
    return hits


@pytest.fixture(autouse=True)
def _few_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a network so small everybody would be."""
    monkeypatch.setattr("vaultnet.practice.turns._LOOKED_AT", 2)


def test_what_is_kept_is_what_would_be_made_anew() -> None:
    """2347: somebody who was never in touch, with a day set by hand, may be introduced once they are."""
    assert sum(live(number) for number in (*range(_HISTORIES), 2347)) > _HISTORIES / 2


def test_what_goes_through_everybody_is_known() -> None:
    """A watched network does not see who is taken from among all standings. Whoever asks for them, for a page, may take
    what no touch has a part in (a uid, a country), and, as `same_choice.py` sees to it, whether somebody is in the plan
    and has ever been in touch, and whether there is anybody: nothing else.
    """
    may = {"agenda", "reach_out", "holiday_cards", "giving", "give_choice", "meet_someone", "occasions", "targets"}
    assert behind_a_page(r"network\.standings") - {"network"} == may


def test_what_reads_touches_is_known() -> None:
    """Nor does it see what the index is asked past it. For a page that may be touches of one person who is looked up
    (histories, mornings), the days of everybody's (`noted_days.py`), those in notes that are nobody's (circles, ties),
    and who has a tag in their log (`exchanges.py`, `histories.py`): a touch without one must find nobody else.
    (`lookup.py` reads touches for other commands, `schema.py` keeps `newest` in step.)
    """
    may = {"histories", "exchanges", "standings", "network", "noted_days", "circles", "tie_graph"}
    assert behind_a_page(r"\b(FROM|JOIN) (touch|newest)\b") - {"lookup", "schema"} == may


def behind_a_page(pattern: str) -> set[str]:
    """Which of the modules that a page is loaded and made by say this."""
    code = (
        "import sys, vaultnet.pages.agenda, vaultnet.app.agenda_facts, vaultnet.storage.network\n"
        "print(*(one.__file__ for name, one in sys.modules.items() if name[:9] == 'vaultnet.' and one.__file__))"
    )
    files = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    return {Path(file).stem for file in files if re.search(pattern, Path(file).read_text(encoding="utf-8"))}


@pytest.mark.soak
@pytest.mark.parametrize("first", _MORE)
def test_what_is_kept_is_what_would_be_made_anew_soak(first: int) -> None:
    for number in range(first, first + 40):
        live(number)
