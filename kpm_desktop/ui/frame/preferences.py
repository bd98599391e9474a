"""How a user likes the windows: theme, text size, language, when they lock, how large they are. Kept in a plain file
inside the profile's folder."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QSettings

from kpm_desktop.db.files import is_ordinary
from kpm_desktop.ui.look.palette import THEMES
from kpm_desktop.ui.look.theme import SCALES

FILE = "windows.ini"
#: As `domain.wording` and `reports.table_page` know them; importing those would load more than the first window needs.
LANGUAGES = ("id", "en")
PAPERS = ("A4", "F4")
#: After how many minutes without a touch the screen is locked; the first is usual.
LOCK_MINUTES = ("10", "5", "20", "30")
_NO_YES = ("no", "yes")
#: No such file is larger.
LARGEST = 64 * 1024


class _Unkept(dict[str, object]):
    """In place of a file that is none of ours: what is chosen holds until the program ends."""

    def value(self, name: str, default: object) -> object:
        """What was chosen."""
        return self.get(name, default)

    def setValue(self, name: str, value: object) -> None:
        """Chooses."""
        self[name] = value


def _settings(file: Path) -> QSettings | _Unkept:
    """A pipe would be waited for, a huge file read whole, and what a link leads to written over."""
    if os.path.lexists(file) and not is_ordinary(file, LARGEST):
        return _Unkept()
    return QSettings(str(file), QSettings.Format.IniFormat)


class Preferences:
    """Unknown values count as never chosen. `language` given at the start of the program outdoes the kept one."""

    def __init__(self, folder: Path, language: str | None = None) -> None:
        self._settings = _settings(folder / FILE)
        self._asked_language = language

    @property
    def theme(self) -> str:
        """`light` or `contrast`."""
        return self._one_of("theme", tuple(THEMES))

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def scale(self) -> float:
        """The text size as a factor."""
        return float(self._one_of("scale", tuple(str(scale) for scale in SCALES)))

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", str(scale))

    @property
    def language(self) -> str:
        """`id` or `en`."""
        return self._asked_language or self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, language: str) -> None:
        self._asked_language = None
        self._settings.setValue("language", language)

    @property
    def receipt_folder(self) -> str:
        """Where receipts were written last; empty before the first one."""
        return str(self._settings.value("receipt_folder", ""))

    @receipt_folder.setter
    def receipt_folder(self, folder: str) -> None:
        self._settings.setValue("receipt_folder", folder)

    @property
    def file_folder(self) -> str:
        """Where the last file or folder was chosen; empty before the first one."""
        return str(self._settings.value("file_folder", ""))

    @file_folder.setter
    def file_folder(self, folder: str) -> None:
        self._settings.setValue("file_folder", folder)

    @property
    def paper(self) -> str:
        """What is printed on: `A4` or `F4`."""
        return self._one_of("paper", PAPERS)

    @paper.setter
    def paper(self, name: str) -> None:
        self._settings.setValue("paper", name)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch the screen is locked."""
        return int(self._one_of("lock_minutes", LOCK_MINUTES))

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", str(minutes))

    @property
    def window_size(self) -> tuple[int, int] | None:
        """Width and height the window was left with; None before the first time."""
        found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", str(self._settings.value("window_size", "")))
        return (int(found[1]), int(found[2])) if found else None

    @window_size.setter
    def window_size(self, size: tuple[int, int]) -> None:
        self._settings.setValue("window_size", f"{size[0]}x{size[1]}")

    @property
    def is_maximised(self) -> bool:
        """Whether the window filled the screen when it was left."""
        return self._one_of("maximised", _NO_YES) == "yes"

    @is_maximised.setter
    def is_maximised(self, is_maximised: bool) -> None:
        self._settings.setValue("maximised", _NO_YES[is_maximised])

    def _one_of(self, name: str, known: tuple[str, ...]) -> str:
        kept = str(self._settings.value(name, ""))
        return kept if kept in known else known[0]
