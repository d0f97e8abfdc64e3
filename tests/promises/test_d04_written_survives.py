"""D4: "written" means that it survives a power cut: the bytes are on the disk before the name leads to them, the name
before the command says so, and the journal before the first note. The soak pulls the plug of a real disk.
"""

import pytest

from tests.promises.rig import rig_for
from tests.promises.writing_commands import COMMANDS, OUTSIDE

_PUBLISHING = {"exchange", "move_new"}


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - OUTSIDE))
def test_d4_all_is_on_the_disk_when_the_command_ends(name: str) -> None:
    """Played on a disk that keeps nothing but what it was told to keep: what is there at the end has all been told."""
    rig = rig_for(name)
    vault = str(rig.vault)
    unsafe_bytes: set[str] = set()  # files whose bytes a power cut would take
    unsafe_names: set[str] = set()  # folders whose entries it would put back
    journal, has_journal = "", False
    for call, *where in rig.trace:
        if call == "write":
            unsafe_bytes.add(where[0])
        elif call == "fsync":
            unsafe_bytes.discard(where[0])
            unsafe_names.discard(where[0])
            has_journal = has_journal or where[0] == journal
        elif call in _PUBLISHING:
            assert has_journal, f"{name}: a note is written before the journal is on the disk"
            assert f"{where[0]}/{where[1]}" not in unsafe_bytes, f"{name}: {where[3]} could be torn"
            unsafe_names.add(where[2])
        elif call == "rename" and where[1].endswith(("-open.step", "-undoing.step")):
            assert where[0] not in unsafe_bytes, f"{name}: the journal could be torn"
            journal = where[1].rpartition("/")[0]
    assert {folder for folder in unsafe_names if folder.startswith(vault)} == set(), name
    assert unsafe_bytes == set(), name
    assert any(call in _PUBLISHING | {"rename"} for call, *_ in rig.trace)
