"""The bundles that came in, as rows: when, from whom, which number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.bundle_history import TakenBundle
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.look.theme import Text

COLUMNS = (ListColumn("", 80), ListColumn("", 20, is_number=True))


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A bundle in words."""

    key: str
    person: str
    number: str
    moment: str

    is_heading = False

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Person above, time below; the number at the right."""
        return Cell(self.person, self.moment, kind=Text.BODY_STRONG), Cell(self.number)

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.person}, {self.number}, {self.moment}"


def history_rows(taken: Sequence[TakenBundle], words: CalendarWords, today: date) -> list[HistoryRow]:
    """The rows, in the order given."""
    translate = QCoreApplication.translate
    return [
        HistoryRow(
            key=f"{one.device} {one.number} {one.taken_at}",
            person=one.person or translate("Bundles", "Unknown laptop {digits}").format(digits=one.device[:8]),
            number=translate("Bundles", "no {number}").format(number=one.number),
            moment=day_and_clock(one.taken_at, words, today),
        )
        for one in taken
    ]
