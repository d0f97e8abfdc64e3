r"""Links in the front matter that are to lead elsewhere: in quotes, in none, in lists and in maps.

relink_properties('---\ncompany: "[[Old|the firm]]" # since May\n---\n', choose)
->  '---\ncompany: "[[New|the firm]]" # since May\n---\n'
relink_properties("---\ncompany: [[Old]]\n---\n", choose)   ->  '---\ncompany: "[[New]]"\n---\n'    as Obsidian needs it

Where a value is written in a way that cannot be spliced, its property is written anew.
"""

import json
import re
from collections.abc import Callable, Mapping

from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.frontmatter import FrontMatter, parse_frontmatter
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.frontmatter_layout import refuse_faulty
from vaultnet.text.link import Link, find_links, links_in_value
from vaultnet.text.mask import NO_MASK
from vaultnet.text.yaml_value import Value, is_same

Choose = Callable[[str], str | None]

_QUOTED = re.compile(r"""(?<![^\s\[\]{},:-])(?:"(?>(?:\\.|[^"\\\n])*)"|'(?>(?:''|[^'\n])*)')""")
_OPEN_QUOTE = re.compile(r"""(?<![^\s\[\]{},:-])(["'])""")
_COMMENT = re.compile(r"(?:\A|\s)#")


def relink_properties(text: str, choose: Choose) -> str:
    """Raises Refused for a block that cannot be edited and has such a link."""
    frontmatter = parse_frontmatter(text)
    fence = frontmatter.fence
    if fence is None or "[" not in text[fence.inner_start : fence.inner_end]:
        return text
    if not frontmatter.editable:
        links = find_links(text, fence.inner_start, fence.inner_end, NO_MASK)
        if any(choose(link.path) is not None for link in links):
            refuse_faulty(frontmatter)
        return text
    wanted = {key: _relinked(value, choose) for key, value in frontmatter.values.items()}
    if is_same(wanted, dict(frontmatter.values)):
        return text
    refuse_faulty(frontmatter)
    spliced = apply_edits(text, _edits(text, fence.inner_start, fence.inner_end, choose))
    read = parse_frontmatter(spliced)
    if read.editable and is_same(dict(read.values), wanted):
        return spliced
    return _set_each(frontmatter, wanted)


def _set_each(frontmatter: FrontMatter, wanted: Mapping[str, Value]) -> str:
    text = frontmatter.text
    for key, value in wanted.items():
        if not is_same(frontmatter.values[key], value):
            text = set_key(text, key, value)
    return text


def _edits(text: str, start: int, end: int, choose: Choose) -> list[Edit]:
    edits = []
    for link in find_links(text, start, end, NO_MASK):
        before = text[text.rfind("\n", 0, link.start) + 1 : link.start]
        bare = _QUOTED.sub("", before)
        if _COMMENT.search(bare):
            continue
        quote = _OPEN_QUOTE.search(bare)
        edit = _edit(text, link, quote[1] if quote else "", choose)
        if edit is not None:
            edits.append(edit)
    return edits


def _edit(text: str, link: Link, quote: str, choose: Choose) -> Edit | None:
    path = choose(_unescaped(link.path, quote))
    if path is None or link.markdown or link.path not in text[link.start : link.end]:
        return None
    start = text.index(link.path, link.start)
    stop = start + len(link.path)
    if quote or _is_within_text(text, link):
        return Edit(start, stop, _escaped(path, quote))
    whole = f"{text[link.start : start]}{path}{text[stop : link.end]}"
    return Edit(link.start, link.end, json.dumps(whole, ensure_ascii=False))


def _is_within_text(text: str, link: Link) -> bool:
    """Running text around it, as in a block of several lines: there it is no list in a list."""
    line_start = text.rfind("\n", 0, link.start) + 1
    before = text[line_start : link.start].rstrip()
    return bool(before) and before[-1] not in ":-[,{"


def _unescaped(path: str, quote: str) -> str:
    if quote == "'":
        return path.replace("''", "'")
    if quote == '"' and "\\" in path:
        try:
            return str(json.loads(f'"{path}"'))
        except ValueError:  # an escape of YAML's own: the property is written anew
            return path
    return path


def _escaped(path: str, quote: str) -> str:
    if quote == "'":
        return path.replace("'", "''")
    return json.dumps(path, ensure_ascii=False)[1:-1] if quote == '"' else path


def _relinked(value: Value, choose: Choose) -> Value:
    """The value as it is to be read; a link without quotes becomes one with."""
    if isinstance(value, str):
        return _relinked_text(value, choose)
    if isinstance(value, dict):
        return {key: _relinked(item, choose) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    written = _unquoted_link(value)
    if written:
        changed = _relinked_text(written, choose)
        return value if changed == written else changed
    return [_relinked(item, choose) for item in value]


def quote_links(value: Value) -> Value:
    """Links without quotes, which read as lists in lists, as the links they mean."""
    if not isinstance(value, list):
        return value
    return _unquoted_link(value) or [quote_links(item) for item in value]


def _unquoted_link(value: list[Value]) -> str:
    """`[[Doe, Jane]]` without quotes reads as a list in a list; "" for what is none."""
    inner = value[0] if len(value) == 1 else None
    if not isinstance(inner, list) or not inner:
        return ""
    words = [word for word in inner if isinstance(word, str)]
    return f"[[{', '.join(words)}]]" if len(words) == len(inner) else ""


def _relinked_text(text: str, choose: Choose) -> str:
    edits = []
    for link in links_in_value(text):
        path = choose(link.path)
        if path is not None and link.path in text[link.start : link.end] and not link.markdown:
            start = text.index(link.path, link.start)
            edits.append(Edit(start, start + len(link.path), path))
    return apply_edits(text, edits)
