"""One plain sentence -> one touch, ready to be written into the notes of those who were met.

    parse_sentence("coffee with Ada yesterday, she offered an intro to Grace #received", rows, rules, today)
    ->  LoggedTouch(day=yesterday, kind="coffee", people=("People/Ada Lovelace.md",), tags=("received",),
                    text="she offered an intro to [[Grace Hopper|Grace]] #received", ...)

Who was met is told in `sentence_people.py`; everyone else who is named becomes a link in the text. What cannot be meant
is refused, never guessed: a name that fits several notes, a day that is no day or has not come, nobody at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.edits.sentence_doubt import leaves_words
from vaultnet.edits.sentence_kind import (
    FoundKind,
    find_direction,
    find_kind,
    get_kind,
    says_only_was,
    superfluous,
)
from vaultnet.edits.sentence_name import Name
from vaultnet.edits.sentence_people import cut_people
from vaultnet.edits.sentence_reading import Reading, read_sentence
from vaultnet.edits.sentence_stranger import nobody_met, strangers_beside
from vaultnet.errors import AmbiguousName, UsageError
from vaultnet.model.richness import LIVE
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import exchange_tags
from vaultnet.model.who import NameRow, find_who
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.lazy_pattern import lazy_pattern

_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SPACED_SIGN = lazy_pattern(r" (?=[,;:.!?)](?: |\Z))")
_DOUBLED_SIGN = lazy_pattern(r"(?<=[,;:])(?: ?[,;:](?= |\Z))+")
_LEADING_SIGNS = lazy_pattern(r"\A(?:[ ,;:]|–|—|-{1,3}(?= |\Z)|[.!?](?=[ .!?]|\Z))+")
_LONGEST = 5_000
_EDGE = " ,;:–—"
_NO_LINK = frozenset("[]|#^")


@dataclass(frozen=True, slots=True)
class LoggedTouch:
    """A touch that has been told; `text` is Markdown on one line, its tags in it.

    `people` are paths of notes, `new_people` names of people of whom there is no note yet, and `new_mentions` the same
    for people who were only spoken of; `strangers` were named beside those who were met, and are in no note. `tags` are
    those of the text, those of the exchange under their canonical names.
    """

    day: date
    time: str
    kind: str
    direction: str
    people: tuple[str, ...]
    new_people: tuple[str, ...]
    tags: tuple[str, ...]
    text: str
    new_mentions: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


def parse_sentence(
    sentence: str,
    rows: Sequence[NameRow],
    rules: Rules,
    today: date,
    *,
    who: Sequence[str] = (),
    kind: str = "",
    day: date | None = None,
    links: Mapping[str, str] | None = None,
) -> LoggedTouch:
    """`rows` name the contacts; `who`, `kind` and `day` are told apart from the sentence, and go before it.

    `links` says how to link a note by its path (`[[Ada Lovelace]]`); without it every file name is taken as unique.
    """
    line = _one_line(sentence)
    rules = rules.for_text(line)
    told = tuple(dict.fromkeys(find_who(each, rows) for each in who))
    reading = read_sentence(line, rows, rules, today, told, day)
    met = tuple(name for group in reading.groups for name in group.names)
    people = tuple(dict.fromkeys((*told, *(_path_of(name, told) for name in met if not name.new))))
    new_people = tuple(dict.fromkeys(name.new for name in met if name.new))
    if not people and not new_people:
        raise nobody_met(reading.sentence[: reading.cut.end], rows, rules, reading.grammar)
    found = _kind_of(reading, kind, rules)
    text = _text(reading, found, people, {} if links is None else links)
    if not found.kind and not text:
        raise UsageError('say what it was, as in "coffee with Ada" or "Ada: she is moving"')
    return LoggedTouch(
        day=reading.moment.day,
        time=reading.moment.time,
        kind=found.kind,
        direction=find_direction(found.kind, reading.head(), found.start, reading.groups, rules, reading.grammar),
        people=people,
        new_people=new_people,
        tags=tuple(exchange_tags(text, rules).split()),
        text=text,
        new_mentions=_new_mentions(reading, new_people),
        strangers=tuple(dict.fromkeys(strangers_beside(reading, rules))),
    )


def _one_line(sentence: str) -> str:
    line = (sentence if sentence.isprintable() else _CONTROL.sub(" ", sentence)).strip()
    if len(line) > _LONGEST:
        raise UsageError("log takes a sentence: write what is longer into the note, beneath the line")
    return line


def _path_of(name: Name, told: Sequence[str]) -> str:
    """The one note that is meant, if need be by what is known from elsewhere."""
    paths = name.paths if len(name.paths) == 1 else tuple(set(name.paths) & set(told))
    if len(paths) != 1:
        raise AmbiguousName(name.shown, candidates=name.paths)
    return paths[0]


def _kind_of(reading: Reading, told: str, rules: Rules) -> FoundKind:
    """The kind told apart goes before the sentence's own, and then only its own words are superfluous."""
    head, grammar = reading.head(), reading.grammar
    found = find_kind(head, reading.bare[reading.cut.end :], rules, grammar)
    if _is_word_left(reading, found.kind, rules):
        found = found._replace(kind="message")
    kind = get_kind(told, rules) if told else found.kind
    if not kind and says_only_was(head, grammar):
        return FoundKind("", 0, len(head))
    return found if kind == found.kind else FoundKind(kind, len(head), superfluous(head, None, rules, grammar))


def _is_word_left(reading: Reading, kind: str, rules: Rules) -> bool:
    """`called Ada, left a voicemail` is no call, but a message to her."""
    is_live = rules.richness(kind) == LIVE and "message" in rules.settings.kinds
    return is_live and leaves_words(reading.bare, reading.cut, rules)


def _text(reading: Reading, found: FoundKind, people: Sequence[str], links: Mapping[str, str]) -> str:
    """What is left to say: without day, time, kind and those who were met; whoever else is named becomes a link."""
    cut = reading.cut
    edits = [Edit(*span, "") for span in reading.moment.spans]
    edits += cut_people(reading.bare[: cut.end], reading.groups, reading.grammar)
    edits += [Edit(*span, "") for span in reading.tags]
    gone = tuple(name for edit in edits for name in reading.names if edit.start <= name.start < edit.end)
    kept = (name for name in reading.names if name not in gone)
    edits += (edit for name in kept for edit in _linked(name, reading, people, links))
    text = apply_edits(
        reading.sentence, _outermost([Edit(0, found.end, ""), *(Edit(*span, "") for span in found.tail), *edits])
    )
    tags = (reading.sentence[slice(*span)] for span in reading.tags)
    return " ".join((reading.grammar.leading_and.sub("", _tidy(text), count=1), *dict.fromkeys(tags))).strip()


def _outermost(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Without those inside others: "with, yesterday, Ada" is cut out as one."""
    reached = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= reached:
            yield edit
            reached = edit.end


def _tidy(text: str) -> str:
    """Without the gaps and doubled signs that cutting leaves."""
    text = _SPACED_SIGN.sub("", " ".join(text.split()))
    text = _DOUBLED_SIGN.sub("", text)
    return _LEADING_SIGNS.sub("", text).rstrip(_EDGE)


def _linked(name: Name, reading: Reading, people: Sequence[str], links: Mapping[str, str]) -> Iterator[Edit]:
    """The name as a link; as it is where it is one, or where the note it is written into is that person's own."""
    if name.new:
        from vaultnet.edits.new import portable_name  # noqa: PLC0415  (with all that a new note takes: few make one)

        yield Edit(name.start, name.end, _link_text(f"[[{portable_name(name.new)}]]", name.new))
        return
    path = _path_of(name, people)
    is_own = tuple(people) == (path,) and reading.sentence[name.start : name.end] == name.shown
    if not name.is_link and not (is_own and not reading.has_new()):
        stem = path.rsplit("/", 1)[-1].removesuffix(".md")
        yield Edit(name.start, name.end, _link_text(links.get(path, f"[[{stem}]]"), name.shown))


def _link_text(link: str, shown: str) -> str:
    """The link with the given spelling where that is another one; plain words where they cannot stand in a link."""
    target = link[2:-2].partition("|")[0]
    if _NO_LINK & set(target + shown):
        return shown
    return f"[[{target}]]" if target == shown else f"[[{target}|{shown}]]"


def _new_mentions(reading: Reading, new_people: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.new for name in reading.names if name.new and name.new not in new_people))
