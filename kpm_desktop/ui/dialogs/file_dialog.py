"""Asking for files and folders, from everywhere: each dialog opens where the last one was answered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kpm_desktop.ui.frame.preferences import Preferences


class FileDialog(QFileDialog):
    """Without the last folder, as when its stick is out, it opens in the user's own."""

    def __init__(self, parent: QWidget, preferences: Preferences, title: str, kinds: Sequence[str] = ()) -> None:
        kept = Path(preferences.file_folder) if preferences.file_folder else Path.home()
        super().__init__(parent, title, str(kept if kept.is_dir() else Path.home()))
        self._preferences = preferences
        if kinds:
            self.setNameFilters(list(kinds))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filesSelected.connect(self._on_selected)

    def _on_selected(self, names: list[str]) -> None:
        is_folder = self.fileMode() is QFileDialog.FileMode.Directory
        self._preferences.file_folder = names[0] if is_folder else str(Path(names[0]).parent)


Chosen = Callable[[str], object]


def ask_file(
    parent: QWidget, preferences: Preferences, title: str, chosen: Chosen, *, kinds: Sequence[str] = ()
) -> None:
    """Asks for a file there is; `chosen`, a method of a widget, gets its name. kinds: `Words (*.ending)`, the usual
    first."""
    dialog = FileDialog(parent, preferences, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_files(
    parent: QWidget,
    preferences: Preferences,
    title: str,
    chosen: Callable[[list[str]], object],
    *,
    kinds: Sequence[str] = (),
) -> None:
    """Asks for one or several of them likewise."""
    dialog = FileDialog(parent, preferences, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def ask_new_file(
    parent: QWidget,
    preferences: Preferences,
    title: str,
    name: str,
    chosen: Chosen,
    *,
    kinds: Sequence[str] = (),
    ending: str = "",
) -> None:
    """Asks where something is to be saved. name: what it is called if nobody types another one; ending: what is added
    to one without any."""
    dialog = FileDialog(parent, preferences, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    if ending:
        dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_folder(parent: QWidget, preferences: Preferences, title: str, chosen: Chosen) -> None:
    """Asks for a folder or stick."""
    dialog = FileDialog(parent, preferences, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()
