"""What an import of LinkedIn says by itself in a note, in the language of the vault.

words_in("de").messages  ->  "Nachrichten"
"""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """`asked_them` and `asked_me` are of invitations; `messages` stands behind a number of two or more."""

    on: str
    messages: str
    asked_them: str
    asked_me: str
    endorsed_me: str
    endorsed_them: str
    recommended_me: str
    recommended_them: str
    note: str
    name: str
    since: str
    at: str


WORDS_BY_LANGUAGE: Mapping[str, Words] = {
    "en": Words(
        on="on LinkedIn", messages="messages", asked_them="invited to connect on LinkedIn",
        asked_me="invites me to connect on LinkedIn", endorsed_me="endorsed me on LinkedIn for",
        endorsed_them="endorsed on LinkedIn for", recommended_me="recommended me on LinkedIn",
        recommended_them="recommended on LinkedIn", note="on LinkedIn", name="Name on LinkedIn",
        since="Connected on LinkedIn", at="at",
    ),
    "de": Words(
        on="auf LinkedIn", messages="Nachrichten", asked_them="auf LinkedIn eingeladen",
        asked_me="lädt mich auf LinkedIn ein", endorsed_me="bestätigt mir auf LinkedIn",
        endorsed_them="auf LinkedIn bestätigt", recommended_me="empfiehlt mich auf LinkedIn",
        recommended_them="auf LinkedIn empfohlen", note="auf LinkedIn", name="Name auf LinkedIn",
        since="Verbunden auf LinkedIn", at="bei",
    ),
}  # fmt: skip


def words_in(language: str) -> Words:
    """English for a language that has no words of its own."""
    return WORDS_BY_LANGUAGE.get(language, WORDS_BY_LANGUAGE["en"])
