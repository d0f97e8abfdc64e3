"""What a user does to the items of an agenda, on the laptop or the phone, and what the week then has to account for.

edit_item(week, note)     an open item is ticked, worded anew, let go, moved on, shifted, or the whole block doubled
type_more(week, note)     words behind an item that is ticked already
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.app.vault_files import read_text, write_text

if TYPE_CHECKING:
    from tests.app.random_week import Week

ITEM = re.compile(r"- \[ \] (?P<kind>[^\[\n]*)\[\[(?P<name>[^\]|]+)\]\].*\^vn-(?P<key>[0-9a-f]{8})(?:-[0-9a-f]{8})?")

OTHER = re.compile(r"Introduction for \[\[[^\]]*\]\] and \[\[(?P<name>[^\]|]+)\]\] ·")  # both were met


def edit_item(week: "Week", note: Path) -> None:
    lines = read_text(note).split("\n")
    found = [(at, match) for at, line in enumerate(lines) if (match := ITEM.search(line))]
    found = [(at, match) for at, match in found if match["name"] in week.person_by_name]  # no stranger on the wish list
    if not found:
        return
    at, match = week.rng.choice(found)
    how = week.rng.choice(("tick", "tick", "tick", "tick", "let go", "move", "shift", "double"))
    if how == "tick":
        lines[at : at + 1] = _tick(week, lines[at], match)
    elif how == "double":
        lines += ["", *lines[_block_start(lines) : _block_end(lines) + 1]]
    elif how == "shift":
        lines.insert(_block_end(lines) - 1, lines.pop(at))
    else:
        lines[at] = lines[at].replace("- [ ]", {"let go": "- [-]", "move": "- [>]"}[how], 1)
    week.note(f"{how} {note.name}:{at + 1} {match['key']}")
    write_text(note, "\n".join(lines))


def _tick(week: "Week", line: str, match: re.Match[str]) -> list[str]:
    """The item ticked, and worked on as people do: the words, who was there, the kind, before or behind the id."""
    key, person = match["key"], week.person_by_name[match["name"]]
    is_promise = "Send him" in line or "Call [[Finn Berg]] about" in line
    people = week.people_by_key.setdefault(key, set())
    other = OTHER.search(line)
    end = line[len(line.rstrip("\r")) :]
    line = line.rstrip("\r").replace("- [ ]", week.rng.choice(("- [x]", "- [X]")), 1)
    ways = week.rng.sample(
        ("behind", "before", "beneath", "below", "kind", "link", "second", "done"), week.rng.randint(0, 3)
    )
    if is_promise:
        ways = [way for way in ways if way not in ("kind", "link", "before")]
    if "link" in ways:
        person = week.rng.choice(sorted(week.path_by_person))
        line = line.replace(f"[[{match['name']}]]", f"[[{week.name(person)}]]", 1)
    if "kind" in ways:
        line = line.replace(
            f"] {match['kind']}", f"] {week.rng.choice(('Coffee with ', 'E-mail to ', 'Lunch with '))}", 1
        )
    words = {way: week.word() for way in ways if way in ("behind", "before", "beneath", "below")}
    if "before" in words:
        line = line.replace(" ^vn-", f" {words['before']} ^vn-", 1)
    if "behind" in words:
        line += f" {words['behind']}"
    if "done" in ways:
        line += " ✅ 2026-06-20"
    met = {person} if not is_promise or words or "second" in ways or "] Call" in line else set()
    if other:
        met.add(week.person_by_name[other["name"]])
    if "second" in ways:
        second = week.rng.choice(sorted(week.path_by_person))
        if is_promise or week.rng.random() < 0.5:
            line += f" with [[{week.name(second)}]]"
        else:  # right behind the first, before the reason
            line = line.replace("]]", f"]] and [[{week.name(second)}]]", 1)
        met.add(second)
    people |= met
    week.words += [(word, people - week.absorbed_by(key)) for word in words.values()]
    week.later_words += words.values()  # what is typed after it was absorbed stays where it was typed
    beneath = [f"  - {words['beneath']}"] if "beneath" in words else []
    below = [f"  {words['below']}"] if "below" in words else []
    return [line + end, *(each + end for each in below + beneath)]


def type_more(week: "Week", note: Path) -> None:
    """Behind an item that is ticked, and not absorbed yet."""
    for match in re.finditer(
        r"- \[[xX]\] .*\^vn-(?P<key>[0-9a-f]{8}).*?(?=\r?$)", text := read_text(note), re.MULTILINE
    ):
        people, late = week.people_by_key.get(match["key"], set()), week.absorbed_by(match["key"])
        if people - late:
            word = week.word()
            write_text(note, f"{text[: match.end()]} {word}{text[match.end() :]}")
            week.words.append((word, people - late))
            week.note(f"more {note.name} {match['key']}")
            return


def _block_start(lines: list[str]) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith("<!-- vaultnet:agenda"))


def _block_end(lines: list[str]) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith("<!-- /vaultnet:agenda"))
