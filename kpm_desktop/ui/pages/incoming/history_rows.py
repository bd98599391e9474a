"""The bundles that came in, as rows: when, from whom, which number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from kpm_desktop.commands.bundles.bundle_history import TakenBundle
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.look.theme import Text


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A bundle in words."""

    key: str
    person: str
    number: str
    moment: str

    is_heading = False

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


class HistoryDelegate(RowDelegate):
    """Person above, number and time below."""

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        row: HistoryRow = index.data(ROW)
        wide = self.look.px(64)
        self.two_lines(painter, where.adjusted(0, 0, -wide, 0), row.person, row.moment)
        self.text(painter, QRectF(where.right() - wide, where.y(), wide, where.height()), row.number, Text.BODY)
