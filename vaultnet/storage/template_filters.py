r"""What a template can do to a value, besides what Jinja brings. All pure, all from text or numbers to text.

{{ name | link }}               Ada Lovelace          ->  [[Ada Lovelace]]
{{ path | link(name) }}         People/Ada.md, Ada    ->  [[People/Ada|Ada]]
{{ text | oneline }}            two lines             ->  one line, single blanks
{{ text | cell }}               a | b                 ->  a \| b, on one line, for a table
{{ 2 | plural("person", "people") }}                  ->  2 people
{{ ["Jan", "Feb"] | xychart("Touches", [3, 5]) }}     a Mermaid chart: bars, one a label
{{ ["call", "e-mail"] | pie("Ways", [3, 5], "others") }}    another: slices, one a label
"""

from collections.abc import Callable
from typing import Any

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mermaid import pie, xychart

_BLANKS = lazy_pattern(r"\s+")
_NOT_IN_LINKS = lazy_pattern(r"[\[\]|#^]")


def link(target: str, shown: str = "") -> str:
    """A wikilink. Characters that would end it early are left out: Obsidian allows them in no file name either."""
    name = _NOT_IN_LINKS.sub("", oneline(target)).removesuffix(".md")
    words = _NOT_IN_LINKS.sub("", oneline(shown))
    return f"[[{name}|{words}]]" if words and words != name else f"[[{name}]]"


def oneline(text: Any) -> str:
    return _BLANKS.sub(" ", str(text)).strip()


def cell(text: Any) -> str:
    return oneline(text).replace("|", "\\|")


def plural(count: float, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


FILTERS: dict[str, Callable[..., str]] = {
    "link": link,
    "oneline": oneline,
    "cell": cell,
    "plural": plural,
    "xychart": xychart,
    "pie": pie,
}
