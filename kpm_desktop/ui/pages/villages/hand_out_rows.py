"""The households of a village that can be handed out."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QPainter

from kpm_desktop.commands.records.assigned_targets import AssignedHome
from kpm_desktop.ui.components.chip import paint_chip
from kpm_desktop.ui.components.marked_view import paint_mark
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import rt_rw


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A household, perhaps marked."""

    home: AssignedHome
    who: str
    is_marked: bool = False

    is_heading = False
    may_be_marked = True

    @property
    def key(self) -> str:
        """The household."""
        return str(self.home.household)

    @property
    def place(self) -> str:
        """Hamlet, RT and RW."""
        home = self.home
        return " · ".join(part for part in (home.hamlet, rt_rw(home.rt, home.rw)) if part)

    @property
    def words(self) -> str:
        """All of it."""
        mark = "✓" if self.is_marked else ""
        return ", ".join(part for part in (mark, self.home.name, self.place, self.who) if part)


class HomeDelegate(RowDelegate):
    """A box to mark, name and place, who has the household."""

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        row: HomeRow = index.data(ROW)
        look, side = self.look, self.look.px(20)
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        paint_mark(painter, look, box, is_marked=row.is_marked)
        wide = where.width() * 0.42
        self.two_lines(painter, where.adjusted(look.px(32), 0, -wide, 0), row.home.name, row.place)
        at = QRectF(where.right() - wide + look.px(12), where.y(), wide - look.px(12), where.height())
        if row.home.tasks:
            self.text(painter, at, row.who, Text.BODY)
        else:
            paint_chip(painter, look, QPointF(at.x(), at.center().y()), row.who, "neu")


def home_rows(homes: Iterable[AssignedHome]) -> list[HomeRow]:
    """A row for each."""
    return [HomeRow(home, _who(home)) for home in homes]


def _who(home: AssignedHome) -> str:
    unknown = QCoreApplication.translate("HandOut", "somebody who has not come yet")
    nobody = QCoreApplication.translate("HandOut", "nobody")
    return ", ".join(task.name or unknown for task in home.tasks) or nobody
