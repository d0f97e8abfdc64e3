r"""Links to a note that is gone, as plain text: the words stay, and lead nowhere; generated lines about it go whole.

unlink("Coffee with [[Ada Byron|Ada]] `[[Ada Byron]]`\n", is_gone, lambda link: "A. B.")
->  "Coffee with A. B. `[[Ada Byron]]`\n"                   code stays as it is
unlink("---\nknows: \"[[Ada Byron]]\"\n---\n", ...)      ->  "---\nknows: A. B.\n---\n"
"""

from collections.abc import Callable, Iterator

from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.line import next_line
from vaultnet.text.link import Link, links_in_value
from vaultnet.text.relink_properties import quote_links
from vaultnet.text.section import refuse_if_broken
from vaultnet.text.yaml_value import Value

IsGone = Callable[[str], bool]  # the path of a link as written
Words = Callable[[Link], str]


def unlink(text: str, is_gone: IsGone, words: Words) -> str:
    """Raises Refused for a note that cannot be edited and has such a link."""
    after = _in_properties(text, is_gone, words)
    document = parse_document(after)
    links = [link for link in document.links if is_gone(link.path)]
    if links:
        refuse_if_broken(document)
    lines = list(_generated_lines(document, links))
    kept = [link for link in links if not any(line.start <= link.start < line.end for line in lines)]
    return apply_edits(after, [*lines, *(Edit(link.start, link.end, words(link)) for link in kept)])


def _generated_lines(document: Document, links: list[Link]) -> Iterator[Edit]:
    """The lines of managed blocks that hold such a link, each with what is nested beneath it."""
    text, done = document.text, -1
    for link in links:
        block = next((one for one in document.blocks if one.inner_start <= link.start < one.inner_end), None)
        start = text.rfind("\n", 0, link.start) + 1
        if block is None or start < done:
            continue
        done = min(_end_of_nested(text, start), block.inner_end)
        yield Edit(start, done, "")


def _end_of_nested(text: str, start: int) -> int:
    """Behind the last line that is indented deeper than the one at `start`."""
    depth = _indent(text, start)
    place = next_line(text, start)
    while place < len(text) and not text.startswith("\n", place) and _indent(text, place) > depth:
        place = next_line(text, place)
    return place


def _indent(text: str, start: int) -> int:
    return next((at for at, char in enumerate(text[start : start + 1000]) if char not in " \t"), 0)


def _in_properties(text: str, is_gone: IsGone, words: Words) -> str:
    for key, value in parse_frontmatter(text).values.items():
        after = _plain(quote_links(value), is_gone, words)
        if after != quote_links(value):
            text = set_key(text, key, after)
    return text


def _plain(value: Value, is_gone: IsGone, words: Words) -> Value:
    if isinstance(value, dict):
        return {key: _plain(item, is_gone, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, is_gone, words) for item in value]
    if not isinstance(value, str):
        return value
    links = (link for link in links_in_value(value) if is_gone(link.path))
    return apply_edits(value, [Edit(link.start, link.end, words(link)) for link in links])
