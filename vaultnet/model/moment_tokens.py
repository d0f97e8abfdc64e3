"""The pieces of a moment.js format: tokens that stand for a part of the date, and literal text between them.

The two patterns are moment's own (2.31, `format/format.js`), read from left to right; a piece that is no known token
is literal text. One departure: moment's formatter and its parser unwrap odd brackets (`[a]b]`) differently, and here
both use the formatter's reading, so that what was written can be read.

    pieces("YYYY-[W]WW", ENGLISH)  ->  Token("YYYY"), "-", "W", Token("WW")
    pieces("LL", ENGLISH)          ->  Token("MMMM"), " ", Token("D"), ",", " ", Token("YYYY")
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.moment_format import WRITERS
from vaultnet.model.moment_locale import MomentLocale, words_of
from vaultnet.text.lazy_pattern import lazy_pattern

_PIECE = lazy_pattern(
    r"\[[^\[]*\]|\\e|\\?(?:eHHmm|[Hh]mm(?:ss)?|Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|w[o|w]?|W[o|W]?|Qo?|N{1,5}"
    r"|YYYYYY|YYYYY|YYYY|YY|y{2,4}|yo?|gg(?:ggg?)?|GG(?:GGG?)?|e|E|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?"
    r"|[^\n\r\u2028\u2029])"
)
_LONG_FORM = lazy_pattern(r"\[[^\[]*\]|\\?(?:LTS|LT|LL?L?L?|l{1,4})")


class Token(NamedTuple):
    """A part of a format that stands for a part of the date."""

    name: str


def pieces(fmt: str, locale: MomentLocale) -> Iterator[Token | str]:
    """The tokens and the literal texts of a format, in order."""
    for match in _PIECE.finditer(_with_long_forms(fmt, locale)):
        piece = match.group()
        yield Token(piece) if piece in WRITERS else _literal(piece)


def _with_long_forms(fmt: str, locale: MomentLocale) -> str:
    """`L` and its kin stand for whole formats; bracketed and escaped ones are left as they are."""
    forms = words_of(locale.language).long_forms
    return _LONG_FORM.sub(lambda match: forms.get(match.group(), match.group()), fmt)


def _literal(piece: str) -> str:
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 1:
        return piece[1:-1]
    return piece.replace("\\", "")
