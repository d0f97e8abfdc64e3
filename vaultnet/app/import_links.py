"""Names in an import that this vault has notes for, as links to them.

ImportLinks(workspace).linked(Gain("company", "=", "Acme Inc."))  ->  Gain("company", "=", "[[Acme]]")
"""

from collections.abc import Callable, Iterable
from functools import cached_property

from vaultnet.app.workspace import Workspace
from vaultnet.exchange.identity import name_key
from vaultnet.exchange.merging import Gain
from vaultnet.model.organization_name import normalise_name
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import name_rows
from vaultnet.text.yaml_value import Value

_PEOPLE = frozenset({"introduced-by", "knows", "friends", "spouse", "reports-to"})


class ImportLinks:
    """The notes of organizations and people by name, read once, and only if a row names any."""

    def __init__(self, workspace: Workspace) -> None:
        self._connection = workspace.connection

    def linked(self, gain: Gain) -> Gain:
        """The same gain with names as links, where exactly one note has the name."""
        if gain.key == "company":
            return gain._replace(value=_each(gain.value, self._company))
        if gain.key == "positions":
            return gain._replace(value=_each(gain.value, self._job))
        if gain.key in _PEOPLE:
            return gain._replace(value=_each(gain.value, self._person))
        return gain

    def _company(self, name: Value) -> Value:
        return self._organizations.get(normalise_name(name), name) if isinstance(name, str) else name

    def _job(self, job: Value) -> Value:
        return {**job, "company": self._company(job["company"])} if isinstance(job, dict) and "company" in job else job

    def _person(self, name: Value) -> Value:
        """`Ada (sister)` keeps its word behind the name."""
        if not isinstance(name, str):
            return name
        link = self._contacts.get(name_key(name))
        is_named = link is not None and name.endswith(")") and link.startswith("[[") and "|" not in link
        return f"{link[:-2]}|{name}]]" if link and is_named else link or name

    @cached_property
    def _organizations(self) -> dict[str, str]:
        return self._links("organization", normalise_name)

    @cached_property
    def _contacts(self) -> dict[str, str]:
        return self._links("contact", name_key)

    def _links(self, kind: str, key: Callable[[str], str]) -> dict[str, str]:
        """Name as compared -> link, without the names that several notes have."""
        texts = load_link_texts(self._connection)
        paths: dict[str, set[str]] = {}
        for row in name_rows(self._connection, kind):
            paths.setdefault(key(row.key), set()).add(row.path)
        return {name: texts[_only(found)] for name, found in paths.items() if name and len(found) == 1}


def _only(found: Iterable[str]) -> str:
    (path,) = found
    return path


def _each(value: Value, change: Callable[[Value], Value]) -> Value:
    return [change(item) for item in value] if isinstance(value, list) else change(value)
