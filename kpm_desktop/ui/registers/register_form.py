"""The form of any register: what is asked, what is answered once more is known; every entry is kept at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kpm_desktop.commands.registers.register_record import RegisterRecord, save_register_record
from kpm_desktop.commands.visits.keep_draft import drop_draft, keep_draft
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.entry_fields import Ask, LinesField, entry
from kpm_desktop.ui.forms.form_dialog import FormDialog
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.registers.person_field import PeopleField, PeopleSource, PersonField

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

_MEANWHILE = "rules.changed_meanwhile"


class RegisterForm(FormDialog):
    """`found`: a record that is held or was begun; None begins a new one with `values`. What is typed is kept as a
    draft at once; closing loses nothing (`kept` says that there is a draft), and it can be dropped."""

    kept = Signal()

    def __init__(
        self,
        context: Context,
        register: Register,
        parent: QWidget,
        *,
        villages: Sequence[Region] = (),
        found: RegisterRecord | None = None,
        values: Mapping[str, Any] | None = None,
        answer: bool = False,
    ) -> None:
        self._register, self._found, self._villages = register, found, villages
        self.record = found.id if found is not None else new_id()
        self._is_new = found is None or found.is_new
        super().__init__(
            context, parent, icon=register.icon, save=self._saving, changes=(register.kind, DRAFTS), width=660
        )
        phrase = context.tools.wording.phrase
        self.set_title(phrase(f"register.{register.kind}.{'new' if self._is_new else 'change'}"))
        self._source = PeopleSource(context)
        held = dict(found.values) if found is not None and not found.is_new else {}
        begun = held if not self._is_new else {**self._proposed(), **dict(values or {})}
        self.asked = self._part(register.asked, begun)
        self.answered: FormPart | None = None
        if register.answered and not self._is_new:
            self.answered = self._part(register.answered, begun, heading=phrase("register.answer"))
        self._asks_village()
        if found is not None and found.draft is not None:
            self._restore(found.draft.answers, found.draft.typed)
        self._overwrites = self._is_keeping = self._keeps_again = False
        self._drop = self.add_button(self.tr("Drop the draft"), icon="trash-2", before=self.save_button)
        self._drop.clicked.connect(self._on_drop)
        self._drop.setVisible(found is not None and found.draft is not None)
        self.note.setText(self.tr("Fields with * must be filled in · what is typed is kept as a draft at once"))
        for part in self.parts:
            part.edited.connect(self._on_typed)
        self._starts_answering = answer

    def first_field(self) -> QWidget | None:
        """Whoever came to answer begins with the answer."""
        answers = self.answered.fields() if self.answered is not None and self._starts_answering else []
        return next(iter(answers), None) or super().first_field()

    def part_of(self, objection: Objection) -> FormPart:
        """Both parts are one record."""
        return next((part for part in self.parts if objection.field in part.rows), self.parts[0])

    def holds_typing(self) -> bool:
        """All of it is a draft."""
        return False

    def leave(self) -> None:
        """What was typed last waits for what is being kept; nobody would call it later."""
        if self._keeps_again:
            self._keeps_again = self._is_keeping = False
            self._keep()

    def reject(self) -> None:
        """Esc and Batal: what was typed stays as a draft."""
        if self._is_saving:
            return
        self._leave()
        if any(part.is_touched for part in self.parts):
            self.kept.emit()

    def save(self) -> None:
        """Saves; what is typed until then is in it, so that no draft of it follows."""
        self._keeps_again = False
        super().save()

    def tell_objections(self, outcome: Objected) -> None:
        """What somebody else wrote meanwhile is shown; saving once more puts this entry above it."""
        super().tell_objections(outcome)
        self._keep()
        if all(one.why.code == _MEANWHILE for one in outcome.objections):
            self._overwrites = True
            self.save_button.setText(self.tr("Save mine all the same"))

    # what is kept

    def _on_typed(self) -> None:
        self._overwrites = False
        self._drop.show()
        self._keep()

    def _keep(self) -> None:
        """Hands over all answers; while one is on its way the newest waits."""
        if self._is_keeping:
            self._keeps_again = True
            return
        self._is_keeping = True
        answers, typed = self._answers()
        work = partial(_kept, self.context, self._register.kind, self.record, answers, typed)
        self.context.tools.jobs.run(work, self._on_kept, refused=self._on_not_kept, failed=self._on_failed)

    def _on_kept(self, at: object) -> None:
        self._is_keeping = False
        if self._keeps_again:
            self._keeps_again = False
            self._keep()
        else:
            self.context.hub.announce([DRAFTS])

    def _on_not_kept(self, reasons: Any) -> None:
        self._is_keeping = False
        self._on_refused(reasons)

    def _answers(self) -> tuple[dict[str, Any], dict[str, str]]:
        """What differs from what is held, and what was typed and cannot be taken."""
        answers, typed = {}, {}
        for part in self.parts:
            answers.update(plain(part.given()))
            for name, row in part.rows.items():
                text = _typed(row.field) if entry(row.field).problem() else ""
                if text:
                    typed[name] = text
                    answers.pop(name, None)
        return answers, typed

    def _restore(self, answers: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        """A draft goes on where it was left."""
        for part in self.parts:
            for name, row in part.rows.items():
                if name in answers:
                    entry(row.field).set_value(_typed_value(self._register.kind, name, answers[name]))
                if name in typed:
                    _write(row.field, typed[name])

    def _on_drop(self) -> None:
        ask = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Drop what was typed?"),
            sentences=(self.tr("The draft is gone then. What is saved stays as it is."),),
            action=self.tr("Drop the draft"),
        )
        ask.confirmed.connect(self._on_drop_confirmed)
        ask.open()

    def _on_drop_confirmed(self) -> None:
        work = partial(_dropped, self.context, self._register.kind, self.record)
        self.context.tools.jobs.run(work, self._on_dropped, refused=self._on_refused, failed=self._on_failed)

    def _on_dropped(self, nothing: object) -> None:
        self.context.hub.announce([DRAFTS, self._register.kind])
        self._leave()

    # saving

    def _saving(self, store: Store, values: Sequence[dict[str, Any]], is_sure: bool) -> Any:
        merged = {name: value for part in values for name, value in part.items()}
        if self._is_new:
            merged = {**self._register.proposed, **merged}
        save_register_record(
            store,
            self._register.kind,
            self.record,
            merged,
            today=self.context.tools.today(),
            base=self._found.base if self._found is not None else None,
            sure=is_sure,
            overwrite=self._overwrites,
        )
        return self.record

    # how it is made

    def _part(self, names: Sequence[str], begun: Mapping[str, Any], *, heading: str = "") -> FormPart:
        kind = self._register.kind
        values = {name: _typed_value(kind, name, value) for name, value in begun.items() if name in fields(kind)}
        marks = self._found.marks if self._found is not None else {}
        asks = [self._ask(name) for name in names]
        part = FormPart(
            self.context.tools, kind, asks, heading=heading, record=values, is_new=self._is_new, marks=marks
        )
        return self.add_part(part)

    def _ask(self, name: str) -> Ask:
        declared = fields(self._register.kind)[name]
        spec, look = declared.spec, self.context.look
        known = self._found.people if self._found is not None else ()
        wide = name in self._register.wide
        required = declared.required and name not in self._register.proposed
        if name == self._register.person_field:
            make = partial(PersonField, self._source, self.context, required=required, known=known)
            return Ask(field=name, required=required, wide=wide, make=make)
        if name == self._register.people_field:
            return Ask(field=name, wide=wide, make=partial(PeopleField, self._source, self.context, known=known))
        if spec.form in ("village", "region"):
            places = [(place.code, place.name) for place in self._villages]
            return Ask(field=name, choices=places, required=True, wide=wide)
        if spec.lines:
            return Ask(field=name, required=required, wide=wide, make=partial(LinesField, look, spec.high or 2000))
        return Ask(field=name, required=declared.required, wide=wide)

    def _asks_village(self) -> None:
        """A cadre of one village is not asked for it; of a saved record it cannot be changed."""
        name = self._register.place_field
        if name in self.asked.rows and (len(self._villages) == 1 or not self._is_new):
            self.asked.show_field(name, visible=False)

    def _proposed(self) -> dict[str, Any]:
        """What a new record begins with: the day it is written, and what the register proposes."""
        declared = fields(self._register.kind)
        days = {
            name: self.context.tools.today()
            for name in self._register.asked
            if declared[name].required and declared[name].spec.form == "date"
        }
        return {**days, **self._register.proposed}


def _typed(field: QWidget) -> str:
    """What stands in a field that cannot be taken."""
    if isinstance(field, PersonField):
        return field.typed()
    if isinstance(field, PeopleField):
        return ""
    return field.text() if isinstance(field, QLineEdit) else _long(field)


def _long(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _write(field: QWidget, text: str) -> None:
    """Shows what was typed before, to be mended."""
    if isinstance(field, PersonField):
        field.set_typed(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)


def _typed_value(kind: str, name: str, value: Any) -> Any:
    """A plain value as its field takes it; one that is none of the kind's stays away."""
    if value is None or isinstance(value, date | UUID):
        return value
    try:
        return msgspec.convert(value, fields(kind)[name].base)
    except msgspec.ValidationError:
        return None


def _kept(
    context: Context, kind: str, record: UUID, answers: dict[str, Any], typed: dict[str, str], progress: Progress
) -> str:
    return keep_draft(context.session.store, kind, record, answers, {}, typed=typed)


def _dropped(context: Context, kind: str, record: UUID, progress: Progress) -> None:
    drop_draft(context.session.store, kind, record)
