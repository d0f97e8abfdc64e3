"""D23: a disk that is full, read-only, closed to us or broken: exit 7, the file named, the note unchanged, nothing left.

Whatever call of a command fails, with whatever errno, once or from then on; and what of a command can do without that
call is done as if nothing were the matter.
"""

from collections import Counter
from datetime import UTC, datetime
from errno import EACCES, EDQUOT, EINTR, EIO, EMFILE, ENOSPC, EROFS
from pathlib import Path

import pytest

from tests.promises.faulty import Fault, read_files, run_command
from tests.promises.rig import rig_for
from tests.promises.writing_commands import COMMANDS, FAILING_AT
from tests.storage.faults import patient
from vaultnet.storage.files import commit
from vaultnet.storage.journal import Journal, Write
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.undo import abandon

NUMBERS = (ENOSPC, EACCES, EROFS, EIO, EINTR, EDQUOT, EMFILE)


_SOME = [pytest.param(name, call, 1, id=f"some-{name}") for name, call in FAILING_AT.items()]
_ALL = [pytest.param(name, "any", 180, id=f"all-{name}", marks=pytest.mark.soak) for name in COMMANDS]


@pytest.mark.parametrize(("name", "call", "count"), [*_SOME, *_ALL])
def test_d23_a_system_call_fails(name: str, call: str, count: int) -> None:
    rig = rig_for(name)
    assert {fault.call for fault in rig.errors(NUMBERS)} <= set(FAILING_AT.values()), "a kind of call that never fails"
    faults = rig.some(rig.errors(NUMBERS), call, count, seed=23)
    codes = Counter(rig.strike(fault) for fault in faults)
    assert sum(codes.values()) == len(faults) > 0
    print(f"{name}: {len(faults)} failing calls, exit codes {dict(codes)}")


def test_d23_the_last_of_several_notes_is_refused() -> None:
    """Full in the middle of a command: what it wrote before is taken back at once, and said to be nothing."""
    rig = rig_for("set")
    rig.put_back()
    fourth_note = Fault("write", 5, ENOSPC)  # the first of them is the journal's
    refused = run_command(rig.vault, rig.words, fourth_note)
    assert refused.code == 7
    assert "the disk is full: make room, then run the command again" in refused.err
    assert read_files(rig.vault) == rig.before
    assert run_command(rig.vault, ("undo",)).out == "There is nothing to undo in this vault.\n"


@pytest.mark.parametrize("words", [("due",), ("find", "tides"), ("query", "SELECT name FROM contacts"), ("check",)])
def test_d23_who_only_reads_is_answered_without_a_cache(words: tuple[str, ...]) -> None:
    """No file can be made in the cache folder: the index is made in memory, and the answer is the same."""
    rig = rig_for("find")
    rig.put_back()
    right = run_command(rig.vault, words)
    for fault in (Fault("py:open", 1, EROFS, stays=True), Fault("sqlite", 2, ENOSPC, stays=True)):
        rig.put_back()
        answered = run_command(rig.vault, words, fault)
        assert (answered.code, answered.out) == (right.code, right.out), answered.err
        assert "this command reads every note anew" in answered.err


def test_d23_taking_back_leaves_what_somebody_saved_meanwhile(tmp_path: Path) -> None:
    """The second note is refused; into the first one, already written, an editor has saved since."""
    (tmp_path / "Ada.md").write_bytes(b"ada")
    (tmp_path / "Bob.md").write_bytes(b"bob")
    journal, recovery = Journal(tmp_path, patient()), Recovery(tmp_path)
    writes = [Write("Ada.md", b"ada", b"ada 2"), Write("Bob.md", b"bob", b"bob 2")]
    step = journal.begin(("set",), datetime(2026, 6, 15, tzinfo=UTC), writes)
    commit(tmp_path, "Ada.md", b"ada", b"ada 2", "set", recovery=recovery, calls=patient())
    (tmp_path / "Ada.md").write_bytes(b"ada 2, mine")
    abandon(tmp_path, journal, step, recovery)
    assert ((tmp_path / "Ada.md").read_bytes(), (tmp_path / "Bob.md").read_bytes()) == (b"ada 2, mine", b"bob")
    assert journal.steps("open", "done") == []
