"""Pertumbuhan: a child's weight, length, weight-for-length and head beside the WHO standards, to read and to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.growth.child_growth import ChildGrowth, child_growth
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import CHARTS
from kpm_desktop.domain.growth.chart_verdict import reasons_to_refer
from kpm_desktop.domain.growth.weight_gain import BELOW_RED_LINE, TWO_WITHOUT_GAIN, WITHOUT_GAIN
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.risks.referring import OTHER
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.table_page import TablePage
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_paper import growth_paper
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.person_tabs import ENTRIES, GROWTH, PersonTabs
from kpm_desktop.ui.dialogs.print_preview import PrintPreview, Wish
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.growth.chart_card import ChartCard
from kpm_desktop.ui.pages.growth.growth_side import GrowthSide
from kpm_desktop.ui.pages.growth.point_panel import PointPanel
from kpm_desktop.ui.registers.referring import open_referral

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

#: At scale 1: how wide what stands at the right is, and the narrowest page that has room for it.
_PANEL, _LEAST_WITH_PANEL = 280, 860
#: A title with less room than this stands above its actions.
_LEAST_TITLE = 220
#: What a referral says of each reason of the growth card.
_REASONS = {
    WITHOUT_GAIN: "not_gaining",
    TWO_WITHOUT_GAIN: "not_gaining",
    BELOW_RED_LINE: "underweight",
}


class GrowthTask(Task):
    """One child; reached from everywhere by `go.emit("pertumbuhan", Ref(…))`."""

    interests = frozenset({"person", "child_visit", "household", "posyandu", "flag_answer"})
    is_about_person = True

    def __init__(self, context: Context, person: Ref, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.person = person
        self.found: ChildGrowth | None = None
        self._side = GrowthSide(context.tools)
        self._side.change_asked.connect(self._on_change)
        self.side_column.addWidget(self._side)
        px = self.look.px
        self.column.setContentsMargins(px(16), px(8), 0, px(8))
        self.column.setSpacing(px(8))
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addLayout(self._middle(), 1)
        self.lead_to(self.card.goal)
        self._take_keys()

    def load(self) -> None:
        """Asks for the child's measures."""
        self.ask(partial(child_growth, person=self.person.id, region=self.person.region), self._on_found)

    def keys(self) -> list[tuple[str, str]]:
        """The keyboard map."""
        return [
            ("←  →", self.tr("the point before or after")),
            ("Home  End", self.tr("the first or the newest point")),
            ("1–4", self.tr("weight, length, weight for length, head")),
            ("D", self.tr("the same as a list, or the chart again")),
            *([("Enter", self.tr("open the visit of this point"))] if self.context.session.is_cadre else []),
            ("P", self.tr("print for the mother")),
            ("R", self.tr("all entries of the child")),
            *self._deed_keys(),
            ("Esc", self.tr("back")),
        ]

    def areas(self) -> Sequence[QWidget]:
        """The chart and what stands with it."""
        return [self]

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """A person who is not held has no chart."""
        super().on_refused(reasons)
        self.print_button.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The point's numbers stand beside the chart where there is room for both."""
        super().resizeEvent(event)
        self._show_panel()

    # what is shown

    def _on_found(self, found: ChildGrowth) -> None:
        had_keys = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.found = found
        self._show_name(found.child.full_name)
        self._side.show_child(found, may_change=self.context.session.is_cadre and found.household is not None)
        self.print_button.setEnabled(bool(found.charts))
        may_refer = self.context.session.is_cadre and bool(self._why_refer())
        self.refer_button.setVisible(may_refer)
        self.card.show_child(found, may_refer=may_refer)
        if had_keys:
            self.card.goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_name(self, name: str) -> None:
        """The title, shortened where a long name would widen the window."""
        text = self.tr("Growth of {name}").format(name=name)
        title = self._head.title
        room = self.width() - self.tabs.sizeHint().width() - self.print_button.sizeHint().width() - self.look.px(64)
        if room < self.look.px(_LEAST_TITLE):  # what stands beside it goes below
            room = self.width() - self.look.px(40)
        title.setText(title.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        title.setToolTip(tip(text) if title.text() != text else "")

    def _on_moved(self, point: Point | None) -> None:
        chart, found = self.card.chart, self.found
        self._count(chart)
        if chart is not None and point is not None and found is not None:
            others = [found.charts[key] for key in CHARTS if key in found.charts]
            self._panel.show_point(chart, others, point, found.child.birth_date)
        self._show_panel()

    def _count(self, chart: Chart | None) -> None:
        """What the chart is called, how many points there are, and how many have no place in it."""
        parts = [ChartWords(self.context.tools.wording).title(chart)] if chart is not None else []
        if chart is not None and chart.points:
            count, used = len(chart.points), len(chart.used)
            text = self.tr("{count} points") if count == used else self.tr("{count} points, {used} used")
            parts.append(text.format(count=count, used=used))
        if chart is not None and chart.early:
            parts.append(self.context.tools.wording.phrase("growth_chart.early", count=chart.early))
        self._head.subtitle.setText(" · ".join(parts) or " ")

    def _show_panel(self) -> None:
        chart = self.card.chart
        has_room = self.width() >= self.look.px(_LEAST_WITH_PANEL)
        is_shown = has_room and chart is not None and bool(chart.points)
        self._panel.setVisible(is_shown)
        self._edge.setVisible(not is_shown)

    def _on_led(self) -> None:
        """The keys follow what is shown, where the page has them."""
        goal = self.card.goal
        self.lead_to(goal)
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    # what can be done

    def _on_opened(self, point: Point) -> None:
        if self.context.session.is_cadre:
            self._visit(point.month)

    def _on_visit(self) -> None:
        self._visit("")

    def _visit(self, month: str) -> None:
        """To the household's visit of a month, this one where none is given."""
        home = self._home()
        if home is not None:
            self.go.emit("kunjungan", (home, month) if month else home)

    def _home(self) -> Ref | None:
        home = self.found.household if self.found is not None else None
        return None if home is None else Ref(self.person.region, "household", home.id)

    def _on_change(self) -> None:
        home = self._home()
        if self.context.session.is_cadre and home is not None:
            self.go.emit("sasaran", home)

    def _on_tab(self, code: str) -> None:
        if code == ENTRIES:
            self._on_entries()

    def _on_entries(self) -> None:
        self.go.emit("riwayat", self.person)

    def _why_refer(self) -> list[str]:
        weight = self.found.weight if self.found is not None else None
        return reasons_to_refer(weight) if weight is not None else []

    def _on_refer(self) -> None:
        if self.found is None or self.refer_button.isHidden():
            return
        about = About.of(self.found.child, self.found.household)
        open_referral(self, about, (), why=_REASONS.get(self._why_refer()[0], OTHER))

    def _on_print(self) -> None:
        if self.found is None or not self.found.charts:
            return
        tools = self.context.tools
        at = datetime.combine(tools.today(), datetime.now().time())  # noqa: DTZ005 - the wall's clock
        make = partial(_made_page, person=self.person.id, region=self.person.region, language=tools.language)
        child = self.found.child.full_name.lower().replace(" ", "-")
        PrintPreview(self.context, make, f"{self.tr('growth')}-{child}-{at:%Y-%m-%d}", at, self).open()

    # how it is laid out

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("Growth"), " ")
        self.tabs = PersonTabs(self.look, GROWTH)
        self.tabs.chosen.connect(self._on_tab)
        self.print_button = Button(self.look, self.tr("Print for the mother"), icon="printer", key="P")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setEnabled(False)
        self._head.add_action(self.tabs)
        self._head.add_action(self.print_button)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, self.look.px(16), 0)
        row.addWidget(self._head)
        return holder

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        self.card = ChartCard(self.context.tools, is_cadre=self.context.session.is_cadre)
        self.card.moved.connect(self._on_moved)
        self.card.opened.connect(self._on_opened)
        self.card.visit_asked.connect(self._on_visit)
        self.card.led.connect(self._on_led)
        row.addWidget(self.card, 1)
        self._panel = PointPanel(self.context.tools)
        self._panel.setFixedWidth(self.look.px(_PANEL))
        self._panel.hide()
        self.refer_button = Button(self.look, self.tr("New referral"), icon="send", key="F8")
        self.refer_button.clicked.connect(self._on_refer)
        self.refer_button.hide()
        self._panel.foot.addWidget(self.refer_button)
        row.addWidget(self._panel)
        self._edge = QWidget()  # the page's margin, where nothing stands at its right
        self._edge.setFixedWidth(1)
        row.addWidget(self._edge)
        return row

    def _deed_keys(self) -> list[tuple[str, str]]:
        if not self.context.session.is_cadre:
            return []
        return [("F8", self.tr("begin a referral")), ("U", self.tr("change data"))]

    def _take_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            **{str(at): partial(self.card.charts.choose, key) for at, key in enumerate(CHARTS, start=1)},
            "D": self.card.toggle_list,
            "P": self._on_print,
            "R": self._on_entries,
            "U": self._on_change,
            "F8": self._on_refer,
        }
        take_keys(self, keys.items())


def _made_page(store: Store, wish: Wish, *, person: UUID, region: str, language: str) -> TablePage:
    """The sheet for the mother as somebody wishes it."""
    how = ListPaper(printed=wish.at, name=wish.paper, mask=wish.mask)
    return growth_paper(child_growth(store, person, region=region), Wording(language), how)
