"""Finding a name in the table: what is typed leads to the first row that fits, and covers nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.search.name_search import fold
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_view import DayView

_WIDTH = 264
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DaySearch(SearchField):
    """`stepped` for the next or the one before, `ended` to go on in the table."""

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Search: type letters of a name"), shortcut="F3", parent=parent)
        self._look_at, self._said = look, ""
        self.setFixedWidth(look.px(_WIDTH))

    def begin(self, letter: str) -> None:
        """A letter was typed in the table."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(letter)

    def show_found(self, at: int, count: int) -> None:
        """How many fit what is typed, and which of them has the keys."""
        if not self.text().strip():
            self._said = ""
        elif count:
            self._said = self.tr("{at} of {count}").format(at=at + 1, count=count)
        else:
            self._said = self.tr("nobody")
        self.setAccessibleDescription(self._said)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Esc leads back into the table before it leads out of the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next one, Enter and Tab on in the row that was found, Esc too once it is empty."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER or key == Qt.Key.Key_Escape:
            self.clear()
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """How many fit stands at its end."""
        super().paintEvent(event)
        if not self._said or not self.hasFocus():
            return
        painter, look = QPainter(self), self._look_at
        painter.setFont(look.font(Text.CAPTION))
        painter.setPen(look.colour("text2"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._said) + look.px(12)
        where = QRectF(self.width() - width, 0, width - look.px(10), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._said)


class DayFinding(QObject):
    """Leads from the field to the rows and back."""

    def __init__(self, field: DaySearch, view: DayView) -> None:
        super().__init__(field)
        self._field, self._view = field, view
        view.searched.connect(field.begin)
        field.textChanged.connect(self._on_typed)
        field.stepped.connect(self._on_stepped)
        field.ended.connect(self._on_ended)

    def _on_typed(self, text: str) -> None:
        found = self._found(text)
        self._field.show_found(0, len(found))
        if found:
            self._go_to(found[0])

    def _on_stepped(self, step: int) -> None:
        found, row = self._found(self._field.text()), self._view.person()
        if not found:
            return
        at = next((place for place, one in enumerate(found) if row is not None and one.key == row.key), -step)
        at = (at + step) % len(found)
        self._field.show_found(at, len(found))
        self._go_to(found[at])

    def _on_ended(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, row: DayRow) -> None:
        column = self._view.column()
        self._view.go_to(row.key, column.key if column is not None else "")

    def _found(self, text: str) -> Sequence[DayRow]:
        """Names that begin so, a word of which does, that have it; then those whose mother's name has it."""
        wanted = fold(text)
        if not wanted:
            return []
        named = [(row, fold(row.form.person.full_name), fold(row.person.mother)) for row in self._view.people()]
        found = [row for row, name, _ in named if name.startswith(wanted)]
        found += [row for row, name, _ in named if any(word.startswith(wanted) for word in name.split())]
        found += [row for row, name, mother in named if wanted in name or wanted in mother]
        return list(dict.fromkeys(found))
