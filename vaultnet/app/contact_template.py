r"""The template of a contact, filled in for thousands: rendered twice, and for each name only its words put in.

template = ContactTemplate(workspace)
template.render("Ada Example", "3189e13a-...")   ->  "---\ntype: contact\nuid: 3189e13a-...\n---\n..."

A template that does more with a name than to write it (its first word, its length) is rendered for each.
"""

import re
from functools import cached_property

from vaultnet.app.new import render_new
from vaultnet.app.workspace import Workspace

# Two people whose names have no sign in common by which a template could tell them apart from others.
_ONE = ("Aqxvonne Wyzberk", "0a1b2c3d-one")
_OTHER = ("Zubqalf de Kjvorst", "ffee9988-other-one")
_PLAIN = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*")  # no filter of a template changes it


class ContactTemplate:
    """Raises TemplateError where the template cannot be filled in."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def render(self, name: str, uid: str) -> str:
        """The note of somebody new, with nothing in it but what the template says."""
        if self._text is None or not _PLAIN.fullmatch(name):
            return self._rendered(name, uid)
        return _put(self._text, _ONE, (name, uid))

    @cached_property
    def _text(self) -> str | None:
        text = self._rendered(*_ONE)
        return text if _put(text, _ONE, _OTHER) == self._rendered(*_OTHER) else None

    def _rendered(self, name: str, uid: str) -> str:
        return render_new(self._workspace, "contact", name, uid, day=self._workspace.today.isoformat())


def _put(text: str, old: tuple[str, str], new: tuple[str, str]) -> str:
    for before, after in zip(old, new, strict=True):
        text = text.replace(before, after)
    return text
