r"""A message to somebody, from a template and what the notes know: shown, or put into a note; never sent.

draft_message(workspace, "wouter", purpose="follow-up", to="")
->  Draft(subject="My question of 10 June", message="Dear Wouter,\n\non 10 June I asked ...", blanks=("[… a day]", ...))
"""

import re
from typing import Any

from vaultnet.app.draft_facts import DraftFacts, build_message_draft
from vaultnet.app.draft_other import find_other
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.errors import UsageError
from vaultnet.pages.view import as_plain
from vaultnet.practice.help_first import help_first
from vaultnet.practice.message_purpose import ASKING, CONDOLENCE, choose_purpose
from vaultnet.storage.templates import render, template_notice
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.mailto import build_mailto

_BLANK = re.compile(r"\[…[^\[\]]{0,400}\]")
_LANGUAGES = {
    "en": "en", "english": "en", "englisch": "en",
    "de": "de", "german": "de", "deutsch": "de", "de-at": "de", "de-ch": "de", "de-de": "de", "en-gb": "en",
    "en-us": "en",
}  # fmt: skip
_LANGUAGE_KEYS = frozenset({"language", "languages", "sprache", "lang"})


@dataclass(frozen=True, slots=True)
class Draft:
    """`path` and `name` are the contact's; `blanks` are what is left to fill, in the order of the text; `hints` a word
    to the writer, which is no part of the message.
    """

    path: str
    name: str
    purpose: str
    language: str
    subject: str
    message: str
    blanks: tuple[str, ...]
    mailto: str
    hints: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The `vaultnet.draft/1` object but for the note it was put into. The text is its `body`: what stands under
        `message` is put into the language of the vault.
        """
        return {
            "contact": {"path": self.path, "name": self.name},
            "for": self.purpose,
            "language": self.language,
            "subject": self.subject,
            "body": self.message,
            "blanks": list(self.blanks),
            "mailto": self.mailto,
            "hints": [{"message": hint} for hint in self.hints],
        }


def draft_message(workspace: Workspace, who: str, *, purpose: str = "", to: str = "") -> Draft:
    """`purpose` "" is what the day would ask for first; `to` the other person of an introduction.

    Raises NothingFound, AmbiguousName, UsageError for somebody who is gone, and TemplateError.
    """
    path = get_contact(workspace, who)
    facts = DraftFacts(workspace, path)
    notice = template_notice(workspace.root)
    if notice:
        workspace.notices.append(notice.message)
    name = facts.record["name"]
    if facts.network.standing_by_path[path].is_gone:
        raise UsageError(f"{name} is marked as archived or deceased: there is nothing to write", path=path)
    purpose = purpose or choose_purpose(facts.occasion())
    other = find_other(facts, purpose, to)
    language = _language(facts)
    view = as_plain(build_message_draft(facts, purpose, other))
    subject, message = _tidy(render(workspace.root, f"drafts/{purpose}.md", view, language=language))
    return Draft(
        path,
        name,
        purpose,
        language,
        subject,
        message,
        tuple(_BLANK.findall(f"{subject}\n{message}")),
        build_mailto(next(iter(facts.record["email"]), ""), subject, message),
        tuple(_hints(facts, purpose)),
    )


def _language(facts: DraftFacts) -> str:
    """The contact's, by the note's `language`; else the vault's, also for a language that no template speaks."""
    said = [value for key, value in facts.properties.items() if fold_key(key) in _LANGUAGE_KEYS]
    words = [fold(str(word)) for value in said for word in (value if isinstance(value, list) else [value])]
    known = (_LANGUAGES[word] for word in words if word in _LANGUAGES)
    return next(known, facts.workspace.config.settings.vault.language)


def _tidy(text: str) -> tuple[str, str]:
    """The subject, which is the first line, and the message without gaps that a part left out would leave."""
    lines = [" ".join(line.split()) if line.strip() else "" for line in text.strip().split("\n")]
    body = [line for at, line in enumerate(lines[1:], 1) if line or (at > 1 and lines[at - 1])]
    return lines[0], "\n".join(body).strip("\n") + "\n"


def _hints(facts: DraftFacts, purpose: str) -> list[str]:
    """A quiet word to the writer."""
    found: list[str] = []
    name = facts.record["name"]
    if purpose == CONDOLENCE:
        found.append("Write this one by hand, on paper.")
    if purpose in ASKING:
        hint = help_first(facts.network.touches[facts.path], facts.workspace.today, facts.record["needs"])
        if hint and hint.needs:
            found.append(f"Help first: {name} needs {'; '.join(hint.needs)}.")
        elif hint:
            found.append(f"Help first: ask {name} what you could do for them.")
    return found
