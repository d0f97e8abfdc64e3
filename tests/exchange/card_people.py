"""People that nobody would think of, for what goes out to come in again."""

from datetime import date
from unicodedata import normalize

from hypothesis import strategies as st

from vaultnet.exchange.draft import Draft
from vaultnet.model.dates import PartialDate

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Co", "Cn"]),
    min_size=1,
    max_size=12,
)
# In the form in which every text is kept: NFC.
words = st.lists(texts.map(lambda text: normalize("NFC", text)), min_size=1, max_size=3).map(" ".join)
lists = st.lists(words, max_size=3, unique=True).map(tuple)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
partial = st.builds(lambda day, year: PartialDate(day.year if year else None, day.month, day.day), days, st.booleans())
_drafts = st.builds(
    Draft,
    line=st.just(1),
    name=words,
    uid=st.uuids().map(str),
    aliases=lists,
    email=st.sampled_from([(), ("ada@example.com",), ("a@x.example", "b.c+d@y.example")]),
    phone=st.sampled_from([(), ("+31 6 5550101",), ("030 5550101", "+1 555 0100 ext. 5")]),
    linkedin=st.sampled_from(["", "https://www.linkedin.com/in/ada"]),
    company=lists,
    role=st.one_of(st.just(""), words),
    website=st.sampled_from([(), ("https://ada.example/a,b;c",)]),
    address=st.sampled_from([(), ("Deichstraße 7, 20459 Hamburg",), ("1 Elm St, Springfield, IL 62701", "Loft, 7")]),
    location=st.sampled_from(["", "Hamburg", "Springfield"]),
    country=st.sampled_from(["", "DE", "United States"]),
    birthday=st.one_of(st.none(), partial),
    anniversaries=st.one_of(st.just(()), st.tuples(st.tuples(st.sampled_from(["anniversary", "wedding"]), partial))),
    met=st.one_of(st.none(), days),
    introduced_by=lists,
    knows=st.lists(
        st.tuples(st.sampled_from(["knows", "friends", "spouse", "reports-to", "sister"]), words),
        max_size=3,
        unique=True,
    ).map(tuple),
    tier=st.sampled_from(["", "close"]),
    cadence=st.sampled_from(["", "6 months"]),
    needs=lists,
    interests=lists,
    skills=lists,
    tags=lists,
    notes=st.lists(words, max_size=3).map("\n".join),
    extra=st.sampled_from(
        [(), ("GENDER:F",), ("X-A;TYPE=home:a\\, b", "item1.X-B:c", "item1.X-ABLabel:_$!<Other>!$_")]
    ),
)


def _is_telling(draft: Draft) -> bool:
    """A company alone is no person; signs that look like markup are cleaned away wherever they come from."""
    texts = str(draft)
    return draft.name not in draft.company and not set("<>&") & set(texts)


people = _drafts.filter(_is_telling)
