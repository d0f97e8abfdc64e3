"""Promise of issue 3: tick, edit, rename, skip, merge and absorb in any order; every tick becomes exactly one touch with
everybody it links, no word is lost, and a second run changes nothing.
"""

from pathlib import Path
from random import Random

import pytest

from tests.app.random_week import Week
from tests.vaults import snapshot
from vaultnet.model.log import read_log
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.document import parse_document
from vaultnet.text.item_id import find_item_id

RULES = build_rules(Settings())
_WEEKS = 20  # a test
_FIRST_WEEKS = range(0, 60, _WEEKS)
_MORE_WEEKS = range(60, 3_000, _WEEKS)


def touches_by_key(text: str) -> list[str]:
    """The keys of the touches that a note's log has, as it is read."""
    lines = text.split("\n")
    found = (find_item_id(lines[row.line - 1]) for row in read_log(parse_document(text), RULES))
    return [each.key for each in found if each]


def faults(week: Week) -> list[str]:
    text_by_person = {person: file.read_text() for person, file in week.path_by_person.items()}
    keys = {person: touches_by_key(text) for person, text in text_by_person.items()}
    found = []
    for key, people in week.people_by_key.items():
        for person, known in keys.items():
            if known.count(key) != (person in people):
                found.append(f"{key}: {known.count(key)} touches with {person}, {person in people} was right")
    for word, people in week.words:
        found += [f"{word} is lost with {person}" for person in people if word not in text_by_person[person]]
    days = "".join(file.read_text() for file in (week.root / "Daily").glob("*.md"))
    words = [*week.later_words, *(word for word, _ in week.words)]
    return found + [f"{word} is gone from where it was typed" for word in words if word not in days]


def check(week_number: int, folder: Path) -> None:
    week = Week(folder, Random(week_number))
    week.live()
    before = snapshot(week.root)
    pending = week.absorb()
    story = "\n".join(week.log)
    assert snapshot(week.root) == before, story
    assert not pending, f"{pending}\n{story}"
    assert not (lost := faults(week)), "\n".join([*lost, story])


@pytest.fixture(autouse=True)
def _nobody_is_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day passes between two saves: no run has to wait until a note is quiet."""
    monkeypatch.setattr("vaultnet.storage.write_job.wait_until_quiet", lambda *_: True)


@pytest.mark.parametrize("first", _FIRST_WEEKS)
def test_weeks(first: int, tmp_path: Path) -> None:
    for number in range(first, first + _WEEKS):
        check(number, tmp_path / str(number))


@pytest.mark.soak
@pytest.mark.parametrize("first", _MORE_WEEKS)
def test_weeks_soak(first: int, tmp_path: Path) -> None:
    for number in range(first, first + _WEEKS):
        check(number, tmp_path / str(number))
