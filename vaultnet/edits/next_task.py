"""What comes next with somebody, as a task: the words behind `--next`.

    plan_next("call in 3w", ["[[Ada Lovelace]]"], rules, today)  ->  "[ ] Call [[Ada Lovelace]] 📅 2026-06-05"
    plan_next("coffee about the talk", ["[[Ada]]"], ...)         ->  "[ ] Coffee with [[Ada]] about the talk"
    plan_next("send the paper", ["[[Ada]]"], ...)                ->  "[ ] Send the paper"

A task in a contact's note is about that contact in any case; the name stands in it where a kind of touch begins it, so
that it can be read elsewhere.
"""

from collections.abc import Sequence
from datetime import date

from vaultnet.edits.people_words import join_people
from vaultnet.edits.sentence_grammar import grammar_of
from vaultnet.errors import UsageError
from vaultnet.model.natural_date import cut_out, find_natural_date
from vaultnet.model.rules import Rules
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.span import Span
from vaultnet.text.tasks_format import write_due

_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def plan_next(words: str, people: Sequence[str], rules: Rules, today: date) -> str:
    """The task, box and all, without bullet. `people` are links; the vault's Tasks settings are honoured."""
    sentence = " ".join(_CONTROL.sub(" ", words).split())
    due, said = cut_due(sentence, rules, today)
    if not said:
        raise UsageError('say what comes next, as in --next "call in 3w"')
    named = _name(said, people, rules)
    named = named[0].upper() + named[1:]
    wanted = rules.tasks.global_filter
    task = named if wanted in named else f"{wanted} {named}"
    return f"[ ] {write_due(task, due.isoformat(), rules.tasks.form) if due else task}"


def cut_due(sentence: str, rules: Rules, today: date) -> tuple[date | None, str]:
    """The day it is due, and the rest of the words."""
    settings = rules.settings.vault
    order = settings.date_order or None
    found = find_natural_date(sentence, today, order=order, prefer="future", language=settings.language)
    if found is None:
        return None, sentence
    if found.day is None:
        phrase = sentence[slice(*found.span)].strip()
        reason = "may be two days: write it as in 2026-05-02" if found.refusal == "ambiguous" else "is no day"
        raise UsageError(f'"{phrase}" {reason}')
    return found.day, cut_out(sentence, _with_by(sentence, found.span, rules)).strip(" ,;:")


def _with_by(sentence: str, span: Span, rules: Rules) -> Span:
    """`by 1 July`: the little word goes with the day."""
    before = sentence[: span.start].rstrip()
    last = before.rpartition(" ")[2]
    is_by = last.lower() in grammar_of(rules.settings.vault.language).sets.by
    return Span(len(before) - len(last), span.end) if is_by else span


def _name(said: str, people: Sequence[str], rules: Rules) -> str:
    """Behind a kind of touch: "Call [[Ada]]", "Coffee with [[Ada]]", "Letter to [[Ada]]"."""
    first, _, rest = said.partition(" ")
    kind = rules.kind_by_form.get(fold(first))
    grammar = grammar_of(rules.settings.vault.language)
    names_somebody = "[[" in said or rest.partition(" ")[0].lower() in grammar.sets.objects  # "call her"
    if kind is None or names_somebody:
        return said
    link_word = "" if fold(first) in grammar.sets.acts else grammar.words.with_spoken
    if link_word and rules.settings.kinds[kind].direction:
        link_word = grammar.words.to_spoken
    return " ".join(filter(None, (first, link_word, join_people(people, grammar.words.and_spoken), rest)))
