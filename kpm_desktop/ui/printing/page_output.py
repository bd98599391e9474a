"""A page as a PDF and as pictures."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.reports.table_page import Picture
from kpm_desktop.ui.printing.offscreen import be_ready
from kpm_desktop.ui.printing.page_painter import TENTHS_PER_INCH, PagePainter

#: A picture in a workbook has 200 dots in an inch.
_PICTURE_DOTS = 200 / TENTHS_PER_INCH


def page_layout(laid: Laid) -> QPageLayout:
    """Paper and direction, without margins: the page has its own. F4 is not taken for the American folio, which is 1 mm
    wider."""
    short, long = sorted(laid.page.paper.size_mm)
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, laid.page.paper.name, exactly)
    direction = QPageLayout.Orientation.Landscape if laid.page.paper.wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, direction, QMarginsF(0, 0, 0, 0))


def page_pdf(laid: Laid) -> bytes:
    """The PDF's bytes: the bundled font embedded, its words to be selected. May be called from any thread once there is
    an application; without one, one is made that needs no screen."""
    be_ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(TENTHS_PER_INCH)
    writer.setTitle(laid.page.name)
    writer.setCreator("KPM Desktop")
    writer.setPageLayout(page_layout(laid))
    painter = QPainter(writer)
    pages = PagePainter(laid)
    for number in range(len(laid.sheets)):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    return bytes(buffer.data().data())


def page_picture(laid: Laid, number: int, width: int) -> QImage:
    """A sheet as a picture so many dots wide."""
    be_ready()
    dots = width / laid.width
    picture = QImage(width, round(laid.height * dots), QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    painter = QPainter(picture)
    PagePainter(laid, dots).paint(painter, number)
    painter.end()
    return picture


def drawn_picture(picture: Picture, width: int, height: int) -> bytes:
    """A picture of a page as PNG; its size in tenths of a point."""
    be_ready()
    image = QImage(round(width * _PICTURE_DOTS), round(height * _PICTURE_DOTS), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_PICTURE_DOTS, _PICTURE_DOTS)
    picture.draw(painter, width, height)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
