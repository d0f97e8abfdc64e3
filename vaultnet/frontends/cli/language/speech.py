"""The language that the terminal is spoken to in: that of the vault, once it is known which vault is meant.

speak("de")
said("Wrote Daily/2026-06-15.md")   ->   "Daily/2026-06-15.md geschrieben"
said_part("3 days ago")             ->   "vor 3 Tagen"

A process speaks to one terminal, so there is one language at a time; each command line begins in English (`--help` is
said before any vault is looked at). The floors below say everything in English: what is said is worded here, on its way
out, and what somebody wrote is not. The catalogue is loaded with the first word that is said in another language.
"""

from functools import cache
from pathlib import Path  # noqa: TID251  (the edge, where a catalogue is a file)
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vaultnet.frontends.cli.language.catalogue import Catalogue

ENGLISH = "en"
_FOR_PEOPLE = frozenset({"message", "why"})  # the keys of JSON that hold words, not names


class _Speaker:
    language = ENGLISH


_speaker = _Speaker()


def speak(language: str) -> None:
    """From now on everything is said in this language."""
    _speaker.language = language


def said(text: str) -> str:
    """A message, worded; a text that is no message of vaultnet's stays as it is."""
    return text if _speaker.language == ENGLISH else _catalogue(_speaker.language).message(text)


def said_part(text: str) -> str:
    """A part of a message that stands beside what somebody wrote, worded."""
    return text if _speaker.language == ENGLISH else _catalogue(_speaker.language).words(text)


def said_values(values: Any) -> Any:
    """The values of a JSON object: what stands under `message` and `why` is for people, all else for programs."""
    if _speaker.language == ENGLISH:
        return values
    if isinstance(values, dict):
        return {
            key: _said_whole(value) if key in _FOR_PEOPLE and isinstance(value, str) else said_values(value)
            for key, value in values.items()
        }
    return [said_values(value) for value in values] if isinstance(values, list | tuple) else values


def _said_whole(text: str) -> str:
    """A message, or a reason, which may be a part of a line elsewhere."""
    worded = said(text)
    return _catalogue(_speaker.language).part(text) if worded == text else worded


@cache
def _catalogue(language: str) -> "Catalogue":
    import tomllib

    from vaultnet.frontends.cli.language.catalogue import parse_catalogue

    return parse_catalogue(tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8")))
