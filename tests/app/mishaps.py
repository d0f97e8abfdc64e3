"""What happens to the notes of a vault: renamed, broken, deleted, converted, written in, and merged by git.

week.rng.choice(MISHAPS)(week)
"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.app.user_edits import edit_item, type_more
from tests.app.vault_files import read_text, write_text

if TYPE_CHECKING:
    from tests.app.random_week import Week

MARKS = re.compile(r"^(?:<<<<<<< |=======|>>>>>>> ).*\n", re.MULTILINE)
BROKEN = "tags: [never closed\n"


def _someone(week: "Week") -> str | None:
    there = [person for person, file in week.path_by_person.items() if file.exists() and BROKEN not in read_text(file)]
    return week.rng.choice(there) if there else None


def rename(week: "Week") -> None:
    """By an editor that rewrites the links, or behind its back: then a uid, or the old name as an alias, is left."""
    person = _someone(week)
    if person is None:
        return
    old = week.path_by_person[person]
    new = old.with_name(f"{old.stem} {week.word()}.md")
    old.rename(new)
    week.path_by_person[person] = new
    week.person_by_name[new.stem] = person
    way = week.rng.choice(("links", "alias", "uid"))
    if way == "links":
        week.typed_names.add(new.stem)
        for file in week.root.rglob("*.md"):
            text = read_text(file)
            write_text(file, text.replace(f"[[{old.stem}]]", f"[[{new.stem}]]"))
    elif way == "alias" or "uid:" not in read_text(new) or old.stem in week.typed_names:
        names = [name for name, who in week.person_by_name.items() if who == person and name != new.stem]
        text = re.sub(r"aliases: .*\n", "", read_text(new).replace("\r\n", "\n"))
        write_text(new, text.replace("type: contact\n", f"type: contact\naliases: [{', '.join(names)}]\n", 1))
    week.note(f"rename {old.stem} -> {new.stem} ({way})")


def break_note(week: "Week") -> None:
    person = _someone(week)
    if person is not None:
        file = week.path_by_person[person]
        write_text(file, read_text(file).replace("type: contact", f"{BROKEN}type: contact", 1))
        week.mends.append(lambda: write_text(file, read_text(file).replace(BROKEN, "", 1)))
        week.note(f"break {file.name}")


def delete(week: "Week") -> None:
    person = _someone(week)
    if person is not None and len(week.deleted) < 2:  # a vault that lost many notes is not written to
        file = week.path_by_person[person]
        week.deleted[person] = read_text(file)
        file.unlink()
        week.note(f"delete {file.name}")


def carriage_returns(week: "Week") -> None:
    file = week.rng.choice(sorted(week.root.rglob("*.md")))
    text = read_text(file)
    if BROKEN not in text:
        write_text(file, text.replace("\r\n", "\n").replace("\n", "\r\n"))
        week.note(f"CRLF {file.name}")


def write(week: "Week") -> None:
    """Words of the user's own, outside of every block."""
    word = week.word()
    file = week.root / "Daily" / f"{week.day}.md"
    file.parent.mkdir(exist_ok=True)
    write_text(file, f"{word}\n\n{read_text(file) if file.exists() else ''}")
    week.later_words.append(word)


def merge(week: "Week") -> None:
    """Two machines absorb the same ticks, on one of which more was typed; then git merges line by line."""
    notes = sorted((week.root / "Daily").glob("*.md"))
    if not notes:
        return
    note = week.rng.choice(notes)
    edit_item(week, note)
    before = week.texts()
    week.absorb()
    ours = week.texts()
    for file, text in before.items():
        write_text(file, text)
    type_more(week, note)
    week.absorb()
    how = week.rng.choice(("--union", "--ours-and-theirs"))
    for file in before:
        merged = _merged(before[file], ours[file], read_text(file), is_union=how == "--union")
        write_text(file, _one_last_contact(merged) if how == "--union" else merged)
    week.note(f"merge {how}")


def _one_last_contact(text: str) -> str:
    """A union keeps the property of both sides, which no reader of YAML takes: the user strikes one out."""
    found = [line for line in text.splitlines(keepends=True) if line.startswith("last-contact:")]
    for line in found[1:]:
        text = text.replace(line, "", 1)
    return text


def _merged(base: str, ours: str, theirs: str, *, is_union: bool) -> str:
    """`git merge-file`: both sides of a conflict kept, as with `merge=union`, or marked for the user to decide."""
    if theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for file, text in zip(files, (ours, base, theirs), strict=True):
            write_text(file, text)
        command = ["git", "merge-file", "-p", *(["--union"] if is_union else []), *map(str, files)]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode()


MISHAPS = (rename, break_note, delete, carriage_returns, write, merge)
