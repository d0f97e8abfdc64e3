"""The pages of a German vault: golden ones of the example vault, and that every template has its German twin.

The example's notes are in English; what vaultnet says about them is German. Review the pages as you would read them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from tests.vaults import make_example, open_vault
from vaultnet.app.generate import generate_agenda
from vaultnet.app.review import choose_stretch, generate_review
from vaultnet.edits.example import EXAMPLE_DAY
from vaultnet.model.stretch import Length
from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.template_filters import FILTERS
from vaultnet.storage.templates import render

GOLDEN = Path(__file__).parent / "golden" / "de"
FORTNIGHT = [EXAMPLE_DAY + timedelta(days=days) for days in range(14)]
TEMPLATES = shipped_path("templates")
ENGLISH = sorted(file.name for file in TEMPLATES.glob("*.md"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_example(tmp_path_factory.mktemp("pages") / "example")
    settings = root / "vaultnet.toml"
    settings.write_text(settings.read_text().replace('language = "en"', 'language = "de"'))
    return root


def assert_golden(name: str, block: str, *, update: bool) -> None:
    golden = GOLDEN / name
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(block)
    assert block == golden.read_text()


@pytest.mark.parametrize("day", FORTNIGHT, ids=str)
def test_golden_agendas(example: Path, day: date, update: bool) -> None:
    with open_vault(example, day.isoformat()) as workspace:
        assert_golden(f"agenda-{day.isoformat()}.md", generate_agenda(workspace, day).block, update=update)


@pytest.mark.parametrize("length", ["week", "quarter", "year"])
def test_golden_reviews(example: Path, length: Length, update: bool) -> None:
    with open_vault(example, "2026-06-21") as workspace:
        block = generate_review(workspace, choose_stretch(workspace, "", length)).block
        assert_golden(f"review-{length}.md", block, update=update)


def parse(name: str, folder: str = "") -> nodes.Template:
    environment = Environment(autoescape=False)
    environment.filters.update(FILTERS)
    return environment.parse((TEMPLATES / folder / name).read_text(encoding="utf-8"))


def whole(name: str) -> Iterator[nodes.Template]:
    """A German template and what it takes its words from."""
    tree = parse(name, "de")
    yield tree
    yield from (parse(other, "de") for other in meta.find_referenced_templates(tree) if other)


def texts(tree: nodes.Node) -> set[str]:
    """What values are compared with, and the keys of its tables: states, kinds, reasons."""
    compared = (
        text.value for compare in tree.find_all(nodes.Compare) for text in compare.find_all(nodes.Const)
        if isinstance(text.value, str)
    )  # fmt: skip
    keys = (pair.key.value for pair in tree.find_all(nodes.Pair) if isinstance(pair.key, nodes.Const))
    return {*compared, *keys}


def fields(tree: nodes.Node) -> set[str]:
    """The names that are asked of values: `it.why.topic`, `section["items"]`."""
    items = (item.arg.value for item in tree.find_all(nodes.Getitem) if isinstance(item.arg, nodes.Const))
    return {*(item.attr for item in tree.find_all(nodes.Getattr)), *(item for item in items if isinstance(item, str))}


def branches(tree: nodes.Node) -> set[str]:
    """The conditions of its `if` and `elif`, as written."""
    return {repr(branch.test) for branch in tree.find_all(nodes.If)}


def all_of(trees: Sequence[nodes.Template], part: Callable[[nodes.Template], set[str]]) -> set[str]:
    return {one for tree in trees for one in part(tree)}


_ENGLISH_GRAMMAR = {"", "your "}  # whether a word of the English table begins with it


@pytest.mark.parametrize("name", ENGLISH)
def test_every_template_has_a_german_twin_that_handles_the_same(name: str) -> None:
    """A section, a branch, a reason, a kind or a field that English words and German does not is named here."""
    english, german = parse(name), list(whole(name))
    assert meta.find_undeclared_variables(english) - all_of(german, meta.find_undeclared_variables) == set()
    assert texts(english) - all_of(german, texts) - _ENGLISH_GRAMMAR == set()
    assert fields(english) - all_of(german, fields) == set()
    assert branches(english) - all_of(german, branches) == set()


def test_the_settings_of_a_new_vault_name_the_same_keys() -> None:
    def keys(folder: str) -> list[str]:
        lines = (TEMPLATES / folder / "vaultnet.toml").read_text(encoding="utf-8").split("\n")
        bare = [line.removeprefix("# ").partition("#")[0].strip() for line in lines]
        return sorted(line.partition("=")[0].strip() for line in bare if " = " in line or line.startswith("["))

    assert sorted({*keys("de")} - {"language"}) == sorted({*keys("")} - {"language"})


GAP = {"count": 7, "unit": "month"}


def item(kind: str = "email", /, **why: object) -> dict[str, object]:
    known = {"key": "0a1b2c3d", "mark": " ", "link": "[[Ada]]", "minutes": 4, "last": "2026-05-02", "due": None}
    return {**known, "kind": kind, "why": why}


def page(name: str, *items: dict[str, object], **more: object) -> list[str]:
    """The lines that a section of these items makes, without boxes and ids."""
    context = {"day": "2026-06-15", "is_day_off": False, "knows_nobody": False, "welcome": None, **more}
    sections = [{"name": name, "items": list(items)}] if items else []
    block = render(None, "agenda.md", {**context, "sections": sections}, language="de")
    return [line.removeprefix("- [ ] ").partition(" ^vn-")[0] for line in block.rstrip("\n").split("\n")]


def reach_out(**why: object) -> dict[str, object]:
    reasons = {
        "is_new": False,
        "last_kind": "call",
        "gap": GAP,
        "topic": "",
        "topic_on": None,
        "raise": [],
        "reason": "",
        "words": "Graz",
        "goal": {"what": "", "words": ""},
    }
    return item("message", on="2026-07-03", mood="glad", **{**reasons, **why})


def follow_up(**why: object) -> dict[str, object]:
    known = {"state": "step", "person": "", "is_waiting": False, "asked_by": "email", "on": "2026-05-27", "topic": ""}
    return item("call", **{**known, "tried": [], "then": "letter", **why})


def dated(what: str, **why: object) -> dict[str, object]:
    known = {
        "years": 2,
        "days": 0,
        "on": "2026-12-25",
        "by": "2026-12-20",
        "words": "Ben",
        "mood": "",
        "introducers": [],
    }
    return item("card", what=what, **{**known, **why})


TRIED = [{"kind": "email", "on": "2026-06-04"}, {"kind": "call", "on": "2026-06-10"}]
WORDED = [
    ("reach_out", reach_out(), "Nachricht an [[Ada]] · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(last_kind="video", gap={"count": 1, "unit": "year"}),
     "Nachricht an [[Ada]] · zuletzt vor einem Jahr ein Videoanruf"),
    ("reach_out", reach_out(last_kind="", gap={"count": 1, "unit": "day"}), "Nachricht an [[Ada]] · zuletzt gestern in Kontakt"),
    ("reach_out", {**reach_out(last_kind=""), "last": None}, "Nachricht an [[Ada]] · kennengelernt vor 7 Monaten"),
    ("reach_out", reach_out(reason="position", words="Leiterin, Acme"),
     "Nachricht an [[Ada]] · Glückwunsch zur neuen Aufgabe: Leiterin, Acme · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(reason="news", words="ein Kind"),
     "Nachricht an [[Ada]] · Glückwunsch: ein Kind · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(reason="both_there"),
     "Nachricht an [[Ada]] · du bist ab dem 3. Juli in Graz · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(reason="postcard"), "Nachricht an [[Ada]] · du bist in Graz · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(reason="invite", words="Fest"),
     "Nachricht an [[Ada]] · Einladung zu Fest am 3. Juli · zuletzt vor 7 Monaten ein Anruf"),
    ("reach_out", reach_out(reason="help", words="einen Lektor", topic="das Buch", **{"raise": ["die Wohnung"]}),
     "Nachricht an [[Ada]] · braucht einen Lektor · zuletzt vor 7 Monaten ein Anruf: das Buch · ansprechen: die Wohnung"),
    ("follow_up", follow_up(), "Anruf bei [[Ada]] · noch keine Antwort auf deine E-Mail vom 27. Mai · danach ein Brief"),
    ("follow_up", follow_up(tried=TRIED, then=""),
     ("Anruf bei [[Ada]] · noch keine Antwort auf deine E-Mail vom 27. Mai, deine E-Mail vom 4. Juni und deinen Anruf vom"
     " 10. Juni · der letzte Schritt, danach lass es ruhen")),
    ("follow_up", follow_up(asked_by="coffee", on="2025-12-27"),
     "Anruf bei [[Ada]] · noch keine Antwort auf das, was du am 27. Dezember 2025 gefragt hast · danach ein Brief"),
    ("follow_up", follow_up(is_waiting=True, tried=TRIED, topic="die Fotos", then="letter"),
     "Anruf bei [[Ada]] · du wartest seit dem 27. Mai, versucht: E-Mail am 4. Juni, Anruf am 10. Juni: die Fotos · danach ein Brief"),
    ("follow_up", follow_up(person="[[Ben]]"),
     ("Anruf bei [[Ada]] · kennt [[Ben]]; von dort kam noch keine Antwort auf deine E-Mail vom 27. Mai · ein Wort aus dem"
     " Bekanntenkreis kann helfen")),
    ("answer", item(on="2026-06-10", written="letter", topic="wann"),
     "E-Mail an [[Ada]] · Antwort auf den Brief vom 10. Juni: wann"),
    ("answer", item(on="2026-06-10", written="coffee", topic=""), "E-Mail an [[Ada]] · Antwort auf das, was am 10. Juni kam"),
    ("thanks", item(what="introduction", on="2026-06-10", about="[[Ben]]", more=0),
     "E-Mail an [[Ada]] · danke für die Vorstellung: [[Ben]]"),
    ("thanks", item(what="received", on="2026-06-10", about="das Buch", more=2),
     "E-Mail an [[Ada]] · danke für das, was am 10. Juni kam: das Buch (und noch 2 mehr)"),
    ("dates", dated("birthday", days=1), "Karte an [[Ada]] · morgen Geburtstag: heute noch in die Post"),
    ("dates", dated("birthday", days=-2, on="2026-06-13", years=36),
     "Karte an [[Ada]] · hatte am 13. Juni Geburtstag und wurde 36: auch späte Glückwünsche tun gut"),
    ("dates", dated("holiday", words="Christmas"),
     "Karte an [[Ada]] · Weihnachten am 25. Dezember: bis zum 20. Dezember in die Post"),
    ("dates", dated("news", words="die Großmutter ist gestorben", mood="grief"),
     "Karte an [[Ada]] · die Großmutter ist gestorben: ein paar Worte von Hand"),
    ("dates", dated("life event", words="die Scheidung", mood="grief"),
     "Karte an [[Ada]] · heute vor einem Jahr: die Scheidung · ein stilles Wort, mehr nicht"),
    ("dates", dated("introduced me", years=1),
     "Karte an [[Ada]] · hat dich vor einem Jahr mit Ben bekannt gemacht: erzähl, was daraus wurde"),
    ("dates", dated("introduced by me"),
     "Karte an [[Ada]] · hat vor 2 Jahren durch dich Ben kennengelernt: frag, was daraus wurde"),
    ("dates", dated("wedding", years=1), "Karte an [[Ada]] · Hochzeitstag: 1 Jahr"),
    ("promises", item(text="Die Karte", links=False), "Die Karte · für [[Ada]] · ohne Datum"),
]  # fmt: skip


@pytest.mark.parametrize(("section", "one", "line"), WORDED, ids=[line for *_, line in WORDED])
def test_what_a_line_says(section: str, one: dict[str, object], line: str) -> None:
    assert page(section, one)[1] == line


def test_back_after_an_absence() -> None:
    welcome = {"is_first": True, "held": 6, "last_page": "2026-05-22"}
    assert page("reach_out", reach_out(), welcome=welcome)[0] == (
        "Schön, dass du wieder da bist: die letzte Seite ist vom 22. Mai. Nichts ist verloren: hier ist ein kleiner Tag, der "
        "Rest verteilt sich auf die nächsten Wochen. 6 weitere, die gewartet haben, kommen in den nächsten Tagen dazu; "
        "`vaultnet promises` und `vaultnet followups` nennen alle."
    )


def test_nobody_is_due() -> None:
    assert page("reach_out") == ["Heute ist niemand dran. Ein guter Tag, jemandem einfach so zu schreiben."]
    assert page("reach_out", is_day_off=True)[0].startswith("Ein freier Tag: heute wartet niemand auf dich.")
