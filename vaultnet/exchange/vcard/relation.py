"""Who somebody is to whom, in the words of vCard, of Apple, of Android, and of a note.

RELATED;TYPE=spouse;VALUE=text:Ben Byron           item1.X-ABRELATEDNAMES:Ben Byron       ->  ("spouse", "Ben Byron")
                                                   item1.X-ABLabel:_$!<Spouse>!$_
"""

from vaultnet.exchange.content_line import ContentLine, escape
from vaultnet.exchange.vcard.label import bare_label

_OWN = {  # their word -> the key, or the word behind the name, of a note
    "spouse": "spouse", "partner": "spouse", "husband": "spouse", "wife": "spouse", "domestic partner": "spouse",
    "friend": "friends", "contact": "knows", "knows": "knows", "manager": "reports-to", "reports-to": "reports-to",
}  # fmt: skip
_RFC = frozenset({
    "acquaintance", "friend", "met", "co-worker", "colleague", "co-resident", "neighbor", "child", "parent", "sibling",
    "spouse", "kin", "muse", "crush", "date", "sweetheart", "agent", "emergency",
})  # fmt: skip
_FROM_OWN = {"friends": "friend", "knows": "contact"}
_APPLE = frozenset({
    "mother", "father", "parent", "brother", "sister", "child", "friend", "spouse", "partner", "assistant", "manager",
    "other",
})  # fmt: skip
_ANDROID = (
    "", "assistant", "brother", "child", "spouse", "father", "friend", "manager", "mother", "parent", "spouse",
    "introduced-by", "relative", "sister", "spouse",
)  # fmt: skip
_KIND = "X-KIND"  # a word that no list of theirs has
_NO_KIND = frozenset({"", "other", "me", "pref"})


def relation_kind(words: str) -> str:
    """A word of theirs as a note has it."""
    word = bare_label(words).removeprefix("x-")
    return "knows" if word in _NO_KIND else _OWN.get(word, word)


def android_kind(code: str) -> str:
    """Android numbers its kinds; "" for one that it has not."""
    return relation_kind(_ANDROID[int(code)]) if code.isdigit() and 0 < int(code) < len(_ANDROID) else ""


def related_kind(line: ContentLine) -> str:
    """Of a RELATED line."""
    return relation_kind(line.first(_KIND) or next(iter(sorted(line.types - _NO_KIND)), ""))


def relation_lines(kind: str, name: str, version: str, group: str) -> tuple[ContentLine, ...]:
    """As version 4.0 says it, or as Apple does in 3.0 (then the kind stands in a line of its own)."""
    if version == "4.0":
        word = _FROM_OWN.get(kind, kind)
        params = (("TYPE", word),) if word in _RFC or word == "contact" else ((_KIND, kind),)
        return (ContentLine("RELATED", (*params, ("VALUE", "text")), escape(name)),)
    word = {"friends": "friend", "reports-to": "manager", "knows": "other"}.get(kind, kind)
    label = f"_$!<{word.capitalize()}>!$_" if word in _APPLE else word
    return ContentLine("X-ABRELATEDNAMES", (), escape(name), group), ContentLine("X-ABLABEL", (), escape(label), group)
