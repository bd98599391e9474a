"""Rumah tangga: its data and everybody who is or was in it, and all that happens to them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.household_view import HouseholdView, household_view
from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.domain.registers.about import About
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.unmerge import UnmergeDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.begun_call import BegunCall
from kpm_desktop.ui.pages.people.begun_dialog import BegunDialog
from kpm_desktop.ui.pages.people.household_questions import HouseholdQuestions
from kpm_desktop.ui.pages.people.household_side import HouseholdSide
from kpm_desktop.ui.pages.people.member_card import KEYS, MemberCard, action_words
from kpm_desktop.ui.pages.people.member_forms import HouseholdForms
from kpm_desktop.ui.pages.people.member_lines import MemberLine
from kpm_desktop.ui.pages.people.member_rows import MemberDelegate
from kpm_desktop.ui.pages.people.withdrawing import KINDS, Withdrawing
from kpm_desktop.ui.registers.referring import open_referral


class HouseholdTask(Task):
    """`person` is chosen at first; `add` opens the form for a new person at once (`add_dialog`), `begun` one that was
    begun, `deed` that of an action (`member_card.KEYS`) on the person."""

    interests = KINDS | {DELIVERY, "comment"}

    def __init__(
        self,
        context: Context,
        household: Ref,
        *,
        person: UUID | None = None,
        add: str = "",
        deed: str = "",
        begun: BegunForm | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.household, self._wanted, self._add, self._go_on = household, person, add, begun
        self._deed = deed
        self.view: HouseholdView | None = None
        self._lines: list[MemberLine] = []
        self._forms = HouseholdForms(self)
        self._forms.saved.connect(self._on_saved)
        self._forms.kept.connect(self._on_kept)
        self.unfinished = BegunCall(self, self._is_here)
        self.unfinished.wanted.connect(self._on_go_on)
        self._withdrawing = Withdrawing(self)
        self._withdrawing.done.connect(self.banner.clear)
        self._questions = HouseholdQuestions(self)
        self._questions.told.connect(self._on_told)
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addWidget(self.unfinished.call)
        self.column.addLayout(self._middle(), 1)
        self._side = HouseholdSide(context, self)
        take_keys(self, (("Ctrl+N", self._on_add), ("K", self._visit), ("T", self._on_question)))
        self._side.asked.connect(self._on_home_asked)
        self.side_column.addWidget(self._side)
        self.lead_to(self.list)

    def load(self) -> None:
        """Asks for the household."""
        self.ask(partial(household_view, household=self.household.id, region=self.household.region), self._on_view)

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("Household")

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        found = [(key, action_words(code)) for code, key in KEYS.items()]
        return [
            ("↑  ↓", self.tr("choose")),
            ("Enter", self.tr("change the person's data")),
            *found,
            ("Ctrl+N", self.tr("add a person")),
            ("F2", self.tr("change the household's data")),
            ("Alt+L", self.tr("go on with a form that was begun")),
            ("K", self.tr("visit the household")),
            ("T", self.tr("open the question, or ask about the person or household")),
            ("Esc", self.tr("back to the list")),
        ]

    def chosen(self) -> MemberLine | None:
        """The person who is chosen."""
        row = self.list.current()
        return row if isinstance(row, MemberLine) else None

    def _on_view(self, view: HouseholdView) -> None:
        is_first, self.view = self.view is None, view
        former = self._people.way_on()
        today, called = self.context.tools.today(), self.context.tools.words
        asked = Counter(thread.subject.person for thread in view.questions)
        lines = self._lines = [
            MemberLine(
                each,
                today,
                called.choice("person", "status", each.person.status),
                self.context.tools.calendar,
                sum(asked[entry] for entry in each.entries),
            )
            for each in view.members
        ]
        self._side.show_household(view)
        self._people.show_rows(lines)
        if self._wanted is not None:
            self.list.choose(str(self._wanted))
            self._wanted = None
        here = sum(line.is_active for line in lines)
        text = self.tr("{here} people here, {gone} moved, died or entered in error")
        words = text.format(here=here, gone=len(lines) - here)
        self._head.subtitle.setText(words if len(lines) > here else self.tr("{here} people").format(here=here))
        self._card.setVisible(bool(lines))
        goal = self._people.way_on()
        self.lead_to(goal)
        if is_first or goal is not former:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfinished.look()
        add, begun, self._add, self._go_on = self._add, self._go_on, "", None
        if add:
            self._open_new(add)
        if begun is not None:
            self._on_go_on(begun)
        deed, self._deed = self._deed, ""
        if deed:
            self.act(deed)

    def _on_moved(self, row: object) -> None:
        line = row if isinstance(row, MemberLine) else None
        say = self.context.tools.wording.say
        told = line.attentions if line is not None else ()
        self._card.show_member(line, " ".join(say(one.why) for one in told))

    # what can be done

    def _on_opened(self, row: object) -> None:
        if isinstance(row, MemberLine):
            self.act(row.actions[0])

    def act(self, code: str) -> None:
        """Does one of the actions of `member_card.KEYS` about the chosen person."""
        line = self.chosen()
        if line is None or self.view is None or code not in line.actions:
            return
        if code == "history":
            self.go.emit("riwayat", Ref(self.view.region, "person", line.person.id))
        elif code == "growth":
            self.go.emit("pertumbuhan", Ref(self.view.region, "person", line.person.id))
        elif code == "doses":
            self.go.emit("imunisasi", Ref(self.view.region, "person", line.person.id))
        elif code == "carried":
            self.go.emit("kehamilan", Ref(self.view.region, "person", line.person.id))
        elif code == "refer":
            open_referral(self, About.of(line.person, self.view.household), line.attentions)
        elif code == "merge":
            self._merge("person", line.person.id)
        elif code == "unmerge" and line.merged is not None:
            self._unmerge(
                "person" if line.merged == line.person.id else "pregnancy", line.merged, line.person.full_name
            )
        elif code in self._withdrawing.about_person:
            self._withdrawing.about_person[code](line)
        else:
            self._forms.open_about(self.view, line, code)

    def _on_saved(self, result: object) -> None:
        """A new person, or the first of several, is chosen when the list comes back."""
        first = result[0] if isinstance(result, list) and result else result
        self._wanted = first if isinstance(first, UUID) else None

    def _open_new(self, kind: str) -> None:
        if self.view is not None:
            self._forms.open_new(self.view, kind)

    def _is_here(self, begun: BegunForm) -> bool:
        here = self.view is not None and begun.region == self.view.region
        return here and self.view is not None and begun.household in self.view.entries

    def _on_go_on(self, begun: BegunForm) -> None:
        """Who is not in the household any more has no form here; what was typed can be dropped."""
        if self.view is not None and not self._forms.go_on(self.view, self._lines, begun):
            BegunDialog(self.context, [begun], self).open()

    def _on_kept(self) -> None:
        """The states of the rows say that there is a draft."""
        self.load()
        self._on_told(self.tr("Not saved yet: what was typed is kept and offered again."))

    def _on_add(self) -> None:
        dialog = AddDialog(self.context, (), self.household, self)
        dialog.chosen.connect(self._on_add_chosen)
        dialog.open()

    def _on_add_chosen(self, household: Ref, kind: str) -> None:
        self._open_new(kind)

    def _on_question(self) -> None:
        if self.view is not None:
            self._questions.open(self.view, self.chosen())

    def _merge(self, kind: str, record: UUID) -> None:
        dialog = MergeDialog(self.context, self, record=Ref(self.household.region, kind, record))
        dialog.told.connect(self._on_told)
        dialog.open()

    def _unmerge(self, kind: str, record: UUID, name: str) -> None:
        dialog = UnmergeDialog(self.context, self, record=Ref(self.household.region, kind, record), name=name)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # the household itself

    def _on_home_asked(self, code: str) -> None:
        if self.view is None:
            return
        home = self.view.household
        if code in ("change", "moved"):
            self._forms.open_home(self.view, code)
        elif code == "merge":
            self._merge("household", home.id)
        elif code == "unmerge":
            self._unmerge("household", home.id, home.head_name)
        elif code == "back":
            self._withdrawing.return_home(self.view)
        else:
            self._withdrawing.mark_home(self.view)

    def _visit(self) -> None:
        self.go.emit("kunjungan", self.household)

    # how it is laid out

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("People of the household"), " ")
        self._head.title.setWordWrap(True)
        visit = Button(self.look, self.tr("Visit"), icon="clipboard-list", key="K")
        visit.clicked.connect(self._visit)
        ask = Button(self.look, self.tr("Question"), icon="message-square", key="T")
        ask.clicked.connect(self._on_question)
        self.add_button = Button(self.look, self.tr("Add a person"), kind="primary", key="Ctrl+N")
        self.add_button.clicked.connect(self._on_add)
        self._head.add_action(ask)
        self._head.add_action(visit)
        self._head.add_action(self.add_button)
        return self._head

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        self._people = ListCard(self.look, self.tr("People of the household"), MemberDelegate(self.look))
        self._people.put_list()
        self._people.when_empty(
            "users",
            self.tr("Nobody is registered in this household yet."),
            detail=self.tr("Add the pregnant woman, the mother or the child."),
            action=self.tr("Add a person"),
            pressed=self._on_add,
        )
        self.list = self._people.list
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        self._card = MemberCard(self.look, self)
        self._card.asked.connect(self.act)
        row.addWidget(self._people, 1)
        side = SideColumn(self.look, 300)
        side.column.addWidget(self._card)
        row.addWidget(side)
        return row
