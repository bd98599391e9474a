"""Forms about people: a woman with her pregnancy, a child, a pregnancy of a woman who is registered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.household_view import HouseholdView, Member
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.households.register_pregnancy import month_told, register_pregnancy
from kpm_desktop.commands.records.begun_forms import Begun, BegunForm
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.entry.pregnancy import YOUNGEST_MOTHER
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.ui.forms.entry_fields import Ask
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.forms.kept_form import KeptForm, NewForm
from kpm_desktop.ui.forms.record_values import record_values
from kpm_desktop.ui.frame.context import Context, Tools
from kpm_desktop.ui.pages.people.add_dialog import CHILD, PREGNANT, WOMAN

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

Values = Sequence[Mapping[str, Any]]
#: What drafts of these forms are found again by.
CHANGE, PREGNANCY = "change", "pregnancy"

#: What tells how far a pregnancy is; one of them is enough.
WHEN = ("last_menstrual_date", "expected_delivery_date", "gestational_age_months")


class NewWomanForm(NewForm):
    """A woman and her pregnancy, saved together."""

    def __init__(
        self, context: Context, view: HouseholdView, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        save = partial(_register_woman, household=view.household.id, region=view.region, today=context.tools.today())
        changes = ["person", "pregnancy"]
        super().__init__(
            context,
            parent,
            icon="user-plus",
            save=save,
            changes=changes,
            form=PREGNANT,
            region=view.region,
            begun=begun,
        )
        self.set_title(self.tr("New: pregnant woman"), home_words(view))
        mother = FormPart(context.tools, "person", woman_asks(), heading=self.tr("The mother"))
        self.keep_part(mother, around=hangs_on(view))
        carried = new_pregnancy_part(context.tools, self.tr("The pregnancy"))
        self.keep_part(carried, around={"person_id": str(self.record)})
        self.go_on()


class NewMotherForm(NewForm):
    """A woman who is not pregnant, such as the mother of a child that is entered next."""

    def __init__(
        self, context: Context, view: HouseholdView, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        save = partial(_register_woman, household=view.household.id, region=view.region, today=context.tools.today())
        super().__init__(
            context,
            parent,
            icon="user-plus",
            save=save,
            changes=["person"],
            form=WOMAN,
            region=view.region,
            begun=begun,
        )
        self.set_title(self.tr("New: woman who is not pregnant"), home_words(view))
        self.keep_part(FormPart(context.tools, "person", woman_asks()), around=hangs_on(view))
        self.go_on()


class NewChildForm(NewForm):
    """A child; without a NIK or a mother in the register too."""

    def __init__(
        self, context: Context, view: HouseholdView, parent: QWidget, *, begun: BegunForm | None = None
    ) -> None:
        save = partial(_register_child, household=view.household.id, region=view.region, today=context.tools.today())
        super().__init__(
            context, parent, icon="baby", save=save, changes=["person"], form=CHILD, region=view.region, begun=begun
        )
        self.set_title(self.tr("New: child"), home_words(view))
        mothers = mothers_of(view, context.tools.today())
        proposed = {"mother_id": UUID(mothers[0][0])} if len(mothers) == 1 else {}
        self.keep_part(FormPart(context.tools, "person", child_asks(mothers), record=proposed), around=hangs_on(view))
        self.go_on()


class PersonForm(KeptForm):
    """Corrects a person, and a woman's newest pregnancy."""

    def __init__(
        self,
        context: Context,
        view: HouseholdView,
        member: Member,
        pregnancy: Pregnancy | None,
        parent: QWidget,
        *,
        begun: BegunForm | None = None,
    ) -> None:
        person = member.person
        save = partial(
            _correct,
            person=person.id,
            pregnancy=pregnancy.id if pregnancy else None,
            region=view.region,
            today=context.tools.today(),
        )
        changes = ["person", "pregnancy"]
        super().__init__(
            context,
            parent,
            icon="pencil",
            save=save,
            changes=changes,
            form=CHANGE,
            region=view.region,
            about=person.id,
            begun=begun,
        )
        self.set_title(self.tr("Change the data of {name}").format(name=person.full_name), home_words(view))
        asks = woman_asks() if pregnancy is not None else person_asks(view, person, context.tools.today())
        heading = self.tr("The mother") if pregnancy is not None else ""
        values, marks = record_values(person), member.marks
        part = FormPart(context.tools, "person", asks, heading=heading, record=values, is_new=False, marks=marks)
        self.keep_part(part, about=person.id, base=member.base[person.id])
        if pregnancy is not None:
            self._add_pregnancy(pregnancy, member)
        self.go_on()

    def _add_pregnancy(self, pregnancy: Pregnancy, member: Member) -> None:
        asks = pregnancy_asks()
        if pregnancy.outcome != "ongoing":
            asks += end_asks()
        values, heading = record_values(pregnancy), self.tr("The newest pregnancy")
        tools, marks = self.context.tools, member.carrying[pregnancy.id]
        part = FormPart(tools, "pregnancy", asks, heading=heading, record=values, is_new=False, marks=marks)
        self.keep_part(part, about=pregnancy.id, base=member.base[pregnancy.id])


class NewPregnancyForm(KeptForm):
    """A new pregnancy of a woman in the register."""

    def __init__(self, context: Context, member: Member, parent: QWidget, *, begun: BegunForm | None = None) -> None:
        person, region = member.person, member.region
        save = partial(_register_pregnancy, person=person.id, region=region, today=context.tools.today())
        changes = ["pregnancy"]
        super().__init__(
            context, parent, icon="user-plus", save=save, changes=changes, form=PREGNANCY, region=region, begun=begun
        )
        self.set_title(self.tr("New pregnancy"), person.full_name)
        self.keep_part(new_pregnancy_part(context.tools), around={"person_id": str(person.id)})
        self.go_on()


def hangs_on(view: HouseholdView) -> dict[str, str]:
    """The household of somebody new."""
    return {"household_id": str(view.household.id)}


def home_words(view: HouseholdView) -> str:
    """Whose household it is, and where."""
    home = view.household
    words = QCoreApplication.translate("Forms", "Household of {name}").format(name=home.head_name)
    return " · ".join(part for part in (words, home.hamlet) if part)


def mothers_of(view: HouseholdView, today: date) -> list[tuple[str, str]]:
    """The women of a household who may be somebody's mother, also one who moved or died."""
    return [
        (str(member.person.id), member.person.full_name)
        for member in view.members
        if member.person.sex == "female"
        and member.person.status != "entered_in_error"
        and completed_months(member.person.birth_date, today) >= 12 * YOUNGEST_MOTHER
    ]


def woman_asks() -> list[Ask]:
    """What is asked about a woman."""
    nik = [Ask(field="nik"), Ask(field="nik_kind")]
    rest = [Ask(field=name) for name in ("phone", "birth_date_is_estimated")]
    return [Ask(field="full_name", required=True), Ask(field="birth_date", required=True), *nik, *rest]


def child_asks(mothers: Sequence[tuple[str, str]]) -> list[Ask]:
    """What is asked about a child."""
    guardian = QCoreApplication.translate("Forms", "Who cares for the child if not the mother")
    asks = [Ask(field=name, required=True) for name in ("full_name", "sex", "birth_date")]
    asks += [Ask(field="mother_id", choices=mothers), Ask(field="guardian_name", hint=guardian)]
    asks += [Ask(field=name) for name in ("kia_number", "nik", "nik_kind", "birth_date_is_estimated")]
    asks += [Ask(field=name) for name in ("birth_weight_g", "birth_length_mm", "gestation_at_birth_weeks")]
    return asks


def person_asks(view: HouseholdView, person: Person, today: date) -> list[Ask]:
    """What is asked about anybody who is registered already."""
    if person.sex == "female" and completed_months(person.birth_date, today) >= 12 * YOUNGEST_MOTHER:
        return woman_asks()
    mothers = [(id, name) for id, name in mothers_of(view, today) if id != str(person.id)]
    if person.mother_id is not None and str(person.mother_id) not in dict(mothers):
        elsewhere = QCoreApplication.translate("Forms", "mother in another household")
        mothers.append((str(person.mother_id), elsewhere))
    return [*child_asks(mothers), Ask(field="birth_order"), Ask(field="phone")]


def pregnancy_asks() -> list[Ask]:
    """What is asked about a pregnancy; its month where nobody knows the dates."""
    translate = QCoreApplication.translate
    label = translate("Forms", "Month of pregnancy now")
    month = Ask(field=WHEN[-1], label=label, hint=translate("Forms", "where both dates are unknown"))
    dates = [Ask(field=name) for name in WHEN[:-1]]
    names = (
        "gravida",
        "parity",
        "previous_birth_date",
        "married_on",
        "height_mm",
        "pre_pregnancy_weight_g",
        "risk_reasons",
    )
    return [Ask(field="kia_number"), *dates, month, *(Ask(field=name) for name in names)]


def new_pregnancy_part(tools: Tools, heading: str = "") -> FormPart:
    """A pregnancy that is entered: when it began or will end has to be told in one of three ways."""
    needed = QCoreApplication.translate("Forms", "HPHT or HPL, please. Where both are unknown: the month of pregnancy.")
    return FormPart(tools, "pregnancy", pregnancy_asks(), heading=heading, one_of=WHEN, needed=needed)


def end_asks() -> list[Ask]:
    """What is asked about a pregnancy that has ended."""
    names = ("outcome", "delivery_date", "ended_on", "delivery_place", "birth_attendant")
    return [Ask(field=name) for name in names]


def _register_woman(
    store: Store, values: Values, is_sure: bool, *, household: UUID, region: str, today: date, begun: Begun
) -> UUID:
    person = {**values[0], "sex": "female"}
    carried = values[1] if len(values) > 1 else None
    return register_person(
        store, household, person, pregnancy=carried, region=region, today=today, sure=is_sure, begun=begun
    )


def _register_child(
    store: Store, values: Values, is_sure: bool, *, household: UUID, region: str, today: date, begun: Begun
) -> UUID:
    return register_person(store, household, values[0], region=region, today=today, sure=is_sure, begun=begun)


def _register_pregnancy(
    store: Store, values: Values, is_sure: bool, *, person: UUID, region: str, today: date, begun: Begun
) -> UUID:
    register_pregnancy(store, person, values[0], region=region, today=today, sure=is_sure, begun=begun)
    return person


def _correct(
    store: Store,
    values: Values,
    is_sure: bool,
    *,
    person: UUID,
    pregnancy: UUID | None,
    region: str,
    today: date,
    begun: Begun,
) -> UUID:
    edits = [Edit("person", values[0], person, region=region)]
    if pregnancy is not None:
        edits.append(Edit("pregnancy", month_told(values[1], today), pregnancy, region=region))
    save_records(store, edits, today=today, sure=is_sure, begun=begun)
    return person
