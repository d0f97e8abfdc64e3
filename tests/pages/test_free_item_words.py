"""What an item without a day of its own says, in both languages: introductions, somebody to meet, something to give."""

import pytest

from vaultnet.storage.templates import render

GAP = {"count": 7, "unit": "month"}


def line(section: str, why: dict[str, object], language: str, kind: str = "email") -> str:
    known = {"key": "0a1b2c3d", "mark": " ", "link": "[[Ada]]", "minutes": 4, "last": "2026-05-02", "due": None}
    sections = [{"name": section, "items": [{**known, "kind": kind, "why": why}]}]
    context = {"day": "2026-06-15", "is_day_off": False, "knows_nobody": False, "welcome": None, "sections": sections}
    block = render(None, "agenda.md", context, language=language)
    return block.split("\n")[1].removeprefix("- [ ] ").partition(" ^vn-")[0]


def wish(**why: object) -> dict[str, object]:
    known: dict[str, object] = {
        "step": "ask",
        "name": "Zoe",
        "on": "",
        "gap": None,
        "last_kind": "",
        "ties": [],
        "then": "",
    }
    return {**known, **why}


def tie(how: str, name: str = "Zoe", on: str = "", at: str = "") -> dict[str, object]:
    return {"how": how, "name": name, "on": on, "at": at}


def step(name: str, **why: object) -> dict[str, object]:
    return {"step": name, "with": "", "name": "Ben", "from": "", "on": "", "then": "", **why}


def gift(what: str, **why: object) -> dict[str, object]:
    known: dict[str, object] = dict.fromkeys(
        ("with", "name", "other", "need", "resource", "source", "article", "interest", "call", "words", "on"), ""
    )
    return {"what": what, **known, "name": "Ada", "other": "Ben", "need": "a map", **why}


WORDED = [
    ("meet_someone", wish(),
     "E-mail [[Ada]] · for an introduction to Zoe", "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe"),
    ("meet_someone", wish(gap=GAP, last_kind="lunch", ties=[tie("knows")]),
     "E-mail [[Ada]] · for an introduction to Zoe · 7 months since lunch; knows Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · zuletzt vor 7 Monaten ein Mittagessen; kennt Zoe"),
    ("meet_someone", wish(ties=[tie("met", "Ben"), tie("introduced")]),
     "E-mail [[Ada]] · for an introduction to Zoe · has met Ben, who was introduced to Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · hat Ben getroffen; Ben wurde bei Zoe vorgestellt"),
    ("meet_someone", wish(ties=[tie("event", at="Delta Evening")]),
     "E-mail [[Ada]] · for an introduction to Zoe · was at Delta Evening with Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · war mit Zoe bei Delta Evening"),
    ("meet_someone", wish(ties=[tie("group", at="Singers")]),
     "E-mail [[Ada]] · for an introduction to Zoe · is in Singers with Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · ist mit Zoe bei Singers"),
    ("meet_someone", wish(ties=[tie("colleague", at="Acme")]),
     "E-mail [[Ada]] · for an introduction to Zoe · works at Acme with Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · arbeitet mit Zoe bei Acme"),
    ("meet_someone", wish(ties=[tie("colleague", at="Acme", on="2024-01-31")]),
     "E-mail [[Ada]] · for an introduction to Zoe · was at Acme with Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · war mit Zoe bei Acme"),
    ("meet_someone", wish(ties=[tie("linked")]),
     "E-mail [[Ada]] · for an introduction to Zoe · stands in one note with Zoe",
     "E-Mail an [[Ada]] · wegen einer Vorstellung bei Zoe · steht mit Zoe in einer Notiz"),
    ("meet_someone", wish(step="remind", on="2026-05-27"),
     "E-mail [[Ada]] · once more for the introduction to Zoe · you asked on 27 May",
     "E-Mail an [[Ada]] · noch einmal wegen der Vorstellung bei Zoe · gefragt hast du am 27. Mai"),
    ("meet_someone", wish(step="cold", then="call"),
     "E-mail [[Ada]] · you would like to meet Zoe, and nobody you know is a way there · after that a call",
     "E-Mail an [[Ada]] · du möchtest Zoe kennenlernen, und niemand, den du kennst, ist ein Weg dorthin · danach ein Anruf"),
    ("meet_someone", wish(step="cold", gap=GAP, last_kind="letter"),
     ("E-mail [[Ada]] · you would like to meet Zoe, and nobody you know is a way there · 7 months since your letter"
      " · the last step, then leave it"),
     ("E-Mail an [[Ada]] · du möchtest Zoe kennenlernen, und niemand, den du kennst, ist ein Weg dorthin"
      " · zuletzt vor 7 Monaten ein Brief · der letzte Schritt, danach lass es ruhen")),
    ("meet_someone", wish(step=""), "E-mail [[Ada]]", "E-Mail an [[Ada]]"),
    ("introductions", step("introduce", **{"with": "[[Ben]]"}),
     "E-mail [[Ada]] and [[Ben]] · both said yes: one message to the two of them",
     "E-Mail an [[Ada]] und [[Ben]] · beide haben ja gesagt: eine Nachricht an die zwei"),
    ("introductions", step("thank"),
     "E-mail [[Ada]] · thanks for the introduction to Ben", "E-Mail an [[Ada]] · danke für die Vorstellung bei Ben"),
    ("introductions", step("remind", on="2026-05-27"),
     "E-mail [[Ada]] · once more for the introduction to Ben · you asked on 27 May",
     "E-Mail an [[Ada]] · noch einmal wegen der Vorstellung bei Ben · gefragt hast du am 27. Mai"),
    ("introductions", step("ask", **{"from": "Cy"}),
     "E-mail [[Ada]] · for an introduction of Cy to Ben", "E-Mail an [[Ada]] · wegen einer Vorstellung von Cy bei Ben"),
    ("introductions", step("ask_both", then="Ben"),
     "E-mail [[Ada]] · whether to be introduced to Ben · then ask Ben too",
     "E-Mail an [[Ada]] · ob eine Vorstellung bei Ben willkommen ist · danach frag auch Ben"),
    ("introductions", step("tell"),
     "E-mail [[Ada]] · tell what came of it: the introduction to Ben",
     "E-Mail an [[Ada]] · erzähl, was daraus geworden ist: die Vorstellung bei Ben"),
    ("introductions", step("ask_outcome"),
     "E-mail [[Ada]] · ask what came of it: the introduction to Ben",
     "E-Mail an [[Ada]] · frag, was daraus geworden ist: die Vorstellung bei Ben"),
    ("introductions", step(""), "E-mail [[Ada]]", "E-Mail an [[Ada]]"),
    ("give", gift("introduce", **{"with": "[[Ben]]"}, source="skill", resource="drawing"),
     "E-mail [[Ada]] and [[Ben]] · Ada needs a map, Ben is good at drawing · ask each of them first",
     "E-Mail an [[Ada]] und [[Ben]] · Ada braucht a map, Ben kann drawing · frag erst beide"),
    ("give", gift("help", source="strength", resource="one chart"),
     "E-mail [[Ada]] · with a map · your strength: one chart", "E-Mail an [[Ada]] · bei: a map · deine Stärke: one chart"),
    ("give", gift("help", source="offer", resource="drawing"),
     "E-mail [[Ada]] · with a map · you offer drawing", "E-Mail an [[Ada]] · bei: a map · du bietest drawing"),
    ("give", gift("article", article="[[Owls]]", interest="owls"),
     "E-mail [[Ada]] · something to read: [[Owls]] · interested in owls",
     "E-Mail an [[Ada]] · etwas zu lesen: [[Owls]] · interessiert sich für owls"),
    ("give", gift("mark", call="condole", words="her father died", on="2026-05-20"),
     "E-mail [[Ada]] · a few words by hand · her father died, 20 May",
     "E-Mail an [[Ada]] · ein paar Worte von Hand · her father died, 20. Mai"),
    ("give", gift(""), "E-mail [[Ada]]", "E-Mail an [[Ada]]"),
]  # fmt: skip


@pytest.mark.parametrize(("section", "why", "english", "german"), WORDED, ids=[english for _, _, english, _ in WORDED])
def test_what_a_line_says(section: str, why: dict[str, object], english: str, german: str) -> None:
    assert line(section, why, "en") == english
    assert line(section, why, "de") == german


GOALS = [
    ("target", "Tidemark", "Tidemark is a target", "Tidemark, ein Ziel"),
    ("role", "analyst", "works as analyst, a goal", "arbeitet als analyst, ein Ziel"),
    ("industry", "reinsurance", "in reinsurance, a goal", "in der Branche reinsurance, ein Ziel"),
    ("location", "Delft", "in Delft, a goal", "in Delft, ein Ziel"),
]


@pytest.mark.parametrize(("what", "words", "english", "german"), GOALS, ids=[row[0] for row in GOALS])
def test_the_goal_that_somebody_touches_is_said(what: str, words: str, english: str, german: str) -> None:
    why = {
        "is_new": False,
        "last_kind": "call",
        "gap": GAP,
        "topic": "",
        "topic_on": None,
        "raise": [],
        "reason": "",
        "words": "",
        "on": "",
        "mood": "",
    }
    why["goal"] = {"what": what, "words": words}
    assert line("reach_out", why, "en") == f"E-mail [[Ada]] · {english} · 7 months since your call"
    assert line("reach_out", why, "de") == f"E-Mail an [[Ada]] · {german} · zuletzt vor 7 Monaten ein Anruf"
