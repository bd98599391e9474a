"""Rumah tangga: its data and everybody who is or was in it, and all that happens to them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.household_view import HouseholdView, household_view
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.targets import GONE
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.ask import AskDialog, Topic
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.dialogs.unmerge import UnmergeDialog
from kpm_desktop.ui.forms.form_dialog import FormDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.pages.people.add_dialog import CHILD, PREGNANT, AddDialog
from kpm_desktop.ui.pages.people.birth_form import BirthForm, EndForm
from kpm_desktop.ui.pages.people.household_form import HouseholdForm
from kpm_desktop.ui.pages.people.household_side import HouseholdSide
from kpm_desktop.ui.pages.people.member_card import KEYS, MemberCard, action_words
from kpm_desktop.ui.pages.people.member_lines import MemberLine
from kpm_desktop.ui.pages.people.member_rows import MemberDelegate
from kpm_desktop.ui.pages.people.person_form import (
    NewChildForm,
    NewMotherForm,
    NewPregnancyForm,
    NewWomanForm,
    PersonForm,
)
from kpm_desktop.ui.pages.people.status_form import DeathForm, MoveForm

KINDS = frozenset({"household", "person", "pregnancy"})


class HouseholdTask(Task):
    """`person` is chosen at first; `add` opens the form for a new person at once (see `forms.add_dialog`)."""

    interests = KINDS | {DELIVERY, "comment"}

    def __init__(
        self,
        context: Context,
        household: UUID,
        *,
        person: UUID | None = None,
        add: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.household, self._wanted, self._add = household, person, add
        self.view: HouseholdView | None = None
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addLayout(self._middle(), 1)
        self._side = HouseholdSide(context, self)
        for key, pressed in (("Ctrl+N", self._on_add), ("K", self._visit), ("T", self._on_question)):
            shortcut = QShortcut(QKeySequence(key), self, pressed)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._side.asked.connect(self._on_home_asked)
        self.side_column.addWidget(self._side)
        self.setFocusProxy(self.list)

    def load(self) -> None:
        """Asks for the household."""
        self.ask(partial(household_view, household=self.household), self._on_view)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        found = [(key, action_words(code)) for code, key in KEYS.items()]
        return [
            ("↑  ↓", self.tr("choose")),
            ("Enter", self.tr("change the person's data")),
            *found,
            ("Ctrl+N", self.tr("add a person")),
            ("F2", self.tr("change the household's data")),
            ("K", self.tr("visit the household")),
            ("T", self.tr("open the question, or ask about the person or household")),
            ("Esc", self.tr("back to the list")),
        ]

    def chosen(self) -> MemberLine | None:
        """The person who is chosen."""
        row = self.list.current()
        return row if isinstance(row, MemberLine) else None

    def _on_view(self, view: HouseholdView) -> None:
        self.view = view
        today, called = self.context.tools.today(), self.context.tools.words
        asked = Counter(thread.subject.person for thread in view.questions)
        lines = [
            MemberLine(
                each,
                today,
                called.choice("person", "status", each.person.status),
                sum(asked[entry] for entry in each.entries),
            )
            for each in view.members
        ]
        self._side.show_household(view)
        self.list.show_rows(lines)
        if self._wanted is not None:
            self.list.choose(str(self._wanted))
            self._wanted = None
        here = sum(line.is_active for line in lines)
        text = self.tr("{here} people here, {gone} moved, died or entered in error")
        words = text.format(here=here, gone=len(lines) - here)
        self._head.subtitle.setText(words if len(lines) > here else self.tr("{here} people").format(here=here))
        self._card.setVisible(bool(lines))
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        goal = self.list if lines else self._empty.button
        if goal is not None:
            self.setFocusProxy(goal)
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._add:
            add, self._add = self._add, ""
            self._open_new(add)

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
            self.go.emit("riwayat", line.person.id)
        elif code == "merge":
            self._merge(line.person.id)
        elif code == "unmerge" and line.merged is not None:
            self._unmerge(line.merged, line.person.full_name)
        elif code in ("error", "not_pregnant"):
            self._ask_error(line, code)
        elif code in ("back", "pregnant_after_all"):
            self._take_back(line, code)
        else:
            self._open(self._form(self.view, line, code))

    def _form(self, view: HouseholdView, line: MemberLine, code: str) -> FormDialog:
        context, person, ongoing = self.context, line.person, line.ongoing
        if code == "pregnancy":
            return NewPregnancyForm(context, person, self)
        if code == "birth" and ongoing is not None:
            return BirthForm(context, person, ongoing.id, self)
        if code == "ended" and ongoing is not None:
            return EndForm(context, person, ongoing.id, self)
        if code == "moved":
            return MoveForm(context, "person", person.id, person.full_name, self)
        if code == "died":
            children = any(member.person.mother_id == person.id for member in view.members)
            return DeathForm(context, person, self, has_children=children)
        return PersonForm(context, view, person, line.newest, self)

    def _open(self, form: FormDialog) -> None:
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, result: object) -> None:
        """A new person, or the first of several, is chosen when the list comes back."""
        first = result[0] if isinstance(result, list) and result else result
        self._wanted = first if isinstance(first, UUID) else None

    def _open_new(self, kind: str) -> None:
        if self.view is None:
            return
        if kind == PREGNANT:
            self._open(NewWomanForm(self.context, self.view, self))
        elif kind == CHILD:
            self._open(NewChildForm(self.context, self.view, self))
        else:
            self._open(NewMotherForm(self.context, self.view, self))

    def _on_add(self) -> None:
        dialog = AddDialog(self.context, (), self.household, self)
        dialog.chosen.connect(self._on_add_chosen)
        dialog.open()

    def _on_add_chosen(self, household: UUID, kind: str) -> None:
        self._open_new(kind)

    def _ask_error(self, line: MemberLine, code: str) -> None:
        if code == "error":
            title = self.tr("{name}: entered in error?").format(name=line.person.full_name)
            text = self.tr("The person and everything recorded about them is hidden and no longer counts.")
            kind, record = "person", line.person.id
        else:
            assert line.ongoing is not None
            title = self.tr("{name}: not pregnant after all?").format(name=line.person.full_name)
            text = self.tr("This pregnancy and its checklists are hidden and no longer count.")
            kind, record = "pregnancy", line.ongoing.id
        self._confirm_error(title, text, kind, record)

    def _confirm_error(self, title: str, text: str, kind: str, record: UUID) -> None:
        back = self.tr("It stays in the history and can be taken back here.")
        action = self.tr("Entered in error")
        ask = ConfirmDialog(self.look, self, title=title, sentences=(text, back), action=action)
        self._in_error = (kind, record)
        ask.confirmed.connect(self._on_error_confirmed)
        ask.open()

    def _on_error_confirmed(self) -> None:
        kind, record = self._in_error
        self.do(partial(enter_in_error, kind=kind, record=record, today=self._today()), self._on_done, KINDS)

    def _take_back(self, line: MemberLine, code: str) -> None:
        carried = line.withdrawn
        kind, record = "person", line.person.id
        if code == "pregnant_after_all" and carried is not None:
            kind, record = "pregnancy", carried.id
        if kind == "person" and line.person.status in GONE:
            title = self.tr("{name}: here after all?").format(name=line.person.full_name)
            gone = f"{line.person.full_name}: {line.status_words}."
            self._ask_return(title, (gone, self.tr("The date is taken away, and visits go on.")), kind, record)
            return
        self._return(kind, record)

    def _take_home_back(self, view: HouseholdView) -> None:
        """With a household everybody comes back who left it that day."""
        home = view.household
        if home.status not in GONE:
            self._return("household", home.id)
            return
        title = self.tr("Household of {name}: here after all?").format(name=home.head_name)
        left = [one.person.full_name for one in view.members if _left_with(one.person, home)]
        told = [self.tr("The date is taken away, and visits go on.")]
        if left:
            told.append(self.tr("With it come back: {names}.").format(names=", ".join(left)))
        self._ask_return(title, tuple(told), "household", home.id)

    def _ask_return(self, title: str, sentences: tuple[str, ...], kind: str, record: UUID) -> None:
        ask = ConfirmDialog(self.look, self, title=title, sentences=sentences, action=self.tr("Here after all"))
        ask.confirmed.connect(partial(self._return, kind, record))
        ask.open()

    def _return(self, kind: str, record: UUID) -> None:
        self.do(partial(take_back, kind=kind, record=record, today=self._today()), self._on_done, KINDS)

    def _on_done(self, result: object) -> None:
        self.banner.clear()

    # questions

    def _on_question(self) -> None:
        """Opens a question about the chosen person or the household; where there is none, one is asked."""
        if self.view is None:
            return
        line = self.chosen()
        entries = line.member.entries if line is not None else ()
        threads = sorted(self.view.questions, key=lambda one: (one.subject.person not in entries, not one.waits_for_us))
        about = [one for one in threads if one.subject.person is None or one.subject.person in entries]
        if about:
            dialog = ThreadDialog(self.context, about[0].id, self)
            dialog.told.connect(self._on_told)
            dialog.went.connect(self.go)
            dialog.open()
        else:
            self._ask_about(line)

    def _ask_about(self, line: MemberLine | None) -> None:
        assert self.view is not None
        home = self.view.household
        topics = [Topic(self.tr("Household of {name}").format(name=home.head_name), "household", home.id)]
        if line is not None:
            topics.insert(0, Topic(line.person.full_name, "person", line.person.id))
        ask = AskDialog(self.context, self.tr("Ask about {name}").format(name=home.head_name), "", topics, self)
        ask.told.connect(self._on_told)
        ask.open()

    def _merge(self, record: UUID) -> None:
        dialog = MergeDialog(self.context, self, record=record)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _unmerge(self, record: UUID, name: str) -> None:
        dialog = UnmergeDialog(self.context, self, record=record, name=name)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # the household itself

    def _on_home_asked(self, code: str) -> None:
        if self.view is None:
            return
        home = self.view.household
        if code == "change":
            self._open(HouseholdForm(self.context, self.view, self))
        elif code == "moved":
            self._open(MoveForm(self.context, "household", home.id, home.head_name, self))
        elif code == "merge":
            self._merge(home.id)
        elif code == "unmerge":
            self._unmerge(home.id, home.head_name)
        elif code == "back":
            self._take_home_back(self.view)
        else:
            title = self.tr("Household of {name}: entered in error?").format(name=home.head_name)
            text = self.tr("The household and everybody in it is hidden and no longer counts.")
            self._confirm_error(title, text, "household", home.id)

    def _visit(self) -> None:
        self.go.emit("kunjungan", self.household)

    def _today(self) -> date:
        return self.context.tools.today()

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
        card = Card(self.look, flush=True)
        self.list = RowView(self.tr("People of the household"))
        self.list.draw_with(MemberDelegate(self.look))
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        self._empty = EmptyState(
            self.look,
            "users",
            self.tr("Nobody is registered in this household yet."),
            detail=self.tr("Add the pregnant woman, the mother or the child."),
            action=self.tr("Add a person"),
        )
        self._empty.pressed.connect(self._on_add)
        self._empty.hide()
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        self._card = MemberCard(self.look, self)
        self._card.asked.connect(self.act)
        row.addWidget(card, 1)
        side = SideColumn(self.look, 300)
        side.column.addWidget(self._card)
        row.addWidget(side)
        return row


def _left_with(person: Person, home: Household) -> bool:
    return person.status == "moved_out" and person.status_date == home.status_date
