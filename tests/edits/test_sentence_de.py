"""What a plain German sentence says of a touch; how a row is read is told in `test_sentence.py`."""

import re
import time
from contextlib import suppress

import pytest

from tests.edits.people import GERMAN_ROWS, GERMAN_RULES
from tests.edits.sentences_de import DAY_AND_TIME, OBJECT, REFUSED, SUBJECT, TO_AND_FROM, WITH, WORDS_AND_NAMES
from tests.edits.test_sentence import TODAY, rows_in, say
from vaultnet.edits.log import log_line
from vaultnet.edits.sentence import parse_sentence
from vaultnet.errors import AmbiguousName, UsageError, VaultnetError
from vaultnet.model.log import read_log
from vaultnet.text.document import parse_document

SENTENCES = rows_in(WITH, SUBJECT, OBJECT, TO_AND_FROM, DAY_AND_TIME, WORDS_AND_NAMES)


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_german_sentence_says(sentence: str, expected: str) -> None:
    assert say(parse_sentence(sentence, GERMAN_ROWS, GERMAN_RULES, TODAY)) == expected


@pytest.mark.parametrize(("sentence", "message"), rows_in(REFUSED))
def test_what_cannot_be_meant_is_refused(sentence: str, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        parse_sentence(sentence, GERMAN_ROWS, GERMAN_RULES, TODAY)


def test_a_name_that_fits_several_is_refused() -> None:
    with pytest.raises(AmbiguousName):
        parse_sentence("Anna angerufen", GERMAN_ROWS, GERMAN_RULES, TODAY)


@pytest.mark.parametrize("sentence", [sentence for sentence, _expected in SENTENCES])
def test_the_line_is_read_as_what_was_said(sentence: str) -> None:
    said = parse_sentence(sentence, GERMAN_ROWS, GERMAN_RULES, TODAY)
    (row,) = read_log(parse_document(f"- {log_line(said, (), GERMAN_RULES)}\n"), GERMAN_RULES)
    assert (row.date, row.time, row.direction) == (said.day.isoformat(), said.time, said.direction)
    assert row.kind == (said.kind or row.kind)
    assert set(row.tags.split()) == set(said.tags)


LINES = """
Kaffee mit Ada                   -> 2026-06-15 Kaffee
mit Ada telefoniert: alles gut   -> 2026-06-15 Anruf: alles gut
Mail von Ben: lange Antwort      -> 2026-06-15 E-Mail von: lange Antwort
Ada gestern um 9:30 getroffen    -> 2026-06-14 09:30 Treffen
Brief an Ada #gefragt            -> 2026-06-15 Brief an: #gefragt
Ada sagte, dass sie umzieht      -> 2026-06-15: sagte, dass sie umzieht
"""


@pytest.mark.parametrize(("sentence", "line"), rows_in(LINES))
def test_a_log_line_is_written_in_german(sentence: str, line: str) -> None:
    assert log_line(parse_sentence(sentence, GERMAN_ROWS, GERMAN_RULES, TODAY), (), GERMAN_RULES) == line


@pytest.mark.parametrize("piece", ["hat mir ", "nicht ", "meiner Chefin ", "und mit ", "Prof. Dr. ", "rief an ", "zu "])
def test_a_hostile_sentence_takes_no_long_time(piece: str) -> None:
    began = time.perf_counter()
    with suppress(VaultnetError):
        parse_sentence("Kaffee mit Ada " + piece * (4900 // len(piece)), GERMAN_ROWS, GERMAN_RULES, TODAY)
    assert time.perf_counter() - began < 2
