"""The people of a generated vault as other programs keep them, so that each is measured on the same ones.

make_orbit(subject.root, folder)       notes of its types: person, organization, interaction; the rest as it is
make_friends(subject.root, file)       friends.md, every log line an activity
hermit_tables(subject.root, folder)    companies.tsv and people.tsv, for its own import
"""

import csv
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import frontmatter

_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CREATED = "created: 2026-01-01\nupdated: 2026-01-01\n"


class Person(NamedTuple):
    """What other programs have a place for. `touches` are (day, what was said), the newest first."""

    name: str
    company: str
    role: str
    email: str
    phone: str
    location: str
    prose: str
    touches: tuple[tuple[str, str], ...]


def read_people(root: Path) -> Iterator[Person]:
    for path in sorted((root / "People").rglob("*.md")):
        note = frontmatter.load(str(path))
        prose, _, log = note.content.partition("## Log")
        touches = tuple((line[2:12], line[13:].strip()) for line in log.splitlines() if line.startswith("- 2"))
        keys = {key: str(value) for key, value in note.metadata.items()}
        yield Person(
            path.stem, keys["company"].strip("[]"), keys["role"], keys["email"], keys["phone"], keys["location"],
            prose.partition("## ")[0].strip(), touches,
        )  # fmt: skip


def make_orbit(root: Path, vault: Path) -> int:
    """Into a vault that `orbit init` has made; how many notes. A log line stays a line of its person's note: orbit would
    have a note for each of them, twenty times as many.
    """
    number = 0
    for person in read_people(root):
        keys = [
            f"type: person\nid: {_ulid('per', number)}\nname: {person.name}\nemails:\n  - {person.email}",
            f'phones:\n  - "{person.phone}"\norg: "[[{person.company}]]"\njob_title: {person.role}',
            f"location: {person.location}\nlast_contact: {person.touches[0][0]}",
        ]
        log = "".join(f"- {day} {said}\n" for day, said in person.touches)
        _write(vault / "01_People" / f"{person.name}.md", "\n".join(keys), f"## Notes\n{person.prose}\n\n{log}")
        number += 1
    for path in sorted((root / "Organizations").rglob("*.md")):
        note = frontmatter.load(str(path))
        keys = [f"type: organization\nid: {_ulid('org', number)}\nname: {path.stem}\nlocation: {note['location']}"]
        _write(vault / "02_Organizations" / path.name, "\n".join(keys), f"## Notes\n{note.content}\n")
        number += 1
    for path in sorted((root / "Meetings").rglob("*.md")):
        note = frontmatter.load(str(path))
        guests = "".join(f'  - "{guest}"\n' for guest in dict.fromkeys(_texts(note.metadata["with"])))
        keys = [f"type: interaction\nid: {_ulid('int', number)}\nkind: meeting\ndate: {note['date']}"]
        body = f"## Summary\n{note.content.replace('## Notes', '')}\n"
        _write(vault / "03_Interactions" / path.name, f"{keys[0]}\nparticipants:\n{guests.rstrip()}", body)
        number += 1
    return number + _copy(root, vault, "Daily", "Notes")


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _write(path: Path, keys: str, body: str) -> None:
    created = _CREATED if "type: interaction" not in keys else _CREATED.partition("updated")[0]
    path.write_text(f"---\n{keys}\n{created}---\n{body}", encoding="utf-8")


def _ulid(prefix: str, number: int) -> str:
    digits = "".join(_BASE32[number >> shift & 31] for shift in range(75, -1, -5))
    return f"{prefix}_01M81PV021{digits}"


def _copy(root: Path, target: Path, *folders: str) -> int:
    """Notes that are nobody's, as they are."""
    for folder in folders:
        shutil.copytree(root / folder, target / folder)
    return sum(len([*(root / folder).rglob("*.md")]) for folder in folders)


def hermit_tables(root: Path, folder: Path) -> list[Path]:
    """Companies past their deal, since Hermit keeps those of an open one out of its list; then the people."""
    people = list(read_people(root))
    companies = [(name, "won") for name in sorted({person.company for person in people})]
    rows = [(one.name, one.email, one.company, one.role, one.phone) for one in people]
    return [
        _tsv(folder / "companies.tsv", ("name", "stage"), companies),
        _tsv(folder / "people.tsv", ("name", "email", "company", "title", "phone"), rows),
    ]


def _tsv(file: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Path:
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out, delimiter="\t").writerows((header, *rows))
    return file


def log_for_hermit(root: Path, data: Path) -> int:
    """The last touch of everybody who was imported, in the file that `hermitcrm add interaction` writes. How many."""
    people, made = {person.name: person for person in read_people(root)}, 0
    for contact in sorted(data.glob("companies/*/contacts/*.md")):
        keys = frontmatter.load(str(contact)).metadata
        person = people.get(f"{keys['first_name']} {keys['last_name']}")
        if person is None:
            continue
        day, said = person.touches[0]
        folder = contact.parent.parent / "interactions"
        folder.mkdir(exist_ok=True)
        text = f"date: {day}T00:00\nchannel: call\ndirection: out\ncontact: {contact.stem}\nsubject:\noutcome:\nsource: manual"
        name = f"{day}T0000-call-out-{contact.stem}.md"
        (folder / name).write_text(f"---\n{text}\n---\n{said}\n", encoding="utf-8")
        made += 1
    return made


def make_friends(root: Path, file: Path) -> None:
    people = list(read_people(root))
    touches = sorted(((day, said, one.name) for one in people for day, said in one.touches), reverse=True)
    activities = "".join(f"- {day}: {_plain(said)} **{name}**\n" for day, said, name in touches)
    names = "".join(f"- {one.name} [{one.location}]\n" for one in sorted(people))
    places = "".join(f"- {place}\n" for place in sorted({one.location for one in people}))
    text = f"### Activities:\n{activities}\n### Notes:\n\n### Friends:\n{names}\n### Locations:\n{places}"
    file.write_text(text, encoding="utf-8")


def make_zk(root: Path, target: Path, *, with_links: bool) -> None:
    """The notes as they are; without links, their brackets are taken away."""
    for path in root.rglob("*.md"):
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_bytes()
        copy.write_bytes(text if with_links else text.replace(b"[[", b"").replace(b"]]", b""))


def _plain(said: str) -> str:
    """Without links and tags, which mean something else there."""
    return said.replace("[[", "").replace("]]", "").replace("#", "").replace("_", " ")
