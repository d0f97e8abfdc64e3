"""What is fuzzed: every door through which somebody else's bytes come in, by name; two drivers share this one table.

attempt("vcard", b"BEGIN:VCARD\\n...")  ->  None       read, or refused in a declared way: VaultnetError, Refused, a value
attempt("note", seed)                   ->  raises     whatever else comes out is a bug, and the seed is kept

Hypothesis runs them in `make test` (test_fuzz.py), atheris in `make soak` (test_soak.py); seeds/ holds what once hurt.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args
from zlib import crc32

from tests.fuzz.editing import edit_blocks, edit_frontmatter
from vaultnet.edits.sentence import parse_sentence
from vaultnet.errors import VaultnetError
from vaultnet.exchange.feed import parse_feed
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.json_canvas import NoCanvas, parse_canvas
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.condition import parse_query
from vaultnet.model.entry import build_entry
from vaultnet.model.moment import format_moment, parse_moment
from vaultnet.model.natural_date import find_natural_date, parse_natural_date
from vaultnet.model.rules import Rules, build_rules
from vaultnet.model.settings import Settings
from vaultnet.model.who import build_name_row
from vaultnet.storage.config import build_settings, parse_tables
from vaultnet.storage.files import decode
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.periodic_notes import Series, periodic_section
from vaultnet.storage.render_worker import render_in_worker
from vaultnet.storage.template_engine import Source
from vaultnet.text.checkbox import cut_block_id, cut_fields, find_due, parse_task, write_done
from vaultnet.text.document import parse_document
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.link import links_in_value
from vaultnet.text.link_aim import LinkAims
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.relink import relink
from vaultnet.text.relink_canvas import relink_canvas
from vaultnet.text.resolve import NameIndex
from vaultnet.text.tasks_settings import parse_tasks_settings
from vaultnet.text.three_way.merge_versions import merge_versions
from vaultnet.text.unlink import unlink

SEEDS = Path(__file__).parent / "seeds"
LONGEST = 65_536  # bytes of what a driver makes: size itself is for tests/promises/test_s03_any_input.py
DAY = date(2026, 6, 15)
_NAMES = (build_name_row("ada lovelace", "People/Ada Lovelace.md", "Ada Lovelace"),)
_CONTEXT = ImportContext(
    DAY, frozenset({"me"}), frozenset({"me@example.org"}), "NL", "dmy", timezone="Europe/Amsterdam"
)

# What a draft may hold nowhere: controls but the line's own, and halves of a letter, which no file can hold.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")

Target = Callable[[bytes], object]


@cache
def _rules() -> Rules:
    return build_rules(Settings())


def _text(data: bytes) -> str:
    """As a note's bytes become text; of what is none, what a settings file would make of it."""
    text = decode(data)
    return data.decode("utf-8", "replace") if isinstance(text, Problem) else text


def _frontmatter(data: bytes) -> None:
    text = _text(data)
    parse_frontmatter(text)
    parse_frontmatter(f"---\n{text}\n---\n")


def _note(data: bytes) -> None:
    for path in ("People/Ada.md", "Daily/2026-06-15.md", "Meetings/x.md"):
        build_entry(path, _text(data), _rules())


def _links(data: bytes) -> None:
    text = _text(data)
    parse_document(text)
    links_in_value(text)
    relink(text, lambda path: "Ada Byron" if len(path) % 2 else None, shows_old=True)
    unlink(text, lambda path: len(path) % 2 == 0, lambda link: link.display or link.path)


def _checkbox(data: bytes) -> None:
    for line in _text(data).split("\n")[:100]:
        parse_task(line)
        find_due(line)
        cut_fields(line)
        cut_block_id(line)
        done = write_done(line, "2026-06-15")
        assert parse_task(done) is not None


def _importer(name: str) -> Target:
    def read(data: bytes) -> None:
        parsed = IMPORTERS[name].parse((SourceFile(f"file.{name}", data),), _CONTEXT)
        for text in _strings(parsed.drafts):
            assert not _UNSAFE.search(text), text

    return read


def _strings(value: object) -> Iterator[str]:
    """Every text in drafts, which are frozen values within values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "body":  # another tool's Markdown is kept line for line, as it is
                yield from _strings(getattr(value, field.name))


def _settings(data: bytes) -> None:
    settings = build_settings(parse_tables(data, "vaultnet.toml"), "vaultnet.toml")
    build_entry("People/Ada.md", "---\ntype: contact\n---\n## Log\n- 2026-05-02 coffee\n", build_rules(settings))


def _obsidian(data: bytes) -> None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return
    table: dict[str, Any] = found if isinstance(found, dict) else {"list": found}
    tasks = parse_tasks_settings(table)
    for series in get_args(Series):
        periodic_section(table, series)
    build_entry("Daily/2026-06-15.md", "- [ ] x\n- [/] #task y 📅 2026-06-16\n", build_rules(Settings(), tasks=tasks))


def _moment(data: bytes) -> None:
    form, _, text = _text(data).partition("\n")
    shown = format_moment(form, DAY)
    parse_moment(shown, form)
    parse_moment(text, form)


def _ignore(data: bytes) -> None:
    is_ignored = compile_ignore(_text(data).split("\n")[:50])
    for path in ("a" * 60, "a/" * 30 + "b", "People/Ada Lovelace.md", "../x", ".obsidian/app.json"):
        is_ignored(path, is_folder=False)


def _canvas(data: bytes) -> None:
    text = _text(data)
    aims = LinkAims(NameIndex(["a.md"]), NameIndex(["b.md"]), {"a.md": "b.md"})
    relink_canvas(text, "x.canvas", aims)
    with suppress(NoCanvas):
        parse_canvas(text)


def _day_of(text: str) -> date | None:
    return parse_natural_date(text, DAY).day


def _query(data: bytes) -> None:
    parse_query(_text(data), DAY, _day_of)


def _natural_date(data: bytes) -> None:
    text = _text(data)
    for language in ("en", "de"):
        parse_natural_date(text, DAY, language=language)
        found = find_natural_date(text, DAY, prefer="future", language=language)
        assert found is None or 0 <= found.span.start <= found.span.end <= len(text)


def _sentence(data: bytes) -> None:
    parse_sentence(_text(data), _NAMES, _rules(), DAY)


def _feed(data: bytes) -> None:
    parse_feed(data, "https://example.org/feed", "application/xml")


def _template(data: bytes) -> None:
    """A trusted vault's template, in the worker that may not do anything."""
    source = Source(_text(data), ".vaultnet/templates/agenda.md")
    people = [{"name": "Ada", "path": "People/Ada.md"}]
    render_in_worker({"agenda.md": source}, "agenda.md", {"day": "2026-06-15", "people": people})


def _merge(data: bytes) -> None:
    """The bytes are the base, or three notes cut from them; what both sides are is kept, and sides may be exchanged."""
    base, _, rest = _text(data).partition("\n=-=-=\n")
    ours, _, theirs = rest.partition("\n=-=-=\n")
    ours, theirs = ours or f"{base}\n- 2026-06-01 call: ours\n", theirs or base.replace("a", "b", 1)
    merge_versions(base, ours, theirs)
    assert merge_versions(base, ours, ours).text == ours
    assert merge_versions(base, base, theirs).text == theirs


TARGETS: dict[str, Target] = {
    "frontmatter": _frontmatter,
    "frontmatter-edit": lambda data: edit_frontmatter(_text(data), crc32(data)),
    "note": _note,
    "links": _links,
    "blocks": lambda data: edit_blocks(_text(data), crc32(data)),
    "checkbox": _checkbox,
    "merge": _merge,
    **{name: _importer(name) for name in IMPORTERS},
    "feed": _feed,
    "settings": _settings,
    "obsidian": _obsidian,
    "moment": _moment,
    "ignore": _ignore,
    "canvas": _canvas,
    "query": _query,
    "natural-date": _natural_date,
    "sentence": _sentence,
    "template": _template,
}


def attempt(name: str, data: bytes) -> bool:
    """True when it was read, False when it was refused as it may be; any other exception is a finding."""
    try:
        TARGETS[name](data)
    except (VaultnetError, Refused):
        return False
    return True


def seeds_of(name: str) -> list[bytes]:
    """Those of the target's own folder, and those for all."""
    folders = (SEEDS / "all", SEEDS / name)
    return [file.read_bytes() for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]
