"""One theme: colours and sizes, the latter all factors of the body font. Built once by `app.py` and passed in."""

from enum import Enum

from PySide6.QtGui import QColor, QFont, QPalette

from kpm_desktop.ui.look.fonts import FAMILY
from kpm_desktop.ui.look.palette import LIGHT, THEMES, Colours

BODY_PX = 15
#: Text sizes a user may choose, as factors.
SCALES = (1.0, 1.15, 1.3)


class Text(Enum):
    """Kinds of text: size in pixels at scale 1, weight."""

    NUMBER = (30, QFont.Weight.Bold)
    TITLE = (24, QFont.Weight.Bold)
    SECTION = (18, QFont.Weight.Bold)
    BODY = (15, QFont.Weight.Normal)
    BODY_MEDIUM = (15, QFont.Weight.Medium)
    BODY_STRONG = (15, QFont.Weight.DemiBold)
    CAPTION = (13, QFont.Weight.Normal)
    CAPTION_STRONG = (13, QFont.Weight.DemiBold)
    KEY = (12, QFont.Weight.DemiBold)


class Theme:
    """Colours, fonts and lengths of everything that is drawn."""

    def __init__(self, colours: Colours = LIGHT, scale: float = 1.0) -> None:
        self.colours = colours
        self.scale = scale

    @classmethod
    def named(cls, name: str, scale: float = 1.0) -> "Theme":
        """The theme a user chose; an unknown name is the light one."""
        return cls(THEMES.get(name, LIGHT), scale)

    def px(self, length: float) -> int:
        """A length drawn for the normal text size, at the chosen one."""
        return round(length * self.scale)

    def colour(self, name: str) -> QColor:
        """A colour by its name in `Colours`."""
        return QColor(getattr(self.colours, name))

    def font(self, kind: Text = Text.BODY, *, tabular: bool = False) -> QFont:
        """The font of a kind of text; `tabular` gives digits one width, for columns of numbers only."""
        size, weight = kind.value
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def qpalette(self) -> QPalette:
        """The same colours for what Qt draws itself."""
        role, palette = QPalette.ColorRole, QPalette()
        for name, roles in _ROLES.items():
            for each in roles:
                palette.setColor(each, self.colour(name))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.colour("text2"))
        return palette


_Role = QPalette.ColorRole
_ROLES = {
    "bg": (_Role.Window,),
    "surface": (_Role.Base, _Role.Button, _Role.AlternateBase, _Role.ToolTipBase, _Role.Light),
    "text": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText, _Role.BrightText),
    "text2": (_Role.PlaceholderText,),
    "accent": (_Role.Accent, _Role.Highlight),
    "on_accent": (_Role.HighlightedText,),
    "accent_text": (_Role.Link, _Role.LinkVisited),
    "line": (_Role.Mid, _Role.Midlight),
    "ctl": (_Role.Dark, _Role.Shadow),
}
