"""The narrow column beside a list: it scrolls where its cards are higher than the window. In a low window the page
does, and takes it along, so that no two bars do the same."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.look.look import Look


class SideColumn(UprightArea):
    """Put cards into `column`. `width`, at scale 1, is what it likes to have; where the list beside it would have too
    little, it becomes as narrow as its cards can. gap: between the cards, at scale 1."""

    def __init__(self, look: Look, width: int, *, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._is_low = look.px(width), False
        holder = QWidget()
        holder.setProperty("role", "plain")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(gap))
        self.setProperty("role", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setWidget(holder)

    def sizeHint(self) -> QSize:
        """As wide as wanted, or as its cards have to be."""
        return QSize(max(self._wanted, self.minimumSizeHint().width()), super().sizeHint().height())

    def be_low(self, is_low: bool) -> None:
        """As high as its cards in a low window, where the page scrolls; else it scrolls."""
        if is_low != self._is_low:
            self._is_low = is_low
            needed, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(off if is_low else needed)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as its cards have to be, and in a low window as high."""
        least, inside = super().minimumSizeHint(), self.widget()
        if inside is not None and self._is_low:
            wanted = inside.heightForWidth(max(self.width(), least.width()))
            least.setHeight(max(wanted, inside.minimumSizeHint().height()))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """How high its cards are follows from its width."""
        super().resizeEvent(event)
        self.updateGeometry()
