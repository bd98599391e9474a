"""A page to a printer, a sheet at a time, so that the windows stay alive meanwhile."""

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.ui.printing.page_output import page_layout
from kpm_desktop.ui.printing.page_painter import TENTHS_PER_INCH, PagePainter


def printer_for(laid: Laid) -> QPrinter:
    """A printer set to the page's paper and direction."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(laid.page.name)
    printer.setCreator("KPM Desktop")
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(laid))
    return printer


class PagePrinter(QObject):
    """Prints once: `start`, then `printed`, or `failed` where the printer takes nothing; then it goes away."""

    printed = Signal()
    failed = Signal()

    def __init__(self, laid: Laid, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._numbers = _chosen(printer, len(laid.sheets))
        self._pages = PagePainter(laid, _dots(laid, printer))
        self._painter = QPainter()
        self._is_first = True
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begins; every turn of the event loop prints one sheet."""
        if self._painter.begin(self._printer):
            self._timer.start()
        else:
            self._tell(self.failed)

    def _on_turn(self) -> None:
        if self._numbers and (self._is_first or self._printer.newPage()):
            self._is_first = False
            self._pages.paint(self._painter, self._numbers.pop(0))
            return
        self._timer.stop()
        is_done = self._painter.end() and not self._numbers
        self._tell(self.printed if is_done else self.failed)

    def _tell(self, signal: SignalInstance) -> None:
        signal.emit()
        self.deleteLater()


def _chosen(printer: QPrinter, sheets: int) -> list[int]:
    """The sheets somebody asked for in the print dialog; all where nothing was said."""
    numbers = list(range(sheets))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        numbers = numbers[printer.fromPage() - 1 : printer.toPage() or sheets]
    backwards = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    return numbers[::-1] if backwards else numbers


def _dots(laid: Laid, printer: QPrinter) -> float:
    """The printer's dots in a tenth of a point; fewer where its paper is smaller than the page."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    whole = printer.resolution() / TENTHS_PER_INCH
    return min(whole, paper.width() / laid.width, paper.height() / laid.height)
