"""What keeps a message from being a letter between two people: a list, a machine, a crowd, a folder of rubbish.

why_left_out(head of a newsletter, me)  ->  "lists"          why_left_out(head of Ada's letter to me, me)  ->  ""
"""

import re

from vaultnet.exchange.mbox.head import MailHead
from vaultnet.text.fold import fold

MOST_RECIPIENTS = 10  # more are a crowd

_MACHINE = re.compile(
    r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|mailer-daemon|postmaster|bounces?|notifications?|newsletter"
    r"|auto-?confirm|alerts?|calendar-notification|unknownorganizer)(?:[-_.+=][^@]{0,200})?@|@[^@]{0,200}\.(?:calendar|resource\.calendar)"
    r"\.google\.com$|[-+.](?:no-?reply|noreply|bounces?)@"
)
_RUBBISH = frozenset({
    "spam", "junk", "trash", "bin", "papierkorb", "geloscht", "promotions", "category promotions", "werbung",
    "kategorie werbung", "kategorie: werbung", "category social", "category updates", "category forums",
})  # fmt: skip
_UNSENT = frozenset({"drafts", "draft", "entwurfe", "entwurf", "scheduled", "geplant"})
_CHAT = frozenset({"chat", "chats"})
_FOLDER = re.compile(r"[/.]")
_LIST_MARKS = ("list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list", "feedback-id")
_BULK = frozenset({"bulk", "list", "junk", "auto_reply"})


def why_left_out(head: MailHead, me: frozenset[str], folders: frozenset[str] = frozenset()) -> str:
    """One word for the first thing that speaks against it, "" where nothing does. `me` are my own addresses, `folders`
    the words of the place where it lies.
    """
    labels = {fold(label) for label in head.labels} | folders
    is_mine = head.sender.address in me
    for word, marks in (("drafts", _UNSENT), ("chats", _CHAT), ("rubbish", _RUBBISH)):
        if labels & marks:
            return word
    if not is_mine and _is_list(head):
        return "lists"
    if not is_mine and _is_machine(head):
        return "machines"
    people = {one.address for one in head.recipients if not is_machine_address(one.address)}
    if len(people) > MOST_RECIPIENTS:
        return "crowds"
    if is_mine:
        return "" if people - me else "nobody"
    if not head.sender.address:
        return "nobody"
    return "" if me & (people | head.delivered) else "others"


def folders_of(name: str) -> frozenset[str]:
    """The folders of a mailbox, or of a message in a Maildir (`.INBOX.Trash/cur/17:2,S`), and what its flags say."""
    path, _, flags = name.partition(":2,")
    words = frozenset(fold(word) for word in _FOLDER.split(path))
    return words | {word for flag, word in (("T", "trash"), ("D", "drafts")) if flag in flags}


def is_machine_address(address: str) -> bool:
    """Whether nobody reads what is sent there."""
    return _MACHINE.search(address) is not None


def _is_list(head: MailHead) -> bool:
    return any(head.marks.get(mark) for mark in _LIST_MARKS) or head.marks.get("precedence", "").lower() in _BULK


def _is_machine(head: MailHead) -> bool:
    automatic = head.marks.get("auto-submitted", "no").lower()
    return (
        not automatic.startswith("no")
        or any(mark in head.marks for mark in ("x-autoreply", "x-autorespond"))
        or head.marks.get("x-auto-response-suppress", "").lower() == "all"
        or is_machine_address(head.sender.address)
    )
