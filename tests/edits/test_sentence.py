"""What one plain sentence says of a touch. Today is Monday, 15 June 2026; who there is stands in `people.py`,
and the sentences in `sentences.py`.

Each row: the sentence -> day, time, kind, direction | who was met (and "new" people) | what is left to say.
"""

import re
import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits.people import ROWS, RULES, rows_of
from tests.edits.sentences import (
    AS_TYPED,
    DAY_AND_TIME,
    OBJECT,
    REFUSED,
    SUBJECT,
    TEXT_AND_TAGS,
    TO_AND_FROM,
    WHEN_TYPED,
    WITH,
)
from vaultnet.edits.sentence import LoggedTouch, parse_sentence
from vaultnet.errors import AmbiguousName, NothingFound, UsageError, VaultnetError
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import DEFAULT_KINDS, Kind, Settings, TagWords, VaultSettings

TODAY = date(2026, 6, 15)


def rows_in(*tables: str) -> list[tuple[str, str]]:
    lines = (line.split("->") for table in tables for line in table.strip().splitlines())
    return [(sentence.strip(), expected.strip()) for sentence, expected in lines]


def name_of(path: str) -> str:
    """Ada for People/Ada Lovelace.md; the two Annas in full."""
    full = path.removeprefix("People/").removesuffix(".md")
    short = "Ben" if full.startswith("Benjamin") else full.split()[0]
    return full if short == "Anna" else short


def say(touch: LoggedTouch) -> str:
    when = "" if touch.day == TODAY else touch.day.isoformat()
    who = ", ".join((*map(name_of, touch.people), *(f'"{name}"' for name in touch.new_people)))
    what = " ".join(filter(None, (when, touch.time, touch.kind, touch.direction)))
    return f"{what} | {who} | {touch.text}".strip()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows_in(WITH, SUBJECT, OBJECT, TO_AND_FROM, DAY_AND_TIME, TEXT_AND_TAGS, AS_TYPED, WHEN_TYPED),
)
def test_a_sentence_says(sentence: str, expected: str) -> None:
    assert say(parse_sentence(sentence, ROWS, RULES, TODAY)) == expected


@pytest.mark.parametrize(("sentence", "message"), rows_in(REFUSED))
def test_what_cannot_be_meant_is_refused(sentence: str, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        parse_sentence(sentence, ROWS, RULES, TODAY)


@pytest.mark.parametrize("sentence", ["called Anna", "coffee with Ada, she knows Anna", "**Bob** and Anna called"])
def test_a_name_that_fits_several_is_refused(sentence: str) -> None:
    rows = (*ROWS, *rows_of("Bob"))
    with pytest.raises(AmbiguousName) as caught:
        parse_sentence(sentence, rows, RULES, TODAY)
    assert caught.value.candidates == ("People/Anna Berg.md", "People/Anna Stein.md")


TOLD = """
coffee with Anna, good             -> coffee | Anna Berg | good
coffee                             -> coffee | Anna Berg |
coffee, she knows Grace            -> coffee | Anna Berg | she knows [[Grace Hopper|Grace]]
coffee with Ada and Anna           -> coffee | Anna Berg | with [[Ada Lovelace|Ada]]
moved to Paris                     -> | Anna Berg | moved to Paris
"""


@pytest.mark.parametrize(("sentence", "expected"), rows_in(TOLD))
def test_who_it_was_may_be_told_apart(sentence: str, expected: str) -> None:
    assert say(parse_sentence(sentence, ROWS, RULES, TODAY, who=("anna b",))) == expected


def test_someone_told_apart_must_be_known() -> None:
    with pytest.raises(NothingFound):
        parse_sentence("coffee", ROWS, RULES, TODAY, who=("Zora",))


def test_kind_may_be_told_apart() -> None:
    said = parse_sentence("coffee with Ada at noon", ROWS, RULES, TODAY, kind="called")
    assert (said.kind, said.text) == ("call", "coffee at noon")
    said = parse_sentence("coffee with Ada", ROWS, RULES, TODAY, kind="coffee")
    assert (said.kind, said.text) == ("coffee", "")
    with pytest.raises(UsageError, match='"cofee": did you mean coffee'):
        parse_sentence("Ada", ROWS, RULES, TODAY, kind="cofee")
    with pytest.raises(UsageError, match="there are call, card, coffee"):
        parse_sentence("Ada", ROWS, RULES, TODAY, kind="skydiving")


def test_day_may_be_told_apart() -> None:
    said = parse_sentence("coffee with Ada yesterday", ROWS, RULES, TODAY, day=date(2026, 6, 14))
    assert (said.day, said.text) == (date(2026, 6, 14), "")
    said = parse_sentence("coffee with Ada, back since friday", ROWS, RULES, TODAY, day=date(2026, 6, 14))
    assert (said.day, said.text) == (date(2026, 6, 14), "back since friday")
    with pytest.raises(UsageError, match="has not come: 2026-06-16"):
        parse_sentence("coffee with Ada", ROWS, RULES, TODAY, day=date(2026, 6, 16))


def test_order_of_day_and_month_is_a_setting() -> None:
    rules = build_rules(Settings(vault=VaultSettings(date_order="mdy")))
    assert parse_sentence("coffee with Ada on 6/9", ROWS, rules, TODAY).day == date(2026, 6, 9)


def test_links_are_written_as_the_vault_needs_them() -> None:
    links = {"People/Grace Hopper.md": "[[People/Grace Hopper|Grace Hopper]]"}
    said = parse_sentence("coffee with Ada; Grace Hopper and Bob", ROWS, RULES, TODAY, links=links)
    assert said.text == "[[People/Grace Hopper|Grace Hopper]] and [[Bob Byron|Bob]]"
    rows = (*ROWS, *rows_of("Rock #1 Fan", "Rocky"))
    assert parse_sentence("coffee with Ada; Rocky came", rows, RULES, TODAY).text == "Rocky came"


def test_new_people_are_linked_by_the_name_their_note_will_have() -> None:
    said = parse_sentence("coffee with Ada, she knows **AC/DC**", ROWS, RULES, TODAY)
    assert (said.text, said.new_people, said.new_mentions) == ("she knows [[AC DC|AC/DC]]", (), ("AC/DC",))


def test_bold_names_and_links_of_people_who_are_there_are_theirs() -> None:
    said = parse_sentence("coffee with **Bobby** and [[People/Ada Lovelace]]", ROWS, RULES, TODAY)
    assert said.people == ("People/Bob Byron.md", "People/Ada Lovelace.md")


QUOTED_NAMES = """
    coffee with [[Robert "Bob" Smith]]                    -> coffee | Robert |
    [[Robert "Bob" Smith]] called: he said "so what"      -> call | Robert | he said "so what"
    met [[Robert "Bob" Smith|Bob]] and [[Ada Lovelace]]   -> meeting | Robert, Ada |
    tea with [[Size 5" Smith]], "[[Ada Lovelace]] moved"  -> coffee | Size | "[[Ada Lovelace]] moved"
    lunch with Ada: she knows [[Robert "Bob" Smith]]      -> lunch | Ada | she knows [[Robert "Bob" Smith]]
    lunch with Ada: she said "[[Robert "Bob" Smith]] is"  -> lunch | Ada | she said "[[Robert "Bob" Smith]] is"
"""


@pytest.mark.parametrize(("sentence", "expected"), rows_in(QUOTED_NAMES))
def test_a_linked_name_may_hold_quotation_marks(sentence: str, expected: str) -> None:
    rows = (*ROWS, *rows_of('Robert "Bob" Smith'), *rows_of('Size 5" Smith'))
    assert say(parse_sentence(sentence, rows, RULES, TODAY)) == expected


def test_tags_are_canonical_and_stay_in_the_text() -> None:
    rules = build_rules(Settings(tags=TagWords(received="bekommen")))
    said = parse_sentence("coffee with Ada #Bekommen #pension: good", ROWS, rules, TODAY)
    assert (said.tags, said.text) == (("pension", "received"), "#pension: good #Bekommen")


def test_a_sentence_is_one_line() -> None:
    said = parse_sentence("coffee with Ada,\nshe   is\x07 well\r\n", ROWS, RULES, TODAY)
    assert said.text == "she is well"


@pytest.mark.parametrize("name", ["Jürgen Müller", "Juergen Mueller", "jurgen muller", "Müller", "Mueller"])
def test_an_umlaut_may_be_written_out(name: str) -> None:
    assert say(parse_sentence(f"called {name.title()}", rows_of("Jürgen Müller"), RULES, TODAY)) == "call | Jürgen |"
    rows = rows_of("Juergen Mueller")
    assert say(parse_sentence("called Müller", rows, RULES, TODAY)) == "call | Juergen |"


def test_two_who_differ_by_an_umlaut_are_told_apart() -> None:
    rows = (*rows_of("Muller"), *rows_of("Mueller"))
    assert parse_sentence("called Muller", rows, RULES, TODAY).people == ("People/Muller.md",)
    assert parse_sentence("called Mueller", rows, RULES, TODAY).people == ("People/Mueller.md",)


def test_what_is_no_sentence_is_refused() -> None:
    with pytest.raises(UsageError, match="log takes a sentence"):
        parse_sentence("coffee with Ada: " + "and so on " * 600, ROWS, RULES, TODAY)


def test_a_kind_of_ones_own() -> None:
    kinds = {**DEFAULT_KINDS, "walk": Kind("walk", ("walked", "stroll"), 3, 4)}
    said = parse_sentence("long stroll with Ada", ROWS, build_rules(Settings(kinds=kinds)), TODAY)
    assert (said.kind, said.text) == ("walk", "long stroll")


WORD = st.sampled_from(
    [
        "Ada",
        "ada",
        "Bob",
        "Anna",
        "Grace",
        "Kelly",
        "coffee",
        "called",
        "with",
        "w/",
        "and",
        "&",
        ",",
        ";",
        ":",
        ".",
        "to",
        "from",
        "at",
        "about",
        "she",
        "who",
        "said",
        "'s",
        "yesterday",
        "friday",
        "10:30",
        "#asked",
        "#x",
        "**Zoe**",
        "[[Bob]]",
        "[[",
        "]]",
        "**",
        "(",
        ")",
        '"',
        "`",
        "!",
        "?",
        "-",
        "—",
        "31/2",
        "10/9",
        "tomorrow",
        "2026-06-01",
        "the",
        "my",
        "Dr.",
    ]
)


@given(st.lists(WORD, max_size=12))
def test_any_sentence_is_read_or_refused(words: list[str]) -> None:
    sentence = " ".join(words)
    try:
        said = parse_sentence(sentence, ROWS, RULES, TODAY)
    except VaultnetError:
        return
    assert said.people or said.new_people
    assert said.day <= TODAY
    assert "\n" not in said.text
    assert said.text == said.text.strip()


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_or_refused(before: str, behind: str) -> None:
    try:
        said = parse_sentence(f"{before} coffee with Ada {behind}", ROWS, RULES, TODAY)
    except VaultnetError:
        return
    assert said.people


@given(st.lists(st.sampled_from(("pensions", "the flat", "Paris", "well", "(really)", "50 %")), max_size=6))
def test_words_that_name_nobody_are_kept_as_they_are(words: list[str]) -> None:
    said = parse_sentence(f"coffee with Ada: {' '.join(words)}", ROWS, RULES, TODAY)
    assert said.text == " ".join(words)


@pytest.mark.parametrize(
    "piece", ["with ", "Ada and ", "[[", "**", "to my ", '"', "coffee ", "10:30 ", ", ", "a'", "#a "]
)
def test_a_hostile_sentence_takes_no_long_time(piece: str) -> None:
    began = time.perf_counter()
    with suppress(VaultnetError):
        parse_sentence("coffee with Ada " + piece * (4900 // len(piece)), ROWS, RULES, TODAY)
    assert time.perf_counter() - began < 2
