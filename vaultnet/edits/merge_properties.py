r"""The front matter of one note put into another's, key by key: lists are united, what is missing is taken over, and
where both say something else, the first note's value stands and the other's is kept as a line of text.

merge_properties("---\nemail: a@x.example\ntier: close\n---\n", {"email": "b@x.example", "tier": "wide"}, context)
-> MergedProperties("---\nemail:\n  - a@x.example\n  - b@x.example\ntier: close\n---\n", kept=("tier: wide",))

Another job becomes a position. The other's uid goes to `merged-uids`, where imports look for it too.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from vaultnet.edits.merge_job import JOB_KEYS, merge_job
from vaultnet.edits.property_key import find_own_key
from vaultnet.edits.set_property import Assignment, plan_property, value_words
from vaultnet.exchange.identity import email_key, phone_key
from vaultnet.model.note_values import tag_words
from vaultnet.model.properties import KeyTable
from vaultnet.model.record import keys_of
from vaultnet.model.ref import read_refs
from vaultnet.model.rules import Rules
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, remove_item, remove_key, set_key
from vaultnet.text.problem import Refused
from vaultnet.text.relink_properties import quote_links
from vaultnet.text.yaml_value import Value, is_same

UIDS = "merged-uids"
_LISTS = frozenset({
    "aliases", "tags", "email", "phone", "address", "website", "needs", "offers", "interests", "skills", "knows",
    "introduced-by", "relationship", "positions", "interactions", "met-at", UIDS, "not-same-as",
})  # fmt: skip
_NAMES = frozenset({"name", "aliases"})
_LATEST = frozenset({"last-contact"})
_RELATIONS = frozenset({"knows", "introduced-by", "not-same-as"})
_CLAIMS = frozenset({"private"})  # once true of one, true of both


class MergedProperties(NamedTuple):
    """The first note's text, and what the other says otherwise as `key: value`."""

    text: str
    kept: tuple[str, ...]


class MergeContext(NamedTuple):
    """`ours` are the names that the first note goes by, `others` those of the other, its file's first. `country` (ISO
    code) is where phone numbers without a prefix are from.
    """

    kind: str
    rules: Rules
    usual: Callable[[str, str], str]
    ours: tuple[str, ...]
    others: tuple[str, ...]
    country: str


def merge_properties(text: str, values: Mapping[str, Value], context: MergeContext) -> MergedProperties:
    """Raises Refused where the first note's front matter cannot be written."""
    table = keys_of(context.kind)
    text = _with_names(_without_self(text, context), values, context)
    text, kept = merge_job(text, values, table)
    for key, value in values.items():
        name = table[key] or key
        if name in _NAMES or name in JOB_KEYS or value is None:
            continue
        try:
            text, rest = _merged(text, key, name, value, context)
        except Refused:
            rest = _lines(key, value)  # a form that is not ours to rewrite, such as a map or an anchor
        kept += rest
    return MergedProperties(text, tuple(kept))


def _with_names(text: str, values: Mapping[str, Value], context: MergeContext) -> str:
    """The other's names as aliases, each once."""
    table = keys_of(context.kind)
    known = set(map(fold, (*context.ours, *_names_in(parse_frontmatter(text).values, table))))
    for alias in (*context.others, *_names_in(values, table)):
        if fold(alias) not in known:
            known.add(fold(alias))
            assignment = Assignment("aliases", "+=", alias)
            text = plan_property(text, context.kind, assignment, context.rules, context.usual).text
    return text


def _names_in(values: Mapping[str, Value], table: KeyTable) -> list[str]:
    return [name for key, value in values.items() if table[key] in _NAMES for name in _aliases(value)]


def _aliases(value: Value) -> list[str]:
    if isinstance(value, str) and "[[" not in value:
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value_words(item) for item in value] if isinstance(value, list) else [value_words(value)]


def _merged(text: str, key: str, name: str, value: Value, context: MergeContext) -> tuple[str, list[str]]:
    """The text with what the other note says under a key, and what of it is kept as text."""
    ours = parse_frontmatter(text).values
    own = find_own_key(ours, key, keys_of(context.kind))
    there = ours.get(own) if own else None
    if own is not None and is_same(there, value):
        return text, []
    if name == "uid" and there is not None:
        return append_item(text, UIDS, value), []
    if there is None or there in ("", []):
        taken = _taken(name, value, context)
        return (text if taken in ("", []) else set_key(text, own or key, taken)), []
    if name in _LISTS or isinstance(there, list) or isinstance(value, list):
        return _united(text, own or key, name, value, context), []
    return _scalar(text, own or key, name, there, value, context)


def _scalar(text: str, key: str, name: str, ours: Value, theirs: Value, context: MergeContext) -> tuple[str, list[str]]:
    if _is_equal(name, ours, theirs, context):
        return text, []
    if (name in _LATEST and str(theirs) > str(ours)) or (name in _CLAIMS and str(theirs).lower() in {"true", "yes"}):
        return set_key(text, key, theirs), _lines(key, ours)
    return text, _lines(key, theirs)


def _united(text: str, key: str, name: str, value: Value, context: MergeContext) -> str:
    for item in _items(name, value):
        there = _items(name, parse_frontmatter(text).values.get(key))
        if not any(_is_equal(name, one, item, context) for one in there) and not _is_self(name, item, context):
            assignment = Assignment(key, "+=", item)
            text = plan_property(text, context.kind, assignment, context.rules, context.usual).text
    return text


def _items(name: str, value: Value) -> list[Value]:
    if name == "tags":
        return list(tag_words(value))
    quoted = quote_links(value)
    return [item for item in (quoted if isinstance(quoted, list) else [quoted]) if item not in ("", None)]


def _is_equal(name: str, one: Value, other: Value, context: MergeContext) -> bool:
    if is_same(one, other):
        return True
    if isinstance(one, list | dict) or isinstance(other, list | dict):
        return False
    left, right = value_words(one), value_words(other)
    if name == "email":
        return email_key(left) != "" and email_key(left) == email_key(right)
    if name == "phone":
        number = phone_key(left, context.country)
        return number != "" and number == phone_key(right, context.country)
    return fold(left) == fold(right)


def _taken(name: str, value: Value, context: MergeContext) -> Value:
    """A value as it is taken over, without what would link the note to itself."""
    quoted = quote_links(value)
    if isinstance(quoted, list):
        return [item for item in quoted if not _is_self(name, item, context)]
    return "" if _is_self(name, quoted, context) else quoted


def _is_self(name: str, item: Value, context: MergeContext) -> bool:
    """That the two knew each other is no news of one person."""
    if name not in _RELATIONS:
        return False
    names = set(map(fold, (*context.ours, *context.others)))
    return any(ref.link and ref.key in names for ref in read_refs(item))


def _without_self(text: str, context: MergeContext) -> str:
    """Our own links to the other, which lead to ourselves now."""
    table = keys_of(context.kind)
    for key, value in parse_frontmatter(text).values.items():
        name = table[key] or ""
        for item in _items(name, value) if name in _RELATIONS else ():
            if _is_self(name, item, context):
                text = remove_item(text, key, item)
        if name in _RELATIONS and parse_frontmatter(text).values.get(key) in (None, []) and value not in (None, []):
            text = remove_key(text, key)
    return text


def _lines(key: str, value: Value) -> list[str]:
    """As text: `birthday: 1985-04-12`."""
    words = value_words(value)
    return [f"{key}: {words}"] if words else []
