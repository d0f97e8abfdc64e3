"""What a debrief's lines say: every place in which a person may type, on a phone, in vim, in an editor that helps."""

from datetime import date

import pytest

from vaultnet.model.debrief import Answer, answer_key, question_key, question_of, read_debrief, said_text
from vaultnet.model.debrief_names import read_names
from vaultnet.model.debrief_row import read_debrief_rows
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.block import seal
from vaultnet.text.document import Document, parse_document

RULES = build_rules(Settings())
KEYS = {name: question_key(name) for name in ("said", "offer", "names", "thanks", "next")}
BLOCK = seal(
    "Type behind a question, or beneath it.\n\n"
    f"- What was said? ^vn-{KEYS['said']}\n"
    f'- [ ] "Is there anything I can do for you?" [[Ada]] ^vn-{KEYS["offer"]}\n'
    f"- [ ] Names I got: ^vn-{KEYS['names']}\n"
    f"- [ ] Email [[Ada]] ^vn-{KEYS['thanks']}\n"
    f"- [ ] What comes next, and when? ^vn-{KEYS['next']}\n"
)


def note(change: str = "", line: str = "anything", block: str = BLOCK) -> Document:
    """The block in a note; `{}` in `change` stands for the line that holds `line`."""
    lines = [change.replace("{}", each) if line in each and change else each for each in block.split("\n")]
    return parse_document("<!-- vaultnet:debrief -->\n" + "\n".join(lines) + "<!-- /vaultnet:debrief -->\n")


def answers(document: Document, question: str = "offer") -> list[Answer]:
    return [answer for answer in read_debrief(document, RULES) if answer.question == question]


def words(document: Document, question: str = "offer") -> list[tuple[str, tuple[str, ...]]]:
    return [(answer.words, answer.nested) for answer in answers(document, question)]


def test_an_empty_block_asks_and_says_nothing() -> None:
    found = read_debrief(note(), RULES)
    assert [answer.question for answer in found] == ["said", "offer", "names", "thanks", "next"]
    assert {(answer.words, answer.spans, answer.is_ticked) for answer in found} == {("", (), False)}
    assert [answer.about for answer in found] == ["", "Ada", "", "Ada", ""]
    assert read_debrief(parse_document("Nothing of the kind.\n"), RULES) == ()


TYPED = [
    ("behind the id", "{} the paper", [("the paper", ())]),
    ("before the id", None, [("the paper", ())]),
    ("beneath, indented", "{}\n  - the paper\n  - her flat", [("the paper", ()), ("her flat", ())]),
    ("beneath, with a tab and no bullet", "{}\n\tthe paper", [("the paper", ())]),
    ("a new item, as a phone makes it", "{}\n- [ ] the paper\n- [ ] her flat", [("the paper", ()), ("her flat", ())]),
    ("with details", "{} the paper\n  - of 2024\n    - in colour", [("the paper", ("of 2024", "\tin colour"))]),
    ("details of a nested one", "{}\n  - the paper\n    - of 2024", [("the paper", ("of 2024",))]),
    ("both", "{} the paper\n  - of 2024\n- her flat", [("the paper", ("of 2024",)), ("her flat", ())]),
    ("behind a blank line", "{}\n\n  the paper", [("the paper", ())]),
    ("with the day of the tick", "{} the paper ✅ 2026-06-16", [("the paper", ())]),
    ("only the day of the tick", "{} ✅ 2026-06-16", [("", ())]),
    ("a due date stays", "{} the paper 📅 2026-07-01", [("the paper 📅 2026-07-01", ())]),
    ("a hidden remark", "{} the paper <!-- sigh -->", [("the paper", ())]),
]


@pytest.mark.parametrize(("change", "found"), [case[1:] for case in TYPED], ids=[case[0] for case in TYPED])
def test_wherever_it_is_typed(change: str | None, found: list[tuple[str, tuple[str, ...]]]) -> None:
    document = note(change) if change else note(block=BLOCK.replace("[[Ada]] ^vn-1", "[[Ada]]  the paper ^vn-1"))
    assert words(document) == found
    for answer in answers(document):
        typed = " ".join(document.text[span.start : span.end] for span in answer.spans)
        assert typed.replace("<!-- sigh -->", "").strip() == answer.words
    assert words(document, "names") == [("", ())]


def test_before_and_behind_the_id_are_one_answer() -> None:
    document = note(
        block=BLOCK.replace("[[Ada]] ^vn-1", "[[Ada]] the ^vn-1").replace(seal_of("offer"), seal_of("offer") + " paper")
    )
    assert words(document) == [("the paper", ())]


def seal_of(question: str) -> str:
    return next(line.rpartition("^")[2] for line in BLOCK.split("\n") if f"^vn-{KEYS[question]}" in line)


def test_a_question_in_other_words_is_known_by_its_id() -> None:
    german = BLOCK.replace('"Is there anything I can do for you?" [[Ada]]', "Womit kann ich helfen? [[Ada Byron]]")
    (answer,) = answers(note("{} the paper", "Womit", german))
    assert (answer.words, answer.about, answer.is_clear) == ("the paper", "Ada Byron", True)
    (answer,) = answers(note(block=german))
    assert (answer.words, answer.is_clear) == ("", False)


def test_ticks() -> None:
    assert answers(note(block=BLOCK.replace("- [ ]", "- [x]")))[0].is_ticked
    assert not answers(note(block=BLOCK.replace("- [ ]", "- [-]")))[0].is_ticked
    assert answers(note("{} the paper ⤷ [[Ada]]"))[0].is_taken
    assert not answers(note("{} the paper"))[0].is_taken


@pytest.mark.parametrize("said", ["", "no", "Nothing.", "-", "nein", "Nichts!", "n/a", "not now"])
def test_that_there_is_nothing(said: str) -> None:
    assert answers(note(f"{{}} {said}"))[0].says_nothing


def test_what_was_said_is_one_text() -> None:
    document = note("{} he moves\n  - to Leeds\n    - in May\n- and he sings", "What was said")
    assert said_text(read_debrief(document, RULES)) == "he moves\nto Leeds\nin May\nand he sings"
    assert said_text(read_debrief(note(), RULES)) == ""


def test_text_of_a_template_between_the_questions_is_no_answer() -> None:
    block = seal(f"- [ ] One ^vn-{KEYS['offer']}\n\nA word of the template.\n\n- [ ] Two ^vn-{KEYS['names']}\n")
    assert words(note(block=block)) == [("", ())]


def test_keys() -> None:
    assert {name: question_of(key) for name, key in KEYS.items()} == {name: name for name in KEYS}
    assert question_of("9abcdef0") is None
    one, other = answers(note("{} the paper"))[0], answers(note("{} The  paper"))[0]
    assert answer_key(one, "2026-06-15") == answer_key(other, "2026-06-15") != answer_key(one, "2026-06-16")


NAMES = [
    ("Hana Novak", ["Hana Novak"]),
    ("Hana Novak, Petr Vesely and Jan van der Berg", ["Hana Novak", "Petr Vesely", "Jan van der Berg"]),
    ("Hana Novak und Łukasz Ślusarz; 山本 健", ["Hana Novak", "Łukasz Ślusarz", "山本 健"]),
    ("Hana Novak (the one with maps, and a boat), Petr", ["Hana Novak", "Petr"]),
    ("Hana Novak: runs the register, knows Petr", ["Hana Novak"]),
    ("Hana Novak – her sister, and Bob", ["Hana Novak"]),
    ("Hana Novak at Delfzand", ["Hana Novak"]),
    ("Anna von Berg bei Acme", ["Anna von Berg"]),
    ("Hana Novak, from the board, knows maps", ["Hana Novak"]),
    ("Mei-Ling O'Brien", ["Mei-Ling O'Brien"]),
    ("[[Hana Novak]], [[Petr|P. V.]]: both of [[Acme]]", ["Hana Novak", "Petr"]),
    ("Hana Novak ([[Ada]] told me)", ["Hana Novak"]),
    ("**Hana**", ["Hana"]),
    ('"Hana Novak"!', ["Hana Novak"]),
    ("Hana Novak #dikes", ["Hana Novak"]),
    ("%% **Lucie** %%", []),
    ("`Lucie Bila`", []),
    ("nobody", []),
    ("", []),
]


@pytest.mark.parametrize(("typed", "names"), NAMES, ids=[case[0] for case in NAMES])
def test_names_of_an_answer(typed: str, names: list[str]) -> None:
    document = note(f"{{}} {typed}", "Names I got")
    found = [part for answer in answers(document, "names") for part in read_names(document, answer)]
    assert [part.name for part in found] == names
    assert all(part.is_name for part in found)
    for part in found:
        assert part.name in document.text[part.span.start : part.span.end]


@pytest.mark.parametrize("typed", ["somebody at the bank", "hana novak", "3 people", "of", "Hana A B C D E F"])
def test_what_does_not_read_like_a_name(typed: str) -> None:
    document = note(f"{{}} {typed}", "Names I got")
    (part,) = read_names(document, answers(document, "names")[0])
    assert not part.is_name


def test_who_told_of_them() -> None:
    document = note("{} Hana Novak ([[Ada]]): a friend of [[Ben]]", "Names I got")
    (part,) = read_names(document, answers(document, "names")[0])
    assert part.links == ("Ada", "Ben")
    assert not part.link


def test_what_may_wait() -> None:
    ticked = BLOCK.replace("- [ ]", "- [x]")
    document = note("{} the paper\n- no\n- the flat ⤷ [[Ada]]", block=ticked)
    assert len(list(read_debrief_rows(document, date(2026, 6, 15), RULES))) == 1
    document = note("{} Hana Novak, [[Petr]]", "Names I got", ticked)
    rows = list(read_debrief_rows(document, date(2026, 6, 15), RULES))
    assert [row.link for row in rows] == ["", "Petr"]
    assert list(read_debrief_rows(document, None, RULES)) == []
    assert list(read_debrief_rows(note("{} the paper"), date(2026, 6, 15), RULES)) == []


def test_a_date_that_was_put_into_the_question_is_no_answer() -> None:
    document = note(block=BLOCK.replace('for you?" [[Ada]]', 'for you?" 📅 2026-07-01 [[Ada]]'))
    assert words(document) == [("", ())]


def test_a_block_that_asks_nothing() -> None:
    assert read_debrief(note(block="Nothing here.\n"), RULES) == ()
