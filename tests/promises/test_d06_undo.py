"""D6: whatever commands wrote can be undone, back to any point, as long as nobody changed the notes since; what
somebody changed is named and never overwritten; a journal that is damaged takes away the undoing and nothing else.
"""

import random
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.writing_commands import DAY, make_written
from vaultnet.storage.journal import Journal

_PEOPLE = ("Ada Byron", "Ben Okri", "Eve Fox")


def _command(draws: random.Random, number: int) -> tuple[str, ...]:
    who = draws.choice(_PEOPLE)
    return draws.choice(
        [
            ("log", f"called {who} about matter {number}"),
            ("snooze", who, f"in {draws.randint(1, 9)} weeks"),
            ("set", "type=contact", f"tier={draws.choice(('close', 'wide', 'inner'))}", "--apply"),
            ("new", "contact", f"Newcomer {number}"),
            ("agenda",),
            ("review",),
            ("triage", "--note"),
            ("debrief", "Meetings/2026-06-16 Coffee with Ada.md"),
        ]
    )


@pytest.mark.parametrize(
    ("histories", "length"), [(1, 10), pytest.param(500, 50, marks=pytest.mark.soak)], ids=["some", "all"]
)
def test_d6_any_history_to_any_point(cli: Cli, tmp_path: Path, histories: int, length: int) -> None:
    refused = undone = 0
    for number in range(histories):
        draws = random.Random(number)
        vault = make_written(tmp_path / str(number))
        states = [_notes(vault)]
        for step in range(length):
            result = cli(vault, *_command(draws, step), today=DAY)
            assert result.code == 0, result.err
            if _notes(vault) != states[-1]:
                states.append(_notes(vault))
        while len(states) > 1:
            back = min(draws.randint(1, 4), len(states) - 1)
            if draws.random() < 0.3:
                refused += _is_refused_after_an_edit(cli, vault, draws, back)
            result = cli(vault, "undo", str(back), today=DAY)
            assert result.code == 0, result.err
            del states[-back:]
            undone += back
            assert _notes(vault) == states[-1], f"history {number}, {len(states)} left"
    print(f"{histories} histories: {undone} steps undone, {refused} refused after an edit of the user's")


def _is_refused_after_an_edit(cli: Cli, vault: Path, draws: random.Random, back: int) -> bool:
    """The user types into a note of the last step: nothing is touched; they take it out: all can go on."""
    step = Journal(vault).last_steps(1)[0]
    note = vault / draws.choice(step.images).path
    kept = note.read_bytes()
    note.write_bytes(kept + b"mine\n")
    before = _notes(vault)
    result = cli(vault, "undo", str(back), today=DAY)
    assert (result.code, _notes(vault)) == (6, before)
    assert note.name in result.err
    note.write_bytes(kept)
    return True


@pytest.mark.parametrize("sevenths", [0, 3, 7])
def test_d6_a_journal_that_is_cut_short(cli: Cli, tmp_path: Path, sevenths: int) -> None:
    vault = make_written(tmp_path)
    cli(vault, "log", "called Ada Byron about looms", today=DAY)
    before = _notes(vault)
    cli(vault, "set", "type=contact", "tier=close", "--apply", today=DAY)
    after = _notes(vault)
    file = Journal(vault).last_steps(1)[0].file
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * sevenths // 7])
    result = cli(vault, "undo", today=DAY)
    if sevenths == 7:
        assert (result.code, _notes(vault)) == (0, before)
    else:  # that step is lost, and the note that the one before it wrote is another since
        assert (result.code, _notes(vault)) == (6, after)
        assert "People/Ada Byron.md" in result.err
    assert cli(vault, "snooze", "Eve Fox", "in 2 weeks", today=DAY).code == 0
    assert cli(vault, "undo", today=DAY).code == 0


def _notes(vault: Path) -> dict[str, bytes]:
    return {path.relative_to(vault).as_posix(): path.read_bytes() for path in vault.rglob("*") if path.is_file()}
