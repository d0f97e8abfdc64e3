"""A sentence taken apart: the names in it, where its head ends, when it was, and who was met.

    read_sentence("coffee with Ada yesterday, she knows Grace", ...)
    ->  Reading(names=(Ada, Grace), cut=Cut(25, 26), moment=Moment(yesterday), groups=(Group((Ada,), "with"),), ...)

Quotations, code and addresses of the web are left alone: nobody in them is linked, no day and no tag in them counts.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.edits.sentence_clause import Cut, find_cut
from vaultnet.edits.sentence_day import Moment, find_moment, find_phrases
from vaultnet.edits.sentence_doubt import refuse_unless_happened
from vaultnet.edits.sentence_grammar import Grammar, grammar_of
from vaultnet.edits.sentence_name import HIDDEN, Name, find_names, hide, marked_spans
from vaultnet.edits.sentence_people import Group, cut_people, find_people
from vaultnet.model.rules import Rules
from vaultnet.model.who import NameRow
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.link import links_in_value
from vaultnet.text.span import Span

_TAG = lazy_pattern(r"(?<!\S)#([\w/-]{1,80})")
_QUOTED = lazy_pattern(r'"[^"]{0,400}"|“[^”]{0,400}”|„[^“”]{0,400}[“”]|`[^`]{0,400}`|(?:https?://|www\.)\S{1,2000}')
_NO_QUOTES = str.maketrans(dict.fromkeys('"“”„`', HIDDEN))
_QUOTING = ('"', "“", "„", "`", "://", "www.")  # one of them stands in what the pattern matches


@dataclass(frozen=True, slots=True)
class Reading:
    """`bare` is the sentence with all names hidden, days and times blanked out; `tags` are those of the exchange."""

    sentence: str
    bare: str
    grammar: Grammar
    names: tuple[Name, ...]
    cut: Cut
    moment: Moment
    groups: tuple[Group, ...]
    tags: tuple[Span, ...]

    def head(self) -> str:
        """The head without the phrases of those who were met."""
        head = self.bare[: self.cut.end]
        return _blank(head, (Span(edit.start, edit.end) for edit in cut_people(head, self.groups, self.grammar)))

    def has_new(self) -> bool:
        return any(name.new for group in self.groups for name in group.names)


def read_sentence(
    sentence: str, rows: Sequence[NameRow], rules: Rules, today: date, told: tuple[str, ...], day: date | None
) -> Reading:
    """`told` are the paths of those who are known to have been met, `day` when it was, where that is known."""
    grammar = grammar_of(rules.settings.vault.language, sentence)
    quiet = _without_quotations(sentence)
    marked = marked_spans(quiet)
    tags = [match for match in _TAG.finditer(quiet) if not _is_within(Span(*match.span()), marked)]
    exchange = tuple(Span(*match.span()) for match in tags if match[1].lower() in rules.exchange_by_tag)
    quiet = _blank(_hide(quiet, (Span(*match.span()) for match in tags)), exchange)
    phrases = [
        phrase
        for phrase in find_phrases(sentence, today, rules)
        if not _is_within(phrase.span, marked) and HIDDEN not in quiet[slice(*phrase.span)]
    ]
    found = find_names(_blank(quiet, (phrase.span for phrase in phrases)), rows, rules, grammar)
    text = hide(_blank(quiet, (phrase.span for phrase in phrases)), found)
    names = tuple(name for name in found if name.paths or name.new)
    cut = find_cut(text, names, grammar, is_told=bool(told))
    refuse_unless_happened(text, cut, rules, grammar)
    moment = find_moment(sentence, text, phrases, cut, today, grammar, day)
    candidates = [name for name in names if name.end <= cut.end and (not told or set(name.paths) & set(told))]
    groups = find_people(text[: cut.end], candidates, rules, grammar)
    return Reading(sentence, _blank(text, moment.spans), grammar, names, cut, moment, groups, exchange)


def _without_quotations(sentence: str) -> str:
    """Marks in a link are part of a name: `[[Robert "Bob" Smith]]` is somebody, `"[[Ada]] is kind"` a quotation."""
    if not any(sign in sentence for sign in _QUOTING):
        return sentence
    unquoted = sentence
    for link in links_in_value(sentence):
        unquoted = unquoted[: link.start] + unquoted[link.start : link.end].translate(_NO_QUOTES) + unquoted[link.end :]
    return _hide(sentence, (Span(*match.span()) for match in _QUOTED.finditer(unquoted)))


def _is_within(span: Span, marked: Iterable[Span]) -> bool:
    """True inside a link or bold words; a link that is the date itself is not inside."""
    return any(start < span.start and span.end <= end for start, end in marked)


def _blank(text: str, spans: Iterable[Span]) -> str:
    return _cover(text, spans, " ")


def _hide(text: str, spans: Iterable[Span]) -> str:
    return _cover(text, spans, HIDDEN)


def _cover(text: str, spans: Iterable[Span], sign: str) -> str:
    """The text, of the same length, with these places covered."""
    for start, end in spans:
        text = text[:start] + sign * (end - start) + text[end:]
    return text
