"""What the practice knows of one organization: its names, how it is doing, and the dated facts of its note.

Organizations/Tidemark Risk.md  ->  OrganizationCard("Organizations/Tidemark Risk.md", "Tidemark Risk",
situation: expanding                    situation="expanding", is_target=True, facts=(DatedLine(...),), ...)
"""

from typing import NamedTuple

from vaultnet.model.dated_line import DatedLine

_SITUATION = frozenset({"situation", "lage"})


class OrganizationCard(NamedTuple):
    """`path` is "" where there is no note; `aliases` are further names; `parents` are paths of notes, or names."""

    path: str
    name: str
    aliases: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    situation: str = ""
    is_target: bool = False
    parents: tuple[str, ...] = ()
    facts: tuple[DatedLine, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called; the note's file name too."""
        stem = self.path.rsplit("/", 1)[-1].removesuffix(".md")
        return tuple(dict.fromkeys(name for name in (self.name, stem, *self.aliases) if name))

    @property
    def latest_situation(self) -> DatedLine | None:
        """The newest fact about how it is doing."""
        told = [fact for fact in self.facts if fact.topic in _SITUATION]
        return max(told, key=lambda fact: (fact.day, -fact.line), default=None)
