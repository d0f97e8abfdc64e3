"""The watcher's events in words, in the past tense and short: they stand in a log, or in one line of a terminal.

indexed(look, {"People/Ada.md"})    ->   Event("indexed", "1 note changed: People/Ada.md", ...)
"""

from collections.abc import Collection

from vaultnet.app.tended import Tended
from vaultnet.frontends.watch.caretaker import Look
from vaultnet.frontends.watch.event import Event
from vaultnet.storage.scanned import NOTE_ENDINGS

_SHOWN = 20  # paths of a batch; a checkout has thousands


def started(root: str, pid: int) -> Event:
    return Event("started", f"Looking after {root}", {"vault": root, "pid": pid})


def indexed(look: Look, paths: Collection[str]) -> Event:
    """`paths` are what the system told of, folders among them, which may be more or less than what has changed."""
    counts = {"added": look.found.added, "changed": look.found.changed, "removed": look.found.removed}
    parts = [f"{_notes(count)} {word}" for word, count in counts.items() if count]
    notes = [path for path in sorted(paths) if path.lower().endswith(NOTE_ENDINGS)]
    named = f": {notes[0]}" if len(notes) == 1 == look.changes else ""
    return Event("indexed", f"{', '.join(parts)}{named}", {**counts, "told": len(paths), "paths": notes[:_SHOWN]})


def wrote(tended: Tended) -> Event:
    touches = len(tended.touches)
    absorbed = f"; absorbed {touches} {'touch' if touches == 1 else 'touches'}" if touches else ""
    details = {"paths": list(tended.paths), "absorbed": list(tended.touches)}
    return Event("wrote", f"Wrote {', '.join(tended.paths)}{absorbed}", details)


def stopped(why: str, batches: int, written: int, absorbed: int) -> Event:
    words = f"Stopped by {why} after {_many(batches, 'batch', 'batches')} of changes: "
    words += f"{_notes(written)} written, {_many(absorbed, 'touch', 'touches')} absorbed"
    return Event("stopped", words, {"why": why, "batches": batches, "written": written, "absorbed": absorbed})


def _notes(count: int) -> str:
    return _many(count, "note", "notes")


def _many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
