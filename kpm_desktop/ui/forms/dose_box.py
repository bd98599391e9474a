"""What is entered of one dose, without any window: its day, its source, and how it differs from what is recorded."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.immunization.dose_entries import DoseEntry
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.doses import dose_name

#: What a day is said to come from unless somebody says otherwise: the page is typed from the book.
BOOK, RECALLED = "kia_book", "recall"
Key = tuple[str, int]


class DoseBox:
    """`changed` is what differs from what is recorded, and so what a draft keeps. is_given: whether the dose counts as
    given, with a day or without. typed: what was typed and cannot be taken; the value before it stands meanwhile."""

    def __init__(self, entry: DoseEntry, person: UUID) -> None:
        self.entry, self._person = entry, person
        self.is_given, self.day, self.source = self._recorded()
        self.typed = ""
        self.confirmed: dict[str, str] = {}
        if entry.draft is not None and not entry.is_disputed:
            self._take_draft(entry.draft.answers)
            self.typed = entry.draft.typed.get("given_date", "")
            self.confirmed = dict(entry.draft.confirmed)

    @property
    def key(self) -> Key:
        """Vaccine and number."""
        return self.entry.vaccine, self.entry.dose

    @property
    def name(self) -> str:
        """As the KIA book prints it."""
        return dose_name(*self.key)

    @property
    def is_recorded(self) -> bool:
        """Whether a saved record says that it was given."""
        return self.entry.held is not None

    @property
    def is_as_recorded(self) -> bool:
        """Whether day and source are those that are saved."""
        return (self.is_given, self.day, self.source) == self._recorded()

    @property
    def changed(self) -> dict[str, Any]:
        """Plain values by field."""
        entry = self.entry
        if entry.is_disputed:
            return {}
        if entry.held is None:
            key = {"person_id": str(self._person), "vaccine": entry.vaccine, "dose": entry.dose}
            if self.is_given:
                return {**key, "given_date": self._plain_day(), "source": self.source}
            return key if self.typed else {}
        if not self.is_given:
            return {"status": IN_ERROR}
        found = {"given_date": self._plain_day()} if self.day != entry.held.given_date else {}
        return found | ({"source": self.source} if self.source != entry.held.source else {})

    @property
    def has_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return bool(self.changed or self.typed or self.confirmed)

    def set_day(self, day: date) -> None:
        """It was given on a day; that another day was right says nothing of this one."""
        if day != self.day:
            self.confirmed.clear()
        self.typed = ""
        if not self.is_given:
            self.source = BOOK
        self.is_given, self.day = True, day

    def set_undated(self) -> None:
        """It was given, and nobody knows when."""
        self.typed = ""
        self.confirmed.clear()
        if not self.is_given:
            self.source = BOOK
        self.is_given, self.day = True, None

    def empty(self) -> None:
        """It was not given: of a saved dose, that it was entered in error."""
        self.typed = ""
        self.confirmed.clear()
        self.is_given, self.day, self.source = False, None, None

    def go_back(self) -> None:
        """What is recorded stands again."""
        self.typed = ""
        self.confirmed.clear()
        self.is_given, self.day, self.source = self._recorded()

    def refuse(self, text: str) -> None:
        """Something was typed that cannot be taken."""
        self.typed = text

    def turn_source(self) -> None:
        """From the book to what the mother recalls, and back."""
        self.source = RECALLED if self.source == BOOK else BOOK

    def believes(self, rule: str) -> bool:
        """Whether somebody confirmed it against a rule: now, or when the day that is recorded was entered."""
        return rule in self.confirmed or (rule in self.entry.confirmed and self.is_as_recorded)

    def record(self) -> Immunization | None:
        """The dose as it stands now; None while it is not given."""
        if not self.is_given:
            return None
        vaccine, dose = self.key
        return Immunization(
            id=self.entry.record,
            person_id=self._person,
            vaccine=vaccine,
            dose=dose,
            given_date=self.day,
            source=self.source,
        )

    def _recorded(self) -> tuple[bool, date | None, str | None]:
        held = self.entry.held
        return (True, held.given_date, held.source) if held is not None else (False, None, None)

    def _take_draft(self, answers: Mapping[str, Any]) -> None:
        if answers.get("status") == IN_ERROR:
            self.is_given, self.day, self.source = False, None, None
            return
        if "given_date" in answers:
            day = answers["given_date"]
            self.is_given, self.day = True, date.fromisoformat(day) if day else None
        self.source = answers.get("source", self.source)

    def _plain_day(self) -> str | None:
        return self.day.isoformat() if self.day is not None else None
