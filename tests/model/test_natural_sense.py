"""What a sentence is taken to say of its date, and what only looks like one. Today is Saturday, 2 May 2026."""

from datetime import date

import pytest

from vaultnet.model.natural_date import cut_out, find_natural_date
from vaultnet.model.natural_meaning import Prefer

TODAY = date(2026, 5, 2)

LOG = """
    coffee with Ada **yesterday**, she offered an intro to Grace #received  | 2026-05-01
    **Yesterday**: coffee with Ada                            | 2026-05-01
    coffee with Ada **Friday**, she offered help              | 2026-05-01
    **friday** coffee with ada                                | 2026-05-01
    lunch with Ada, Bob and Carol **last friday**             | 2026-05-01
    call **on friday morning**: long talk                     | 2026-05-01
    ran into Ada **on sat** at the market                     | 2026-05-02
    met **on sun.**                                           | 2026-04-26
    lunch **3 weeks ago**                                     | 2026-04-11
    lunch **2 months ago**                                    | 2026-03-02
    lunch **last week**                                       | 2026-04-25
    coffee with ada **may 1**                                 | 2026-05-01
    coffee with Ada **1 May**                                 | 2026-05-01
    coffee with Ada **may 1, 2020**                           | 2020-05-01
    coffee with Ada **on the 1st of May**                     | 2026-05-01
    dinner **24 Dec** at home                                 | 2025-12-24
    **on 1.5.** coffee                                        | 2026-05-01
    **1.5.** coffee                                           | 2026-05-01
    coffee **1.5.26** with Ada                                | 2026-05-01
    coffee **25/4** with Ada                                  | 2026-04-25
    coffee **on 1/1** with Ada                                | 2026-01-01
    - **2026-05-01** coffee                                   | 2026-05-01
    met **[[2026-05-01]]** at work                            | 2026-05-01
    met **on [[2026-05-01|that day]]** at work                | 2026-05-01
    call on **today**                                         | 2026-05-02
    next friday she leaves, met **yesterday**                 | 2026-05-01
    10/9 or **yesterday**                                     | 2026-05-01
"""

LOG_GERMAN = """
    Kaffee mit Ada **gestern**, sie bot Hilfe an              | 2026-05-01
    Kaffee **am Do** mit Ada                                  | 2026-04-30
    **Freitag** Kaffee mit Ada                                | 2026-05-01
    **letzten Freitag Mittag** mit Ada                        | 2026-05-01
    Kaffee **am 1.5.** mit Ada                                | 2026-05-01
    Kaffee mit Ada **1.5.**                                   | 2026-05-01
    Essen **vor zwei Wochen**                                 | 2026-04-18
    Essen **am 1. Mai** bei Ada                               | 2026-05-01
"""

REMINDERS = """
    call ada **in 3w**                                        | 2026-05-23
    call ada **friday**                                       | 2026-05-08
    call ada **3 May**                                        | 2026-05-03
    met yesterday, call **in 3 weeks**                        | 2026-05-23
    call **next month**                                       | 2026-06-02
    write before **in a year**                                | 2027-05-02
"""


def sentences(table: str, language: str, prefer: Prefer) -> list[tuple[str, str, date, str, Prefer]]:
    """The phrase stands between stars."""
    split = (line.strip().rpartition("|") for line in table.strip().splitlines())
    return [
        (text.strip().replace("**", ""), text.split("**")[1], date.fromisoformat(day.strip()), language, prefer)
        for text, _, day in split
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase", "day", "language", "prefer"),
    [*sentences(LOG, "en", "past"), *sentences(LOG_GERMAN, "de", "past"), *sentences(REMINDERS, "en", "future")],
)
def test_a_sentence_tells_its_date(sentence: str, phrase: str, day: date, language: str, prefer: Prefer) -> None:
    found = find_natural_date(sentence, TODAY, prefer=prefer, language=language)
    assert found is not None
    assert (found.day, sentence[slice(*found.span)]) == (day, phrase)


@pytest.mark.parametrize(
    "sentence",
    [
        # words that only look like dates
        *(
            "coffee with Ada",
            "she may come",
            "we march on",
            "Ada and 2 may come",
            "sat with Ada",
            "mon ami",
            "lunch with May",
        ),
        *(
            "lunch with Sun Li",
            "talk on Sun Microsystems",
            "on sun and rain",
            "lunch with [[Sun Li]]",
            "on Wed Ltd",
            "Mon-Fri",
        ),
        *(
            "lunch with Jan 2 hours",
            "fridays are good",
            "Friday's talk",
            "Black Friday sale",
            "24/7 support",
            "a 1/2 of it",
        ),
        *("50/50", "31/2", "2-5 of them", "rated it 2.5.", "room 2026-05-01-x", "from 1 May-3 May", "a week"),
        # not prose
        *(
            "https://x.org/2026-05-01",
            "`yesterday`",
            "#today",
            "[[Good old yesterday]]",
            "[[Ada|last friday]]",
            "@friday",
        ),
        # ahead, or told of something else
        *("in 3 weeks she moves", "next friday she leaves", "she marries 2 May 2027", "3 May picnic", "tomorrow"),
        *(
            "until friday",
            "since 2 May 2020",
            "born 2 May 1985",
            "every friday",
            "last year she left",
            "2 years ago she left",
        ),
        *("last month she left", "this sunday"),
    ],
)
def test_a_log_without_a_date_of_its_own(sentence: str) -> None:
    assert find_natural_date(sentence, TODAY) is None


@pytest.mark.parametrize(
    "sentence",
    ["am do", "so war es", "Ada am Morgen", "bis Freitag", "in 2 Wochen zieht sie um", "vor 2 Jahren", "im Mai"],
)
def test_ein_eintrag_ohne_datum(sentence: str) -> None:
    assert find_natural_date(sentence, TODAY, language="de") is None


@pytest.mark.parametrize(
    ("sentence", "language"), [("met yesterday", "en"), ("every friday", "en"), ("1 May", "en"), ("guten Morgen", "de")]
)
def test_a_reminder_without_a_date_of_its_own(sentence: str, language: str) -> None:
    assert find_natural_date(sentence, TODAY, prefer="future", language=language) is None


@pytest.mark.parametrize(
    ("sentence", "phrase", "refusal"),
    [
        ("coffee 10/9 with Ada", "10/9", "ambiguous"),
        ("coffee on 31/2", "on 31/2", "impossible"),
        ("31 Feb, 30 Feb coffee", "31 Feb", "impossible"),
    ],
)
def test_a_date_that_must_be_asked_for(sentence: str, phrase: str, refusal: str) -> None:
    found = find_natural_date(sentence, TODAY)
    assert found is not None
    assert (found.refusal, sentence[slice(*found.span)]) == (refusal, phrase)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("coffee with Ada yesterday, she offered", "coffee with Ada, she offered"),
        ("coffee with Ada yesterday", "coffee with Ada"),
        ("coffee yesterday with Ada", "coffee with Ada"),
        ("yesterday: coffee with Ada", "coffee with Ada"),
        ("yesterday", ""),
    ],
)
def test_cut_out(sentence: str, rest: str) -> None:
    found = find_natural_date(sentence, TODAY)
    assert found is not None
    assert cut_out(sentence, found.span) == rest
