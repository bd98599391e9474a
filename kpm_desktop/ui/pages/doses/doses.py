"""Imunisasi: one child's doses on one screen, as in the KIA book, entered by keyboard alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.immunization.dose_sheet import KINDS, DoseSheet, dose_sheet
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label, tip
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.forms.dose_box import DoseBox, Key
from kpm_desktop.ui.forms.keeping_task import KeepingTask
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.child_side import ChildSide
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_cell import DoseCell
from kpm_desktop.ui.pages.doses.dose_paper import DosePaper
from kpm_desktop.ui.pages.doses.dose_side import DoseSide
from kpm_desktop.ui.pages.doses.dose_words import dates_line, doubt_hint
from kpm_desktop.ui.pages.doses.doubt_box import DoubtBox
from kpm_desktop.ui.pages.doses.entering import Entering
from kpm_desktop.ui.pages.doses.keeping import DoseKeeping
from kpm_desktop.ui.pages.doses.saving import DoseSaving

#: In a narrower page, at scale 1, the doses need the room; what is doubtful then stands below them.
LEAST_WITH_SIDE = 1100


class DosesTask(KeepingTask):
    """One child's doses. What others record meanwhile is read at once; what is entered here stays."""

    interests = KINDS

    keeping: DoseKeeping
    saving: DoseSaving

    def __init__(self, context: Context, child: Ref, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.child = child
        self.book: DoseBook | None = None
        #: How often something was entered, now and when the sheet was asked for; whether it has to be read once more.
        self._entries = self._entries_read = 0
        self._is_old = False
        self._lay_out()
        self.entering = Entering(self, self.paper)
        self.keeping = DoseKeeping(self, child.region)
        self.saving = DoseSaving(self, self.keeping, self._go_to)
        self._connect()
        self._take_keys()

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("Immunization")

    def load(self) -> None:
        """Asks for what is recorded, also after it changed; what is saved here is read once it is."""
        if not self.saving.is_running:
            self._is_old, self._entries_read = False, self._entries
            self.ask(partial(dose_sheet, person=self.child.id, region=self.child.region), self._on_sheet)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        return [
            ("0–9", self.tr("day and month; the year comes by itself and can be typed")),
            ("H", self.tr("given today")),
            ("S", self.tr("the same day as the last one")),
            ("T", self.tr("given, but the date is not known")),
            ("I", self.tr("from the KIA book, or as the mother recalls")),
            ("B", self.tr("the date is right, although it was warned about")),
            ("Del", self.tr("take the entry back")),
            ("Enter", self.tr("to the next dose that is empty")),
            ("↑  ↓", self.tr("to the age before or after")),
            ("←  →", self.tr("to the dose before or after")),
            ("G  R  V", self.tr("growth and history of the child, visit of this month")),
            ("Ctrl+S", self.tr("save")),
            ("Esc", self.tr("back; the draft stays")),
        ]

    def save(self) -> None:
        """*Simpan*: what is being typed is taken first."""
        if self.book is not None and not self.saving.is_running:
            self.take_typed()
            self.saving.save(self.book)

    # what is shown

    def _on_sheet(self, sheet: DoseSheet) -> None:
        """Shows it anew; what was read while something was being entered is read once more."""
        is_first = self.book is None
        if not is_first and (self._is_busy() or self._entries != self._entries_read):
            self._is_old = True
            self._read_again()
            return
        at = self.entering.last.box.key if self.entering.last is not None else None
        had_keys = is_first or self.paper.current() is not None
        self.book = self.keeping.book = self.entering.book = DoseBook(sheet, self.context.tools.today())
        self.entering.last = None
        self.paper.show_book(self.book)
        self._show_title(sheet.person.full_name)
        self._show_all()
        if sheet.others and is_first:
            names = ", ".join(sheet.others)
            self.banner.tell(self.tr("{names} has a draft of these doses too.").format(names=names))
        self._show_kept("")
        wanted = at if at in self.book.boxes else self.book.first().key
        cell = self.paper.cell_of(wanted) if wanted is not None else None
        self.entering.last = cell
        self.lead_to(cell.field if cell is not None else self.save_button)
        if had_keys:
            self.entering.go_to(cell)

    def _is_busy(self) -> bool:
        return self.keeping.is_busy or self.entering.is_typing

    def _read_again(self) -> None:
        if self._is_old and not self._is_busy():
            self.load()

    def _show_title(self, name: str) -> None:
        text = self.tr("Immunization {name}").format(name=name)
        self.title.setText(text)
        self.title.setToolTip(tip(text))
        self.setAccessibleName(text)

    def _show_all(self) -> None:
        """Everything that follows from the entries."""
        if self.book is None:
            return
        for cell in self.paper.cells:
            self.entering.show(cell)
        self._child.show_child(self.book)
        self._show_current()

    def _show_current(self) -> None:
        """What belongs to the dose that has the keys."""
        if self.book is None:
            return
        last = self.entering.last
        self._side.show_dose(self.book, last.box if last is not None else None)
        planned = self.book.plan.get(last.box.key) if last is not None else None
        self._dates.setText(dates_line(planned, self.context.tools.calendar) if planned is not None else "")
        self._dates.setVisible(planned is not None and self._side.isHidden())
        told = self._told(self.book, self.entering.doubted())
        for doubt in (self._side.doubt, self._doubt):
            doubt.show_doubt(*told[:3], can_confirm=told[3])
        self._doubt.setVisible(bool(told[0]) and self._side.isHidden())

    def _told(self, book: DoseBook, box: DoseBox | None) -> tuple[str, str, str, bool]:
        """Title, sentence and icon of what is to be looked at, and whether it can be believed."""
        if box is None:
            return "", "", "circle-alert", False
        if box.typed:
            return (
                self.tr("{dose}: not kept yet").format(dose=box.name),
                self.saving.problem(book, box),
                "wrench",
                False,
            )
        say = self.context.tools.wording.say
        sentence = f"{say(book.doubts[box.key])}. {doubt_hint(book, box, self.context.tools.calendar)}"
        return self.tr("{dose}: check the date").format(dose=box.name), sentence, "circle-alert", True

    def _on_changed_dose(self, key: Key) -> None:
        self._entries += 1
        self.keeping.keep(key)
        self._show_all()

    def _on_reached(self, cell: DoseCell) -> None:
        self._show_current()
        self.paper.centre(cell)
        self._read_again()

    def _on_kept(self, record: object, clock: str) -> None:
        self._show_kept(clock)
        self._read_again()

    def _show_kept(self, clock: str) -> None:
        """When the draft was kept last; nothing where there is none."""
        if self.book is None:
            return
        ats = [box.entry.draft.at for box in self.book.boxes.values() if box.entry.draft is not None]
        clock = clock or (self.keeping.clock(max(ats)) if ats else "")
        has_draft = self.book.has_unsaved and bool(clock)
        self._kept.setText(self.tr("Draft kept {clock}").format(clock=clock) if has_draft else "")
        self._kept_icon.setVisible(has_draft)

    def _on_saved(self, count: int) -> None:
        self.banner.tell(self.tr("{count} doses saved.").format(count=count), "ok")

    def _go_to(self, key: Key) -> None:
        self.entering.go_to(self.paper.cell_of(key))

    def _on_ended(self) -> None:
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ways out

    def take_typed(self) -> None:
        """The date that is being typed is taken."""
        self.entering.take_typed()

    def _show_growth(self) -> None:
        self.leave_for(partial(self.go.emit, "pertumbuhan", self.child))

    def _show_history(self) -> None:
        self.leave_for(partial(self.go.emit, "riwayat", self.child))

    def _visit(self) -> None:
        home = self.book.sheet.household if self.book is not None else None
        if home is not None:
            self.leave_for(partial(self.go.emit, "kunjungan", Ref(self.child.region, "household", home.id)))

    # how it is laid out

    def _lay_out(self) -> None:
        look, px = self.look, self.look.px
        self._child = ChildSide(self.context.tools)
        self.side_column.addWidget(self._child)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.column.addLayout(row, 1)
        centre = QVBoxLayout()
        centre.setContentsMargins(px(16), px(8), px(16), px(6))
        centre.setSpacing(px(8))
        row.addLayout(centre, 1)
        centre.addWidget(self._heading())
        centre.addWidget(self.banner)
        self.paper = DosePaper(look, self.context.tools.calendar)
        centre.addWidget(self.paper, 1)
        self._doubt, self._dates = DoubtBox(look, is_low=True), label(look, "", Text.CAPTION, "text2", wrap=True)
        centre.addWidget(self._doubt)
        centre.addWidget(self._dates)
        centre.addWidget(self._key_bar())
        self._side = DoseSide(self.context.tools)
        row.addWidget(self._side)
        self._side.hide()

    def _heading(self) -> QWidget:
        look = self.look
        whole = BreakingRow(look.px(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(look, self.tr("Immunization"), Text.TITLE, wrap=True)
        speak_as(self.title, "heading")
        words.addWidget(self.title)
        caption = self.tr("Like the immunization page of the KIA book · schedule of Kepmenkes 1098/2024 and 35/2025")
        words.addWidget(label(look, caption, Text.CAPTION, "text2", wrap=True))
        kept = QHBoxLayout()
        kept.setSpacing(look.px(6))
        self._kept_icon = icon_label(look, "pencil", "text", 16)
        self._kept_icon.hide()
        self._kept = label(look, "", Text.CAPTION_STRONG)
        kept.addWidget(self._kept_icon)
        kept.addWidget(self._kept)
        whole.add(words, 1)
        whole.add(kept)
        return whole

    def _key_bar(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("role", "card")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(4), px(4), px(4))
        row.setSpacing(px(6))
        hints = [
            ("0–9", self.tr("date")),
            ("H", self.tr("today")),
            ("S", self.tr("same as before")),
            ("Enter", self.tr("on")),
            ("↑ ↓", self.tr("age")),
            ("Del", self.tr("take back")),
        ]
        row.addWidget(KeyHints(look, hints, ink="text"), 1)
        self.save_button = Button(look, self.tr("Save"), kind="primary", key="Ctrl+S", small=True)
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dates of a dose stand beside the page where there is room for both."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= self.look.px(LEAST_WITH_SIDE))
        self._show_current()

    def _connect(self) -> None:
        self.entering.changed.connect(self._on_changed_dose)
        self.entering.reached.connect(self._on_reached)
        self.entering.ended.connect(self._on_ended)
        self.keeping.kept.connect(self._on_kept)
        self.saving.saved.connect(self._on_saved)
        for doubt in (self._side.doubt, self._doubt):
            doubt.confirmed.connect(self.entering.confirm)
        self._side.turned.connect(self.entering.turn_source)
        self._child.growth_asked.connect(self._show_growth)
        self._child.history_asked.connect(self._show_history)
        self._child.visit_asked.connect(self._visit)

    def _take_keys(self) -> None:
        keys = (
            ("Ctrl+S", self.save),
            ("B", self.entering.confirm),
            ("I", self.entering.turn_source),
            ("G", self._show_growth),
            ("R", self._show_history),
            ("V", self._visit),
        )
        take_keys(self, keys)
