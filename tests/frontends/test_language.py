"""What is said gets into another language at the rim: phrases with holes, parts of them, and nothing that a person wrote."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from vaultnet.frontends.cli.language.catalogue import parse_catalogue
from vaultnet.frontends.cli.language.phrase import parse_phrase
from vaultnet.frontends.cli.language.speech import said, said_part, said_values, speak
from vaultnet.frontends.cli.wording import count_words, day_words, gap_words, month_words, rest_words, when_words
from vaultnet.model.dates import Gap

CATALOGUE = parse_catalogue(
    {
        "messages": {
            "Wrote {}": "{1} geschrieben",
            "Wrote {}; absorbed {}": "{1} geschrieben; {2!} übernommen",
            "{} fits {}": "{2}: {1}",
            "must be {}": "muss {1!} sein",
            "{} in all": "{1!} zusammen",
            "{}. To paste:\n{}": "{1!}. Zum Einfügen:\n{2}",
            "{} of {#} ({#} s)": "{1} von {2} ({3} s)",
            "No way.": "Kein Weg.",
        },
        "parts": {"a number": "eine Zahl", "did you mean {}?": "meintest du {1}?"},
        "words": {"{#} note": "{1} Notiz", "{#} notes": "{1} Notizen", "{#} touches": "{1} Einträge"},
    }
)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("No way.", "Kein Weg."),
        ("Wrote Daily/2026-06-15.md", "Daily/2026-06-15.md geschrieben"),
        ("  Wrote a.md", "  a.md geschrieben"),
        ("Wrote a.md; absorbed 2 touches", "a.md geschrieben; 2 Einträge übernommen"),
        ("Wrote notes; absorbed notes", "notes geschrieben; notes übernommen"),
        ("Ada fits two", "two: Ada"),
        ("3 notes, 1 note in all", "3 Notizen, 1 Notiz zusammen"),
        ("1,234 notes in all", "1.234 Notizen zusammen"),
        ("a of 1,234 (0.51 s)", "a von 1.234 (0,51 s)"),
        ("a of many (0.51 s)", "a of many (0.51 s)"),
        ("People/Ada.md:4: No way.", "People/Ada.md:4: Kein Weg."),
        ("vaultnet.toml: must be a number", "vaultnet.toml: muss eine Zahl sein"),
        ("agenda.people must be a number", "agenda.people muss eine Zahl sein"),
        ("Wrote x\nNo way.\nneither", "x geschrieben\nKein Weg.\nneither"),
        ("No way.. To paste:\n- Wrote x\n", "Kein Weg.. Zum Einfügen:\n- Wrote x\n"),
        ("", ""),
        ("what a person wrote", "what a person wrote"),
        ("a number", "a number"),  # a part by itself may be anybody's
    ],
)
def test_messages(english: str, german: str) -> None:
    assert CATALOGUE.message(english) == german


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("a number", "eine Zahl"),
        (": did you mean Ada?", ": meintest du Ada?"),
        ("2 notes; 1 note, and Ada", "2 Notizen; 1 Notiz, and Ada"),
        ("Ada, Bob", "Ada, Bob"),
    ],
)
def test_parts(english: str, german: str) -> None:
    assert CATALOGUE.words(english) == german


def test_of_two_phrases_the_longer_one_is_meant() -> None:
    book = parse_catalogue({"messages": {"{} is set": "B", "x {}": "A", "x {} is set": "C"}})
    assert book.message("x y is set") == "C"


def test_a_hole_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="no such hole"):
        parse_phrase("Wrote {}", "{2} geschrieben")


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "a of " * 40_000, "a of 1 (" * 30_000, "x.md:1: " * 30_000, ", " * 90_000]
)
def test_the_time_is_that_of_reading(text: str) -> None:
    """Ten times the text takes about ten times as long, not a hundred times."""

    def seconds(part: str) -> float:
        began = time.thread_time()
        CATALOGUE.message(part)
        return time.thread_time() - began

    seconds(text)
    assert seconds(text) < 60 * max(seconds(text[: len(text) // 10]), 0.0005)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The language is the process's own: every test begins, and leaves, in English."""
    speak("en")
    yield
    speak("en")


@pytest.fixture
def german() -> None:
    speak("de")


def test_english_is_said_as_it_is() -> None:
    assert said("No problems found.") == "No problems found."
    assert said_part("never") == "never"
    assert said_values({"message": "No problems found."}) == {"message": "No problems found."}


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-06-15", "heute"), ("2026-06-14", "gestern"), ("2026-06-16", "morgen"), ("2026-06-11", "vor 4 Tagen"),
        ("2026-06-01", "vor 2 Wochen"), ("2026-06-07", "vor 8 Tagen"), ("2026-05-14", "vor 4 Wochen"),
        ("2025-11-15", "vor 7 Monaten"), ("2024-06-14", "vor 2 Jahren"), ("2026-06-18", "in 3 Tagen"),
        ("2026-06-23", "in 8 Tagen"), ("2026-08-15", "in 2 Monaten"), ("2028-07-01", "in 2 Jahren"),
    ],
)  # fmt: skip
def test_days_as_seen_from_today(day: str, words: str) -> None:
    assert when_words(date.fromisoformat(day), date(2026, 6, 15)) == words


@pytest.mark.usefixtures("german")
def test_the_words_of_the_command_line() -> None:
    today = date(2026, 6, 15)
    assert [gap_words(Gap(1, "month")), gap_words(Gap(7, "month"))] == ["1 Monat", "7 Monate"]
    assert [count_words(1, "note"), count_words(1234, "note")] == ["1 Notiz", "1.234 Notizen"]
    assert [day_words(date(2026, 3, 1), today), day_words(date(2027, 3, 1), today)] == ["1. März", "1. März 2027"]
    assert month_words(3) == "März"
    rest = {"until": "2026-06-29", "since": "2026-06-15", "because": "let_go"}
    assert rest_words(rest, today) == "ruht bis 29. Juni: losgelassen am 15. Juni"


@pytest.mark.usefixtures("german")
def test_in_json_only_what_is_for_people() -> None:
    values = {
        "state": "new",
        "contacts": [{"name": "No problems found.", "why": "the day you set", "kind": "call"}],
        "error": {"code": "usage", "message": "say who: a name, an alias, an e-mail address or a path", "line": None},
    }
    assert said_values(values) == {
        "state": "new",
        "contacts": [{"name": "No problems found.", "why": "der Tag, den du gesetzt hast", "kind": "call"}],
        "error": {
            "code": "usage",
            "message": "sag, wer: ein Name, ein Zweitname, eine E-Mail-Adresse oder ein Pfad",
            "line": None,
        },
    }
