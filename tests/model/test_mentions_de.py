"""Free text of a German daily note: which kind of touch its lines tell of."""

import pytest

from tests.model.notes import DAY, read, rules_of

GERMAN = rules_of({"vault": {"language": "de"}})

LINES = [
    ("Heute mit [[Ada]] telefoniert.", "call", ""),
    ("Kaffee mit [[Ada]] und [[Bob]]", "coffee", ""),
    ("- [[Ada]] hat angerufen", "call", ""),
    ("- rief [[Ada]] an, sie zieht um", "call", ""),
    ("Zum Mittagessen mit [[Ada]] in der Kantine", "lunch", ""),
    ("Abends bei [[Ada]] gegessen", "dinner", ""),
    ("habe [[Ada]] getroffen, danach ein Bier", "dinner", ""),
    ("habe [[Ada]] getroffen", "meeting", ""),
    ("[[Ada]] besucht", "visit", ""),
    ("Mail von [[Ada]]", "email", "from"),
    ("Mail an [[Ada]]", "email", "to"),
    ("[[Ada]] einen langen Brief geschrieben", "letter", "to"),
    ("[[Ada]] hat mir geschrieben: ja", "email", "from"),
    ("Heute [[Ada]] geschrieben", "email", "to"),
    ("Postkarte an [[Ada]] #gegeben", "postcard", "to"),
    ("[[Ada]] kam vorbei", "visit", ""),
    ("Videoanruf mit [[Ada]]", "video", ""),
    ("[[Ada]] hat mir [[Bob]] vorgestellt", "introduction", ""),
    ("Lunch mit [[Ada]]", "lunch", ""),
    ("coffee with [[Ada]]", "coffee", ""),
    ("Das Gift im Garten: [[Ada]] fragen", "mention", ""),
    ("[[Ada]] ist im Rang gestiegen", "mention", ""),
    ("An [[Ada]] gedacht", "mention", ""),
    ("- [x] [[Ada]] anrufen", "call", ""),
]


@pytest.mark.parametrize(("line", "kind", "direction"), LINES)
def test_a_line_of_a_german_daily_note(line: str, kind: str, direction: str) -> None:
    touch = read(line, DAY, GERMAN).touches[0]
    assert (touch.kind, touch.direction) == (kind, direction)


@pytest.mark.parametrize("line", ["- [ ] [[Ada]] anrufen", "> Kaffee mit [[Ada]]", "- [-] Kaffee mit [[Ada]]"])
def test_intent_is_no_contact(line: str) -> None:
    assert not read(line, DAY, GERMAN).touches


@pytest.mark.parametrize(
    ("line", "kind", "direction", "text", "tags"),
    [
        ("- 2026-05-02 Kaffee: sie zieht um #bekommen", "coffee", "", "sie zieht um", "received"),
        ("- 2026-05-02 coffee: she moves #received", "coffee", "", "she moves", "received"),
        ("- 2026-05-02 E-Mail von: lange Antwort", "email", "from", "lange Antwort", ""),
        ("- 2026-05-02 E-Mail an: kurz #gefragt", "email", "to", "kurz", "asked"),
        ("- 2026-05-02 Anruf", "call", "", "", ""),
        ("- 2026-05-02 telefoniert, alles gut #bedankt", "call", "", "telefoniert, alles gut", "thanked"),
    ],
)
def test_a_line_of_a_german_log(line: str, kind: str, direction: str, text: str, tags: str) -> None:
    (touch,) = read(f"---\ntype: contact\n---\n{line}\n", rules=GERMAN).touches
    assert (touch.kind, touch.direction, touch.text, touch.tags) == (kind, direction, text, tags)
