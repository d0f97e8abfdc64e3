"""Cases of vaults that are not like others: one very long note, and one folder of very many.

big_note(place, megabytes=10, rounds=7)      ->    [Found("index", 10, "naive loop", 1.2, of="MB in one note", ...),
                                                    Found("warm agenda", ...), Found("agenda after one edit in it", ...)]
full_folder(place, files=50_000, rounds=7)   ->    the same of a folder

The index from nothing, the agenda with nothing changed, and the agenda after an edit in that note, or in one of those
files; beside them a small vault, so that there is an agenda. Few rounds: they cost seconds, and no budget hangs on them.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.found import Found, ratio
from benchmarks.measure import alternate, floor_command
from benchmarks.subject import Subject

_BESIDE = 100  # notes
_FEW = 3
_MB = 1_000_000


def big_note(place: Path, megabytes: int, rounds: int) -> list[Found]:
    subject = Subject(place, _BESIDE, min(rounds, _FEW))
    line = f"- 2026-05-30 call: what the new rules leave out, at some length, with [[{subject.contacts[0].stem}]]\n"
    note = subject.root / "People" / "Lena Long.md"
    note.write_text(f"---\ntype: contact\n---\n## Log\n{line * (megabytes * _MB // len(line))}", encoding="utf-8")

    def edit() -> None:
        with note.open("a", encoding="utf-8") as out:
            out.write("- 2026-05-29 call: one line more\n")

    remark = "a contact's log, read as far as any note is; `check` names the line"
    return _measure(subject, edit, megabytes, "MB in one note", remark)


def full_folder(place: Path, files: int, rounds: int) -> list[Found]:
    subject = Subject(place, _BESIDE, min(rounds, _FEW))
    folder = subject.root / "Leaves"
    folder.mkdir()
    for number in range(files):
        (folder / f"Leaf {number:05}.md").write_text(f"# Leaf {number}\n\nOne thought.\n", encoding="utf-8")

    def edit() -> None:
        with (folder / f"Leaf {subject.random.randrange(files):05}.md").open("a", encoding="utf-8") as out:
            out.write("One thought more.\n")

    return _measure(subject, edit, files, "files in one folder", "of a line each")


def _measure(subject: Subject, edit: Callable[[], None], size: int, of: str, remark: str) -> list[Found]:
    root, home, rounds = subject.root, subject.home, subject.rounds
    index, agenda = subject.command("index"), subject.command("agenda")
    naive, walk = floor_command("frontmatter", root), floor_command("walk", root)
    cold = alternate(naive, index, home, rounds, before_ours=subject.forget_index)
    subject.settle()
    warm = alternate(walk, agenda, home, rounds)
    after = alternate(agenda, agenda, home, rounds, before_floor=subject.settle, before_ours=edit)
    subject.compare_with_fresh()
    found = (
        ratio("index", size, "naive loop", cold, remark),
        ratio("agenda, nothing changed", size, "walk", warm),
        ratio("agenda after one edit there", size, "warm agenda", after, "the index is equal to a fresh one"),
    )
    return [replace(one, of=of) for one in found]
