"""Words that must fit on a line.

shorten("asked about the talk, and about her flat", 24)   ->   "asked about the talk …"
"""


def shorten(text: str, longest: int) -> str:
    """The text, cut at the end of a word where it has more than so many characters."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
