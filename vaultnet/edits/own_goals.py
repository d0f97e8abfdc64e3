r"""The goals note with what an import tells of its owner: skills that it lacks, and a section that is still empty.

add_own("---\ntype: goals\nskills:\n---\n\n## Pitch\n", [OwnDraft(2, "Skills.csv", "skills", "Python"), ...], ...)
->  "---\ntype: goals\nskills:\n  - Python\n---\n\n## Pitch\nI join flood maps and mortgages.\n"
"""

from collections.abc import Callable, Sequence

from vaultnet.edits.set_property import Assignment, plan_property
from vaultnet.exchange.draft import OwnDraft
from vaultnet.model.entry import build_entry
from vaultnet.model.goals import SECTIONS, Goals
from vaultnet.model.rules import Rules
from vaultnet.text.document import parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import blank_line_at_end, find_section, refuse_if_broken

_HEADINGS = {
    "en": {"pitch": "Pitch", "accomplishments": "Accomplishments"},
    "de": {"pitch": "Kurzvorstellung", "accomplishments": "Erfolge"},
}


def add_own(
    text: str, own: Sequence[OwnDraft], rules: Rules, usual: Callable[[str, str], str]
) -> tuple[str, frozenset[OwnDraft]]:
    """The note, and which of the rows it says now and did not before. Raises Refused for a broken note."""
    refuse_if_broken(parse_document(text))
    goals = build_entry("Goals.md", text, rules).record
    if not isinstance(goals, Goals):
        raise Refused(Problem("frontmatter-unsafe-edit", "the note would not be read as your goals"))
    said: list[OwnDraft] = []
    known = set(map(fold, goals.skills))
    for row in own:
        if row.key == "skills" and fold(row.text) not in known:
            known.add(fold(row.text))
            said.append(row)
            text = plan_property(text, "goals", Assignment("skills", "+=", row.text), rules, usual).text
    written = {name for name, words in goals.sections if words.strip()}
    for section in ("pitch", "accomplishments"):
        rows = [row for row in own if row.key == section and section not in written]
        if rows:
            text = _fill(text, section, rows, rules)
            said += rows
    return text, frozenset(said)


def _fill(text: str, section: str, rows: Sequence[OwnDraft], rules: Rules) -> str:
    """The section with these words; a pitch is prose, an accomplishment an item."""
    words = "\n".join(row.text if section == "pitch" else f"- {row.text}" for row in rows)
    document = parse_document(text)
    names = [name for name, key in SECTIONS.items() if key == section]
    found = find_section(document, names)
    if found is None:
        heading = _HEADINGS.get(rules.settings.vault.language, _HEADINGS["en"])[section]
        return f"{text}{blank_line_at_end(text)}## {heading}\n{words}\n"
    lead = "" if text[: found.body_start].endswith("\n") else "\n"
    return apply_edits(text, [Edit(found.body_start, found.body_start, f"{lead}{words}\n")])
