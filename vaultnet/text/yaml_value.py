"""What a YAML value is once read, and how YAML 1.2 (core schema) types a plain scalar. Dates, `no`, `12:30` stay text.

type_plain("2020-08-21")  ->  "2020-08-21"
type_plain("012")         ->  12
"""

import math
from typing import TypeAlias

from vaultnet.text.lazy_pattern import lazy_pattern

# What YAML 1.2 core, read as Obsidian reads it, can yield. Dates stay text.
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((f"{sign}.{word}" for sign in ("", "+") for word in ("inf", "Inf", "INF")), math.inf),
    **dict.fromkeys((f"-.{word}" for word in ("inf", "Inf", "INF")), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_DECIMAL = lazy_pattern(r"[-+]?[0-9]+")
# The sign behind the prefix is py-yaml12's, not the standard's: what is read must not depend on who reads it.
_OCTAL = lazy_pattern(r"0o[-+]?[0-7]+")
_HEXADECIMAL = lazy_pattern(r"0x[-+]?[0-9a-fA-F]+")
_FLOAT = lazy_pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONGEST_EXACT = 19  # digits: below that every number fits into 64 bits, as in py-yaml12


def type_plain(text: str) -> bool | float | str | None:
    """The value of an unquoted scalar. Numbers beyond 64 bits become floats (as in py-yaml12), never an exception."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _FLOAT.fullmatch(text):
        return _number(text)
    if _OCTAL.fullmatch(text):
        return _narrow(text, 8)
    if _HEXADECIMAL.fullmatch(text):
        return _narrow(text, 16)
    return text


def parse_number(text: str) -> float | None:
    """The number that an unquoted scalar is, None for anything else; a truth value is none."""
    value = type_plain(text)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def looks_typed(text: str) -> bool:
    """True for text that would read as something else than text without quotes."""
    return text in _CONSTANTS or any(form.fullmatch(text) for form in (_FLOAT, _OCTAL, _HEXADECIMAL))


def _number(text: str) -> float:
    if _DECIMAL.fullmatch(text) and len(text) < _LONGEST_EXACT:
        return int(text)
    number = float(text)
    if _DECIMAL.fullmatch(text) and abs(number) < 2**64:
        exact = int(text)
        return exact if -(2**63) <= exact < 2**63 else number
    return number


def _narrow(text: str, base: int) -> int | str:
    """Octal and hexadecimal beyond 64 bits stay text: there is no float that means them."""
    number = int(text[2:], base)  # a power of two as base has no limit of digits
    return number if -(2**63) <= number < 2**63 else text


def key_text(key: Value) -> str:
    """A key as Obsidian names it: `null:` is "", `true:` is "true", `1.50:` is "1.5"."""
    if isinstance(key, str):
        return key
    if key is None:
        return ""
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, list):
        return f"[ {', '.join(map(key_text, key))} ]"
    if isinstance(key, dict):
        return f"{{ {', '.join(f'{name}: {key_text(value)}' for name, value in key.items())} }}"
    return number_text(key)


def number_text(number: float) -> str:
    """A number as JavaScript, and so Obsidian, writes it: 1.0 is 1, 1e-07 is 1e-7."""
    if isinstance(number, int):
        return str(number)
    if not math.isfinite(number):
        return ".nan" if math.isnan(number) else (".inf" if number > 0 else "-.inf")
    if number.is_integer() and abs(number) < 1e21:  # noqa: PLR2004  (where JavaScript goes over to exponents)
        return "-0" if str(number) == "-0.0" else str(int(number))
    return _javascript_digits(repr(number))


def _javascript_digits(text: str) -> str:
    """Python goes over to exponents below 1e-4, JavaScript below 1e-6."""
    digits, _, exponent = text.partition("e")
    if not exponent:
        return text
    power = int(exponent)
    if -7 < power < 0:  # noqa: PLR2004
        sign = "-" if digits.startswith("-") else ""
        return f"{sign}0.{'0' * (-power - 1)}{digits.lstrip('-').replace('.', '')}"
    return f"{digits}e{power:+d}"


def is_same(one: Value, other: Value) -> bool:
    """Equal as YAML means it: `true` is not 1, 1 is 1.0, .nan is .nan, the order of keys does not count."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    return one == other or (one != one and other != other)  # noqa: PLR0124  (only .nan differs from itself)
