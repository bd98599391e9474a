"""At the right of the growth charts: everything of the point that is read, and the last six beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import HEAD, LENGTH, WEIGHT
from kpm_desktop.domain.growth.chart_verdict import kilograms, measure
from kpm_desktop.domain.growth.rules import DAYS_PER_MONTH
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_painter import least_place
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.growth_words import NONE, age_words, change_words, class_words, point_words, z_words
from kpm_desktop.ui.words.value_words import value_words

#: How many points are listed, and how high each stands, at scale 1.
_LAST, _ROW = 6, 28
_TONES = {"N": "ok", "T": "risk", "O": "neu", "B": "neu"}


class PointPanel(UprightArea):
    """Filled by `show_point`; what stands below the last points is put in by the page (`foot`)."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        px = self._look.px
        holder = QWidget()
        holder.setProperty("role", "side-right")
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        self._day = label(self._look, "", Text.SECTION, wrap=True)
        speak_as(self._day, "heading")
        self._age = label(self._look, "", Text.CAPTION, "text2", wrap=True)
        self._value = label(self._look, "", Text.NUMBER)
        self._chip = Chip(self._look, "", "neu")
        self._change = label(self._look, "", Text.BODY_STRONG, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._value)
        row.addWidget(self._chip)
        row.addStretch(1)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(px(12))
        self._facts.setVerticalSpacing(px(4))
        self._facts.setColumnStretch(1, 1)
        self._last = LastPoints(tools)
        self._source = label(self._look, "", Text.CAPTION, "text2", wrap=True)
        self.foot = QVBoxLayout()
        column.addWidget(self._day)
        column.addWidget(self._age)
        column.addLayout(row)
        column.addWidget(self._change)
        column.addLayout(self._facts)
        column.addSpacing(px(6))
        column.addWidget(line())
        column.addSpacing(px(4))
        column.addWidget(self._last)
        column.addSpacing(px(4))
        column.addWidget(line())
        column.addWidget(self._source)
        column.addStretch(1)
        column.addLayout(self.foot)
        self.setWidget(holder)

    def show_point(self, chart: Chart, others: Sequence[Chart], point: Point, born: date) -> None:
        """Another point of a chart. others: the charts whose points of the same day are told as well."""
        day = self._tools.calendar.dated(point.taken.day)
        self._day.setText(day if point.month else self.tr("Birth, {day}").format(day=day))
        text = self.tr("age {age} · point {at} of {count}")
        at = chart.points.index(point) + 1
        self._age.setText(text.format(age=age_words(born, point.taken.day), at=at, count=len(chart.points)))
        self._value.setText(self._tools.wording.say(measure(point, chart.key)))
        self._chip.setVisible(bool(point.status) or not point.is_used)
        self._chip.show_text(point.status if point.is_used else self.tr("not used"), self._tone(point))
        self._change.setText(change_words(point, self._tools))
        self._change.setVisible(bool(self._change.text()))
        self._show_facts(list(self._told(chart, others, point)))
        self._last.show_points(chart, point, born)
        self._source.setText(self._sources(chart, point))

    def _tone(self, point: Point) -> str:
        return _TONES.get(point.status, "neu") if point.is_used else "warn"

    def _told(self, chart: Chart, others: Sequence[Chart], point: Point) -> Iterator[tuple[str, str]]:
        """What the standards and the growth card say, by name."""
        tools = self._tools
        if point.is_corrected:
            months = self._tools.wording.phrase(
                "growth_chart.plain", value=Decimal(f"{point.age_days / DAYS_PER_MONTH:.1f}")
            )
            yield self.tr("Corrected age"), self.tr("{months} months").format(months=months)
        yield f"z {self._index(chart)}", z_words(point.z, tools)
        if chart.key != HEAD:
            yield self.tr("Class"), class_words(point, tools) or NONE
        if chart.key == WEIGHT and point.gain is not None and point.gain.least is not None:
            least = point.gain.least
            text = self.tr("{grams} g") if least.confirmed else self.tr("{grams} g (unconfirmed)")
            yield self.tr("KBM of this age"), text.format(grams=least.grams)
            found = least_place(chart, point)
            if found is not None:
                value = tools.wording.phrase("growth_chart.kg", value=kilograms(round(found[1] * 1000)))
                yield self.tr("Should be"), self.tr("at least {value}").format(value=value)
        for other in others:
            same = next((each for each in other.points if each.taken == point.taken), None)
            if same is not None and other.key != chart.key:
                yield from self._beside(other, same)

    def _beside(self, chart: Chart, point: Point) -> Iterator[tuple[str, str]]:
        """The same day in another chart: its measure, where it is another one, and what the standards say."""
        tools = self._tools
        name = self._called(chart.key)
        if name:
            value = tools.wording.say(measure(point, chart.key))
            position = point.taken.position if chart.key == LENGTH else None
            how = value_words(tools, "child_visit", "measure_position", position) if position else ""
            yield name, ", ".join(part for part in (value, how.lower()) if part)
        words = class_words(point, tools) if chart.key != HEAD else ""
        said = " · ".join(part for part in (z_words(point.z, tools), words) if part)
        yield f"z {self._index(chart)}", said if point.is_used else self.tr("not used")

    def _index(self, chart: Chart) -> str:
        return ChartWords(self._tools.wording).index(chart)

    def _called(self, key: str) -> str:
        """What another chart measures of its own; weight-for-length measures nothing new."""
        return {WEIGHT: self.tr("Weight"), LENGTH: self.tr("Length"), HEAD: self.tr("Head")}.get(key, "")

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        empty(self._facts)
        for row, (name, value) in enumerate(facts):
            told = label(self._look, value, Text.CAPTION_STRONG, wrap=True)
            called = label(self._look, name, Text.CAPTION, "text2")
            self._facts.addWidget(called, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(told, row, 1)

    def _sources(self, chart: Chart, point: Point) -> str:
        """The class of the printed table where it is another basis, and whose standards these are."""
        parts = []
        if point.month_code:
            name = self._tools.wording.phrase(f"growth.{point.month_code}")
            parts.append(self.tr("By the month table of Permenkes: {name}.").format(name=name))
        parts.append(self.tr("Source: WHO 2006, KMS 2021.") if chart.key == WEIGHT else self.tr("Source: WHO 2006."))
        return " ".join(parts)


class LastPoints(QWidget):
    """The last six points, or those around the one that is read: month, value, status, change, z."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._chart: Chart | None = None
        self._rows: list[Point] = []
        self._read: Point | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        speak_as(self, "text")

    def show_points(self, chart: Chart, read: Point, born: date) -> None:
        """Six in a row, the newest first, the one that is read among them."""
        points, at = list(chart.points), chart.points.index(read)
        end = max(min(len(points), at + _LAST), _LAST) if at < len(points) - _LAST else len(points)
        self._chart, self._read = chart, read
        self._rows = points[max(end - _LAST, 0) : end][::-1]
        self.setAccessibleName("\n".join(point_words(chart, point, born, self._tools) for point in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(self._look.px(240), self._look.px(_ROW * max(len(self._rows), 1)))

    def minimumSizeHint(self) -> QSize:
        """Likewise."""
        return QSize(self._look.px(220), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, point in enumerate(self._rows):
            where = QRectF(0, row * look.px(_ROW), self.width(), look.px(_ROW))
            if point is self._read:
                painter.fillRect(where, look.colour("accent_soft"))
                painter.fillRect(QRectF(0, where.y(), look.px(4), where.height()), look.colour("accent"))
            self._row(painter, where.adjusted(look.px(8), 0, -look.px(2), 0), point)

    def _row(self, painter: QPainter, where: QRectF, point: Point) -> None:
        assert self._chart is not None
        tools, width = self._tools, where.width()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        month = tools.calendar.short_month(point.month) if point.month else self.tr("birth")
        value = tools.wording.say(measure(point, self._chart.key))
        change = change_words(point, tools) if point.is_used else self.tr("not used")
        if point.gain is not None and point.gain.gain_g is not None:
            gain = point.gain.gain_g
            change = f"{'+' if gain > 0 else '−' if gain < 0 else ''}{abs(gain)} g"
        elif point.status == "O":
            change = self.tr("last month –")
        elif point.status == "B":
            change = self.tr("first")
        self._text(painter, where, 0, 0.14 * width, month, Text.CAPTION, left)
        self._text(painter, where, 0.14 * width, 0.25 * width, value, Text.CAPTION_STRONG, left)
        start = 0.39 * width
        if point.status:
            self._status(painter, QRectF(where.x() + start, where.y(), self._look.px(24), where.height()), point)
            start += self._look.px(26)
        self._text(painter, where, start, 0.82 * width - start, change, Text.CAPTION, right)
        self._text(painter, where, 0.82 * width, 0.18 * width, z_words(point.z, tools), Text.CAPTION, right)

    def _status(self, painter: QPainter, where: QRectF, point: Point) -> None:
        look, tone = self._look, _TONES[point.status]
        box = where.adjusted(0, look.px(3), 0, -look.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone}_bg"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setPen(look.colour(tone))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point.status)

    def _text(
        self, painter: QPainter, row: QRectF, x: float, room: float, text: str, kind: Text, align: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._look.font(kind))
        painter.setPen(self._look.colour("text"))
        where = QRectF(row.x() + x, row.y(), room, row.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room) + 1)
        painter.drawText(where, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
