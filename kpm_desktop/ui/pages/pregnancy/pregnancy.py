"""Kehamilan: one mother's pregnancy: checks, weight, tablets, score, what is due; where it leads to."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.pregnancy.confirm_factor import confirm_factor
from kpm_desktop.commands.pregnancy.pregnancy_view import KINDS, PregnancyView, pregnancy_view
from kpm_desktop.domain.registers.about import About
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.person_tabs import CARRIED, ENTRIES, PersonTabs
from kpm_desktop.ui.components.room import UprightRoom
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.pregnancy.pregnancy_cards import ChecksCard, ScoreCard, TabletsCard, WeightCard
from kpm_desktop.ui.pages.pregnancy.pregnancy_side import MeasuresSide, MotherSide, far_words, risks_of
from kpm_desktop.ui.registers.referring import open_referral

#: At scale 1: how wide what stands at the right is, and the narrowest page that has room for it.
_PANEL, _LEAST_WITH_PANEL = 296, 860


class PregnancyTask(Task):
    """One mother; reached from everywhere by `go.emit("kehamilan", Ref(…))`."""

    interests = KINDS
    is_about_person = True

    def __init__(self, context: Context, person: Ref, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.person = person
        self.view: PregnancyView | None = None
        self._lay_out()
        self._take_keys()

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("Pregnancy")

    def load(self) -> None:
        """Asks for the pregnancy."""
        work = partial(pregnancy_view, person=self.person.id, region=self.person.region, on=self.context.tools.today())
        self.ask(work, self._on_view)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        told = [("R", self.tr("all entries of the mother")), ("V", self.tr("visit of this month"))]
        if self.context.session.is_cadre:
            told += [
                ("F8", self.tr("begin a referral")),
                ("L", self.tr("the birth: mother and children in one step")),
                ("U", self.tr("change her data")),
            ]
        return [*told, ("Esc", self.tr("back"))]

    # what is shown

    def _on_view(self, view: PregnancyView) -> None:
        self.view = view
        text = self.tr("Pregnancy of {name}").format(name=view.mother.full_name)
        self._head.title.setText(text)
        self._head.title.setToolTip(tip(text))
        number = view.pregnancy.gravida
        which = self.tr("pregnancy number {number}").format(number=number) if number else ""
        self._head.subtitle.setText(" · ".join(part for part in (far_words(view), which) if part))
        self.setAccessibleName(text)
        for card in (self.checks, self.weight, self.tablets, self.score):
            card.show_pregnancy(view)
        is_cadre = self.context.session.is_cadre
        self._mother.show_pregnancy(view, may_change=is_cadre and view.household is not None)
        self._measures.show_pregnancy(view)
        self._visit.setEnabled(view.household is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measures and tasks stand beside the cards where there is room for both."""
        super().resizeEvent(event)
        self._measures.setVisible(self.width() >= self.look.px(_LEAST_WITH_PANEL))

    # where it leads

    def _on_tab(self, code: str) -> None:
        if code == ENTRIES:
            self._on_entries()

    def _on_entries(self) -> None:
        self.go.emit("riwayat", self.person)

    def _home(self) -> Ref | None:
        home = self.view.household if self.view is not None else None
        return None if home is None else Ref(self.person.region, "household", home.id)

    def _on_visit(self) -> None:
        home = self._home()
        if home is not None and self.context.session.is_cadre:
            self.go.emit("kunjungan", home)

    def _on_change(self) -> None:
        self._deed("change")

    def _on_birth(self) -> None:
        if self.view is not None and not self.view.is_over:
            self._deed("birth")

    def _deed(self, code: str) -> None:
        home = self._home()
        if home is not None and self.view is not None and self.context.session.is_cadre:
            self.go.emit("sasaran", ("deed", home, self.view.mother.id, code))

    def _on_refer(self) -> None:
        view = self.view
        if view is None or not self.context.session.is_cadre:
            return
        told = risks_of(view)
        open_referral(self, About.of(view.mother, view.household), told, why="" if told else "high_risk")

    def _on_confirmed(self, code: str) -> None:
        if self.view is not None:
            work = partial(
                confirm_factor,
                pregnancy=self.view.pregnancy.id,
                code=code,
                region=self.person.region,
                today=self.context.tools.today(),
            )
            self.do(work, self._on_saved, {"pregnancy"})

    def _on_saved(self, saved: object) -> None:
        """The page is read anew by itself."""

    # how it is laid out

    def _lay_out(self) -> None:
        px = self.look.px
        is_cadre = self.context.session.is_cadre
        self._mother = MotherSide(self.context.tools)
        self._mother.change_asked.connect(self._on_change)
        self._mother.birth_asked.connect(self._on_birth)
        self.side_column.addWidget(self._mother)
        self.column.setContentsMargins(px(16), px(8), 0, 0)
        self.column.setSpacing(px(8))
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.column.addLayout(row, 1)
        cards = QWidget()
        cards.setProperty("role", "page")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, px(2), px(8))
        column.setSpacing(px(10))
        tools = self.context.tools
        self.checks, self.weight, self.tablets = ChecksCard(tools), WeightCard(tools), TabletsCard(tools)
        self.score = ScoreCard(tools, may_confirm=is_cadre)
        self.score.confirmed.connect(self._on_confirmed)
        both = BreakingRow(px(10), shrinks=True)
        both.add(self.weight, 1)
        both.add(self.tablets, 1)
        for part in (self.checks, both, self.score):
            column.addWidget(part)
        column.addStretch(1)
        room = UprightRoom(cards)
        room.setProperty("role", "plain")
        row.addWidget(room, 1)
        self._measures = MeasuresSide(tools)
        self._measures.setFixedWidth(px(_PANEL))
        row.addWidget(self._measures)

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("Pregnancy"), " ")
        self.tabs = PersonTabs(self.look, CARRIED)
        self.tabs.chosen.connect(self._on_tab)
        self._visit = Button(self.look, self.tr("Visit"), icon="clipboard-list", key="V")
        self._visit.clicked.connect(self._on_visit)
        self._head.add_action(self.tabs)
        self._head.add_action(self._visit)
        self._visit.setVisible(self.context.session.is_cadre)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, self.look.px(16), 0)
        row.addWidget(self._head)
        self.lead_to(self.tabs)
        return holder

    def _take_keys(self) -> None:
        keys = {
            "R": self._on_entries,
            "V": self._on_visit,
            "L": self._on_birth,
            "U": self._on_change,
            "F8": self._on_refer,
        }
        take_keys(self, keys.items())
