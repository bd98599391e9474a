"""One record's fields within a form, in as many columns as there is room for, under a heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.risks.attention import attentions
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.forms.entry_fields import Ask, entry, label_of, made_for
from kpm_desktop.ui.forms.live_hints import live_hint
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text


class FormPart(QWidget):
    """`edited` after every key. `record`: what is held of it, by field; a new record has only what is proposed.
    `marks`: its fields in conflict, which are read only, and those that wait or are withheld. `one_of`: fields of which
    one at least must be filled in; `needed` says so beside the first of them."""

    edited = Signal()

    def __init__(
        self,
        tools: Tools,
        kind: str,
        asks: Sequence[Ask],
        *,
        heading: str = "",
        record: Mapping[str, Any] | None = None,
        is_new: bool = True,
        marks: Mapping[str, Sequence[str]] | None = None,
        one_of: Sequence[str] = (),
        needed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self.kind, self._asks, self._is_new = tools, kind, asks, is_new
        self._held = dict(record or {})
        self._one_of, self._needed = one_of, needed
        self.rows: dict[str, FieldRow] = {}
        self._left_out: set[str] = set()
        self._columns = 1
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tools.look.px(8))
        self.head = QHBoxLayout()
        if heading:
            self.head.addWidget(label(tools.look, heading, Text.SECTION), 1)
            self.column.addLayout(self.head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tools.look.px(16))
        self._grid.setVerticalSpacing(tools.look.px(4))
        self.column.addLayout(self._grid)
        self._marked = _mark_words(marks or {})
        self._make_rows()
        for name in (marks or {}).get("conflict", ()):
            if name in self.rows:
                self.rows[name].field.setEnabled(False)
        self._begun_with = self.values()
        self._show_hints()

    def values(self) -> dict[str, Any]:
        """What is typed, by field; the hidden ones too."""
        return {name: entry(row.field).value() for name, row in self.rows.items()}

    def given(self) -> dict[str, Any]:
        """What is to be saved: of a new record everything filled in, of another one what was changed."""
        values = self.values()
        if self._is_new:
            return {name: value for name, value in values.items() if value is not None}
        return {name: value for name, value in values.items() if value != self._begun_with[name]}

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed since the form was opened."""
        return self.values() != self._begun_with or any(entry(row.field).problem() for row in self.rows.values())

    def show_field(self, field: str, *, visible: bool) -> None:
        """Shows or hides a field; what is typed in it stays, and the others leave no gap."""
        self._left_out = self._left_out - {field} if visible else self._left_out | {field}
        self.arrange(self._columns)
        self.rows[field].setVisible(visible)

    def check(self) -> list[QWidget]:
        """Says beside each field what is wrong with what is typed, and gives those fields."""
        found = []
        for row in self._visible_rows():
            problem = entry(row.field).problem() or self._is_missing(row)
            row.set_problem(problem)
            if problem:
                found.append(row.field)
        return found

    def object_to(self, field: str, sentence: str) -> QWidget | None:
        """Says beside a field why it cannot be saved; None where the form does not have it."""
        row = self.rows.get(field)
        if row is None or row.isHidden():
            return None
        row.set_problem(sentence)
        return row.field

    def fields(self) -> list[QWidget]:
        """The fields that are shown, in order."""
        return [row.field for row in self._visible_rows()]

    def _visible_rows(self) -> list[FieldRow]:
        return [row for row in self.rows.values() if not row.isHidden()]

    def _is_missing(self, row: FieldRow) -> str:
        asked = next(ask for ask in self._asks if self.rows[ask.field] is row)
        if asked.required and entry(row.field).value() is None:
            return self.tr("This must be filled in.")
        is_first = bool(self._one_of) and asked.field == self._one_of[0]
        return self._needed if is_first and not self._has_one() else ""

    def _has_one(self) -> bool:
        return any(entry(self.rows[name].field).value() is not None for name in self._one_of)

    def arrange(self, columns: int) -> None:
        """Puts the fields into columns; wide ones take a line of their own."""
        self._columns = columns
        for row in self.rows.values():
            self._grid.removeWidget(row)
        at = 0
        for ask in self._asks:
            if ask.field in self._left_out:
                continue
            is_wide = ask.wide or fields(self.kind)[ask.field].spec.form == "choices"
            if is_wide and at % columns:
                at += columns - at % columns
            span = columns if is_wide else 1
            self._grid.addWidget(self.rows[ask.field], at // columns, at % columns, 1, span)
            at += span
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, self._tools.look.px(200))

    def _make_rows(self) -> None:
        for ask in self._asks:
            field = made_for(self._tools, self.kind, ask)
            entry(field).set_value(self._start(ask))
            field.edited.connect(self._on_edited)  # type: ignore[attr-defined]
            field.committed.connect(self._on_committed)  # type: ignore[attr-defined]
            row = FieldRow(self._tools.look, label_of(self._tools, self.kind, ask), field, hint=ask.hint)
            self.rows[ask.field] = row

    def _start(self, ask: Ask) -> Any:
        """What is held; the first choice where one must be made."""
        value = self._held.get(ask.field)
        if value is None and ask.required and ask.choices:
            return ask.choices[0][0]
        return value

    def _on_edited(self) -> None:
        self._show_hints(self.sender())
        self.edited.emit()

    def _on_committed(self) -> None:
        sender = self.sender()
        for row in self._visible_rows():
            if row.field is sender and (problem := entry(row.field).problem()):
                row.set_problem(problem)

    def _show_hints(self, edited: object = None) -> None:
        """What follows from the entries; of a field that was left with an entry nobody can keep it is still said."""
        values, tools = self.values(), self._tools
        told = {one.field: tools.wording.say(one.why) for one in attentions(self.kind, values)}
        for ask in self._asks:
            row = self.rows[ask.field]
            problem = entry(row.field).problem() if row.problem() and row.field is not edited else ""
            hint = live_hint(self.kind, ask.field, values, tools.today(), tools.calendar, ask.hint)
            hint = self._marked.get(ask.field, told.get(ask.field, hint))
            row.set_hint(hint, "risk" if ask.field in told else "text2")
            row.set_problem(problem)


def _mark_words(marks: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What stands below a field somebody should look at."""
    translate = QCoreApplication.translate
    words = {
        "withheld": translate("Forms", "To be repaired: what was written lies outside the limits."),
        "waiting": translate("Forms", "Waits for an entry that has not come yet."),
        "conflict": translate("Forms", "Two people differ: choose under To be looked at again."),
    }
    return {field: sentence for mark, sentence in words.items() for field in marks.get(mark, ())}
