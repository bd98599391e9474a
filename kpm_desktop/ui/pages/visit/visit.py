"""Kunjungan: the checklists of everybody in a household on one page, filled by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.commands.visits.visit_sheet import VisitSheet, visit_sheet
from kpm_desktop.domain.calendar import Quarter, first_day, last_day, month_of
from kpm_desktop.domain.errors import Objected, Reason
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.pages.visit import visiting
from kpm_desktop.ui.pages.visit.answers import Answers
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.head import VisitHead
from kpm_desktop.ui.pages.visit.key_bar import KeyBar
from kpm_desktop.ui.pages.visit.people_panel import PeoplePanel
from kpm_desktop.ui.pages.visit.quarter_side import QuarterSide
from kpm_desktop.ui.pages.visit.question_row import QuestionRow

#: In larger letters the questions need the room; the quarter is a key away (F6).
LARGEST_WITH_SIDE = 1.0
KINDS = frozenset({"pregnancy_visit", "child_visit", "flag_answer", DRAFTS})
_SHARED = ("has_safe_water", "has_latrine")


class VisitTask(Task):
    """One household in one month. `queue`: the households that are to be visited after it."""

    def __init__(
        self, context: Context, household: UUID, month: str, queue: Sequence[UUID] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.household, self.month, self._queue = household, month, tuple(queue)
        self.sheet: VisitSheet | None = None
        self.cards: list[FormCard] = []
        self._current = 0
        self._dirty: set[int] = set()
        self._is_keeping = False
        self._is_saving = self._is_saved = False
        self._saving: list[int] = []
        self._leaving: Callable[[], object] | None = None
        self._to_mend: QuestionRow | None = None
        self._people: PeoplePanel | None = None
        self._lay_out()
        self._forecast_timer = QTimer(self, singleShot=True, interval=0)
        self._forecast_timer.timeout.connect(self._show_forecast)
        self._take_keys()

    @property
    def current(self) -> int:
        """Which of the checklists is open."""
        return self._current

    # reading

    def load(self) -> None:
        """Asks for the household's checklists; what is being entered is not read over."""
        if self.sheet is None:
            today = self.context.tools.today()
            work = partial(visit_sheet, household=self.household, month=self.month, today=today)
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
            ("F2", self.tr("date and place of the visit")),
            ("F6", self.tr("the village scorecard")),
            ("Ctrl+S", self.tr("save")),
            ("Esc", self.tr("back; the draft stays")),
        ]

    def _on_sheet(self, sheet: VisitSheet) -> None:
        self.sheet = sheet
        forms = [Answers(form, self.month, self._usual_day(), "home") for form in sheet.forms]
        for answers in forms:
            self._head.read_again(answers)
            self._add_card(answers)
        self._forms.addStretch(1)
        self._people = PeoplePanel(self.context.tools, sheet, forms)
        self._people.chosen.connect(self._open)
        self.side_column.addWidget(self._people)
        if not forms:
            self._show_empty()
            return
        others = sorted({name for form in sheet.forms for name in form.others})
        if others:
            self.banner.tell(self.tr("{names} has a draft of this visit too.").format(names=", ".join(others)))
        waiting = [at for at, one in enumerate(forms) if one.judged.counted()[0] < one.judged.counted()[1]]
        self._open(waiting[0] if waiting else 0)

    def _usual_day(self) -> date:
        """Today, or the last day of a month that is past."""
        today = self.context.tools.today()
        return today if month_of(today) == self.month else last_day(self.month)

    def _add_card(self, answers: Answers) -> None:
        card = FormCard(self.context.tools, answers)
        card.opened.connect(self._on_opened)
        card.answered.connect(self._on_answered)
        card.confirmed.connect(self._on_confirm)
        card.reached.connect(self._on_reached)
        card.left.connect(self._on_left_card)
        if answers.sheet.draft is not None:
            card.show_kept(self._clock(answers.sheet.draft.at))
        self.cards.append(card)
        self._forms.addWidget(card)

    def _clock(self, instant: str) -> str:
        return self.context.tools.calendar.clock(local(instant))

    # moving about

    def _open(self, at: int) -> None:
        """Opens a person's checklist at the first question without an answer."""
        if not 0 <= at < len(self.cards):
            return
        self._take_typed()
        self._current = at
        self._head.show_visit(self.cards[at].answers)
        for number, card in enumerate(self.cards):
            card.set_open(number == at)
            card.show_turn("PgUp" if number == at - 1 else "PgDn" if number == at + 1 else "")
        if self._people is not None:
            self._people.show_current(at)
        self.cards[at].use_others(self._said_about_home(at))
        row = self.cards[at].first_open()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_reached(row)
        self._forecast_timer.start()

    def _said_about_home(self, at: int) -> dict[str, Any]:
        """What the mother's checklist says of water and latrine, which are the child's too."""
        mothers = [
            card.answers
            for number, card in enumerate(self.cards)
            if number != at and card.answers.sheet.kind == "pregnancy_visit"
        ]
        said = ((name, answers.value(name)) for answers in reversed(mothers) for name in _SHARED)
        return {name: value for name, value in said if value is not None}

    def _on_opened(self, card: FormCard) -> None:
        self._open(self.cards.index(card))

    def _on_left_card(self, step: int) -> None:
        """At the end of a checklist the next one follows; after the last one Simpan."""
        at = self._current + step
        if 0 <= at < len(self.cards):
            self._open(at)
        elif step > 0:
            self._bar.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reached(self, row: QuestionRow) -> None:
        QTimer.singleShot(0, row, partial(self._scroll_to, row))

    def _scroll_to(self, row: QuestionRow) -> None:
        self._scroll.ensureWidgetVisible(row, 0, self.look.px(110))

    def _turn_back(self) -> None:
        self._open(self._current - 1)

    def _turn_on(self) -> None:
        self._open(self._current + 1)

    # answering

    def _on_answered(self, row: QuestionRow) -> None:
        self._changed(self._current)
        self.cards[self._current].show_findings()
        if row is self._to_mend and not row.warning:
            self._to_mend = None
            self.banner.clear()

    def _changed(self, at: int) -> None:
        """Keeps the draft and shows what follows from it."""
        self.cards[at].refresh_header()
        if self._people is not None:
            self._people.refresh()
        self._dirty.add(at)
        self._keep_next()
        self._forecast_timer.start()

    def _keep_next(self) -> None:
        """One draft after another; while one is written the newest answers gather for the next."""
        if self._is_keeping or not self._dirty:
            return
        self._is_keeping = True
        self.ask(partial(visiting.keep, draft=self._draft(self._dirty.pop())), self._on_kept)

    def _draft(self, at: int) -> visiting.Draft:
        answers = self.cards[at].answers
        sheet = answers.sheet
        return visiting.Draft(
            sheet.kind, sheet.record, answers.changed, dict(answers.entered.confirmed), answers.untaken
        )

    def _on_kept(self, kept: tuple[UUID, str]) -> None:
        self._is_keeping = False
        record, instant = kept
        for card in self.cards:
            if card.answers.sheet.record == record:
                card.show_kept(self._clock(instant) if card.answers.has_draft else "")
        self._keep_next()
        self._leave_when_kept()

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """What could not be kept is tried again with the next answer."""
        super().on_refused(reasons)
        self._on_unkept()

    def on_failed(self, fault: Fault) -> None:
        """Likewise; one fault does not end the keeping."""
        super().on_failed(fault)
        self._on_unkept()

    def _on_unkept(self) -> None:
        self._is_keeping = self._is_saving = False
        self._dirty |= {at for at, card in enumerate(self.cards) if card.answers.has_draft}
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            return
        from kpm_desktop.ui.dialogs.confirm import ConfirmDialog

        sentence = self.tr(
            "The last answers of this visit cannot be kept now. They are still here; leaving loses them."
        )
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Leave without the last answers?"),
            sentences=(self.banner.sentence(), sentence),
            action=self.tr("Leave without them"),
        )
        dialog.confirmed.connect(partial(self._leave_now, leaving))
        dialog.open()

    def _on_confirm(self, row: QuestionRow) -> None:
        card = self.cards[self._current]
        found = card.open_findings()
        finding = next((found[name] for name in row.question.fields if name in found), None)
        if finding is None:
            return
        from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog

        dialog = ConfirmValueDialog(self.context, row.label, finding, self)
        dialog.confirmed.connect(partial(self._on_reason, row, finding))
        dialog.open()

    def _on_reason(self, row: QuestionRow, finding: Finding, why: str) -> None:
        self.cards[self._current].answers.confirm(finding, why)
        self._on_answered(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_head(self, field: str, value: str) -> None:
        """Another date or place: for this person, and for everybody whose checklist is not begun."""
        for at in self._under_head():
            self.cards[at].answers.set_head(field, value)
            self._dated(at)

    def _on_date_refused(self, text: str) -> None:
        """A date that cannot be one stays as it was typed, for the same people."""
        for at in self._under_head():
            self.cards[at].answers.refuse("visit_date", text)
            self._dated(at)

    def _under_head(self) -> list[int]:
        return [at for at, card in enumerate(self.cards) if at == self._current or not card.answers.sheet.held]

    def _dated(self, at: int) -> None:
        if self.cards[at].answers.has_draft:
            self._changed(at)
            self.cards[at].show_findings()

    def _take_typed(self) -> None:
        """Takes the number or date that is being typed."""
        self._head.take_typed()
        for row in self.cards[self._current].rows if self.cards else ():
            row.take_number()

    # the quarter

    def _show_forecast(self) -> None:
        if self.sheet is not None and self.cards:
            self._side.show_answers(self.sheet, [card.answers for card in self.cards], self._current)

    # saving and leaving

    def save(self) -> None:
        """*Simpan*: first what is still open is shown, then everything is saved together."""
        if self._is_saving or not self.cards:
            return
        self._take_typed()
        if self._head.date_problem():
            self._head.focus_date()
            self.banner.tell(self._not_saved(self._head.date_problem()))
            return
        if self._shows_untaken():
            return
        if not any(card.answers.has_draft for card in self.cards):
            self.banner.tell(self._nothing_new())
            return
        doubts = [
            (card.answers.sheet.person.full_name, self.context.tools.wording.say(found.why))
            for card in self.cards
            for found in card.open_findings().values()
        ]
        barely = [
            at for at, card in enumerate(self.cards) if card.answers.has_draft and card.answers.judged.is_barely_begun
        ]
        if doubts or barely:
            self._ask_about(doubts, barely)
        else:
            self._save_unless_clock_is_wrong()

    def _save_unless_clock_is_wrong(self) -> None:
        from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong

        save = partial(self._save_now, overwrite=False)
        unless_clock_is_wrong(save, self.context.tools, self, self.tr("Save all the same"))

    def _shows_untaken(self) -> bool:
        """Goes to the first entry that cannot be kept as it stands; whether there is one."""
        for at, card in enumerate(self.cards):
            for field in card.answers.untaken:
                self._open(at)
                row = card.row_of(field)
                if row is not None:
                    self._go_to(row, row.number_problem())
                else:
                    self.banner.tell(self._not_saved(self._head.date_problem()))
                    self._head.focus_date()
                return True
        return False

    def _nothing_new(self) -> str:
        if any(card.answers.entered.is_only_dated for card in self.cards):
            return self.tr("A date or place alone is no visit: answer at least one question.")
        return self.tr("Nothing new has been entered in this visit.")

    def _ask_about(self, doubts: list[tuple[str, str]], barely: list[int]) -> None:
        from kpm_desktop.ui.pages.visit.open_warnings import OpenWarningsDialog

        begun = [
            (self.cards[at].answers.sheet.person.full_name, *self.cards[at].answers.judged.counted()) for at in barely
        ]
        dialog = OpenWarningsDialog(self.context, doubts, begun, self)
        dialog.accepted.connect(self._save_unless_clock_is_wrong)
        if not doubts:
            dialog.rejected.connect(partial(self._open, barely[0]))
        dialog.open()

    def _save_now(self, *, overwrite: bool) -> None:
        self._is_saving = True
        self._saving = [at for at, card in enumerate(self.cards) if card.answers.has_draft]
        drafts = [self._draft(at) for at in self._saving]
        self._dirty.clear()
        work = partial(visiting.save, drafts=drafts, today=self.context.tools.today(), overwrite=overwrite)
        self.do(work, self._on_saved, KINDS)

    def _on_saved(self, outcome: Saved | Objected) -> None:
        self._is_saving = False
        if isinstance(outcome, Objected):
            self._show_objections(outcome)
            return
        self._is_saved = True
        from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog

        dialog = VisitSavedDialog(self.context, len(self._saving), bool(self._queue), self._to_be_done(), self)
        dialog.accepted.connect(self._go_on)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _to_be_done(self) -> list[tuple[str, Attention]]:
        """What the saved answers ask to be done, with whose they are; what cannot wait first."""
        saved = [self.cards[at].answers for at in self._saving]
        found = [
            (answers.sheet.person.full_name, one)
            for answers in saved
            for told in answers.judged.attentions().values()
            for one in told
        ]
        urgent = {name for name, one in found if one.is_urgent}
        return sorted(found, key=lambda each: (each[0] not in urgent, each[0], not each[1].is_urgent))

    def _go_on(self) -> None:
        if self._queue:
            self.go.emit("kunjungan", (self._queue[0], self.month))
        else:
            self.left.emit()

    def _show_objections(self, outcome: Objected) -> None:
        """Goes to the first answer that cannot be saved; the drafts are still there."""
        first, drafted = outcome.objections[0], self._saving
        sentence = self.context.tools.wording.say(first.why)
        changed = [one for one in outcome.objections if one.why.code == "rules.changed_meanwhile"]
        if changed and len(changed) == len(outcome.objections):
            from kpm_desktop.ui.pages.visit.changed_meanwhile import ChangedMeanwhileDialog

            dialog = ChangedMeanwhileDialog(self.context, self._labels(outcome), self)
            dialog.accepted.connect(partial(self._save_now, overwrite=True))
            dialog.open()
            return
        at = drafted[first.record] if first.record < len(drafted) else self._current
        if at != self._current:
            self._open(at)
        row = self.cards[at].row_of(first.field)
        if row is not None:
            self._go_to(row, sentence)
        else:
            self.banner.tell(self._not_saved(sentence))
            if first.field == "visit_date":
                self._head.focus_date()

    def _labels(self, outcome: Objected) -> list[str]:
        found, drafted = [], self._saving
        for one in outcome.objections:
            row = self.cards[drafted[one.record]].row_of(one.field) if one.record < len(drafted) else None
            found.append(row.label if row is not None else self.context.tools.words.field(one.kind, one.field))
        return found

    def _go_to(self, row: QuestionRow, sentence: str) -> None:
        card = next(card for card in self.cards if row in card.rows)
        if not card.is_open:
            self._open(self.cards.index(card))
        self._to_mend = row
        row.warn(sentence, can_confirm=False)
        (row.box or row).setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_reached(row)
        self.banner.tell(self._not_saved(f"{row.label}: {sentence}"))

    def _not_saved(self, why: str) -> str:
        return self.tr("Not saved yet; nothing is lost. {why}").format(why=why)

    def leave(self) -> None:
        """Keeps what is entered before the screen is locked or the program ends. What is saved, or being saved, is
        not made a draft again."""
        if self._is_saved:
            return
        self._take_typed()
        drafted = () if self._is_saving else (at for at, card in enumerate(self.cards) if card.answers.has_draft)
        for at in sorted(self._dirty.union(drafted)):
            self.ask(partial(visiting.keep, draft=self._draft(at)), self._on_kept_while_leaving)

    def _on_kept_while_leaving(self, kept: tuple[UUID, str]) -> None:
        """Nobody looks any more."""

    def leave_for(self, then: Callable[[], object]) -> None:
        """Leaves once everything entered is kept, so that what cannot be kept is not lost unseen."""
        if self._is_saving:
            return
        self._take_typed()
        self._leaving = then
        self._keep_next()
        self._leave_when_kept()

    def _leave_when_kept(self) -> None:
        if self._leaving is not None and not self._is_keeping and not self._dirty:
            then, self._leaving = self._leaving, None
            self._leave_now(then)

    def _leave_now(self, then: Callable[[], object]) -> None:
        self.context.hub.announce([DRAFTS])
        then()

    def _add_person(self) -> None:
        self.leave_for(partial(self.go.emit, "sasaran", ("add", self.household)))

    def _show_history(self) -> None:
        if self.cards:
            person = self.cards[self._current].answers.sheet.person.id
            self.leave_for(partial(self.go.emit, "riwayat", person))

    def _show_scorecard(self) -> None:
        self.leave_for(partial(self.go.emit, "rapor", Quarter.of(self.month)))

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
        self._head.changed.connect(self._on_head)
        self._head.refused.connect(self._on_date_refused)
        centre.addWidget(self._head)
        if month_of(today) != self.month:
            centre.addWidget(self._other_month(today))
        centre.addWidget(self.banner)
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
        self._bar.saved.connect(self.save)
        centre.addWidget(self._bar)
        self._side = QuarterSide(self.context.tools, self.month, self)
        self._side.asked.connect(self._show_scorecard)
        row.addWidget(self._side)
        if self.look.theme.scale > LARGEST_WITH_SIDE:
            self._side.hide()

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
        empty.pressed.connect(self._add_person)
        self._forms.insertWidget(0, empty)

    def _take_keys(self) -> None:
        keys = (
            ("PgUp", self._turn_back),
            ("PgDown", self._turn_on),
            ("Ctrl+S", self.save),
            ("L", self._toggle_further),
            ("R", self._show_history),
            ("+", self._add_person),
            ("F2", self._head.focus_date),
            ("F6", self._show_scorecard),
        )
        for key, pressed in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(pressed)

    def _toggle_further(self) -> None:
        if self.cards:
            self.cards[self._current].toggle_further()
