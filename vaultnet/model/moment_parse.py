"""How text is cut into the parts of a moment.js format, strictly: one pattern for the whole format.

moment reads token after token and never goes back, so each part is a possessive or atomic group. Ordinals that
moment can write but not read (`Mo`, `Qo`, `wo`, ...) make a format that reads nothing.

    parse_parts("2026-W01", reader_of("GGGG-[W]WW", ENGLISH))  ->  (("GGGG", "2026"), ("WW", "01"))
    parse_parts("2026-1", reader_of("GGGG-[W]WW", ENGLISH))    ->  None
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from vaultnet.model.moment_locale import MomentLocale, words_of
from vaultnet.model.moment_tokens import pieces

_LEADING_DIGIT_NOT_ZERO = "[1-9][0-9]?+"
_ONE_OR_TWO = "[0-9]{1,2}+"
_NO_LEADING_ZERO = "(?>[1-9][0-9]|[0-9])"
_TWO = "[0-9]{2}"
_SIX_SIGNED = "[+-]?+[0-9]{6}"
_SIGNED = "[+-]?+[0-9]{1,15}+"  # bounded: a hostile run of digits must not become a number
_UNSIGNED = "[0-9]{1,15}+"
_OFFSET = r"(?>(?i:Z)|[+-][0-9]{2}(?>(?>:?[0-9]{2})?))"
_MERIDIEM = r"(?i:[ap]\.?+m?+\.?+)"

_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "Y": _SIGNED,
        "YY": _TWO,
        "YYYY": "[0-9]{4}",
        "YYYYY": _SIX_SIGNED,
        "YYYYYY": _SIX_SIGNED,
        **dict.fromkeys(("y", "yy", "yyy", "yyyy"), _UNSIGNED),
        **dict.fromkeys(("N", "NN", "NNN", "NNNNN"), "(?i:AD)"),
        "NNNN": "(?i:Anno Domini)",
        "Q": "[0-9]",
        "M": _LEADING_DIGIT_NOT_ZERO,
        "MM": _TWO,
        "D": _LEADING_DIGIT_NOT_ZERO,
        "DD": _TWO,
        "DDD": "[0-9]{1,3}+",
        "DDDD": "[0-9]{3}",
        **dict.fromkeys(("d", "e", "E"), _ONE_OR_TWO),
        "eHHmm": "[0-9]{5,6}+",
        **dict.fromkeys(("w", "W"), _LEADING_DIGIT_NOT_ZERO),
        **dict.fromkeys(("ww", "WW", "gg", "GG"), _TWO),
        **dict.fromkeys(("gggg", "GGGG"), "[0-9]{4}"),
        **dict.fromkeys(("ggggg", "GGGGG"), _SIX_SIGNED),
        "H": _NO_LEADING_ZERO,
        **dict.fromkeys(("h", "k"), _LEADING_DIGIT_NOT_ZERO),
        **dict.fromkeys(("HH", "hh", "kk", "mm", "ss"), _TWO),
        **dict.fromkeys(("m", "s"), _NO_LEADING_ZERO),
        **dict.fromkeys(("hmm", "Hmm"), "[0-9]{3,4}+"),
        **dict.fromkeys(("hmmss", "Hmmss"), "[0-9]{5,6}+"),
        "S": "[0-9]",
        "SS": _TWO,
        "SSS": "[0-9]{3}",
        **dict.fromkeys(("S" * digits for digits in range(4, 10)), _UNSIGNED),
        "X": r"[+-]?+[0-9]{1,12}+(?>(?>\.[0-9]{1,3}+)?)",
        "x": _SIGNED,
        **dict.fromkeys(("Z", "ZZ"), _OFFSET),
        **dict.fromkeys(("a", "A"), _MERIDIEM),
    }
)


class Reader(NamedTuple):
    """A compiled format: its pattern, and the token each group of it stands for."""

    pattern: re.Pattern[str]
    tokens: tuple[str, ...]


@lru_cache(maxsize=256)
def reader_of(fmt: str, locale: MomentLocale) -> Reader | None:
    """The reader of a format; None where it holds a token that cannot be read."""
    tokens: list[str] = []
    source: list[str] = []
    named = dict(_named_patterns(locale))
    for piece in pieces(fmt, locale):
        if isinstance(piece, str):
            source.append(re.escape(piece))
            continue
        pattern = named.get(piece.name) or _PATTERNS.get(piece.name)
        if pattern is None:
            return None
        source.append(f"({pattern})")
        tokens.append(piece.name)
    return Reader(re.compile("".join(source)), tuple(tokens))


def parse_parts(text: str, reader: Reader) -> tuple[tuple[str, str], ...] | None:
    """Each token of the format with what it stands for in the text; None where the text is not of that format."""
    match = reader.pattern.fullmatch(text)
    return tuple(zip(reader.tokens, match.groups(), strict=True)) if match else None


def _named_patterns(locale: MomentLocale) -> Iterator[tuple[str, str]]:
    words = words_of(locale.language)
    yield "MMMM", _any_of(words.months)
    yield "MMM", _any_of(words.months_short_read)
    yield "dddd", _any_of(words.weekdays)
    yield "ddd", _any_of(words.weekdays_short)
    yield "dd", _any_of(words.weekdays_min)
    yield "Do", words.ordinal_pattern


def _any_of(names: tuple[str, ...] | Mapping[str, int]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return f"(?>(?i:{'|'.join(map(re.escape, longest_first))}))"
