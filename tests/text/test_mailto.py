"""Links that open a message in the mail program."""

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.mailto import build_mailto


def test_everything_is_encoded() -> None:
    assert (
        build_mailto("ada@example.com", "Hello & thanks", "Dear Ada,\nthank you.\n")
        == "mailto:ada@example.com?subject=Hello%20%26%20thanks&body=Dear%20Ada%2C%0D%0Athank%20you."
    )
    assert build_mailto("", "a", "b") == "mailto:?subject=a&body=b"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")), st.text(st.characters(codec="utf-8")))
def test_it_reads_back(body: str, subject: str) -> None:
    link = urlsplit(build_mailto("zoë+x@example.com", subject, body))
    assert unquote(link.path) == "zoë+x@example.com"
    fields = parse_qs(link.query, keep_blank_values=True, strict_parsing=True)
    assert fields["subject"] == [subject]
    assert fields["body"] == [body.rstrip("\n").replace("\n", "\r\n")]
