"""Somebody who is not in the list: a child or mother of another posyandu who came today, or one to be registered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kpm_desktop.commands.posyandu.day_sheet import others_of_day
from kpm_desktop.commands.posyandu.guests import add_guests
from kpm_desktop.domain.roster import Target
from kpm_desktop.domain.search.name_search import fold
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.person_words import person_line

_HEIGHT, _ITEM = 260, 34


class AddGuestDialog(Dialog):
    """`added` gives the key of the row, once it is in the day's list; `registering` asks for the form of somebody who
    is not known at all. shown: who is in the list already."""

    added = Signal(str)
    registering = Signal()

    def __init__(
        self,
        page: Page,
        region: str,
        posyandu: UUID | None,
        day: date,
        shown: Iterable[UUID],
        *,
        mothers: bool,
    ) -> None:
        super().__init__(page.look, icon="user-plus", width=600, parent=page)
        self._page, self._region, self._posyandu, self._day = page, region, posyandu, day
        self._targets: Sequence[Target] = ()
        title = self.tr("Another mother came") if mothers else self.tr("Another child came")
        self.set_title(title, self.tr("Somebody of this village whose posyandu is another one, or none."))
        self._search = _Search(self.look, self.tr("Name, or the mother's name"))
        self._search.textChanged.connect(self._show)
        self._search.moved.connect(self._move)
        self.above.addWidget(self._search)
        self._list = QListWidget()
        self._list.setProperty("role", "framed")
        self._list.setAccessibleName(self._search.placeholderText())
        self._list.setMinimumHeight(self.look.px(_HEIGHT))
        self._list.itemActivated.connect(self._on_add)
        self.body.addWidget(self._list, 1)
        self._none = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self.body.addWidget(self._none)
        self.note.setText(self.tr("Whoever is added stays in the list of this day on this laptop."))
        self.add_close(self.tr("Close"))
        register = self.add_button(self.tr("Register somebody new"), icon="plus")
        register.clicked.connect(self._on_register)
        self._button = self.add_button(self.tr("Add"), kind="primary", key="Enter")
        self._button.clicked.connect(self._on_add)
        self._button.setEnabled(False)
        self._search.setFocus()
        work = partial(others_of_day, region=region, shown=tuple(shown), day=day, mothers=mothers)
        page.ask(work, self._on_targets)

    def _on_targets(self, targets: Sequence[Target]) -> None:
        self._targets = targets
        self._show(self._search.text())

    def _show(self, text: str) -> None:
        wanted = fold(text)
        self._list.clear()
        for target in self._targets:
            if wanted in fold(target.person.full_name) or (
                target.household and wanted in fold(target.household.head_name)
            ):
                item = QListWidgetItem(self._words(target))
                item.setSizeHint(QSize(0, self.look.px(_ITEM)))
                item.setData(Qt.ItemDataRole.UserRole, target)
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._button.setEnabled(self._list.count() > 0)
        nobody = self.tr("Nobody else of this village fits. Register them, then they stand here.")
        self._none.setText("" if self._list.count() else nobody)

    def _words(self, target: Target) -> str:
        line = person_line(
            is_mother=target.pregnancy is not None,
            is_postpartum=target.is_postpartum,
            months=target.months,
            days=target.days,
        )
        home = target.household.head_name if target.household is not None else ""
        return " · ".join(part for part in (target.person.full_name, line, home) if part)

    def _move(self, step: int) -> None:
        if self._list.count():
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())

    def _on_register(self) -> None:
        self.registering.emit()
        self.accept()

    def _on_add(self) -> None:
        if self._list.currentRow() < 0:
            return
        target: Target = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        work = partial(add_guests, region=self._region, post=self._posyandu, day=self._day, people=(target.id,))
        self._button.setEnabled(False)
        self._page.ask(work, partial(self._on_added, f"{target.row_kind} {target.id}"))

    def _on_added(self, key: str, nothing: object) -> None:
        self.added.emit(key)
        self.accept()


class _Search(SearchField):
    """The arrows choose in the list below."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the list's."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)
