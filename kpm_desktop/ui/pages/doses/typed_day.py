"""A day as it is typed into a dose's field: digits fill day and month, dashes come by themselves, a year may follow."""

import re
from datetime import date

from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.ui.format.date_text import date_text, parse_date

_SEPARATORS = frozenset("-/. ")
_LENGTHS = (2, 2, 4)
_PARTS = re.compile("[0-9]+|[a-z]{3,}")
#: A year that is left out is found by the page, not here.
_ANY_DAY = date(2024, 1, 1)


def is_of_day(text: str) -> bool:
    """Whether a key types a part of a day."""
    return len(text) == 1 and (text in _SEPARATORS or (text.isascii() and text.isdigit()))


class TypedDay:
    """`text` is what was typed, with its dashes. other: what was pasted and is no day."""

    def __init__(self) -> None:
        self._parts = [""]
        self._other = ""

    @property
    def text(self) -> str:
        """What stands in the field, without a year that is only proposed."""
        return self._other or "-".join(self._parts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.text

    @property
    def lacks_year(self) -> tuple[int, int] | None:
        """Day and month, where both are typed and no year is."""
        if self._other or len(self._parts) < 3 or self._parts[2]:
            return None
        return int(self._parts[0]), int(self._parts[1])

    @property
    def is_whole(self) -> bool:
        """Whether nothing more has to be typed: the year is left out or has four digits."""
        return self.lacks_year is not None or len(self._parts[-1]) == _LENGTHS[2]

    def add(self, sign: str) -> None:
        """One more digit; a sign between them ends a part that has one digit."""
        self._other = ""
        at = len(self._parts) - 1
        if sign in _SEPARATORS:
            if self._parts[at] and at < 2:
                self._parts[at] = self._parts[at].zfill(2)
                self._parts.append("")
            return
        if len(self._parts[at]) < _LENGTHS[at]:
            self._parts[at] += sign
        if at < 2 and len(self._parts[at]) == 2:
            self._parts.append("")

    def remove(self) -> None:
        """Takes the last digit back."""
        if self._other:
            self._other = ""
            return
        if not self._parts[-1] and len(self._parts) > 1:
            self._parts.pop()
        self._parts[-1] = self._parts[-1][:-1]

    def paste(self, text: str) -> None:
        """Another text in the place of what was typed; what is no day stands there as it is."""
        whole = parse_pasted(text)
        self._parts, self._other = [""], "" if whole else tidy_line(text)[:20]
        for sign in whole:
            self.add(sign)


def parse_pasted(text: str) -> str:
    """A day in any spelling as digits and dashes, with its year where it has one; empty for what is none."""
    found = parse_date(tidy_line(text), _ANY_DAY)
    if found.value is None:
        return ""
    parts = _PARTS.findall(text.lower())
    has_year = len(parts) > 2 or len(parts[0]) > 4
    return date_text(found.value)[: None if has_year else 5]
