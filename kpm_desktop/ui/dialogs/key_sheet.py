"""The programme's sheet is asked for: its rows are typed or read from its text file, used once and not kept."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.access.programme_sheet import rows_of_file, words_of_sheet
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.eight_words import EightWords
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.file_dialog import ask_file
from kpm_desktop.ui.dialogs.sheet_rows import SheetRows
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.look.theme import Text

_A_PART, _BOTH = 560, 920


def _read(file: Path, progress: Progress) -> Any:
    return rows_of_file(file)


class KeySheetDialog(Dialog):
    """`given` gives the rows by name once all fit and the button was pressed; whoever asked closes the dialog with
    `accept`, or says with `refuse` why not. parts: `A` for the programme key, `B` for the recovery key."""

    given = Signal(object)

    def __init__(
        self, tools: Tools, parent: QWidget, *, parts: str, title: str, sentences: tuple[str, ...], action: str
    ) -> None:
        width = _BOTH if len(parts) > 1 else _A_PART
        super().__init__(tools.look, icon="key-round", width=width, parent=parent)
        self._tools, self._parts = tools, parts
        rows = "A1–A4, B1–B4" if len(parts) > 1 else f"{parts}1–{parts}4"
        self.set_title(title, self.tr("From the programme's sheet: rows {rows}").format(rows=rows))
        self.banner = Banner(self.look)
        self.rows = SheetRows(self.look, parts)
        self.rows.changed.connect(self._show_ready)
        self.above.addWidget(self.banner)
        for sentence in sentences:
            self.body.addWidget(label(self.look, sentence, wrap=True))
        self.body.addWidget(self.rows)
        row = QHBoxLayout()
        self.file_button = Button(self.look, self.tr("From the sheet's text file…"), icon="folder-open", small=True)
        self.file_button.clicked.connect(self._on_file)
        row.addWidget(self.file_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._words_of = label(
            self.look,
            self.tr("The programme's eight words. The same stand on the sheet; on one printed before, the first six:"),
            Text.CAPTION,
            "text2",
        )
        self.words = EightWords(self.look)
        self.body.addWidget(self._words_of)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.note.setText(self.tr("The sheet is used now and kept nowhere on this laptop."))
        self.add_close(self.tr("Cancel"))
        self.give_button = self.add_button(action, kind="primary", icon="check")
        self.give_button.clicked.connect(self._on_give)
        self._show_ready()
        self.fit()
        next(iter(self.rows.fields.values())).setFocus()

    def read_file(self, file: str) -> None:
        """Fills the rows from a text file."""
        self._tools.jobs.run(partial(_read, Path(file)), self._on_read, refused=self.refuse)

    def refuse(self, reasons: tuple[Reason, ...]) -> None:
        """Says why it was not done; the rows stay."""
        self.banner.tell(self._tools.refusal(reasons))
        self._show_ready()
        self.fit()

    def _on_file(self) -> None:
        ask_file(self, self._tools.preferences, self.tr("The sheet's text file"), self.read_file)

    def _on_read(self, rows: dict[str, str]) -> None:
        self.banner.clear()
        self.rows.show_rows(rows)
        self.fit()

    def _show_ready(self) -> None:
        self.give_button.setEnabled(self.rows.are_right())
        words = self._found_words()
        was_shown = not self.words.isHidden()
        self._words_of.setVisible(bool(words))
        self.words.setVisible(bool(words))
        self.words.show_words(words)
        if was_shown != bool(words):
            self.fit()

    def _found_words(self) -> tuple[str, ...]:
        if "A" not in self._parts:
            return ()
        try:
            return words_of_sheet(self.rows.rows())
        except Refused:
            return ()

    def _on_give(self) -> None:
        self.give_button.setEnabled(False)
        self.given.emit(self.rows.rows())
