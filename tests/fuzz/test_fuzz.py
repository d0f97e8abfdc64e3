"""Hostile bytes at every door, briefly: the seeds, and what Hypothesis makes of them (promises D1, D2, S3).

The long runs are in test_soak.py.
"""

import random

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.targets import LONGEST, TARGETS, attempt, seeds_of

_SNIPPETS = (
    "---\n", "a: 1\n", "- [ ] ", "- 2026-05-02 coffee: ", "[[", "]]", "[a](b)", "<!-- vaultnet:agenda -->\n",
    "<!-- /vaultnet:agenda -->\n", " ^vn-0000000a-0000000b", "## Log\n", "\r\n", "\r", "\t", "\x00", "\x1b[31m", "\x9b",
    "\u202e", "\u2028", "\x85", "\ufeff", "&a ", "*a", "<<: ", "{", "[", "? ", "!!int ", "2024-13-45", "0000-01-01",
    "1" * 5000, "BEGIN:VCARD\n", "END:VCARD\n", "FN:", "N:a;b;c;d;e\n", "BDAY:", "BEGIN:VEVENT\n", "DTSTART:20260615T\n",
    "RRULE:FREQ=SECONDLY\n", "ATTENDEE;CN=", "Name,Email\n", '"', ";", ",", "From me\n", "From: ", "To: ((((", "Subject: =?",
    "<rss><item>", "<![CDATA[", "&#x1b;", '{"', '":', "null", "[]", "}", "{{ ", " }}", "{% for x in y %}", "{% endfor %}",
    "|attr('__class__')", "tier=", "last<", "-has:", "|", "next friday", "in 99999999 years", "31.2.", "YYYY", "[", "DDDo",
    "**/", "!", "\\", "(", ")", "%41", "%ff", "file:///etc/passwd", "javascript:alert(1)", "../", "$$", "%%", "`", "#tag ",
)  # fmt: skip
_PIECES = st.lists(st.sampled_from(_SNIPPETS) | st.text(max_size=6), max_size=24).map("".join)
_EXAMPLES = {"template": 4, "xlsx": 10}  # one takes a process, the other an archive


def _documents(name: str) -> st.SearchStrategy[bytes]:
    """Pieces of every format, a seed with some in its middle, or any bytes."""
    made = _PIECES.map(lambda text: text.encode("utf-8", "replace"))
    known = seeds_of(name)
    if not known:
        return made | st.binary(max_size=200)
    spliced = st.builds(_splice, st.sampled_from(known), made, st.integers(0, 4096), st.integers(0, 64))
    return spliced | made | st.binary(max_size=200)


def _splice(document: bytes, piece: bytes, place: int, gone: int) -> bytes:
    place %= len(document) + 1
    return (document[:place] + piece + document[place + gone :])[:LONGEST]


@pytest.mark.parametrize("name", TARGETS)
def test_d2_s3_seeds_are_read_or_refused(name: str) -> None:
    """What once hurt a reader, any reader: each is read by this one, or refused in a declared way."""
    for document in seeds_of(name):
        attempt(name, document)


@pytest.mark.parametrize("name", TARGETS)
def test_d2_s3_whatever_comes_is_read_or_refused(name: str) -> None:
    @seed(random.Random(name).getrandbits(32))  # the same in every run: other ones are for the soak
    @settings(max_examples=_EXAMPLES.get(name, 10), database=None)
    @given(_documents(name))
    def look(data: bytes) -> None:
        attempt(name, data)

    look()
