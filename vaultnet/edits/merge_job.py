r"""Where they work, as two notes of one person say it: what the first says stands, another job becomes a position.

merge_job('---\ncompany: "[[Acme]]"\nrole: Actuary\n---\n', {"company": "[[Northwind]]", "role": "Head"}, CONTACT_KEYS)
->  '---\ncompany: "[[Acme]]"\nrole: Actuary\npositions:\n  - company: "[[Northwind]]"\n    role: Head\n---\n'

The position has no day, because neither note tells one: nothing is there to congratulate on.
"""

from collections.abc import Mapping

from vaultnet.edits.set_property import value_words
from vaultnet.model.organization_name import normalise_name
from vaultnet.model.properties import KeyTable
from vaultnet.model.ref import read_refs
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, set_key
from vaultnet.text.relink_properties import quote_links
from vaultnet.text.yaml_value import Value

JOB_KEYS = frozenset({"company", "role"})


def merge_job(text: str, theirs: Mapping[str, Value], table: KeyTable) -> tuple[str, list[str]]:
    """The text, and a role that has no place in it. Raises Refused where the front matter cannot be written."""
    ours = parse_frontmatter(text).values
    companies, roles = _all(theirs, "company", table), _all(theirs, "role", table)
    our_companies, our_roles = _all(ours, "company", table), _all(ours, "role", table)
    known = {key for company in our_companies for key in _keys(company)}
    strange = [company for company in companies if not _keys(company) & known]
    other_roles = [role for role in roles if _role_key(role) not in set(map(_role_key, our_roles))]
    if not our_companies and not (our_roles and other_roles):
        text = _taken_over(text, companies, "company")
        return (text if our_roles else _taken_over(text, roles, "role")), []
    if other_roles and not our_roles and len(strange) < len(companies or [""]):
        text, other_roles = _taken_over(text, roles, "role"), []
    for company in strange:
        text = _with_position(text, company, roles)
    if strange or not other_roles:
        return text, []
    if not (companies or our_companies):
        return text, [f"role: {value_words(role)}" for role in other_roles]
    return _with_position(text, (companies or our_companies)[0], other_roles), []


def _all(values: Mapping[str, Value], name: str, table: KeyTable) -> list[Value]:
    """Every value under a key that means `name`."""
    found = [quote_links(value) for key, value in values.items() if table[key] == name and value not in (None, "", [])]
    return [item for value in found for item in (value if isinstance(value, list) else [value])]


def _keys(company: Value) -> frozenset[str]:
    """What a company is compared by: the note it links to, and its name without `Ltd`."""
    refs = read_refs(company)
    return frozenset(key for ref in refs for key in (ref.key, normalise_name(ref.text) or fold(ref.text)))


def _role_key(role: Value) -> str:
    return fold(value_words(role))


def _taken_over(text: str, items: list[Value], key: str) -> str:
    return set_key(text, key, items[0] if len(items) == 1 else items) if items else text


def _with_position(text: str, company: Value, roles: list[Value]) -> str:
    role: dict[str, Value] = {"role": ", ".join(map(value_words, roles))} if roles else {}
    return append_item(text, "positions", {"company": company, **role})
