"""Markers: what makes a note a contact, a meeting, an organization, and what never does."""

import pytest

from tests.model.notes import read, rules_of

MARKERS = [
    # front matter                                 type
    ("type: contact", "contact"),
    ("type: Person", "contact"),
    ("Type: people", "contact"),
    ("type: crm-contact", "contact"),
    ('type: "[[Person]]"', "contact"),
    ("type: [note, person]", "contact"),
    ("tags: person", "contact"),
    ("tags: [project, '#People/Family']", "contact"),
    ("tags: reading, contact", "contact"),
    ("tag: person", "contact"),
    ('categories: ["[[People]]"]', "contact"),
    ("categories: [[[People]]]", "contact"),
    ("category: Contacts", "contact"),
    ("kind: person", "contact"),
    ("prm-tier: close\nprm-cadence: 30", "contact"),
    ("synced: 2026-05-01\nlabels: [friends]", "contact"),
    ("g_synced: 2026-05-01\ng_id: c1\ng_name: Ada", "contact"),
    ("N.GN: Ada\nN.FN: Lovelace", "contact"),
    ("FN: Ada\nEMAIL: ada@example.com", "contact"),
    ('"TEL[CELL]": "1"\nUID: urn:uuid:1', "contact"),
    ("FN: Acme\nUID: 1\nKIND: organization", "organization"),
    ("FN: Choir\nUID: 1\nKIND: group", "group"),
    ("last-contact: 2026-05-01\nbirthday: 04-17", "contact"),
    ("lastContact: 2026-05-01\nemail: ada@example.com", "contact"),
    ("interactions: [{date: 2026-05-01, text: called}]", "contact"),
    ("type: organization", "organization"),
    ("type: organisation", "organization"),
    ("type: company", "organization"),
    ('categories: ["[[Companies]]"]', "organization"),
    ("tags: [company]", "organization"),
    ("domain: example.com\nindustry: bells", "organization"),
    ("type: meeting", "meeting"),
    ('categories: ["[[Meetings]]"]', "meeting"),
    ('categories: ["[[Job interviews]]"]', "meeting"),
    ("tags: [meeting/weekly]", "meeting"),
    ("type: Call\nwith: Ada\nwhen: 2026-05-01", "meeting"),
    ("type: event", "event"),
    ("type: group", "group"),
    ("type: introduction", "introduction"),
    ("type: goals", "goals"),
    ("type: trip", "trip"),
    ("trip: Porto", "trip"),
    ("type: meeting\ntags: [person]", "meeting"),
    ("type: project\ntags: [person]", "contact"),
    # what is none
    ("type: book", ""),
    ("type: Call", ""),
    ("type: Email\nwith: Ada", ""),
    ("tags: [personal, contacts-app]", ""),
    ("tags:", ""),
    ("categories: []", ""),
    ("name: Ada\nemail: ada@example.com\nbirthday: 04-17", ""),
    ("prm-tier: close", ""),
    ("synced: 2026-05-01", ""),
    ("UID: 1\nURL: https://example.com", ""),
    ("FN: Ada", ""),
    ("last-contact: 2026-05-01", ""),
    ("interactions: []", ""),
    ("interactions: [{date: 2026-05-01}]", ""),
    ("domain: example.com", ""),
]


@pytest.mark.parametrize(("keys", "expected"), MARKERS)
def test_markers_in_the_front_matter(keys: str, expected: str) -> None:
    assert read(f"---\n{keys}\n---\n", "Anywhere/Ada Lovelace.md").type == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("#person", "contact"),
        ("Met at the fair. #People/friend", "contact"),
        ("type:: person", "contact"),
        ("tags:: [[person]], [[poets]]", "contact"),
        ("Last Contact:: 2026-05-01\nbirthday:: 04-17", "contact"),
        ("/---contact---/\n| Name | Ada |\n/---contact---/", "contact"),
        ("```contact-card\nname: Ada Lovelace\n```", "contact"),
        ("```contact-card\nname: Somebody Else\n```", ""),
        ("```contact-card\nname: Ada Lovelace", ""),
        ("/---contact---/", ""),
        ("We had a #meeting", ""),
        ("`#person`", ""),
        ("- [ ] tag her #person", ""),
        ("- 2026-05-02 call: she is a #person", ""),
        ("see [[Ada#person]]", ""),
        ("nothing at all", ""),
        ("", ""),
    ],
)
def test_markers_in_the_body(body: str, expected: str) -> None:
    assert read(body, "Anywhere/Ada Lovelace.md").type == expected


@pytest.mark.parametrize(
    ("path", "settings", "expected"),
    [
        ("People/Ada.md", {}, ""),
        ("People/@Ada.md", {}, ""),
        ("People/@Ada.md", {"at_prefix": True}, "contact"),
        ("People/Ada.md", {"at_prefix": True}, ""),
        ("People/Ada.md", {"folders": ["People/"]}, "contact"),
        ("People/Work/Ada.md", {"folders": ["/People"]}, "contact"),
        ("Peoples/Ada.md", {"folders": ["People"]}, ""),
        ("Archive/People/Ada.md", {"folders": ["People"]}, ""),
    ],
)
def test_a_folder_or_an_at_sign_only_where_the_settings_say_so(
    path: str, settings: dict[str, object], expected: str
) -> None:
    assert read("Plays the harp.", path, rules_of({"contacts": settings})).type == expected


def test_the_lists_are_settings() -> None:
    rules = rules_of({"contacts": {"types": ["Mensch"], "tags": ["#Leute"]}})
    assert read("---\ntype: mensch\n---\n", "Ada.md", rules).type == "contact"
    assert read("#leute/freunde", "Ada.md", rules).type == "contact"
    assert read("#person", "Ada.md", rules).type == ""


@pytest.mark.parametrize(
    "text",
    [
        "---\ntype: contact\nname: '{{title}}'\n---\n",
        "---\ntype: contact\n---\n# {{date}}",
        "---\ntype: contact\n---\n<% tp.file.title %>",
        "---\ntype: contact\nname: {{title}}\n---\n",
        "---\ntype: meeting\ndate: '{{date}}'\n---\n",
        "---\ndate: '{{date}}'\n---\n",
    ],
)
def test_a_template_is_nothing_yet(text: str) -> None:
    entry = read(text, "Ada.md")
    assert (entry.type, entry.record, entry.day) == ("", None, "")
    assert [problem.rule for problem in entry.problems] in ([], ["frontmatter-template"])


@pytest.mark.parametrize(
    "shown", ["`{{title}}`", "```\n<% x %>\n```", "$x_{{ij}}$", "{{ not closed", "set {{}}", "50 <% x"]
)
def test_code_may_show_what_a_template_looks_like(shown: str) -> None:
    assert read(f"---\ntype: contact\n---\n{shown}", "Ada.md").type == "contact"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Contact Template", ""),
        ("Index", ""),
        ("People MOC", ""),
        ("People", ""),
        ("contact", ""),
        ("Jan Moc", "contact"),
        ("Indexa Templateton", "contact"),
    ],
)
def test_an_index_of_people_is_no_person(name: str, expected: str) -> None:
    assert read("---\ntags: [person]\n---\n", f"{name}.md").type == expected


def test_a_daily_note_stays_one_whatever_it_is_tagged_with() -> None:
    assert read("---\ntags: [meeting]\n---\nCalled [[Ada]] #person", "Daily/2026-05-02.md").type == ""
    assert read("---\ntype: meeting\n---\n", "Daily/2026-05-02.md").type == "meeting"
