"""Icons: SVG outlines tinted in one colour, drawn sharp at every resolution."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kpm_desktop import paths
from kpm_desktop.ui.look.theme import Theme

RATIOS = (1.0, 2.0)


class Icons:
    """The icons of `resources/icons`, in a theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def paint(self, painter: QPainter, where: QRectF, name: str, colour: str = "text") -> None:
        """Draws an icon into a square; `colour` is a name in `Colours`."""
        self._renderer(name, colour).render(painter, where)

    def pixmap(self, name: str, colour: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """An icon of `size` (at scale 1) for a screen with `ratio` device pixels per pixel."""
        side = self._theme.px(size)
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, side, side), name, colour)
        painter.end()
        return pixmap

    def icon(self, name: str, colour: str = "text", size: int = 20) -> QIcon:
        """An icon for what Qt draws itself."""
        key = (name, colour, size)
        if key not in self._icons:
            icon = QIcon()
            for ratio in RATIOS:
                icon.addPixmap(self.pixmap(name, colour, size, ratio))
            self._icons[key] = icon
        return self._icons[key]

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            svg = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            tinted = svg.replace("currentColor", getattr(self._theme.colours, colour))
            self._renderers[key] = QSvgRenderer(QByteArray(tinted.encode()))
        return self._renderers[key]
