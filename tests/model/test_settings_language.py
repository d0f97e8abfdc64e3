"""Defaults that depend on the vault's language, resolved when the settings are read."""

import tomllib

import pytest

from vaultnet.model.kind_words import false_friends, kind_forms, kind_word
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import DEFAULT_KINDS, Settings, TagWords
from vaultnet.model.settings_reader import parse_settings


def settings_of(text: str) -> Settings:
    read, faults = parse_settings(tomllib.loads(text))
    assert not faults
    return read


GERMAN = settings_of('[vault]\nlanguage = "de"')


def test_a_german_vault_has_german_defaults() -> None:
    assert (GERMAN.kinds["coffee"].word, GERMAN.kinds["email"].word) == ("Kaffee", "E-Mail")
    assert (GERMAN.tags.received, GERMAN.log.headings[0], GERMAN.agenda.heading) == (
        "bekommen",
        "Verlauf",
        "Kontaktpflege",
    )
    assert "keine Antwort" in GERMAN.ladder.missed
    assert set(GERMAN.kinds) == set(DEFAULT_KINDS)


def test_an_english_vault_is_as_it_was() -> None:
    assert settings_of("") == Settings()
    assert [kind.word for kind in DEFAULT_KINDS.values()] == list(DEFAULT_KINDS)


def test_english_headings_and_tags_are_still_read() -> None:
    assert set(Settings().log.headings) < set(GERMAN.log.headings)
    tags = build_rules(GERMAN).exchange_by_tag
    assert (tags["gave"], tags["gegeben"], tags["asked"], tags["gefragt"]) == ("gave", "gave", "asked", "asked")


def test_tables_add_to_the_defaults_of_the_language_wherever_they_stand() -> None:
    read = settings_of(
        '[kinds.coffee]\nminutes = 9\n[tags]\ngave = "geschenkt"\n[agenda]\npeople = 3\n[vault]\nlanguage = "DE"'
    )
    assert (read.kinds["coffee"].minutes, read.kinds["coffee"].word) == (9, "Kaffee")
    assert read.tags == TagWords("geschenkt", *(getattr(GERMAN.tags, name) for name in TagWords.__slots__[1:]))
    assert (read.agenda.people, read.agenda.heading) == (3, "Kontaktpflege")


def test_a_word_of_ones_own_is_written_and_read() -> None:
    rules = build_rules(settings_of('[vault]\nlanguage = "de"\n[kinds.coffee]\nword = "Käffchen"\nforms = ["Melange"]'))
    assert rules.settings.kinds["coffee"].word == "Käffchen"
    assert [rules.kind_in(text) for text in ("Käffchen", "Melange", "coffee", "Kaffee")] == [
        "coffee",
        "coffee",
        "coffee",
        "",
    ]


def test_a_language_that_is_none_is_one_fault() -> None:
    read, faults = parse_settings({"vault": {"language": "fr"}})
    assert (read.kinds, faults) == (DEFAULT_KINDS, ("vault.language must be one of: en, de",))
    assert parse_settings({"vault": "de"})[0].kinds == DEFAULT_KINDS


@pytest.mark.parametrize("kind", DEFAULT_KINDS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_each_form_names_its_own_kind_alone(kind: str, language: str) -> None:
    rules = build_rules(settings_of(f'[vault]\nlanguage = "{language}"'))
    assert kind_word(kind, language) in kind_forms(kind, language)
    assert {rules.kind_in(form) for form in kind_forms(kind, language)} == {kind}


def test_false_friends_are_no_touches_by_themselves_but_name_a_kind_where_one_is_asked_for() -> None:
    rules = build_rules(GERMAN)
    assert {rules.kind_in(word) for word in false_friends("de")} == {""}
    assert rules.kind_by_form["gift"] == "gift"
    forced = build_rules(settings_of('[vault]\nlanguage = "de"\n[kinds.gift]\nforms = ["gift"]'))
    assert forced.kind_in("gift") == "gift"
