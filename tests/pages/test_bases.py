"""The views for Obsidian's Bases are valid by its rules: keys, functions, references, quotes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from vaultnet.model.settings import Settings
from vaultnet.model.settings_language import default_settings
from vaultnet.pages.bases import FILES, build_bases
from vaultnet.pages.view import as_plain
from vaultnet.storage.templates import render

_WORD = re.compile(r"\w+")
_FUNCTIONS = set(
    _WORD.findall(
        "escapeHTML date duration file html if image icon link list max min now number today random isTruthy isType toString "
        "format time relative isEmpty contains containsAll containsAny endsWith lower replace repeat reverse slice split "
        "startsWith title trim abs ceil floor round toFixed filter flat join map reduce sort unique asFile linksTo asLink "
        "hasLink hasProperty hasTag inFolder keys values matches"
    )
)
_FILE_FIELDS = set(
    _WORD.findall("backlinks ctime embeds ext file folder links mtime name path properties size tags basename")
)
_VIEW_KEYS = set(_WORD.findall("type name filters groupBy order sort limit summaries columnSize"))
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def bases(settings: Settings, language: str) -> dict[str, Any]:
    usual = {"company": "Works At", "last-contact": "last_contacted"}
    view = as_plain(build_bases(settings, lambda _, key: usual.get(key, key), ["Templates", 'It\'s "ours"']))
    return {name: yaml.safe_load(render(None, f"bases/{name}.base", view, language=language)) for name in FILES["en"]}


def expressions(node: Any) -> Iterator[str]:
    """Every expression of a filter."""
    if isinstance(node, str):
        yield node
    else:
        ((word, parts),) = node.items()
        assert word in {"and", "or", "not"}
        for part in parts:
            yield from expressions(part)


def refuse_invalid(expression: str, formulas: set[str]) -> None:
    bare = _TEXT.sub('""', expression)
    assert bare.count('"') % 2 == 0
    assert "'" not in bare
    assert bare.count("(") == bare.count(")")
    assert bare.count("[") == bare.count("]")
    assert set(re.findall(r"(\w+)\(", bare)) <= _FUNCTIONS
    assert set(re.findall(r"(?<!this\.)\bfile\.(\w+)\b(?!\()", bare)) <= _FILE_FIELDS
    assert set(re.findall(r"formula\.(\w+)", bare)) <= formulas
    assert not re.search(r"note\.[\w]+-", bare), "a name with a dash stands in brackets"


@pytest.mark.parametrize("language", ["en", "de"])
def test_they_are_valid(language: str) -> None:
    for name, base in bases(default_settings(language), language).items():
        assert set(base) <= {"filters", "formulas", "properties", "summaries", "views"}, name
        formulas = set(base.get("formulas", {}))
        columns = {f"formula.{formula}" for formula in formulas}
        for formula in base.get("formulas", {}).values():
            refuse_invalid(formula, formulas)
        assert set(base.get("properties", {})) <= columns
        names = [view["name"] for view in base["views"]]
        assert len(names) == len(set(names))
        for view in base["views"]:
            assert set(view) <= _VIEW_KEYS
            assert view["type"] in {"table", "cards"}
            for part in (base["filters"], view.get("filters", {"and": []})):
                for expression in expressions(part):
                    refuse_invalid(expression, formulas)
            for column in (*view["order"], *(by["property"] for by in view.get("sort", [])), *_grouped(view)):
                assert column in columns or re.fullmatch(r"file\.\w+|note\..+", column), column


def _grouped(view: dict[str, Any]) -> list[str]:
    return [view["groupBy"]["property"]] if "groupBy" in view else []


def test_they_speak_of_the_keys_and_marks_of_the_vault() -> None:
    people = bases(default_settings("en"), "en")["people"]
    assert people["formulas"]["silence"] == (
        'if(note.last_contacted, (today() - date(note.last_contacted)).days.floor(), "")'
    )
    assert 'list(note["Works At"]).contains(this)' in people["views"][2]["filters"]["and"]
    assert people["filters"]["and"][-1] == '!file.inFolder("It\'s \\"ours\\"")'


def test_due_knows_tiers_and_tags() -> None:
    due = bases(default_settings("en"), "en")["due"]
    assert due["formulas"]["ideal"] == (
        'if(note.tier == "inner", "1M", if(note.tier == "close", "3M", if(note.tier == "wide", "6M", "6M")))'
    )


def test_every_language_has_them() -> None:
    english, german = (bases(default_settings(language), language) for language in ("en", "de"))
    assert english.keys() == german.keys()
    for name, base in english.items():
        assert len(base["views"]) == len(german[name]["views"])
        assert base["filters"] == german[name]["filters"]
