"""Rapor: a village's scorecard of any quarter, every number with the people, reasons and months behind it."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.scorecards.village_scorecard import KINDS
from kpm_desktop.commands.scorecards.villages_of import villages_of
from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.totals import PREGNANT
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.scorecard.scorecard_cards import NumberRow, QuarterStepper, VillageChoice
from kpm_desktop.ui.pages.scorecard.scorecard_contents import Contents
from kpm_desktop.ui.pages.scorecard.scorecard_indicators import IndicatorPanel
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import NUMBERS, TO_LOOK_AT, Numbers
from kpm_desktop.ui.pages.scorecard.scorecard_rows import IndicatorRow, SideRow
from kpm_desktop.ui.pages.scorecard.scorecard_shown import EVERY, Choice, Shown
from kpm_desktop.ui.pages.scorecard.scorecard_side import Side
from kpm_desktop.ui.pages.scorecard.scorecard_source import ScorecardSource
from kpm_desktop.ui.pages.scorecard.scorecard_words import running_words


class ScorecardPage(Page):
    """A supervisor chooses a village or all of them; then there is a row per village instead of a row per person."""

    interests = frozenset(KINDS)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._choice = Choice(PREGNANT, "")
        self.source = ScorecardSource(self)
        self.source.counted.connect(self._show)
        places = context.session.places
        village = places[0].code if context.session.is_cadre else ""
        self.shown = Shown(self.source, places, village, Quarter.of(month_of(context.tools.today())))
        self._contents = Contents(context.tools.wording, context.tools.comma)
        self._numbers = Numbers(context.tools.wording, context.tools.comma)
        self.column.setSpacing(self.look.px(10))
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addWidget(self._counted_part(), 1)
        self.column.addWidget(self._no_village(), 1)
        self.lead_to(self.indicators.list_of(PREGNANT))
        for key, act in (("B", self._on_not_reported), ("L", self._on_look)):
            QShortcut(QKeySequence(key), self, act)

    def load(self) -> None:
        """Counts anew what is shown."""
        self.source.forget()
        self.ask(villages_of, self._on_places)

    def arrive(self, what: object) -> None:
        """Shows a village by its code, or a `Quarter`."""
        if isinstance(what, str) and what:
            self.show_village(what)
        elif isinstance(what, Quarter):
            self.shown.quarter = what
            self._want()

    def areas(self) -> Sequence[QWidget]:
        """The numbers, the indicators, and who is behind them."""
        return [self.heading, self.numbers, self.indicators, self.side]

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Ctrl ← / Ctrl →", self.tr("One quarter back, one on")),
            ("↑ ↓ ← →", self.tr("Choose an indicator")),
            ("Enter", self.tr("To the people behind it, then to the history of one")),
            ("Esc", self.tr("Back to the indicators")),
            ("B", self.tr("Who was not reported yet")),
            ("L", self.tr("What to look at again")),
        ]

    def show_village(self, village: str) -> None:
        """Shows another village, or all of them (`EVERY`)."""
        self.shown.village = village
        self.villages.set_value(village)
        self._want()

    def step(self, quarters: int) -> None:
        """Shows another quarter."""
        self.shown.step(quarters)
        self._want()

    def choose(self, group: str, code: str) -> None:
        """Shows what is behind an indicator, or behind a number at the top where the group is empty."""
        self._choice = Choice(group, code)
        self._mark()
        self._show_side()

    # what is shown

    def _on_places(self, places: Sequence[Region]) -> None:
        self.shown.choose_among(places)
        for widget in (self._counted, self.stepper):
            widget.setVisible(bool(places))
        self._nobody.setVisible(not places)
        self._empty.take_focus()
        self.villages.show_places(places, self.shown.village)
        self._want()

    def _want(self) -> None:
        """Asks for what is not counted yet, and shows what is."""
        self.shown.want()
        quarter = self.shown.quarter
        is_running = quarter.is_running(self.context.tools.today())
        self.stepper.show_quarter(quarter, is_running=is_running)
        told = self.tr("Convergence scorecard, Form 4 · rules {rules}").format(rules=official_rules(quarter).id)
        if is_running:
            until = running_words(quarter, self.context.tools.calendar)
            told = f"{until} · {told}"
        self.heading.subtitle.setText(told)
        self._show()

    def _show(self) -> None:
        card = self.shown.card()
        if card is None:
            return
        for code, number in self._numbers.of(card, self.shown.counted()).items():
            self.numbers.cards[code].show_number(number.title, number.number, number.lines)
        for group in self.indicators.groups:
            self.indicators.show_group(group, self._numbers.rows(card, group), *self._numbers.heading(card, group))
        if not self._choice.code:
            self._choice = Choice(PREGNANT, card.totals.indicators[0].code)
        self._mark()
        self._show_side()

    def _mark(self) -> None:
        self.indicators.mark(*self._choice)
        self.numbers.mark("" if self._choice.group else self._choice.code)

    def _show_side(self) -> None:
        card = self.shown.card()
        if card is None:
            return
        content = self._contents.of_choice(self._choice, card, self.shown)
        if content is not None:
            self.side.show_content(content)

    # what can be done

    def _on_village(self) -> None:
        self.show_village(self.villages.value() or "")

    def _on_number(self, code: str) -> None:
        self.choose("", code)

    def _on_invite(self) -> None:
        self.go.emit("undangan", "new")

    def _on_not_reported(self) -> None:
        self.choose("", "not_reported")
        self.side.enter()

    def _on_look(self) -> None:
        self.choose("", TO_LOOK_AT)
        self.side.enter()

    def _on_indicator(self, row: IndicatorRow) -> None:
        if Choice(row.indicator.group, row.indicator.code) != self._choice:
            self.choose(row.indicator.group, row.indicator.code)

    def _on_left(self) -> None:
        """Back from the side to where it was entered from."""
        if self._choice.group:
            self.indicators.list_of(self._choice.group).setFocus()
        else:
            self.numbers.cards.get(self._choice.code, self.numbers.cards[TO_LOOK_AT]).setFocus()

    def _on_opened(self, row: SideRow) -> None:
        if self.shown.is_added and isinstance(row.leads, str):
            self.show_village(row.leads)
        elif row.leads is not None and not isinstance(row.leads, str):
            page = "imunisasi" if row.is_of_doses and self.context.session.is_cadre else "riwayat"
            self.go.emit(page, Ref(self.shown.village, "person", row.leads))

    # how it is laid out

    def _heading(self) -> PageHeading:
        is_cadre = self.context.session.is_cadre
        title = self.tr("Village scorecard") if is_cadre else self.tr("Scorecards")
        self.heading = PageHeading(self.look, title)
        self.heading.subtitle.setWordWrap(True)
        self.villages = VillageChoice(self.look, EVERY, is_cadre=is_cadre)
        self.villages.edited.connect(self._on_village)
        if is_cadre and len(self.shown.places) < 2:
            self.villages.hide()
        self.stepper = QuarterStepper(self.look, self.context.tools.calendar)
        self.stepper.stepped.connect(self.step)
        self.heading.add_action(self.villages)
        self.heading.add_action(self.stepper)
        return self.heading

    def _counted_part(self) -> QWidget:
        self._counted = QWidget()
        column = QVBoxLayout(self._counted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(10))
        self.numbers = NumberRow(self.look, NUMBERS)
        self.numbers.chosen.connect(self._on_number)
        column.addWidget(self.numbers)
        column.addWidget(self._body(), 1)
        return self._counted

    def _no_village(self) -> Card:
        """What a supervisor sees before anybody has sent anything."""
        self._nobody = Card(self.look)
        self._empty = EmptyState(
            self.look,
            "chart-column",
            self.tr("No village delivers here yet"),
            detail=self.tr("Invite a cadre; the scorecard of her village is counted from her first bundle."),
            action=self.tr("Invite a cadre"),
        )
        self._empty.pressed.connect(self._on_invite)
        self._nobody.body.addWidget(self._empty, 1)
        self._nobody.hide()
        return self._nobody

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(10))
        self.side = Side(self.look, self.context.tools.calendar, month_of(self.context.tools.today()))
        self.side.opened.connect(self._on_opened)
        self.side.left.connect(self._on_left)
        self.indicators = IndicatorPanel(self.look, self.context.tools.wording)
        self.indicators.chosen.connect(self._on_indicator)
        self.indicators.entered.connect(self.side.enter)
        row.addWidget(self.indicators, 1)
        row.addWidget(self.side)
        return body
