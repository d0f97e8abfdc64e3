"""The ticks that wait to be absorbed, each with what the index knows of it.

waiting_ticks(workspace)  ->  (Tick("Daily/2026-06-15.md", date(2026, 6, 15), "3f2a9c41", made_for="People/Ada.md"),)
"""

from collections.abc import Iterable, Iterator
from datetime import date

from vaultnet.app.former_names import FormerNames
from vaultnet.app.free_ticks import FreeTicks
from vaultnet.app.workspace import Workspace
from vaultnet.edits.absorb import Original, Tick
from vaultnet.model.network import Promise
from vaultnet.pages.sections.promises import promise_key
from vaultnet.storage.lookup import uid_by_path
from vaultnet.storage.promises import load_promises
from vaultnet.storage.ticks import TickedItem, ticked_items
from vaultnet.text.block import item_key

_ABOUT_PEOPLE = ("reach_out", "thanks", "answer", "follow_up")  # sections whose items are all touches, once ticked


def waiting_ticks(workspace: Workspace) -> tuple[Tick, ...]:
    """The ticks of the last year whose touch is in no log yet, or whose promise is still open."""
    connection = workspace.connection
    items = ticked_items(connection, workspace.today)
    if not items:
        return ()
    uids = uid_by_path(connection)
    free = FreeTicks(connection, workspace.config.settings, workspace.today)
    return tuple(_ticks(items, load_promises(connection), uids, free, FormerNames(connection)))


def _ticks(
    items: list[TickedItem],
    promises: tuple[Promise, ...],
    uids: dict[str, str],
    free: FreeTicks,
    former: FormerNames,
) -> Iterator[Tick]:
    by_contact: dict[str, list[Promise]] = {"": list(promises)}  # where the link leads nowhere, it may be anybody's
    for each in promises:
        for contact in each.contacts:
            by_contact.setdefault(contact, []).append(each)
    for item in items:
        promise = _promise(item, by_contact.get(item.contact, ()), uids, former)
        made_for = "" if item.is_absorbed or promise else _made_for(item, uids, former)
        meaning = None if item.is_absorbed or promise or made_for else free.find(item, uids)
        if meaning:
            yield Tick(item.path, item.day, item.key, **meaning._asdict())
            continue
        is_touch = not item.is_absorbed and (item.tells or bool(made_for))
        if promise:
            made_for = promise.contacts[0]
        if is_touch or promise:
            original = Original(promise.path, promise.line) if promise else None
            tags = ("thanked",) if _is_thanks(item, uids) else ()
            yield Tick(item.path, item.day, item.key, is_touch, original, made_for=made_for, tags=tags)


def _is_thanks(item: TickedItem, uids: dict[str, str]) -> bool:
    """Whether the item was one of `thanks`: then the touch says that they are said."""
    return bool(item.contact) and item_key(item.day, "thanks", uids.get(item.contact) or item.contact) == item.key


def _promise(
    item: TickedItem, promises: Iterable[Promise], uids: dict[str, str], former: FormerNames
) -> Promise | None:
    """The open promise that the item is a copy of; made, perhaps, when its note had another name."""
    known = tuple(promises)
    found = next((one for one in known if promise_key(one, item.day, uids[one.contacts[0]]) == item.key), None)
    if found or not item.contact or item.is_absorbed:
        return found
    return next((one for one in known if item.key in _former_keys(one, item.day, former)), None)


def _former_keys(promise: Promise, day: date, former: FormerNames) -> set[str]:
    once = (promise._replace(path=path) for path in former.paths(promise.path))
    return {promise_key(one, day, who) for one in once for who in former.whos(promise.contacts[0])}


def _made_for(item: TickedItem, uids: dict[str, str], former: FormerNames) -> str:
    """Whom the item proposed to reach out to: the key tells, also when the link leads elsewhere by now, or when who is
    meant had another uid or name.
    """
    if item.contact and any(_proposes(item.key, item.day, who) for who in former.whos(item.contact)):
        return item.contact
    return next((path for path in uids if _proposes(item.key, item.day, uids[path] or path)), "")


def _proposes(key: str, day: date, who: str) -> bool:
    return any(item_key(day, section, who) == key for section in _ABOUT_PEOPLE)
