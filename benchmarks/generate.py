"""A believable vault of any size, the same one every time for the same seed.

    python -m benchmarks.generate FOLDER --notes 10000 --seed 1
    python -m benchmarks.generate FOLDER --notes 100000 --shape lifetime

Contacts of about 3 kB with 15 keys and 5 to 40 log lines, daily notes that mention them, meetings, organizations, and
notes that have nothing to do with anybody, in the proportions of a shape (`shapes.py`). One in twelve has CRLF line ends, one in eight no newline at its end.
"""

import argparse
import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks import words
from benchmarks.shapes import SHAPES, Shape

TODAY = date(2026, 6, 15)
_CRLF, _UNENDED = 0.08, 0.13


class _Vault:
    """The notes of one vault, by path, in a fixed order."""

    def __init__(self, notes: int, seed: int, shape: Shape) -> None:
        self.random, self.shape = random.Random(seed), shape
        self.counts = shape.counts(notes)
        self.people = [_person(number) for number in range(self.counts["contact"])]
        self.firms = [_firm(number) for number in range(self.counts["organization"])]

    def notes(self) -> Iterator[tuple[str, str]]:
        yield from self._contacts()
        yield from self._days()
        yield from self._meetings()
        yield from self._organizations()
        yield from self._plain()

    def _some(self, items: tuple[str, ...] | list[str], least: int, most: int) -> list[str]:
        return self.random.choices(items, k=self.random.randint(least, most))

    def _day(self, years: int = 0) -> date:
        return TODAY - timedelta(days=int(self.random.triangular(0, 365 * (years or self.shape.years), 200)))

    def _prose(self, least: int, most: int) -> str:
        return " ".join(self._some(words.PROSE, least, most))

    def _contacts(self) -> Iterator[tuple[str, str]]:
        for number, name in enumerate(self.people):
            folder = f"People/{name.rpartition(' ')[2][0]}{number // 400 or ''}"
            yield f"{folder}/{name}.md", f"{self._contact_keys(name)}{self._prose(3, 7)}\n\n{self._contact_body()}"

    def _contact_keys(self, name: str) -> str:
        city, country = self.random.choice(words.CITIES)
        born = TODAY - timedelta(days=self.random.randint(8_000, 24_000))
        mail = f"p{hash_of(name) % 10**8}@people.example"
        lines = [
            "type: contact",
            f"uid: {uuid.UUID(int=self.random.getrandbits(128), version=4)}",
            f"aliases:\n  - {name.partition(' ')[0]}",
            f'company: "[[{self.random.choice(self.firms)}]]"',
            f"role: {self.random.choice(words.ROLES)}",
            f"email: {mail}",
            f'phone: "+31 6 {self.random.randint(10_000_000, 99_999_999)}"',
            f"location: {city}",
            f"country: {country}",
            f"birthday: {born.isoformat()}",
            f"met: {self._day(15).isoformat()}",
            f'introduced-by: "[[{self.random.choice(self.people)}]]"',
            f"relationship: {self.random.choice(words.RELATIONS)}",
            f"tier: {self.random.choice(words.TIERS)}",
            f"channel: {self.random.choice(words.CHANNELS)}",
            "interests:\n" + "\n".join(f"  - {one}" for one in self._some(words.INTERESTS, 1, 4)),
        ]
        return "---\n" + "\n".join(lines) + "\n---\n"

    def _contact_body(self) -> str:
        raised = "".join(f"- {text}?\n" for text in self._some(words.SENTENCES, 0, 3))
        days = sorted((self._day() for _ in range(self.shape.lines(self.random))), reverse=True)
        log = "".join(f"- {day.isoformat()} {self._log_text()}\n" for day in days)
        owed = (
            f"- [ ] Send the notes we spoke of 📅 {self._soon().isoformat()}\n" if self.random.random() < 0.03 else ""
        )
        return f"## Raise next time\n{raised}{owed}\n## Log\n{log}"

    def _log_text(self) -> str:
        link = f", with [[{self.random.choice(self.people)}]]" if self.random.random() < 0.1 else ""
        return f"{self.random.choice(words.KINDS)}: {self.random.choice(words.SENTENCES)}{link}{self.random.choice(words.TAGS)}"

    def _soon(self) -> date:
        return TODAY + timedelta(days=self.random.randint(-20, 40))

    def _days(self) -> Iterator[tuple[str, str]]:
        for back in range(1, self.counts["daily"] + 1):
            day = TODAY - timedelta(days=back)
            yield f"Daily/{day.year}/{day.month:02}/{day.isoformat()}.md", self._day_text()

    def _day_text(self) -> str:
        lines = [self._prose(1, 4), ""]
        lines += [
            f"- {self.random.choice(('called', 'coffee with', 'wrote to'))} [[{one}]]"
            for one in self._some(self.people, 0, 3)
        ]
        lines += [f"- [{self.random.choice('x ')}] {text}" for text in self._some(words.SENTENCES, 0, 4)]
        return "\n".join([*lines, "", self._prose(0, 3), ""])

    def _meetings(self) -> Iterator[tuple[str, str]]:
        for number in range(self.counts["meeting"]):
            day = self._day()
            guests = self._some(self.people, 1, 4)
            listed = "".join(f'  - "[[{one}]]"\n' for one in guests)
            keys = f"---\ntype: meeting\ndate: {day.isoformat()}\ntime: 10:30\nwith:\n{listed}place: {self.random.choice(words.CITIES)[0]}\n---\n"
            tasks = f"- [ ] Thank {guests[0]} for the hour\n" if self.random.random() < 0.02 else ""
            yield (
                f"Meetings/{day.year}/{day.isoformat()} Talk {number}.md",
                f"{keys}{self._prose(2, 8)}\n\n## Notes\n{tasks}{self._prose(1, 6)}\n",
            )

    def _organizations(self) -> Iterator[tuple[str, str]]:
        for number, name in enumerate(self.firms):
            city, country = self.random.choice(words.CITIES)
            keys = f"---\ntype: organization\nindustry: {self.random.choice(words.ROLES)}\nlocation: {city}\ncountry: {country}\ntarget: false\n---\n"
            fact = f"- {self._day().isoformat()} situation: {self.random.choice(words.SENTENCES)}\n"
            yield f"Organizations/{number // 500}/{name}.md", f"{keys}{self._prose(1, 4)}\n\n## Facts\n{fact}"

    def _plain(self) -> Iterator[tuple[str, str]]:
        for number in range(self.counts["plain"]):
            topic = self.random.choice(words.TOPICS)
            parts = "\n".join(
                f"## {text.split()[0].title()}\n\n{self._prose(3, 9)}\n" for text in self._some(words.SENTENCES, 1, 5)
            )
            yield (
                f"Notes/{topic}/{number // 2_000}/{topic} {number}.md",
                f"# {topic} {number}\n\n{self._prose(2, 5)}\n\n{parts}",
            )

    def encode(self, text: str) -> bytes:
        """With the line ends and the last newline that this note happens to have."""
        if self.random.random() < _UNENDED:
            text = text.rstrip("\n")
        return (text.replace("\n", "\r\n") if self.random.random() < _CRLF else text).encode()


def hash_of(name: str) -> int:
    """The same in every process, as `hash` is not."""
    return int.from_bytes(name.encode(), "big") % 1_000_000_007


def _person(number: int) -> str:
    first, rest = words.FIRST[number % len(words.FIRST)], number // len(words.FIRST)
    last = words.LAST_START[rest % 30] + words.LAST_END[rest // 30 % 30]
    return f"{first} {last}" if rest < 900 else f"{first} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[rest // 900]}. {last}"


def _firm(number: int) -> str:
    start, end = words.ORGANIZATION_START[number % 30], words.ORGANIZATION_END[number // 30 % 28]
    return f"{start} {end}" + (f" {number // 840 + 1}" if number >= 840 else "")


def generate(folder: Path, notes: int, seed: int = 1, shape: str = "proportional") -> int:
    """Write the vault; the number of notes written is returned."""
    vault, made, written = _Vault(notes, seed, SHAPES[shape]), set[Path](), 0
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vaultnet.toml").write_bytes(b'format = 1\n\n[daily]\nfolder = "Daily"\nformat = "YYYY/MM/YYYY-MM-DD"\n')
    for name, text in vault.notes():
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(vault.encode(text))
        written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a believable vault.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--seed", type=int, default=1, help="the same one makes the same vault (1)")
    parser.add_argument("--shape", choices=SHAPES, default="proportional")
    given = parser.parse_args()
    print(generate(given.folder, given.notes, given.seed, given.shape), "notes")


if __name__ == "__main__":
    main()
