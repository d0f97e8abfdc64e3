r"""A link that opens a message in the mail program (RFC 6068): everything percent-encoded, lines ended by CR LF.

build_mailto("ada@example.com", "Hello & thanks", "Dear Ada,\nthank you.")
->  "mailto:ada@example.com?subject=Hello%20%26%20thanks&body=Dear%20Ada%2C%0D%0Athank%20you."
"""

from urllib.parse import quote


def build_mailto(address: str, subject: str, body: str) -> str:
    """`address` may be empty: the mail program then asks for it."""
    lines = "\r\n".join(body.rstrip("\n").split("\n"))
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
