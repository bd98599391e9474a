"""The cards of a pregnancy's page: checks, weight, tablets, and the Poedji Rochjati score."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.pregnancy.kspr import Contact, Proposal, kspr_rules
from kpm_desktop.domain.pregnancy.tablets import BOTTLE, total_taken
from kpm_desktop.domain.pregnancy.weight_band import weight_rules
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.pregnancy.check_track import CheckTrack
from kpm_desktop.ui.pages.pregnancy.tablet_row import TabletRow
from kpm_desktop.ui.pages.pregnancy.weight_plot import WeightPlot, gained

_TONES = {"low": "ok", "high": "warn", "very_high": "risk"}


class ChecksCard(Card):
    """How many of the six checks, when, and which comes next; after the birth those of nifas."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.look, QCoreApplication.translate("PregnancyCards", "Checks"))
        self._tools = tools
        self.wrap_heading()
        self._track = CheckTrack(tools)
        self._next = label(tools.look, "", Text.CAPTION_STRONG, "warn", wrap=True)
        self._nifas = QWidget()
        self._nifas_row = FlowLayout(self._nifas, tools.look.px(18))
        self._nifas_row.setContentsMargins(0, 0, 0, 0)
        self._nifas_title = label(tools.look, "", Text.CAPTION_STRONG, "text2", wrap=True)
        self.body.setSpacing(tools.look.px(6))
        for part in (self._track, self._next, self._nifas_title, self._nifas):
            self.body.addWidget(part)

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Another pregnancy."""
        needed = len(care_rules().pregnancy.contacts)
        text = self.tr("{had} checks, {needed} are needed")
        self.caption.setText(text.format(had=len(view.checks), needed=needed))
        self._track.show_pregnancy(view)
        self._track.setVisible(view.begun is not None)
        wording = self._tools.wording
        found = next((task for task in view.tasks if task.first.what in ("anc", "pnc")), None)
        self._next.setText(wording.say(found.first.why) if found is not None else "")
        self._next.setVisible(found is not None)
        self._show_nifas(view)

    def _show_nifas(self, view: PregnancyView) -> None:
        look, calendar = self._tools.look, self._tools.calendar
        empty(self._nifas_row)
        self._nifas_title.setVisible(bool(view.nifas))
        if view.nifas:
            day = calendar.dated(view.nifas[0].first)
            text = self.tr("Nifas, born {day}") if view.has_delivered else self.tr("Nifas, if born on {day}")
            self._nifas_title.setText(text.format(day=day))
        for each in view.nifas:
            part = QWidget()
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.px(6))
            icon, ink = ("check", "ok") if each.is_had else ("circle-dashed", "text2")
            row.addWidget(icon_label(look, icon, ink, 16))
            row.addWidget(label(look, each.code, Text.BODY_STRONG))
            days = f"{calendar.short_day(each.first, each.first)}–{calendar.short_day(each.last, each.last)}"
            row.addWidget(label(look, days, Text.CAPTION, "text2"))
            self._nifas_row.addWidget(part)


class WeightCard(Card):
    """The weight gained beside the band; without height or first weight, what to fill in."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.look, QCoreApplication.translate("PregnancyCards", "Weight gained"))
        self._tools = tools
        self.wrap_heading()
        self._plot = WeightPlot(tools)
        self._said = label(tools.look, "", Text.CAPTION, "text2", wrap=True)
        self.body.setSpacing(tools.look.px(6))
        self.body.addWidget(self._plot)
        self.body.addWidget(self._said)
        self.body.addStretch(1)

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Another pregnancy."""
        points, band = gained(view), view.band
        said = self._words(view)
        self._said.setText(said)
        self._plot.show_pregnancy(view, said)
        parts = []
        if points:
            parts.append(f"{points[-1][1]:+.1f} kg".replace(".", self._tools.comma).replace("-", "−"))
        if band is not None:
            text = self.tr("needs {least}–{most} kg")
            parts.append(text.format(least=self._number(band.least), most=self._number(band.most)))
        self.caption.setText(" · ".join(parts))

    def _words(self, view: PregnancyView) -> str:
        points, band = gained(view), view.band
        if band is None:
            return self.tr("Fill in height and weight before the pregnancy (U): then the band is drawn.")
        text = self.tr("Band for BMI {bmi} before the pregnancy.")
        parts = [text.format(bmi=self._number(round(band.bmi, 1)))]
        if points:
            place = self._tools.wording.phrase(f"pregnancy.place.{band.place(*points[-1])}")
            parts.append(self.tr("Now {place}.").format(place=place))
        elif all(row.weight_g is None for row in view.visits):
            parts.append(self.tr("No weight in this pregnancy yet."))
        if not weight_rules().early.confirmed:
            parts.append(self.tr("By week: not confirmed yet; only the total has a source."))
        return " ".join(parts)

    def _number(self, value: float) -> str:
        return f"{Decimal(str(value)).normalize():f}".replace(".", self._tools.comma)


class TabletsCard(Card):
    """What was taken by month, and what is left of the bottle."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.look, QCoreApplication.translate("PregnancyCards", "Tablets taken"))
        self._tools = tools
        self.wrap_heading()
        look = tools.look
        self._row = TabletRow(tools)
        self._bottle = label(look, "", Text.CAPTION_STRONG, wrap=True)
        self._bar = Bar(look)
        self._said = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.body.setSpacing(look.px(6))
        for part in (self._row, self._bottle, self._bar, self._said):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Another pregnancy."""
        taken, bottle = total_taken(list(view.tablets)), view.bottle
        self.caption.setText(self.tr("{count} tablets").format(count=taken))
        self._row.show_months(view.tablets)
        for part in (self._bottle, self._bar):
            part.setVisible(bottle is not None)
        if bottle is None:
            self._said.setText(self.tr("How many were taken is asked at every visit; the kind stands with it."))
            return
        words = self.tr("MMS, bottle of {bottle} since {month}: {left} left")
        month = self._tools.calendar.short_month(bottle.since)
        self._bottle.setText(words.format(bottle=BOTTLE, month=month, left=bottle.left))
        self._bar.show_amount(bottle.taken, BOTTLE)
        proposal = self.tr("{taken} taken. For a month {count} are proposed, once the mother says so.")
        self._said.setText(proposal.format(taken=bottle.taken, count=bottle.proposal))


class ScoreCard(Card):
    """The four contacts and the factors; `confirmed` gives a factor somebody says is so."""

    confirmed = Signal(str)

    def __init__(self, tools: Tools, *, may_confirm: bool) -> None:
        super().__init__(tools.look, QCoreApplication.translate("PregnancyCards", "Poedji Rochjati score (KSPR)"))
        self._tools, self._may_confirm = tools, may_confirm
        self.wrap_heading()
        look = tools.look
        self._contacts = QWidget()
        self._contact_row = FlowLayout(self._contacts, look.px(8))
        self._contact_row.setContentsMargins(0, 0, 0, 0)
        self._factors = QGridLayout()
        self._factors.setHorizontalSpacing(look.px(12))
        self._factors.setVerticalSpacing(look.px(4))
        self._factors.setColumnStretch(1, 1)
        self._proposed = QVBoxLayout()
        self._proposed.setSpacing(look.px(4))
        self._others = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.body.setSpacing(look.px(8))
        self.body.addWidget(self._contacts)
        self.body.addLayout(self._factors)
        self.body.addLayout(self._proposed)
        self.body.addWidget(self._others)
        self.buttons: dict[str, Button] = {}

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Another pregnancy."""
        wording, score = self._tools.wording, view.score
        risk = wording.phrase(f"pregnancy.class.{score.risk}")
        self.caption.setText(self.tr("{total}: risk {risk}").format(total=score.total, risk=risk))
        empty(self._contact_row)
        for each in score.contacts:
            self._contact_row.addWidget(self._contact(each))
        self._show_factors(view)
        self._show_proposals(view)
        told = self._tools.words.choice
        others = ", ".join(told("pregnancy", "risk_reasons", code) for code in score.others)
        note = [self.tr("Begins at {start}; it only grows, and does not replace what the health worker says.")]
        if others:
            note.append(self.tr("Recorded, and not on the card: {risks}.").format(risks=others))
        self._others.setText(" ".join(note).format(start=kspr_rules().start))

    def _contact(self, each: Contact) -> QWidget:
        look, calendar = self._tools.look, self._tools.calendar
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setMinimumWidth(look.px(176))
        column = QVBoxLayout(frame)
        column.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        column.setSpacing(look.px(2))
        day = calendar.short_day(each.day, each.day) if each.day is not None else self.tr("not yet")
        title = self.tr("Trimester {number} · {day}").format(number=each.trimester, day=day)
        column.addWidget(label(look, title, Text.CAPTION, "text2"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(label(look, "–" if each.score is None else str(each.score), Text.SECTION))
        if each.risk is not None:
            words = self._tools.wording.phrase(f"pregnancy.short.{each.risk}")
            row.addWidget(Chip(look, words, _TONES[each.risk]))
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _show_factors(self, view: PregnancyView) -> None:
        look, calendar, words = self._tools.look, self._tools.calendar, self._tools.words
        empty(self._factors)
        rows = [(str(kspr_rules().start), self.tr("Beginning"), "")]
        rows += [
            (
                f"+{each.points}",
                words.choice("pregnancy", "risk_reasons", each.code),
                calendar.short_day(each.since, view.on),
            )
            for each in view.score.factors
        ]
        for at, (points, name, day) in enumerate(rows):
            number = label(look, points, Text.BODY_STRONG, "risk" if points == "+8" else "")
            self._factors.addWidget(number, at, 0, Qt.AlignmentFlag.AlignRight)
            self._factors.addWidget(label(look, name, wrap=True), at, 1)
            self._factors.addWidget(label(look, day, Text.CAPTION, "text2"), at, 2)

    def _show_proposals(self, view: PregnancyView) -> None:
        look = self._tools.look
        empty(self._proposed)
        self.buttons.clear()
        if not view.proposals or view.is_over:
            return
        self._proposed.addWidget(line())
        self._proposed.addWidget(
            label(
                look,
                self.tr("The records speak for these; they count once somebody says so"),
                Text.CAPTION_STRONG,
                wrap=True,
            )
        )
        for each in view.proposals:
            self._proposed.addWidget(self._proposal(each, view))

    def _proposal(self, each: Proposal, view: PregnancyView) -> QWidget:
        look = self._tools.look
        name = self._tools.words.choice("pregnancy", "risk_reasons", each.code)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(icon_label(look, "circle-alert", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        said = f"{name}: {self._tools.wording.say(why_of(each))}"
        row.addWidget(label(look, said, wrap=True), 1)
        if self._may_confirm and not view.is_disputed:
            button = Button(look, self.tr("It is so"), kind="link", icon="check", small=True)
            button.setAccessibleName(f"{button.text()}: {said}")
            button.setProperty("code", each.code)
            button.clicked.connect(self._on_clicked)
            self.buttons[each.code] = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _on_clicked(self) -> None:
        self.confirmed.emit(self.sender().property("code"))


def why_of(each: Proposal) -> Reason:
    """The numbers that speak for a factor, as a sentence."""
    value, limit = each.value, each.limit
    if each.why == "hb" and isinstance(value, int) and isinstance(limit, int):
        value, limit = Decimal(value) / 10, Decimal(limit) / 10
    return reason(f"pregnancy.why.{each.why}", value=value, limit=limit)
