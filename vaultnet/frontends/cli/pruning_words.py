"""Why one may let go of somebody, in a few kind words.

reason_words("silent", "2022-03-01", None)   ->   "quiet on both sides since 2022-03-01"
"""

from vaultnet.frontends.cli.language.speech import said_part


def reason_words(reason: str, since: str | None, wider: str | None) -> str:
    """The words for a reason of `practice/pruning.py`, in the language of the terminal."""
    words = {
        "silent": f"quiet on both sides since {since}",
        "unanswered": f"no answer so far, since {since}",
        "one_way": f"nothing came back since {since}",
        "cycles": f"quiet since {since}; {wider} may be enough",
        "bare": "nothing but the name is known",
    }
    return said_part(words[reason])
