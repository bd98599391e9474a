"""Which form belongs to an action on somebody in a household, or to somebody new."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.begun_forms import BegunForm
from kpm_desktop.commands.households.household_view import HouseholdView
from kpm_desktop.ui.forms.form_dialog import FormDialog
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.pages.people.add_dialog import CHILD, PREGNANT
from kpm_desktop.ui.pages.people.birth_form import BirthForm, EndForm
from kpm_desktop.ui.pages.people.member_lines import MemberLine
from kpm_desktop.ui.pages.people.new_form import NewForm
from kpm_desktop.ui.pages.people.person_form import (
    NewChildForm,
    NewMotherForm,
    NewPregnancyForm,
    NewWomanForm,
    PersonForm,
)
from kpm_desktop.ui.pages.people.status_form import DeathForm, MoveForm


def member_form(context: Context, view: HouseholdView, line: MemberLine, code: str, parent: QWidget) -> FormDialog:
    """The form of an action (`member_card.KEYS`) that asks for something; changing data is the plain case."""
    person, ongoing = line.person, line.ongoing
    if code == "pregnancy":
        return NewPregnancyForm(context, person, parent)
    if code == "birth" and ongoing is not None:
        return BirthForm(context, person, ongoing.id, parent)
    if code == "ended" and ongoing is not None:
        return EndForm(context, person, ongoing.id, parent)
    if code == "moved":
        return MoveForm(context, "person", person.id, person.full_name, parent)
    if code == "died":
        children = any(member.person.mother_id == person.id for member in view.members)
        return DeathForm(context, person, parent, has_children=children)
    return PersonForm(context, view, person, line.newest, parent)


def new_person_form(
    context: Context, view: HouseholdView, kind: str, parent: QWidget, begun: BegunForm | None
) -> NewForm:
    """The form for a new person of a kind (`add_dialog`). begun: what was typed into it before."""
    forms: dict[str, Callable[..., NewForm]] = {PREGNANT: NewWomanForm, CHILD: NewChildForm}
    return forms.get(kind, NewMotherForm)(context, view, parent, begun=begun)
