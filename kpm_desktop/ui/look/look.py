"""What every component needs to draw itself: the theme and its icons, passed in together."""

from PySide6.QtGui import QColor, QFont

from kpm_desktop.ui.look.icons import Icons
from kpm_desktop.ui.look.theme import Text, Theme


class Look:
    """Theme and icons."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.icons = Icons(theme)

    def px(self, length: float) -> int:
        """A length at the chosen text size."""
        return self.theme.px(length)

    def font(self, kind: Text = Text.BODY, *, tabular: bool = False) -> QFont:
        """The font of a kind of text."""
        return self.theme.font(kind, tabular=tabular)

    def colour(self, name: str) -> QColor:
        """A colour by its name in `Colours`."""
        return self.theme.colour(name)
