"""A child's doses as they are entered, without any window: how each stands, what is to be looked at, what it means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kpm_desktop.commands.immunization.dose_sheet import DoseSheet
from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.dose_plan import PlannedDose, dose_plan
from kpm_desktop.domain.schedules.doses import dose_findings, dose_rule, is_of_next
from kpm_desktop.domain.schedules.next_doses import NextDose, next_doses
from kpm_desktop.domain.scorecard.dose_cell import dose_cell
from kpm_desktop.domain.scorecard.result import Cell
from kpm_desktop.ui.format.date_text import TypedDate, parse_date
from kpm_desktop.ui.forms.dose_box import DoseBox, Key
from kpm_desktop.ui.pages.doses.typed_day import TypedDay

#: The order of the vaccines within an age, as the KIA book prints them.
IN_BOOK = ("HB0", "BCG", "DPT_HB_HIB", "OPV", "PCV", "MR", "IPV", "RV", "JE")
_LATE = ("due", "catch_up", "waiting")


@dataclass(frozen=True, slots=True)
class Age:
    """The doses asked for at an age in months, from a day on; `month` is None of those the schedule does not have."""

    month: int | None
    asked: date | None
    boxes: tuple[DoseBox, ...]


class DoseBook:
    """What follows from the entries is reckoned anew after `forget`."""

    def __init__(self, sheet: DoseSheet, today: date) -> None:
        self.sheet, self.today = sheet, today
        self.born = sheet.person.birth_date
        boxes = [DoseBox(entry, sheet.person.id) for entry in sheet.entries]
        by_key = {box.key: box for box in boxes}
        planned = self._planned(box.record() for box in boxes)
        self.ages = tuple(self._ages(by_key, planned))
        self.boxes = {box.key: box for age in self.ages for box in age.boxes}

    def forget(self) -> None:
        """Something was entered."""
        for name in ("plan", "doubts", "cell", "next"):
            self.__dict__.pop(name, None)

    @property
    def doses(self) -> list[Immunization]:
        """Those that are given, as entered."""
        return [record for box in self.boxes.values() if (record := box.record()) is not None]

    @cached_property
    def plan(self) -> Mapping[Key, PlannedDose]:
        """How each dose of the schedule stands today."""
        return self._planned(self.doses)

    @cached_property
    def doubts(self) -> Mapping[Key, Reason]:
        """What is to be looked at again, the first of each dose, without what was confirmed."""
        doses = self.doses
        found: dict[Key, Reason] = {}
        for dose in doses:
            box = self.boxes[dose.vaccine, dose.dose]
            for one in dose_findings(dose, doses, self.born):
                if not is_of_next(one) and not box.believes(short_rule(one.why.code)):
                    found.setdefault(box.key, one.why)
        return {box.key: found[box.key] for box in self.boxes.values() if box.key in found}

    @cached_property
    def next(self) -> list[NextDose]:
        """What can be given, today or later."""
        return next_doses(self.plan.values(), self.today)

    @cached_property
    def cell(self) -> Cell | None:
        """What the quarter's scorecard would say; None where it does not count the child."""
        believed = {
            (box.entry.record, rule)
            for box in self.boxes.values()
            for rule in (*box.entry.confirmed, *box.confirmed)
            if box.believes(rule)
        }
        return dose_cell(self.sheet.person, self.sheet.visits, self.doses, self.today, believed)

    @property
    def counted(self) -> tuple[int, int]:
        """How many doses of the schedule are given, and how many there are."""
        return sum(one.standing == "given" for one in self.plan.values()), len(self.plan)

    @property
    def late(self) -> int:
        """How many the schedule has asked for that are not given and still can be."""
        return sum(one.standing in _LATE and one.asked <= self.today for one in self.plan.values())

    @property
    def is_past_time(self) -> bool:
        """Whether one of those is not on time any more."""
        return any(one.standing == "catch_up" for one in self.plan.values())

    @property
    def has_unsaved(self) -> bool:
        """Whether anything is entered that is not saved."""
        return any(box.has_draft for box in self.boxes.values())

    def can_still(self, names: Iterable[str]) -> bool:
        """Whether each of these can be given before the quarter ends."""
        last = Quarter.of(month_of(self.today)).last
        reached = {one.planned.name for one in self.next if one.earliest <= last}
        return set(names) <= reached

    def is_waited_for(self, box: DoseBox, day: date | None = None) -> bool:
        """Whether Enter and S come by: nothing stands there, and something may be entered. One that is given no longer
        is waited for while the days that are copied (`day`: the last one) lie before that, or nothing is entered yet.
        """
        planned = self.plan.get(box.key)
        if box.is_given or box.typed or box.entry.is_disputed or planned is None or planned.standing == "later":
            return False
        if planned.standing != "no_longer":
            return True
        return day <= planned.until if day is not None else not self._is_begun

    @property
    def _is_begun(self) -> bool:
        return any(box.is_given for box in self.boxes.values())

    def first(self) -> DoseBox:
        """Where one begins: at the first dose that can be given, in a book of which nothing is entered at its top."""
        boxes = list(self.boxes.values())
        waited = [box for box in boxes if self.is_waited_for(box)]
        can_be = [box for box in waited if self._is_begun and self.plan[box.key].is_open]
        return next(iter((*can_be, *waited, *boxes)))

    # what is typed

    def read(self, box: DoseBox, typed: TypedDay) -> TypedDate:
        """The day that was meant, or why there is none; a year that was left out is the one that fits the dose."""
        without_year = typed.lacks_year
        if without_year is not None:
            return self._completed(box, *without_year)
        return self.read_text(typed.text)

    def read_text(self, text: str) -> TypedDate:
        """Likewise of a whole text."""
        return parse_date(text.strip("-"), self.today, self.born, self.today)

    def _completed(self, box: DoseBox, day: int, month: int) -> TypedDate:
        days = [made for year in range(self.born.year, self.today.year + 1) if (made := _made(year, month, day))]
        possible = [one for one in days if self.born <= one <= self.today]
        if not possible:
            return parse_date(f"{day}-{month}", self.today, self.born, self.today)
        planned = self.plan.get(box.key)
        start = planned.since if planned is not None else self.today
        end = max(start, planned.on_time_until) if planned is not None else self.today
        return TypedDate(
            min(possible, key=lambda one: (max((start - one).days, (one - end).days, 0), -one.toordinal()))
        )

    # how it is arranged

    def _planned(self, records: Iterable[Immunization | None]) -> dict[Key, PlannedDose]:
        held = [one for one in records if one is not None]
        found = dose_plan(self.born, held, self.today, self.sheet.region)
        return {(one.vaccine, one.dose): one for one in found}

    def _ages(self, boxes: Mapping[Key, DoseBox], planned: Mapping[Key, PlannedDose]) -> Iterable[Age]:
        by_month: dict[int, list[DoseBox]] = {}
        for key in sorted(planned, key=lambda each: IN_BOOK.index(each[0])):
            rule = dose_rule(*key)
            if rule is not None and key in boxes:
                by_month.setdefault(rule.due_month, []).append(boxes[key])
        for month in sorted(by_month):
            found = by_month[month]
            yield Age(month, planned[found[0].key].asked, tuple(found))
        further = [box for key, box in boxes.items() if key not in planned and (box.has_draft or _is_further(box))]
        if further:
            yield Age(None, None, tuple(further))


def _is_further(box: DoseBox) -> bool:
    """A dose that is recorded, or that older children got, though the schedule of today does not have it."""
    return box.is_given or box.is_recorded or dose_rule(*box.key) is None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
