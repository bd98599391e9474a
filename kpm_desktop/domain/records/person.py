"""A mother, a child, another member (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, finding, not_before, warning
from kpm_desktop.domain.records.nik import read_nik
from kpm_desktop.domain.records.vocabulary import (
    choice,
    count,
    digits,
    grams,
    millimetres,
    past_day,
    reference,
    text,
    yes_no,
)

#: What people write between the parts of a KIA number, or leave out.
_BETWEEN_PARTS = str.maketrans("", "", " -./")


class Person(Record, frozen=True, kw_only=True):
    """A mother, a child, or another member of a household."""

    KIND: ClassVar[str] = "person"
    HANGS_ON: ClassVar[str] = "household_id"

    household_id: Annotated[UUID, reference("household")]
    full_name: Annotated[str, text(120)]
    sex: Annotated[str, choice("female", "male")]
    birth_date: Annotated[date, past_day()]
    birth_date_is_estimated: Annotated[bool, yes_no()] | None = None
    nik: Annotated[str, digits(16, 17)] | None = None
    nik_kind: Annotated[str, choice("permanent", "temporary", "none")] | None = None
    kia_number: Annotated[str, text(100)] | None = None
    mother_id: Annotated[UUID, reference("person")] | None = None
    guardian_name: Annotated[str, text(120)] | None = None
    phone: Annotated[str, text(40)] | None = None
    birth_weight_g: Annotated[int, grams(300, 7000)] | None = None
    birth_length_mm: Annotated[int, millimetres(250, 650)] | None = None
    gestation_at_birth_weeks: Annotated[int, count(20, 44)] | None = None
    birth_order: Annotated[int, count(1, 20)] | None = None
    moved_from_id: Annotated[UUID, reference("person", foreign=True)] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "moved_out", "died")] = "active"
    status_date: Annotated[date, past_day()] | None = None

    def check(self) -> Iterator[Finding]:
        """A NIK of the length its kind asks for; what the number itself tells."""
        yield from not_before("status_date", self.status_date, self.named("birth_date"), self.birth_date)
        yield from self._check_nik()

    def _check_nik(self) -> Iterator[Finding]:
        if self.nik is None:
            return
        wanted = 17 if self.nik_kind == "temporary" else 16
        if len(self.nik) != wanted:
            yield finding("nik", "rules.nik_length", limit=wanted, count=len(self.nik))
        elif self.nik_kind == "none":
            yield finding("nik_kind", "rules.nik_but_none", value=self.named("nik_kind", "none"))
        elif wanted == 16:
            yield from self._doubt_nik(self.nik)

    def _doubt_nik(self, number: str) -> Iterator[Finding]:
        """Mis-issued NIK exist: whatever the number contradicts is only a warning (docs/records.md, person)."""
        says = read_nik(number)
        if says is None:
            yield warning("nik", "rules.nik_unlikely")
            return
        born = (self.birth_date.day, self.birth_date.month, self.birth_date.year % 100)
        if says.is_woman != (self.sex == "female") or (says.day, says.month, says.year) != born:
            yield warning("nik", "rules.nik_mismatch")


def book_number(written: str | None) -> str:
    """The number of a KIA book as it is compared: in capitals, without what may stand between its parts."""
    return (written or "").upper().translate(_BETWEEN_PARTS)


def book_spellings(written: str) -> list[str]:
    """How the same number may be written in other records: with one sign between all parts, or none."""
    between = ("", *map(chr, _BETWEEN_PARTS))
    parts = "".join(" " if sign in between else sign for sign in written).split()
    found = [written, *(sign.join(parts) for sign in between)]
    return list(dict.fromkeys(spelled for each in found for spelled in (each, each.upper(), each.lower())))
