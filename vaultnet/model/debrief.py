r"""A debrief: the few questions after a meeting, and what the user typed behind and beneath them.

- [x] "Is there anything I can do for you?" [[Emeka Obi]]: ^vn-1f2a9c41-b7d0e812 a word about the unit by Friday
- [x] Names I got: ^vn-20000000-90cd7e12
  - Hana Novak, from the board
  - Petr Vesely
->  Answer("offer", about="Emeka Obi", words="a word about the unit by Friday", is_ticked=True, ...),
    Answer("names", words="Hana Novak, from the board", ...), Answer("names", words="Petr Vesely", ...)

Which question a line asks is told by the first digit of its key, so a template may word it in any language, and the
note may be renamed. Whatever stands between a question and the next one answers it: a phone begins an item with Enter.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from vaultnet.model.debrief_words import NOTHING
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import words_of
from vaultnet.text.block import generated_texts, parse_item
from vaultnet.text.composed import composed
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.item_id import digest, find_item_id
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.line import columns
from vaultnet.text.link import links_in_value
from vaultnet.text.managed_block import ManagedBlock
from vaultnet.text.span import Span

BLOCK: Final = "debrief"
TAKEN: Final = "⤷"  # behind an answer: it was absorbed, into the note that is linked next

QuestionName = Literal["said", "offer", "names", "thanks", "next"]

_DIGITS: Final[dict[QuestionName, str]] = {"said": "0", "offer": "1", "names": "2", "thanks": "3", "next": "4"}
_QUESTION_BY_DIGIT: Final = {digit: question for question, digit in _DIGITS.items()}
_BULLET = lazy_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?=\s))?[ \t]*(?:\[(.)\](?=\s)[ \t]*)?")
_DONE = lazy_pattern(r"(?<![ \t])[ \t]*(?:✅\ufe0f?[ ]*\d{4}-\d{2}-\d{2}|\[completion::[^\[\]\n]*\])")


class Answer(NamedTuple):
    """One answer to a question. `key` is the question's, `about` whom its generated words link ("" for nobody).
    `spans` are the places of its words in the note, `nested` the lines beneath, a tab before them for each level.
    `is_clear` is False where the question was rewritten and an answer in its words could not be told from it.
    """

    question: QuestionName
    key: str
    about: str
    line: int
    spans: tuple[Span, ...]
    words: str
    nested: tuple[str, ...]
    is_ticked: bool
    is_clear: bool = True

    @property
    def is_taken(self) -> bool:
        return TAKEN in self.words

    @property
    def says_nothing(self) -> bool:
        """True for `no`, `nothing`, a dash: the question was asked, and that is all."""
        bare = re.sub(r"[\W_]+", " ", fold(self.words)).strip()
        return not bare or bare in NOTHING


class _Line(NamedTuple):
    number: int
    level: int
    words_start: int
    end: int


class _Question(NamedTuple):
    question: QuestionName
    key: str
    about: str
    is_ticked: bool
    is_known: bool
    line: _Line
    spans: tuple[Span, ...]


def question_key(question: QuestionName, who: str = "", day: str = "") -> str:
    """KEY of a question: its digit, and what tells it from the same question about somebody else, or another day."""
    return _DIGITS[question] + digest(composed(f"{BLOCK}\x1f{question}\x1f{who}\x1f{day}"))[1:]


def answer_key(answer: Answer, day: str) -> str:
    """KEY of what an answer becomes in another note: the same on every machine, whatever the day it is absorbed."""
    return digest("\x1f".join((BLOCK, day, answer.key, fold(answer.words))))


def find_debrief(document: Document) -> ManagedBlock | None:
    return next((block for block in document.blocks if block.name == BLOCK), None)


def question_of(key: str) -> QuestionName | None:
    return _QUESTION_BY_DIGIT.get(key[:1])


def read_debrief(document: Document, rules: Rules) -> tuple[Answer, ...]:
    """Every question of the note's debrief in its order: its answers, or one without words."""
    block = find_debrief(document)
    if block is None:
        return ()
    asked: _Question | None = None
    beneath: list[_Line] = []
    found: list[Answer] = []
    for line in _lines(document, block):
        question = _read_question(document.text, line, rules)
        if question is None:
            beneath.append(line)
            continue
        if asked is not None:
            found += _answers(document, asked, beneath)
        asked, beneath = question, []
    if asked is not None:
        found += _answers(document, asked, beneath)
    return tuple(found)


def said_text(answers: tuple[Answer, ...]) -> str:
    """What was said, all of it, line by line; "" where the question has no answer yet."""
    said = [answer for answer in answers if answer.question == "said" and answer.words]
    return "\n".join(line.lstrip("\t") for answer in said for line in (answer.words, *answer.nested))


def _lines(document: Document, block: ManagedBlock) -> Iterator[_Line]:
    """The lines of the block that say something, but for generated text without ids."""
    text, place = document.text, block.inner_start
    generated = generated_texts(text[block.inner_start : block.inner_end])
    number = block.line
    while place < block.inner_end:
        end = text.index("\n", place)
        number += 1
        line = text[place:end].rstrip("\r")
        if line.strip() and line.strip() not in generated:
            blanks = line[: len(line) - len(line.lstrip(" \t"))]
            bullet = _BULLET.match(line)
            assert bullet is not None
            yield _Line(number, columns(blanks), place + bullet.end(), place + len(line.rstrip()))
        place = end + 1


def _read_question(text: str, line: _Line, rules: Rules) -> _Question | None:
    start = text.rfind("\n", 0, line.words_start) + 1
    whole = text[start : line.end]
    item, found = parse_item(whole), find_item_id(whole)
    question = question_of(item.key) if item else None
    if item is None or found is None or question is None:
        return None
    id_start, id_end = start + found.start, start + found.end
    prompt = line.words_start + _length_of(text[line.words_start : id_start], item.offered)
    spans = (Span(prompt, id_start), Span(id_end, line.end)) if item.offered else (Span(id_end, line.end),)
    link = next(iter(links_in_value(item.offered or text[line.words_start : id_start])), None)
    about = link.path if link else ""
    is_ticked = bool(item.mark) and rules.tasks.status_of(item.mark) == "done"
    return _Question(question, item.key, about, is_ticked, bool(item.offered), line, spans)


def _length_of(typed: str, offered: str) -> int:
    """How much of a line as it is typed are the generated words, whatever blanks it has."""
    wanted = "".join(offered.split())
    place = 0
    for character in wanted:
        while place < len(typed) and typed[place].isspace():
            place += 1
        if typed[place : place + 1] != character:
            return len(typed)
        place += 1
    return place


def _answers(document: Document, asked: _Question, beneath: list[_Line]) -> Iterator[Answer]:
    """The words on the question's own line, then those beneath it, each with what stands deeper."""
    own = _trimmed(document.text, asked.spans)
    heads: list[tuple[_Line, tuple[Span, ...]]] = [(asked.line, own)] if own or not beneath else []
    nested: list[list[_Line]] = [[] for _ in heads]
    for line in beneath:
        if heads and line.level > heads[-1][0].level:
            nested[-1].append(line)
        else:
            heads.append((line, _trimmed(document.text, (Span(line.words_start, line.end),))))
            nested.append([])
    for (line, spans), lines in zip(heads, nested, strict=True):
        words = " ".join(_said(document, span) for span in spans).strip()
        is_clear = bool(words) or asked.is_known
        yield Answer(
            asked.question, asked.key, asked.about, line.number, spans, words,
            tuple(_indented(document, lines)), asked.is_ticked, is_clear,
        )  # fmt: skip


def _trimmed(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without blanks around, and without the day on which the box was ticked; those that say anything."""
    found = []
    for span in spans:
        raw = text[span.start : span.end]
        done = next(iter(_DONE.finditer(raw)), None)
        kept = raw[: done.start()] if done and not raw[done.end() :].strip() else raw
        words = kept.strip()
        if words and not _DONE.fullmatch(f" {words}"):
            start = span.start + len(kept) - len(kept.lstrip())
            found.append(Span(start, start + len(words)))
    return tuple(found)


def _said(document: Document, span: Span) -> str:
    return _DONE.sub("", words_of(document, span.start, span.end)).strip()


def _indented(document: Document, lines: list[_Line]) -> Iterator[str]:
    """The lines beneath an answer, a tab before them for each level below the first."""
    levels: list[int] = []
    for line in lines:
        while levels and line.level <= levels[-1]:
            levels.pop()
        yield "\t" * len(levels) + _said(document, Span(line.words_start, line.end))
        levels.append(line.level)
