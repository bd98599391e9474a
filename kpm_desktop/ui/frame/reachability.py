"""A hint that the line may be there again. It proves nothing: only the remote itself, asked, does."""

from PySide6.QtCore import QObject, Signal


class Reachability(QObject):
    """Where nothing is known of the line: it never says anything. `changed` when the line may have come or
    gone."""

    changed = Signal()

    @property
    def seems_off(self) -> bool:
        """Whether the system says that there is no line at all."""
        return False


class SystemReachability(Reachability):
    """What the system says, where it says anything (NetworkManager, Windows)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QNetworkInformation

        feature = QNetworkInformation.Feature.Reachability
        self._system = None
        if QNetworkInformation.loadBackendByFeatures(feature):
            self._system = QNetworkInformation.instance()
        if self._system is not None:
            self._off = QNetworkInformation.Reachability.Disconnected
            self._system.reachabilityChanged.connect(self._on_changed)

    @property
    def seems_off(self) -> bool:
        """Whether the system says that there is no line at all."""
        return self._system is not None and self._system.reachability() == self._off

    def _on_changed(self, reachability: object) -> None:
        self.changed.emit()


def system_reachability(parent: QObject | None = None) -> Reachability:
    """What the system says; nothing where Qt was built or installed without it."""
    try:
        return SystemReachability(parent)
    except ImportError:
        return Reachability(parent)
