"""The values made by the thousand when a vault is read, made fast.

A NamedTuple's own constructor takes its arguments apart by name and costs twice as much as the tuple it makes:

    make_value(Tag, ("person", 0, 7))  ==  Tag("person", 0, 7)          # all fields, in order, unchecked
"""

from typing import Final

make_value: Final = tuple.__new__
