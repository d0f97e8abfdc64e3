"""A week in the life of a small vault: what a user, an editor, a phone and git do to it between runs of vaultnet.

week = Week(folder, Random(7)); week.live()      then ask `week.faults()` what was lost, doubled or touched

The week keeps its own account, by looking at nothing but what it does itself: which items were ticked, whom each links,
and which words were typed.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.app.mishaps import BROKEN, MARKS, MISHAPS
from tests.app.user_edits import edit_item
from tests.app.vault_files import read_text, write_text
from tests.vaults import make_vault, open_vault
from vaultnet.app.absorb import absorb
from vaultnet.app.generate import generate_agenda
from vaultnet.errors import NotWritten

_FIRST = date(2026, 6, 15)
_PEOPLE = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    needs: a map of the harbour
    ---
    Met at the fair.

    ## Log
    - 2025-11-20 email: the mortality paper
    - 2024-11-20 call
    == People/Ben Okri.md
    ---
    type: contact
    last-contact: 2025-11-25
    interests: lighthouses
    ---
    - [ ] Send him the map
    == People/Cy Young.md
    ---
    type: contact
    uid: c
    offers: [maps of the harbour, rowing]
    ---
    ## Log
    * 2023-12-01 coffee: nothing much
    * 2024-12-01 coffee: more

    ## Plans
    To see the sea.
    == People/Dora Klein.md
    ---
    type: contact
    needs: someone who rows
    knows: "[[Zoe Quist]]"
    ---
    She knows the sea.

    - 2025-01-02 lunch: fish
    \t- and chips
    == People/Eve Adams.md
    ---
    type: contact
    uid: e
    tier: inner
    ---
    == People/Finn Berg.md
    ---
    type: contact
    ---
    - [ ] Call [[Finn Berg]] about the boat
    == Goals.md
    ---
    type: goals
    wish-list: ["[[Zoe Quist]]"]
    ---
    == Clippings/The last keeper.md
    ---
    source: https://sea.example/keeper
    tags: [lighthouses]
    ---
"""
_BLOCK = re.compile(r"<!-- vaultnet:agenda -->.*?<!-- /vaultnet:agenda -->", re.DOTALL)


class Week:
    """`people_by_key`: a ticked item -> whom it says was met. `words`: what was typed into it before it was absorbed."""

    def __init__(self, folder: Path, rng: Random) -> None:
        self.root = make_vault(folder, _PEOPLE)
        self.rng = rng
        self.path_by_person = {file.stem: file for file in sorted((self.root / "People").iterdir())}
        self.person_by_name = {name: name for name in self.path_by_person}
        self.people_by_key: dict[str, set[str]] = {}
        self.words: list[tuple[str, set[str]]] = []
        self.later_words: list[str] = []
        self.mends: list[Callable[[], None]] = []
        self.deleted: dict[str, str] = {}
        self.typed_names: set[str] = set()
        self.log: list[str] = []
        self._count = 0
        self.day = _FIRST

    # What happens in it

    def live(self) -> None:
        for _ in range(5):
            if self.rng.random() < 0.85:
                self.run()
            for _ in range(self.rng.randint(1, 3)):
                self.act()
            if self.rng.random() < 0.3:
                self.absorb()
            self.day += timedelta(days=self.rng.choice((1, 1, 1, 3)))
        self.absorb()
        for mend in reversed(self.mends):
            mend()
        for person, text in self.deleted.items():
            write_text(self.path_by_person[person], text)
        for file, text in self.texts().items():
            write_text(file, MARKS.sub("", text))  # of a conflict: both versions are kept
        self.absorb()

    def run(self) -> None:
        before = self.texts()
        with open_vault(self.root, self.day.isoformat()) as workspace:
            try:
                result = generate_agenda(workspace, self.day, absorb_as=("vaultnet", "agenda"))
                workspace.apply([result.change] if result.change else [], ("vaultnet", "agenda"))
            except NotWritten as refused:
                if refused.path != f"Daily/{self.day}.md":  # where it is a doubled block, or a conflict
                    raise
        self.log.append(f"{self.day} agenda")
        self._look_for_damage(before)

    def absorb(self) -> tuple[str, ...]:
        before = self.texts()
        with open_vault(self.root, self.day.isoformat()) as workspace:
            absorbed = absorb(workspace, ("vaultnet", "absorb"))
        self.log.append(f"{self.day} absorb {[path for path, *_ in absorbed.plan.touches]}")
        self._look_for_damage(before)
        return absorbed.words

    def texts(self) -> dict[Path, str]:
        return {file: read_text(file) for file in sorted(self.root.rglob("*.md"))}

    def _look_for_damage(self, before: dict[Path, str]) -> None:
        """Nothing but the promises that are kept, `last-contact` and the block may have changed; a broken note not at all."""
        for file, text in before.items():
            after = read_text(file)
            if BROKEN in text or "<<<<<<<" in text:
                assert after == text, f"{file} was broken, and written to"
            rest = iter(_own_lines(after))
            lost = [line for line in _own_lines(text) if line not in rest]
            assert not lost, f"{file}: {lost}\n{after}"

    def act(self) -> None:
        notes = sorted((self.root / "Daily").glob("*.md")) if (self.root / "Daily").is_dir() else []
        if notes and self.rng.random() < 0.7:
            note = notes[-1] if self.rng.random() < 0.6 else self.rng.choice(notes)  # the phone had an older one open
            edit_item(self, note)
        else:
            self.rng.choice(MISHAPS)(self)

    # Its account

    def absorbed_by(self, key: str) -> set[str]:
        texts = {who: self.deleted.get(who) or read_text(file) for who, file in self.path_by_person.items()}
        return {who for who, text in texts.items() if f"^vn-{key}" in text}

    def name(self, person: str) -> str:
        name = self.path_by_person[person].stem
        self.typed_names.add(name)
        return name

    def word(self) -> str:
        self._count += 1
        return f"word{self._count}word"

    def note(self, what: str) -> None:
        self.log.append(f"{self.day} {what}")


def _own_lines(text: str) -> list[str]:
    """The user's lines: but for those of the block, open promises, and what vaultnet keeps up to date."""
    outside = _BLOCK.sub("", text.replace("\r\n", "\n"))
    return [line for line in outside.split("\n") if line and not line.startswith(("- [ ] ", "last-contact:"))]
