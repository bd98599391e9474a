"""What does not fit is scrolled to: a room shows its content whole where it can."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QWidget


class Room(QScrollArea):
    """Its content is as large as the room, and never smaller than the least it can be. Whatever gets the keys is
    scrolled to."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = inside
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.show()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def least(self, width: int) -> QSize:
        """The least its content can be, where so much width is given."""
        inside, layout = self.inside, self.inside.layout()
        least = inside.minimumSizeHint().expandedTo(inside.minimumSize())
        if layout is not None and layout.hasHeightForWidth():
            wrapped = layout.totalMinimumHeightForWidth(max(width, least.width()))
            least.setHeight(max(inside.minimumHeight(), wrapped))
        return least

    def sizeHint(self) -> QSize:
        """As large as the content wants to be."""
        return self.inside.sizeHint().boundedTo(self.inside.maximumSize())

    def minimumSizeHint(self) -> QSize:
        """It scrolls, so it can be small."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the content its size."""
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content may need another size than before."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.inside:
            self.arrange()
        return done

    def arrange(self) -> None:
        """Gives the content what there is, or what it needs."""
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        width, height = room.width(), room.height()
        least = self.least(width)
        if least.height() > height:
            width -= bar
            least = self.least(width)
        if least.width() > width:
            height -= bar
            if room.width() == width and least.height() > height:
                width -= bar
        self.inside.resize(max(width, least.width()), max(height, least.height()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves the keys; `show_part` scrolls after them."""
        return QWidget.focusNextPrevChild(self, forward)

    def show_part(self, part: QWidget) -> None:
        """Scrolls to a part of the content: its beginning, where it is larger than the room."""
        inside, shown = self.inside, part
        holder = part.parentWidget()
        while holder is not None and holder is not inside:
            if isinstance(holder, QAbstractScrollArea):
                shown = holder if not holder.viewport().isAncestorOf(part) else shown
            holder = holder.parentWidget()
        place = QRect(shown.mapTo(inside, QPoint(0, 0)), shown.size()).intersected(inside.rect())
        for bar, start, end, room in (
            (self.horizontalScrollBar(), place.left(), place.right(), self.viewport().width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), self.viewport().height()),
        ):
            seen = bar.value()
            if end - start >= room:
                is_begun = seen <= start < seen + room * 2 // 3
                bar.setValue(seen if is_begun else start)
            elif start < seen:
                bar.setValue(start)
            elif end >= seen + room:
                bar.setValue(end - room + 1)

    def _on_focus(self, former: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.inside.isAncestorOf(now):
            self.show_part(now)


class UprightRoom(Room):
    """Scrolls up and down only: it is as wide as its content, and wider by the bar while there is one."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inside, parent)
        self.setProperty("role", "surface")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """With the bar."""
        hint = super().sizeHint().expandedTo(self.least(0))
        return QSize(hint.width() + self._bar(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off at its sides."""
        return QSize(self.least(0).width() + self._bar(), 0)

    def arrange(self) -> None:
        """What it holds may need another width."""
        super().arrange()
        self.updateGeometry()

    def _bar(self) -> int:
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > 0 else 0
