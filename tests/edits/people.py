"""The people whom the sentences of these tests are about."""

from vaultnet.model.rules import Rules, build_rules
from vaultnet.model.settings import Settings
from vaultnet.model.settings_language import default_settings
from vaultnet.model.who import NameRow, build_name_row
from vaultnet.text.fold import fold

RULES: Rules = build_rules(Settings())
GERMAN_RULES: Rules = build_rules(default_settings("de"))


def rows_of(title: str, *more: str, folder: str = "People") -> list[NameRow]:
    """The rows of a note that is named as its person is."""
    return [build_name_row(fold(name), f"{folder}/{title}.md", title) for name in (title, *more)]


ROWS: tuple[NameRow, ...] = (
    *rows_of("Ada Lovelace", "ada@example.org"),
    *rows_of("Bob Byron", "Bobby"),
    *rows_of("Grace Hopper"),
    *rows_of("Benjamin Franklin", "Ben"),
    *rows_of("Jean-Baptiste Lacour", "JB"),
    *rows_of("Tomás Vidal"),
    *rows_of("Anna Berg"),
    *rows_of("Anna Stein"),
    *rows_of("Will Smith"),
    *rows_of("Bram de Wit"),
    *rows_of("May Chen"),
    *rows_of("Zoë O'Brien"),
    *rows_of("Madonna"),
)

GERMAN_ROWS: tuple[NameRow, ...] = (
    *ROWS,
    *rows_of("Jürgen Müller"),
    *rows_of("Jörg Weiß"),
    *rows_of("Lena Krüger"),
    *rows_of("Hilde Sommer", "Oma"),
    *rows_of("Max Frisch"),
)
