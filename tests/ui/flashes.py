"""Windows that should be none: what is shown before it stands in its place is a window of its own for a moment."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget


class Flashes(QObject):
    """`seen` from the beginning until `end`: what was shown as a window and is neither the window nor a dialog."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at whatever is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_own = isinstance(watched, QMainWindow | QDialog) or watched.windowType() != Qt.WindowType.Window
            if not is_own and watched.parent() is None:
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False

    def end(self) -> None:
        """Looks no more."""
        app = self.parent()
        assert isinstance(app, QApplication)
        app.removeEventFilter(self)
