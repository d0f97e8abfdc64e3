"""Notes, and what people and vaultnet do to them, drawn at random. Every line that is written bears a token (`b12q`)
of its own, so that a merge can be asked afterwards where each of them is.

    base = draw_note(random)
    ours = draw_edits(base, random, "o")        # ours.text, and in ours.touched what two edits may quarrel about
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random

from vaultnet.text.block import replace, seal
from vaultnet.text.document import parse_document
from vaultnet.text.item_id import digest

TOKEN = re.compile(r"\b[bot][0-9]+q\b")
_KEYS = ("tier", "cadence", "met", "channel", "role", "location", "needs")
_KINDS = ("coffee:", "call:", "letter from:", "email to:", "lunch:")
_NAMES = ("Ada Lovelace", "Ben Ode", "Cy Young", "Dora Marsden", "Eve Kern")
_START = date(2026, 1, 1)


@dataclass
class Draft:
    """A note while it is edited: lines without ends. `who` is the letter of the tokens."""

    lines: list[str]
    random: Random
    who: str
    touched: set[str] = field(default_factory=set)
    line_end: str = "\n"
    is_ended: bool = True
    bom: str = ""
    numbers: "count[int]" = field(default_factory=count)

    @property
    def text(self) -> str:
        return self.bom + self.line_end.join(self.lines) + (self.line_end if self.is_ended else "")

    def token(self) -> str:
        return f"{self.who}{next(self.numbers)}q"

    def day(self) -> str:
        return str(_START + timedelta(days=self.random.randrange(300)))

    def places(self, pattern: str) -> list[int]:
        return [place for place, line in enumerate(self.lines) if re.match(pattern, line)]

    def pick(self, pattern: str) -> int:
        """A line at random; -1 for none."""
        places = self.places(pattern)
        return self.random.choice(places) if places else -1


def draw_note(random: Random) -> Draft:
    """A contact's note of any shape: some have no log, no block, no front matter."""
    draft = Draft([], random, "b")
    add = draft.lines.extend
    if random.random() < 0.9:
        keys = random.sample(_KEYS, random.randrange(5))
        add(["---", "type: contact", *(f"{key}: {draft.token()}" for key in keys)])
        if random.random() < 0.6:
            items = [draft.token() for _ in range(random.randrange(1, 4))]
            add([f"tags: [{', '.join(items)}]"] if random.random() < 0.5 else ["tags:", *(f"  - {x}" for x in items)])
        if random.random() < 0.5:
            add([f"last-contact: {draft.day()}"])
        add(["---"])
    add([f"# Ada {draft.token()}", ""])
    for _ in range(random.randrange(4)):
        add([f"Prose {draft.token()} about this and that.", ""])
    if random.random() < 0.5:
        add(["## Networking", "<!-- vaultnet:agenda -->", "<!-- /vaultnet:agenda -->", ""])
        _regenerate(draft)
    if random.random() < 0.5:
        add(["## Tasks", *(f"- [ ] send {draft.token()}" for _ in range(random.randrange(1, 4))), ""])
    if random.random() < 0.8:
        add(["## Log"])
        for _ in range(random.randrange(6)):
            _log(draft)
        if random.random() < 0.3:
            add(["", "## After", f"Words {draft.token()}"])
    draft.is_ended = random.random() < 0.8 or not draft.lines[-1]
    draft.touched.clear()
    return draft


def draw_edits(base: Draft, random: Random, who: str, most: int = 4) -> Draft:
    """The base, edited by one side."""
    draft = Draft([*base.lines], random, who, set(), base.line_end, base.is_ended, base.bom)
    for _ in range(random.randrange(1, most + 1)):
        random.choice(EDITS)(draft)
    return draft


# The log


def _log_start(draft: Draft) -> int:
    heads = draft.places("## Log$")
    if heads:
        return heads[0] + 1
    draft.lines += ["", "## Log"]
    return len(draft.lines)


def _log(draft: Draft) -> None:
    """The newest on top, as vaultnet and people keep it."""
    place = _log_start(draft)
    dated = [at for at in draft.places(r"- \d{4}-\d\d-\d\d") if at >= place]
    item = [f"- {draft.day()} {draft.random.choice(_KINDS)} {draft.token()} and more"]
    if draft.random.random() < 0.3:
        item.append(f"  - nested {draft.token()}")
    day = item[0][2:12]
    behind = next((at for at in dated if draft.lines[at][2:12] <= day), None)
    if behind is None:
        behind = place
        while behind < len(draft.lines) and draft.lines[behind].startswith(("- ", "  ")):
            behind += 1
    draft.lines[behind:behind] = item


_ITEM = r"- \d{4}-"


def _edit_log(draft: Draft) -> None:
    place = draft.pick(_ITEM + r"(?!.*\^vn)")
    if place >= 0:
        draft.touched.add(f"item {_name(draft.lines[place])}")
        draft.lines[place] += f" {draft.token()}"


def _nest(draft: Draft) -> None:
    place = draft.pick(_ITEM)
    if place >= 0:
        draft.touched.add(f"nested {_name(draft.lines[place])}")
        draft.lines.insert(place + 1, f"  - {draft.token()}")


def _delete_log(draft: Draft) -> None:
    place = draft.pick(_ITEM)
    if place >= 0:
        draft.touched |= {f"item {_name(draft.lines[place])}", f"nested {_name(draft.lines[place])}"}
        del draft.lines[place]
        while place < len(draft.lines) and draft.lines[place].startswith("  "):
            del draft.lines[place]


def _absorb(draft: Draft) -> None:
    """The same line on every machine: once is enough."""
    name = draft.random.choice(_NAMES)
    key = digest(name)
    if not draft.places(rf".*\^vn-{key}"):
        place = _log_start(draft)
        draft.lines.insert(place, f"- 2026-11-20 call: about the paper of {name.split()[0]} ^vn-{key}-{key}")


# Tasks


def _tick(draft: Draft) -> None:
    place = draft.pick(r"- \[ \] send")
    if place >= 0:
        draft.touched.add(f"box {_name(draft.lines[place])}")
        draft.lines[place] = draft.lines[place].replace("[ ]", "[x]") + f" ✅ {draft.day()}"


def _set_due(draft: Draft) -> None:
    place = draft.pick(r"- \[.\] send(?!.*📅)")
    if place >= 0:
        draft.touched.add(f"due {_name(draft.lines[place])}")
        draft.lines[place] += f" 📅 {draft.day()}"


def _delete_task(draft: Draft) -> None:
    place = draft.pick(r"- \[.\] send")
    if place >= 0:
        draft.touched |= {f"{what} {_name(draft.lines[place])}" for what in ("box", "due")}
        del draft.lines[place]


def _name(line: str) -> str:
    """What an item is known by: its first token, or its id."""
    found = TOKEN.search(line) or re.search(r"\^vn-\w+", line)
    return found[0] if found else line


# Properties


def _fence(draft: Draft) -> int:
    """The closing line; 0 for none."""
    return draft.lines.index("---", 1) if draft.lines[:1] == ["---"] and "---" in draft.lines[1:] else 0


def _set_key(draft: Draft) -> None:
    end = _fence(draft)
    if not end:
        draft.lines[:0] = ["---", "type: contact", "---"]
        end = 2
    key = draft.random.choice(_KEYS)
    draft.touched.add(f"key {key}")
    line = f"{key}: {draft.token()}"
    for place in range(1, end):
        if draft.lines[place].startswith(f"{key}:"):
            draft.lines[place] = line
            return
    draft.lines.insert(end, line)


def _delete_key(draft: Draft) -> None:
    key = draft.random.choice(_KEYS)
    for place in range(1, _fence(draft)):
        if draft.lines[place].startswith(f"{key}:"):
            draft.touched.add(f"key {key}")
            del draft.lines[place]
            return


def _add_tag(draft: Draft) -> None:
    end = _fence(draft)
    for place in range(1, end):
        line = draft.lines[place]
        if line.startswith("tags: ["):
            draft.lines[place] = f"{line[:-1]}, {draft.token()}]"
            return
        if line == "tags:":
            draft.lines.insert(place + 1, f"  - {draft.token()}")
            return
    if end:
        draft.lines.insert(end, f"tags: [{draft.token()}]")


def _drop_tag(draft: Draft) -> None:
    places = draft.places(r"  - b\d+q$")
    if len(places) > 1 and places[-1] < _fence(draft):
        del draft.lines[draft.random.choice(places)]


def _meet(draft: Draft) -> None:
    for place in range(1, _fence(draft)):
        if draft.lines[place].startswith("last-contact"):
            draft.lines[place] = f"last-contact: {max(draft.day(), draft.lines[place][14:])}"


def _comment(draft: Draft) -> None:
    end = _fence(draft)
    places = [place for place in range(1, end) if re.match(r"\w", draft.lines[place])]
    if places:
        draft.lines.insert(draft.random.choice(places), f"# {draft.token()}")


# Prose


def _edit_prose(draft: Draft) -> None:
    place = draft.pick("Prose")
    if place >= 0:
        draft.touched.add(f"prose {_name(draft.lines[place])}")
        draft.lines[place] += f" {draft.token()}"


def _add_prose(draft: Draft) -> None:
    place = draft.pick("(?:# Ada|Prose)")
    draft.touched |= {f"{what} {_name(draft.lines[place])}" for what in ("behind", "prose")}
    following = next((line for line in draft.lines[place + 1 :] if line.startswith("Prose")), "")
    draft.touched |= {f"behind {_name(following)}", f"prose {_name(following)}"}
    draft.lines[place + 1 : place + 1] = ["", f"Prose {draft.token()}"]


def _add_section(draft: Draft) -> None:
    draft.touched.add("end")
    draft.lines += ["", f"## More {draft.token()}", f"Text {draft.token()}"]


# Blocks


def _regenerate(draft: Draft) -> None:
    """As vaultnet does it, with the same code."""
    text = "\n".join(draft.lines) + "\n"
    if not draft.places("<!-- vaultnet:agenda"):
        return
    names = draft.random.sample(_NAMES, draft.random.randrange(1, 4))
    items = [f"- [ ] Call [[{name}]] · {draft.random.randrange(9)} months ^vn-{digest(name)}" for name in names]
    lines = [f"**Reach out** · {len(names)} people", *items]
    if draft.random.random() < 0.5:
        lines += ["", "**Meetings**", f"- 10:{draft.random.randrange(10, 60)} [[Grace Hopper]]"]
    inner = seal("".join(f"{line}\n" for line in lines))
    draft.lines = replace(parse_document(text), "agenda", inner).split("\n")[:-1]


def _tick_block(draft: Draft) -> None:
    place = draft.pick(r"- \[ \] Call.*\^vn-")
    if place >= 0:
        mark = draft.random.choice("xx->")
        draft.lines[place] = draft.lines[place].replace("[ ]", f"[{mark}]", 1)


def _type_block(draft: Draft) -> None:
    place = draft.pick(r"- \[.\] Call.*\^vn-")
    if place >= 0:
        draft.lines[place] += f" {draft.token()}"


def _nest_block(draft: Draft) -> None:
    place = draft.pick(r"- \[.\] Call.*\^vn-")
    if place >= 0:
        draft.lines.insert(place + 1, f"  - {draft.token()}")


# The file


def _turn_line_ends(draft: Draft) -> None:
    draft.line_end = "\r\n"


def _turn_last_end(draft: Draft) -> None:
    draft.is_ended = True


EDITS: tuple[Callable[[Draft], None], ...] = (
    _log, _log, _log, _edit_log, _nest, _delete_log, _absorb, _absorb, _tick, _set_due, _delete_task,
    _set_key, _set_key, _delete_key, _add_tag, _drop_tag, _meet, _comment, _edit_prose, _add_prose, _add_section,
    _regenerate, _regenerate, _tick_block, _type_block, _nest_block, _turn_line_ends, _turn_last_end,
)  # fmt: skip
