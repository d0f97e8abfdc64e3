"""The copies that sync services and merge tools leave when two machines changed one note (promise D15).

    find_conflict_copies(["Ada.md", "Ada.sync-conflict-20260502-101112-ABCDEFG.md", "Ada 2.md"])
    ->  {"Ada.sync-conflict-20260502-101112-ABCDEFG.md", "Ada 2.md"}

They are never read as people, never deleted, and merged on request. `Ada 2.md` is one only beside an `Ada.md`.
"""

import re
from collections.abc import Collection

_MAYBE = re.compile(r"[Cc]onflict|_(?:BACKUP|LOCAL|REMOTE|BASE)_| 2\.md|\.orig", re.IGNORECASE)
_SURE = re.compile(
    r"""\.sync-conflict-\d{8}-\d{6}          # Syncthing
      | \([^()]{0,200}conflict(?:ed|ing)?\ copy[^()]{0,200}\)   # Dropbox, Nextcloud, Obsidian Sync
      | _conflict-\d{8}-\d{6}                 # ownCloud
      | \(case\ conflict                      # Dropbox, names that differ in case
      | _(?:BACKUP|LOCAL|REMOTE|BASE)_\d+\.   # git mergetool
      | \.orig$                               # patch, git mergetool
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED = " 2.md"  # iCloud


def find_conflict_copies(names: Collection[str]) -> frozenset[str]:
    """Those of one folder's names that are conflict copies."""
    if not _MAYBE.search("\n".join(names)):  # one look for a whole folder: nearly always there is none
        return frozenset()
    return frozenset(name for name in names if _SURE.search(name) or _is_numbered_twin(name, names))


def _is_numbered_twin(name: str, names: Collection[str]) -> bool:
    return name.endswith(_NUMBERED) and f"{name.removesuffix(_NUMBERED)}.md" in names
