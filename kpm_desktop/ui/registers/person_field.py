"""Who a record is about: found while typing, chosen from the people who fit, never typed in freely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kpm_desktop.commands.registers.people_to_name import Nameable, people_to_name
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.search.name_search import WordIndex, find
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.upright_area import into_view
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Progress

_MOST = 12


class PeopleSource:
    """Everybody who may be named, read once for a form, in the worker thread, and searched in the window's."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._people: Sequence[Nameable] | None = None
        self._words = WordIndex(())
        self._waiting: list[PersonSearch] = []

    def ask(self, field: PersonSearch) -> None:
        """Shows the people who fit what is typed in a field, as soon as they are known."""
        if self._people is not None:
            field.show_found(find(self._people, field.text(), self._words)[:_MOST])
            return
        self._waiting.append(field)
        if len(self._waiting) == 1:
            self._context.tools.jobs.run(partial(_read, self._context), self._on_read)

    def words(self, person: About, *, head: str = "", mother: str = "") -> str:
        """Somebody in one line: name, age, where they live, and whose they are."""
        tools = self._context.tools
        return person.line(tools.wording, tools.today(), head=head, mother=mother)

    def _on_read(self, people: Sequence[Nameable]) -> None:
        self._people = people
        self._words = WordIndex((one.key, one.search) for one in people)
        waiting, self._waiting = self._waiting, []
        for field in dict.fromkeys(waiting):
            if isValid(field):  # its form may have been closed meanwhile
                self.ask(field)


class PersonSearch(QLineEdit):
    """A line to search in, with those who fit below it: the arrows choose, Enter takes. `taken` gives the person."""

    taken = Signal(object)

    def __init__(self, source: PeopleSource, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._found = source, list[Nameable]()
        self.setFixedHeight(context.look.px(40))
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.addAction(context.look.icons.icon("search", "text2", 18), QLineEdit.ActionPosition.LeadingPosition)
        self._model = QStringListModel(self)
        self._below = QCompleter(self._model, self)
        self._below.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._below.setMaxVisibleItems(_MOST)
        self._below.setWidget(self)
        self._popup().setProperty("role", "proposals")
        self._below.activated[QModelIndex].connect(self._on_taken)  # type: ignore[index]  # Qt chooses by the type
        self.textEdited.connect(self._on_typed)

    @property
    def found(self) -> list[Nameable]:
        """Those who fit what is typed now."""
        return self._found

    def show_found(self, found: Sequence[Nameable]) -> None:
        """Other people below, of whom the first is chosen; or that nobody fits."""
        self._found = list(found)
        words = [self._source.words(one.about, head=one.head, mother=one.mother) for one in found]
        self._model.setStringList(words or [self.tr("Nobody fits. Register them in Targets first.")])
        popup = self._popup()
        if not self.text().strip() or not self.hasFocus():
            popup.hide()
            return
        self._below.complete()
        if found:
            popup.setCurrentIndex(self._below.completionModel().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen one, or the first who fits. What is typed is seen."""
        if event.text():
            into_view(self)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.text().strip() and self._found:
            popup = self._popup()
            self._take(self._found[max(popup.currentIndex().row(), 0) if popup.isVisible() else 0])
        elif event.key() == Qt.Key.Key_Escape and self._popup().isVisible():
            self._popup().hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup().hide()

    def _popup(self) -> QAbstractItemView:
        popup = self._below.popup()
        assert popup is not None
        return popup

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._source.ask(self)
        else:
            self.show_found(())

    def _on_taken(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self._take(self._found[index.row()])

    def _take(self, one: Nameable) -> None:
        self._popup().hide()
        self._found = []
        self.taken.emit(one)


class PersonField(Leading):
    """One person. What is typed and not chosen is no answer; `unfinished` gives it, so that it can be kept."""

    edited = Signal()
    committed = Signal()

    def __init__(self, source: PeopleSource, context: Context, *, required: bool, known: Sequence[About] = ()) -> None:
        super().__init__()
        self._source, self._context = source, context
        self._known = {one.id: one for one in known}
        self._chosen: UUID | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.look.px(8))
        self.search = PersonSearch(source, context, self.tr("Search a name, mother, NIK, KIA number or hamlet"))
        self.search.textEdited.connect(self._on_typed)
        self.search.editingFinished.connect(self.committed)
        self.search.taken.connect(self._on_taken)
        row.addWidget(self.search, 1)
        self.clear_button = Button(context.look, self.tr("Nobody"), icon="x")
        self.clear_button.clicked.connect(self._on_cleared)
        self.clear_button.hide()
        self._is_required = required
        row.addWidget(self.clear_button)
        self.lead_to(self.search)

    def value(self) -> UUID | None:
        """The id of the one chosen."""
        return self._chosen

    def set_value(self, value: object) -> None:
        """Shows a person by the id; what was typed and not chosen stands there as it was typed."""
        self._chosen = UUID(str(value)) if value is not None else None
        known = self._known.get(self._chosen) if self._chosen is not None else None
        shown = self._source.words(known) if known is not None else ""
        if self._chosen is not None and known is None:
            shown = self.tr("somebody who is not held here")
        self._show(shown)

    def unfinished(self) -> str:
        """What stands there and is nobody yet."""
        return "" if self._chosen is not None else self.search.text().strip()

    def show_unfinished(self, text: str) -> None:
        """Shows what was typed before."""
        self._chosen = None
        self._show(text)

    def problem(self) -> str:
        """That nobody was chosen."""
        text = self.unfinished()
        return self.tr("{text}: choose one of the people below.").format(text=text) if text else ""

    def _show(self, text: str) -> None:
        self.search.setText(text)
        self.search.setCursorPosition(0)
        self.clear_button.setVisible(self._chosen is not None and not self._is_required)

    def _on_typed(self, text: str) -> None:
        self._chosen = None
        self.clear_button.hide()
        self.edited.emit()

    def _on_taken(self, one: Nameable) -> None:
        self._known[one.id] = one.about
        self.set_value(one.id)
        self.edited.emit()
        self.committed.emit()

    def _on_cleared(self) -> None:
        self.set_value(None)
        self.edited.emit()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)


class PeopleField(Leading):
    """Several people: each that is chosen joins the list; Delete takes the chosen one out again."""

    edited = Signal()
    committed = Signal()
    _ROWS = 4

    def __init__(self, source: PeopleSource, context: Context, *, known: Sequence[About] = ()) -> None:
        super().__init__()
        self._source, self._context = source, context
        self._known = {one.id: one for one in known}
        self._people: list[UUID] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.look.px(4))
        self.search = PersonSearch(source, context, self.tr("Search who came, then Enter"))
        self.search.taken.connect(self._on_taken)
        self.search.textEdited.connect(self._on_searched)
        column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Who came; Delete takes somebody out"))
        self.list.setFixedHeight(context.look.px(28 * self._ROWS))
        self.list.hide()
        column.addWidget(self.list)
        self.lead_to(self.search)

    def value(self) -> list[str] | None:
        """The ids, sorted; None when there is nobody."""
        return sorted(str(one) for one in self._people) or None

    def set_value(self, value: Sequence[object] | None) -> None:
        """Shows these people."""
        self._people = [UUID(str(one)) for one in value or ()]
        self._show()

    def problem(self) -> str:
        """What was searched for and not chosen."""
        text = self.search.text().strip()
        return self.tr("{text}: choose one of the people below.").format(text=text) if text else ""

    def unfinished(self) -> str:
        """What is searched for, beside those who were chosen."""
        return self.search.text()

    def show_unfinished(self, text: str) -> None:
        """Shows it again, to be chosen from."""
        self.search.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen one out."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.currentRow() >= 0:
            del self._people[self.list.currentRow()]
            self._show()
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def _on_searched(self, text: str) -> None:
        self.edited.emit()

    def _on_taken(self, one: Nameable) -> None:
        self._known[one.id] = one.about
        if one.id not in self._people:
            self._people.append(one.id)
        self.search.clear()
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.list.clear()
        for one in self._people:
            known = self._known.get(one)
            shown = self._source.words(known) if known is not None else self.tr("somebody who is not held here")
            self.list.addItem(QListWidgetItem(shown))
        self.list.setVisible(bool(self._people))


def _read(context: Context, progress: Progress) -> list[Nameable]:
    return people_to_name(context.session.store)
