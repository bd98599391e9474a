"""The form of any register: what is asked, what is answered once more is known; every entry is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.registers.register_record import RegisterRecord, save_register_record
from kpm_desktop.commands.visits.keep_draft import drop_draft, keep_draft
from kpm_desktop.domain.errors import Objection
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.ui.forms.draft_form import DraftForm, restore, taken, typed_value
from kpm_desktop.ui.forms.entry_fields import Ask, LinesField
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.registers.person_field import PeopleField, PeopleSource, PersonField
from kpm_desktop.ui.registers.usual_field import UsualField

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class RegisterForm(DraftForm):
    """`found`: a record that is held or was begun; None begins a new one with `values`, which name those who are
    `known`. What is typed is kept as a draft at once; closing loses nothing (`kept` says that there is a draft), and it
    can be dropped. starts_at: the field that gets the keys."""

    def __init__(
        self,
        context: Context,
        register: Register,
        parent: QWidget,
        *,
        villages: Sequence[Region] = (),
        found: RegisterRecord | None = None,
        values: Mapping[str, Any] | None = None,
        known: Sequence[About] = (),
        answer: bool = False,
        starts_at: str = "",
    ) -> None:
        self._register, self._found, self._villages, self._known = register, found, villages, known
        self.record = found.id if found is not None else new_id()
        self._region = found.region if found is not None else ""
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
            for part in self.parts:
                restore(part, found.draft.answers, found.draft.typed)
        self.keep_drafts(has_draft=found is not None and found.draft is not None)
        self._starts_answering, self._starts_at = answer, starts_at

    def first_field(self) -> QWidget | None:
        """Whoever came to answer begins with the answer, and a form that is filled in where something is missing."""
        if self._starts_at:
            return self.asked.rows[self._starts_at].field
        answers = self.answered.fields() if self.answered is not None and self._starts_answering else []
        return next(iter(answers), None) or super().first_field()

    def part_of(self, objection: Objection) -> FormPart:
        """Both parts are one record."""
        return next((part for part in self.parts if objection.field in part.rows), self.parts[0])

    # what is kept

    def keeping(self) -> Callable[[Store], object]:
        """All answers of both parts, which are one record."""
        answers, typed = {}, {}
        for part in self.parts:
            of_part = taken(part)
            answers.update(of_part[0])
            typed.update(of_part[1])
        return partial(
            keep_draft,
            kind=self._register.kind,
            record=self.record,
            answers=answers,
            confirmed={},
            region=self._region,
            typed=typed,
        )

    def dropping(self) -> Callable[[Store], object]:
        """The draft of the record."""
        return partial(drop_draft, kind=self._register.kind, record=self.record, region=self._region)

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
            region=self._region,
            today=self.context.tools.today(),
            base=self._found.base if self._found is not None else None,
            sure=is_sure,
            overwrite=self.overwrites,
        )
        return self.record

    # how it is made

    def _part(self, names: Sequence[str], begun: Mapping[str, Any], *, heading: str = "") -> FormPart:
        kind = self._register.kind
        values = {name: typed_value(kind, name, value) for name, value in begun.items() if name in fields(kind)}
        marks = self._found.marks if self._found is not None else {}
        asks = [self._ask(name) for name in names]
        part = FormPart(
            self.context.tools, kind, asks, heading=heading, record=values, is_new=self._is_new, marks=marks
        )
        return self.add_part(part)

    def _ask(self, name: str) -> Ask:
        declared = fields(self._register.kind)[name]
        spec, look = declared.spec, self.context.look
        known = self._found.people if self._found is not None else self._known
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
        if name in self._register.usual:
            usual = partial(UsualField, self.context, self._register.kind, name, spec.high or 200)
            return Ask(field=name, required=required, wide=wide, make=usual)
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
