"""What an export tells of the user: for the goals note.

Profile.csv: Summary               ->  OwnDraft(2, "Profile.csv", "pitch", "I join flood maps and mortgages.")
Positions.csv: Title, Description  ->  OwnDraft(2, "Positions.csv", "accomplishments", "Actuary at Delta (2019–): ...")
Skills.csv: Name                   ->  OwnDraft(2, "Skills.csv", "skills", "Python")
"""

from collections.abc import Callable, Mapping

from vaultnet.exchange.cleaning import plain_words
from vaultnet.exchange.draft import OwnDraft, Parsed
from vaultnet.exchange.linkedin.table import LinkedinTable
from vaultnet.exchange.linkedin.words import Words, words_in
from vaultnet.exchange.source import ImportContext


def parse_own(table: LinkedinTable, context: ImportContext) -> Parsed:
    """One a row; `table.kind` is one of `OWN_KINDS`."""
    key, read = OWN_KINDS[table.kind]
    words = words_in(context.language)
    rows = (OwnDraft(entry.line, table.source, key, read(entry.cells, words)) for entry in table.entries)
    return Parsed((), own=tuple(rows))


def _pitch(cells: Mapping[str, str], _words: Words) -> str:
    return plain_words(cells.get("summary", "")) or plain_words(cells["headline"])


def _accomplishment(cells: Mapping[str, str], words: Words) -> str:
    """A position says what was achieved in its description, if anywhere."""
    said = plain_words(cells.get("description", ""))
    title, company = plain_words(cells["title"]), plain_words(cells["company_name"])
    if not said:
        return ""
    time = f" ({cells['started_on']}–{cells.get('finished_on', '')})" if cells["started_on"] else ""
    return f"{f' {words.at} '.join(filter(None, (title, company)))}{time}: {said}"


def _skill(cells: Mapping[str, str], _words: Words) -> str:
    return plain_words(cells["name"])


OWN_KINDS: Mapping[str, tuple[str, Callable[[Mapping[str, str], Words], str]]] = {
    "profile": ("pitch", _pitch),
    "positions": ("accomplishments", _accomplishment),
    "skills": ("skills", _skill),
}
