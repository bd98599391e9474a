"""Perlu diperbaiki: a value that breaks a limit, what counts meanwhile, and the field for the right one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.commands.records.begun_forms import Begun, BegunForm
from kpm_desktop.commands.review.repair_value import RepairView, repair_value
from kpm_desktop.db.queries.drafts import REPAIR
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, fields
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.format.moment_words import with_zone
from kpm_desktop.ui.forms.entry_fields import Ask, entry
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.forms.kept_form import KeptForm
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.limit_words import limit_words, written_words
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.subject_words import subject_words
from kpm_desktop.ui.words.value_words import value_words

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

_WIDTH = 720


def repair_of(field: str) -> str:
    """What the form that repairs a field is called among those that were begun."""
    return f"{REPAIR}{field}"


def _save(
    context: Context,
    view: RepairView,
    store: Store,
    values: Sequence[Mapping[str, Any]],
    is_sure: bool,
    *,
    begun: Begun,
) -> object:
    found = view.repair.withheld
    return repair_value(
        store,
        found.id,
        found.field,
        values[0][found.field],
        region=found.region,
        today=context.tools.today(),
        shown=view.shown,
        sure=is_sure,
        begun=begun,
    )


class RepairForm(KeptForm):
    """`saved` once the matter is closed. Emptying is a button of its own: an empty field alone decides nothing."""

    def __init__(self, context: Context, view: RepairView, parent: QWidget, *, begun: BegunForm | None = None) -> None:
        found, tools = view.repair.withheld, context.tools
        super().__init__(
            context,
            parent,
            icon="wrench",
            save=partial(_save, context, view),
            changes=[found.kind],
            form=repair_of(found.field),
            region=found.region,
            about=found.id,
            begun=begun,
            width=_WIDTH,
        )
        self._view = view
        self._empties = False
        words = tools.words.field(found.kind, found.field)
        self.set_title(
            self.tr("To be repaired: {field}").format(field=words),
            subject_words(view.repair.subject, found.kind, tools),
        )
        self.body.addLayout(self._facts())
        start = sorted(set(view.repair.written)) if found.code == "not_sorted" else None
        ask = Ask(field=found.field, label=self.tr("The right entry"), choices=self._choices() or None)
        part = FormPart(tools, found.kind, [ask], record={found.field: start} if start else None)
        self.part = self.keep_part(part, about=found.id, base={found.field: list(view.shown)})
        self.empty_button = self.add_button(self.tr("Leave it empty"), before=self.save_button)
        self.empty_button.clicked.connect(self._on_empty)
        is_needed = fields(found.kind)[found.field].required
        self.empty_button.setVisible(not is_needed)
        self.go_on()
        self.note.setText(
            self.tr("The old entry stays in the history, the repair travels to all laptops. What is typed is a draft.")
        )

    def values(self) -> list[dict[str, Any]]:
        """The entry, also where it is empty."""
        field = self._view.repair.withheld.field
        return [{field: None if self._empties else entry(self.part.rows[field].field).value()}]

    def save(self) -> None:
        """Saves an entry; nothing entered is not the same as empty."""
        row = self.part.rows[self._view.repair.withheld.field]
        if not self._empties and entry(row.field).value() is None and not entry(row.field).problem():
            row.set_problem(self.tr("Enter the right value, or choose Leave it empty."))
            self.fit()
            row.field.setFocus()
            return
        super().save()

    def _on_empty(self) -> None:
        self._empties = True
        typed = entry(self.part.rows[self._view.repair.withheld.field].field)
        if typed.problem():
            typed.set_value(None)
        super().save()

    def _on_edited(self) -> None:
        self._empties = False
        super()._on_edited()

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, self.look.px(130))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(self.look.px(6))
        for row, (name, value, tone) in enumerate(self._lines()):
            grid.addWidget(label(self.look, name, Text.CAPTION, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self.look, value, Text.BODY_MEDIUM, tone, wrap=True), row, 1)
        return grid

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        repair, tools = self._view.repair, self.context.tools
        found = repair.withheld
        yield self.tr("Written"), f"{self._value(repair.written)}. {limit_words(repair, tools)}", "risk"
        laptop = self.tr("this laptop") if repair.own else repair.laptop or repair.author.device[:8]
        moment = with_zone(repair.author.at, tools.calendar)
        parts = dict.fromkeys((repair.author.user, laptop, moment))
        yield self.tr("By"), ", ".join(parts), "text"
        if repair.is_reported:
            yield self.tr("Not used"), self.tr("on the supervisor's laptop"), "text"
        elif repair.shown is None:
            yield self.tr("Used meanwhile"), self.tr("nothing: the field counts as empty"), "text"
        else:
            yield self.tr("Used meanwhile"), self._value(repair.shown), "text"
        if self._view.earlier:
            told = " · ".join(
                f"{tools.calendar.short_month(month)} {value_words(tools, found.kind, found.field, value)}"
                for month, value in self._view.earlier
            )
            yield self.tr("Months before"), told, "text"

    def _value(self, value: Any) -> str:
        """An id as the name it stands for, where that is known."""
        names = {str(one): name for one, name in self._view.candidates}
        if value is not None and isinstance(value, str) and value.lower() in names:
            return names[value.lower()]
        found = self._view.repair.withheld
        if value == self._view.repair.written:
            return written_words(self._view.repair, self.context.tools)
        return value_words(self.context.tools, found.kind, found.field, value)

    def _choices(self) -> list[tuple[str, str]]:
        """The values that may be chosen, in the words of the forms."""
        found = self._view.repair.withheld
        if found.kind not in KINDS or found.kind not in DICTIONARY:
            return []
        spec = fields(found.kind)[found.field].spec
        if spec.form in ("village", "region"):
            return [(found.region, place_title(place)) for place in places([found.region])]
        if spec.form in ("reference", "references"):
            return [(str(one), name) for one, name in self._view.candidates]
        return self.context.tools.words.choices(found.kind, found.field)
