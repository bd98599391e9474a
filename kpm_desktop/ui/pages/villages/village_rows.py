"""The rows of Desa dan kader and how they are drawn: a village with its month, below it the laptops of its cadres."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QStyleOptionViewItem, QWidget

from kpm_desktop.commands.supervision.village_overview import SILENT_DAYS, Laptop, Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.bundle_words import missing_words
from kpm_desktop.ui.words.place_words import place_title

Index = QModelIndex | QPersistentModelIndex
ChipWords = tuple[str, str, str | None]  # text, tone, icon

#: Where the columns begin, as shares of the row. With large text on a small screen three are left: name, last bundle
#: (or for how long there is no news), and what to look at.
_COLUMNS = (0.0, 0.23, 0.39, 0.515, 0.68, 0.97)
_NARROW = (0.0, 0.38, 0.38, 0.62, 0.62, 0.965)
_NARROW_BELOW = 640


@dataclass(frozen=True, slots=True)
class VillageRow:
    """The heading of a village. `progress` is None until it is known."""

    code: str
    name: str
    laptops: int
    progress: VillageProgress | None

    is_heading = True

    @property
    def key(self) -> str:
        """The village's code."""
        return self.code

    @property
    def detail(self) -> str:
        """How many cadres and targets."""
        translate = QCoreApplication.translate
        cadres = translate("Villages", "{count} cadres").format(count=self.laptops)
        if self.progress is None:
            return cadres
        targets = translate("Villages", "{count} targets").format(count=self.progress.targets)
        return f"{cadres} · {targets}"

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.name}, {self.detail}"


@dataclass(frozen=True, slots=True)
class LaptopRow:
    """A laptop in a village, everything already in words."""

    village: str
    laptop: Laptop
    name: str
    detail: str
    last: str
    quiet: str
    quiet_tone: str
    written: str
    chips: tuple[ChipWords, ...]

    is_heading = False

    @property
    def key(self) -> str:
        """The laptop within its village."""
        return f"{self.village} {self.laptop.key}"

    @property
    def words(self) -> str:
        """All of it."""
        parts = (self.name, self.detail, self.last, self.quiet, self.written, *(chip[0] for chip in self.chips))
        return ", ".join(part for part in parts if part)


def village_rows(
    overview: Overview,
    names: Mapping[str, Region],
    progress: Mapping[str, VillageProgress],
    written: Mapping[tuple[str, str], int],
    words: CalendarWords,
    today: date,
) -> list[VillageRow | LaptopRow]:
    """The rows, villages in their order."""
    rows: list[VillageRow | LaptopRow] = []
    for village in overview.villages:
        title = place_title(names[village.code])
        rows.append(VillageRow(village.code, title, len(village.laptops), progress.get(village.code)))
        for laptop in village.laptops:
            row = _laptop_row(village.code, laptop, written.get((laptop.key, village.code)), words, today)
            is_duplicate = any(each.device_name == laptop.device_name for each in village.laptops if each is not laptop)
            rows.append(replace(row, detail=_called(laptop.key)) if is_duplicate and laptop.device_name else row)
    return rows


def quiet_words(laptop: Laptop) -> tuple[str, str]:
    """How long nothing was heard, and the tone of its chip: none, warn or risk."""
    if laptop.quiet_days is None or laptop.standing not in ("let_in", "invited"):
        return "", ""
    text = QCoreApplication.translate("Villages", "{count} days").format(count=laptop.quiet_days)
    return text, "" if not laptop.is_quiet else "risk" if laptop.quiet_days > SILENT_DAYS else "warn"


def laptop_chips(laptop: Laptop) -> tuple[ChipWords, ...]:
    """What somebody should look at."""
    translate = QCoreApplication.translate
    chips: list[ChipWords] = []
    if laptop.standing == "waiting":
        chips.append((translate("Villages", "six words"), "warn", "mail-check"))
    if laptop.standing == "revoked":
        chips.append((translate("Villages", "stopped"), "neu", "lock"))
    if laptop.has_two_copies:
        chips.append((translate("Villages", "2 copies"), "risk", "copy"))
    if laptop.conflicts:
        text = translate("Villages", "{count} differ").format(count=laptop.conflicts)
        chips.append((text, "risk", "git-pull-request-arrow"))
    if laptop.missing:
        text = translate("Villages", "missing {numbers}").format(numbers=missing_words(laptop.missing[:1]))
        chips.append((text, "warn", "circle-dashed"))
    if laptop.withheld:
        chips.append(
            (translate("Villages", "{count} quarantined").format(count=laptop.withheld), "warn", "shield-alert")
        )
    return tuple(chips)


def _laptop_row(village: str, laptop: Laptop, written: int | None, words: CalendarWords, today: date) -> LaptopRow:
    translate = QCoreApplication.translate
    quiet, tone = quiet_words(laptop)
    last = translate("Villages", "not yet")
    if laptop.last_day is not None:
        last = translate("Villages", "{day} · no {number}").format(
            day=words.short_day(laptop.last_day, today), number=laptop.last_number
        )
    counted = laptop.standing in ("let_in", "revoked")
    rows = translate("Villages", "{count} rows").format(count=written or 0) if counted else ""
    return LaptopRow(
        village, laptop, laptop.name, _detail(laptop, words, today), last, quiet, tone, rows, laptop_chips(laptop)
    )


def _detail(laptop: Laptop, words: CalendarWords, today: date) -> str:
    translate = QCoreApplication.translate
    if laptop.standing == "invited" and laptop.asked_day is not None:
        return translate("Villages", "invited {day}").format(day=words.short_day(laptop.asked_day, today))
    if laptop.device_name and laptop.device_name != laptop.name:
        return translate("Villages", "Laptop {name}").format(name=laptop.device_name)
    return _called(laptop.key)


def _called(key: str) -> str:
    """A laptop by its digits, which no other has."""
    return QCoreApplication.translate("Villages", "Laptop {name}").format(name=key[:8])


def column_words(month: str) -> tuple[str, ...]:
    """The headings above the list."""
    translate = QCoreApplication.translate
    return (
        translate("Villages", "Village and cadre"),
        translate("Villages", "Last bundle"),
        translate("Villages", "No news for"),
        translate("Villages", "Visits {month}").format(month=month),
        translate("Villages", "To look at"),
    )


def _is_narrow(look: Look, where: QRectF) -> bool:
    return where.width() < look.px(_NARROW_BELOW)


def _columns(look: Look, where: QRectF) -> list[QRectF]:
    starts = [where.x() + share * where.width() for share in (_NARROW if _is_narrow(look, where) else _COLUMNS)]
    ends = [*starts[1:], where.right()]
    return [QRectF(x, where.y(), end - x - 6, where.height()) for x, end in zip(starts, ends, strict=True)]


class ColumnHeads(QWidget):
    """The headings, in line with the columns of the rows in `view`, whether or not it has a scroll bar."""

    def __init__(
        self, look: Look, words: tuple[str, ...], view: QAbstractScrollArea, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._view = look, words, view
        view.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.setFixedHeight(look.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("bg"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        font = look.font(Text.CAPTION_STRONG)
        painter.setFont(font)
        painter.setPen(look.colour("text2"))
        rows = QRectF(0, 0, self._view.viewport().width(), self.height())
        inner = rows.adjusted(look.px(16), 0, -look.px(16), -1)
        columns = _columns(look, inner)
        if _is_narrow(look, inner):
            columns[1], columns[2] = columns[2], columns[1]
        for text, where in zip(self._words, columns, strict=False):
            if where.width() <= 0:
                continue
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)

    def _on_range(self, least: int, most: int) -> None:
        self.update()


class VillageDelegate(RowDelegate):
    """Draws both kinds of rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A village is a line, a laptop two."""
        height = 36 if index.data(ROW).is_heading else self.height
        return QSize(self.look.px(120), self.look.px(height))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row = index.data(ROW)
        if isinstance(row, VillageRow):
            self._village(painter, where, row)
        else:
            self._laptop(painter, where, row, chosen=chosen)

    def _village(self, painter: QPainter, where: QRectF, row: VillageRow) -> None:
        look, columns = self.look, _columns(self.look, where)
        around = where.adjusted(-look.px(16), 0, look.px(16), 0)
        painter.fillRect(around, look.colour("bg"))
        width = QFontMetricsF(look.font(Text.BODY_STRONG)).horizontalAdvance(row.name) + look.px(10)
        narrow = _is_narrow(look, where)
        progress = columns[4 if narrow else 3]
        room = progress.x() - where.x() - look.px(8)
        self.text(painter, QRectF(where.x(), where.y(), min(width, room), where.height()), row.name, Text.BODY_STRONG)
        if room > width:
            rest = QRectF(where.x() + width, where.y(), room - width, where.height())
            self.text(painter, rest, row.detail, Text.CAPTION, "text2")
        if row.progress is not None and row.progress.targets:
            self._progress(painter, progress, row.progress, with_bar=not narrow)

    def _progress(self, painter: QPainter, where: QRectF, progress: VillageProgress, *, with_bar: bool) -> None:
        look = self.look
        share = progress.visited / progress.targets if progress.targets else 0.0
        width = min(look.px(64), where.width() * 0.36) if with_bar else -look.px(8)
        if with_bar:
            paint_bar(painter, look, QRectF(where.x(), where.center().y() - look.px(4), width, look.px(8)), share)
        words = QCoreApplication.translate("Villages", "{visited} of {targets}")
        text = words.format(visited=progress.visited, targets=progress.targets)
        self.text(painter, where.adjusted(width + look.px(8), 0, 0, 0), text, Text.CAPTION_STRONG)

    def _laptop(self, painter: QPainter, where: QRectF, row: LaptopRow, *, chosen: bool) -> None:
        look, columns = self.look, _columns(self.look, where)
        self.two_lines(painter, columns[0], row.name, row.detail)
        narrow, ink = _is_narrow(look, where), "text" if row.laptop.last_day else "text2"
        if row.quiet_tone:
            paint_chip(painter, look, QPointF(columns[2].x(), where.center().y()), row.quiet, row.quiet_tone)
        if narrow and not row.quiet_tone:
            self.text(painter, columns[2], row.last.split(" · ")[0], Text.BODY, ink)
        elif not narrow:
            self.text(painter, columns[1], row.last, Text.BODY, ink)
            self.text(painter, columns[2], "" if row.quiet_tone else row.quiet)
            self.text(painter, columns[3], row.written, Text.CAPTION)
        self._chips(painter, columns[4], row.chips)
        side = look.px(18)
        at = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
        look.icons.paint(painter, at, "chevron-right", "accent_text" if chosen else "text2")

    def _chips(self, painter: QPainter, where: QRectF, chips: tuple[ChipWords, ...]) -> None:
        """As many as there is room for; the rest as a number."""
        look, x = self.look, where.x()
        for at, (text, tone, icon) in enumerate(chips):
            left = len(chips) - at
            more = chip_size(look, f"+{left}", "neu").width() if left > 1 else 0
            if x + chip_size(look, text, tone, icon).width() + more > where.right() + look.px(4):
                paint_chip(painter, look, QPointF(x, where.center().y()), f"+{left}", "neu")
                return
            x += paint_chip(painter, look, QPointF(x, where.center().y()), text, tone, icon) + look.px(6)
