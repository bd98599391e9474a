"""Cetak: a page as it will be printed, on the paper somebody has, with names or without; to a printer or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import SHEETS, TablePage
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.file_dialog import ask_new_file
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.latest_job import LatestJob
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.printing.page_file import EXCEL, PDF, write_page
from kpm_desktop.ui.printing.page_printer import PagePrinter, printer_for
from kpm_desktop.ui.printing.page_view import PageView

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kpm_desktop.db.store import Store

_WIDTH = 1160


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody chose above the page. paper: A4 or F4; mask: without names and numbers; at: now."""

    paper: str
    mask: bool
    at: datetime


#: Makes the page; called in the worker thread.
Make = Callable[["Store", Wish], TablePage]


def _laid(make: Make, store: Store, wish: Wish, progress: Progress) -> Laid:
    return lay_out(make(store, wish))


def _write(file: Path, laid: Laid, at: datetime, over: bool, progress: Progress) -> Path:
    return write_page(file, laid, made=at, over=over)


class PrintPreview(Dialog):
    """file_name: what a file is called, without an ending. `make` is asked anew whenever something is chosen. papers:
    those it may be printed on."""

    def __init__(
        self,
        context: Context,
        make: Make,
        file_name: str,
        at: datetime,
        parent: QWidget,
        *,
        papers: Sequence[str] = SHEETS,
    ) -> None:
        super().__init__(context.look, icon="printer", width=_WIDTH, parent=parent)
        self._context, self._make, self._file_name, self._at = context, make, file_name, at
        self._laid: Laid | None = None
        self._papers = tuple(papers)
        chosen = context.tools.preferences.paper
        self._paper = chosen if self._papers == SHEETS else self._papers[0]
        self._making = LatestJob(context.tools.jobs, self)
        self._making.finished.connect(self._on_laid)
        self._making.refused.connect(self._on_refused)
        self._making.failed.connect(self._on_failed)
        self.set_title(self.tr("Print"), " ")
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self.above.addWidget(self._choices())
        self.view = PageView(self.look)
        self.view.turned.connect(self._on_turned)
        self.body.addWidget(self.view, 1)
        self._add_buttons()
        self._take_keys()
        self.resize(self.minimumWidth(), self.screen_room().height())
        self.view.setFocus()
        self._ask()

    def _choices(self) -> BreakingRow:
        self.paper = Segments(self.look, self.tr("Paper"), [(name, name) for name in self._papers])
        self.paper.choose(self._paper)
        self.paper.chosen.connect(self._on_paper)
        self.hide_box = QCheckBox(self.tr("Hide names and numbers"))
        self.hide_box.toggled.connect(self._ask)
        self.back = Button(self.look, "", icon="chevron-left", key="PgUp", small=True)
        self.on = Button(self.look, "", icon="chevron-right", key="PgDn", small=True)
        self.back.setAccessibleName(self.tr("Sheet before"))
        self.on.setAccessibleName(self.tr("Next sheet"))
        self.size_button = Button(self.look, self.tr("Larger"), icon="search", key="Z", small=True)
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_next)
        self.size_button.clicked.connect(self._on_size)
        self.sheets = label(self.look, " ", Text.BODY_STRONG)
        what, where = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (what, (self.paper, self.hide_box)),
            (where, (self.back, self.sheets, self.on, self.size_button)),
        ):
            row.setSpacing(self.look.px(8))
            for widget in widgets:
                row.addWidget(widget)
        what.addStretch(1)
        choices = BreakingRow(self.look.px(8))
        choices.add(what, 1)
        choices.add(where)
        choices.align(where, Qt.AlignmentFlag.AlignLeft)
        return choices

    def _add_buttons(self) -> None:
        self.add_close(self.tr("Close"))
        self.excel_button = self.add_button(self.tr("Excel…"), icon="file-down", key="Ctrl+E")
        self.pdf_button = self.add_button(self.tr("PDF…"), icon="file-down", key="Ctrl+S")
        self.print_button = self.add_button(self.tr("Print…"), kind="primary", icon="printer", key="Ctrl+P")
        self.excel_button.clicked.connect(self._on_excel)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)
        self._enable(False)

    def _take_keys(self) -> None:
        for key, pressed in (
            ("PgUp", self._on_back),
            ("PgDown", self._on_next),
            ("Z", self._on_size),
            ("Ctrl+E", self.excel_button.click),
            ("Ctrl+S", self.pdf_button.click),
            ("Ctrl+P", self.print_button.click),
        ):
            QShortcut(QKeySequence(key), self, pressed)

    # what is shown

    def _on_paper(self, name: str) -> None:
        self._paper = name
        if self._papers == SHEETS:
            self._context.tools.preferences.paper = name
        self._ask()

    def _ask(self) -> None:
        wish = Wish(self._paper, self.hide_box.isChecked(), self._at)
        self._making.ask(partial(_laid, self._make, self._context.session.store, wish))

    def _on_laid(self, laid: Laid) -> None:
        self._laid = laid
        self.banner.clear()
        paper = self.tr("{paper}, lying") if laid.page.paper.wide else self.tr("{paper}, upright")
        sheets = self.tr("{count} sheets") if len(laid.sheets) > 1 else self.tr("1 sheet")
        words = f"{paper.format(paper=laid.page.paper.name)} · {sheets.format(count=len(laid.sheets))}"
        self.set_title(laid.page.name, words)
        self.view.show_laid(laid)
        self.excel_button.setVisible(laid.page.has_table)
        self._enable(True)

    def _on_turned(self, number: int, sheets: int) -> None:
        self.sheets.setText(self._laid.paging[number] if self._laid is not None else "")
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number < sheets - 1)

    def _on_back(self) -> None:
        self.view.turn(-1)

    def _on_next(self) -> None:
        self.view.turn(1)

    def _on_size(self) -> None:
        self.view.toggle_size()
        self.size_button.setText(self.tr("Whole") if self.view.is_large else self.tr("Larger"))

    # files

    def _on_excel(self) -> None:
        self._ask_file(EXCEL, self.tr("Excel workbook (*.xlsx)"))

    def _on_pdf(self) -> None:
        self._ask_file(PDF, self.tr("PDF file (*.pdf)"))

    def _ask_file(self, ending: str, kind: str) -> None:
        name = f"{self._file_name}.{ending}"
        preferences = self._context.tools.preferences
        title = self.tr("Save the page")
        ask_new_file(self, self.look, preferences, title, name, self.save_to, kinds=(kind,), ending=ending)

    def save_to(self, file: str, over: bool = False) -> None:
        """Writes the page into a file, in the format its name ends in; `over` one of that name."""
        if self._laid is not None:
            work = partial(_write, Path(file), self._laid, self._at, over)
            jobs = self._context.tools.jobs
            jobs.run(work, self._on_written, refused=self._on_refused, failed=self._on_failed)

    def _on_written(self, file: Any) -> None:
        self.banner.tell(self.tr("Saved: {file}").format(file=file), "ok")

    # the printer

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        if self._laid is None:
            return
        self._printer = printer_for(self._laid)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, len(self._laid.sheets))
        dialog.accepted.connect(self._on_printer)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_printer(self) -> None:
        self.print_to(self._printer)

    def print_to(self, printer: QPrinter) -> None:
        """Prints the page, a sheet at a time."""
        if self._laid is not None:
            self._enable(False)
            printing = PagePrinter(self._laid, printer, self.parentWidget())  # goes on when this is closed
            printing.printed.connect(self._on_printed)
            printing.failed.connect(self._on_print_failed)
            printing.start()

    def _on_printed(self) -> None:
        self._enable(True)
        self.banner.tell(self.tr("Handed to the printer. Look whether all sheets came out."), "ok")

    def _on_print_failed(self) -> None:
        self._enable(True)
        self.banner.tell(self.tr("The printer takes nothing. Check whether it is on and connected, then print again."))

    def _enable(self, is_ready: bool) -> None:
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(is_ready)
        self.excel_button.setEnabled(is_ready and self._laid is not None and self._laid.page.has_table)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
