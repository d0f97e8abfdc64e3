"""How to meet an event in somebody's life: with joy, with a word in grief, or by asking how they are.

mood_of("birth: Mary is here")          ->  "glad"
mood_of("her father died")              ->  "grief"
mood_of("broke his leg on the stairs")  ->  "trouble"
"""

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_GRIEF = lazy_pattern(
    r"\b(?:d(?:ied|eath|ies)|dead|funeral|bereave\w*|condolences?|passed away|mourn\w*|burial|buried|widow\w*"
    r"|miscarr\w*|stillb\w*"
    r"|lost (?:her|his|their|the|a) (?:\w+ )?(?:mother|father|mum|mom|dad|parents?|wife|husband|partner|son|daughter"
    r"|child|baby|brother|sister|friend|dog|cat|grand\w+)"
    r"|gestorben|verstorben|verstarb|starb|tod|tot|todesfall|trauer\w*|beerdigung|begrabnis|beileid|fehlgeburt)\b"
)
_TROUBLE = lazy_pattern(
    r"\b(?:ill|illness|sick|cancer|stroke|surgery|operation|hospital\w*|accident|broke \w+ \w+|broken|divorc\w*"
    r"|separat\w*|split up|laid off|fired|redundan\w*|lost (?:her|his|their|the) job|unemployed|bankrupt\w*|burn-?out"
    r"|burgl\w*|flooded|burned down|krank\w*|krebs|schlaganfall|unfall|operiert|krankenhaus|scheidung|geschieden"
    r"|getrennt|trennung|gekundigt|entlassen|arbeitslos|insolven\w*)\b"
)


def mood_if_event(what: str, words: str) -> str:
    """The mood of an occasion that is an event in somebody's life, or a year since one; "" for every other."""
    return mood_of(words) if what in {"news", "life event"} else ""


def mood_of(words: str) -> str:
    """`grief`, `trouble` or `glad`; where the words say two things, the graver one."""
    plain = fold(words)
    if _GRIEF.search(plain):
        return "grief"
    return "trouble" if _TROUBLE.search(plain) else "glad"
