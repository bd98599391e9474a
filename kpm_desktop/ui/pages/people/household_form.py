"""Rumah tangga: a new household, or the data of one that is registered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.household_view import HouseholdView, VillageNames
from kpm_desktop.commands.households.name_posyandu import name_posyandu
from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.commands.records.begun_forms import Begun, BegunForm
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.ui.forms.entry_fields import Ask
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.forms.kept_form import KeptForm, NewForm
from kpm_desktop.ui.forms.record_values import record_values
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref

if TYPE_CHECKING:
    from datetime import date

    from kpm_desktop.db.store import Store

#: What drafts of these forms are found again by.
NEW_HOUSEHOLD, CHANGE = "household", "change"
Values = Sequence[Mapping[str, Any]]


class NewHouseholdForm(NewForm):
    """`made` gives the household and what the user meant to add to it (empty for nothing)."""

    made = Signal(object, str)

    def __init__(
        self, context: Context, village: VillageNames, parent: QWidget, *, then: str, begun: BegunForm | None = None
    ) -> None:
        posyandu = village.posyandu
        villages = [(place.code, place.name) for place in context.session.places]
        save = partial(_register, village=villages[0][0], today=context.tools.today())
        changes = ["household", "posyandu"]
        super().__init__(context, parent, icon="house", save=save, changes=changes, form=NEW_HOUSEHOLD, begun=begun)
        self._then = then
        subtitle = self.tr("The person is asked for next.") if then else ""
        self.set_title(self.tr("New household"), subtitle)
        self.keep_part(FormPart(context.tools, "household", _village_asks(villages) + household_asks(village)))
        self.keep_part(FormPart(context.tools, "posyandu", new_posyandu_asks(bool(posyandu))))
        if then:
            self.call_saving(self.tr("Save and go on"))
        self.go_on()
        self.saved.connect(self._on_saved)

    def _on_saved(self, household: Ref) -> None:
        self.made.emit(household, self._then)


class HouseholdForm(KeptForm):
    """Corrects a household."""

    def __init__(
        self, context: Context, view: HouseholdView, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        home, changes = view.household.id, ["household", "posyandu"]
        save = partial(_correct, household=home, village=view.region, today=context.tools.today())
        super().__init__(
            context,
            parent,
            icon="house",
            save=save,
            changes=changes,
            form=CHANGE,
            region=view.region,
            about=home,
            begun=begun,
        )
        self.set_title(self.tr("Data of the household"), view.household.head_name)
        values = record_values(view.household)
        listed, own = list(view.names.posyandu), view.household.posyandu_id
        if own is not None and own not in dict(listed):
            listed.append((own, self.tr("another posyandu")))
        asks = household_asks(VillageNames(tuple(listed), view.names.hamlets))
        part = FormPart(context.tools, "household", asks, record=values, is_new=False, marks=view.marks)
        self.keep_part(part, about=home, base=view.base)
        self.keep_part(FormPart(context.tools, "posyandu", new_posyandu_asks(bool(listed))))
        self.go_on()


def household_asks(village: VillageNames) -> list[Ask]:
    """What is asked about a household; where the village has no posyandu yet, none can be chosen. The hamlets known in
    the village are proposed: one written in two ways would be two."""
    translate = QCoreApplication.translate
    listed = [(str(id), name) for id, name in village.posyandu]
    asks = [Ask(field="head_name", required=True, hint=translate("Forms", "As on the family card"))]
    asks.append(Ask(field="hamlet", proposed=village.hamlets))
    asks += [Ask(field="posyandu_id", choices=listed)] if listed else []
    asks += [Ask(field=name) for name in ("rt", "rw", "phone", "household_no")]
    asks.append(Ask(field="family_card_no", hint=translate("Forms", "16 digits; may stay empty")))
    asks += [Ask(field=name) for name in ("address", "residency", "is_vulnerable", "water_source", "has_septic_tank")]
    asks.append(Ask(field="note", wide=True))
    return asks


def new_posyandu_asks(has_others: bool) -> list[Ask]:
    """The name of a posyandu that cannot be chosen yet."""
    translate = QCoreApplication.translate
    if not has_others:
        return [Ask(field="name", label=translate("Forms", "Posyandu"))]
    hint = translate("Forms", "A name that is not in the list yet")
    return [Ask(field="name", label=translate("Forms", "New posyandu"), hint=hint)]


def _village_asks(villages: Sequence[tuple[str, str]]) -> list[Ask]:
    """Which village it lies in, where the profile has several."""
    if len(villages) == 1:
        return []
    words = QCoreApplication.translate("Forms", "Village")
    return [Ask(field="village_code", label=words, choices=villages, required=True)]


def _register(store: Store, values: Values, is_sure: bool, *, village: str, today: date, begun: Begun) -> Ref:
    home = _with_posyandu(store, {"village_code": village, **values[0]}, values[1], village, today)
    made = register_household(store, home, today=today, sure=is_sure, begun=begun)
    return Ref(str(home["village_code"]), "household", made)


def _correct(
    store: Store, values: Values, is_sure: bool, *, household: UUID, village: str, today: date, begun: Begun
) -> int:
    home = _with_posyandu(store, values[0], values[1], village, today)
    return correct_record(store, "household", household, home, region=village, today=today, sure=is_sure, begun=begun)


def _with_posyandu(
    store: Store, home: Mapping[str, Any], posyandu: Mapping[str, Any], village: str, today: date
) -> Mapping[str, Any]:
    """A posyandu that was named counts more than one that was chosen."""
    if not posyandu.get("name"):
        return home
    where = home.get("village_code", village)
    return {**home, "posyandu_id": name_posyandu(store, where, posyandu["name"], today=today)}
