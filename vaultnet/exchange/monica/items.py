"""What Monica keeps of a contact besides the fields: calls, activities, gifts, notes, tasks, addresses, each in its
place of a draft.

{"type": "call", "values": [{"properties": {"called_at": "2024-02-09T...", "content": "The flat", ...}}]}
->  told.touches == [TouchDraft(date(2024, 2, 9), "call", "to", "The flat")]
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from vaultnet.dataclass import dataclass, field
from vaultnet.exchange.address import address_of
from vaultnet.exchange.draft import TaskDraft, TouchDraft
from vaultnet.exchange.monica.export import (
    Json,
    MonicaExport,
    day_of,
    lines_of,
    lists_of,
    properties,
    text_of,
    texts_of,
)
from vaultnet.exchange.monica.words import MonicaWords, words_in
from vaultnet.exchange.source import ImportContext

_TOGETHER = "meeting"  # what an activity is where its words name nothing else


@dataclass(slots=True)
class MonicaTold:
    """What the lists of one contact come to; `left_out` counts, by type, what has no place in a note."""

    email: list[str] = field(default_factory=list)
    phone: list[str] = field(default_factory=list)
    website: list[str] = field(default_factory=list)
    linkedin: str = ""
    address: list[str] = field(default_factory=list)
    location: str = ""
    country: str = ""
    notes: list[str] = field(default_factory=list)
    life_events: list[tuple[date, str]] = field(default_factory=list)
    touches: list[TouchDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ItemReader:
    """`people` are, by activity, the names of those who took part."""

    export: MonicaExport
    people: dict[str, list[str]]
    context: ImportContext

    @property
    def words(self) -> MonicaWords:
        return words_in(self.context.language)

    def read(self, contact: Json, name: str) -> MonicaTold:
        told = MonicaTold()
        readers: dict[str, Callable[[Json, MonicaTold], None]] = {
            "contact_field": self._field, "address": self._address, "call": self._call, "note": self._note,
            "conversation": self._conversation, "gift": self._gift, "task": self._task, "debt": self._debt,
            "reminder": self._reminder, "life_event": self._life_event, "pet": self._pet,
        }  # fmt: skip
        for kind, values in lists_of(contact).items():
            if kind == "activity":
                self._activities(values, name, told)
                continue
            for value in values:
                if kind in readers and isinstance(value, dict):
                    readers[kind](properties(value), told)
                elif not isinstance(value, str) or kind not in self.export.by_type:  # else it is counted there
                    told.left_out[kind] += 1
        return told

    def _field(self, said: Json, told: MonicaTold) -> None:
        text, kind = text_of(said, "data"), self.export.known.get(str(said.get("type")), {})
        name, protocol = self.export.word(said.get("type")), text_of(kind, "protocol")
        if text_of(kind, "type") == "email" or protocol == "mailto:":
            told.email.append(text)
        elif text_of(kind, "type") == "phone" or protocol == "tel:":
            told.phone.append(text)
        elif "linkedin" in f"{name} {text_of(kind, 'fontawesome_icon')} {text}".lower() and not told.linkedin:
            told.linkedin = text
        elif text.startswith(("http://", "https://", "www.")):
            told.website.append(text)
        elif protocol.startswith("http"):
            told.website.append(f"{protocol}{text}")
        elif text:
            told.notes.append(f"{name or 'Contact'}: {text}")

    def _address(self, said: Json, told: MonicaTold) -> None:
        city, country = text_of(said, "city"), text_of(said, "country")
        parts = {"postal": text_of(said, "postal_code"), "city": city, "region": text_of(said, "province")}
        whole = address_of(text_of(said, "street"), **parts, country=country)
        if whole:
            told.address.append(whole)
        told.location, told.country = told.location or city, told.country or country

    def _call(self, said: Json, told: MonicaTold) -> None:
        words = " ".join(filter(None, (lines_of(said, "content"), _in_brackets(texts_of(said, "emotions")))))
        direction = "from" if said.get("contact_called") is True else "to"
        self._touch(day_of(said, "called_at"), "call", direction, words, told)

    def _activities(self, values: Iterable[Any], name: str, told: MonicaTold) -> None:
        """Each once; the contact names only the uuid of an activity, which the account holds."""
        uuids = (str(value.get("uuid") if isinstance(value, dict) else value) for value in values)
        for uuid in dict.fromkeys(uuids):
            self._activity(uuid, name, told)

    def _activity(self, uuid: str, name: str, told: MonicaTold) -> None:
        said = self.export.known.get(uuid)
        if said is None:
            told.left_out["activity without an entry"] += 1
            return
        summary, description = text_of(said, "summary"), lines_of(said, "description")
        kind = self.context.kind_in(self.export.word(said.get("type"))) or self.context.kind_in(summary) or _TOGETHER
        others = dict.fromkeys(other for other in self.people.get(uuid, ()) if other != name)
        words = ": ".join(filter(None, (summary, description))) or self.export.word(said.get("type"))
        with_whom = self.words.with_others.format(", ".join(others)) if others else ""
        self._touch(day_of(said, "happened_at"), kind, "", " ".join(filter(None, (words, with_whom))), told)

    def _conversation(self, said: Json, told: MonicaTold) -> None:
        messages = said.get("messages")
        rows = [properties(one) for one in (messages if isinstance(messages, list) else ()) if isinstance(one, dict)]
        mine = [row.get("written_by_me") is True for row in rows]
        words = (self.words.mine if is_mine else self.words.theirs for is_mine in mine)
        lines = [word.format(lines_of(row, "content")) for word, row in zip(words, rows, strict=True)]
        first = "to" if mine and mine[0] else "from"
        self._touch(day_of(said, "happened_at"), "message", first if rows else "", " / ".join(lines), told)

    def _gift(self, said: Json, told: MonicaTold) -> None:
        status, day = text_of(said, "status"), day_of(said, "date")
        parts = (text_of(said, "name"), lines_of(said, "comment"), text_of(said, "url"), text_of(said, "amount"))
        words = ", ".join(filter(None, parts))
        if day and day <= self.context.today and status in {"offered", "received"}:
            self._touch(day, "gift", "to" if status == "offered" else "from", words, told)
        else:
            told.notes.append(_filled(self.words.gift, status, words))

    def _note(self, said: Json, told: MonicaTold) -> None:
        if body := lines_of(said, "body"):
            told.notes.append(body)

    def _task(self, said: Json, told: MonicaTold) -> None:
        words = ": ".join(filter(None, (text_of(said, "title"), lines_of(said, "description"))))
        if said.get("completed") is True:
            done = day_of(said, "completed_at")
            told.notes.append(_filled(self.words.done, done.isoformat() if done else "", words))
        elif words:
            told.tasks.append(TaskDraft(" ".join(words.split())))

    def _debt(self, said: Json, told: MonicaTold) -> None:
        sum_ = " ".join(filter(None, (text_of(said, "amount"), text_of(said, "currency"))))
        words = ": ".join(filter(None, (sum_, lines_of(said, "reason")))) or self.words.debt
        is_mine = said.get("in_debt") is True
        if text_of(said, "status") == "complete":
            told.notes.append((self.words.settled_mine if is_mine else self.words.settled_theirs).format(words))
        else:
            said_so = (self.words.give_back if is_mine else self.words.gets_back).format(words)
            told.tasks.append(TaskDraft(said_so, is_waiting=not is_mine))

    def _reminder(self, said: Json, told: MonicaTold) -> None:
        words = ": ".join(filter(None, (text_of(said, "title"), lines_of(said, "description"))))
        day, frequency = day_of(said, "initial_date"), text_of(said, "frequency_type")
        if said.get("delible") is False:
            told.left_out["reminder that Monica made of a date"] += 1
        elif frequency == "one_time" and day and day >= self.context.today:
            told.tasks.append(TaskDraft(" ".join(words.split()), day))
        else:
            count = text_of(said, "frequency_number")
            often = "" if frequency == "one_time" else self.words.every.format(count, frequency)
            since = self.words.since.format(day.isoformat()) if day else ""
            told.notes.append(_filled(self.words.reminder, " ".join(filter(None, (often, since))), words))

    def _life_event(self, said: Json, told: MonicaTold) -> None:
        words = (text_of(said, "name") or self.export.word(said.get("type")), lines_of(said, "note"),
                 text_of(said, "specific_information"))  # fmt: skip
        text, day = ": ".join(filter(None, words)), day_of(said, "happened_at")
        if day and text:
            told.life_events.append((day, text))
        elif text:
            told.notes.append(self.words.life_event.format(text))

    def _pet(self, said: Json, told: MonicaTold) -> None:
        name, kind = text_of(said, "name"), text_of(said, "category")
        told.notes.append(self.words.pet.format(f"{name} ({kind})" if name and kind else name or kind))

    def _touch(self, day: date | None, kind: str, direction: str, text: str, told: MonicaTold) -> None:
        if day:
            told.touches.append(TouchDraft(day, kind, direction, " ".join(text.split())))
        elif text:
            told.notes.append(f"{kind.capitalize()}: {text}")


def _filled(words: str, first: str, second: str) -> str:
    """`Gift {}: {}` with both; `Gift: {}` where there is nothing for the first hole."""
    return words.format(first, second) if first else words.replace(" {}", "", 1).format(second)


def _in_brackets(words: Iterable[str]) -> str:
    said = ", ".join(words)
    return f"({said})" if said else ""
