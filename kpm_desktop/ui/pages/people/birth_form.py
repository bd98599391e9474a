"""Kelahiran: where and with whom, and the child that was born; twins are several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.end_pregnancy import end_pregnancy
from kpm_desktop.commands.households.household_view import Member
from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.records.begun_forms import Begun, BegunForm
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.forms.entry_fields import Ask, entry
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.forms.kept_form import KeptForm
from kpm_desktop.ui.frame.context import Context

if TYPE_CHECKING:
    from datetime import date

    from kpm_desktop.db.store import Store

Values = Sequence[Mapping[str, Any]]
#: What drafts of these forms are found again by.
BIRTH, ENDED = "birth", "ended"
_BABY = ("nik", "nik_kind", "kia_number", "birth_weight_g", "birth_length_mm", "gestation_at_birth_weeks")
#: How a pregnancy ends without a child that lives, and which date belongs to each.
_ENDS = {"miscarriage": "ended_on", "stillbirth": "delivery_date", "unknown": "ended_on"}


class BirthForm(KeptForm):
    """`saved` gives the ids of the children."""

    def __init__(
        self, context: Context, member: Member, pregnancy: UUID, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        save = partial(_register, pregnancy=pregnancy, region=member.region, today=context.tools.today())
        changes = ["person", "pregnancy"]
        super().__init__(
            context,
            parent,
            icon="baby",
            save=save,
            changes=changes,
            form=BIRTH,
            region=member.region,
            about=pregnancy,
            begun=begun,
        )
        self._mother = member.person.full_name
        self.set_title(self.tr("Birth"), self.tr("Mother: {name}").format(name=self._mother))
        place = [Ask(field=name) for name in ("delivery_place", "birth_attendant")]
        asks = [Ask(field="delivery_date", required=True), *place]
        part = FormPart(context.tools, "pregnancy", asks)
        self.keep_part(part, about=pregnancy, base=member.base.get(pregnancy))
        self.another = Button(self.look, self.tr("Another baby (twins)"), icon="plus", key="Ctrl+B", small=True)
        self.another.clicked.connect(self._on_another)
        QShortcut(QKeySequence("Ctrl+B"), self, self._on_another)
        self.add_baby().head.addWidget(self.another)
        for _ in begun.parts[2:] if begun is not None else ():
            self.add_baby()
        self.go_on()

    def add_baby(self) -> FormPart:
        """The fields of one more child."""
        number = len(self.parts)
        hint = self.tr("No name yet: Bayi Ny. {name}").format(name=self._mother)
        asks = [Ask(field="full_name", required=True, hint=hint), Ask(field="sex", required=True)]
        asks += [Ask(field=name) for name in _BABY]
        heading = self.tr("Baby {number}").format(number=number)
        part = FormPart(self.context.tools, "person", asks, heading=heading)
        if number > 1:
            part.head.addWidget(self._way_out(part))
        return self.keep_part(part)

    def _way_out(self, part: FormPart) -> Button:
        button = Button(self.look, self.tr("Take out"), kind="link", small=True)
        button.clicked.connect(_Removal(self, part).take_out)
        return button

    def _on_another(self) -> None:
        part = self.add_baby()
        self.fit()
        self.reach(part.fields()[0])


class _Removal(QObject):
    """Takes one baby out of a form again."""

    def __init__(self, form: BirthForm, part: FormPart) -> None:
        super().__init__(part)
        self._form, self._part = form, part

    def take_out(self) -> None:
        """Takes it out."""
        self._form.drop_part(self._part)


class EndForm(KeptForm):
    """A pregnancy that ended without a child that lives."""

    def __init__(
        self, context: Context, member: Member, pregnancy: UUID, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        save = partial(_end, pregnancy=pregnancy, region=member.region, today=context.tools.today())
        super().__init__(
            context,
            parent,
            icon="calendar",
            save=save,
            changes=["pregnancy"],
            form=ENDED,
            region=member.region,
            about=pregnancy,
            begun=begun,
            width=720,
        )
        mother = self.tr("Mother: {name}").format(name=member.person.full_name)
        self.set_title(self.tr("The pregnancy has ended"), mother)
        ends = [(code, context.tools.words.choice("pregnancy", "outcome", code)) for code in _ENDS]
        asks = [Ask(field="outcome", required=True, choices=ends)]
        asks += [Ask(field="ended_on", required=True), Ask(field="delivery_date", required=True)]
        self._part = FormPart(context.tools, "pregnancy", asks)
        self.keep_part(self._part, about=pregnancy, base=member.base.get(pregnancy))
        self._part.edited.connect(self._show_date)
        self.go_on()
        self._show_date()

    def values(self) -> list[dict[str, Any]]:
        """The outcome and its own date alone."""
        given = super().values()[0]
        wanted = {"outcome", _ENDS[given["outcome"]]}
        return [{name: value for name, value in given.items() if name in wanted}]

    def _show_date(self) -> None:
        wanted = _ENDS[entry(self._part.rows["outcome"].field).value()]
        for name in dict.fromkeys(_ENDS.values()):
            self._part.show_field(name, visible=name == wanted)


def _register(
    store: Store, values: Values, is_sure: bool, *, pregnancy: UUID, region: str, today: date, begun: Begun
) -> list[UUID]:
    birth = {"outcome": "live_birth", **values[0]}
    return register_birth(store, pregnancy, birth, values[1:], region=region, today=today, sure=is_sure, begun=begun)


def _end(
    store: Store, values: Values, is_sure: bool, *, pregnancy: UUID, region: str, today: date, begun: Begun
) -> UUID:
    end_pregnancy(store, pregnancy, values[0], region=region, today=today, sure=is_sure, begun=begun)
    return pregnancy
