"""At the right of the doses: the dates of the one that has the keys, what is doubtful, what comes next."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.schedules.dose_plan import PlannedDose
from kpm_desktop.domain.schedules.doses import dose_rules
from kpm_desktop.domain.schedules.next_doses import NextDose
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.ruleset import Doses
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_words import (
    catch_up_words,
    interval_words,
    joined,
    last_month,
    until_words,
    vaccine_words,
)
from kpm_desktop.ui.pages.doses.doubt_box import DoubtBox

WIDTH = 296
_MOST_DAYS = 4


class DoseSide(QFrame):
    """`confirmed` for "B"; `turned` when another source of a day is wanted."""

    confirmed = Signal()
    turned = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        px = self._look.px
        self.setProperty("role", "side-right")
        self.setFixedWidth(px(WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(14), px(8), px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "side-right")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, px(8), 0)
        self._column.setSpacing(px(4))
        self.doubt = DoubtBox(self._look)
        self.doubt.confirmed.connect(self.confirmed)
        self.source_button = Button(self._look, "", kind="link", key="I", small=True)
        self.source_button.setFixedHeight(px(24))
        self.source_button.setFont(self._look.font(Text.CAPTION_STRONG))
        self.source_button.clicked.connect(self.turned)
        self._dose, self._rest = QWidget(), QWidget()
        self._column.addWidget(self._dose)
        self._column.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(line())
        self._column.addWidget(self.doubt)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        scroll.setWidget(holder)
        whole.addWidget(scroll, 1)
        self._count = label(self._look, "", Text.CAPTION_STRONG)
        whole.addWidget(self._count)

    def show_dose(self, book: DoseBook, box: DoseBox | None) -> None:
        """The dates of a dose, and what follows for the child today."""
        self._dose = self._replaced(self._dose, self._dates(book, box))
        self._show_source(box)
        self._rest = self._replaced(self._rest, self._outlook(book))
        done, total = book.counted
        self._count.setText(self.tr("{done} of {total} doses recorded").format(done=done, total=total))

    def _replaced(self, former: QWidget, made: QWidget) -> QWidget:
        self._column.replaceWidget(former, made)
        former.hide()
        former.deleteLater()
        return made

    def _show_source(self, box: DoseBox | None) -> None:
        is_told = box is not None and box.is_given and not box.entry.is_disputed
        self.source_button.setVisible(is_told)
        if box is not None and is_told:
            words = self._tools.words
            told = words.choice("immunization", "source", box.source) if box.source else self.tr("not said")
            self.source_button.setText(self.tr("Source: {source}").format(source=told))

    # the dose

    def _dates(self, book: DoseBook, box: DoseBox | None) -> QWidget:
        look, px, holder = self._look, self._look.px, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(4))
        if box is None:
            return holder
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(label(look, box.name, Text.SECTION), 0, Qt.AlignmentFlag.AlignBottom)
        what = self.tr("{vaccine}, dose {number}").format(vaccine=vaccine_words(box.key[0]), number=box.key[1])
        head.addWidget(label(look, what, Text.CAPTION, "text2", wrap=True), 1)
        column.addLayout(head)
        planned = book.plan.get(box.key)
        if planned is None:
            text = self.tr("The schedule of today does not have this dose; older children got it.")
            column.addWidget(label(look, text, Text.CAPTION, "text2", wrap=True))
            return holder
        column.addLayout(self._facts(planned))
        for text in self._unconfirmed(planned):
            column.addWidget(label(look, text, Text.CAPTION, "text2", wrap=True))
        return holder

    def _facts(self, planned: PlannedDose) -> QGridLayout:
        look, dated = self._look, self._tools.calendar.dated
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(
            (
                (self.tr("From"), dated(planned.since)),
                (self.tr("On time until"), dated(planned.on_time_until)),
                (self.tr("Catch up until"), catch_up_words(planned)),
                (self.tr("Interval"), interval_words(planned)),
            )
        ):
            grid.addWidget(label(look, name, Text.CAPTION, "text2"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(look, value, Text.CAPTION_STRONG, wrap=True), at, 1)
        return grid

    def _unconfirmed(self, planned: PlannedDose) -> Sequence[str]:
        """What of all this rests on a source that nobody confirmed."""
        rules = dose_rules()
        told = []
        if not rules.windows_confirmed:
            told.append(self.tr("Ages: the KIA book, not confirmed yet"))
        if not rules.intervals_confirmed and planned.dose > 1:
            told.append(self.tr("Interval: not confirmed yet"))
        return told

    # the child

    def _outlook(self, book: DoseBook) -> QWidget:
        px, holder = self._look.px, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(4))
        self._today(column, [one for one in book.plan.values() if one.is_open])
        later = [one for one in book.next if one.earliest > book.today]
        self._days(column, later)
        gone = [one for one in book.plan.values() if one.standing == "no_longer"]
        if gone:
            column.addSpacing(px(6))
            column.addWidget(line())
            for text in self._gone(book, gone):
                column.addWidget(label(self._look, text, Text.CAPTION, "text2", wrap=True))
        return holder

    def _today(self, column: QVBoxLayout, doses: Sequence[PlannedDose]) -> None:
        look = self._look
        column.addWidget(label(look, self.tr("Can be given today"), Text.CAPTION_STRONG, "text2"))
        if not doses:
            column.addWidget(label(look, self.tr("Nothing is due today."), Text.CAPTION, "text2", wrap=True))
        for one in doses:
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            row.addWidget(icon_label(look, "check", "accent", 14))
            row.addWidget(label(look, one.name, Text.BODY_MEDIUM))
            told = label(look, until_words(one, self._tools.calendar), Text.CAPTION, "text2", wrap=True)
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(told, 1)
            column.addLayout(row)

    def _days(self, column: QVBoxLayout, doses: Sequence[NextDose]) -> None:
        look = self._look
        if not doses:
            return
        column.addSpacing(look.px(6))
        column.addWidget(label(look, self.tr("Next"), Text.CAPTION_STRONG, "text2"))
        days = [(day, list(found)) for day, found in groupby(doses, key=lambda one: one.earliest)]
        for day, found in days[:_MOST_DAYS]:
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            row.addWidget(icon_label(look, "calendar", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(look, self._tools.calendar.dated(day), Text.BODY_MEDIUM))
            words.addWidget(label(look, self._named(found), Text.CAPTION, "text2", wrap=True))
            row.addLayout(words, 1)
            column.addLayout(row)

    def _named(self, found: Sequence[NextDose]) -> str:
        names = joined(one.planned.name for one in found)
        needed = list(dict.fromkeys(one.if_given.name for one in found if one.if_given is not None))
        if not needed:
            return names
        return self.tr("{doses}, if {needed} is given today").format(doses=names, needed=joined(needed))

    def _gone(self, book: DoseBook, doses: Sequence[PlannedDose]) -> Sequence[str]:
        told = []
        counted = _counted_doses(book)
        for month, found in groupby(sorted(doses, key=last_month), key=last_month):
            same = list(found)
            text = self.tr("{doses}: given no longer from {months} months on.")
            told.append(text.format(doses=joined(one.name for one in same), months=month + 1))
        if not any(f"{one.vaccine}-{one.dose}" in counted for one in doses):
            told.append(self.tr("This takes nothing from the scorecard's basic immunization."))
        return told


def _counted_doses(book: DoseBook) -> set[str]:
    """What the quarter's scorecard counts at any age."""
    rules = official_rules(Quarter.of(month_of(book.today))).children.indicators
    return {name for rule in rules if isinstance(rule, Doses) for span in rule.ages for name in span.doses}
