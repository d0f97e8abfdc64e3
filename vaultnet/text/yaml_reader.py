r"""Reads a front-matter block: guard, then py-yaml12 (YAML 1.2, as Obsidian reads it); anything odd goes the slow way.

read_block("met: 2024-03-02\ntags: [a, b]\n")
-> Reading(values={"met": "2024-03-02", "tags": ["a", "b"]}, problems=())
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from yaml12 import Yaml, parse_yaml

from vaultnet.text import yaml_guard
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.problem import Problem
from vaultnet.text.yaml_guard import invalid_message, problem_at
from vaultnet.text.yaml_value import Value, key_text

_PLACE = lazy_pattern(r" at byte [0-9]+ line ([0-9]+) column ([0-9]+)$")
_UNQUOTED_LINK = lazy_pattern(r"[:-] +(?=\[\[[^\[\]\n]+\]\])")
_EXPLICIT_KEY_OR_FLOW_MAP = lazy_pattern(r"^[ \t]*[?{]", re.MULTILINE)


class Reading(NamedTuple):
    values: dict[str, Value]
    problems: tuple[Problem, ...]


def read_block(block: str) -> Reading:
    """What the text between the fences says. Never raises."""
    fatal = yaml_guard.find_fatal(block)
    if fatal:
        return Reading({}, (fatal,))
    slow = yaml_guard.needs_slow_path(block)
    if yaml_guard.is_all_plain_text(block):
        return _read_exactly(block) if slow else _read(block)
    control, readable = yaml_guard.find_control(block)
    if control and not readable:
        return Reading({}, (control,))
    reading = _read_exactly(block) if slow or yaml_guard.has_odd_blanks(block) else _read(block)
    return reading._replace(problems=(*reading.problems, control)) if control else reading


def _read(block: str) -> Reading:
    """The hot path: only for blocks the guard let pass."""
    try:
        data: Any = parse_yaml(block)
    except ValueError as error:
        return Reading({}, (_explain(block, _invalid(block, str(error))),))
    if type(data) is not dict:
        return Reading({}, () if data is None else (_not_a_mapping(block),))
    if not _is_shallow(data):
        return _read_nested(block, data)
    if ("?" in block or "{" in block) and _EXPLICIT_KEY_OR_FLOW_MAP.search(block):
        return _read_exactly(block, data)
    if _count_colons(block) == len(data) or _count_key_lines(block) == len(data):
        return Reading(data, ())
    return _read_exactly(block, data)


def _is_shallow(data: dict[Any, Any]) -> bool:
    """True when keys are text and values are scalars or lists of scalars: nearly every note."""
    for key, value in data.items():
        kind = type(value)
        if type(key) is not str or kind is dict:
            return False
        if kind is list and not _SCALARS.issuperset(map(type, value)):
            return False
    return True


_SCALARS = frozenset((str, int, float, bool, type(None)))


def _count_colons(block: str) -> int:
    """At least as many as keys are written, where there is no `{` and no `? `: equal to the keys read, none is lost."""
    return block.count(": ") + block.count(":\n") + (block.count(":\r") if "\r" in block else 0)


def _count_key_lines(block: str) -> int:
    """Lines that may begin a key of the top level; the same bound, not misled by `: ` in values."""
    return sum(1 for line in block.split("\n") if line and line[0] not in " #\t\r]}" and line[:2] != "- ")


def _read_nested(block: str, data: dict[Any, Any]) -> Reading:
    """Maps in values, lists in lists, or keys that are not text."""
    if _is_too_deep(data):
        return Reading({}, (yaml_guard.too_deep(block, 0),))
    if "{{" in block and _has_complex_key(data):
        return Reading({}, (_template(block),))
    values: dict[str, Value] = _tidy(data)
    if "{" in block or "? " in block or "?\n" in block or _count_colons(block) != _count_keys(values):
        return _read_exactly(block, values)
    return Reading(values, _find_unquoted_links(block, values))


def _is_too_deep(data: Any) -> bool:
    """Level by level, since a recursion could end in the exception it is to prevent."""
    level = [data]
    for _ in range(yaml_guard.MAX_DEPTH):
        level = [child for node in level for child in _children(node)]
        if not level:
            return False
    return True


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return [*value.values(), *(key.value for key in value if isinstance(key, Yaml))]
    return ()


def _has_complex_key(value: Any) -> bool:
    if isinstance(value, dict) and any(isinstance(key, Yaml) for key in value):
        return True
    return any(map(_has_complex_key, _children(value)))


def _tidy(value: Any) -> Any:
    """Keys become text, as Obsidian shows them."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if isinstance(value, dict):
        return {
            key_text(_tidy(key.value) if isinstance(key, Yaml) else key): _tidy(item) for key, item in value.items()
        }
    return value


def _count_keys(value: Value) -> int:
    if isinstance(value, dict):
        return len(value) + sum(map(_count_keys, value.values()))
    return sum(map(_count_keys, value)) if isinstance(value, list) else 0


def _read_exactly(block: str, known: dict[str, Value] | None = None) -> Reading:
    """Through libyaml's events: finds duplicate keys and aliases with their places. `known` is py-yaml12's reading."""
    from vaultnet.text import yaml_nodes  # noqa: PLC0415  (PyYAML costs 36 ms, and few vaults need it)

    try:
        root = yaml_nodes.build_nodes(block)
    except yaml_nodes.Unreadable as refusal:
        return Reading(known or {}, (_explain(block, refusal.problem),))
    if root is None:
        return Reading({}, ())
    if root.kind != "map":
        return Reading({}, (_not_a_mapping(block),))
    if "{{" in block and any(
        key.kind == "map" for node in root.walk() if node.kind == "map" for key, _ in node.pairs()
    ):
        return Reading({}, (_template(block),))
    values: dict[str, Value] = {yaml_nodes.node_key(key): yaml_nodes.node_value(value) for key, value in root.pairs()}
    problems = yaml_nodes.find_duplicates(root, block) + yaml_nodes.find_aliases(root, block)
    if root.flow:
        problems += (_json(),)
    return Reading(values, problems + _find_unquoted_links(block, values))


def _invalid(block: str, error: str) -> Problem:
    """py-yaml12 names the place in the text of its message."""
    if "recursion limit" in error:
        return yaml_guard.too_deep(block, 0)
    place = _PLACE.search(error)
    reason = error[: place.start() if place else None].removeprefix("YAML parse error: ")
    last = block.count("\n")  # an unfinished block is found broken one line too late
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    if line > last:
        line, column = last, 1
    return Problem("frontmatter-invalid", invalid_message(reason), line + 1, column, blocks_writing=True)


def _explain(block: str, problem: Problem) -> Problem:
    """A better name for what made the YAML invalid, where one is known."""
    if problem.rule != "frontmatter-invalid":
        return problem
    if "{{" in block or "<%" in block:
        return _template(block)
    tab = yaml_guard.find_indenting_tab(block)
    if tab >= 0:
        return problem_at(block, tab, "frontmatter-tab", "a tab indents this line: YAML wants blanks, replace it")
    from vaultnet.text import yaml_nodes  # noqa: PLC0415  (PyYAML costs 36 ms, and only a broken note needs it here)

    opened = yaml_nodes.find_unclosed(block)
    if opened >= 0:
        return problem_at(block, opened, problem.rule, yaml_guard.unclosed_message(block[opened]))
    return problem


def _template(block: str) -> Problem:
    offset = min(block.find(mark) for mark in ("{{", "<%") if mark in block)
    place = problem_at(block, offset, "frontmatter-template", "a template: its placeholders are not filled in yet")
    return place._replace(severity="info")


def _json() -> Problem:
    message = (
        "the front matter is written as JSON: vaultnet reads it, but edits only YAML (Obsidian rewrites it as YAML)"
    )
    return Problem("frontmatter-json", message, line=2, severity="info", blocks_writing=True)


def _not_a_mapping(block: str) -> Problem:
    message = "the front matter holds no `key: value` lines: add keys, or begin the note with an empty line"
    return problem_at(block, 0, "frontmatter-not-a-mapping", message)


def _find_unquoted_links(block: str, values: dict[str, Value]) -> tuple[Problem, ...]:
    """`company: [[Acme]]` is a list in a list to YAML."""
    if "[[" not in block or not any(map(_is_link_like, values.values())):
        return ()
    message = 'a link in front matter needs quotes: write "[[...]]", or Obsidian reads a list within a list'
    rule = "frontmatter-unquoted-link"
    places = (mark.end() for mark in _UNQUOTED_LINK.finditer(block))
    return tuple(problem_at(block, place, rule, message, blocks_writing=False) for place in places)


def _is_link_like(value: Value) -> bool:
    """[["Acme"]], or that within a list."""
    if not isinstance(value, list):
        return False
    return any(isinstance(item, list) for item in value)
