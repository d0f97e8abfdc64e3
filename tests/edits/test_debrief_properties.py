"""Whatever is typed into a debrief: nothing of it is lost, absorbing twice is once, and no other block is touched."""

import re
from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultnet.edits.debrief import DebriefPlan, DebriefRoom, plan_debriefs
from vaultnet.model.debrief import QuestionName, question_key
from vaultnet.model.debriefed import Debriefed
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.model.who import NameRow, build_name_row
from vaultnet.text.block import replace, seal
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.fold import fold

RULES = build_rules(Settings())
DAY = date(2026, 6, 15)
NOTE, ADA, BEN = "Meetings/Coffee.md", "People/Ada Lovelace.md", "People/Ben Okri.md"
PROMPTS: dict[QuestionName, str] = {
    "said": "- What was said?", "offer": "- [ ] Anything? [[Ada Lovelace]]", "names": "- [ ] Names:",
    "thanks": "- [ ] E-mail [[Ada Lovelace]]", "next": "- [ ] Next?",
}  # fmt: skip
BLOCK = seal("A word.\n\n" + "".join(f"{words} ^vn-{question_key(name)}\n" for name, words in PROMPTS.items()))
BRIEF = seal("**Who** · Ada\n- [ ] Ask her ^vn-aabbccdd\n")

PIECES = st.sampled_from([
    "the paper", "by friday", "in 3 weeks", "no", "Hana Novak", "Petr", "ben okri", "[[Ben Okri]]", "[[Nobody Yet]]",
    "[[Ada Lovelace|her]]", "**Lucie**", ",", " and ", ":", "(", ")", "2026-07-01", "📅 2026-07-02", "#gave", "10/9", "⤷",
    "`", "call", "ünïcode 山本", "^abc", "%%", "<!--", "-->", "=", "\\", "~", "!",
])  # fmt: skip
LINE = st.lists(PIECES, max_size=4).map(" ".join)
TYPED = st.tuples(
    LINE,
    st.lists(st.tuples(st.sampled_from(["  - ", "- [ ] ", "\t", "- ", "    - ", "\n  "]), LINE), max_size=3),
    st.booleans(),
)
ANSWERS = st.fixed_dictionaries(dict.fromkeys(PROMPTS, TYPED))


def filled(answers: dict[QuestionName, tuple[str, list[tuple[str, str]], bool]]) -> str:
    """The block as a person leaves it."""
    lines = []
    for line in BLOCK.split("\n"):
        name = next((name for name in PROMPTS if f"^vn-{question_key(name)}" in line), None)
        if name is None:
            lines.append(line)
            continue
        behind, beneath, is_ticked = answers[name]
        lines.append(f"{line.replace('[ ]', '[x]') if is_ticked else line} {behind}".rstrip())
        lines += [begin + words for begin, words in beneath]
    return "\n".join(lines)


def vault_with(inner: str, *, brief_first: bool) -> dict[str, str]:
    brief = f"## Brief\n<!-- vaultnet:brief -->\n{BRIEF}<!-- /vaultnet:brief -->\n"
    debrief = f"## Debrief\n<!-- vaultnet:debrief -->\n{inner}<!-- /vaultnet:debrief -->\n"
    parts = (brief, debrief) if brief_first else (debrief, brief)
    head = '---\ntype: meeting\ndate: 2026-06-15\nwith: "[[Ada Lovelace]]"\n---\nShe was early.\n\n'
    return {
        NOTE: head + "\n".join(parts),
        ADA: "---\ntype: contact\n---\n## Log\n- 2026-01-02 call\n",
        BEN: "---\ntype: contact\n---\n",
    }


def absorb(texts: dict[str, str]) -> DebriefPlan:
    """Plan, and write what is planned."""

    def stem(path: str) -> str:
        return path.rpartition("/")[2].removesuffix(".md")

    def find(link: str, _source: str) -> str | None:
        wanted = stem(f"{link.removesuffix('.md')}.md").lower()
        return next((path for path in texts if path.startswith("People/") and stem(path).lower() == wanted), None)

    def stub(name: str, by: str, at: str, _met: date | None) -> FileChange:
        return FileChange(f"People/{name}.md", None, f"---\ntype: contact\nby: {by!r}\nat: {at!r}\n---\n", "new")

    rows: list[NameRow] = [build_name_row(fold(stem(path)), path, stem(path)) for path in texts if path != NOTE]
    room = DebriefRoom(
        read=texts.get, find_contact=find, find_obstacle=lambda _path: None, make_stub=stub, rows=rows,
        link_by_path=_Links(), contacts=set(texts) - {NOTE}, asked={},
        next_key="next-contact", rules=RULES,
    )  # fmt: skip
    plan = plan_debriefs([Debriefed(NOTE, "Coffee", "meeting", DAY, (ADA,))], room)
    texts.update({change.path: change.after for change in plan.changes})
    return plan


class _Links(dict[str, str]):
    """Also for notes that are only planned."""

    def __missing__(self, path: str) -> str:
        return f"[[{path.rpartition('/')[2].removesuffix('.md')}]]"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@settings(max_examples=60, deadline=None)
@given(ANSWERS, st.booleans())
def test_twice_is_once_and_nothing_is_lost(
    answers: dict[QuestionName, tuple[str, list[tuple[str, str]], bool]], brief_first: bool
) -> None:
    texts = vault_with(filled(answers), brief_first=brief_first)
    before = dict(texts)
    first = absorb(texts)
    for path in (NOTE, ADA, BEN):
        assert not words(before[path]) - words(texts[path])
    outside = re.compile(r"<!-- vaultnet:debrief -->.*?<!-- /vaultnet:debrief -->", re.DOTALL)
    assert outside.sub("", texts[NOTE]) == outside.sub("", before[NOTE])
    assert all(path in texts for path in before)
    after = dict(texts)
    second = absorb(texts)
    assert texts == after
    assert second.changes == ()
    assert [(each.path, each.problem.rule) for each in second.pending] == [
        (each.path, each.problem.rule) for each in first.pending
    ]


@settings(max_examples=40, deadline=None)
@given(ANSWERS, st.booleans())
def test_asking_again_leaves_what_was_typed_and_the_brief(
    answers: dict[QuestionName, tuple[str, list[tuple[str, str]], bool]], brief_first: bool
) -> None:
    """In either order of the two blocks: making one anew changes nothing in the other, nor a typed word in its own."""
    texts = vault_with(filled(answers), brief_first=brief_first)
    absorb(texts)
    document = parse_document(texts[NOTE])
    if not document.is_writable or len(document.blocks) <= 1:  # a comment was typed that has no end
        return
    again = replace(document, "debrief", BLOCK)
    assert not words(texts[NOTE]) - words(again)
    brief = re.compile(r"<!-- vaultnet:brief -->.*?<!-- /vaultnet:brief -->", re.DOTALL)
    assert brief.findall(again) == brief.findall(texts[NOTE])
    assert replace(parse_document(again), "brief", BRIEF) == again
    texts[NOTE] = again
    assert absorb(texts).changes == ()
