"""The list of backups that were found: when they were made, whose they are, how large, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.backup_words import size_words

if TYPE_CHECKING:
    from kpm_desktop.commands.backups.backup_files import BackupFile

_MOST_ROWS = 6
#: As `commands/backups/backup_files.py` calls it; importing that would load the database before the first window.
STICK_FOLDER = "kpm-cadangan"


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A row. title: when it was made and by whom; detail: its size and where it lies."""

    key: str
    found: BackupFile
    title: str
    detail: str
    is_heading = False

    @property
    def words(self) -> str:
        """Read aloud."""
        return f"{self.title}, {self.detail}"


class RestoreChoice(Leading):
    """`moved` when another one is chosen, `opened` when one is taken, `other_asked` for a file that is not listed."""

    moved = Signal()
    opened = Signal()
    other_asked = Signal()

    def __init__(self, tools: Tools, profile: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look, self._profile = tools, tools.look, profile
        self._lines: list[BackupLine] = []
        self.list = RowView(self.tr("Backups"))
        self.list.setProperty("role", "framed")
        self.list.setUniformItemSizes(True)
        self.list.draw_with(_Delegate(self._look))
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)
        self._nothing = label(self._look, self._no_words(), Text.BODY, "text2", wrap=True)
        self.other_button = Button(self._look, self.tr("Another file…"), kind="link", icon="folder-open", small=True)
        self.other_button.clicked.connect(self.other_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        column.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_files([])

    def show_files(self, found: list[BackupFile]) -> None:
        """Shows those that were found, the newest chosen."""
        self._lines = [self._line(each) for each in found]
        self._show(self._lines[0].key if self._lines else "")

    def add(self, found: BackupFile) -> None:
        """Another one, chosen."""
        line = self._line(found)
        self._lines = [line, *(each for each in self._lines if each.key != line.key)]
        self._show(line.key)

    def current(self) -> BackupFile | None:
        """The one that is chosen."""
        row = self.list.current()
        return row.found if isinstance(row, BackupLine) else None

    def words(self) -> str:
        """The one that is chosen, in words."""
        row = self.list.current()
        return f"{row.title}\n{row.detail}" if isinstance(row, BackupLine) else ""

    def _show(self, key: str) -> None:
        self.list.show_rows(self._lines)
        self.list.choose(key)
        self.list.setVisible(bool(self._lines))
        self._nothing.setVisible(not self._lines)
        rows = min(max(len(self._lines), 1), _MOST_ROWS)
        self.list.setFixedHeight(self._look.px(_Delegate.height * rows) + 4)
        self.lead_to(self.list if self._lines else self.other_button)

    def _line(self, found: BackupFile) -> BackupLine:
        tools = self._tools
        moment = day_and_clock(found.at.isoformat(), tools.calendar, tools.today())
        title = f"{moment[:1].upper()}{moment[1:]} · {', '.join(found.users)}"
        detail = f"{size_words(found.size, tools.comma)} · {self._where(found.file)}"
        return BackupLine(str(found.file), found, title, detail)

    def _where(self, file: Path) -> str:
        """Beside the profile, on a stick by its name, or the folder."""
        above = file.parent
        if above.parent == self._profile.parent and above.name.startswith(self._profile.name):
            return self.tr("on this laptop")
        return above.parent.name if above.name == STICK_FOLDER and above.parent.name else str(above)

    def _no_words(self) -> str:
        return self.tr("No backup was found beside this profile or on a stick. Plug the stick in, or choose the file.")

    def _on_moved(self, row: object) -> None:
        self.moved.emit()

    def _on_opened(self, row: object) -> None:
        self.opened.emit()


class _Delegate(RowDelegate):
    """Two lines with an icon before them."""

    height = 48

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row = index.data(ROW)
        side = self.look.px(18)
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, box, "archive", "neu")
        self.two_lines(painter, where.adjusted(side + self.look.px(12), 0, 0, 0), row.title, row.detail)
