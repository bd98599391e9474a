"""Kunjungan: the checklists of everybody in a household on one page, filled by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.visit_sheet import VisitSheet, visit_sheet
from kpm_desktop.domain.calendar import first_day, last_day, month_of
from kpm_desktop.domain.risks.referring import facts_of
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.keeping_task import KeepingTask
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.visit.answering import Answering
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.head import VisitHead
from kpm_desktop.ui.pages.visit.keeping import Keeping
from kpm_desktop.ui.pages.visit.key_bar import KeyBar
from kpm_desktop.ui.pages.visit.moving import Moving
from kpm_desktop.ui.pages.visit.people_panel import PeoplePanel
from kpm_desktop.ui.pages.visit.saving import Saving
from kpm_desktop.ui.pages.visit.visit_side import VisitSide
from kpm_desktop.ui.pages.visit.ways_out import WaysOut
from kpm_desktop.ui.registers.referring import Referring

#: In a narrower page, at scale 1, the questions need the room; the quarter is a key away (F6).
LEAST_WITH_SIDE = 1100


class VisitTask(KeepingTask):
    """One household in one month. `queue`: the households that are to be visited after it. What happens in it has four
    parts: moving about, answering, keeping drafts, and saving."""

    has_area_key = False

    keeping: Keeping
    saving: Saving

    def __init__(
        self, context: Context, household: Ref, month: str, queue: Sequence[Ref] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.household, self.month, self._queue = household, month, tuple(queue)
        self.sheet: VisitSheet | None = None
        self._people: PeoplePanel | None = None
        self._wanted: tuple[int, str] | None = None
        self._lay_out()
        self.moving = Moving(self, self._scroll)
        self.answering = Answering(self, self.moving, self._head)
        self.keeping = Keeping(self, self.moving, household.region)
        self.saving = Saving(self, self.moving, self.keeping, self._head, has_next=bool(self._queue))
        self._forecast_timer = QTimer(self, singleShot=True, interval=0)
        self._forecast_timer.timeout.connect(self._show_forecast)
        self._referring = Referring(self, self._open_answers, self.leave)
        self._ways = WaysOut(self, self.moving, self.leave_for, household, month)
        self._connect()
        self._take_keys()

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("Visit")

    def come_back(self) -> None:
        """The child's doses were looked at, and perhaps entered: everything is read again, and the keys go back to the
        question they were at."""
        row = self.moving.row()
        self._wanted = (self.moving.current, row.question.field if row is not None else "")
        self._scroll.setEnabled(False)
        self.sheet = None
        self.load()

    @property
    def cards(self) -> list[FormCard]:
        """Everybody's checklist."""
        return self.moving.cards

    @property
    def current(self) -> int:
        """Which of the checklists is open."""
        return self.moving.current

    def load(self) -> None:
        """Asks for the household's checklists; what is being entered is not read over."""
        if self.sheet is None:
            today = self.context.tools.today()
            work = partial(
                visit_sheet, household=self.household.id, month=self.month, region=self.household.region, today=today
            )
            self.ask(work, self._on_sheet)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        return [
            ("Y  T", self.tr("yes, no, and on to the next question")),
            ("1–8", self.tr("choose")),
            ("0–9", self.tr("type a number; Enter goes on")),
            ("S", self.tr("the same as last month, or as for the mother")),
            ("B", self.tr("the value is right, although it was warned about")),
            ("Del", self.tr("empty the answer")),
            ("↑  ↓  Enter", self.tr("move without changing")),
            ("PgUp  PgDn", self.tr("the person before or after")),
            ("L", self.tr("further answers")),
            ("+  R", self.tr("add a person, history of the person")),
            ("G", self.tr("growth of the child")),
            ("F2", self.tr("date and place of the visit")),
            ("F4", self.tr("the child's doses, the mother's pregnancy")),
            ("F6", self.tr("the village scorecard")),
            ("F8", self.tr("write a referral, filled in already")),
            ("A", self.tr("why somebody at risk is not referred")),
            ("Ctrl+S", self.tr("save")),
            ("Esc", self.tr("back; the draft stays")),
        ]

    def save(self) -> None:
        """*Simpan*: first what is still open is shown, then everything is saved together."""
        if self.cards and not self.saving.is_running:
            self.take_typed()
            self.saving.save()

    # what is shown

    def _on_sheet(self, sheet: VisitSheet) -> None:
        self.sheet = sheet
        self._clear()
        forms = [Answers(form, self.month, self._usual_day(), "home") for form in sheet.forms]
        for answers in forms:
            self._head.read_again(answers)
            card = FormCard(self.context.tools, answers)
            card.doses_asked.connect(self._ways.show_doses)
            for part in (self.moving, self.answering, self.keeping):
                part.add(card)
            self._forms.addWidget(card)
        self._forms.addStretch(1)
        self._people = PeoplePanel(self.context.tools, sheet, forms)
        self._people.chosen.connect(self.moving.open)
        self._people.added.connect(self._ways.add_person)
        self._people.history_asked.connect(self._ways.show_history)
        self._people.growth_asked.connect(self._ways.show_growth)
        self.side_column.addWidget(self._people)
        if not forms:
            self._show_empty()
            return
        others = sorted({name for form in sheet.forms for name in form.others})
        if others:
            self.banner.tell(self.tr("{names} has a draft of this visit too.").format(names=", ".join(others)))
        counts = [one.judged.counted() for one in forms]
        wanted, self._wanted = self._wanted, None
        at, field = wanted or (next((at for at, (done, total) in enumerate(counts) if done < total), 0), "")
        self.moving.open(min(at, len(forms) - 1))
        row = self.moving.card.row_of(field)
        if row is not None:
            self.moving.go_to(row)

    def _clear(self) -> None:
        """Takes away what was shown before."""
        self.moving.clear()
        empty(self._forms)
        if self._people is not None:
            self.side_column.removeWidget(self._people)
            self._people.deleteLater()
        self._scroll.setEnabled(True)

    def _usual_day(self) -> date:
        """Today, or the last day of a month that is past."""
        today = self.context.tools.today()
        return today if month_of(today) == self.month else last_day(self.month)

    def _on_opened(self, at: int) -> None:
        self._head.show_visit(self.cards[at].answers)
        if self._people is not None:
            self._people.show_current(at)
        self._forecast_timer.start()

    def _on_entered(self, at: int) -> None:
        """Keeps the draft and shows what follows from it."""
        if self._people is not None:
            self._people.refresh()
        self.keeping.keep(at)
        self._forecast_timer.start()

    def _show_forecast(self) -> None:
        if self.sheet is not None and self.cards:
            self._side.show_answers(self.sheet, [card.answers for card in self.cards], self.current)
            self._tell_urgent()

    def _tell_urgent(self) -> None:
        """What cannot wait stands above the questions where there is no room for the side that says it."""
        urgent = self.cards[self.current].answers.judged.urgent() if self.cards and self._side.isHidden() else []
        facts = "; ".join(facts_of(urgent, self.context.tools.wording))
        text = self.tr("Refer now: {facts}. F8 writes the referral, A keeps why nobody is referred.")
        self.refer_call.tell(text.format(facts=facts) if urgent else "")

    def _open_answers(self) -> Answers | None:
        """Whom F8 and A are about: the person whose checklist is open."""
        return self.moving.card.answers if self.cards else None

    def _on_acknowledged(self) -> None:
        self.cards[self.current].show_findings()
        self._on_entered(self.current)

    def _on_ended(self) -> None:
        self._bar.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # leaving

    def take_typed(self) -> None:
        """The answer that is being typed is taken."""
        self.answering.take_typed()

    def leave(self) -> None:
        """What is saved is not made a draft again."""
        if not self.saving.is_done:
            super().leave()

    def _go_on(self) -> None:
        if self._queue:
            self.go.emit("kunjungan", (self._queue[0], self.month))
        else:
            self.left.emit()

    # how it is laid out

    def _lay_out(self) -> None:
        px = self.look.px
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.column.addLayout(row, 1)
        centre = QVBoxLayout()
        centre.setContentsMargins(px(16), px(8), px(16), px(8))
        centre.setSpacing(px(8))
        row.addLayout(centre, 1)
        today = self.context.tools.today()
        self._head = VisitHead(self.context.tools, self.month, first_day(self.month), today, self)
        centre.addWidget(self._head)
        if month_of(today) != self.month:
            centre.addWidget(self._other_month(today))
        centre.addWidget(self.banner)
        self.refer_call = Call(self.look, "triangle-alert", self.tr("Write the referral"), tone="risk", parent=self)
        centre.addWidget(self.refer_call)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._forms = QVBoxLayout(inner)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._forms.setSpacing(px(8))
        self._scroll.setWidget(inner)
        centre.addWidget(self._scroll, 1)
        self._bar = KeyBar(self.look, self)
        centre.addWidget(self._bar)
        self._side = VisitSide(self.context.tools, self.month, self)
        row.addWidget(self._side)
        self._side.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The quarter is shown beside the questions where there is room for both."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= self.look.px(LEAST_WITH_SIDE))
        self._tell_urgent()

    def _other_month(self, today: date) -> Banner:
        """A visit of another month than this one says so as long as it is open."""
        calendar = self.context.tools.calendar
        text = self.tr("This is the form of {month}, not of this month ({this}).")
        banner = Banner(self.look, self)
        words = text.format(month=calendar.month(self.month), this=calendar.month(month_of(today)))
        banner.tell(words, icon="calendar", closable=False)
        return banner

    def _show_empty(self) -> None:
        sentence = self.tr("Nobody here is to be visited this month.")
        detail = self.tr("Add a pregnant woman or a child under two, or go back with Esc.")
        empty = EmptyState(self.look, "users", sentence, detail=detail, action=self.tr("Add a person here"))
        empty.pressed.connect(self._ways.add_person)
        self._forms.insertWidget(0, empty)
        empty.show()
        empty.take_focus()

    def _connect(self) -> None:
        self.moving.opened.connect(self._on_opened)
        self.moving.ended.connect(self._on_ended)
        self.answering.changed.connect(self._on_entered)
        self.answering.answered.connect(self.saving.look_at)
        self.saving.went_on.connect(self._go_on)
        self.saving.left.connect(self.left)
        self._bar.saved.connect(self.save)
        self._bar.went_back.connect(self.moving.return_to_end)
        self._head.done.connect(self.moving.return_to_question)
        self._side.asked.connect(self._ways.show_scorecard)
        self._side.referral_asked.connect(self._referring.refer)
        self.refer_call.pressed.connect(self._referring.refer)
        self._side.home_asked.connect(self._referring.keep_home)
        self._referring.changed.connect(self._on_acknowledged)

    def _take_keys(self) -> None:
        keys = (
            ("PgUp", self.moving.turn_back),
            ("PgDown", self.moving.turn_on),
            ("Ctrl+S", self.save),
            ("L", self.moving.toggle_further),
            ("R", self._ways.show_history),
            ("G", self._ways.show_growth),
            ("+", self._ways.add_person),
            ("F2", self._head.focus_date),
            ("F4", self._ways.show_doses),
            ("F6", self._ways.show_scorecard),
            ("F8", self._referring.refer),
            ("A", self._referring.keep_home),
        )
        take_keys(self, keys)
