"""Parts that stand side by side where there is room for them, and one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget


class BreakingRow(QWidget):
    """gap: in pixels. shrinks: the parts become as narrow as they can before the row is broken, as cards do; else it
    is broken as soon as one of them would be shortened, as of buttons and words."""

    def __init__(self, gap: int, *, shrinks: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shrinks = shrinks
        self._yielding: list[int] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)

    def add(self, part: QWidget | QLayout, stretch: int = 0, *, yields: bool = False) -> None:
        """One more at the right end, or at the foot. yields: it takes what room is left, and breaks nothing."""
        if yields:
            self._yielding.append(self._row.count())
        if isinstance(part, QLayout):
            self._row.addLayout(part, stretch)
        else:
            self._row.addWidget(part, stretch)

    def align(self, part: QWidget | QLayout, how: Qt.AlignmentFlag) -> None:
        """Where a part stands that takes no more room than it needs."""
        self._row.setAlignment(part, how)

    @property
    def is_broken(self) -> bool:
        """Whether they stand one below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        widest = max((item.minimumSize().width() for item in self._items()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side or one below the other."""
        super().resizeEvent(event)
        self._break()

    def event(self, event: QEvent) -> bool:
        """What is in the parts may have become longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._break()
        return super().event(event)

    def _break(self) -> None:
        items = self._items(but=self._yielding)
        needed = sum(self._needed(item) for item in items) + self._row.spacing() * (len(items) - 1)
        is_broken = len(items) > 1 and needed > self.width()
        wanted = QBoxLayout.Direction.TopToBottom if is_broken else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()

    def _needed(self, item: QLayoutItem) -> int:
        return (item.minimumSize() if self._shrinks else item.sizeHint()).width()

    def _items(self, but: Sequence[int] = ()) -> list[QLayoutItem]:
        """Those that are shown."""
        found = (self._row.itemAt(at) for at in range(self._row.count()) if at not in but)
        return [item for item in found if item is not None and not item.isEmpty()]
