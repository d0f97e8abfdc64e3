"""Whatever vaultnet says has its German in `frontends/cli/language/de.toml`, and nothing else stands there.

What it says is read out of the source (`tests/english.py`). A new sentence fails here with its name, and needs one line.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.english import english_in
from vaultnet.frontends.cli.language.catalogue import parse_catalogue
from vaultnet.frontends.cli.language.phrase import parse_phrase

ROOT = Path(__file__).parent.parent
GERMAN = ROOT / "vaultnet/frontends/cli/language/de.toml"
TABLES = tomllib.loads(GERMAN.read_text(encoding="utf-8"))

# Tables of words that are read, not said: names of keys, of countries, of days, in whatever language.
_READ_NOT_SAID = {
    "dataclass.py",  # the source of an `__init__`, and a word to programmers
    "exchange/vcard/fields.py", "exchange/vcard/label.py", "exchange/vcard/relation.py",
    "edits/sentence_words.py", "exchange/ics/words.py", "exchange/mbox/kind.py", "exchange/linkedin/words.py", "exchange/card/reach.py", "exchange/card/words.py", "exchange/monica/words.py",
    "exchange/column_names.py", "exchange/google_names.py", "exchange/outlook_names.py", "exchange/outlook_fields.py",
    "exchange/table_date.py", "model/cadence_words.py", "model/contact_keys.py", "model/country_names.py",
    "model/dated_line.py", "model/debrief_words.py", "model/gathering.py", "model/guest_words.py", "model/holiday.py",
    "model/kind_words.py", "model/known_introduction.py", "model/log_words.py", "model/moment_format.py", "model/moment_locale.py",
    "model/natural_words.py", "model/note_type.py", "model/note_values.py", "model/settings.py",
    "model/settings_language.py", "model/trip.py",
    "pages/map_legend.py", "pages/map_mermaid.py", "pages/map_style.py", "pages/map_svg.py", "pages/svg_edge.py",  # SVG, Mermaid
    "pages/svg_chart.py", "practice/advice_ask.py", "practice/advice_filler.py", "practice/advice_job.py",
    "practice/greeting.py",
    "practice/relationship_category.py",
    "storage/sync_services.py",  # names of services and their folders
    "text/mermaid.py", "text/plain_words.py", "text/stem.py",
}  # fmt: skip
# What else is no message: names of steps for the journal, keys of the memo, reasons that a template puts into words.
_NO_MESSAGES = {
    "Aqxvonne Wyzberk", "Zubqalf de Kjvorst", "PO Box {}", "Custom Field", "Extended Address", "Postal Code", "Group Membership", "File As",
    "Job Description", "Address PO Box", "Job Title",  # columns of address books
    "FN, full name, ORG", "[[vault]]\nroot = {}\ntemplates = {}",
    "article {}", "help {}", "introduce {}",  # what the key of an item about giving is made of
    "Connected On",  # a column of LinkedIn
    "agenda {} {} {} {}", "{} rests on", "{} WHERE n.path = :path", "alias, nickname, nicknames", "already there", "bursts and silences",
    "by, through, connector, introducer", "card days {} {} {}", "city, place, loc", "company kind",
    "introduced by me", "introduced me", "not authorized", "authorization denied", 'type=contact {}:"{}"', "NotoSans[wdth,wght].ttf", "vaultnet labels", "Life events", "left by a vaultnet that was killed", "its label is lost", "life event", "log {} with {}",
    "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
    "merge {} into {}", "rename to {}", "Aus {}", "From {}", "role: {}",  # why, for the journal; a heading of a note
    "members, contacts, employees, team", "new {} {}", "newest first", "news {}", "oldest first", "recursion limit",
    "rendered {}", "review {}", "rss, atom", "tables of another version", "url, homepage, web", "urn:uuid:", "urn:uuid:{}", "urn:vaultnet:note", "vaultnet {}",
    "vaultnet: {}",
    "vaultnet: merge notes by meaning", "# from here: `vaultnet git install`, for", "{}this repository", "exit {}", "vaultnet {}: {}", "commit: {}", "{} and {} more\n\n{}",  # written into git's own files
    "%O %A %B %P; case $? in 0) exit 0;; 10) exit 1;; esac; git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B || exit 1",
    "usage: merge_driver BASE OURS THEIRS PATH (git calls it: see `vaultnet git install`)", "vaultnet: {}: left to git's own merge: {}",  # said in the midst of git's own English
    "> [!warning] Two versions:",  # the box of a merged note: the same bytes on every machine
    "> Keep one of each pair in the properties, `key` or `key__theirs`, under the name `key`, and remove this box.",
    "weak from", "weak to", "while reading {}", "working days {} {}", "{}\n\\ No newline at end of file",
}  # fmt: skip


@cache
def said_in(path: Path) -> frozenset[str]:
    name = path.relative_to(ROOT / "vaultnet").as_posix()
    if name in _READ_NOT_SAID or name.startswith("frontends/cli/language/"):
        return frozenset()
    texts = set(english_in(path.read_text(encoding="utf-8"))) - _NO_MESSAGES
    return frozenset(text for text in texts if not _is_type(text) and not text.startswith("The day's short path"))


def _is_type(text: str) -> bool:
    """An annotation in quotes."""
    return bool(re.fullmatch(r"[\w.\[\], ]+( \| [\w.\[\], ]+)+", text))


@cache
def files() -> list[Path]:
    return sorted((ROOT / "vaultnet").rglob("*.py"))


def _plain(english: str) -> str:
    """A catalogue may narrow a hole down to a number."""
    return english.replace("{#}", "{}")


KNOWN = tuple(_plain(english) for name in ("messages", "parts", "words") for english in TABLES[name])
WHOLE = frozenset(KNOWN)


def _stands_in(part: str, wholes: Iterable[str]) -> bool:
    return any(part in whole for whole in wholes)


@pytest.mark.parametrize("floor", sorted({path.relative_to(ROOT / "vaultnet").parts[0] for path in files()}))
def test_every_message_has_its_german(floor: str) -> None:
    """As a line of its own, or as a part of one that is put together in the source."""
    ours = [path for path in files() if path.relative_to(ROOT / "vaultnet").parts[0] == floor]
    missing = [
        f"{path.name}: {text}"
        for path in ours
        for text in sorted(said_in(path))
        if _plain(text) not in WHOLE and not _stands_in(_plain(text), KNOWN)
    ]
    assert not missing, "say it in German, in frontends/cli/language/de.toml:\n" + "\n".join(missing)


def test_nothing_is_translated_that_nobody_says() -> None:
    """Every word of a line of the catalogue comes from the source. (`words` are computed, and shown by the next test.)"""
    said = sorted({_plain(text) for path in files() for text in said_in(path)}, key=len, reverse=True)
    stale = [
        english for name in ("messages", "parts") for english in TABLES[name] if _words_left(_plain(english), said)
    ]
    assert not stale, "nobody says this any more:\n" + "\n".join(stale)


def _words_left(english: str, said: Iterable[str]) -> bool:
    for text in said:
        if text in english:
            english = english.replace(text, " {} ")
    return bool(re.search(r"[A-Za-z]{2}", english.replace("{}", " ")))


@pytest.mark.parametrize("table", ["messages", "parts", "words", "click"])
def test_every_line_can_be_read_and_keeps_what_stands_in_the_holes(table: str) -> None:
    """No hole is lost, but where German says it in another way (a plural, a place that is clear)."""
    may_be_lost = {"{}: ended because it took more than {} s, {} MB, or answered with more than {} MB"}
    for english, german in TABLES[table].items():
        phrase = parse_phrase(english, german)
        held = {int(number) for number in re.findall(r"\{([1-9])!?\}", german)}
        assert english in may_be_lost or held == set(range(1, len(phrase.is_number) + 1)), english


def test_what_is_passed_over_still_stands_somewhere() -> None:
    found = {text for path in files() for text in english_in(path.read_text(encoding="utf-8"))}
    assert found >= _NO_MESSAGES
    assert [name for name in _READ_NOT_SAID if not (ROOT / "vaultnet" / name).exists()] == []


@pytest.mark.parametrize("table", ["messages", "parts", "words", "click"])
def test_every_phrase_is_found_by_what_it_says(table: str) -> None:
    """None stands in another's way: filled with values, each is worded as its own line says."""
    catalogue = parse_catalogue(TABLES)
    word = catalogue.part if table in {"parts", "words"} else catalogue.message
    for english, german in TABLES[table].items():
        values = iter(("«1»", "«2»", "«3»", "«4»", "«5»"))
        numbers = iter(("11", "12", "13", "14", "15"))
        held = [next(numbers) if hole == "{#}" else next(values) for hole in re.findall(r"\{#?\}", english)]
        text, wanted = english, german
        for place, value in enumerate(held, 1):
            text = re.sub(r"\{#?\}", value, text, count=1)
            wanted = wanted.replace(f"{{{place}}}", value).replace(f"{{{place}!}}", value)
        assert word(text) == wanted, english
