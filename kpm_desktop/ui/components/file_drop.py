"""Files dragged onto a page: the area that says so, and what makes any widget take them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class FileDrop(QObject):
    """Lets a widget, and all that lies in it, take dropped files: `dropped` gives their paths, several at once."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes local files, leaves anything else alone."""
        if isinstance(event, QDropEvent) and event.type() in _DRAGGING:
            files = _files(event.mimeData())
            if not files:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(files)
            return True
        return False


_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropArea(QFrame):
    """Says that files may be dropped here; the page around it takes them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        row.setSpacing(look.px(12))
        row.addWidget(icon_label(look, "inbox", "accent_text", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        row.addLayout(column, 1)
        for text, kind, tone in (
            (self.tr("Drag the bundle files here"), Text.BODY_STRONG, ""),
            (self.tr("several files at once are fine"), Text.CAPTION, "text2"),
        ):
            column.addWidget(label(look, text, kind, tone, wrap=True))
