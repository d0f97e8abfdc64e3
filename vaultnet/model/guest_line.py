"""One line of a guest list, in whatever form it was pasted: who it names, from where, and whether they come.

- [ ] 1. "Brandsma, Lotte" <lotte@tidemark.example>     ->  (Guest("Lotte Brandsma", "lotte@tidemark.example"),)
Lotte Brandsma | Tidemark Risk | abgesagt                ->  (Guest("Lotte Brandsma", "", "Tidemark Risk", "declined"),)
[[Lotte Brandsma]] and [[Amira Haddad]]                  ->  two guests

A line that can be read in two ways is read in the likelier one, and keeps the other (`Guest.also`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vaultnet.model.guest import COMING, DECLINED, MAYBE, Guest
from vaultnet.model.guest_words import COLUMN_BY_WORD, DEGREES, MARK_BY_WORDS, ORGANIZATION_WORDS, PARTICLES, TITLES
from vaultnet.text.fold import fold

_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 400, 60, 6
_BEFORE = re.compile(
    r"\s*(?:>\s*)*(?:[-*+•‣▪–—·]\s+)?(?:\(?\d{1,4}[.):]\s+)?(?:\[([^\[\]])\](?:\s+|$))?(?:\d{1,4}[.)]\s+)?"
)
_EMAIL = re.compile(r"[\w.+'%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MAILTO = re.compile(r"\[([^\[\]]{1,80})\]\((?:mailto:)?([^()\s]{1,120}@[^()\s]{1,120})\)")
_AROUND_EMAIL = re.compile(r"< ?(?:mailto:)? ?>|\( ?(?:mailto:)? ?\)|\[ ?\]|mailto:")
_LINK = re.compile(r"\[\[([^\[\]|#\n\\]{1,200})(?:#[^\[\]|\n\\]{0,200})?(?:\\?\|([^\[\]\n]{1,200}))?\]\]")
_BAR = "\ue000"  # the bar in a link, while a row is taken apart at its bars
_TAIL = re.compile(r" \^[\w-]{1,60}$|(?<!\S)#[^\s#]{1,60}")
_PLUS = re.compile(
    r" ?(?:\+|\bplus\b|\bund\b|\band\b|\bmit\b|\bwith\b) ?(?:(?:his|her|their|a|seine|ihre|ihr|sein) )?"
    r"(?:\d{1,2}|one|guests?|partner(?:in)?|wife|husband|spouse|family|kids|begleitung|familie|mann|frau)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?\(([^()]{0,120})\)")
_JOINS = re.compile(r" ?(?:,|;|&|\+|\band\b|\bund\b) ?", re.IGNORECASE)
_ANDS = re.compile(r" (?:&|and|und) ", re.IGNORECASE)
_LISTED = re.compile(r" ?[,;] ?| (?:&|and|und) ", re.IGNORECASE)
_SEPARATORS = ("\t", "|", ";")
_DASHES = re.compile(r" (?:[-–—·•/]{1,3}|@|at|bei|from|aus) | ?[–—] ?|: ")
_QUOTED = re.compile(r'"([^"]{0,120})"|,')
_ROLE_AT = re.compile(r" (?:at|bei|@) ", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d\s()+/.,:-]*")
_COUNTED = re.compile(r" ?\(?\d{1,5}\)?$")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SIGNS = {"❌": DECLINED, "✗": DECLINED, "✘": DECLINED, "🚫": DECLINED, "👎": DECLINED, "❓": MAYBE, "❔": MAYBE,
          "🤔": MAYBE, "✅": COMING, "✔️": COMING, "✔": COMING, "✓": COMING, "👍": COMING, "🎉": COMING}  # fmt: skip
_MARK_BY_BOX = {"-": DECLINED, "?": MAYBE, "/": MAYBE}
_NO_NAME = frozenset(
    {"tbd", "tba", "n n", "n.n.", "nn", "unknown", "unbekannt", "total", "summe", "gesamt", "me", "ich"}
)
_COUNT = re.compile(
    r"(?:(?:and|und|\+|plus) ?)?\d{1,5} (?:more|others?|weitere|andere|guests?|people|persons?|gaste|personen)\b.*"
)


class Row(NamedTuple):
    """A line taken apart: its cells, the sign they were apart by, and what stands outside them."""

    cells: tuple[str, ...]
    sign: str
    email: str
    mark: str | None


def parse_guests(line: str, columns: Sequence[str] = ()) -> tuple[Guest, ...]:
    """Whom a line names; () for a line that names nobody. `columns`: what a header said of its cells, as in
    `COLUMN_BY_WORD`.
    """
    text, mark = _bare(line[:_LONGEST_LINE])
    text = _PLUS.sub("", _MAILTO.sub(lambda found: f"{found[1]} <{found[2]}>", text))
    if _COUNT.fullmatch(fold(text)) or (_is_sentence(text) and not _EMAIL.search(text)):
        return ()
    parts = _several(text)
    if len(parts) > 1:
        return tuple(guest for part in parts for guest in parse_guests(part))
    row = _row(text)
    if row.mark is not None:
        mark = row.mark
    found = _by_columns(row, columns) if columns and len(row.cells) > 1 else _by_form(row)
    return (found._replace(mark=found.mark or mark),) if found else ()


def parse_columns(line: str) -> tuple[str, ...]:
    """What the cells of a header are; () for a line that is none."""
    cells = _cells(_bare(line)[0])[0]
    names = [COLUMN_BY_WORD.get(fold(cell)) for cell in cells]
    is_header = len(cells) > 1 and None not in names and {*names} & {"name", "first", "last"}
    return tuple(name or "" for name in names) if is_header else ()


def parse_mark(line: str) -> str | None:
    """The answer that a line gives for all below it: `Declined (3):`; None for a line that says no such thing."""
    words = _COUNTED.sub("", _bare(line)[0].strip(" :*_")).strip(" :*_")
    return MARK_BY_WORDS.get(fold(words))


def _bare(line: str) -> tuple[str, str]:
    """Without bullet, number, box, emphasis, tags and signs; and the mark that these gave."""
    before = _BEFORE.match(line)
    assert before is not None
    mark = _MARK_BY_BOX.get(before[1] or "", COMING)
    text = "\t".join(" ".join(cell.split()) for cell in line[before.end() :].strip().split("\t"))
    if text.startswith("~~") and text.endswith("~~"):
        mark = DECLINED
    for sign, told in _SIGNS.items():
        if sign in text:
            text, mark = text.replace(sign, " "), told
    text = _TAIL.sub("", text.replace("**", "").replace("__", "").replace("~~", ""))
    return text.strip(" ,;"), mark


def _several(text: str) -> list[str]:
    """The parts of a line that names several people: links in a row, addresses one after the other."""
    links = list(_LINK.finditer(text))
    if len(links) > 1 and all(
        not between or _JOINS.fullmatch(between)
        for between in (text[one.end() : other.start()] for one, other in pairwise(links))
    ):
        return [link[0] for link in links]
    emails = list(_EMAIL.finditer(text))
    if len(emails) > 1:
        return _apart_by_email(text)
    parts = [part for part in _LISTED.split(text) if part]
    is_list = _ANDS.search(text) and not emails and len(parts) > 1
    return parts if is_list and all(_is_full_name(part) for part in parts) else [text]


def _apart_by_email(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for cut in (*(found.start() for found in re.finditer(r"[,;]", text)), len(text)):
        if _EMAIL.search(text, start, cut):
            parts.append(text[start:cut])
            start = cut + 1
    return parts


def _row(text: str) -> Row:
    found = _EMAIL.search(text)
    email = found[0] if found else ""
    if found:
        text = _AROUND_EMAIL.sub("", text[: found.start()] + text[found.end() :]).strip(" ,;")
    cells, sign = _cells(_LINK.sub(lambda link: link[0].replace("|", _BAR), text))
    cells = tuple(cell.replace(_BAR, "|") for cell in cells)
    marks = [MARK_BY_WORDS[fold(cell)] for cell in cells if fold(cell) in MARK_BY_WORDS]
    return Row(cells, sign, email, marks[0] if marks else None)


def _cells(text: str) -> tuple[tuple[str, ...], str]:
    """The cells, what stands in brackets last, and the sign between them."""
    inside: list[str] = []

    def take(found: re.Match[str]) -> str:
        inside.append(found[1].strip())
        return ""

    bare = _BRACKETS.sub(take, text)
    sign = next((sign for sign in _SEPARATORS if sign in bare), "")
    if sign:
        parts = bare.strip("|").split(sign)
    elif '"' in bare:
        parts, sign = [part for part in _QUOTED.split(bare) if part and part.strip()], '"'
        if len(parts) == 1 and "," in parts[0]:
            parts, sign = parts[0].split(","), ","
    elif _DASHES.search(bare):
        head, *rest = _DASHES.split(bare)
        parts, sign = [head, *(piece for part in rest for piece in part.split(","))], "-"
    else:
        parts, sign = bare.split(","), ","
    return (*(part.strip().strip('"').strip() for part in parts), *inside), sign


def _by_columns(row: Row, columns: Sequence[str]) -> Guest | None:
    """Cells that a header named; what stands behind its last column is left."""
    told: dict[str, str] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        told.setdefault(column, cell)
    name = told.get("name") or f"{told.get('first', '')} {told.get('last', '')}".strip()
    link, shown = _linked(name)
    company = ", ".join(filter(None, (told.get("role"), told.get("company"))))
    mark = MARK_BY_WORDS.get(fold(told.get("mark", "")), COMING)
    return _guest(Guest(shown, row.email, company, mark, link))


def _by_form(row: Row) -> Guest | None:
    cells = [cell for cell in row.cells if cell and not _says_no_more(cell)]
    if not cells:
        return _guest(Guest(row.email, row.email)) if row.email else None
    link, shown = _linked(cells[0])
    if link:
        return _guest(Guest(shown, row.email, _company(cells[1:]), link=link))
    also: tuple[str, ...] = ()
    if "," in cells[0] and row.sign != ",":  # Last, First - Company; First Last, Role - Company
        cells[:1] = [part.strip() for part in cells[0].split(",")]
        if _is_last_first(cells):
            cells[:2] = [f"{cells[1]} {cells[0]}"]
    elif len(cells) > 1 and row.sign in {",", '"', "\t", ";", "|"}:
        turned = f"{cells[1]} {cells[0]}"
        if row.sign in {",", '"'} and _is_last_first(cells):
            cells[:2] = [turned]
        elif row.sign in {"\t", ";", "|"} and _is_one_word(cells[0]) and _is_one_word(cells[1]):
            cells[:2], also = [f"{cells[0]} {cells[1]}"], (turned,)
        elif _is_one_word(cells[1]):
            also = (turned,)
    if not row.email and not _is_name(cells[0]):
        return None
    return _guest(Guest(cells[0], row.email, _company(cells[1:]), also=also))


def _guest(guest: Guest) -> Guest | None:
    """With a name that is one; without whoever comes along unnamed."""
    name = " ".join(_PLUS.sub("", guest.name).strip(" ,;-–").split())
    if not name or fold(name) in _NO_NAME:
        name = guest.email
    return guest._replace(name=name, email=guest.email.lower()) if name else None


def _linked(cell: str) -> tuple[str, str]:
    """The path of a link and what it shows; a cell without one shows itself."""
    found = _LINK.search(cell)
    if not found:
        return "", cell
    return found[1].strip(), (found[2] or found[1].rsplit("/", 1)[-1].removesuffix(".md")).strip()


def _company(cells: Sequence[str]) -> str:
    said = [_linked(cell)[1].strip(" .") for cell in cells]
    if len(said) == 1:
        return _ROLE_AT.split(said[0], 1)[-1]
    return ", ".join(said)


def _says_no_more(cell: str) -> bool:
    """A mark, a phone number, a degree, a `+1`."""
    words = fold(cell)
    is_degree = {*words.replace(".", " ").split()} <= DEGREES
    return words in MARK_BY_WORDS or bool(_NUMBERS.fullmatch(cell)) or is_degree or bool(_PLUS.fullmatch(cell))


def _is_last_first(cells: Sequence[str]) -> bool:
    """`Brandsma, Lotte` and `van Rijn, Charlotte`, not `Lotte Brandsma, Tidemark`."""
    last, first = cells[0].split(), cells[1].split()
    while last and fold(last[0]) in PARTICLES:
        last = last[1:]
    given = [word for word in first if fold(word).strip(".") not in TITLES]
    is_family = len(last) == 1 and _is_word(last[0])
    is_given = 0 < len(given) <= 3 and all(map(_is_word, given))  # noqa: PLR2004  (first, middle, initial)
    return is_family and is_given and not {*map(fold, first)} & ORGANIZATION_WORDS


def _is_one_word(cell: str) -> bool:
    return " " not in cell and _is_word(cell) and fold(cell) not in ORGANIZATION_WORDS


def _is_word(word: str) -> bool:
    return any(map(str.isalpha, word)) and not any(map(str.isdigit, word))


def _is_name(text: str) -> bool:
    """A few words without digits, and no sentence."""
    return len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS and _is_word(text)


def _is_sentence(text: str) -> bool:
    """`Jr.`, `Ltd.` and an initial end none."""
    return text[-1:] in {".", "!", "?"} and len(text.rsplit(maxsplit=1)[-1]) > 4  # noqa: PLR2004


def _is_full_name(text: str) -> bool:
    """First and last name, each word of it but the small ones with a capital."""
    words = [word for word in text.split() if fold(word) not in PARTICLES]
    return 1 < len(words) <= _MOST_WORDS and all(word[:1].isupper() and _is_word(word) for word in words)


def plain_name(name: str) -> str:
    """A name as two lists may agree on it: its words without titles and degrees, in the order of the alphabet."""
    words = [word for word in _BETWEEN_WORDS.split(fold(name)) if word]
    bare = [word for word in words if word not in TITLES and word not in DEGREES and len(word) > 1]
    return " ".join(sorted(bare or words))
