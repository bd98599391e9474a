"""What scrolls up and down only, and is never narrower than its content."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class UprightArea(QScrollArea):
    """Its content, given with `setWidget`, is as wide as it is, and as high as it wants to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """As wide as its content has to be, with the bar beside it where there is one."""
        inside, bar = self.widget(), self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
        return QSize(inside.minimumSizeHint().width() + beside if inside is not None else 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its content may need another width than before."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done


def into_view(widget: QWidget) -> None:
    """Scrolls whatever a widget lies in so far that it is seen: keys go to it wherever it was scrolled to."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
