"""The people of a day in the order in which they are shown, how many fit each choice, and the count at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.posyandu.day_sheet import DayPerson, DaySheet
from kpm_desktop.domain.entry.digit_preference import rounding_of
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth.day_verdict import counted
from kpm_desktop.ui.components.columns import GroupRow
from kpm_desktop.ui.pages.posyandu_day.day_foot import Counted
from kpm_desktop.ui.pages.posyandu_day.day_model import ShownRow
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow

CHILDREN, MOTHERS = "children", "mothers"
ALL, OPEN, LOOK = "all", "open", "look"
BY_NAME, BY_BOOK = "name", "book"
Shown = Callable[[DayRow], ShownRow]


class DayList:
    """Of one reading."""

    def __init__(self, sheet: DaySheet) -> None:
        self.sheet = sheet
        self._people = {CHILDREN: _rows(sheet.children, sheet), MOTHERS: _rows(sheet.mothers, sheet)}

    @property
    def everybody(self) -> list[DayRow]:
        """Children and mothers."""
        return [*self._people[CHILDREN], *self._people[MOTHERS]]

    def people(self, who: str) -> Sequence[DayRow]:
        """Children or mothers, in the order of the register."""
        return self._people[who]

    def rows(self, who: str, order: str, which: str, shown: Shown, *, kept: str = "") -> list[DayRow | GroupRow]:
        """Those who fit a choice, numbered in their order; mothers under the headings of pregnancy and nifas, guests
        under their own. kept: the key of a row that stays all the same."""
        own = [row for row in self._people[who] if not row.person.is_guest]
        guests = [row for row in self._people[who] if row.person.is_guest]
        groups = [("", own)]
        if who == MOTHERS:
            groups = [
                (_tr_pregnant(), [row for row in own if not row.form.is_postpartum]),
                (_tr_nifas(), [row for row in own if row.form.is_postpartum]),
            ]
        groups.append((_tr_guests(), guests))
        found: list[DayRow | GroupRow] = []
        number = 0
        for title, people in groups:
            ordered = sorted(people, key=lambda row: row.form.person.full_name) if order == BY_NAME else list(people)
            for row in ordered:
                number += 1
                row.number = number
            fitting = [row for row in ordered if row.key == kept or _fits(shown(row), which)]
            if title and fitting:
                found.append(GroupRow(title, title, len(fitting), caption=_tr_people(len(fitting))))
            found += fitting
        return found

    def counts(self, who: str, shown: Shown) -> dict[str, str]:
        """How many fit each choice."""
        rows = [shown(row) for row in self._people[who]]
        return {which: str(sum(_fits(row, which) for row in rows)) for which in (ALL, OPEN, LOOK)}

    def rounded(self) -> list[Reason]:
        """What the list of children says of how its measures were read (`domain/entry/digit_preference`)."""
        grams = [row.answers.value("weight_g") for row in self._people[CHILDREN]]
        lengths = [row.answers.value("length_mm") for row in self._people[CHILDREN]]
        found = {
            "weight": rounding_of(value // 100 for value in grams if value is not None and not value % 100),
            "length": rounding_of(value for value in lengths if value is not None),
        }
        return [
            reason(f"posyandu.rounded.{name}", rounded=each.rounded, count=each.count)
            for name, each in found.items()
            if each is not None
        ]

    def foot(self, who: str, shown: Shown) -> list[Counted]:
        """The count of the day."""
        return self._of_mothers(shown) if who == MOTHERS else self._of_children(shown)

    def _of_children(self, shown: Shown) -> list[Counted]:
        translate = QCoreApplication.translate
        rows = [(row, shown(row)) for row in self._people[CHILDREN]]
        day = counted((row.has_card, told.status) for row, told in rows)
        weighed = sum(told.is_weighed for _, told in rows)
        seen = sum(told.warning is not None for _, told in rows)
        return [
            Counted("S", day.s, translate("DayTable", "children")),
            Counted("K", day.k, translate("DayTable", "with a card")),
            Counted("D", weighed, translate("DayTable", "weighed")),
            Counted("N", day.n, translate("DayTable", "gained")),
            Counted("T", day.t, translate("DayTable", "did not gain")),
            Counted("O", day.o, translate("DayTable", "not last month")),
            Counted("B", day.b, translate("DayTable", "first time")),
            Counted("", sum(told.is_absent for _, told in rows), translate("DayTable", "absent")),
            Counted("", sum(told.is_open for _, told in rows), translate("DayTable", "not filled in")),
            Counted("", seen, translate("DayTable", "to look at"), "warn" if seen else "text"),
        ]

    def _of_mothers(self, shown: Shown) -> list[Counted]:
        translate = QCoreApplication.translate
        rows = [(row, shown(row)) for row in self._people[MOTHERS]]
        is_open = sum(told.is_open for _, told in rows)
        tablets = sum(bool(row.answers.value("iron_tablets")) for row, _ in rows)
        refer = sum(bool(told.warning and told.warning.refers) for _, told in rows)
        return [
            Counted("", len(rows), translate("DayTable", "mothers in the list")),
            Counted("", len(rows) - is_open, translate("DayTable", "filled in")),
            Counted("", is_open, translate("DayTable", "not filled in")),
            Counted("", tablets, translate("DayTable", "got tablets")),
            Counted("", refer, translate("DayTable", "to be referred"), "risk" if refer else "text"),
        ]


def _rows(people: Sequence[DayPerson], sheet: DaySheet) -> list[DayRow]:
    return [DayRow(person, sheet) for person in people]


def _fits(row: ShownRow, which: str) -> bool:
    return which == ALL or (row.is_open if which == OPEN else row.warning is not None)


def _tr_pregnant() -> str:
    return QCoreApplication.translate("DayTable", "Pregnant mothers")


def _tr_nifas() -> str:
    return QCoreApplication.translate("DayTable", "Mothers in nifas")


def _tr_guests() -> str:
    return QCoreApplication.translate("DayTable", "Guests of another posyandu")


def _tr_people(count: int) -> str:
    return QCoreApplication.translate("DayTable", "{count} people").format(count=count)
