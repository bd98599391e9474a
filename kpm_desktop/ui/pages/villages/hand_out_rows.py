"""The households of a village that can be handed out: marked with Space or a click, all that are shown with Ctrl+A."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.records.assigned_targets import AssignedHome
from kpm_desktop.ui.components.chip import paint_chip
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A household, perhaps marked."""

    home: AssignedHome
    who: str
    is_marked: bool

    is_heading = False

    @property
    def key(self) -> str:
        """The household."""
        return str(self.home.household)

    @property
    def place(self) -> str:
        """Hamlet, RT and RW."""
        home = self.home
        numbers = f"RT {home.rt or '–'}/{home.rw or '–'}" if home.rt or home.rw else ""
        return " · ".join(part for part in (home.hamlet, numbers) if part)

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
        painter.setPen(look.colour("accent" if row.is_marked else "ctl"))
        painter.setBrush(look.colour("accent" if row.is_marked else "surface"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if row.is_marked:
            look.icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        wide = where.width() * 0.42
        self.two_lines(painter, where.adjusted(look.px(32), 0, -wide, 0), row.home.name, row.place)
        at = QRectF(where.right() - wide + look.px(12), where.y(), wide - look.px(12), where.height())
        if row.home.tasks:
            self.text(painter, at, row.who, Text.BODY)
        else:
            paint_chip(painter, look, QPointF(at.x(), at.center().y()), row.who, "neu")


class MarkedHomes(RowView):
    """`changed` when other households are marked."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.marked: set[UUID] = set()
        self._homes: Sequence[AssignedHome] = ()
        self.draw_with(HomeDelegate(look))
        self.clicked.connect(self._on_clicked)
        for key, pressed in (("Space", self._on_toggle), ("Ctrl+A", self._on_all)):
            shortcut = QShortcut(QKeySequence(key), self, pressed)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_homes(self, homes: Sequence[AssignedHome]) -> None:
        """Other households; those that are marked stay marked, also where they are not shown."""
        self._homes = homes
        self.show_rows([HomeRow(home, _who(home), home.household in self.marked) for home in homes])

    def toggle(self, row: HomeRow) -> None:
        """Marks a household, or takes its mark away."""
        self._mark(self.marked ^ {row.home.household})

    def _mark(self, marked: set[UUID]) -> None:
        self.marked = marked
        self.show_homes(self._homes)
        self.changed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.toggle(index.data(ROW))

    def _on_toggle(self) -> None:
        row = self.current()
        if isinstance(row, HomeRow):
            self.toggle(row)

    def _on_all(self) -> None:
        """Marks everything that is shown, or nothing of it when all is marked."""
        shown = {home.household for home in self._homes}
        self._mark(self.marked - shown if shown <= self.marked else self.marked | shown)


def _who(home: AssignedHome) -> str:
    unknown = QCoreApplication.translate("HandOut", "somebody who has not come yet")
    nobody = QCoreApplication.translate("HandOut", "nobody")
    return ", ".join(task.name or unknown for task in home.tasks) or nobody
