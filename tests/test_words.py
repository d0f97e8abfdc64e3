"""Words invite, they never scold (P5): what a person may read is held against lists of words that do.

Read are the shipped templates, the catalogues of other languages, every text in the code that is not a comment (help, messages, f-strings, word tables),
the user's guide and the README. A text that needs such a word stands in `ALLOWED` with its reason; an entry that is
needed no more fails too.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

BANNED = {
    "en": (
        r"neglect\w*", r"overdue", r"delinquen\w*", r"fail(?:ed|ing)? to", r"(?:you )?should(?: have|'ve)",
        r"you(?: have|'ve)? forg[eo]t\w*", r"you(?: have not|'ve not| haven't| did not| didn't| still (?:have|did))",
        r"lazy", r"laziness", r"guilt\w*", r"asham\w*", r"shame\w*", r"sham(?:ing|eful)", r"blam(?:e|ed|es|ing)",
        r"disappoint\w*", r"procrastinat\w*", r"shirk\w*", r"too late", r"behind schedule", r"at last!", r"bad friend",
        r"your fault", r"lagging", r"slack(?:er|ing)", r"let (?:\w+ )down", r"how could you", r"streak\w*", r"score[sd]?",
    ),
    "de": (
        r"vernachlässig\w*", r"überfällig\w*", r"versäum\w*", r"schuld\w*", r"schäm\w*", r"beschäm\w*", r"faul(?:heit|enz\w*)?",
        r"hättest", r"du hast (?:immer noch |noch )?nicht", r"du hast vergessen", r"enttäusch\w*", r"zu spät", r"im rückstand",
        r"rückständig\w*", r"endlich!", r"dein fehler", r"im stich", r"blamier\w*", r"nachlässig\w*",
    ),
}  # fmt: skip
_WORDS = re.compile("|".join(rf"(?<!\w)(?:{word})(?!\w)" for words in BANNED.values() for word in words), re.IGNORECASE)

# (file, the banned words as they stand there) -> why they may.
ALLOWED = {
    ("README.md", "score"): "says that nobody has one",
    ("docs/guide/dates.md", "too late"): "a card in the post, not a person",
    ("vaultnet/exchange/monica/words.py", "schuld"): "money, of which another tool kept account",
    ("vaultnet/frontends/cli/acts/find.py", "score"): "of a note in a search, as 5-cli.md has it",
}

# Words that people write, to be understood; none of them is ever shown.
VOCABULARIES = {
    "vaultnet/edits/sentence_doubt_words.py": "what makes a sentence no touch",
    "vaultnet/practice/advice_job.py": "what asks for a job",
}


def _texts_of_code(module: Path) -> Iterator[str]:
    """Every string of a module, and the docstrings of commands, which are their help; other docstrings are ours."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    is_command = module.parent.name == "commands"
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and not is_command:
                docstrings.add(first.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node.value


@cache
def _readable() -> list[tuple[str, str]]:
    """(file, a text of it that a person may read)."""
    return list(_find_readable())


def _find_readable() -> Iterator[tuple[str, str]]:
    for module in sorted((ROOT / "vaultnet").rglob("*.py")):
        for text in _texts_of_code(module):
            yield module.relative_to(ROOT).as_posix(), text
    words = (ROOT / "vaultnet").rglob("*.toml")
    pages = [*words, *(ROOT / "templates").rglob("*"), *(ROOT / "docs" / "guide").rglob("*.md"), ROOT / "README.md"]
    for page in sorted(page for page in pages if page.is_file()):
        yield page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")


def test_nothing_that_a_person_reads_scolds() -> None:
    found = {(file, match[0].lower()) for file, text in _readable() for match in _WORDS.finditer(text)}
    in_tables = {(file, word) for file, word in found if file in VOCABULARIES}
    assert {file for file, _ in in_tables} == set(VOCABULARIES), "a table without such words needs no exception"
    found -= in_tables
    assert sorted(found - set(ALLOWED)) == [], "say it as an invitation, or give the reason in ALLOWED"
    assert sorted(set(ALLOWED) - found) == [], "these stand there no more: take them out of ALLOWED"


def test_everything_is_read() -> None:
    files = {file for file, _ in _readable()}
    assert {
        "templates/agenda.md",
        "vaultnet/frontends/cli/language/de.toml",
        "docs/guide/agenda.md",
        "vaultnet/frontends/cli/commands/coverage.py",
    } <= files


@pytest.mark.parametrize(
    "text",
    [
        "Overdue 6w",
        "You should have called.",
        "neglected ties",
        "Du hast noch nicht geantwortet",
        "Schuldgefühle",
        "zu spät",
    ],
)
def test_what_scolds_is_found(text: str) -> None:
    assert _WORDS.search(text)


@pytest.mark.parametrize(
    "text", ["the default", "a fault in the note", "6 months since coffee", "Faultier", "due today"]
)
def test_what_invites_is_not(text: str) -> None:
    assert not _WORDS.search(text)
