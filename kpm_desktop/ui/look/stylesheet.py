"""The one stylesheet, made of a theme's colours and lengths. What it cannot say, the components paint."""

from string import Template

from PySide6.QtWidgets import QApplication

from kpm_desktop import paths
from kpm_desktop.ui.look.theme import Text, Theme

_LENGTHS = (1, 2, 4, 6, 7, 8, 10, 12, 14, 16, 20, 24, 30, 34, 36, 40, 44)


def stylesheet(theme: Theme) -> str:
    """The text for `QApplication.setStyleSheet`: `resources/style/windows.qss` with `$name` for a colour, `$pxN` for
    a length and `$font_NAME` for the size of a kind of text."""
    template = (paths.resources() / "style" / "windows.qss").read_text(encoding="utf-8")
    lengths = {f"px{length}": f"{theme.px(length)}px" for length in _LENGTHS}
    sizes = {f"font_{kind.name.lower()}": f"{theme.px(kind.value[0])}px" for kind in Text}
    return Template(template).substitute(theme.colours._asdict(), **lengths, **sizes, **_pictures(theme))


def dress(app: QApplication, theme: Theme) -> None:
    """Gives the whole application a theme: font, palette and stylesheet."""
    app.setFont(theme.font())
    app.setPalette(theme.qpalette())
    app.setStyleSheet(stylesheet(theme))


def _pictures(theme: Theme) -> dict[str, str]:
    """Paths of the few icons Qt itself draws; it cannot tint them, so each theme has its own."""
    folder = paths.resources() / "style"
    shade = "light" if theme.colours.bg > "#8" else "contrast"
    return {name: (folder / f"{name}-{shade}.svg").as_posix() for name in ("chevron", "check", "dot")}
