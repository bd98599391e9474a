"""Tambah sasaran begins here: who it is, and which household, or a new household first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from kpm_desktop.ui.components.choice_card import ChoiceCard
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.people_lines import HomeLine, fitting

PREGNANT, CHILD, WOMAN = "pregnant", "child", "woman"
_ROWS = 5


@dataclass(frozen=True, slots=True)
class NewHomeLine:
    """The first row: a household that is not registered yet."""

    is_heading = False
    key = "new"

    @property
    def words(self) -> str:
        """Read aloud."""
        return QCoreApplication.translate("Forms", "New household first")


class AddDialog(Dialog):
    """`chosen` gives household and kind; `wanted_home` the kind, where the household is to be entered first."""

    chosen = Signal(object, str)
    wanted_home = Signal(str)

    def __init__(self, context: Context, homes: Sequence[HomeLine], household: Ref | None, parent: QWidget) -> None:
        super().__init__(context.look, icon="user-plus", width=680, parent=parent)
        self._homes, self._household = homes, household
        own = next((home.row.head_name for home in homes if home.home == household), "")
        subtitle = self.tr("Household of {name}").format(name=own) if own else ""
        self.set_title(self.tr("Add a target"), subtitle)
        self.body.addWidget(label(self.look, self.tr("Who is it?"), Text.CAPTION_STRONG))
        self.body.addLayout(self._kinds())
        if household is None:
            self._add_search()
        self.add_close(self.tr("Cancel"))
        self.go_button = self.add_button(self.tr("Go on"), kind="primary", key="Enter")
        self.go_button.clicked.connect(self._on_go)
        self._cards[PREGNANT].setChecked(True)
        self.fit()

    def kind(self) -> str:
        """Who is to be added."""
        return next(code for code, card in self._cards.items() if card.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose a household while the search has the focus."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._household is None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _kinds(self) -> QHBoxLayout:
        kinds = (
            (PREGNANT, self.tr("Pregnant woman"), "Alt+1"),
            (CHILD, self.tr("Child"), "Alt+2"),
            (WOMAN, self.tr("Other woman"), "Alt+3"),
        )
        row, self._cards, self._group = QHBoxLayout(), {}, QButtonGroup(self)
        row.setSpacing(self.look.px(8))
        for code, words, key in kinds:
            card = ChoiceCard(self.look, words, key)
            self._cards[code] = card
            self._group.addButton(card)
            row.addWidget(card, 1)
        return row

    def _add_search(self) -> None:
        self.body.addWidget(label(self.look, self.tr("Which household?"), Text.CAPTION_STRONG))
        self.search = SearchField(self.look, self.tr("Search the head of the household, a mother, a child or a hamlet"))
        self.search.textChanged.connect(self._show)
        self.list = RowView(self.tr("Households"))
        self.list.setProperty("role", "framed")
        self.list.setUniformItemSizes(True)
        self.list.draw_with(_HomeDelegate(self.look))
        self.list.setFixedHeight(self.look.px(_HomeDelegate.height * _ROWS) + 4)
        self.list.opened.connect(self._on_go)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self._show()
        self.search.setFocus()

    def _show(self) -> None:
        found = fitting(self._homes, self.search.text(), None, None)
        self.list.show_rows([NewHomeLine(), *found])
        typed = bool(self.search.text().strip())
        self.list.choose(found[0].key if typed and found else NewHomeLine.key)

    def _on_go(self) -> None:
        kind = self.kind()
        if self._household is not None:
            self._finish(self._household, kind)
            return
        row = self.list.current()
        self._finish(row.home if isinstance(row, HomeLine) else None, kind)

    def _finish(self, household: Ref | None, kind: str) -> None:
        self.accept()
        if household is None:
            self.wanted_home.emit(kind)
        else:
            self.chosen.emit(household, kind)


class _HomeDelegate(RowDelegate):
    """A household, or the row for a new one."""

    height = 44

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row = index.data(ROW)
        if isinstance(row, HomeLine):
            place = [row.hamlet, f"RT {row.row.rt}" if row.row.rt else "", row.posyandu]
            self.two_lines(painter, where, row.row.head_name, " · ".join(part for part in place if part))
            return
        side = self.look.px(18)
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, box, "plus", "accent_text")
        words = where.adjusted(side + self.look.px(8), 0, 0, 0)
        self.text(painter, words, row.words, Text.BODY_STRONG, "accent_text")
