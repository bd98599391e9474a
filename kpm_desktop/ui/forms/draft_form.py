"""A form that keeps what is typed as a draft at once: closing it or a power cut loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kpm_desktop.domain.change import plain
from kpm_desktop.domain.errors import Objected, Reason
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.entry_fields import Unfinished, entry
from kpm_desktop.ui.forms.form_dialog import FormDialog
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.look.look import Look

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


_MEANWHILE = "rules.changed_meanwhile"


class DraftForm(FormDialog):
    """Subclasses say how a draft is kept (`keeping`) and dropped (`dropping`), and call `keep_drafts` once their parts
    are there. `kept`: it was closed and there is a draft. What somebody else wrote meanwhile is told of before it is
    overwritten (`overwrites`)."""

    kept = Signal()

    _keeps_drafts = _is_keeping = _keeps_again = False
    overwrites = False

    def keeping(self) -> Callable[[Store], object]:
        """What keeps everything that is typed now; it is done in the worker thread."""
        raise NotImplementedError

    def dropping(self) -> Callable[[Store], object]:
        """What forgets all of it."""
        raise NotImplementedError

    def keep_drafts(self, *, has_draft: bool) -> None:
        """Keeps what is typed from now on. has_draft: something was kept before."""
        self.drop_button = self.add_button(self.tr("Drop the draft"), icon="trash-2", before=self.save_button)
        self.drop_button.clicked.connect(self._on_drop)
        self.drop_button.setVisible(has_draft)
        self.note.setText(self.tr("Fields with * must be filled in · what is typed is kept as a draft at once"))
        self._keeps_drafts = True

    def add_part(self, part: FormPart) -> FormPart:
        """Another record below the others, kept like them."""
        added = super().add_part(part)
        added.edited.connect(self.on_typed)
        return added

    def drop_part(self, part: FormPart) -> None:
        """Takes a record out again, and out of the draft."""
        super().drop_part(part)
        self.on_typed()

    def tell_objections(self, outcome: Objected) -> None:
        """What somebody else wrote meanwhile is shown; saving once more puts this entry above it."""
        super().tell_objections(outcome)
        self.keep()
        if all(one.why.code == _MEANWHILE for one in outcome.objections):
            self.overwrites = True
            self.save_button.setText(self.tr("Save mine all the same"))

    def leave(self) -> None:
        """What was typed last waits for what is being kept; nobody would call it later."""
        if self._keeps_again:
            self._keeps_again = self._is_keeping = False
            self.keep()

    def reject(self) -> None:
        """Esc and Batal: what was typed stays as a draft, also what was typed faster than it could be kept."""
        if self._is_saving:
            return
        self.leave()
        self._leave()
        if any(part.is_touched for part in self.parts):
            self.kept.emit()

    def save(self) -> None:
        """Saves; what is typed until then is in it, so that no draft of it follows."""
        self._keeps_again = False
        super().save()

    def on_typed(self) -> None:
        """Something else is typed than before."""
        if self._keeps_drafts:
            if self.overwrites:
                self.overwrites = False
                self.save_button.setText(self._save_words)
            self.drop_button.show()
            self.keep()

    def keep(self) -> None:
        """Hands over everything; while it is on its way the newest waits."""
        if self._is_keeping:
            self._keeps_again = True
            return
        self._is_keeping = True
        work = partial(_done, self.keeping(), self.context.session.store)
        self.context.tools.jobs.run(work, self._on_kept, refused=self._on_not_kept, failed=self._on_failed)

    def _on_kept(self, at: object) -> None:
        self._is_keeping = False
        if self._keeps_again:
            self._keeps_again = False
            self.keep()
        else:
            self.context.hub.announce([DRAFTS])

    def _on_not_kept(self, reasons: tuple[Reason, ...]) -> None:
        self._is_keeping = False
        self._on_refused(reasons)

    def _on_drop(self) -> None:
        ask = drop_question(self.look, self)
        ask.confirmed.connect(self._on_drop_confirmed)
        ask.open()

    def _on_drop_confirmed(self) -> None:
        self._keeps_again = False
        work = partial(_done, self.dropping(), self.context.session.store)
        self.context.tools.jobs.run(work, self._on_dropped, refused=self._on_refused, failed=self._on_failed)

    def _on_dropped(self, nothing: object) -> None:
        self.context.hub.announce([DRAFTS, *self._changes])
        self._leave()


def drop_question(look: Look, parent: QWidget) -> ConfirmDialog:
    """Whether a draft is to be dropped."""
    translate = QCoreApplication.translate
    return ConfirmDialog(
        look,
        parent,
        title=translate("DraftForm", "Drop what was typed?"),
        sentences=(translate("DraftForm", "The draft is gone then. What is saved stays as it is."),),
        action=translate("DraftForm", "Drop the draft"),
    )


def taken(part: FormPart) -> tuple[dict[str, Any], dict[str, str]]:
    """What a part of a form gives, and what was typed into it and cannot be taken: it stands in the place of a value,
    but beside the people who were chosen."""
    answers, typed = dict(plain(part.given())), {}
    for name, row in part.rows.items():
        text = _text(row.field) if entry(row.field).problem() else ""
        if text:
            typed[name] = text
            if fields(part.kind)[name].spec.form != "references":
                answers.pop(name, None)
    return answers, typed


def restore(part: FormPart, answers: Mapping[str, Any], typed: Mapping[str, str]) -> None:
    """A draft goes on where it was left."""
    for name, row in part.rows.items():
        if name in answers:
            entry(row.field).set_value(typed_value(part.kind, name, answers[name]))
        if name in typed:
            _write(row.field, typed[name])


def typed_value(kind: str, name: str, value: Any) -> Any:
    """A plain value as its field takes it; one that is none of the kind's stays away."""
    if value is None or isinstance(value, date | UUID):
        return value
    try:
        return msgspec.convert(value, fields(kind)[name].base)
    except msgspec.ValidationError:
        return None


def _text(field: QWidget) -> str:
    """What stands in a field that cannot be taken."""
    if isinstance(field, Unfinished):
        return field.unfinished()
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _write(field: QWidget, text: str) -> None:
    """Shows what was typed before, to be mended."""
    if isinstance(field, Unfinished):
        field.show_unfinished(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)


def _done(work: Callable[[Store], object], store: Store, progress: Progress) -> object:
    return work(store)
