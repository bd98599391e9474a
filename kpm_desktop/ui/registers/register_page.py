"""The page of any register: search, filter, sort, the list, what can be done with a row, and what to do when it is
empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.registers.register_list import RegisterLine, register_list, sort_key
from kpm_desktop.commands.registers.register_record import RegisterRecord, register_record
from kpm_desktop.commands.scorecards.villages_of import villages_of
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.ask import AskDialog, Topic
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.registers.register_rows import ALL, HIDDEN, RegisterRow, RegisterRows, fitting

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class _Seen:
    lines: list[RegisterLine]
    villages: tuple[Region, ...]


class RegisterPage(Page):
    """`arrive` takes the id of a record, which is opened, or ("new", values), which begins one."""

    def __init__(self, context: Context, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register = register
        self.interests = frozenset({register.kind, "person", "household", DELIVERY, DRAFTS})
        self.rows_of = RegisterRows(register, context.tools)
        self._rows: list[RegisterRow] = []
        self._villages: tuple[Region, ...] = ()
        self._order: tuple[int, bool] | None = None
        self._wanted: object = None
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addLayout(self._search_row())
        self.column.addLayout(self._filter_row())
        self.column.addWidget(self._list_card(), 1)
        self.setFocusProxy(self.list)
        keys = (("J", self._on_answer), ("H", self._on_history), ("T", self._on_ask), ("X", self._on_error))
        for key, pressed in keys:
            QShortcut(QKeySequence(key), self.list, pressed, context=Qt.ShortcutContext.WidgetShortcut)

    def load(self) -> None:
        """Asks for all records of the kind."""
        self.ask(partial(_seen, register=self.register), self._on_seen)

    def arrive(self, what: object) -> None:
        self._wanted = what
        if not self._is_stale:
            self._show_wanted()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            *self._row_keys(),
            ("Ctrl+N", self.new_button.text()),
            ("Ctrl+F", self.tr("search")),
        ]

    def chosen(self) -> RegisterRow | None:
        """The row that is chosen."""
        row = self.list.current()
        return row if isinstance(row, RegisterRow) else None

    # what is shown

    def _on_seen(self, seen: _Seen) -> None:
        self._villages = seen.villages
        self.rows_of.names = {place.code: place.name for place in seen.villages}
        self._rows = [self.rows_of.row(one) for one in seen.lines]
        self._village.show_places(sorted({row.line.region for row in self._rows}))
        for at in range(self._village.count()):
            code = self._village.itemData(at)
            if code is not None:
                self._village.setItemText(at, self.rows_of.names.get(code, code))
        self._village.setVisible(self._village.count() > 2)
        self._show()
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, UUID):
            self.list.choose(str(wanted))
            self._open(wanted)
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "new":
            self._open_form(None, values=wanted[1])

    def _show(self) -> None:
        village, groups = self._village.current(), self.register.groups
        found = partial(fitting, self._rows, self.search.text(), village=village, groups=groups)
        counts = {code: len(found(wanted=code)) for code in self._choices()}
        self.filter.show_counts({code: str(count) for code, count in counts.items()})
        shown = self._sorted(found(wanted=self.filter.current()))
        is_grouped = self._order is None and self.filter.current() == ALL
        self.list.show_rows(self.rows_of.groups(shown) if is_grouped else shown)
        total = sum(not row.line.is_hidden for row in self._rows)
        self._footer.setText(self.tr("{shown} of {total} rows").format(shown=len(shown), total=total))
        self._head.subtitle.setText(self._sentence(counts, total))
        self._show_state(is_empty=not shown)

    def _sentence(self, counts: Mapping[str, int], total: int) -> str:
        """What the list holds, in a line: `Rujukan: 12 terbuka, 3 selesai`."""
        words = self.rows_of.words
        told = {code: count for code, count in counts.items() if count and code not in (ALL, HIDDEN)}
        parts = [f"{count} {words.group(code).lower()}" for code, count in told.items()]
        return f"{words.title}: {', '.join(parts) or total}"

    def _show_state(self, *, is_empty: bool) -> None:
        empty = None if not is_empty else self._not_found if self._rows else self._nothing
        for widget in (self.list, self._header):
            widget.setVisible(empty is None)
        for state in (self._nothing, self._not_found):
            state.setVisible(state is empty)
        goal = self.list if empty is None else empty.button
        if goal is not None and goal is not self.focusProxy():
            self.setFocusProxy(goal)
            if self.isVisible() and not self.search.hasFocus():
                goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sorted(self, rows: list[RegisterRow]) -> list[RegisterRow]:
        if self._order is None:
            return rows
        at, is_turned = self._order
        by = sort_key(self.register, (f"{'-' if is_turned else ''}{self.register.columns[at].name}",))
        return sorted(rows, key=lambda row: by(row.line))

    def _on_sorted(self, at: int, is_turned: bool) -> None:
        self._order = at, is_turned
        self._show()

    def _choices(self) -> list[str]:
        choices = fields(self.register.kind)[self.register.groups].spec.choices if self.register.groups else ()
        return [ALL, *choices, HIDDEN]

    # what can be done

    def _on_new(self) -> None:
        self._open_form(None)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, RegisterRow):
            self._open(row.line.id)

    def _on_answer(self) -> None:
        row = self.chosen()
        if row is not None and self.register.answered:
            self._open(row.line.id, answer=True)

    def _open(self, record: UUID, *, answer: bool = False) -> None:
        self._is_answer = answer
        self.ask(partial(register_record, register=self.register, record=record), self._on_record)

    def _on_record(self, found: RegisterRecord) -> None:
        self._open_form(found, answer=self._is_answer)

    def _open_form(
        self, found: RegisterRecord | None, *, values: dict[str, object] | None = None, answer: bool = False
    ) -> None:
        form = RegisterForm(
            self.context, self.register, self, villages=self._villages, found=found, values=values, answer=answer
        )
        form.saved.connect(self._on_saved)
        form.kept.connect(self._on_kept)
        form.open()

    def _on_saved(self, record: object) -> None:
        self.banner.tell(self.tr("Saved. It travels with the next bundle."), "ok")
        self.list.choose(str(record))

    def _on_kept(self) -> None:
        self.banner.tell(self.tr("Not saved yet: it is kept as a draft and stands first in the list."), "ok")

    def _on_history(self) -> None:
        row = self.chosen()
        if row is not None and not row.line.is_draft:
            about = row.line.about
            self.go.emit("riwayat", about.id if about is not None else (self.register.kind, row.line.id))

    def _on_ask(self) -> None:
        row = self.chosen()
        if row is None or row.line.is_draft:
            return
        kind, values = self.register.kind, row.line.values
        about = f": {row.line.about.name}" if row.line.about is not None else ""
        topics = [Topic(self.rows_of.words.one + about, kind, row.line.id)]
        asked = (name for name in (*self.register.asked, *self.register.answered) if values.get(name))
        topics += [Topic(self.rows_of.words.field(name), kind, row.line.id, name) for name in asked]
        dialog = AskDialog(self.context, self.tr("Ask about this row"), row.words, topics, self)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    def _on_error(self) -> None:
        """Marks the chosen row as entered in error, or takes that back."""
        row = self.chosen()
        if row is None or row.line.is_draft:
            return
        self._in_error = row.line.id
        if row.line.is_hidden:
            self._change(take_back)
            return
        ask = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Entered in error?"),
            subtitle=row.words,
            sentences=(
                self.tr("It is hidden and counts nowhere."),
                self.tr("It stays in the history; under “entered in error” it can be taken back."),
            ),
            action=self.tr("Entered in error"),
        )
        ask.confirmed.connect(partial(self._change, enter_in_error))
        ask.open()

    def _change(self, command: Callable[..., None]) -> None:
        work = partial(command, kind=self.register.kind, record=self._in_error, today=self.context.tools.today())
        self.do(work, self._on_changed_one, [self.register.kind, DELIVERY])

    def _on_changed_one(self, nothing: object) -> None:
        self.banner.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen row from the search too; the arrows lead into the list."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self._on_opened(chosen)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # how it is laid out

    def _heading(self) -> PageHeading:
        phrase, kind = self.context.tools.wording.phrase, self.register.kind
        self._head = PageHeading(self.look, self.rows_of.words.title, " ")
        self.new_button = Button(
            self.look, phrase(f"register.{kind}.new"), kind="primary", icon="plus", shortcut="Ctrl+N"
        )
        self.new_button.clicked.connect(self._on_new)
        self._head.add_action(self.new_button)
        return self._head

    def _search_row(self) -> QHBoxLayout:
        self.search = SearchField(self.look, self.tr("Search a name, a word or a place"), shortcut="Ctrl+F")
        self.search.textChanged.connect(self._show)
        self._village = PlaceFilter(
            self.look, self.tr("Village"), everything=self.tr("All"), unnamed=self.tr("not given")
        )
        self._village.chosen.connect(self._show)
        self._village.hide()
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        row.addWidget(self.search, 1)
        row.addWidget(self._village)
        return row

    def _filter_row(self) -> QHBoxLayout:
        choices = [(code, self._choice(code)) for code in self._choices()]
        self.filter = Segments(self.look, choices, wraps=True)
        self.filter.setAccessibleName(self.tr("Show"))
        self.filter.chosen.connect(self._show)
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addStretch(1)
        return row

    def _choice(self, code: str) -> str:
        phrase = self.context.tools.wording.phrase
        return phrase(f"register.{code}") if code in (ALL, HIDDEN) else self.rows_of.words.group(code)

    def _list_card(self) -> QWidget:
        card, look = Card(self.look, flush=True), self.look
        phrase, kind = self.context.tools.wording.phrase, self.register.kind
        columns, title = self.rows_of.columns(), self.rows_of.words.title
        self.list = RowView(title)
        self._header = ColumnHeader(look, columns, self.list)
        self._header.sorted_by.connect(self._on_sorted)
        self.list.draw_with(ColumnDelegate(look, columns))
        self.list.opened.connect(self._on_opened)
        self._nothing = EmptyState(
            look,
            self.register.icon,
            phrase(f"register.{kind}.empty"),
            detail=phrase(f"register.{kind}.detail"),
            action=phrase(f"register.{kind}.new"),
        )
        self._nothing.pressed.connect(self._on_new)
        self._not_found = EmptyState(
            look,
            "search",
            self.tr("No row fits."),
            detail=self.tr("Search with fewer letters, or choose All."),
            action=self.tr("Show all"),
        )
        self._not_found.pressed.connect(self._show_all)
        for widget in (self._header, self.list, self._nothing, self._not_found):
            card.body.addWidget(widget, 0 if widget is self._header else 1)
        self._nothing.hide()
        self._not_found.hide()
        card.body.setSpacing(0)
        card.body.addWidget(line())
        card.body.addLayout(self._foot())
        return card

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.look.px(16), self.look.px(6), self.look.px(16), self.look.px(6))
        self._footer = label(self.look, "", Text.CAPTION, "text2")
        row.addWidget(self._footer, 1)
        row.addWidget(KeyHints(self.look, [("Return", self.tr("open")), *self._row_keys()]))
        return row

    def _row_keys(self) -> Sequence[tuple[str, str]]:
        answer = [("J", self.tr("answer"))] if self.register.answered else []
        return [
            *answer,
            ("H", self.tr("history")),
            ("T", self.tr("ask")),
            ("X", self.tr("entered in error, or not after all")),
        ]

    def _show_all(self) -> None:
        self.search.clear()
        self._village.setCurrentIndex(0)
        self.filter.choose(ALL)
        self._show()


def _seen(store: Store, register: Register) -> _Seen:
    return _Seen(register_list(store, register), villages_of(store))
