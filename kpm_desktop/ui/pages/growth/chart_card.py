"""The middle of the growth page: which of the four charts, the chart or its list, its key, and the sentence below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpm_desktop.commands.growth.child_growth import ChildGrowth
from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import CHARTS, HEAD, LENGTH, WEIGHT, WEIGHT_FOR_LENGTH
from kpm_desktop.domain.growth.chart_verdict import Verdict, verdict
from kpm_desktop.ui.charts.chart_key import ChartKey
from kpm_desktop.ui.charts.chart_view import ChartView
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_painter import shape_of
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label, line, retone, tip
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.growth.growth_rows import PointRow, columns, point_rows

#: A narrower list, at scale 1, leaves out the ages and z-scores.
_NARROW = 620
_TONES = {"risk": ("triangle-alert", "risk"), "watch": ("circle-alert", "warn"), "good": ("check", "")}


class ChartCard(Card):
    """`moved` gives the point that is read, or None where there is none; `opened` one whose visit is to be opened;
    `visit_asked` from the empty state; `led` the control that is to have the keys now."""

    moved = Signal(object)
    opened = Signal(object)
    visit_asked = Signal()
    led = Signal()

    def __init__(self, tools: Tools, *, is_cadre: bool, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, flush=True, parent=parent)
        self._tools, self._look, self._is_cadre = tools, tools.look, is_cadre
        self._words = ChartWords(tools.wording)
        self._found: ChildGrowth | None = None
        self._is_list = False
        self._lay_out()

    @property
    def chart(self) -> Chart | None:
        """The chart that is chosen."""
        return self._found.charts.get(self.charts.current()) if self._found is not None else None

    @property
    def goal(self) -> QWidget:
        """The control the keys belong to."""
        shown = self._stack.currentWidget()
        if shown is self._list_page:
            return self.list
        return shown if shown is not None and shown is not self._empty else self._empty.button or self.charts

    def show_child(self, found: ChildGrowth, *, may_refer: bool) -> None:
        """Fills it anew; the chart and the day that were read are read again."""
        self._found = found
        self._keys.show_hints(self._hints(may_refer=may_refer))
        for at, key in enumerate(CHARTS, start=1):
            chart = found.charts.get(key)
            if chart is not None:
                self.charts.name(key, self._words.index(chart))
            self.charts.show_counts({key: f"{self._short(key)} {at}".strip()})
        self._show()

    def toggle_list(self) -> None:
        """The list instead of the chart, or back."""
        if self.chart is not None and self.chart.points:
            self._is_list = not self._is_list
            self.list_button.setText(self.tr("chart") if self._is_list else self.tr("list"))
            self._put()

    def _short(self, key: str) -> str:
        """What a chart measures, in a word."""
        words = {WEIGHT: self.tr("weight"), LENGTH: self.tr("length"), HEAD: self.tr("head")}
        return words.get(key, "")

    def _show(self) -> None:
        chart, found = self.chart, self._found
        if found is None:
            return
        points = chart.points if chart is not None else ()
        for widget in (self._key, self._said, self._said_icon, self._line, self.list_button):
            widget.setVisible(bool(points))
        if chart is None or not points:
            self._show_empty(chart)
            return
        said = verdict(chart)
        assert said is not None
        self._say(said)
        self._key.show_shapes(self._shapes(chart))
        self._fill(chart, found.child.birth_date)
        self._put()

    def _fill(self, chart: Chart, born: date) -> None:
        self.list.show_rows(point_rows(chart, born, self._tools))
        self.view.show_chart(chart, born)

    def _put(self) -> None:
        """The list or the chart, with the keys in it."""
        self._stack.setCurrentWidget(self._list_page if self._is_list else self.view)
        self.led.emit()

    def _say(self, found: Verdict) -> None:
        say = self._tools.wording.say
        icon, tone = _TONES[found.tone]
        self._said.setText(f"{say(found.what)} {say(found.advice)}")
        self._said.setToolTip(tip(found.source))
        retone(self._said, tone)
        self._said_icon.setPixmap(self._look.icons.pixmap(icon, tone or "ok", 20, self.devicePixelRatioF()))

    def _shapes(self, chart: Chart) -> list[tuple[str, str]]:
        """The marks that occur in it, in words."""
        is_weight = chart.key == WEIGHT
        words = {
            "full": self.tr("N gained") if is_weight else self.tr("measured"),
            "triangle": self.tr("T not gained"),
            "hollow": self.tr("B first, O not last month, birth") if is_weight else self.tr("birth"),
            "cross": self.tr("not plausible"),
        }
        found = {shape_of(point) for point in chart.points}
        shapes = [(shape, said) for shape, said in words.items() if shape in found]
        has_gain = any(point.gain is not None and point.gain.gain_g is not None for point in chart.points)
        return [*shapes, ("least", self.tr("least gain (KBM)"))] if has_gain else shapes

    def _show_empty(self, chart: Chart | None) -> None:
        sentences = {
            WEIGHT: self.tr("No weight yet."),
            LENGTH: self.tr("No length yet."),
            WEIGHT_FOR_LENGTH: self.tr("No day yet with both weight and length."),
            HEAD: self.tr("No head circumference yet."),
        }
        self._empty.tell(sentences[chart.key] if chart is not None else self.tr("No chart: the sex is not known here."))
        self._stack.setCurrentWidget(self._empty)
        self.led.emit()
        self.moved.emit(None)

    def _on_moved(self, point: Point | None) -> None:
        """The list follows the chart, so that either shows what was read in the other."""
        if point is not None and not self._is_list:
            self.list.choose(point.taken.day.isoformat())
        self.moved.emit(point)

    def _on_row(self, row: object) -> None:
        chart = self.chart
        if self._is_list and chart is not None and isinstance(row, PointRow) and row.point in chart.points:
            self.view.choose(chart.points.index(row.point))

    def _on_row_opened(self, row: object) -> None:
        if isinstance(row, PointRow):
            self.opened.emit(row.point)

    # how it is laid out

    def _lay_out(self) -> None:
        px = self._look.px
        inside = QVBoxLayout()
        inside.setContentsMargins(px(10), px(8), px(10), px(8))
        inside.setSpacing(px(6))
        inside.addWidget(self._choices())
        self._stack = QStackedWidget()
        for widget in (self._made_view(), self._made_list(), self._made_empty()):
            self._stack.addWidget(widget)
        inside.addWidget(self._stack, 1)
        self._key = ChartKey(self._look)
        inside.addWidget(self._key)
        self._line = line()
        inside.addWidget(self._line)
        inside.addLayout(self._sentence())
        self._keys = KeyHints(self._look, self._hints(may_refer=False))
        inside.addWidget(self._keys)
        self.body.addLayout(inside, 1)

    def _choices(self) -> BreakingRow:
        """The four charts, and the list."""
        names = [(key, self._tools.wording.phrase(f"growth_chart.index.{key}")) for key in CHARTS]
        self.charts = Segments(self._look, self.tr("Which chart"), names)
        self.charts.chosen.connect(self._show)
        self.list_button = Button(self._look, self.tr("list"), kind="link", key="D", small=True)
        self.list_button.clicked.connect(self.toggle_list)
        row = BreakingRow(self._look.px(12))
        row.add(self.charts)
        row.add(self.list_button)
        row.align(self.list_button, Qt.AlignmentFlag.AlignRight)
        return row

    def _sentence(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        self._said_icon = icon_label(self._look, "check", "ok")
        self._said = label(self._look, "", Text.BODY_STRONG, wrap=True)
        row.addWidget(self._said_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        return row

    def _made_view(self) -> ChartView:
        self.view = ChartView(self._tools)
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self.opened)
        return self.view

    def _made_list(self) -> QWidget:
        self.list = RowView(self.tr("Points, the newest first"))
        self.list.draw_with(ColumnDelegate(self._look, columns(), narrow=_NARROW))
        self.list.moved.connect(self._on_row)
        self.list.opened.connect(self._on_row_opened)
        self._list_page = QWidget()
        column = QVBoxLayout(self._list_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnHeader(self._look, columns(), self.list, narrow=_NARROW))
        column.addWidget(self.list, 1)
        return self._list_page

    def _made_empty(self) -> EmptyState:
        action = self.tr("Open the visit") if self._is_cadre else ""
        detail = self.tr("Weight and length are entered in the visit of each month.")
        self._empty = EmptyState(self._look, "chart-column", self.tr("No weight yet."), detail=detail, action=action)
        self._empty.pressed.connect(self.visit_asked)
        return self._empty

    def _hints(self, *, may_refer: bool) -> list[tuple[str, str]]:
        visit = [("Return", self.tr("open the visit"))] if self._is_cadre else []
        refer = [("F8", self.tr("new referral"))] if may_refer else []
        return [
            ("← →", self.tr("choose a point")),
            ("1–4", self.tr("another chart")),
            *visit,
            *refer,
            ("D", self.tr("list")),
            ("P", self.tr("print")),
        ]
