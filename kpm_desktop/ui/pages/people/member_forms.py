"""The forms of a household: of an action on it or somebody in it, of somebody new; each goes on where it was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.household_view import HouseholdView
from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.ui.forms.kept_form import KeptForm, NewForm
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.add_dialog import CHILD, PREGNANT, WOMAN
from kpm_desktop.ui.pages.people.birth_form import BIRTH, ENDED, BirthForm, EndForm
from kpm_desktop.ui.pages.people.form_opening import FormOpening, Make
from kpm_desktop.ui.pages.people.household_form import HouseholdForm
from kpm_desktop.ui.pages.people.member_lines import MemberLine
from kpm_desktop.ui.pages.people.person_form import (
    PREGNANCY,
    NewChildForm,
    NewMotherForm,
    NewPregnancyForm,
    NewWomanForm,
    PersonForm,
)
from kpm_desktop.ui.pages.people.status_form import DIED, MOVED, DeathForm, MoveForm


class HouseholdForms(QObject):
    """`saved` gives what a form gave; `kept` says that one was closed and there is a draft."""

    saved = Signal(object)
    kept = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._opening = FormOpening(page)
        self._opening.saved.connect(self.saved)
        self._opening.kept.connect(self.kept)

    def open_about(self, view: HouseholdView, line: MemberLine, code: str) -> None:
        """The form of an action (`member_card.KEYS`) that asks for something."""
        owners = set(line.member.entries)
        if code in (BIRTH, ENDED):
            owners = {line.ongoing.id} if line.ongoing is not None else owners
        self._opening.begin(code, self._about(view, line, code), owners, view.region)

    def open_home(self, view: HouseholdView, code: str) -> None:
        """The form of an action on the household itself: change or moved."""
        self._opening.begin(code, self._home(view, code), set(view.entries), view.region)

    def open_new(self, view: HouseholdView, kind: str) -> None:
        """The form for a new person of a kind (`add_dialog`)."""
        self._opening.begin(kind, self._new(view, kind), set(view.entries), view.region)

    def go_on(self, view: HouseholdView, lines: Sequence[MemberLine], begun: BegunForm) -> bool:
        """Whatever form was begun in this household. Gives whether it is about anybody in it."""
        line = next((one for one in lines if begun.person in one.member.entries), None)
        if begun.form in (PREGNANT, CHILD, WOMAN):
            make = self._new(view, begun.form)
        elif begun.kind == "household":
            make = self._home(view, begun.form)
        elif line is not None:
            make = self._about(view, line, begun.form)
        else:
            return False
        self._opening.go_on(make, begun)
        return True

    def _about(self, view: HouseholdView, line: MemberLine, code: str) -> Make:
        return partial(_member_form, self._page.context, view, line, code, self._page)

    def _home(self, view: HouseholdView, code: str) -> Make:
        return partial(_home_form, self._page.context, view, code, self._page)

    def _new(self, view: HouseholdView, kind: str) -> Make:
        return partial(_new_person_form, self._page.context, view, kind, self._page)


def _member_form(
    context: Context, view: HouseholdView, line: MemberLine, code: str, parent: QWidget, begun: BegunForm | None
) -> KeptForm:
    """Changing data is the plain case."""
    member, carried = line.member, _carried(line, begun)
    if code == PREGNANCY:
        return NewPregnancyForm(context, member, parent, begun=begun)
    if code == BIRTH and carried is not None:
        return BirthForm(context, member, carried.id, parent, begun=begun)
    if code == ENDED and carried is not None:
        return EndForm(context, member, carried.id, parent, begun=begun)
    if code == MOVED:
        whose, name = line.person.id, line.person.full_name
        return MoveForm(context, Ref(view.region, "person", whose), name, member.base[whose], parent, begun=begun)
    if code == DIED:
        children = any(one.person.mother_id == line.person.id for one in view.members)
        return DeathForm(context, member, parent, has_children=children, begun=begun)
    return PersonForm(context, view, member, carried, parent, begun=begun)


def _carried(line: MemberLine, begun: BegunForm | None) -> Pregnancy | None:
    """The pregnancy a form is about: that of what was begun, even where another is the newest by now."""
    parts = begun.parts if begun is not None else ()
    known = {part.record for part in parts if part is not None and part.kind == "pregnancy"}
    return next((one for one in line.member.pregnancies if one.id in known), line.newest)


def _home_form(context: Context, view: HouseholdView, code: str, parent: QWidget, begun: BegunForm | None) -> KeptForm:
    home = view.household
    if code == MOVED:
        return MoveForm(context, Ref(view.region, "household", home.id), home.head_name, view.base, parent, begun=begun)
    return HouseholdForm(context, view, parent, begun=begun)


def _new_person_form(
    context: Context, view: HouseholdView, kind: str, parent: QWidget, begun: BegunForm | None
) -> NewForm:
    forms: dict[str, Callable[..., NewForm]] = {PREGNANT: NewWomanForm, CHILD: NewChildForm}
    return forms.get(kind, NewMotherForm)(context, view, parent, begun=begun)
