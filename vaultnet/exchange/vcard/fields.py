"""The lines of a card that have a field of ours, each with the function that reads it.

TEL;VALUE=uri:tel:+31-20-1234567;ext=5                ->  phone "+31-20-1234567 ext. 5"
X-SOCIALPROFILE;TYPE=linkedin;X-USER=ada:x-apple:ada  ->  linkedin "https://www.linkedin.com/in/ada"
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Addie;1  ->  aliases "Addie"

What cannot be read as what it should be is kept as its line.
"""

from collections.abc import Callable

from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.exchange.content_line import INERT_URL, ContentLine, escape, split_value
from vaultnet.exchange.identity import email_key
from vaultnet.exchange.vcard.address import OWN_TEXT, known_parts, read_address
from vaultnet.exchange.vcard.day import read_day
from vaultnet.exchange.vcard.label import OWN_GROUP, bare_label
from vaultnet.exchange.vcard.own import read_own
from vaultnet.exchange.vcard.reading import CardReading
from vaultnet.exchange.vcard.relation import android_kind, related_kind, relation_kind

_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_SYSTEM_LABELS = frozenset({"mycontacts", "my contacts", "othercontacts", "other contacts", "starred", "all contacts"})
_NO_PHONES = frozenset({"fax", "pager", "modem", "bbs", "textphone"})
_ANDROID = "vnd.android.cursor.item/"
_DAYS = {"anniversary": "anniversary", "wedding": "wedding", "nameday": "nameday", "name day": "nameday"}
_RELATIONS = {  # lines of their own that some programs have for a relation
    "X-SPOUSE": "spouse", "X-EVOLUTION-SPOUSE": "spouse", "X-MS-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MANAGER": "reports-to", "X-EVOLUTION-MANAGER": "reports-to", "X-MS-MANAGER": "reports-to",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "reports-to", "X-ASSISTANT": "assistant", "X-EVOLUTION-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant", "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
}  # fmt: skip
_NAME_PARTS = 5
_LONGEST_UID = 200

Read = Callable[[CardReading, ContentLine], None]


def _read_full(reading: CardReading, line: ContentLine) -> None:
    """Version 4.0 may have a name in several languages: the first is the name, the others are more names."""
    name = clean(line.text)
    if reading.said.setdefault("fn", name) != name:
        reading.add("aliases", name)


def _read_name(reading: CardReading, line: ContentLine) -> None:
    parts = tuple(clean(part) for part in split_value(line.value, ";")[:_NAME_PARTS])
    if any(parts):
        reading.said.setdefault("n", ((*parts, *[""] * (_NAME_PARTS - len(parts))), line))


def _read_company(reading: CardReading, line: ContentLine) -> None:
    units = [clean(unit) for unit in split_value(line.value, ";")]
    reading.add("company", units[0])
    if any(units[1:]) or not units[0]:
        reading.keep(line)


def _read_phone(reading: CardReading, line: ContentLine) -> None:
    number, _, params = line.text.strip().removeprefix("tel:").partition(";")
    extension = dict(part.partition("=")[::2] for part in params.split(";")).get("ext", "")
    if line.types & _NO_PHONES and not line.types & {"voice", "cell"}:
        reading.keep(line)
        return
    phone = clean(f"{number} ext. {extension}" if extension else f"{number};{params}" if params else number)
    reading.add("phone", phone)
    reading.tell(line, phone)


def _read_email(reading: CardReading, line: ContentLine) -> None:
    text = clean(line.text.strip().removeprefix("mailto:"))
    address = text if email_key(text) == text.lower() else email_key(text)
    if not address:
        reading.keep(line)
        return
    reading.add("email", address)
    reading.tell(line, address)


def _read_website(reading: CardReading, line: ContentLine) -> None:
    url = clean(line.text)
    if _is_linkedin(url):
        reading.set("linkedin", url, line)
        return
    reading.add("website", url)
    reading.tell(line, url)


def _is_linkedin(url: str) -> bool:
    return "linkedin.com/in/" in url.lower() or "linkedin.com/pub/" in url.lower()


def _read_profile(reading: CardReading, line: ContentLine) -> None:
    """LinkedIn, under the names that Apple, Google and RFC 9554 have for it."""
    services = {line.first("SERVICE-TYPE").lower(), line.first("X-SERVICE-TYPE").lower(), *line.types}
    url = clean(line.text)
    if _is_linkedin(url):
        reading.set("linkedin", url, line)
    elif "linkedin" in services:
        slug = clean(line.first("X-USER")) or url.rpartition(":")[2].strip("/").rpartition("/")[2]
        reading.set("linkedin", f"https://www.linkedin.com/in/{slug}", line)
    else:
        reading.keep(line)


def _read_birthday(reading: CardReading, line: ContentLine) -> None:
    _set_day(reading, "birthday", line)


def _set_day(reading: CardReading, word: str, line: ContentLine) -> None:
    day = read_day(line)
    if day is None:
        reading.keep(line)
    elif word == "birthday":
        reading.set(word, day, line)
    else:
        reading.days.setdefault(word, day)


def _read_anniversary(reading: CardReading, line: ContentLine) -> None:
    _set_day(reading, "anniversary", line)


def _read_labelled_day(reading: CardReading, line: ContentLine) -> None:
    label = bare_label(reading.labels.get(line.group, ""))
    if label == "birthday" or label in _DAYS or (label and line.group.startswith(OWN_GROUP)):
        _set_day(reading, _DAYS.get(label, label), line)
    else:
        reading.keep(line)


def _read_address_line(reading: CardReading, line: ContentLine) -> None:
    parts = known_parts(split_value(line.value, ";"))
    if any(parts):
        told, own = read_address(parts), clean(line.first(OWN_TEXT))
        reading.addresses.append((told._replace(text=own or told.text), line))


def _read_categories(reading: CardReading, line: ContentLine) -> None:
    labels = (clean(label).removeprefix("* ") for label in split_value(line.value, ","))
    reading.add("tags", *(label for label in labels if label.lower() not in _SYSTEM_LABELS))


def _read_relation(reading: CardReading, line: ContentLine) -> None:
    """A relation that is a link to another card is turned into a name before (`book.py`)."""
    if line.first("VALUE").lower() == "uri" or line.value.lower().startswith("urn:") or "://" in line.value:
        reading.keep(line)
    else:
        _relate(reading, related_kind(line), clean(line.text))


def _read_apple_relation(reading: CardReading, line: ContentLine) -> None:
    _relate(reading, relation_kind(reading.labels.get(line.group, "")), clean(line.text))


def _relate(reading: CardReading, kind: str, name: str) -> None:
    if kind in {"introduced-by", "referred by"}:
        reading.add("introduced_by", name)
    elif name:
        reading.add("knows", (kind, name))


def _related(kind: str) -> Read:
    def read(reading: CardReading, line: ContentLine) -> None:
        _relate(reading, kind, clean(line.text))

    return read


def _read_android(reading: CardReading, line: ContentLine) -> None:
    """`vnd.android.cursor.item/relation;Ben Byron;14;;;`: kind of row, value, its type."""
    what, value, code = (*split_value(line.value, ";"), "", "")[:3]
    row = what.removeprefix(_ANDROID)
    if row == "nickname":
        reading.add("aliases", clean(value))
    elif row == "relation" and android_kind(code):
        _relate(reading, android_kind(code), clean(value))
    elif row == "contact_event" and code in {"1", "3"}:
        _set_day(reading, "anniversary" if code == "1" else "birthday", line._replace(value=escape(value)))
    else:
        reading.keep(line)


def _read_picture(reading: CardReading, line: ContentLine) -> None:
    if line.value.lower().startswith(("http:", "https:")):
        reading.keep(line)
    else:
        reading.pictures += 1


def read_other(reading: CardReading, line: ContentLine) -> None:
    if line.name.startswith("X-VAULTNET-") and read_own(reading, line):
        return
    reading.keep(line)


def _texts(field: str) -> Read:
    def read(reading: CardReading, line: ContentLine) -> None:
        reading.add(field, *(clean(text) for text in split_value(line.value, ",")))

    return read


def _text(field: str) -> Read:
    def read(reading: CardReading, line: ContentLine) -> None:
        reading.set(field, clean(line.text), line)

    return read


def _item(field: str) -> Read:
    def read(reading: CardReading, line: ContentLine) -> None:
        reading.add(field, clean(line.text))

    return read


def _read_role(reading: CardReading, line: ContentLine) -> None:
    """What they do; who has a title too keeps this as a line."""
    if reading.has_title:
        reading.keep(line)
    else:
        reading.set("role", clean(line.text), line)


def _read_uid(reading: CardReading, line: ContentLine) -> None:
    uid = clean(line.text).removeprefix("urn:uuid:")
    if len(uid) <= _LONGEST_UID:
        reading.said.setdefault("uid", uid)


def _read_kind(reading: CardReading, line: ContentLine) -> None:
    reading.said["kind"] = line.value.strip().lower().replace("company", "org")


def _read_note(reading: CardReading, line: ContentLine) -> None:
    reading.notes.append(clean_lines(line.text))


READERS: dict[str, Read] = {
    "FN": _read_full, "N": _read_name, "NICKNAME": _texts("aliases"), "UID": _read_uid, "KIND": _read_kind,
    "X-ADDRESSBOOKSERVER-KIND": _read_kind, "X-ABSHOWAS": _read_kind, "ORG": _read_company, "TITLE": _text("role"),
    "TEL": _read_phone, "EMAIL": _read_email, "URL": _read_website, INERT_URL: _read_website, "ADR": _read_address_line,
    "SOCIALPROFILE": _read_profile, "X-SOCIALPROFILE": _read_profile, "IMPP": _read_profile, "BDAY": _read_birthday,
    "ANNIVERSARY": _read_anniversary, "X-ANNIVERSARY": _read_anniversary, "X-EVOLUTION-ANNIVERSARY": _read_anniversary,
    "X-KADDRESSBOOK-X-ANNIVERSARY": _read_anniversary, "X-MS-ANNIVERSARY": _read_anniversary,
    "X-ABDATE": _read_labelled_day, "CATEGORIES": _read_categories, "NOTE": _read_note, "RELATED": _read_relation,
    "X-ABRELATEDNAMES": _read_apple_relation, "X-ANDROID-CUSTOM": _read_android, "INTEREST": _item("interests"),
    "EXPERTISE": _item("skills"),
    **{name: _related(kind) for name, kind in _RELATIONS.items()}, "ROLE": _read_role,
    **dict.fromkeys(_PICTURES, _read_picture),
}  # fmt: skip
