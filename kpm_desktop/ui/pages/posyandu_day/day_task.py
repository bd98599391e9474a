"""Hari posyandu: one table for a posyandu and a day, filled in like a sheet; one *Simpan* for everybody."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.commands.posyandu.day_sheet import KINDS, DaySheet, day_sheet
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label, tip
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.screen import is_low
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.keeping_task import KeepingTask
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_cells import DayCells
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, columns_of
from kpm_desktop.ui.pages.posyandu_day.day_entry import DayEntry
from kpm_desktop.ui.pages.posyandu_day.day_foot import DayFoot
from kpm_desktop.ui.pages.posyandu_day.day_keeping import DayKeeping
from kpm_desktop.ui.pages.posyandu_day.day_list import ALL, BY_BOOK, BY_NAME, CHILDREN, LOOK, MOTHERS, OPEN, DayList
from kpm_desktop.ui.pages.posyandu_day.day_model import DayModel
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_saving import DaySaving
from kpm_desktop.ui.pages.posyandu_day.day_search import DayFinding, DaySearch
from kpm_desktop.ui.pages.posyandu_day.day_strip import DayStrip
from kpm_desktop.ui.pages.posyandu_day.day_told import DayTold
from kpm_desktop.ui.pages.posyandu_day.day_view import DayView
from kpm_desktop.ui.registers.referring import Referring


class PosyanduDayTask(KeepingTask):
    """One posyandu on one day; None: of those who name none. What others enter meanwhile is read at once; what is
    entered here stays."""

    interests = KINDS
    has_side = False
    has_area_key = False

    keeping: DayKeeping
    saving: DaySaving

    def __init__(
        self, context: Context, region: str, posyandu: UUID | None, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.region, self.posyandu, self.day = region, posyandu, day
        self.list: DayList | None = None
        self._entries = self._entries_read = 0
        self._is_old = False
        self.told = DayTold(context.tools, self)
        self.model = DayModel(columns_of(mothers=False, day=day), DayCells(context.tools, self.told), self.told, self)
        self._lay_out()
        self.keeping = DayKeeping(self, region)
        self.entry = DayEntry(self, self.view)
        self.finding = DayFinding(self.search, self.view)
        self._wanted = ""
        self.saving = DaySaving(self, self.keeping, self.told, self._go_to, self._waiting)
        self._referring = Referring(self, self._answers, self.take_typed)
        self._connect()
        self._take_keys()

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("Posyandu day")

    def load(self) -> None:
        """Asks for what is held, also after it changed; what is saved here is read once it is."""
        if not self.saving.is_running:
            self._is_old, self._entries_read = False, self._entries
            work = partial(day_sheet, region=self.region, posyandu=self.posyandu, day=self.day)
            self.ask(work, self._on_sheet)

    def come_back(self) -> None:
        """Doses or growth were looked at, and perhaps doses entered."""
        self._is_old = True
        self._read_again()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        return [
            ("0–9  ,", self.tr("type or replace a number")),
            ("Enter  ↓", self.tr("down; behind the last one to the top of the next column")),
            ("Tab  →", self.tr("to the right")),
            ("Y  T", self.tr("yes, no; all doses that are due are given today")),
            ("M  K  H", self.tr("mat: red, yellow, green")),
            ("B  T", self.tr("after a length: standing, lying")),
            ("B", self.tr("the value is right, although it was warned about")),
            ("–", self.tr("in the weight: the child did not come")),
            ("Del", self.tr("empty the cell")),
            ("F2  Space", self.tr("change what stands there, or choose")),
            ("A–Z", self.tr("search a name; ↓ the next one, Enter goes there")),
            ("F3", self.tr("search")),
            ("F4", self.tr("the child's doses, the mother's pregnancy")),
            ("F6", self.tr("other columns")),
            ("F7", self.tr("history of the person")),
            ("F8", self.tr("write a referral, filled in already")),
            ("F9", self.tr("growth of the child")),
            ("Ctrl+N", self.tr("somebody who is not in the list")),
            ("Ctrl+S", self.tr("save")),
            ("Esc", self.tr("back; the draft stays")),
        ]

    def save(self) -> None:
        """*Simpan*: what is being typed is taken first."""
        if self.list is not None and not self.saving.is_running:
            self.take_typed()
            self.saving.save()

    # what is shown

    def _on_sheet(self, sheet: DaySheet) -> None:
        """Shows it anew; what was read while something was being entered is read once more."""
        if self.list is not None and (self._is_busy() or self._entries != self._entries_read):
            self._is_old = True
            self._read_again()
            return
        is_first = self.list is None
        row, column = self.view.person(), self.view.column()
        self.list = DayList(sheet)
        self.keeping.hold(self.list.everybody)
        self._show_title(sheet)
        if is_first and not sheet.children and sheet.mothers:
            self._who.choose(MOTHERS)
        wanted, self._wanted = self._wanted or (row.key if row is not None else ""), ""
        self._show_people(anew=True, kept=wanted)
        if not self.view.go_to(wanted, column.key if column is not None else ""):
            self.view.go_to_first()
        if is_first:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_others(self.list)
        self._show_kept("")
        self.keeping.give_up_empty()

    def _tell_others(self, shown: DayList) -> None:
        names = sorted({name for row in shown.everybody for name in row.form.others})
        if names:
            self.banner.tell(self.tr("{names} has a draft of this day too.").format(names=", ".join(names)))

    def _is_busy(self) -> bool:
        return self.keeping.is_busy or self.view.editor() is not None or self.entry.is_asking

    def _read_again(self) -> None:
        if self._is_old and not self._is_busy():
            self.load()

    def _show_title(self, sheet: DaySheet) -> None:
        name = sheet.name or self.tr("without posyandu")
        day = self.context.tools.calendar.long_day(sheet.day)
        text = self.tr("{posyandu} · {day} · filled in by {cadre}")
        self._subtitle.setText(text.format(posyandu=name, day=day, cadre=sheet.cadre))
        self._subtitle.setToolTip(tip(self._subtitle.text()))
        self.setAccessibleName(f"{self.called()} {name}")

    def _show_people(self, *, anew: bool = False, kept: str = "") -> None:
        """The rows that fit what is chosen above. kept: the one that has the keys, which nothing takes away but a
        choice."""
        if self.list is None:
            return
        who = self._who.current()
        columns = columns_of(mothers=who == MOTHERS, day=self.day)
        if [one.key for one in columns] != [one.key for one in self.model.columns]:
            self.model.show_columns(columns)
        elif anew:
            self.model.show_rows((), anew=True)
        rows = self.list.rows(who, self._sorted.current(), self._which.current(), self.model.shown, kept=kept)
        self.model.show_rows(rows)
        self.view.refresh()
        self._card.setVisible(bool(rows))
        is_chosen = self._which.current() != ALL and bool(self.list.people(who))
        self._nobody.setVisible(not rows and not is_chosen)
        self._none_fits.setVisible(not rows and is_chosen)
        self._add.setText(self.tr("Another mother") if who == MOTHERS else self.tr("Another child"))
        self._show_counts()
        self._on_moved(self.view.person())

    def _show_counts(self) -> None:
        if self.list is None:
            return
        self._who.show_counts({who: str(len(self.list.people(who))) for who in (CHILDREN, MOTHERS)})
        who = self._who.current()
        self._which.show_counts(self.list.counts(who, self.model.shown))
        self._foot.show_counts(self.list.foot(who, self.model.shown))
        say = self.context.tools.wording.say
        self._rounded.setText(" ".join(say(each) for each in self.list.rounded()) if who == CHILDREN else "")
        self._rounded.setVisible(bool(self._rounded.text()))

    def _on_moved(self, row: DayRow | None) -> None:
        self._show_strip()
        self._read_again()

    def _show_strip(self) -> None:
        """What is known of the person who has the keys; in a cell of several answers which digit means which."""
        row, column = self.view.person(), self.view.column()
        legend = self.entry.menu.legend(row, column) if row is not None and column is not None else ""
        self._strip.show_row(row, legend or (self.told.strip(row) if row is not None else ""))

    def _on_entered(self, row: DayRow, column: DayColumn) -> None:
        """Keeps the draft and shows what follows from it."""
        self._entries += 1
        self.model.forget(row)
        self.view.fit_row(row)
        self.keeping.keep_row(row, with_doses=not column.fields)
        self._show_counts()
        self._show_strip()

    def _on_kept(self, record: object, clock: str) -> None:
        self._show_kept(clock)
        self._read_again()

    def _show_kept(self, clock: str) -> None:
        """When the draft was kept last; nothing where there is none."""
        if self.list is None:
            return
        ats = [row.form.draft.at for row in self.list.everybody if row.form.draft is not None]
        clock = clock or (self.keeping.clock(max(ats)) if ats else "")
        has_draft = bool(clock) and any(row.has_draft for row in self.list.everybody)
        self._kept.setText(self.tr("Draft kept {clock}").format(clock=clock) if has_draft else "")
        self._kept_icon.setVisible(has_draft)

    def _on_saved(self, people: int) -> None:
        self.banner.tell(self.tr("Saved: the rows of {count} people.").format(count=people), "ok")

    def _on_absent(self) -> None:
        for row in self._waiting():
            row.turn_absent()
            self.model.forget(row)
            self.keeping.keep_row(row, with_doses=False)
        self.view.fit_rows()
        self._show_counts()

    def _waiting(self) -> list[DayRow]:
        """The children nobody entered anything of, where anybody's row was filled in."""
        return [row for row in self.list.people(CHILDREN) if row.is_open_row(())] if self.list is not None else []

    def _go_to(self, row: DayRow, field: str) -> None:
        """Gives a person's row the keys, at the column of a field."""
        self._who.choose(MOTHERS if row.is_mother else CHILDREN)
        self._which.choose(ALL)
        column = next((one.key for one in self.model.columns if field in one.fields), "")
        self.view.go_to(row.key, column)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answers(self) -> Answers | None:
        """Whom F8 and A are about."""
        row = self.view.person()
        return row.answers if row is not None else None

    def take_typed(self) -> None:
        """The cell that is being typed is taken."""
        self.view.take_typed()

    # ways out

    def _show_doses(self) -> None:
        row = self.view.person()
        if row is not None:
            self._leave_to("kehamilan" if row.is_mother else "imunisasi", row)

    def _show_growth(self) -> None:
        row = self.view.person()
        if row is not None and not row.is_mother:
            self._leave_to("pertumbuhan", row)

    def _show_history(self) -> None:
        row = self.view.person()
        if row is not None:
            self._leave_to("riwayat", row)

    def _leave_to(self, where: str, row: DayRow) -> None:
        self.leave_for(partial(self.go.emit, where, Ref(self.region, "person", row.form.person.id)))

    def _add_somebody(self) -> None:
        if self.list is None:
            return
        from kpm_desktop.ui.pages.posyandu_day.add_guest import AddGuestDialog

        shown = [row.person.id for row in self.list.everybody]
        is_mothers = self._who.current() == MOTHERS
        dialog = AddGuestDialog(self, self.region, self.posyandu, self.day, shown, mothers=is_mothers)
        dialog.added.connect(self._on_added)
        dialog.registering.connect(partial(self.leave_for, partial(self.go.emit, "sasaran", ("add", None))))
        dialog.open()

    def _on_added(self, key: str) -> None:
        self._wanted = key
        self._is_old = True
        self._which.choose(ALL)
        self._read_again()

    # how it is laid out

    def put_way_out(self, way_out: QWidget) -> None:
        """It stands before the title."""
        self._head_row.insertWidget(0, way_out)

    def _lay_out(self) -> None:
        look, px = self.look, self.look.px
        self.column.setContentsMargins(px(16), px(4), px(16), px(6))
        self.column.setSpacing(px(6))
        self.column.addLayout(self._heading())
        self.column.addWidget(self.banner)
        self.column.addWidget(self._tools_row())
        self.view = DayView(look, self.model, self.tr("Posyandu day"))
        self._card = Card(look, "", flush=True)
        self._card.body.setSpacing(0)
        self._card.body.addWidget(self.view, 1)
        self.column.addWidget(self._card, 1)
        self._nobody = EmptyState(
            look,
            "users",
            self.tr("Nobody belongs to this posyandu yet."),
            detail=self.tr("Whose posyandu this is stands with the household; who comes today can be added."),
            action=self.tr("Add somebody"),
        )
        self._nobody.pressed.connect(self._add_somebody)
        self._none_fits = EmptyState(
            look, "check", self.tr("Nobody of this list fits what is chosen above."), action=self.tr("Show all")
        )
        self._none_fits.pressed.connect(partial(self._which.choose, ALL))
        for state in (self._nobody, self._none_fits):
            state.hide()
            self.column.addWidget(state, 1)
        self._strip = DayStrip(look)
        self.column.addWidget(self._strip)
        self._rounded = label(look, "", Text.CAPTION_STRONG, "warn", wrap=True)
        self._rounded.hide()
        self.column.addWidget(self._rounded)
        self._foot = DayFoot(look)
        self.column.addWidget(self._foot)
        self.column.addWidget(self._key_bar())
        self.lead_to(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the way out says what it is, and the count of the day leaves its room to the rows."""
        super().resizeEvent(event)
        is_small = is_low(self.window(), self.look)
        self.title.setVisible(not is_small)
        self._foot.setVisible(not is_small)

    def _heading(self) -> QHBoxLayout:
        look = self.look
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(look.px(12))
        self.title = label(look, self.tr("Posyandu day"), Text.TITLE)
        speak_as(self.title, "heading")
        self._subtitle = label(look, "", Text.CAPTION, "text2", wrap=True)
        self._kept_icon = icon_label(look, "pencil", "text", 16)
        self._kept_icon.hide()
        self._kept = label(look, "", Text.CAPTION_STRONG)
        self._head_row.addWidget(self.title)
        self._head_row.addWidget(self._subtitle, 1)
        self._head_row.addWidget(self._kept_icon)
        self._head_row.addWidget(self._kept)
        return self._head_row

    def _tools_row(self) -> QWidget:
        look = self.look
        holder = QWidget()
        row = FlowLayout(holder, look.px(8))
        row.setContentsMargins(0, 0, 0, 0)
        people = ((CHILDREN, self.tr("Children")), (MOTHERS, self.tr("Mothers")))
        which = ((ALL, self.tr("All")), (OPEN, self.tr("Not filled in")), (LOOK, self.tr("To look at")))
        order = ((BY_NAME, self.tr("By name")), (BY_BOOK, self.tr("By book")))
        self._who = Segments(look, self.tr("Children or mothers"), people)
        self._which = Segments(look, self.tr("Which rows"), which)
        self._sorted = Segments(look, self.tr("Order"), order)
        self.search = DaySearch(look)
        self._add = Button(look, self.tr("Another child"), icon="user-plus", shortcut="Ctrl+N")
        for part in (self._who, self._which, self._sorted, self.search, self._add):
            row.addWidget(part)
        return holder

    def _key_bar(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("role", "card")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(3), px(4), px(3))
        row.setSpacing(px(6))
        hints = [
            ("Enter", self.tr("down")),
            ("Tab", self.tr("right")),
            ("0–9", self.tr("number")),
            ("Y T", self.tr("yes, no")),
            ("–", self.tr("did not come")),
            ("A–Z", self.tr("name")),
            ("F6", self.tr("other columns")),
            ("F1", self.tr("all keys")),
        ]
        row.addWidget(KeyHints(look, hints, ink="text"), 1)
        self.save_button = Button(look, self.tr("Save"), kind="primary", key="Ctrl+S", small=True)
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)
        return bar

    def _connect(self) -> None:
        for choice in (self._who, self._which, self._sorted):
            choice.chosen.connect(self._on_chosen)
        self.view.moved.connect(self._on_moved)
        self.entry.entered.connect(self._on_entered)
        self.entry.closed.connect(self._read_again)
        self.keeping.kept.connect(self._on_kept)
        self.saving.saved.connect(self._on_saved)
        self.saving.absent.connect(self._on_absent)
        self._add.clicked.connect(self._add_somebody)
        self._strip.doses_asked.connect(self._show_doses)
        self._strip.history_asked.connect(self._show_history)
        self._referring.changed.connect(self._on_acknowledged)

    def _on_acknowledged(self) -> None:
        row, column = self.view.person(), self.view.column()
        if row is not None and column is not None:
            self._on_entered(row, column)

    def _on_chosen(self, code: str) -> None:
        row, column = self.view.person(), self.view.column()
        self._show_people()
        if row is None or not self.view.go_to(row.key, column.key if column is not None else ""):
            self.view.go_to_first()

    def _take_keys(self) -> None:
        keys = (
            ("Ctrl+S", self.save),
            ("F4", self._show_doses),
            ("F6", self.view.turn_part),
            ("F7", self._show_history),
            ("F8", self._referring.refer),
            ("F9", self._show_growth),
        )
        take_keys(self, keys)
