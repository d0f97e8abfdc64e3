"""A business card, or the signature of a mail, as text: who it is, where they work, how to reach them.

Ada Example, CFA                              Draft(line=1, name="Ada Example", role="Head of Risk",
Head of Risk | Acme B.V.              ->            company=("Acme B.V.",), email=("ada@acme.example",),
M +31 6 1234 5678 · ada@acme.example                phone=("+31 6 12345678",), notes="CFA")

A row is a file, and a file is one card. Nothing is made up: what fits no field stands in the notes as it was written.
"""

import re
from collections.abc import Callable, Sequence

from vaultnet.dataclass import dataclass, field
from vaultnet.exchange.card.name import CardName, agrees, read_name
from vaultnet.exchange.card.pasted import Pasted, find_card
from vaultnet.exchange.card.reach import Reach, take_reach
from vaultnet.exchange.card.words import (
    find_town,
    is_country,
    is_organization,
    is_role,
    is_street,
    is_street_name,
    is_unit,
    read_label,
)
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.organization_name import has_legal_form, normalise_name

_LONGEST = 20_000  # characters; more is a book
_BETWEEN = re.compile(r"\s*[|•·●▪■◆]\s*|(?<![:.\s])(?:\t+|\s{3,})|\s+(?://|\*+)\s+")
_DASH = re.compile(r"(?<![\d\s])\s+[–—-]\s+")
_AT = re.compile(r"(?P<role>.{2,80}?),? (?:at|@|bei|beim|bij|chez) (?:the )?(?P<company>\S.{1,80})")
_LEGAL = re.compile(
    r"(?:vorstand|geschäftsführ[^\W\d]*+|managing directors?|board|aufsichtsrat[^\W\d]*+|registered|reg\.|sitz"
    r"|gerichtsstand|amtsgericht|handelsregister|firmenbuch[^\W\d]*+|registergericht|hr[ab]\b|fn\b|ust|uid|vat|kvk|btw"
    r"|steuernummer|bank|iban)[^:\d]*+[:\d].*+",
    re.IGNORECASE,
)  # what the law wants beneath a letter: of the company, not of the writer
_NUMBERED = re.compile(r"\d{1,4} ?[a-z]? [^\W\d_][\w.'’ -]{2,40}|[^\W\d_][\w.'’ -]{2,40} \d{1,4} ?[a-z]?")
_PUBLIC_HOSTS = frozenset({
    "gmail", "googlemail", "gmx", "web", "yahoo", "outlook", "hotmail", "live", "icloud", "me", "aol", "posteo",
    "mailbox", "t-online", "proton", "protonmail", "freenet", "bluewin", "chello", "msn", "mac", "example",
})  # fmt: skip
_SHORT = 3


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a file that is not text."""
    made = [_card(source, context) for source in sources]
    drafts = tuple(one for one, _ in made if isinstance(one, Draft))
    remarks = tuple(f"{one.source}: lines of a notice left out: {notices}" for one, notices in made if notices)
    return Parsed(drafts, tuple(one for one, _ in made if isinstance(one, Rejected)), remarks=remarks)


def _card(source: SourceFile, context: ImportContext) -> tuple[Draft | Rejected, int]:
    text = decode(source.data, source.name).text
    if len(text) > _LONGEST:
        return Rejected(1, "is too long for a card: paste only the card", source.name), 0
    pasted = find_card(text)
    segments = [part for line in pasted.card for piece in _BETWEEN.split(line) for part in _at_dashes(piece)]
    reach, bare = take_reach(segments, context.country)
    reading = _Reading(reach, [segment for segment in bare if segment])
    name = reading.read()
    if reach.email and context.emails.issuperset(reach.email):
        return Rejected(1, "is your own card", source.name), pasted.notices
    if name is None and not reach.email:
        return Rejected(1, "no name and no e-mail address: nobody to make a note for", source.name), pasted.notices
    return reading.draft(source.name, name or CardName(reach.email[0]), pasted), pasted.notices


def _at_dashes(piece: str) -> list[str]:
    """`Ada Example – Head of Risk – Acme` in three; `Manager - Rate Systems` is one role."""
    parts = [part for part in _DASH.split(piece) if part.strip()]
    first = parts[0] if parts else ""
    is_apart = (read_name(first) is not None and not is_role(first)) or has_legal_form(first)
    return parts if is_apart else [piece] if first else []


@dataclass(slots=True)
class _Reading:
    """The lines of one card; what is understood is taken out of `lines`, what is left goes to the notes."""

    reach: Reach
    lines: list[str]
    role: str = ""
    company: str = ""
    street: list[str] = field(default_factory=list)
    town_line: str = ""
    location: str = ""
    country: str = ""

    def read(self) -> CardName | None:
        """The name, found once addresses and companies are out of its way."""
        legal = [line for line in self.lines if _LEGAL.fullmatch(line)]
        self.lines = [line for line in self.lines if line not in legal]
        labelled = self._take_labels()
        self._take_address()
        name = labelled or self._take_name()
        self._take_jobs()
        self.company = self.company or self._take(has_legal_form) or self._take(self._is_of_domain)
        self.role = self.role or self._take(lambda line: is_role(line) and not has_legal_form(line))
        self.company = self.company or self._take(lambda line: is_organization(line) and not is_unit(line))
        self.lines += legal
        return name

    def draft(self, source: str, name: CardName, pasted: Pasted) -> Draft:
        notes = (name.around, *self.lines, *pasted.rest)
        address = ", ".join((*self.street, *filter(None, (self.town_line, self.country))))
        return Draft(
            1, name.name, source, email=tuple(self.reach.email), phone=tuple(self.reach.phone), role=self.role,
            company=(self.company,) if self.company else (), website=tuple(self.reach.website),
            linkedin=self.reach.linkedin, address=(address,) if self.street or self.town_line else (),
            location=self.location, country=self.country, notes="\n".join(filter(None, notes)),
            extra=tuple(f"TEL;TYPE=fax:{number}" for number in self.reach.fax),
        )  # fmt: skip

    def _take(self, fits: Callable[[str], bool]) -> str:
        """The first line that fits, out of the lines; "" where none does."""
        for index, line in enumerate(self.lines):
            if fits(line):
                return self.lines.pop(index)
        return ""

    def _take_labels(self) -> CardName | None:
        """`Name: Ada Example`, `Firma: Acme`: nothing is to be guessed."""
        name: CardName | None = None
        left: list[str] = []
        for line in self.lines:
            kind, value = read_label(line)
            if kind == "name" and name is None and (read := read_name(value)):
                name = read
            elif kind == "role" and not self.role:
                self.role = value
            elif kind == "company" and not self.company:
                self.company = value
            else:
                left.append(value if kind == "address" else line)
        self.lines = left
        return name

    def _take_address(self) -> None:
        """The line with the code of a town; the street before it, the country behind it."""
        parts = [(index, part) for index, line in enumerate(self.lines) for part in _parts(line)]
        at = next((place for place, (_, part) in enumerate(parts) if find_town(part)), None)
        taken: set[int] = set()
        if at is not None:
            found = find_town(parts[at][1])
            assert found is not None
            self.town_line, self.location, self.country = found
            taken.add(at)
            if at + 1 < len(parts) and is_country(parts[at + 1][1]):
                self.country = parts[at + 1][1].strip(" .")
                taken.add(at + 1)
        place = (at if at is not None else len(parts)) - 1
        while place >= 0 and len(self.street) < _SHORT:
            if is_street(parts[place][1]) or (at is not None and place == at - 1 and self._is_numbered(parts, place)):
                self.street.insert(0, parts[place][1])
                taken.add(place)
            elif self.street or at is not None:
                break
            place -= 1
        kept: dict[int, list[str]] = {}
        for place, (index, part) in enumerate(parts):
            if place not in taken:
                kept.setdefault(index, []).append(part)
        self.lines = [", ".join(kept[index]) for index in sorted(kept)]

    @staticmethod
    def _is_numbered(parts: Sequence[tuple[int, str]], place: int) -> bool:
        """Right before a town: `71 Aldwych`, or whatever has a number behind a street."""
        part = parts[place][1]
        is_second = place > 0 and is_street(parts[place - 1][1]) and any(map(str.isdigit, part))
        return is_second or is_street_name(part) or bool(_NUMBERED.fullmatch(part))

    def _take_name(self) -> CardName | None:
        """The line that an address agrees with, else the first that looks like a name and like nothing else."""
        named = [(index, name) for index, line in enumerate(self.lines) if (name := self._name_in(line))]
        chosen = next(
            ((index, name) for index, name in named if any(agrees(name.name, email) for email in self.reach.email)),
            next(((index, name) for index, name in named if index < _SHORT), None),
        )
        if chosen is None:
            return None
        index, name = chosen
        rest = self.lines.pop(index)
        behind = rest.partition(", ")[2] if read_name(rest) is None else ""
        if behind:
            self.lines.insert(index, behind)
        return name

    def _name_in(self, line: str) -> CardName | None:
        """The name that a line is, or begins with: `Ada Example, Head of Risk`."""
        if is_organization(line) and has_legal_form(line):
            return None
        whole = read_name(line)
        if whole is None:
            before, _, behind = line.partition(", ")
            whole = read_name(before) if behind and (is_role(behind) or is_organization(behind)) else None
        if whole is None or self._is_of_domain(whole.name) or is_role(whole.name) or is_country(line):
            return None
        return None if is_organization(whole.name) or is_unit(whole.name) else whole

    def _take_jobs(self) -> None:
        """`Head of Risk at Acme`, `CTO, Acme Inc.`: what as, and where."""
        for index, line in enumerate(self.lines):
            found = _AT.fullmatch(line)
            role, company = (found["role"], found["company"]) if found else _halves(line, self._is_of_domain)
            if company and is_role(role) and not is_role(company) and not (self.role or self.company):
                self.role, self.company = role, company.rstrip(" .")
                del self.lines[index]
                return

    def _is_of_domain(self, line: str) -> bool:
        """Whether the name of an organization is that of the site or of the mail's host."""
        bare = re.sub(r"[^a-z0-9]", "", normalise_name(line))
        hosts = {address.rpartition("@")[2] for address in self.reach.email}
        hosts |= {re.sub(r"^(?:https?://)?(?:www\.)?", "", url).partition("/")[0] for url in self.reach.website}
        labels = {label for host in hosts for label in host.lower().split(".")[:-1]} - _PUBLIC_HOSTS
        plain = (re.sub(r"[^a-z0-9]", "", label) for label in labels if len(label) >= _SHORT)
        return len(bare) >= _SHORT and any(
            label == bare or (len(label) > _SHORT and bare.startswith(label)) for label in plain
        )


def _halves(line: str, is_of_domain: Callable[[str], bool]) -> tuple[str, str]:
    """(role, company) of `CTO, Acme Inc.`; two empty texts for a line that is no such thing."""
    before, comma, behind = line.partition(", ")
    for role, company in ((before, behind), (behind, before)):
        if comma and is_role(role) and not is_role(company) and (is_organization(company) or is_of_domain(company)):
            return role, company
    return "", ""


def _parts(line: str) -> Sequence[str]:
    """The parts of an address between commas; a state stays with its town: `Springfield, IL 62701`."""
    if find_town(line) or "," not in line:
        return (line,)
    parts: list[str] = []
    for part in (one.strip() for one in line.split(",")):
        if parts and find_town(f"{parts[-1]}, {part}") and not find_town(part):
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part)
    return parts if any(find_town(part) or is_street(part) for part in parts) else (line,)
