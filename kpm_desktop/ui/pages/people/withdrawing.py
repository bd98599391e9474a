"""What was entered in error in a household, and what comes back after all; where it means much, somebody is asked."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.household_view import HouseholdView
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.targets import GONE
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.member_lines import MemberLine

#: What may be marked here, and so what a page shows anew.
KINDS = frozenset({"household", "person", "pregnancy"})


class Withdrawing(QObject):
    """`done` when something was marked or taken back. `about_person` has what can be done about a person, by the codes
    of `member_card.KEYS`."""

    done = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.about_person: dict[str, Callable[[MemberLine], None]] = {
            "error": self._mark_person,
            "not_pregnant": self._mark_pregnancy,
            "back": self._return_person,
            "pregnant_after_all": self._return_pregnancy,
        }

    def mark_home(self, view: HouseholdView) -> None:
        """Asks whether a household was entered in error."""
        home = view.household
        title = self.tr("Household of {name}: entered in error?").format(name=home.head_name)
        text = self.tr("The household and everybody in it is hidden and no longer counts.")
        self._ask_error(title, text, Ref(view.region, "household", home.id))

    def return_home(self, view: HouseholdView) -> None:
        """With a household everybody comes back who left it that day."""
        home = view.household
        if home.status not in GONE:
            self._return(Ref(view.region, "household", home.id))
            return
        title = self.tr("Household of {name}: here after all?").format(name=home.head_name)
        left = [one.person.full_name for one in view.members if _left_with(one.person, home)]
        told = [self._date_goes()]
        if left:
            told.append(self.tr("With it come back: {names}.").format(names=", ".join(left)))
        self._ask_return(title, tuple(told), Ref(view.region, "household", home.id))

    def _mark_person(self, line: MemberLine) -> None:
        title = self.tr("{name}: entered in error?").format(name=line.person.full_name)
        text = self.tr("The person and everything recorded about them is hidden and no longer counts.")
        self._ask_error(title, text, _ref(line, "person", line.person.id))

    def _mark_pregnancy(self, line: MemberLine) -> None:
        assert line.ongoing is not None
        title = self.tr("{name}: not pregnant after all?").format(name=line.person.full_name)
        text = self.tr("This pregnancy and its checklists are hidden and no longer count.")
        self._ask_error(title, text, _ref(line, "pregnancy", line.ongoing.id))

    def _return_person(self, line: MemberLine) -> None:
        if line.person.status not in GONE:
            self._return(_ref(line, "person", line.person.id))
            return
        title = self.tr("{name}: here after all?").format(name=line.person.full_name)
        gone = f"{line.person.full_name}: {line.status_words}."
        self._ask_return(title, (gone, self._date_goes()), _ref(line, "person", line.person.id))

    def _return_pregnancy(self, line: MemberLine) -> None:
        if line.withdrawn is not None:
            self._return(_ref(line, "pregnancy", line.withdrawn.id))

    def _date_goes(self) -> str:
        return self.tr("The date is taken away, and visits go on.")

    def _ask_error(self, title: str, text: str, about: Ref) -> None:
        back = self.tr("It stays in the history and can be taken back here.")
        action = self.tr("Entered in error")
        ask = ConfirmDialog(self._page.look, self._page, title=title, sentences=(text, back), action=action)
        ask.confirmed.connect(partial(self._mark, about))
        ask.open()

    def _ask_return(self, title: str, sentences: tuple[str, ...], about: Ref) -> None:
        action = self.tr("Here after all")
        ask = ConfirmDialog(self._page.look, self._page, title=title, sentences=sentences, action=action)
        ask.confirmed.connect(partial(self._return, about))
        ask.open()

    def _mark(self, about: Ref) -> None:
        self._change(enter_in_error, about)

    def _return(self, about: Ref) -> None:
        self._change(take_back, about)

    def _change(self, command: Callable[..., None], about: Ref) -> None:
        today = self._page.context.tools.today()
        work = partial(command, kind=about.kind, record=about.id, region=about.region, today=today)
        self._page.do(work, self._on_done, KINDS)

    def _on_done(self, result: object) -> None:
        self.done.emit()


def _ref(line: MemberLine, kind: str, record: UUID) -> Ref:
    return Ref(line.member.region, kind, record)


def _left_with(person: Person, home: Household) -> bool:
    return person.status == "moved_out" and person.status_date == home.status_date
