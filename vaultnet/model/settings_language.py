"""The defaults that depend on the vault's language: the words for kinds, tags of exchange, headings,
and the day on which a week begins.

default_settings("de").tags.received           ->  "bekommen"
default_settings("de").log.headings[0]         ->  "Verlauf"
default_settings("de").kinds["coffee"].word    ->  "Kaffee"
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from vaultnet.dataclass import replace
from vaultnet.model.settings import (
    AgendaSettings,
    LadderSettings,
    LogSettings,
    ReviewSettings,
    Settings,
    TagWords,
    VaultSettings,
    kinds_in,
)

LANGUAGES = ("en", "de")


class _Words(NamedTuple):
    """What a language says; English headings of a log are read besides its own."""

    tags: TagWords
    log_headings: tuple[str, ...]
    agenda_heading: str
    review_heading: str
    missed: tuple[str, ...]  # words of a call that reached nobody
    week_start: str


_GERMAN = _Words(
    tags=TagWords(
        gave="gegeben",
        received="bekommen",
        asked="gefragt",
        answered="geantwortet",
        thanked="bedankt",
        reply="antworten",
        waiting="warten",
    ),
    log_headings=("Verlauf", "Kontaktverlauf", "Kontakte", "Gespräche", "Begegnungen", "Treffen", "Protokoll"),
    agenda_heading="Kontaktpflege",
    review_heading="Rückblick",
    missed=(
        "keine Antwort",
        "nicht erreicht",
        "niemand da",
        "keiner da",
        "nicht rangegangen",
        "nicht abgenommen",
        "niemand abgenommen",
        "besetzt",
        "Mailbox",
        "Anrufbeantworter",
    ),
    week_start="monday",
)

_BY_LANGUAGE: Mapping[str, _Words] = MappingProxyType({"de": _GERMAN})


def default_settings(language: str) -> Settings:
    """What holds where `vaultnet.toml` says nothing but the language; English where a language has no table."""
    plain = Settings(vault=VaultSettings(language=language))
    words = _BY_LANGUAGE.get(language)
    if words is None:
        return plain
    return replace(
        plain,
        vault=VaultSettings(language=language, week_start=words.week_start),
        agenda=AgendaSettings(heading=words.agenda_heading),
        review=ReviewSettings(heading=words.review_heading),
        ladder=LadderSettings(missed=(*words.missed, *plain.ladder.missed)),
        log=LogSettings(headings=(*words.log_headings, *plain.log.headings)),
        kinds=kinds_in(language),
        tags=words.tags,
    )
