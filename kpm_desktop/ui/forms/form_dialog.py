"""The frame of every form: parts for the records, keys, refusals beside their fields, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.domain.errors import Objected, Objection, Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.words.objection_words import objection_words

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

#: Saves what the parts give, one after the other; the flag says that warnings were read.
Save = Callable[["Store", Sequence[dict[str, Any]], bool], Any]
_FIELD_WIDTH = 270


class FormDialog(Dialog):
    """`saved` gives what the command gave. Part 0 is record 0 of what the command may object to, and so on."""

    saved = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget, *, icon: str, save: Save, changes: Iterable[str], width: int = 1120
    ) -> None:
        super().__init__(context.look, icon=icon, width=width, parent=parent)
        self._columns = max(self.minimumWidth() // self.look.px(_FIELD_WIDTH), 1)
        self.context, self._save, self._changes = context, save, frozenset(changes)
        self.parts: list[FormPart] = []
        self._is_sure = self._is_saving = False
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self.note.setText(self.tr("Fields with * must be filled in · Enter: next field"))
        self.add_close(self.tr("Cancel"))
        self._save_words = self.tr("Save")
        self.save_button = self.add_button(self._save_words, kind="primary", icon="check", key="Ctrl+S")
        self.save_button.setDefault(False)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self.save_button.clicked.connect(self.save)

    def add_part(self, part: FormPart) -> FormPart:
        """Another record below the others."""
        self.parts.append(part)
        part.arrange(self._columns)
        part.edited.connect(self._on_edited)
        self.body.addWidget(part)
        part.setVisible(True)
        return part

    def drop_part(self, part: FormPart) -> None:
        """Takes a record out again."""
        self.parts.remove(part)
        part.hide()
        part.deleteLater()
        self._on_edited()

    def call_saving(self, words: str) -> None:
        """Other words for Simpan, where something follows it."""
        self._save_words = words
        self.save_button.setText(words)

    def values(self) -> list[dict[str, Any]]:
        """What each part gives."""
        return [part.given() for part in self.parts]

    def save(self) -> None:
        """Saves unless a field says otherwise."""
        if self._is_saving:
            return
        wrong = [field for part in self.parts for field in part.check()]
        if wrong:
            self.banner.tell(self.tr("Not saved yet, nothing is lost: look at the marked fields."))
            self.fit()
            self.reach(wrong[0])
            return
        self._is_saving = True
        self.save_button.setEnabled(False)
        work = partial(_attempt, self._save, self.context.session.store, self.values(), self._is_sure)
        self.context.tools.jobs.run(work, self._on_result, refused=self._on_refused, failed=self._on_failed)

    def holds_typing(self) -> bool:
        """Whether anything was entered that is not saved."""
        return any(part.is_touched for part in self.parts)

    def reject(self) -> None:
        """Esc and Batal: what was typed is asked about first."""
        if self._is_saving:
            return
        if not any(part.is_touched for part in self.parts):
            super().reject()
            return
        ask = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Close without saving?"),
            sentences=(self.tr("What was typed in this form is not saved yet and would be gone."),),
            action=self.tr("Close, do not save"),
        )
        ask.confirmed.connect(self._leave)
        ask.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, Shift+Enter back; after the last one comes Simpan."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The first field has the focus."""
        super().showEvent(event)
        self.fit()
        first = self.first_field()
        if first is not None:
            QTimer.singleShot(0, first, partial(self.reach, first))

    def tell_objections(self, outcome: Objected) -> None:
        """Each problem beside its field, what has no field above; the focus on the first."""
        first, above = None, []
        for one in outcome.objections:
            part = self.part_of(one)
            sentence = objection_words(self.context.tools, one.why)
            field = part.object_to(one.field, sentence)
            first = first or field
            if field is None:
                above.append(f"{self.context.tools.words.field(part.kind, one.field)}: {sentence}")
        if isinstance(outcome, Doubted):
            above.append(self.tr("Look at it again. If it is right, choose Save anyway."))
            self._is_sure = True
            self.save_button.setText(self.tr("Save anyway"))
        else:
            above.append(self.tr("Not saved yet, nothing is lost."))
        self.banner.tell(" ".join(above))
        self.fit()
        if first is not None:
            self.reach(first)

    def first_field(self) -> QWidget | None:
        """Where typing begins."""
        return next(iter(self._fields()), None)

    def part_of(self, objection: Objection) -> FormPart:
        """The part a refused record is entered in."""
        return self.parts[objection.record] if objection.record < len(self.parts) else self.parts[0]

    def _leave(self) -> None:
        super().reject()

    def _on_edited(self) -> None:
        if self._is_sure:
            self._is_sure = False
            self.save_button.setText(self._save_words)

    def _on_result(self, outcome: object) -> None:
        self._settle()
        if isinstance(outcome, Objected):
            self.tell_objections(outcome)
            return
        self.context.hub.announce(self._changes)
        self.saved.emit(outcome)
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._settle()
        self.banner.tell(self.context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._settle()
        self.banner.tell(self.context.tools.fault(fault), "risk")

    def _settle(self) -> None:
        self._is_saving = False
        self.save_button.setEnabled(True)

    def _fields(self) -> list[QWidget]:
        return [field for part in self.parts for field in part.fields()]

    def _step(self, step: int) -> None:
        fields, focus = self._fields(), QApplication.focusWidget()
        if focus is None:
            return
        at = next((i for i, field in enumerate(fields) if focus is field or field.isAncestorOf(focus)), None)
        if at is None:
            return
        if at + step >= len(fields):
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif at + step >= 0:
            self.reach(fields[at + step])


def _attempt(save: Save, store: Store, values: Sequence[dict[str, Any]], is_sure: bool, progress: Progress) -> object:
    """Objections come back as they are: each leads to its field."""
    try:
        return save(store, values, is_sure)
    except Objected as objected:
        return objected
