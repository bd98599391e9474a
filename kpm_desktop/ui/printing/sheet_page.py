"""The programme's sheet painted on one A4 page, as a PDF: large groups of letters, room to write, nothing else."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from kpm_desktop.reports.programme_sheet import Part, ProgrammeSheet
from kpm_desktop.ui.look.fonts import FAMILY
from kpm_desktop.ui.printing.offscreen import be_ready

_DPI = 300
_MM = _DPI / 25.4
_MARGIN_MM = 18.0
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def sheet_pdf(page: ProgrammeSheet) -> bytes:
    """The PDF's bytes. May be called from any thread once there is an application; without one, one is made that
    needs no screen."""
    be_ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(page.title)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    painter = QPainter(writer)
    _Sheet(painter, writer.width()).paint(page)
    painter.end()
    return bytes(buffer.data().data())


def sheet_picture(page: ProgrammeSheet) -> QImage:
    """The same page as a picture, 300 dots an inch."""
    be_ready()
    picture = QImage(round(210 * _MM), round(297 * _MM), QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(_MM * 1000))
    picture.setDotsPerMeterY(round(_MM * 1000))
    picture.fill(QColor("#FFFFFF"))
    painter = QPainter(picture)
    painter.translate(_MARGIN_MM * _MM, _MARGIN_MM * _MM)
    _Sheet(painter, picture.width() - 2 * _MARGIN_MM * _MM).paint(page)
    painter.end()
    return picture


class _Sheet:
    """Paints from the top down; `_y` is how far down it is, in dots."""

    def __init__(self, painter: QPainter, width: float) -> None:
        self._painter, self._width, self._y = painter, width, 0.0

    def paint(self, page: ProgrammeSheet) -> None:
        (keep, how_to_keep), (use, how_to_use) = page.lists
        self._text(page.title, 22, QFont.Weight.Bold, after=1)
        self._text(page.made, 10, after=4, grey=True)
        self._text(page.what, 11, after=4)
        self._list(keep, how_to_keep)
        self._line()
        self._text(page.words_title, 13, QFont.Weight.Bold, after=1)
        self._text(page.words_for, 10, after=2, grey=True)
        self._words(page.words)
        for part in page.parts:
            self._line()
            self._part(part)
        self._line()
        self._list(use, how_to_use)
        self._text(page.age[0], 9, after=0.5, grey=True)
        self._text(page.age[1], 9, after=0)

    def _font(self, points: float, weight: QFont.Weight) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        font.setWeight(weight)
        return font

    def _text(
        self,
        text: str,
        points: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        after: float,
        grey: bool = False,
        indent: float = 0,
    ) -> None:
        self._painter.setFont(self._font(points, weight))
        self._painter.setPen(QColor("#505862" if grey else "#000000"))
        room = QRectF(indent * _MM, self._y, self._width - indent * _MM, 300 * _MM)
        used = self._painter.boundingRect(room, _WRAPPED, text)
        self._painter.drawText(room, _WRAPPED, text)
        self._y += used.height() + after * _MM

    def _list(self, title: str, sentences: tuple[str, ...]) -> None:
        self._text(title, 11, QFont.Weight.Bold, after=1)
        for number, sentence in enumerate(sentences, start=1):
            above = self._y
            self._text(f"{number}.", 10, after=0)
            self._y = above
            self._text(sentence, 10, after=1, indent=5)
        self._y += 2 * _MM

    def _line(self) -> None:
        self._y += 1 * _MM
        self._painter.setPen(QPen(QColor("#80868E"), 0.25 * _MM))
        self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))
        self._y += 3 * _MM

    def _words(self, words: tuple[str, ...]) -> None:
        self._painter.setFont(self._font(13, QFont.Weight.DemiBold))
        self._painter.setPen(QColor("#000000"))
        height, column = 8 * _MM, self._width / 4
        for at, word in enumerate(words):
            where = QRectF(at % 4 * column, self._y + at // 4 * height, column, height)
            self._painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), f"{at + 1}   {word}")
        self._y += -(-len(words) // 4) * height + 1 * _MM

    def _part(self, part: Part) -> None:
        self._text(part.title, 13, QFont.Weight.Bold, after=0.5)
        self._text(part.purpose, 10, after=1, grey=True)
        for name, row in part.rows:
            self._row(name, row)
        self._y += 1 * _MM

    def _row(self, name: str, row: str) -> None:
        """The groups stand below those of the other rows, each letter in a place of its own width."""
        height, first, letter, gap = 9.5 * _MM, 16 * _MM, 7.6 * _MM, 6 * _MM
        self._painter.setPen(QColor("#505862"))
        self._painter.setFont(self._font(11, QFont.Weight.DemiBold))
        self._painter.drawText(QRectF(0, self._y, first, height), int(Qt.AlignmentFlag.AlignVCenter), name)
        self._painter.setPen(QColor("#000000"))
        self._painter.setFont(self._font(17, QFont.Weight.DemiBold))
        x = first
        for group in row.split():
            for sign in group:
                self._painter.drawText(QRectF(x, self._y, letter, height), int(Qt.AlignmentFlag.AlignCenter), sign)
                x += letter
            x += gap
        self._y += height
