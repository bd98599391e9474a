"""Balasan penyelia: what the last receipt brought beside delivery, each with a way to look at it."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kpm_desktop.commands.questions.what_returned import SORTS, ReturnedList, ReturnedRecord
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.returned_words import heading_words, returned_detail, returned_icon, returned_title


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A record that came back, or the heading of a sort."""

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    record: ReturnedRecord | None = None

    @property
    def is_heading(self) -> bool:
        """A heading has no record."""
        return self.record is None

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(part for part in (self.title, self.detail) if part)


class ReturnedDelegate(RowDelegate):
    """Icon and two lines; a heading is one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A heading is lower."""
        return QSize(self.look.px(120), self.look.px(34 if index.data(ROW).is_heading else self.height))

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        row: ReturnedRow = index.data(ROW)
        look = self.look
        if row.is_heading:
            painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("bg"))
            self.text(painter, where, row.title, Text.BODY_STRONG)
            return
        side = look.px(20)
        icon = QRectF(where.x(), where.center().y() - side / 2, side, side)
        look.icons.paint(painter, icon, row.icon, "accent" if chosen else "text2")
        self.two_lines(painter, where.adjusted(look.px(32), 0, 0, 0), row.title, row.detail)


class ReturnedDialog(Dialog):
    """`went` gives a page and what it shall show, `asked` the question to open."""

    went = Signal(str, object)
    asked = Signal(object)

    def __init__(self, context: Context, found: ReturnedList, parent: QWidget) -> None:
        super().__init__(context.look, icon="inbox", width=720, parent=parent)
        tools = context.tools
        self._is_cadre = context.session.is_cadre
        when = day_and_clock(found.what.at, tools.calendar, tools.today())
        self.set_title(self.tr("What came back"), self.tr("With the bundle opened {when}").format(when=when))
        self.list = RowView(self.tr("What came back"))
        self.list.setProperty("role", "framed")
        self.list.want(self.look.px(360), self.look.px(120))
        self.list.draw_with(ReturnedDelegate(self.look))
        self.list.opened.connect(self._on_opened)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(KeyHints(self.look, [("↑ ↓", self.tr("choose")), ("Enter", self.tr("look at it"))]))
        rows: list[ReturnedRow] = []
        for sort in SORTS:
            members = [one for one in found.records if one.returned.sort == sort]
            if members:
                rows.append(ReturnedRow(sort, heading_words(found.what, sort)))
            rows += [
                ReturnedRow(
                    f"{sort} {one.returned.record} {one.returned.person}",
                    returned_title(one, tools),
                    returned_detail(one, tools),
                    returned_icon(sort),
                    one,
                )
                for one in members
            ]
        self.list.show_rows(rows)
        self.add_close(self.tr("Close"))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, row: ReturnedRow) -> None:
        if row.record is None:
            return
        goal = self._goal(row.record)
        if isinstance(goal, Ref):
            self.accept()
            self.asked.emit(goal)
        else:
            self.accept()
            self.went.emit(*goal)

    def _goal(self, record: ReturnedRecord) -> Ref | tuple[str, object]:
        """A thread, or a page and what it shows: where nothing else shows the record, its own history does."""
        returned, subject = record.returned, record.subject
        if record.thread is not None:
            return Ref(record.region, "comment", record.thread.id)
        own = Ref(record.region, returned.kind, returned.record)
        if returned.kind in REGISTERS:
            return returned.kind, own
        if subject.person is not None:
            return "riwayat", InHistory(Ref(record.region, "person", subject.person), returned.record)
        if subject.household is not None and self._is_cadre:
            return "sasaran", Ref(record.region, "household", subject.household)
        return "riwayat", own
