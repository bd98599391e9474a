"""A register in words, the same in windows, on paper, in Excel and on the command line: headings, and each cell."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.words import RecordWords, record_words
from kpm_desktop.domain.registers.register import STATE, SUBJECT, VILLAGE, Column, Register
from kpm_desktop.domain.wording import Wording


class RegisterWords:
    """The words of one register in a language."""

    def __init__(self, register: Register, language: str) -> None:
        self._register, self._language = register, language

    @property
    def title(self) -> str:
        """What a list of such records is called."""
        return self._words.many(self._register.kind)

    @property
    def one(self) -> str:
        """What one such record is called."""
        return self._words.kind(self._register.kind)

    def heading(self, column: Column) -> str:
        """What stands above a column, in few letters."""
        name = column.name
        if name in (SUBJECT, VILLAGE, STATE):
            return self._wording.phrase(f"register.{name.removeprefix('@')}")
        short = self._words.short(self._register.kind, name)
        return short[:1].upper() + short[1:]

    def field(self, name: str) -> str:
        """A field of the record as its form calls it."""
        words = self._words.field(self._register.kind, name)
        return words[:1].upper() + words[1:]

    def group(self, value: str | None) -> str:
        """What heads the rows of a choice."""
        if value is None:
            return self._wording.phrase("register.no_group")
        words = self._words.choice(self._register.kind, self._register.groups, value)
        return words[:1].upper() + words[1:]

    def value(self, name: str, values: Mapping[str, Any]) -> str:
        """A field of a record as it is read; nothing where it is empty."""
        value = values.get(name)
        declared = fields(self._register.kind).get(name)
        if value is None or declared is None:
            return "" if value is None else str(value)
        spec = declared.spec
        if spec.form in ("choice", "choices"):
            several = value if isinstance(value, list) else [value]
            words = ", ".join(self._words.choice(self._register.kind, name, str(one)) for one in several)
            return words[:1].upper() + words[1:]
        if spec.form == "references":
            return self._wording.phrase("register.count", count=len(value))
        if spec.form == "yes_no":
            return self._wording.phrase("register.yes" if value else "register.no")
        if spec.form == "date":
            return _day(str(value))
        if spec.form == "measure" and spec.unit == "Rp":
            return f"Rp {self.thousands(value)}"
        return str(value)

    def thousands(self, value: object) -> str:
        """An amount with its thousands set off; what is no number stays as it was written."""
        if not isinstance(value, int):
            return str(value)
        return f"{value:,}".replace(",", "." if self._language == "id" else ",")

    def joined(self, parts: Iterable[str]) -> str:
        """Several facts in one line."""
        return " · ".join(part for part in parts if part)

    @cached_property
    def _words(self) -> RecordWords:
        return record_words(self._language)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self._language)


def _day(value: str) -> str:
    """`2026-11-30` as `30-11-2026`; what was typed and is no date stays as it is."""
    year, _, rest = value.partition("-")
    return f"{rest[3:5]}-{rest[:2]}-{year}" if len(value) == 10 and len(year) == 4 else value
