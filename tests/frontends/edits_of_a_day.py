"""What a person, or another program, does to a vault: one small thing at a time, drawn by lot.

edits = Edits(vault, Random(1));  edits.one()   ->   "key", and somebody's front matter has `tier: close`
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

TODAY = "2026-06-15"
_KEYS = (
    "tier: {tier}", "cadence: {cadence}", "status: {status}", "birthday: 06-{day}", "met: 2020-06-{day}",
    "next-contact: 2026-06-{day}", "snooze: 2026-06-{day}", "aliases: [Zed, {first}]", "needs: [a room in Porto]",
    "offers: [bread]", "channel: phone", "tags: [{tag}]", "private: true", "company: '[[Corvane Re]]'", "country: PT",
    "knows: ['[[{who}]]']", "introduced-by: '[[{who}]]'", "roles: [clerk]", "wish-list: ['[[{who}]]']",
    "events:\n  - 2026-06-{day} wedding", "role: climate risk analyst", "name: {who}", "type: organization", "foo: {day}",
)  # fmt: skip
_LINES = (
    "", "A line of prose.", "Saw [[{who}]] and a heron.", "## Log", "```", "- [ ] Write to [[{who}]] 📅 2026-06-{day}",
    "- [x] asked [[{who}]] ✅ 2026-06-{day}", "- 2026-06-{day} coffee: with [[{who}]] #gave", "- 2026-05-{day} call",
    "- 2026-06-{day} email to: thanks #thanked", "## Raise next time\n- the bridge", "- 2026-06-{day} asked: for help #asked",
    "- [ ] Introduce [[{who}]] to [[{who}]]", "%% aside %%", "<!-- vaultnet:agenda -->",
)  # fmt: skip
_CHOICES = {
    "tier": ("inner", "close", "wide", "none"), "cadence": ("never", "1 week", "soon"), "tag": ("alist", "blist"),
    "status": ("archived", "deceased", "active"), "day": ("03", "13", "14", "15", "16", "20"),
}  # fmt: skip


class Edits:
    """Edits of a vault; the same ones for the same random numbers and the same vault."""

    def __init__(self, vault: Path, random: Random) -> None:
        self.vault = vault
        self.random = random
        self.kinds: tuple[tuple[Callable[[], None], int], ...] = (
            (self.key, 6), (self.line, 6), (self.day_note, 5), (self.cut, 2), (self.swap_lines, 2), (self.rename, 2),
            (self.swap_names, 1), (self.delete, 1), (self.settings, 1), (self.new, 1), (self.touch, 1),
        )  # fmt: skip

    def one(self) -> str:
        edits, weights = zip(*self.kinds, strict=True)
        (edit,) = self.random.choices(edits, weights)
        edit()
        return str(edit.__name__)

    def key(self) -> None:
        people = [path for path in self._notes() if path.parent.name == "People"]
        path = self.random.choice([self._note(), *self.random.choices(people, k=2)])
        begin, fence, rest = self._read(path).partition("---\n")
        words = self._filled(self.random.choice(_KEYS))
        self._save(path, f"---\n{words}\n{rest}" if fence and not begin else f"---\n{words}\n---\n{begin}")

    def line(self) -> None:
        path = self._note()
        lines = self._read(path).split("\n")
        place = self.random.choice([self.random.randint(0, len(lines)), len(lines)])
        self._save(path, "\n".join([*lines[:place], self._filled(self.random.choice(_LINES)), *lines[place:]]))

    def cut(self) -> None:
        path = self._note()
        lines = self._read(path).split("\n")
        del lines[self.random.randrange(len(lines))]
        self._save(path, "\n".join(lines))

    def swap_lines(self) -> None:
        path = self._note()
        lines = self._read(path).split("\n")
        one, other = self.random.randrange(len(lines)), self.random.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        self._save(path, "\n".join(lines))

    def day_note(self) -> None:
        """Ticks, typed words, a line of one's own, a block that is moved, spoilt, or gone."""
        path = self.vault / f"Daily/{TODAY}.md"
        text = self._read(path) if path.exists() else f"# {TODAY}\n"
        block, end, after = text.partition("<!-- /vaultnet:agenda -->\n")
        self._save(path, self.random.choice([
            text.replace("- [ ]", "- [x]", 1), text.replace("- [ ]", "- [x] met her at the mill", 1),
            text.replace("- [x]", "- [ ]", 1), text.replace("**", "__", 2), f"{text}my own line\n",
            f"{after}\n{block}{end}", f"{block}my own line\n{end}{after}", text.partition("<!-- ")[0],
        ]))  # fmt: skip

    def rename(self) -> None:
        path = self._note()
        name = self.random.choice([path.stem.upper(), path.stem.lower(), f"{path.stem} 2"])
        path.rename(path.with_name(f"{name}.md"))

    def swap_names(self) -> None:
        one, other, aside = self._note(), self._note(), self.vault / "aside"
        if one != other:
            one.rename(aside)
            other.rename(one)
            aside.rename(other)

    def delete(self) -> None:
        self._note().unlink()

    def new(self) -> None:
        text = "---\ntype: contact\ntier: close\nmet: 2025-06-{day}\n---\n## Log\n- 2026-01-{day} call\n"
        self._save(self.vault / self._filled("People/New {day}.md"), self._filled(text))

    def touch(self) -> None:
        os.utime(self._note())

    def settings(self) -> None:
        file = self.vault / "vaultnet.toml"
        swaps = (("people = 2", "people = 4"), ("people = 4", "people = 2"), ('"NL"', '"Atlantis"'), ('"en"', '"de"'))
        self._save(file, self._read(file).replace(*self.random.choice(swaps)))

    def _notes(self) -> list[Path]:
        return [path for path in sorted(self.vault.rglob("*.md")) if path.parent.name != "Templates"]

    def _note(self) -> Path:
        return self.random.choice(self._notes())

    def _filled(self, words: str) -> str:
        names = {key: self.random.choice(values) for key, values in _CHOICES.items()}
        who = self._note().stem
        return words.format(who=who, first=who.split(" ")[0], **names)

    def _read(self, path: Path) -> str:
        return path.read_bytes().decode()

    def _save(self, path: Path, text: str) -> None:
        """In place or by renaming, sometimes with the old time of change."""
        before = path.stat() if path.exists() else None
        aside = self.vault / "aside" if self.random.random() < 0.3 else path
        path.parent.mkdir(exist_ok=True)
        aside.write_bytes(text.encode())
        aside.replace(path)
        if before and self.random.random() < 0.3:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
