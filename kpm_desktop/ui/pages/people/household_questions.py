"""Questions about a household and its people: the one that waits is opened, or a new one is asked."""

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.household_view import HouseholdView
from kpm_desktop.ui.dialogs.ask import AskDialog, Topic
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.member_lines import MemberLine


class HouseholdQuestions(QObject):
    """`told` gives a sentence about what was asked or answered."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def open(self, view: HouseholdView, line: MemberLine | None) -> None:
        """A question about the chosen person, else about the household; where there is none, one is asked."""
        entries = line.member.entries if line is not None else ()
        threads = sorted(view.questions, key=lambda one: (one.subject.person not in entries, not one.waits_for_us))
        about = [one for one in threads if one.subject.person is None or one.subject.person in entries]
        if about:
            dialog = ThreadDialog(self._page.context, Ref(view.region, "comment", about[0].id), self._page)
            dialog.told.connect(self.told)
            dialog.went.connect(self._page.go)
            dialog.open()
        else:
            self._ask(view, line)

    def _ask(self, view: HouseholdView, line: MemberLine | None) -> None:
        home = view.household
        topics = [
            Topic(self.tr("Household of {name}").format(name=home.head_name), Ref(view.region, "household", home.id))
        ]
        if line is not None:
            topics.insert(0, Topic(line.person.full_name, Ref(view.region, "person", line.person.id)))
        title = self.tr("Ask about {name}").format(name=home.head_name)
        ask = AskDialog(self._page.context, title, "", topics, self._page)
        ask.told.connect(self.told)
        ask.open()
