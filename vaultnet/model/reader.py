"""Reading typed values out of properties, where a value that cannot be read is a problem with its place.

reader.date("met")        "2024-03-02" -> date(2024, 3, 2);   "soon" -> None and Problem("met-unreadable", line=4)
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from vaultnet.model.dates import PartialDate, parse_birthday, parse_date
from vaultnet.model.properties import Properties
from vaultnet.model.ref import Ref, number_text, read_people, read_refs, read_texts
from vaultnet.text.frontmatter import FrontMatter, Value
from vaultnet.text.problem import Problem
from vaultnet.text.span import column_of, line_of

Day = date  # `Reader.date` hides the name
T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
_YES = {"true", "yes", "on", "1", "ja"}
_NO_PLACES: Mapping[str, int] = {}
_QUOTED = 40  # characters of a value that a message quotes


class Reader:
    """Reads one note's properties; collects the problems it meets. `offsets`: where in the text those properties stand
    that are not in the front matter.
    """

    __slots__ = ("_frontmatter", "_offsets", "dates", "problems", "properties")

    def __init__(
        self,
        properties: Properties,
        frontmatter: FrontMatter,
        dates: Callable[[str], date | None] = parse_date,
        offsets: Mapping[str, int] = _NO_PLACES,
    ) -> None:
        self.properties = properties
        self._frontmatter = frontmatter
        self._offsets = offsets
        self.dates = dates
        self.problems: list[Problem] = []

    def text(self, name: str) -> str:
        """The first value as text; a link gives its display text."""
        found = self.properties.first(name)
        if found is None:
            return ""
        texts = read_texts(found[1])
        return texts[0] if texts else ""

    def texts(self, name: str, *, split: bool = False) -> tuple[str, ...]:
        found = self.properties.all(name)
        return unique([text for _, value in found for text in read_texts(value, split=split)]) if found else ()

    def refs(self, name: str) -> tuple[Ref, ...]:
        found = self.properties.all(name)
        return unique([ref for _, value in found for ref in read_refs(value)]) if found else ()

    def people(self, name: str) -> tuple[Ref, ...]:
        """References to people: several names may stand in one text."""
        found = self.properties.all(name)
        return unique([ref for _, value in found for ref in read_people(value)]) if found else ()

    def truth(self, name: str) -> bool:
        found = self.properties.first(name)
        return found is not None and (found[1] is True or (scalar_text(found[1]) or "").lower() in _YES)

    def date(self, name: str) -> Day | None:
        return self.value(name, self.dates, "a date such as 2026-05-02")

    def dates_of(self, name: str) -> tuple[Day, ...]:
        """The dates under every key of a name; what is none is a problem."""
        return tuple(self._values(name, self.dates, "a date such as 2026-05-02"))

    def birthday(self, name: str) -> PartialDate | None:
        return self.value(name, self._parse_birthday, "a birthday such as 1985-04-17 or 04-17")

    def _parse_birthday(self, text: str) -> PartialDate | None:
        """In every form of a birthday, else as the vault writes its days."""
        whole = parse_birthday(text) or self.dates(text)
        return PartialDate(whole.year, whole.month, whole.day) if whole else None

    def value(self, name: str, parse: Callable[[str], T | None], wanted: str) -> T | None:
        """The first value that a parser of text can read; what it cannot read before that is a problem."""
        return next(self._values(name, parse, wanted), None) if name in self.properties else None

    def _values(self, name: str, parse: Callable[[str], T | None], wanted: str) -> Iterator[T]:
        for key, value in self.properties.all(name):
            text = scalar_text(value)
            result = parse(text) if text is not None else None
            if result is None:
                self.problem(name, key, f'{key}: "{quoted(text or str(value))}" is not {wanted}')
            else:
                yield result

    def line(self, key: str) -> int:
        return self._place(key)[0]

    def problem(self, name: str, key: str, message: str, at_line: int = 0) -> None:
        """Add a problem with the value of a key, at the key's place, or in a line that is known better."""
        line, column = (at_line, 1) if at_line else self._place(key)
        self.problems.append(Problem(f"{name}-unreadable", message, line, column, "warning"))

    def _place(self, key: str) -> tuple[int, int]:
        """Line and column of a key. Looking for `key:` at a line's start finds nearly all of them at once."""
        text, fence = self._frontmatter.text, self._frontmatter.fence
        offset = self._offsets.get(key, -1)
        if offset < 0 and fence:
            offset = text.find(f"\n{key}:", fence.inner_start - 1, fence.inner_end) + 1 or -1
        if offset < 0:
            return self._frontmatter.place(key)
        return line_of(text, offset), column_of(text, offset)


def unique(values: Sequence[H]) -> tuple[H, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values)) if len(values) > 1 else tuple(values)


def scalar_text(value: Value) -> str | None:
    """A property as one text: its first scalar; None for a map or an empty list."""
    while isinstance(value, list) and value:
        value = value[0]
    if value is None or isinstance(value, dict | list):
        return None
    return value.strip() if isinstance(value, str) else number_text(value)


def quoted(text: str) -> str:
    """A value as it is quoted in a message: one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
