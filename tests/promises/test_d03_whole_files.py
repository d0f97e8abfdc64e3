"""D3: at every instant, `kill -9` at any system call included, a reader sees the whole old or the whole new file.

Each command that writes is killed at its calls; then comes another command, and everything is right again.
"""

import pytest

from tests.promises.faulty import Fault, read_files, run_command
from tests.promises.rig import rig_for
from tests.promises.writing_commands import COMMANDS, KILLED_AT

_SOME = [pytest.param(name, call, 1, id=f"some-{name}") for name, call in KILLED_AT.items()]
_ALL = [pytest.param(name, "any", 300, id=f"all-{name}", marks=pytest.mark.soak) for name in COMMANDS]


@pytest.mark.parametrize(("name", "call", "count"), [*_SOME, *_ALL])
def test_d3_killed_at_a_system_call(name: str, call: str, count: int) -> None:
    rig = rig_for(name)
    assert {fault.call for fault in rig.kills()} <= set(KILLED_AT.values()), "a kind of call that nothing is killed at"
    faults = rig.some(rig.kills(), call, count, seed=3)
    killed = sum(rig.strike(fault) == -9 for fault in faults)
    assert killed == len(faults) > 0
    print(f"{name}: killed at {killed} points")


def test_d3_killed_between_two_notes() -> None:
    """The first links are rewritten, the others not yet: the next command, one that only reads, takes them back."""
    rig = rig_for("rename")
    rig.put_back()
    assert run_command(rig.vault, rig.words, Fault("exchange", 2)).code == -9
    assert rig.before != read_files(rig.vault) != rig.after
    told = run_command(rig.vault, ("due",))
    assert (told.code, read_files(rig.vault)) == (0, rig.before)
    assert told.err.startswith("An earlier command was interrupted (vaultnet rename Ada Byron Ada King): taken back.\n")
    assert run_command(rig.vault, ("due",)).err == ""
