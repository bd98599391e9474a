"""Rapor: a village's scorecard of any quarter, every number with the people, reasons and months behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.scorecards.scorecard_view import ScorecardView
from kpm_desktop.commands.scorecards.village_scorecard import KINDS
from kpm_desktop.commands.scorecards.villages_of import villages_of
from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.result import Indicator, Scorecard
from kpm_desktop.domain.scorecard.totals import CHILDREN, PREGNANT
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.scorecard.scorecard_cards import NumberCard, QuarterStepper
from kpm_desktop.ui.pages.scorecard.scorecard_contents import Contents
from kpm_desktop.ui.pages.scorecard.scorecard_indicators import IndicatorPanel
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import ALL_SERVED, NUMBERS, TO_LOOK_AT, Numbers
from kpm_desktop.ui.pages.scorecard.scorecard_rows import IndicatorRow, SideRow
from kpm_desktop.ui.pages.scorecard.scorecard_side import Side
from kpm_desktop.ui.pages.scorecard.scorecard_source import ScorecardSource
from kpm_desktop.ui.words.place_words import place_title

EVERY = "*"


class Choice(NamedTuple):
    """What the side shows: an indicator's code within a group, or one of the numbers at the top (group is empty)."""

    group: str
    code: str


class ScorecardPage(Page):
    """A supervisor chooses a village or all of them; then there is a row per village instead of a row per person."""

    interests = frozenset(KINDS)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.quarter = Quarter.of(month_of(context.tools.today()))
        self.village = context.session.places[0].code if context.session.is_cadre else ""
        self._places: Sequence[Region] = context.session.places
        self._choice = Choice(PREGNANT, "")
        self.source = ScorecardSource(self)
        self.source.counted.connect(self._show)
        self._contents = Contents(context.tools.wording, context.tools.comma)
        self._numbers = Numbers(context.tools.wording, context.tools.comma)
        self.column.setSpacing(self.look.px(10))
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addWidget(self._counted_part(), 1)
        self.column.addWidget(self._no_village(), 1)
        for key, act in (
            ("B", self._on_not_reported),
            ("L", self._on_look),
            ("Ctrl+Left", self._on_back),
            ("Ctrl+Right", self._on_forth),
        ):
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
            self.quarter = what
            self._want()

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
        self.village = village
        self.villages.set_value(village)
        self._want()

    def step(self, quarters: int) -> None:
        """Shows another quarter."""
        self.quarter += quarters
        self._want()

    def choose(self, group: str, code: str) -> None:
        """Shows what is behind an indicator, or behind a number at the top where the group is empty."""
        self._choice = Choice(group, code)
        self._mark()
        self._show_side()

    @property
    def is_added(self) -> bool:
        """Whether all villages are shown together."""
        return self.village == EVERY

    def _heading(self) -> PageHeading:
        is_cadre = self.context.session.is_cadre
        title = self.tr("Village scorecard") if is_cadre else self.tr("Scorecards")
        self.heading = PageHeading(self.look, title)
        self.heading.subtitle.setWordWrap(True)
        self.villages = ChoiceField(self.look, [], required=True)
        self.villages.setAccessibleName(self.tr("Village"))
        self.villages.setMinimumWidth(self.look.px(180))
        self.villages.edited.connect(self._on_village)
        if is_cadre and len(self._places) < 2:
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
        column.addLayout(self._number_row())
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

    def _number_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(10))
        self.numbers = {code: NumberCard(self.look, code) for code in NUMBERS}
        for card in self.numbers.values():
            card.clicked.connect(self._on_number)
            row.addWidget(card, 1)
        return row

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
        self.indicators.entered.connect(self._on_entered)
        row.addWidget(self.indicators, 1)
        row.addWidget(self.side)
        return body

    def _on_places(self, places: Sequence[Region]) -> None:
        self._places = places
        for widget in (self._counted, self.stepper):
            widget.setVisible(bool(places))
        self._nobody.setVisible(not places)
        self._empty.take_focus()
        self.villages.setVisible(len(places) > 1 or bool(places and not self.context.session.is_cadre))
        self.villages.clear()
        if len(places) > 1:
            self.villages.addItem(self.tr("All {count} villages").format(count=len(places)), EVERY)
        for place in places:
            self.villages.addItem(place_title(place), place.code)
        known = {place.code for place in places} | {EVERY}
        if self.village not in known and places:
            self.village = places[0].code
        self.villages.set_value(self.village)
        self._want()

    def _want(self) -> None:
        """Asks for what is not counted yet, and shows what is."""
        wanted = [place.code for place in self._places] if self.is_added else [self.village]
        self.source.want([code for code in wanted if code], self.quarter)
        self.stepper.show_quarter(self.quarter)
        rules = official_rules(self.quarter).id
        self.heading.subtitle.setText(self.tr("Convergence scorecard, Form 4 · rules {rules}").format(rules=rules))
        self._show()

    def _view(self) -> ScorecardView | None:
        return None if self.is_added else self.source.view(self.village, self.quarter)

    def _card(self) -> Scorecard | None:
        if self.is_added:
            return self.source.added([place.code for place in self._places], self.quarter)
        view = self._view()
        return view.scorecard if view is not None else None

    def _show(self) -> None:
        card = self._card()
        if card is None:
            return
        done = sum(self.source.totals(place.code, self.quarter) is not None for place in self._places)
        for code, number in self._numbers.of(card, (done, len(self._places)) if self.is_added else None).items():
            self.numbers[code].show_number(number.title, number.number, number.lines)
        for group in self.indicators.groups:
            self.indicators.show_group(group, self._numbers.rows(card, group), *self._numbers.heading(card, group))
        if not self._choice.code:
            self._choice = Choice(PREGNANT, card.totals.indicators[0].code)
        self._mark()
        self._show_side()

    def _mark(self) -> None:
        self.indicators.mark(*self._choice)
        for code, number in self.numbers.items():
            number.setChecked(not self._choice.group and code == self._choice.code)

    def _show_side(self) -> None:
        card, view = self._card(), self._view()
        if card is None:
            return
        if not self._choice.group and self.is_added:
            self._choice = Choice(PREGNANT, card.totals.indicators[0].code)
            self._mark()
        if self._choice.group:
            self._show_indicator(self._indicator(card), view)
        elif view is not None:
            self._show_number(view)

    def _show_indicator(self, indicator: Indicator, view: ScorecardView | None) -> None:
        if view is not None:
            self.side.show_content(self._contents.of_indicator(indicator, view))
        elif self.is_added:
            cards = [(p.code, place_title(p), self.source.totals(p.code, self.quarter)) for p in self._places]
            self.side.show_content(self._contents.of_villages(indicator, cards))

    def _show_number(self, view: ScorecardView) -> None:
        kinds = {PREGNANT: "pregnancy", CHILDREN: "child"}
        if self._choice.code == TO_LOOK_AT:
            self.side.show_content(self._contents.to_look_at(view))
        elif self._choice.code == ALL_SERVED:
            self.side.show_content(self._contents.completeness(view))
        else:
            self.side.show_content(self._contents.not_reported(view, kinds.get(self._choice.code)))

    def _indicator(self, card: Scorecard) -> Indicator:
        return next(i for i in card.totals.indicators if (i.group, i.code) == self._choice)

    def _on_village(self) -> None:
        self.show_village(self.villages.value() or "")

    def _on_number(self) -> None:
        sender = self.sender()
        assert isinstance(sender, NumberCard)
        self.choose("", sender.code)

    def _on_back(self) -> None:
        self.step(-1)

    def _on_forth(self) -> None:
        self.step(1)

    def _on_invite(self) -> None:
        self.go.emit("undangan", "new")

    def _on_not_reported(self) -> None:
        self.choose("", "not_reported")
        self.side.list.setFocus()

    def _on_look(self) -> None:
        self.choose("", TO_LOOK_AT)
        self.side.list.setFocus()

    def _on_indicator(self, row: IndicatorRow) -> None:
        if Choice(row.indicator.group, row.indicator.code) != self._choice:
            self.choose(row.indicator.group, row.indicator.code)

    def _on_entered(self) -> None:
        self.side.list.setFocus()

    def _on_left(self) -> None:
        """Back from the side to where it was entered from."""
        if self._choice.group:
            self.indicators.list_of(self._choice.group).setFocus()
        else:
            self.numbers.get(self._choice.code, self.numbers[TO_LOOK_AT]).setFocus()

    def _on_opened(self, row: SideRow) -> None:
        if self.is_added and isinstance(row.leads, str):
            self.show_village(row.leads)
        elif row.leads is not None:
            self.go.emit("riwayat", row.leads)
